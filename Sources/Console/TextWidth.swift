/// How many columns text takes, and what of it a terminal can be trusted with.
package enum TextWidth {
  /// The columns of one character: 0, 1 or 2.
  package static func width(of character: Character) -> Int { 1 }

  /// The columns of a line of text.
  package static func width(of text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + width(of: $1) }
  }

  /// The text as it may be drawn; what is stored stays as typed.
  package static func sanitized(_ text: String) -> String { text }

  /// The start of a text that fits in `width` columns, ending with an ellipsis when it was cut.
  package static func clipped(
    _ text: String, to width: Int, glyphs: Glyphs = .unicode
  ) -> String {
    guard Self.width(of: text) > width else { return text }
    return String(text.prefix(max(0, width - 1))) + (width > 0 ? String(glyphs.ellipsis) : "")
  }
}
