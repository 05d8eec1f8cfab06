/// HTML being written: every text and attribute value is escaped here, and nowhere else.
struct HTMLWriter {
  private(set) var text = ""

  /// A text, as it reads.
  mutating func write(_ text: String) { self.text += Self.escaped(text) }

  /// An element and what stands in it.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:],
    _ body: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes)
    body(&self)
    text += "</\(name)>"
    if Self.blocks.contains(name) { text += "\n" }
  }

  /// An element that holds a text alone.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String>, _ text: String
  ) {
    element(name, attributes) { $0.write(text) }
  }

  /// An element that holds a text alone, and says nothing else.
  mutating func element(_ name: String, _ text: String) { element(name, [:], text) }

  /// An element that holds nothing, and is not closed.
  mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
    text += "<\(name)"
    for (key, value) in attributes { text += " \(key)=\"\(Self.escaped(value))\"" }
    text += ">"
  }

  /// What the program itself writes as it is: the style sheet, the document type.
  mutating func verbatim(_ text: StaticString) { self.text += "\(text)" }

  /// After these a line ends, so that the file can be read and compared.
  private static let blocks: Set<String> = [
    "p", "h1", "h2", "h3", "h4", "li", "ul", "ol", "nav", "section", "article", "table", "tr",
    "caption", "figure", "figcaption", "details", "summary", "header", "footer", "main", "head",
    "title", "style", "body", "div", "svg", "dl",
  ]

  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: isSpecial) else { return text }
    return text.reduce(into: "") { result, letter in
      switch letter {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default:
        // Controls have no place in HTML.
        let isControl = letter.unicodeScalars.allSatisfy {
          $0.value < 0x20 && $0 != "\n" && $0 != "\t"
        }
        result += isControl ? " " : String(letter)
      }
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || "&<>\"'".utf8.contains(byte)
  }
}
