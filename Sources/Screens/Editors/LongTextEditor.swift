import Console
import Formulas
import Interviews
import Questions

/// A text of several lines: Enter starts a line, Tab validates.
struct LongTextEditor: Hashable {
  private(set) var area: TextArea
  private let original: String
  private let maximum: Int?

  init(_ spot: Spot, _ interview: Interview, _ question: TextQuestion, draft: String?) {
    if case .given(let value, _)? = interview.answer(at: spot) {
      original = value.plain
    } else {
      original = ""
    }
    maximum = question.maximumLength
    area = TextArea(draft ?? original, maximum: Self.mostCharacters)
  }

  /// A novel's worth, so that a paste is told too long rather than cut in silence.
  private static let mostCharacters = 100_000

  var draft: String? { area.text == original ? nil : area.text }

  mutating func replace(with text: String) { area.replace(with: text) }

  private func size(in context: EditorContext) -> (columns: Int, rows: Int) {
    (max(8, min(context.width - 8, 92)), max(3, context.rows - 7))
  }

  mutating func press(_ key: Key, _ action: Action?, in context: EditorContext) -> Outcome {
    if action == .validateField { return .give(.text(area.text), thenLeaves: true) }
    if action == .undo, area.canUndo, draft != nil {
      _ = area.undo()
      return .drawn
    }
    if action == .redo, area.canRedo {
      _ = area.redo()
      return .drawn
    }
    guard action?.isTyping ?? true else { return .passed }
    let (columns, rows) = size(in: context)
    return area.press(key, columns: columns, rows: rows) == .ignored ? .passed : .drawn
  }

  /// How a line is ended and the text given, and where room is how to say why there is none.
  func status(in context: EditorContext) -> String {
    if area.text.isEmpty, case .special = context.interview.presence(at: context.spot) {
      return context.words.answerIs(context.interview.shownAnswer(at: context.spot))
    }
    let hasSpecials = !Option.specials(of: context.interview, at: context.spot).isEmpty
    return hasSpecials && context.width >= 56
      ? "\(context.words.newLine) \(context.words.specialKey)" : context.words.newLine
  }

  func draw(on body: inout Body, in context: EditorContext) {
    let (columns, rows) = size(in: context)
    let window = area.window(columns: columns, rows: rows)
    let glyphs = context.glyphs
    let first = body.lines.count
    body.line(
      "\(glyphs.topLeft)\(String(repeating: glyphs.horizontal, count: columns + 2))\(glyphs.topRight)",
      at: 3, style: .rule)
    for row in 0..<rows {
      let text = row < window.lines.count ? window.lines[row] : ""
      body.line([
        .init(column: 3, text: String(glyphs.vertical), style: .rule),
        .init(column: 5, text: TextWidth.sanitized(text), style: .text),
        .init(column: columns + 6, text: String(glyphs.vertical), style: .rule),
      ])
    }
    let count = " \(context.words.characters(area.count, maximum)) "
    let dashes = max(0, columns + 2 - TextWidth.width(of: count) - 2)
    body.line(
      "\(glyphs.bottomLeft)\(String(repeating: glyphs.horizontal, count: dashes))\(count)"
        + "\(String(repeating: glyphs.horizontal, count: 2))\(glyphs.bottomRight)",
      at: 3, style: .rule)
    body.markFocus(from: first, column: 5)
    body.placeCursor(line: first + 1 + window.caret.row, column: 5 + window.caret.column)
  }
}
