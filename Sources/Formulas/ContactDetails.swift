/// Whether a text seems to say how to reach a person.
///
/// Meant to warn, so it leans towards yes; amounts and dates written as people do pass.
enum ContactDetails {
  static func appear(in text: String) -> Bool {
    let letters = Array(text)
    return hasMail(text) || hasNineDigits(letters)
      || letters.indices.contains { isTelephone(letters[$0...], after: letters[..<$0].last) }
  }

  /// A word with an `@` between two parts, the second with a point inside.
  private static func hasMail(_ text: String) -> Bool {
    let words = text.split { $0.isWhitespace || "<>()[]«»\"',;:".contains($0) }
    return words.contains { word in
      let parts = word.split(separator: "@", omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else { return false }
      let labels = parts[1].split(separator: ".")
      return labels.count >= 2 && parts[1].first != "." && labels[1].first?.isLetter == true
    }
  }

  private static func hasNineDigits(_ letters: [Character]) -> Bool {
    var row = 0
    for letter in letters {
      row = isDigit(letter) ? row + 1 : 0
      if row == 9 { return true }
    }
    return false
  }

  /// Ten digits from a 0 with one and the same sign between groups, or `+` or `00` and at least ten.
  private static func isTelephone(_ letters: ArraySlice<Character>, after before: Character?)
    -> Bool
  {
    if let before, isDigit(before) || before == "," || before == "." { return false }
    if letters.first == "+" { return digits(of: letters.dropFirst(), anySeparator: true) >= 10 }
    if letters.starts(with: "00") { return digits(of: letters, anySeparator: true) >= 12 }
    return letters.first == "0" && digits(of: letters, anySeparator: false) == 10
  }

  /// How many digits follow with at most one separator between two of them.
  private static func digits(of letters: ArraySlice<Character>, anySeparator: Bool) -> Int {
    var count = 0
    var separator: Character?
    var isAfterSeparator = true
    for letter in letters {
      if isDigit(letter) {
        (count, isAfterSeparator) = (count + 1, false)
      } else if anySeparator, letter == "(" || letter == ")" {
        continue
      } else if !isAfterSeparator, " .-/\u{A0}\u{202F}\u{2011}".contains(letter),
        anySeparator || letter == separator ?? letter
      {
        (separator, isAfterSeparator) = (letter, true)
      } else {
        break
      }
    }
    return count
  }

  private static func isDigit(_ letter: Character) -> Bool {
    letter.isASCII && letter.isWholeNumber
  }
}
