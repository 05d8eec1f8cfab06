import Console
import Formulas
import Interviews
import Questions

/// The line an `other` choice opens, on the choice's own screen.
struct OtherField: Hashable {
  /// The choice that opens it.
  let choice: String
  /// The question it answers.
  let spot: Spot
  private(set) var field: TextField
  private let original: String
  /// Whether keys go to it.
  var isActive = false

  /// Nil where no choice of the question opens a text.
  init?(_ spot: Spot, _ interview: Interview) {
    guard let item = interview.questionnaire.otherText(of: spot.item),
      case .other(let text)? = interview.questionnaire.items[item].question?.kind
    else { return nil }
    choice = text.choice
    self.spot = Spot(frame: spot.frame, item: item)
    original = interview.enteredValue(at: self.spot).plain
    field = TextField(
      interview.drafts[self.spot] ?? original, maximum: OtherText.maximumLength)
  }

  /// What was typed and differs from what is stored.
  var draft: String? { field.text == original ? nil : field.text }

  /// - Parameter names: what is answered, as the line is given with it.
  mutating func press(_ key: Key, _ action: Action?, with names: String) -> Outcome {
    if action == .validate { return .give(.text(names, other: field.text), thenLeaves: true) }
    if key == .up || key == .down {
      isActive = key == .down
      return .drawn
    }
    if key == .control("d"), !field.isEmpty { return .drawn }
    if action == .undo, field.canUndo, draft != nil {
      _ = field.undo()
      return .drawn
    }
    if action == .redo, field.canRedo {
      _ = field.redo()
      return .drawn
    }
    return field.press(key) == .ignored ? .passed : .drawn
  }

  func draw(on body: inout Body, in context: EditorContext) {
    let label = context.width < 60 ? "" : context.words.specify + " "
    let column = 9
    let labelWidth = TextWidth.width(of: label)
    let width = max(6, min(60, body.width - column - labelWidth - 4))
    let window = field.window(width: width)
    let padding = String(repeating: " ", count: max(0, width - TextWidth.width(of: window.text)))
    let line = body.lines.count
    body.line(
      [
        .init(column: column, text: label + "[", style: isActive ? .strong : .quiet),
        .init(
          column: column + labelWidth + 1, text: window.text + padding,
          style: isActive ? .field.focused : .field),
        .init(column: column + labelWidth + 1 + width, text: "]", style: .quiet),
      ], target: .init(.field))
    if isActive {
      body.markFocus(from: line, column: column + labelWidth + 1 + window.caretColumn)
    }
  }
}
