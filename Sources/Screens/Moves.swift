import Console

extension Key {
  /// Where a key leads from a place in a list, from 0 to `last`; other keys stay.
  ///
  /// - Parameter page: how many places the page keys pass.
  func moved(from place: Int, last: Int, page: Int = 1) -> Int {
    let target =
      switch self {
      case .up, .left: place - 1
      case .down, .right: place + 1
      case .home: 0
      case .end: last
      case .pageUp: place - page
      case .pageDown: place + page
      case .character, .enter, .newline, .tab, .backTab, .escape, .backspace, .delete, .insert,
        .function, .control, .alt, .paste, .mouse:
        place
      }
    return min(max(target, 0), max(0, last))
  }

  /// What a key types in a search: a text to put at the end; nil for other keys.
  var typed: String? {
    if case .character(let character) = self { return String(character) }
    if case .paste(let text) = self { return String(text.prefix(80)) }
    return nil
  }

  /// The digit typed, on a French keyboard too; nil for any other key.
  var digit: Int? {
    guard case .character(let character) = self else { return nil }
    return character.typedDigit
  }
}

/// How far a long text is scrolled, in lines.
struct Scroll: Hashable {
  private(set) var first = 0

  mutating func press(_ key: Key, rows: Int, of count: Int) {
    first = key.moved(from: first, last: max(0, count - rows), page: max(1, rows - 2))
  }

  func isAtEnd(rows: Int, of count: Int) -> Bool { first >= count - rows }
}
