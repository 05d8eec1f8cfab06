/// Several lines being typed, wrapped to the width they are shown in.
package struct TextArea: Hashable, Sendable {
  package private(set) var buffer: EditBuffer

  /// An area holding `text` with the caret at its end.
  ///
  /// `maximum` counts newlines too; none is no limit.
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

  /// Does what a key means in an area shown in `columns` × `rows`.
  ///
  /// Enter and Control-J begin a line; up and down move by lines as they are shown.
  package mutating func press(_ key: Key, columns: Int, rows: Int) -> EditOutcome { .ignored }

  package mutating func replace(with text: String) {}
  package mutating func undo() -> EditOutcome { .ignored }
  package mutating func redo() -> EditOutcome { .ignored }

  /// The lines that show in `columns` × `rows`, the caret among them.
  package func window(columns: Int, rows: Int) -> Window {
    Window(lines: [], caret: Canvas.Position(row: 0, column: 0), firstRow: 0, totalRows: 1)
  }

  /// What shows of an area.
  package struct Window: Hashable, Sendable {
    package var lines: [String]
    /// From the window's top left corner.
    package var caret: Canvas.Position
    /// How many rows lie above.
    package var firstRow: Int
    package var totalRows: Int
    /// How many rows lie below.
    package var rowsBelow: Int { max(0, totalRows - firstRow - lines.count) }
  }
}
