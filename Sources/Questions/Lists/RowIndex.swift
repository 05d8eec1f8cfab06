import Formulas

/// Rows by the bytes of one column: open addressing.
struct RowIndex: Sendable {
  /// The row, or -1; a power of two, at most half full.
  private var slots: [Int32]
  /// The first two rows that read the same.
  private(set) var firstRepeated: (first: Int, second: Int)?

  init(_ table: ListTable, _ column: Int) {
    var size = 16
    while size < table.rowCount * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    for row in 0..<table.rowCount {
      var slot = table.withField(row: row, column: column, Self.hash) & (size - 1)
      while slots[slot] >= 0, !Self.isSame(Int(slots[slot]), row, table, column) {
        slot = (slot + 1) & (size - 1)
      }
      if slots[slot] < 0 {
        slots[slot] = Int32(row)
      } else if firstRepeated == nil {
        firstRepeated = (Int(slots[slot]), row)
      }
    }
  }

  func row(of value: String, in table: ListTable, _ column: Int) -> Int? {
    let wanted = Array(value.utf8)
    var slot = wanted.withUnsafeBufferPointer(Self.hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let row = Int(slots[slot])
      let isFound = table.withField(row: row, column: column) { $0.elementsEqual(wanted) }
      if isFound { return row }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = StableHash.of(bytes)
    // The last bits alone are poor where texts differ by their last byte only.
    return Int(truncatingIfNeeded: hash ^ (hash >> 32))
  }

  private static func isSame(_ one: Int, _ other: Int, _ table: ListTable, _ column: Int) -> Bool {
    table.withField(row: one, column: column) { first in
      table.withField(row: other, column: column) { first.elementsEqual($0) }
    }
  }
}
