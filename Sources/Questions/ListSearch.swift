import Formulas

/// The rows of a list by what a person types: case, accents, ligatures, hyphens and apostrophes do
/// not count, and st and ste read as saint and sainte.
///
/// Everything is folded once, heaviest rows first; a key then costs one pass over those bytes.
package struct ListSearch: Sendable {
  /// What a search found: the first rows in order of merit, and how many there are in all.
  package struct Result: Hashable, Sendable {
    package let rows: [Int]
    package let count: Int
  }

  private enum Merit: Int {
    case exact
    case prefix
    case wordPrefix
    case inside
  }

  /// Folded fields, each ended by a newline.
  private var bytes: [UInt8] = []
  /// Where each row starts in `bytes`, and where the last ends.
  private var starts: [Int32] = [0]
  /// The row each stands for.
  private let order: [Int32]

  /// - Parameters:
  ///   - columns: those searched, by place.
  ///   - weight: the column of the number heavier rows come first by; nil: the file's order.
  package init(_ table: ListTable, columns: [Int], weight: Int?) {
    order = Self.order(table, weight)
    bytes.reserveCapacity(table.rowCount * 32)
    starts.reserveCapacity(table.rowCount + 1)
    for row in order {
      for column in columns {
        table.withField(row: Int(row), column: column) { Self.fold($0, into: &bytes) }
        bytes.append(10)
      }
      starts.append(Int32(bytes.count))
    }
  }

  /// The rows a text finds: exact fields first, then those it begins, words it begins, the rest.
  ///
  /// - Parameters:
  ///   - text: as typed; blank finds every row.
  ///   - limit: how many rows to give.
  ///   - offered: whether each row is to be found, by row; nil: all are.
  package func find(_ text: String, limit: Int, offered: [Bool]? = nil) -> Result {
    var wanted: [UInt8] = []
    Array(text.trimmed.utf8).withUnsafeBufferPointer { Self.fold($0, into: &wanted) }
    var found = [[Int]](repeating: [], count: 4)
    var count = 0
    bytes.withUnsafeBufferPointer { bytes in
      for (place, row) in order.enumerated() {
        if let offered, !offered[Int(row)] { continue }
        let range = Int(starts[place])..<Int(starts[place + 1])
        guard let merit = Self.merit(of: wanted, in: bytes, range) else { continue }
        count += 1
        if found[merit.rawValue].count < limit { found[merit.rawValue].append(Int(row)) }
      }
    }
    return Result(rows: Array(found.joined().prefix(limit)), count: count)
  }

  /// The best place of `wanted` in one row's fields; nil where it is not there.
  private static func merit(
    of wanted: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Merit? {
    guard let first = wanted.first else { return .inside }
    var best: Merit?
    var at = range.lowerBound
    let last = range.upperBound - wanted.count
    while at < last {
      defer { at += 1 }
      guard bytes[at] == first, isSame(wanted, bytes, at) else { continue }
      if at == range.lowerBound || bytes[at - 1] == 10 {
        if bytes[at + wanted.count] == 10 { return .exact }
        best = .prefix
      } else if bytes[at - 1] == 32 {
        best = best == .prefix ? .prefix : .wordPrefix
      } else if best == nil {
        best = .inside
      }
    }
    return best
  }

  private static func isSame(
    _ wanted: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int
  ) -> Bool {
    for offset in 1..<max(1, wanted.count) where bytes[at + offset] != wanted[offset] {
      return false
    }
    return true
  }

  private static func order(_ table: ListTable, _ weight: Int?) -> [Int32] {
    let rows = (0..<Int32(table.rowCount)).map { $0 }
    guard let weight else { return rows }
    let weights = rows.map { row in
      table.withField(row: Int(row), column: weight) { digits in
        digits.reduce(0) { $1 >= 48 && $1 <= 57 ? $0 &* 10 &+ Int($1 - 48) : $0 }
      }
    }
    return rows.sorted { left, right in
      let (one, other) = (weights[Int(left)], weights[Int(right)])
      return one == other ? left < right : one > other
    }
  }

  /// Folds one text; plain ASCII without leaving bytes, the rest by `Fold`.
  private static func fold(_ text: UnsafeBufferPointer<UInt8>, into folded: inout [UInt8]) {
    let start = folded.count
    if text.allSatisfy({ $0 < 0x80 }) {
      for byte in text {
        switch byte {
        case 0x41...0x5A: folded.append(byte + 0x20)
        case 0x20, 0x09...0x0D, 0x27, 0x2D, 0x60:
          if folded.count > start, folded.last != 32 { folded.append(32) }
        default: folded.append(byte)  // Any other byte stands for itself.
        }
      }
    } else {
      folded += Fold.fold(String(decoding: text, as: UTF8.self)).utf8
    }
    if folded.count > start, folded.last == 32 { folded.removeLast() }
    spellSaints(&folded, from: start)
  }

  /// Reads the words st and ste as saint and sainte.
  private static func spellSaints(_ bytes: inout [UInt8], from start: Int) {
    var at = start
    while at + 1 < bytes.count {
      let isStart = at == start || bytes[at - 1] == 32
      guard isStart, bytes[at] == UInt8(ascii: "s"), bytes[at + 1] == UInt8(ascii: "t") else {
        at += 1
        continue
      }
      let end = at + 2
      let isSaint = end == bytes.count || bytes[end] == 32
      let isSainte =
        end < bytes.count && bytes[end] == UInt8(ascii: "e")
        && (end + 1 == bytes.count || bytes[end + 1] == 32)
      if isSaint || isSainte { bytes.insert(contentsOf: Array("ain".utf8), at: at + 1) }
      at += 2
    }
  }
}
