/// Several lines being typed, wrapped to the width they are shown in.
///
/// The last column is kept for the caret: text wraps one column before the edge.
package struct TextArea: Hashable, Sendable {
  package private(set) var buffer: EditBuffer
  /// The first row shown, as the last key left it.
  private var top = 0
  /// The column up and down aim at, so that a short line in between does not lose it.
  private var aim: Int?

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
  /// Enter and Control-J begin a line; up and down move by lines as they are shown. Tab and the
  /// page keys are left to the screen: they leave the area.
  package mutating func press(_ key: Key, columns: Int, rows: Int) -> EditOutcome {
    let aimed = aim
    aim = nil
    let outcome = act(on: key, columns: columns, aiming: aimed)
    top = window(columns: columns, rows: rows).firstRow
    return outcome
  }

  private mutating func act(on key: Key, columns: Int, aiming aimed: Int?) -> EditOutcome {
    switch key {
    case .character(let character): buffer.type(character)
    case .enter, .newline: buffer.insert("\n")
    case .paste(let text): buffer.insert(text)
    case .backspace: buffer.deleteBackward()
    case .delete: buffer.deleteForward()
    case .left: buffer.move(to: caret - 1)
    case .right: buffer.move(to: caret + 1)
    case .up: moveRow(by: -1, columns: columns, aiming: aimed)
    case .down: moveRow(by: 1, columns: columns, aiming: aimed)
    case .home: buffer.move(to: ends(ofRowIn: columns).lowerBound)
    case .end, .control("e"): buffer.move(to: ends(ofRowIn: columns).upperBound)
    case .control("u"): buffer.clear()
    case .control("w"): buffer.deleteWordBackward()
    case .tab, .backTab, .escape, .insert, .pageUp, .pageDown, .function, .control, .alt, .mouse:
      .ignored
    }
  }

  /// Inserts a text at the caret, as a paste does.
  package mutating func insert(_ text: String) -> EditOutcome { buffer.insert(text) }

  /// Replaces everything; one undo brings it back.
  package mutating func replace(with text: String) { buffer.replace(with: text) }

  /// Takes back the last burst of typing.
  package mutating func undo() -> EditOutcome { buffer.undo() }

  package mutating func redo() -> EditOutcome { buffer.redo() }
}

extension TextArea {
  /// The lines that show in `columns` × `rows`, the caret among them.
  package func window(columns: Int, rows: Int) -> Window {
    let all = layout(columns)
    let place = position(in: all)
    let shown = max(0, rows)
    var first = min(top, max(0, all.count - shown))
    if place.row < first { first = place.row }
    if place.row >= first + shown { first = max(0, place.row - max(0, shown - 1)) }
    let caret = Canvas.Position(
      row: place.row - first, column: min(place.column, max(0, columns - 1)))
    return Window(
      lines: all[first..<min(all.count, first + shown)].map { String(buffer.characters[$0]) },
      caret: caret, firstRow: first, totalRows: all.count)
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

  private func layout(_ columns: Int) -> [Range<Int>] {
    Wrapping.rows(of: buffer.characters, width: columns - 1)
  }

  private func position(in rows: [Range<Int>]) -> Canvas.Position {
    let row = rows.lastIndex { $0.lowerBound <= caret } ?? 0
    let before = buffer.characters[rows[row].lowerBound..<caret]
    return Canvas.Position(row: row, column: Self.columns(of: before))
  }

  /// The first and the last place of the caret on its row.
  private func ends(ofRowIn columns: Int) -> ClosedRange<Int> {
    let rows = layout(columns)
    return Self.ends(of: position(in: rows).row, in: rows)
  }

  /// A row that wraps ends before its last character: the place after it begins the next row.
  private static func ends(of row: Int, in rows: [Range<Int>]) -> ClosedRange<Int> {
    let range = rows[row]
    let wraps = row + 1 < rows.count && rows[row + 1].lowerBound == range.upperBound
    return range.lowerBound...max(range.lowerBound, range.upperBound - (wraps ? 1 : 0))
  }

  private mutating func moveRow(by step: Int, columns: Int, aiming aimed: Int?) -> EditOutcome {
    let rows = layout(columns)
    let here = position(in: rows)
    let column = aimed ?? here.column
    guard rows.indices.contains(here.row + step) else { return .ignored }
    let ends = Self.ends(of: here.row + step, in: rows)
    var place = ends.lowerBound
    var used = 0
    while place < ends.upperBound {
      used += TextWidth.width(of: buffer.characters[place])
      if used > column { break }
      place += 1
    }
    let outcome = buffer.move(to: place)
    aim = column
    return outcome
  }

  private static func columns(of characters: ArraySlice<Character>) -> Int {
    characters.reduce(0) { $0 + TextWidth.width(of: $1) }
  }
}
