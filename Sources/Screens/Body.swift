import Console

/// Lines to show in the middle of a screen: as many as needed, the focus marked; the screen shows
/// the part that fits.
struct Body {
  struct Run {
    let column: Int
    let text: String
    let style: Style
  }

  struct Line {
    var runs: [Run] = []
    var target: Hit.Target?
    /// Counts among what "7 de plus" counts.
    var isEntry = false
  }

  let width: Int
  private(set) var lines: [Line] = []
  /// The lines that must be seen, if any.
  private(set) var focus: Range<Int>?
  /// Where the terminal's cursor stands, by line.
  private(set) var cursor: (line: Int, column: Int)?
  /// The first line shown, where the person scrolls; nil: as needed to show the focus.
  var scroll: Int?

  /// Entries that were not even drawn, after the last line.
  var below = 0

  init(width: Int) { self.width = width }

  mutating func blank() { lines.append(Line()) }

  /// Entries too far from the focus to be seen, a line each.
  mutating func skip(_ count: Int) {
    lines.append(contentsOf: repeatElement(Line(isEntry: true), count: count))
  }

  /// A wrapped text; its further lines start where its first does.
  mutating func text(
    _ text: String, at column: Int = 1, style: Style = .text, target: Hit.Target? = nil,
    hanging: Int = 0, width room: Int? = nil
  ) {
    let wrapped = Wrapping.lines(
      of: TextWidth.sanitizedLines(text), width: max(8, room ?? width - column),
      hanging: hanging)
    for line in wrapped {
      lines.append(
        Line(runs: [Run(column: column, text: line, style: style)], target: target))
    }
  }

  mutating func line(_ runs: [Run], target: Hit.Target? = nil, isEntry: Bool = false) {
    lines.append(Line(runs: runs, target: target, isEntry: isEntry))
  }

  mutating func line(_ text: String, at column: Int = 1, style: Style = .text) {
    line([Run(column: column, text: text, style: style)])
  }

  /// Adds a run to a line already there.
  mutating func append(_ run: Run, to line: Int) {
    guard lines.indices.contains(line) else { return }
    lines[line].runs.append(run)
  }

  /// Marks the lines from `first` on as what must be seen, the cursor at a column of the first.
  mutating func markFocus(from first: Int, column: Int) {
    focus = first..<max(first + 1, lines.count)
    cursor = (first, column)
  }

  mutating func placeCursor(line: Int, column: Int) { cursor = (line, column) }

  mutating func markEntry(_ line: Int) {
    guard lines.indices.contains(line) else { return }
    lines[line].isEntry = true
  }

  /// Draws the part that shows the focus, and says how much is below.
  func draw(on canvas: inout Canvas, in area: Area, more: (Int) -> String) {
    guard area.rows > 0 else { return }
    let first = firstLine(rows: area.rows)
    let isCut = first + area.rows < lines.count && hidesMore(from: first + area.rows - 1)
    let last = isCut ? first + area.rows - 1 : min(first + area.rows, lines.count)
    for (row, index) in (first..<last).enumerated() {
      for run in lines[index].runs {
        canvas.write(
          run.text, row: area.row + row, column: area.column + run.column, style: run.style,
          width: max(0, area.columns - run.column))
      }
      if let target = lines[index].target {
        canvas.hit(target, row: area.row + row, columns: 0..<canvas.columns)
      }
    }
    if isCut || below > 0 { drawMore(on: &canvas, in: area, from: last, more) }
    placeCursor(on: &canvas, in: area, first..<last)
  }

  /// Whether what lies below a line is worth saying: of a list, only its entries are.
  private func hidesMore(from line: Int) -> Bool {
    below > 0 || !lines.contains(where: \.isEntry) || lines[line...].contains(where: \.isEntry)
  }

  /// The terminal's cursor stands on the focus, else on what comes first: readers follow it.
  private func placeCursor(on canvas: inout Canvas, in area: Area, _ shown: Range<Int>) {
    let first = shown.first { !lines[$0].runs.isEmpty } ?? shown.lowerBound
    var place = Canvas.Position(
      row: area.row + first - shown.lowerBound, column: area.column + 1)
    if let cursor, shown.contains(cursor.line) {
      place = Canvas.Position(
        row: area.row + cursor.line - shown.lowerBound, column: area.column + cursor.column)
    }
    place.column = min(max(place.column, 0), max(0, canvas.columns - 1))
    canvas.cursor = place
  }

  private func drawMore(
    on canvas: inout Canvas, in area: Area, from last: Int, _ more: (Int) -> String
  ) {
    let hidden = lines[last...]
    let entries = below + hidden.count(where: \.isEntry)
    let count = entries > 0 ? entries : hidden.count
    let text = " " + more(count)
    let row = area.row + area.rows - 1
    canvas.write(text, row: row, endingAt: area.column + area.columns, style: .quiet)
  }

  /// The first line shown in so many rows.
  func firstLine(rows: Int) -> Int {
    let most = max(0, lines.count - rows)
    if let scroll { return min(max(scroll, 0), most) }
    guard let focus else { return 0 }
    // One line is kept free for what says that there is more.
    let room = max(1, rows - (focus.upperBound < lines.count ? 1 : 0))
    if focus.upperBound <= room { return 0 }
    return min(max(0, min(focus.lowerBound, focus.upperBound - room)), most)
  }

  func isCut(rows: Int) -> Bool { firstLine(rows: rows) + rows < lines.count }
}

extension TextWidth {
  /// A text made harmless line by line: its own newlines stay.
  static func sanitizedLines(_ text: String) -> String {
    // Most texts are one line.
    guard text.utf8.contains(UInt8(ascii: "\n")) else { return sanitized(text) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { sanitized(String($0)) }.joined(separator: "\n")
  }
}
