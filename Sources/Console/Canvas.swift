/// A picture of the terminal: a grid of cells, a cursor, and the parts that answer the mouse.
///
/// Whatever falls outside is silently clipped, and a canvas of no cells is a canvas.
package struct Canvas: Hashable, Sendable {
  package let columns: Int
  package let rows: Int
  /// The marks of rules, boxes and cut texts.
  package let glyphs: Glyphs
  /// Row by row.
  package private(set) var cells: [Cell]
  /// Where the terminal's own cursor stands: on the focus, for screen readers and magnifiers.
  package var cursor: Position?
  /// Later ones lie above earlier ones.
  package private(set) var hits: [Hit] = []

  /// A row and a column, from 0 at the top left.
  package struct Position: Hashable, Sendable {
    package var row: Int
    package var column: Int

    package init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  /// A blank canvas; a negative size counts as none.
  package init(columns: Int, rows: Int, glyphs: Glyphs = .unicode) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
    self.glyphs = glyphs
    cells = Array(repeating: .blank, count: self.columns * self.rows)
  }

  /// The whole canvas.
  package var area: Area { Area(row: 0, column: 0, rows: rows, columns: columns) }

  /// The cell at a place, or `nil` outside.
  package func cell(row: Int, column: Int) -> Cell? {
    guard area.contains(row: row, column: column) else { return nil }
    return cells[row * columns + column]
  }

  /// Writes one line of text and returns the columns it takes.
  ///
  /// Text that does not fit in `width`, or in the rest of the row, ends with an ellipsis. Controls
  /// and characters no terminal draws well are replaced as in `TextWidth.sanitized`.
  @discardableResult
  package mutating func write(
    _ text: String, row: Int, column: Int, style: Style = .text, width: Int? = nil
  ) -> Int {
    let room = min(width ?? .max, columns - column)
    guard room > 0 else { return 0 }
    if let count = TextWidth.singleCount(of: text), count <= room {
      var index = row * columns + column
      let visible = clearEnds(row: row, columns: column..<column + count)
      for scalar in text.unicodeScalars {
        defer { index += 1 }
        guard visible.contains(index) else { continue }
        cells[index] = Cell(Cluster(TextWidth.single(scalar) ?? scalar), style: style)
      }
      return count
    }
    let clipped = TextWidth.clipped(TextWidth.sanitized(text), to: room, glyphs: glyphs)
    var next = column
    for character in clipped {
      let characterWidth = TextWidth.width(of: character)
      put(Cell(character, style: style, width: Int8(characterWidth)), row: row, column: next)
      next += characterWidth
    }
    return next - column
  }

  /// Writes a text whose last character stands just before column `end`.
  @discardableResult
  package mutating func write(
    _ text: String, row: Int, endingAt end: Int, style: Style = .text
  ) -> Int {
    let textWidth = min(TextWidth.width(of: TextWidth.sanitized(text)), max(0, end))
    return write(text, row: row, column: end - textWidth, style: style, width: textWidth)
  }

  /// Writes one mark.
  package mutating func write(
    _ mark: Character, row: Int, column: Int, style: Style = .text
  ) {
    write(String(mark), row: row, column: column, style: style)
  }

  /// Fills a rectangle with one mark of one column; a wider one fills with spaces.
  package mutating func fill(_ area: Area, with mark: Character = " ", style: Style = .text) {
    let cell = Cell(TextWidth.width(of: mark) == 1 ? mark : " ", style: style)
    let columns = visibleColumns(of: area)
    for row in visibleRows(of: area) {
      for index in clearEnds(row: row, columns: columns) { cells[index] = cell }
    }
  }

  /// Changes the style of what is already drawn in a rectangle.
  package mutating func restyle(_ area: Area, _ change: (Style) -> Style) {
    for row in visibleRows(of: area) {
      for column in visibleColumns(of: area) {
        let index = row * columns + column
        cells[index].style = change(cells[index].style)
      }
    }
  }

  /// Draws a horizontal rule, over the rest of the row when `width` is `nil`.
  package mutating func rule(row: Int, column: Int = 0, width: Int? = nil, style: Style = .rule) {
    fill(
      Area(row: row, column: column, rows: 1, columns: width ?? max(0, columns - column)),
      with: glyphs.horizontal, style: style)
  }

  /// Draws a box with an empty inside; less than two rows or columns draws nothing.
  package mutating func box(_ area: Area, style: Style = .rule) {
    guard area.rows >= 2, area.columns >= 2 else { return }
    let last = Position(row: area.row + area.rows - 1, column: area.column + area.columns - 1)
    fill(area.inside)
    for row in [area.row, last.row] {
      rule(row: row, column: area.column, width: area.columns, style: style)
    }
    for column in [area.column, last.column] {
      let side = Area(row: area.row, column: column, rows: area.rows, columns: 1)
      fill(side, with: glyphs.vertical, style: style)
    }
    put(Cell(glyphs.topLeft, style: style), row: area.row, column: area.column)
    put(Cell(glyphs.topRight, style: style), row: area.row, column: last.column)
    put(Cell(glyphs.bottomLeft, style: style), row: last.row, column: area.column)
    put(Cell(glyphs.bottomRight, style: style), row: last.row, column: last.column)
  }

  /// Makes a part of a row answer the mouse; outside the canvas it answers nothing.
  package mutating func hit(_ target: Hit.Target, row: Int, columns: Range<Int>) {
    let visible = columns.clamped(to: 0..<self.columns)
    guard !visible.isEmpty, row >= 0, row < rows else { return }
    hits.append(Hit(target: target, row: row, columns: visible))
  }

  /// Makes the parts drawn so far deaf to the mouse: what lies under an overlay.
  package mutating func forgetHits() { hits = [] }

  /// What a click at a place means, or `nil`.
  package func target(row: Int, column: Int) -> Hit.Target? {
    hits.last { $0.row == row && $0.columns.contains(column) }?.target
  }

  /// Puts a cell and whatever its neighbours need: no half of a wide character is left alone.
  private mutating func put(_ cell: Cell, row: Int, column: Int) {
    guard row >= 0, row < rows, column >= 0, column < columns else { return }
    var cell = cell
    if cell.width == 2, column + 1 >= columns { cell = Cell(" ", style: cell.style) }
    clearHalves(row: row, column: column)
    cells[row * columns + column] = cell
    if cell.width == 2 {
      clearHalves(row: row, column: column + 1)
      cells[row * columns + column + 1] = Cell(" ", style: cell.style, width: 0)
    }
  }

  /// Prepares a part of a row to be overwritten by narrow characters, which can cut a wide one in
  /// two only at its ends; the places of its cells that exist.
  private mutating func clearEnds(row: Int, columns: Range<Int>) -> Range<Int> {
    let visible = columns.clamped(to: 0..<self.columns)
    guard let last = visible.last, row >= 0, row < rows else { return 0..<0 }
    clearHalves(row: row, column: visible.lowerBound)
    clearHalves(row: row, column: last)
    return row * self.columns + visible.lowerBound..<row * self.columns + visible.upperBound
  }

  /// Blanks the other half of a wide character about to be overwritten in part.
  private mutating func clearHalves(row: Int, column: Int) {
    let index = row * columns + column
    switch cells[index].width {
    case 2 where column + 1 < columns: cells[index + 1] = Cell(" ", style: cells[index].style)
    case 0 where column > 0: cells[index - 1] = Cell(" ", style: cells[index].style)
    default: break
    }
  }

  private func visibleRows(of area: Area) -> Range<Int> {
    (area.row..<max(area.row, area.row + area.rows)).clamped(to: 0..<rows)
  }

  private func visibleColumns(of area: Area) -> Range<Int> {
    (area.column..<max(area.column, area.column + area.columns)).clamped(to: 0..<columns)
  }
}

