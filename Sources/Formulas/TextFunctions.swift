extension Function {
  /// Texts, whose letters are counted as a reader sees them; blank reads as the empty text.
  static let textFunctions: [Function] = [
    Function(
      "string", [.value("value")], gives: .always(.text),
      fr: "La valeur en texte : nombre entier et exact, date ISO.",
      en: "The value as a text: a number in full, a date in ISO.", .one { .written($0.plain) }),
    Function(
      "concat", [.value("value")], 1...Int.max, gives: .always(.text),
      fr: "Les valeurs bout à bout.", en: "The values put end to end.",
      .many { .written($0.map(\.plain).joined()) }),
    Function(
      "contains", [.value("text"), .value("part")], gives: .always(.boolean),
      fr: "Vrai si le texte contient cette partie.", en: "True if the text contains this part.",
      test { text, part in place(of: part, in: text) != nil }),
    Function(
      "starts-with", [.value("text"), .value("part")], gives: .always(.boolean),
      fr: "Vrai si le texte commence ainsi.", en: "True if the text starts so.",
      test { text, part in text.starts(with: part) }),
    Function(
      "ends-with", [.value("text"), .value("part")], gives: .always(.boolean),
      fr: "Vrai si le texte finit ainsi.", en: "True if the text ends so.",
      test { text, part in text.reversed().starts(with: part.reversed()) }),
    Function(
      "substr", [.value("text"), .number("start"), .number("end")], 2...3, gives: .always(.text),
      fr: "Le texte du rang de début, compté depuis 0, jusqu’avant celui de fin ; un rang négatif "
        + "compte depuis la fin.",
      en: "The text from start, counted from 0, up to before end; a negative place counts from "
        + "the end.", .many(part)),
    Function(
      "substring-before", [.value("text"), .value("mark")], gives: .always(.text),
      fr: "Ce qui précède la première marque ; vide si elle n’y est pas.",
      en: "What stands before the first mark; blank if it is not there.",
      .two { text, mark in
        let (text, mark) = (text.plain, mark.plain)
        return place(of: mark, in: text).map { .written(String(text[..<$0.lowerBound])) } ?? .blank
      }),
    Function(
      "substring-after", [.value("text"), .value("mark")], gives: .always(.text),
      fr: "Ce qui suit la première marque ; vide si elle n’y est pas.",
      en: "What stands after the first mark; blank if it is not there.",
      .two { text, mark in
        let (text, mark) = (text.plain, mark.plain)
        return place(of: mark, in: text).map { .written(String(text[$0.upperBound...])) } ?? .blank
      }),
    Function(
      "translate", [.value("text"), .value("from"), .value("to")], gives: .always(.text),
      fr: "Le texte, chaque lettre de la deuxième liste changée en celle du même rang de la "
        + "troisième, ou ôtée.",
      en: "The text, each letter of the second list changed to the one at its place in the third, "
        + "or dropped.", .many { translated($0[0].plain, $0[1].plain, $0[2].plain) }),
    Function(
      "normalize-space", [.value("text")], gives: .always(.text),
      fr: "Le texte sans espaces aux bouts, et une seule entre les mots.",
      en: "The text without spaces at its ends, and with one between words.",
      .one { .written($0.plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")) }),
    Function(
      "string-length", [.value("text")], gives: .always(.number),
      fr: "Combien de lettres et de signes a le texte.",
      en: "How many letters and signs the text has.", .one { .number(Number($0.plain.count)) }),
    Function(
      "regex", [.value("text"), .quoted("pattern")], gives: .always(.boolean),
      fr: "Vrai si le texte entier correspond au motif.",
      en: "True if the whole text matches the pattern.", .form(.matches)),
    Function(
      "fold", [.value("text")], gives: .always(.text),
      fr: "Le texte en minuscules sans accents ; traits d’union et apostrophes deviennent espaces.",
      en: "The text in small letters without accents; hyphens and apostrophes become spaces.",
      .one { .written(Fold.fold($0.plain)) }),
    Function(
      "luhn", [.value("text")], gives: .always(.boolean),
      fr: "Vrai si les chiffres (SIREN, SIRET…) satisfont la clé de Luhn.",
      en: "True if the digits (SIREN, card number…) satisfy Luhn’s check.",
      .one { .boolean(Luhn.holds($0.plain)) }),
    Function(
      "contact-details", [.value("text")], gives: .always(.boolean),
      fr: "Vrai si le texte semble contenir un courriel, un téléphone ou neuf chiffres de suite.",
      en: "True if the text seems to hold an e-mail, a telephone or nine digits in a row.",
      .one { .boolean(ContactDetails.appear(in: $0.plain)) }),
  ]

  /// A question put to two texts: no where either is blank.
  private static func test(_ body: @escaping @Sendable (String, String) -> Bool) -> Body {
    .two { text, part in
      .boolean(!text.isBlank && !part.isBlank && body(text.plain, part.plain))
    }
  }
}

/// Where the part first stands in the text, whole letters compared; at the start if it is empty.
private func place(of part: String, in text: String) -> Range<String.Index>? {
  var start = text.startIndex
  while true {
    let rest = text[start...]
    if rest.starts(with: part) {
      return start..<text.index(start, offsetBy: part.count)
    }
    guard start < text.endIndex else { return nil }
    start = text.index(after: start)
  }
}

private func part(_ arguments: [Value]) -> Value {
  let letters = Array(arguments[0].plain)
  func place(_ argument: Value) -> Int? {
    guard case .number(let number) = argument, let whole = number.truncated.whole else {
      return nil
    }
    let fromStart = whole < 0 ? whole + letters.count : whole
    return max(0, min(fromStart, letters.count))
  }
  guard let start = place(arguments[1]) else { return .blank }
  guard let end = arguments.count > 2 ? place(arguments[2]) : letters.count, start < end else {
    return .blank
  }
  return .written(String(letters[start..<end]))
}

private func translated(_ text: String, _ from: String, _ to: String) -> Value {
  let replacements = Array(to)
  var changes: [Character: Character?] = [:]
  for (place, letter) in from.enumerated() where changes[letter] == nil {
    changes[letter] = .some(place < replacements.count ? replacements[place] : nil)
  }
  return .written(String(text.compactMap { changes[$0] ?? $0 }))
}
