/// The letters one place in a pattern allows.
struct Letters: Hashable, Sendable {
  var isNegated = false
  var ranges: [ClosedRange<UInt32>] = []
  /// Letters written with several code points, or beyond ASCII.
  var characters: [Character] = []
  var kinds: [Kind] = []

  struct Kind: Hashable, Sendable {
    let name: Name
    let isNegated: Bool
  }

  enum Name: String, Hashable, Sendable, CaseIterable {
    case digit = "d"
    case word = "w"
    case space = "s"
    case letter = "L"
    case capital = "Lu"
    case small = "Ll"
    case mark = "M"
    case number = "N"
    case decimalDigit = "Nd"
    case punctuation = "P"
    case symbol = "S"
    case separator = "Z"
  }

  /// Every letter there is, line ends included.
  static let any = Letters(isNegated: true)

  static func only(_ letter: Character) -> Letters {
    var letters = Letters()
    letters.insert(letter)
    return letters
  }

  static func only(_ kind: Kind) -> Letters {
    Letters(kinds: [kind])
  }

  mutating func insert(_ letter: Character) {
    if let scalar = letter.onlyScalar { ranges.append(scalar...scalar) }
    if !letter.isASCII { characters.append(letter) }
  }

  func contains(_ letter: Character) -> Bool {
    isListed(letter) != isNegated
  }

  private func isListed(_ letter: Character) -> Bool {
    if let scalar = letter.onlyScalar, ranges.contains(where: { $0.contains(scalar) }) {
      return true
    }
    return characters.contains(letter)
      || kinds.contains { $0.name.contains(letter) != $0.isNegated }
  }
}

extension Letters.Name {
  fileprivate func contains(_ letter: Character) -> Bool {
    let ascii = letter.asciiValue
    switch self {
    case .digit: return ascii.map { (0x30...0x39).contains($0) } ?? false
    case .word:
      guard let ascii else { return false }
      return (0x30...0x39).contains(ascii) || (0x41...0x5A).contains(ascii)
        || (0x61...0x7A).contains(ascii) || ascii == 0x5F
    case .space:
      return letter == "\r\n" || ascii.map { $0 == 0x20 || (9...13).contains($0) } ?? false
    case .letter, .capital, .small, .mark, .number, .decimalDigit, .punctuation, .symbol,
      .separator:
      return letter.unicodeScalars.first.map { holds($0.properties.generalCategory) } ?? false
    }
  }

  private func holds(_ category: Unicode.GeneralCategory) -> Bool {
    switch category {
    case .uppercaseLetter: self == .letter || self == .capital
    case .lowercaseLetter: self == .letter || self == .small
    case .titlecaseLetter, .modifierLetter, .otherLetter: self == .letter
    case .nonspacingMark, .spacingMark, .enclosingMark: self == .mark
    case .decimalNumber: self == .number || self == .decimalDigit
    case .letterNumber, .otherNumber: self == .number
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      self == .punctuation
    case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: self == .symbol
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: self == .separator
    default: false
    }
  }
}

extension Character {
  /// Its code point, if it has only one.
  var onlyScalar: UInt32? {
    var scalars = unicodeScalars.makeIterator()
    guard let first = scalars.next(), scalars.next() == nil else { return nil }
    return first.value
  }
}
