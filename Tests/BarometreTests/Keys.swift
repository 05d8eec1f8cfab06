import PseudoTerminals

/// Keys as an xterm sends them.
enum Keys {
  static let enter = "\r"
  static let tab = "\t"
  static let escape = "\u{1B}"
  static let backTab = "\u{1B}[Z"
  static let up = "\u{1B}OA"
  static let down = "\u{1B}OB"
  static let home = "\u{1B}OH"
  static let end = "\u{1B}OF"
  static let delete = "\u{1B}[3~"
  static let pageUp = "\u{1B}[5~"
  static let pageDown = "\u{1B}[6~"
  static let f2 = "\u{1B}OQ"

  static func control(_ letter: Character) -> String {
    let code = (letter.asciiValue ?? 0) & 0x1F
    return String(Unicode.Scalar(code))
  }
}

extension PseudoTerminal {
  /// Sends keys, and waits until what they do shows.
  func press(_ keys: String, shows text: String) throws {
    try send(keys)
    try waitFor(text: text)
  }

  /// Sends keys, and waits until all of these show.
  func press(_ keys: String, shows texts: [String]) throws {
    try send(keys)
    try waitFor("\(texts)") { screen in texts.allSatisfy(screen.text.contains) }
  }
}
