import Console

/// What a key does: the screens' verbs.
package enum Action: Hashable, Sendable, CaseIterable {
  case answer
  case confirm
  case tick
  case point
  case type
  case erase
  case emptyField
  case clear
  case validate
  case carryOn
  case scroll
  case back
  case plan
  case remaining
  case remark
  case special
  case undo
  case redo
  case menu
  case help
  case quit
  case redraw
  case summary
  case language
  case newLine
  case open
  case add
  case remove
  case choose
  case close
  case new
  case stop
  case filter
  case pages
  case suspend
  case validateField
  case visit
  case fold
}

extension Action {
  /// The verbs of a line or a text being typed.
  var isTyping: Bool { [.type, .erase, .emptyField, .newLine].contains(self) }
}

/// Keys that do one thing, and how the help row tells it: what acts is what is shown.
package struct Binding: Hashable, Sendable {
  package enum Keys: Hashable, Sendable {
    case keys([Key])
    /// Digits from 1 to so many, and the unshifted AZERTY row.
    case digits(through: Int)
    /// Any printable character, and pasted text.
    case typing
  }

  let keys: Keys
  let action: Action
  /// How the keys are written; nil: the first key's name.
  let shown: String?
  /// Lower ones go first when the row is too narrow; 0 is never shown.
  let priority: Int

  init(_ keys: [Key], _ action: Action, shown: String? = nil, priority: Int = 5) {
    self.keys = .keys(keys)
    self.action = action
    self.shown = shown
    self.priority = priority
  }

  init(_ keys: Keys, _ action: Action, shown: String? = nil, priority: Int = 5) {
    self.keys = keys
    self.action = action
    self.shown = shown
    self.priority = priority
  }

  func answers(to key: Key) -> Bool {
    switch keys {
    case .keys(let keys): return keys.contains(key)
    case .digits(let last):
      guard case .character(let character) = key, let digit = character.typedDigit else {
        return false
      }
      return last >= 10 || digit <= last
    case .typing:
      switch key {
      case .character, .paste: return true
      case .enter, .newline, .tab, .backTab, .escape, .backspace, .delete, .insert, .up, .down,
        .left, .right, .home, .end, .pageUp, .pageDown, .function, .control, .alt, .mouse:
        return false
      }
    }
  }
}

extension Character {
  /// The digit typed, shifted or not, on a French keyboard too.
  var typedDigit: Int? { wholeNumberValue.flatMap { isASCII ? $0 : nil } ?? digitOnAzertyRow }
}

extension [Binding] {
  func action(for key: Key) -> Action? { first { $0.answers(to: key) }?.action }

  /// The help row: as many bindings as fit in `width` columns, the first of high priority kept.
  func helpRow(in words: Words, width: Int) -> [HelpEntry] {
    let entries = enumerated().filter { $0.element.priority > 0 }.map { place, binding in
      HelpEntry(
        place: place, key: binding.name(in: words), label: words.actions[binding.action] ?? "")
    }
    var room = width + HelpEntry.gap
    var kept: Set<Int> = []
    let byPriority = entries.sorted { self[$0.place].priority > self[$1.place].priority }
    for entry in byPriority where entry.width + HelpEntry.gap <= room {
      room -= entry.width + HelpEntry.gap
      kept.insert(entry.place)
    }
    return entries.filter { kept.contains($0.place) }
  }
}

/// One key and what it does, as a help row shows them.
struct HelpEntry: Hashable {
  /// Columns between two.
  static let gap = 3

  /// Among the bindings of its table.
  let place: Int
  let key: String
  let label: String

  var width: Int { TextWidth.width(of: key) + 1 + TextWidth.width(of: label) }
}

extension Binding {
  func name(in words: Words) -> String {
    if let shown { return shown }
    switch keys {
    case .keys(let keys): return keys.first.map { words.name(of: $0) } ?? ""
    case .digits(let last): return "1-\(Swift.min(last, 9))"
    case .typing: return ""
    }
  }
}

extension Words {
  func name(of key: Key) -> String {
    if let name = keyNames[key] { return name }
    switch key {
    case .control(let letter): return "^" + letter.uppercased()
    case .function(let number): return "F\(number)"
    case .character(let character): return String(character)
    case .enter, .newline, .tab, .backTab, .escape, .backspace, .delete, .insert, .up, .down,
      .left, .right, .home, .end, .pageUp, .pageDown, .alt, .paste, .mouse:
      return "?"
    }
  }
}