extension Canvas {
  /// The rows joined by newlines, without the spaces that end them.
  package var text: String { layer { $0.width == 0 ? nil : $0.character } }

  /// One letter per cell (`Style.letter`), rows joined by newlines; a cell of plain text and its
  /// space are both `.`, and the dots that end a row are left out.
  package var styleLayer: String { layer(trimming: ".") { $0.style.letter } }

  private func layer(trimming end: Character = " ", _ mark: (Cell) -> Character?) -> String {
    (0..<rows).map { row in
      var line = cells[row * columns..<(row + 1) * columns].compactMap(mark)
      while line.last == end { line.removeLast() }
      return String(line)
    }.joined(separator: "\n")
  }
}

extension Canvas {
  /// Puts a row into ASCII; see `inASCII`.
  mutating func transliterate(row: Int) {
    var column = 0
    while column < columns {
      let index = row * columns + column
      let width = max(1, Int(cells[index].width))
      if let ascii = Transliteration(cells[index].character) {
        column += replace(index, with: ascii, row: row, column: column, width: width)
      } else {
        column += width
      }
    }
  }

  /// Replaces one character and returns the columns it takes now.
  private mutating func replace(
    _ index: Int, with ascii: Transliteration, row: Int, column: Int, width: Int
  ) -> Int {
    let style = cells[index].style
    var marks = Array(ascii.long)
    if marks.count > width, !takeColumn(row: row, after: column + width - 1) {
      marks = [ascii.short]
    }
    while marks.count < width { marks.append(" ") }
    for (offset, mark) in marks.enumerated() { cells[index + offset] = Cell(mark, style: style) }
    return marks.count
  }

  /// Frees the cell after `column` by moving what follows into the row's next gap of two blanks.
  private mutating func takeColumn(row: Int, after column: Int) -> Bool {
    let start = row * columns + column + 1
    let end = (row + 1) * columns
    guard start < end else { return false }
    var gap = start
    while gap < end, !isBlank(gap) || (gap + 1 < end && !isBlank(gap + 1)) { gap += 1 }
    guard gap < end else { return false }
    cells.remove(at: gap)
    cells.insert(Cell(" ", style: cells[start - 1].style), at: start)
    if let place = cursor, place.row == row, place.column > column,
      row * columns + place.column <= gap
    {
      cursor?.column += 1
    }
    return true
  }

  private func isBlank(_ index: Int) -> Bool {
    cells[index].cluster == Cell.blank.cluster && cells[index].width == 1
  }
}
