import Console
import Formulas
import Interviews
import Questions

/// A text to read to its end, then to confirm by a positive act: Enter alone never does.
struct AcknowledgeEditor: Hashable {
  private(set) var scroll = Scroll()

  init(_ spot: Spot, _ interview: Interview) {}

  mutating func press(_ key: Key, _ action: Action?, in context: EditorContext) -> Outcome {
    let isAtEnd = scroll.isAtEnd(rows: context.rows, of: context.lineCount)
    if action == .scroll {
      scroll.press(key, rows: context.rows, of: context.lineCount)
      return .drawn
    }
    if action == .clear { return .clear }
    guard action == .confirm || action == .validate else { return .passed }
    if isGiven(in: context) {
      return action == .validate ? .leave : .give(.text("OK"), thenLeaves: false)
    }
    guard isAtEnd else {
      scroll.press(.pageDown, rows: context.rows, of: context.lineCount)
      return action == .validate ? .drawn : .message(context.words.readAndConfirm)
    }
    return action == .validate
      ? .give(.text(""), thenLeaves: true) : .give(.text("OK"), thenLeaves: false)
  }

  private func isGiven(in context: EditorContext) -> Bool {
    !context.interview.value(at: context.spot).isBlank
  }

  func draw(on body: inout Body, in context: EditorContext) {
    let given = isGiven(in: context)
    body.blank()
    let mark = given ? "[\(context.glyphs.ticked)]" : "[ ]"
    let line = body.lines.count
    body.line(
      [
        .init(
          column: 1, text: "  1 \(mark) \(context.words.confirmRead)",
          style: given ? .chosen : .text)
      ], target: .init(.option))
    body.placeCursor(line: line, column: 6)
    body.scroll = scroll.first
  }

  func status(in context: EditorContext) -> String {
    isGiven(in: context) ? context.words.answerIs(context.words.read) : context.words.readAndConfirm
  }
}
