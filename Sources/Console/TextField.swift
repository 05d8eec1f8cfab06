/// One line being typed.
///
/// Positions and lengths count characters as a person sees them: `é` is one.
package struct TextField: Hashable, Sendable {
  package private(set) var buffer: EditBuffer

  /// A field holding `text` with the caret at its end; no `maximum` is no limit.
  package init(_ text: String = "", maximum: Int? = nil) {
    buffer = EditBuffer(text, maximum: maximum)
  }

  package var text: String { buffer.text }
  package var isEmpty: Bool { buffer.isEmpty }
  package var count: Int { buffer.count }
  package var caret: Int { buffer.caret }
  package var maximum: Int? { buffer.maximum }
  package var canUndo: Bool { buffer.canUndo }
  package var canRedo: Bool { buffer.canRedo }

  /// Does what a key means in a field, and says what came of it.
  package mutating func press(_ key: Key) -> EditOutcome { .ignored }

  /// Replaces everything; one undo brings it back.
  package mutating func replace(with text: String) {}
  /// Takes back the last burst of typing.
  package mutating func undo() -> EditOutcome { .ignored }
  package mutating func redo() -> EditOutcome { .ignored }

  /// The part that shows in `width` columns, caret included.
  package func window(width: Int) -> Window {
    Window(text: text, caretColumn: 0, isCutLeft: false, isCutRight: false)
  }

  /// What shows of a field.
  package struct Window: Hashable, Sendable {
    package var text: String
    /// The caret's column from the window's left edge, below its width.
    package var caretColumn: Int
    package var isCutLeft: Bool
    package var isCutRight: Bool
  }
}

/// What a key did to a text.
package enum EditOutcome: Hashable, Sendable {
  case changed
  case moved
  /// The text has its maximum length: nothing was added, or not all of it.
  case full
  /// The key means nothing here, or changes nothing.
  case ignored
}
