/// What has to be sent to the terminal for it to show the next picture.
package struct Frame: Hashable, Sendable {
  package let runs: [Run]

  /// Cells of one row and one style that stand side by side.
  package struct Run: Hashable, Sendable {
    package var row: Int
    package var column: Int
    package var style: Style
    /// Never begins or ends in the middle of a wide character.
    package var cells: ArraySlice<Cell>

    /// The run as text.
    package var text: String { String(cells.filter { $0.width > 0 }.map(\.character)) }
  }

  /// The runs that differ between two pictures.
  ///
  /// Without a previous one, or with one of another size, the terminal is taken to be blank.
  package init(from previous: Canvas?, to next: Canvas) {
    let sameSize = previous?.columns == next.columns && previous?.rows == next.rows
    let old = sameSize ? previous?.cells : nil
    runs = (0..<next.rows).flatMap { row in
      let range = row * next.columns..<(row + 1) * next.columns
      if Self.isSame(range, old, next.cells) { return [Run]() }
      return Self.runs(in: range, old: old, new: next.cells)
    }
  }

  private static func runs(in row: Range<Int>, old: [Cell]?, new: [Cell]) -> [Run] {
    var runs: [Run] = []
    var index = row.lowerBound
    while index < row.upperBound {
      let length = max(1, Int(new[index].width))
      let range = index..<min(index + length, row.upperBound)
      index = range.upperBound
      if isSame(range, old, new) { continue }
      let column = range.lowerBound - row.lowerBound
      if let last = runs.last, last.cells.endIndex == range.lowerBound,
        last.style == new[range.lowerBound].style
      {
        runs[runs.count - 1].cells = new[last.cells.startIndex..<range.upperBound]
      } else {
        let number = row.lowerBound / row.count
        let style = new[range.lowerBound].style
        runs.append(Run(row: number, column: column, style: style, cells: new[range]))
      }
    }
    return runs
  }

  private static func isSame(_ range: Range<Int>, _ old: [Cell]?, _ new: [Cell]) -> Bool {
    guard let old else { return new[range].allSatisfy { $0 == .blank } }
    for index in range where old[index] != new[index] { return false }
    return true
  }
}
