import Formulas
import Synchronization

/// A list's file, read: rows and columns of text, looked up and searched without unpacking them.
///
/// The file is RFC 4180: UTF-8, a first row of column names, fields apart by commas, semicolons or
/// tabs, whichever the first row has most of.
package final class ListTable: Sendable {
  package let columns: [String]
  package let rowCount: Int
  /// Every field's bytes, one after another, quotes undone.
  private let bytes: [UInt8]
  /// Where each field starts, row by row, and where the last ends.
  private let starts: [UInt32]
  private let indexes = Mutex<[Int: RowIndex]>([:])

  /// More than any list a person searches; places in it take four bytes.
  private static let mostBytes = 1 << 30

  /// Reads a file whole.
  ///
  /// - Throws: `ListFault`, with its line.
  package init(_ file: [UInt8]) throws(ListFault) {
    guard file.count <= Self.mostBytes else { throw .tooLarge }
    let (columns, reader) = try file.withUnsafeBufferPointer { file throws(ListFault) in
      var reader = RowReader(file)
      let columns = try reader.header()
      try reader.readRows(columnCount: columns.count)
      return (columns, reader)
    }
    self.columns = columns
    bytes = reader.bytes
    starts = reader.starts
    rowCount = (starts.count - 1) / max(1, columns.count)
  }

  /// Where a column stands, from 0.
  package func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

  /// One field's text.
  package func field(row: Int, column: Int) -> String {
    withField(row: row, column: column) { String(decoding: $0, as: UTF8.self) }
  }

  /// One row whole, from 0.
  package func row(_ row: Int) -> ListRow {
    ListRow(columns: columns, fields: columns.indices.map { field(row: row, column: $0) })
  }

  func withField<Result>(
    row: Int, column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let place = row * columns.count + column
    let range = Int(starts[place])..<Int(starts[place + 1])
    return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// The first row whose field reads `value`; constant time, the column indexed on first use.
  package func row(where column: Int, is value: String) -> Int? {
    index(of: column).row(of: value, in: self, column)
  }

  /// The first two rows that read the same in a column; nil where all differ.
  package func repeated(in column: Int) -> (first: Int, second: Int)? {
    index(of: column).firstRepeated
  }

  private func index(of column: Int) -> RowIndex {
    indexes.withLock { indexes in
      if let index = indexes[column] { return index }
      let index = RowIndex(self, column)
      indexes[column] = index
      return index
    }
  }

  /// The first row whose `keyColumn` reads `value`, as its `column`; nil where there is none.
  package func lookup(column: String, keyColumn: String, value: String) -> String? {
    guard let key = self.column(keyColumn), let wanted = self.column(column),
      let row = row(where: key, is: value)
    else { return nil }
    return field(row: row, column: wanted)
  }
}

/// One row of a list, by column in the file's order: what an answer keeps of it.
package struct ListRow: Hashable, Sendable {
  package let columns: [String]
  package let fields: [String]

  package init(columns: [String], fields: [String]) {
    self.columns = columns
    self.fields = fields
  }

  package subscript(column: String) -> String? {
    columns.firstIndex(of: column).map { fields[$0] }
  }
}
