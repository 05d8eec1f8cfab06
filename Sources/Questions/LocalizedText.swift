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
    guard text.utf8.contains(UInt8(ascii: "$")) else { return [.text(text)] }
    var pieces: [Piece] = []
    var plain = ""
    var rest = text[...]
    while let character = rest.first {
      if rest.hasPrefix("${"), let end = rest.firstIndex(of: "}") {
        if !plain.isEmpty { pieces.append(.text(plain)) }
        plain = ""
        let inside = rest[rest.index(rest.startIndex, offsetBy: 2)..<end]
        let halves = inside.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(halves.first ?? "")
        pieces.append(halves.count == 2 ? .raw(name, String(halves[1])) : .shown(name))
        rest = rest[rest.index(after: end)...]
      } else {
        plain.append(character)
        rest = rest.dropFirst()
      }
    }
    if !plain.isEmpty { pieces.append(.text(plain)) }
    return pieces
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
