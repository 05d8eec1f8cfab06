/// Text in lines of a given width.
package enum Wrapping {
  /// The lines of a text, at most `width` columns each; at least one line, possibly empty.
  ///
  /// Lines break at spaces, and inside a word only when it is longer than a line; newlines stay,
  /// non-breaking spaces do not break, and French punctuation stays with the word before it when
  /// one line holds both.
  /// Every line of a paragraph but its first is moved right by `hanging` columns.
  package static func lines(of text: String, width: Int, hanging: Int = 0) -> [String] {
    if let columns = TextWidth.singleCount(of: text), columns <= width {
      return [text.withoutEnd]
    }
    let characters = Array(text)
    let indent = String(repeating: " ", count: max(0, min(hanging, width - 1)))
    return rows(of: characters, width: width, hanging: hanging).map { row in
      let line = String(characters[row]).withoutEnd
      let continues = row.lowerBound > 0 && !characters[row.lowerBound - 1].isNewline
      return continues ? indent + line : line
    }
  }

  /// The same lines as ranges of characters, in order; a newline lies between two ranges.
  ///
  /// Spaces at the end of a line belong to it, past its width if need be. A width below 1 counts
  /// as 1.
  package static func rows(
    of characters: [Character], width: Int, hanging: Int = 0
  ) -> [Range<Int>] {
    var rows: [Range<Int>] = []
    var start = 0
    for end in characters.indices where characters[end].isNewline {
      rows += paragraph(characters, start..<end, width: width, hanging: hanging)
      start = end + 1
    }
    return rows + paragraph(characters, start..<characters.count, width: width, hanging: hanging)
  }

  private static func paragraph(
    _ characters: [Character], _ range: Range<Int>, width: Int, hanging: Int
  ) -> [Range<Int>] {
    var rows: [Range<Int>] = []
    var room = max(1, width)
    var start = range.lowerBound
    /// Where the line may end, at best.
    var lastBreak = start
    var used = 0
    for index in range {
      let columns = TextWidth.width(of: characters[index])
      if mayBreak(characters, before: index, from: start) { lastBreak = index }
      if used + columns > room, !isBlank(characters[index]), index > start {
        let end = lastBreak > start ? lastBreak : index
        rows.append(start..<end)
        start = end
        lastBreak = end
        used = characters[start..<index].reduce(0) { $0 + TextWidth.width(of: $1) }
        room = max(1, width - max(0, hanging))
      }
      used += columns
    }
    rows.append(start..<range.upperBound)
    return rows
  }

  /// Whether a line may begin at `index`: after a space, unless French punctuation forbids it.
  private static func mayBreak(
    _ characters: [Character], before index: Int, from start: Int
  ) -> Bool {
    guard index > start, isBlank(characters[index - 1]), !isBlank(characters[index]) else {
      return false
    }
    if closing.contains(characters[index]) { return false }
    let word = characters[start..<index].last { !isBlank($0) }
    return word.map { !opening.contains($0) } ?? false
  }

  /// Punctuation that French sets off with a space and never puts first.
  private static let closing: Set<Character> = [":", ";", "!", "?", "»", "%", "€"]
  private static let opening: Set<Character> = ["«"]

  /// Whether a line may break here; the non-breaking spaces are not among these.
  private static func isBlank(_ character: Character) -> Bool {
    character == " " || character == "\t"
  }
}

extension String {
  /// Without the spaces that end it.
  fileprivate var withoutEnd: String {
    guard last == " " else { return self }
    return String(self[..<(lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex)])
  }
}
