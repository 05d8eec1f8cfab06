/// One thing a person did with the keyboard or the mouse.
package enum Key: Hashable, Sendable {
  case character(Character)
  case enter
  /// Control-J, which a terminal in raw mode tells from Enter.
  case newline
  case tab
  case backTab
  case escape
  case backspace
  case delete
  case insert
  case up
  case down
  case left
  case right
  case home
  case end
  case pageUp
  case pageDown
  /// F1 to F12.
  case function(Int)
  /// A lower-case letter held with Control.
  case control(Character)
  /// A character held with Alt; bound to nothing, so that it types nothing.
  case alt(Character)
  /// Pasted text: newlines and tabs kept, other controls dropped, at most 64 KiB.
  case paste(String)
  /// Row and column from 0 at the top left.
  case mouse(row: Int, column: Int, kind: MouseKind)
}

/// What the mouse did.
package enum MouseKind: Hashable, Sendable {
  case press
  case wheelUp
  case wheelDown
}

extension Character {
  /// The digit of the key that types this character without Shift on an AZERTY keyboard, or `nil`.
  ///
  /// Accented capitals are what Caps Lock gives; `§` and `!` are 6 and 8 on Belgian and Apple
  /// keyboards. Digits themselves are not mapped.
  package var digitOnAzertyRow: Int? {
    switch self {
    case "&": 1
    case "é", "É": 2
    case "\"": 3
    case "'": 4
    case "(": 5
    case "-", "§": 6
    case "è", "È": 7
    case "_", "!": 8
    case "ç", "Ç": 9
    case "à", "À": 0
    // Any other character: `Character` is not an enum of ours.
    default: nil
    }
  }
}
