/// A text an author wrote, once per declared language, with `${name}` where answers are piped.
///
/// A plain string in the file stands for every language.
package struct LocalizedText: Hashable, Sendable {
  /// By language, in the questionnaire's order; one alone stands for all.
  private let texts: [String]

  package init(_ text: String) { texts = [text] }

  /// - Parameter texts: one per declared language, in that order.
  package init(perLanguage texts: [String]) { self.texts = texts }

  /// The text in the questionnaire's `language`-th language, from 0; the first where out of range.
  package subscript(language: Int) -> String {
    texts.indices.contains(language) ? texts[language] : texts.first ?? ""
  }

  package var all: [String] { texts }

  /// Cuts a text at its piped names.
  package static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    let bytes = text.utf8
    /// What is plain and not yet among the pieces starts here.
    var start = bytes.startIndex
    var here = start
    while let dollar = bytes[here...].firstIndex(of: UInt8(ascii: "$")) {
      let brace = bytes.index(after: dollar)
      here = brace
      guard brace < bytes.endIndex, bytes[brace] == UInt8(ascii: "{") else { continue }
      guard let end = bytes[brace...].firstIndex(of: UInt8(ascii: "}")) else { break }
      if start < dollar { pieces.append(.text(String(text[start..<dollar]))) }
      pieces.append(piece(text[bytes.index(after: brace)..<end]))
      start = bytes.index(after: end)
      here = start
    }
    if start < bytes.endIndex { pieces.append(.text(String(text[start...]))) }
    return pieces
  }

  /// What stands between `${` and `}`.
  private static func piece(_ inside: Substring) -> Piece {
    guard let bar = inside.firstIndex(of: "|") else { return .shown(String(inside)) }
    return .raw(String(inside[..<bar]), String(inside[inside.index(after: bar)...]))
  }

  package enum Piece: Hashable, Sendable {
    case text(String)
    /// `${name}`: a choice's label, a number or a date in local form.
    case shown(String)
    /// `${name|value}`: raw. The second part is what stood after the bar.
    case raw(String, String)
  }

  /// Names the program itself can pipe.
  package static let systemNames = [
    "_code", "_id", "_started", "_language", "_position", "_count",
  ]
}
