import Console

/// A text to read: nothing to answer.
struct NoticeEditor: Hashable {
  private(set) var scroll = Scroll()

  mutating func press(_ key: Key, _ action: Action?, in context: EditorContext) -> Outcome {
    switch action {
    case .scroll:
      scroll.press(key, rows: context.rows, of: context.lineCount)
      return .drawn
    case .carryOn:
      if key == .pageDown, !scroll.isAtEnd(rows: context.rows, of: context.lineCount) {
        scroll.press(key, rows: context.rows, of: context.lineCount)
        return .drawn
      }
      return .leave
    default: return .passed
    }
  }

  func draw(on body: inout Body, in context: EditorContext) { body.scroll = scroll.first }
}

/// How far a long text is scrolled, in lines.
struct Scroll: Hashable {
  private(set) var first = 0

  mutating func press(_ key: Key, rows: Int, of count: Int) {
    let most = max(0, count - rows)
    switch key {
    case .up: first -= 1
    case .down: first += 1
    case .home: first = 0
    case .end: first = most
    case .pageUp: first -= max(1, rows - 2)
    case .pageDown: first += max(1, rows - 2)
    case .character, .enter, .newline, .tab, .backTab, .escape, .backspace, .delete, .insert,
      .left, .right, .function, .control, .alt, .paste, .mouse:
      break
    }
    first = min(max(first, 0), most)
  }

  func isAtEnd(rows: Int, of count: Int) -> Bool { first >= count - rows }
}
