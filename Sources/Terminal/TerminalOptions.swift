import Console

/// What the program decides about its terminal before taking it.
package struct TerminalOptions: Hashable, Sendable {
  /// `.monochrome` when the person asked for no colour; a terminal without any gets it anyway.
  package var theme = Theme.colour
  /// `.ascii` when asked for; a terminal that needs it gets it anyway.
  package var glyphs = Glyphs.unicode
  /// How far away the keyboard is.
  package var line = Line.local
  /// Whether clicks and the wheel reach the program rather than the terminal's own selection.
  package var mouse = Mouse.captured
  /// The file that receives standard error during the session; `nil` leaves it alone.
  package var errorLog: String?
  /// Printed after a crash, once the terminal is usable again; at most 512 bytes.
  package var crashNotice: String?

  package init() {}

  package enum Line: Hashable, Sendable {
    case local
    /// Over a network: the parts of a key may arrive apart.
    case remote
  }

  package enum Mouse: Hashable, Sendable {
    case captured
    case released
  }
}

extension TerminalOptions.Line {
  /// How long ncurses waits for the rest of a key, in milliseconds.
  var escapeDelay: Int32 {
    switch self {
    case .local: 25
    case .remote: 100
    }
  }

  /// How long a lone Escape is then held back, in milliseconds: with the delay, not yet felt.
  var escapePatience: Int {
    switch self {
    case .local: 50
    case .remote: 100
    }
  }
}
