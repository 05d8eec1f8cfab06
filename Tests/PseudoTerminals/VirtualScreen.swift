/// What a terminal shows after the bytes it was fed: as much of an xterm as ncurses uses.
package struct VirtualScreen: Sendable {
  package private(set) var columns: Int
  package private(set) var rows: Int
  /// Row and column of the cursor, from 0.
  package private(set) var cursor = Place(row: 0, column: 0)
  package var isCursorVisible: Bool { modes.contains(25) }
  /// Whether the picture for full-screen programs is up, rather than the shell's.
  package private(set) var isAlternate = false
  /// The private modes switched on, by number: 2004 is bracketed paste, 1000 the mouse.
  package internal(set) var modes: Set<Int> = [25, 7]
  package internal(set) var bells = 0

  var grid: [[VirtualCell]]
  var parser = VirtualParser()
  var look = VirtualLook()
  private var other: [[VirtualCell]]
  private var saved = Place(row: 0, column: 0)
  private var top = 0
  private var bottom: Int
  /// The last column was written: the next character wraps first.
  private var isPastEnd = false
  private var lastDrawn: Character = " "

  package struct Place: Hashable, Sendable {
    package var row: Int
    package var column: Int

    package init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    grid = Self.blankGrid(columns, rows)
    other = grid
    bottom = rows - 1
  }

  /// The rows joined by newlines, without the spaces that end them.
  package var text: String { lines.joined(separator: "\n") }

  package var lines: [String] {
    grid.map { row in
      var line = row.filter { !$0.isContinuation }.map(\.character)
      while line.last == " " { line.removeLast() }
      return String(line)
    }
  }

  /// How a cell looks; plain outside the screen.
  package func look(row: Int, column: Int) -> VirtualLook {
    grid.indices.contains(row) && grid[row].indices.contains(column)
      ? grid[row][column].look : VirtualLook()
  }

  /// Cuts or extends the picture at the right and at the bottom.
  package mutating func resize(columns: Int, rows: Int) {
    grid = Self.resized(grid, columns, rows)
    other = Self.resized(other, columns, rows)
    self.columns = columns
    self.rows = rows
    (top, bottom) = (0, rows - 1)
    move(row: cursor.row, column: cursor.column)
  }

  private static func blankGrid(_ columns: Int, _ rows: Int) -> [[VirtualCell]] {
    Array(repeating: Array(repeating: VirtualCell(), count: columns), count: rows)
  }

  private static func resized(
    _ grid: [[VirtualCell]], _ columns: Int, _ rows: Int
  ) -> [[VirtualCell]] {
    let blank = Array(repeating: VirtualCell(), count: columns)
    let kept = grid.prefix(rows).map { Array($0.prefix(columns) + blank.dropFirst($0.count)) }
    return kept + Array(repeating: blank, count: max(0, rows - kept.count))
  }
}

/// One column of one row.
struct VirtualCell: Sendable {
  var character: Character = " "
  var look = VirtualLook()
  var isContinuation = false
}

/// What SGR left on a cell.
package struct VirtualLook: Hashable, Sendable {
  package var isBold = false
  package var isDim = false
  package var isUnderlined = false
  package var isReversed = false
  /// 0 to 7 as in SGR 30 to 37; `nil` is the terminal's own.
  package var foreground: Int?
}

// Drawing.
extension VirtualScreen {
  mutating func draw(_ scalar: Unicode.Scalar) {
    let width = virtualWidth(of: scalar)
    if width == 0 { return combine(scalar) }
    if isPastEnd || cursor.column + width > columns {
      guard modes.contains(7) else { return }
      cursor.column = 0
      lineFeed()
    }
    lastDrawn = Character(scalar)
    let row = cursor.row
    grid[row][cursor.column] = VirtualCell(character: lastDrawn, look: look)
    if width == 2 {
      grid[row][cursor.column + 1] = VirtualCell(look: look, isContinuation: true)
    }
    let next = cursor.column + width
    cursor.column = min(next, columns - 1)
    isPastEnd = next >= columns
  }

  private mutating func combine(_ scalar: Unicode.Scalar) {
    var column = isPastEnd ? cursor.column : cursor.column - 1
    if column > 0, grid[cursor.row][column].isContinuation { column -= 1 }
    guard column >= 0 else { return }
    let base = grid[cursor.row][column].character
    guard let joined = "\(base)\(Character(scalar))".first else { return }
    grid[cursor.row][column].character = joined
  }

