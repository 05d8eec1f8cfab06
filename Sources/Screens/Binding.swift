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
  case hide
  case validateField
  case visit
  case fold
  case results
  case export
  case settings
  case editor
  case save
  case pause
  case insert
  case moveUp
  case moveDown
  case training
  case trash
  case restore
  case trashed
  case interviews
  case day
  case nextRank
  case giveRank
}

extension Action {
  /// The verbs of a line or a text being typed.
  var isTyping: Bool { [.type, .erase, .emptyField, .newLine].contains(self) }
}

extension Action {
  /// What is done to the answer, not to where one stands.
  var isAnswering: Bool {
    switch self {
    case .answer, .confirm, .tick, .point, .type, .erase, .emptyField, .clear, .scroll, .special,
      .newLine, .open, .add, .remove, .editor, .insert, .moveUp, .moveDown,
      .day, .nextRank, .giveRank:
      true
    case .validate, .carryOn, .back, .plan, .remaining, .remark, .undo, .redo, .menu, .help, .quit,
      .redraw, .summary, .language, .choose, .close, .new, .stop, .filter, .pages, .suspend, .hide,
      .validateField, .visit, .fold, .settings, .save, .pause, .training, .trash, .restore,
      .trashed, .interviews, .results, .export:
      false
    }
  }
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

  /// The help row: as many bindings as fit in `width` columns, those of high priority kept.
  ///
  /// Bindings that do the same thing stand together; where one that nobody can do without would
  /// have no room, each shows its first key alone.
  func helpRow(in words: borrowing Words, width: Int) -> [HelpEntry] {
    let whole = entries(in: words, isTerse: false)
    let kept = whole.fitting(width)
    let lacksVital = whole.contains { entry in entry.isVital && !kept.contains(entry) }
    return lacksVital ? entries(in: words, isTerse: true).fitting(width) : kept
  }

  private func entries(in words: borrowing Words, isTerse: Bool) -> [HelpEntry] {
    var entries: [HelpEntry] = []
    for (place, binding) in enumerated() where binding.priority > 0 {
      let label = words.actions[binding.action] ?? ""
      let key = binding.name(in: words)
      if let same = entries.firstIndex(where: { $0.label == label }) {
        if !isTerse { entries[same].key += ", " + key }
      } else {
        entries.append(
          HelpEntry(place: place, key: key, label: label, priority: binding.priority))
      }
    }
    return entries
  }
}

/// One key and what it does, as a help row shows them.
struct HelpEntry: Hashable {
  /// Among the bindings of its table.
  let place: Int
  var key: String
  let label: String
  fileprivate let priority: Int

  var width: Int { TextWidth.width(of: key) + 1 + TextWidth.width(of: label) }

  /// Answering, going on, the menu.
  fileprivate var isVital: Bool { priority >= 9 }

  /// Columns between two.
  static func gap(in width: Int) -> Int { width < 58 ? 2 : 3 }
}

extension [HelpEntry] {
  /// Those that fit, the first of high priority kept, in their order.
  fileprivate func fitting(_ width: Int) -> [HelpEntry] {
    let gap = HelpEntry.gap(in: width)
    var room = width + gap
    var kept: [Int] = []
    for entry in sorted(by: { $0.priority > $1.priority }) where entry.width + gap <= room {
      room -= entry.width + gap
      kept.append(entry.place)
    }
    return filter { kept.contains($0.place) }
  }
}

extension Binding {
  func name(in words: borrowing Words) -> String {
    if let shown { return shown }
    switch keys {
    case .keys(let keys): return keys.first.map { words.name(of: $0) } ?? ""
    case .digits(let last): return last == 1 ? "1" : "1-\(Swift.min(last, 9))"
    case .typing: return ""
    }
  }
}

extension Words {
  /// What the menu calls an action.
  func menuName(of action: Action) -> String { menuNames[action] ?? actions[action] ?? "" }

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
