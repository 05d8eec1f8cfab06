/// How many columns text takes, and what of it a terminal can be trusted with.
///
/// Widths follow Unicode's East Asian Width (UAX #11) and emoji presentation (UTS #51), as
/// terminals on Linux do; ambiguous characters count one.
package enum TextWidth {
  /// The columns one character takes once drawn: 0, 1 or 2.
  package static func width(of character: Character) -> Int {
    if let scalar = soleScalar(of: character), single(scalar) != nil { return 1 }
    return drawn(character).unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  /// The columns a line of text takes once drawn.
  package static func width(of text: some StringProtocol) -> Int {
    if let count = singleCount(of: text) { return count }
    var columns = 0
    for character in text { columns += width(of: character) }
    return columns
  }

  /// How many scalars a text has, each drawn alone and in one column (`single`); nil where not all
  /// are.
  ///
  /// Most texts are such, and need not be taken apart.
  static func singleCount(of text: some StringProtocol) -> Int? {
    var count = 0
    for scalar in text.unicodeScalars {
      guard single(scalar) != nil else { return nil }
      count += 1
    }
    return count
  }

  /// What is drawn of a scalar that joins no other and takes one column: itself, or a plain space;
  /// nil for any other scalar, or where it cannot be told at a glance.
  static func single(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    // Latin, dashes and quotes, the euro, arrows, boxes and shapes, ticks and crosses.
    case 0x20...0x7E, 0xA1...0xAC, 0xAE...0x2FF, 0x2010...0x2027, 0x20AC, 0x2190...0x21FF,
      0x2500...0x25FC, 0x270C...0x2727:
      scalar
    // The two spaces of French that do not break.
    case 0xA0, 0x202F: " "
    default: nil
    }
  }

  /// The text as it may be drawn on one line; what is stored stays as typed.
  ///
  /// Controls show as their pictures (`␀`), tabs as two spaces, every blank as a plain space;
  /// direction marks and invisible characters are dropped. A base keeps at most four combining
  /// marks; of any other cluster (flags, families, skin tones) only the base is drawn, or `□`.
  package static func sanitized(_ text: String) -> String {
    if text.unicodeScalars.allSatisfy({ single($0) == $0 }) { return text }
    return text.reduce(into: "") { $0 += drawn($1) }
  }

  /// The start of a drawable text that fits in `width` columns, ending with an ellipsis when cut.
  package static func clipped(
    _ text: String, to width: Int, glyphs: Glyphs = .unicode
  ) -> String {
    guard width > 0 else { return "" }
    // Most texts are plain, and cut without taking them apart.
    if let count = singleCount(of: text) {
      let kept = text.unicodeScalars.prefix(width - 1)
      return count <= width ? text : String(kept) + String(glyphs.ellipsis)
    }
    var used = 0
    /// Where to cut so that the ellipsis has its column.
    var cut = text.startIndex
    for index in text.indices {
      used += Self.width(of: text[index])
      if used > width { return text[..<cut] + String(glyphs.ellipsis) }
      if used < width { cut = text.index(after: index) }
    }
    return text
  }
}

extension TextWidth {
  /// Most combining marks kept on one base: what a cell of ncurses holds.
  private static let mostMarks = 4
  private static let unknown = "□"

  private static func soleScalar(of character: Character) -> Unicode.Scalar? {
    let scalars = character.unicodeScalars
    guard let first = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex
    else { return nil }
    return first
  }

  /// What is drawn for one character: nothing, one cluster, or two spaces.
  private static func drawn(_ character: Character) -> String {
    guard let base = character.unicodeScalars.first else { return "" }
    if let mark = single(base), soleScalar(of: character) != nil { return String(mark) }
    return drawn(base, followedBy: character.unicodeScalars.dropFirst())
  }

  private static func drawn(
    _ base: Unicode.Scalar, followedBy rest: String.UnicodeScalarView.SubSequence
  ) -> String {
    switch base.value {
    case 0x09: return "  "
    case 0x00...0x1F: return String(picture(ofControl: base.value))
    case 0x7F: return "␡"
    case 0x1100...0x11FF, 0xA960...0xA97F, 0xD7B0...0xD7FF: return unknown
    case 0x1F1E6...0x1F1FF: return unknown
    // Anything else is told by its category.
    default: break
    }
    switch base.properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator:
      return isWide(base) ? "  " : " "
    case .format: return ""
    case .control, .surrogate, .unassigned, .nonspacingMark, .enclosingMark, .spacingMark:
      return unknown
    // Letters, digits, punctuation, symbols and private use are drawn.
    default: return String(base) + marks(rest)
    }
  }

  /// The combining marks to keep; none when anything else joined the cluster.
  private static func marks(_ rest: String.UnicodeScalarView.SubSequence) -> String {
    let visible = rest.filter { $0.properties.isVariationSelector == false }
    guard visible.allSatisfy(isMark) else { return "" }
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: visible.prefix(mostMarks))
    return String(kept)
  }

  private static func picture(ofControl value: UInt32) -> Character {
    Character(Unicode.Scalar(0x2400 + value) ?? "␀")
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    let category = scalar.properties.generalCategory
    return category == .nonspacingMark || category == .enclosingMark
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    if single(scalar) != nil { return 1 }
    return isMark(scalar) ? 0 : isWide(scalar) ? 2 : 1
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x1100 else { return false }
    return wideRanges.contains { $0.contains(scalar.value) }
      || scalar.properties.isEmojiPresentation
  }

  /// The East Asian blocks drawn two columns wide; emoji are told by their own property.
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
    0xFFE0...0xFFE6, 0x16FE0...0x18D08, 0x1AFF0...0x1B2FB, 0x1F200...0x1F265,
    0x20000...0x3FFFD,
  ]
}
