import Console

/// Columns of text, as wide as what they hold, for commands that print.
struct TextTable {
  /// How a column's texts stand in it.
  enum Alignment {
    case left
    case right
  }

  private let columns: [(title: String, alignment: Alignment, widest: Int)]
  private var rows: [[String]] = []

  /// - Parameter columns: each with the most terminal columns it may take; longer texts are cut.
  init(_ columns: [(title: String, alignment: Alignment, widest: Int)]) { self.columns = columns }

  mutating func append(_ row: [String]) {
    precondition(row.count == columns.count, "a row has a text per column")
    rows.append(
      zip(row, columns).map { TextWidth.clipped(TextWidth.sanitized($0), to: $1.widest) })
  }

  /// The titles and the rows, a line feed after each.
  var text: String {
    let all = [columns.map(\.title)] + rows
    let widths = columns.indices.map { place in
      all.reduce(0) { max($0, TextWidth.width(of: $1[place])) }
    }
    var text = ""
    for row in all {
      // Blanks are owed to the next text only: no line ends with any.
      var owed = 0
      for (place, cell) in row.enumerated() {
        let padding = widths[place] - TextWidth.width(of: cell)
        let (before, after) = columns[place].alignment == .right ? (padding, 0) : (0, padding)
        owed += before
        if !cell.isEmpty {
          text += String(repeating: " ", count: owed) + cell
          owed = 0
        }
        owed += after + 2
      }
      text += "\n"
    }
    return text
  }
}
