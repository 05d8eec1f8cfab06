extension Canvas {
  /// The same picture in ASCII, for a terminal whose locale is not UTF-8.
  ///
  /// Accents fall, quotes and dashes become the typewriter's. `œ` and the like take one more
  /// column from the next gap of their row, and stay one letter when there is none.
  package var inASCII: Self {
    var copy = self
    for row in 0..<rows { copy.transliterate(row: row) }
    return copy
  }
}

/// A line in ASCII, each character in as many letters as it needs.
package func inASCII(_ line: String) -> String {
  if line.utf8.allSatisfy({ $0 < 0x80 }) { return line }
  return TextWidth.sanitized(line).reduce(into: "") { text, character in
    text += Transliteration(character)?.long ?? String(character)
  }
}

/// One character as ASCII: of one column, or of two where a gap of the row allows.
struct Transliteration {
  let short: Character
  let long: String

  /// `nil` for a character that is ASCII already.
  init?(_ character: Character) {
    if character.isASCII { return nil }
    if let pair = Self.pairs[character] {
      long = pair
      short = pair.first ?? Self.unknown
    } else {
      short = Self.single(character)
      long = String(short)
    }
  }

  /// What stands for a character that has no likeness in ASCII.
  private static let unknown: Character = "*"

  private static let pairs: [Character: String] = [
    "œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "þ": "th", "Þ": "TH",
  ]

  private static let likenesses: [(String, Character)] = [
    ("àáâãäåāăą", "a"), ("ÀÁÂÃÄÅĀĂĄ", "A"), ("çćĉċč", "c"), ("ÇĆĈĊČ", "C"), ("ðďđ", "d"),
    ("ÐĎĐ", "D"), ("èéêëēĕėęě", "e"), ("ÈÉÊËĒĔĖĘĚ", "E"), ("ĝğġģ", "g"), ("ĜĞĠĢ", "G"),
    ("ìíîïĩīĭįı", "i"), ("ÌÍÎÏĨĪĬĮİ", "I"), ("ĺļľŀł", "l"), ("ĹĻĽĿŁ", "L"), ("ñńņň", "n"),
    ("ÑŃŅŇ", "N"), ("òóôõöøōŏő", "o"), ("ÒÓÔÕÖØŌŎŐ", "O"), ("ŕŗř", "r"), ("ŔŖŘ", "R"),
    ("śŝşšș", "s"), ("ŚŜŞŠȘ", "S"), ("ţťŧț", "t"), ("ŢŤŦȚ", "T"), ("ùúûüũūŭůűų", "u"),
    ("ÙÚÛÜŨŪŬŮŰŲ", "U"), ("ýÿŷ", "y"), ("ÝŸŶ", "Y"), ("źżž", "z"), ("ŹŻŽ", "Z"),
    ("«»“”„″", "\""), ("‘’‚′", "'"), ("–—‑‐−─━═", "-"), ("…", "~"), ("•×●", "*"), ("·░○", "."),
    ("│┃║╷╵", "|"), ("┌┐└┘├┤┬┴┼╔╗╚╝", "+"), ("▸›", ">"), ("‹", "<"), ("█▓▒", "#"), ("✓", "+"),
    ("✗", "X"), ("◐", "~"), ("✎", "n"), ("▏", "_"), ("↑", "^"), ("↓", "v"), ("←", "<"),
    ("→", ">"), ("€", "E"), ("£", "L"), ("°º", "o"), ("ª", "a"), ("¹", "1"), ("²", "2"),
    ("³", "3"), ("½", "/"), ("÷", "/"), ("¿", "?"), ("¡", "!"), ("§", "S"),
  ]

  private static let singles: [Character: Character] = Dictionary(
    likenesses.flatMap { from, to in from.map { ($0, to) } },
    uniquingKeysWith: { first, _ in first })

  private static func single(_ character: Character) -> Character {
    if let likeness = singles[character] { return likeness }
    if let base = character.unicodeScalars.first, base.isASCII, base.value >= 0x20 {
      return Character(base)
    }
    return unknown
  }
}
