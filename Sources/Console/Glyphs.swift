/// The marks of the screens, each one column wide in both sets.
///
/// `ascii` is for the Linux console, whose font lacks half of the others, and for locales that are
/// not UTF-8.
package enum Glyphs: Hashable, Sendable, CaseIterable {
  case unicode
  case ascii

  /// An answered question, a saved state.
  package var done: Character { either("✓", "+") }
  /// A section or an interview begun and not finished.
  package var partial: Character { either("◐", "~") }
  /// A question to be answered.
  package var open: Character { either("○", ".") }
  /// The question one stands on.
  package var here: Character { either("●", "@") }
  /// An error that blocks finishing.
  package var wrong: Character { either("✗", "X") }
  /// Something to be checked.
  package var alert: Character { "!" }
  /// A question the route does not reach.
  package var offRoute: Character { either("–", "-") }
  /// A remark is attached.
  package var note: Character { either("✎", "n") }
  /// The row the arrows point at.
  package var pointer: Character { either("▸", ">") }
  /// The mark inside a chosen `( )`.
  package var chosen: Character { either("•", "*") }
  /// The mark inside a ticked `[ ]`.
  package var ticked: Character { "x" }
  /// An option with no code.
  package var dot: Character { either("·", ".") }

  package var barFull: Character { either("█", "#") }
  package var barEmpty: Character { either("░", ".") }
  /// The insertion point of a field, where a picture needs one.
  package var caret: Character { either("▏", "_") }
  /// The end of a text that was cut.
  package var ellipsis: Character { either("…", "~") }

  package var horizontal: Character { either("─", "-") }
  package var vertical: Character { either("│", "|") }
  package var topLeft: Character { either("┌", "+") }
  package var topRight: Character { either("┐", "+") }
  package var bottomLeft: Character { either("└", "+") }
  package var bottomRight: Character { either("┘", "+") }
  package var teeUp: Character { either("┴", "+") }
  package var teeDown: Character { either("┬", "+") }
  package var teeLeft: Character { either("┤", "+") }
  package var teeRight: Character { either("├", "+") }
  package var cross: Character { either("┼", "+") }
  /// The upper end of the bar beside a text to be read aloud.
  package var barTop: Character { either("╷", "|") }
  /// Its lower end.
  package var barBottom: Character { either("╵", "|") }

  package var up: Character { either("↑", "^") }
  package var down: Character { either("↓", "v") }
  package var left: Character { either("←", "<") }
  package var right: Character { either("→", ">") }

  private func either(_ unicode: Character, _ ascii: Character) -> Character {
    switch self {
    case .unicode: unicode
    case .ascii: ascii
    }
  }
}