  mutating func repeatLast(_ count: Int) {
    for scalar in Array(repeating: lastDrawn.unicodeScalars, count: count).joined() {
      draw(scalar)
    }
  }

  mutating func erase(row: Int, _ range: Range<Int>) {
    guard grid.indices.contains(row) else { return }
    for column in range.clamped(to: 0..<columns) { grid[row][column] = VirtualCell() }
  }

  mutating func eraseInLine(_ mode: Int) {
    switch mode {
    case 1: erase(row: cursor.row, 0..<cursor.column + 1)
    case 2: erase(row: cursor.row, 0..<columns)
    // 0, and what no program sends.
    default: erase(row: cursor.row, cursor.column..<columns)
    }
  }

  mutating func eraseInDisplay(_ mode: Int) {
    eraseInLine(mode)
    let whole: Range<Int>
    switch mode {
    case 1: whole = 0..<cursor.row
    case 2: whole = 0..<rows
    // 0, and what no program sends.
    default: whole = min(rows, cursor.row + 1)..<rows
    }
    for row in whole { erase(row: row, 0..<columns) }
  }

  /// Inserts blanks at the cursor, or with a negative count removes characters there.
  mutating func shiftCharacters(_ count: Int) {
    var row = grid[cursor.row]
    let start = cursor.column
    if count > 0 {
      row.insert(contentsOf: Array(repeating: VirtualCell(), count: count), at: start)
    } else {
      row.removeSubrange(start..<min(columns, start - count))
      row += Array(repeating: VirtualCell(), count: columns)
    }
    grid[cursor.row] = Array(row.prefix(columns))
  }
}

// Moving and scrolling.
extension VirtualScreen {
  mutating func move(row: Int, column: Int) {
    cursor = Place(
      row: min(max(0, row), max(0, rows - 1)), column: min(max(0, column), max(0, columns - 1)))
    isPastEnd = false
  }

  mutating func move(rowsBy down: Int = 0, columnsBy right: Int = 0) {
    move(row: cursor.row + down, column: cursor.column + right)
  }

  mutating func lineFeed() {
    isPastEnd = false
    if cursor.row == bottom {
      scroll(from: top, by: 1)
    } else if cursor.row < rows - 1 {
      cursor.row += 1
    }
  }

  mutating func reverseLineFeed() {
    if cursor.row == top { scroll(from: top, by: -1) } else { move(rowsBy: -1) }
  }

  /// Scrolls the rows from `first` to the region's bottom: up, or down by a negative count.
  mutating func scroll(from first: Int, by count: Int) {
    guard first <= bottom else { return }
    let blank = Array(repeating: VirtualCell(), count: columns)
    for _ in 0..<min(abs(count), bottom - first + 1) {
      if count > 0 {
        grid.remove(at: first)
        grid.insert(blank, at: bottom)
      } else {
        grid.remove(at: bottom)
        grid.insert(blank, at: first)
      }
    }
  }

  /// Scrolls the whole region.
  mutating func scrollRegion(by count: Int) { scroll(from: top, by: count) }

  mutating func setRegion(_ first: Int, _ last: Int) {
    (top, bottom) = first < last && last < rows ? (first, last) : (0, rows - 1)
    move(row: 0, column: 0)
  }

  mutating func saveCursor() { saved = cursor }
  mutating func restoreCursor() { move(row: saved.row, column: saved.column) }

  mutating func reset() { self = VirtualScreen(columns: columns, rows: rows) }

  mutating func showAlternate(_ isWanted: Bool) {
    guard isWanted != isAlternate else { return }
    isAlternate = isWanted
    swap(&grid, &other)
    if isWanted { grid = Self.blankGrid(columns, rows) }
  }
}

/// The columns of a scalar, told without the tables of the program under test.
private func virtualWidth(of scalar: Unicode.Scalar) -> Int {
  switch scalar.value {
  case 0x300...0x36F, 0x200B...0x200F, 0x20D0...0x20FF, 0xFE00...0xFE0F: 0
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
    0x1F900...0x1F9FF, 0x20000...0x3FFFD:
    2
  // Everything else.
  default: 1
  }
}
