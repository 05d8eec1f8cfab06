import Formulas

/// Rows and columns, before any format.
package struct Table: Hashable, Sendable {
  /// What it is about, and its file's name: `interviews`, or a repeat's name.
  package let name: String
  package let columns: [String]
  /// As many cells in each as there are columns.
  package private(set) var rows: [[Value]] = []

  package init(name: String, columns: [String]) {
    self.name = name
    self.columns = columns
  }

  package mutating func append(_ row: [Value]) {
    precondition(row.count == columns.count, "a row has a cell per column")
    rows.append(row)
  }
}
