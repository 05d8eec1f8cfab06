import Console

/// A text to read: nothing to answer.
struct NoticeEditor: Hashable {
  private(set) var scroll = Scroll()

  mutating func press(_ key: Key, _ action: Action?, in context: EditorContext) -> Outcome {
    let isAtEnd = scroll.isAtEnd(rows: context.rows, of: context.lineCount)
    if action == .scroll || action == .carryOn && key == .pageDown && !isAtEnd {
      scroll.press(key, rows: context.rows, of: context.lineCount)
      return .drawn
    }
    return action == .carryOn ? .leave : .passed
  }

  func draw(on body: inout Body, in context: EditorContext) { body.scroll = scroll.first }
}
