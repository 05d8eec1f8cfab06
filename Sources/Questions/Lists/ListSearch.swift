import Formulas

/// The entries of a list by what a person types: case, accents, ligatures, hyphens and apostrophes
/// do not count, and st and ste read as saint and sainte.
///
/// Everything is folded once, in the order in which equals are given; a key then costs one pass over
/// those bytes.
package struct ListSearch: Sendable {
  /// What a search found: the first entries in order of merit, and how many there are in all.
  package struct Result: Hashable, Sendable {
    package let places: [Int]
    package let count: Int

    package init(places: [Int] = [], count: Int = 0) {
      self.places = places
      self.count = count
    }
  }

  private enum Merit: Int {
    case exact
    case prefix
    case wordPrefix
    case inside
  }

  /// Folded fields, each ended by a newline.
  private var bytes: [UInt8] = []
  /// Where each entry starts in `bytes`, and where the last ends.
  private var starts: [Int32] = [0]
  /// The entry each stands for.
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
        table.withField(row: Int(row), column: column) { FoldedBytes.append($0, to: &bytes) }
        bytes.append(10)
      }
      starts.append(Int32(bytes.count))
    }
  }

  /// - Parameter entries: the texts each is found by.
  package init(_ entries: [[String]]) {
    order = entries.indices.map(Int32.init)
    for entry in entries {
      for text in entry {
        Array(text.utf8).withUnsafeBufferPointer { FoldedBytes.append($0, to: &bytes) }
        bytes.append(10)
      }
      starts.append(Int32(bytes.count))
    }
  }

  /// The entries a text finds: exact fields first, then those it begins, words it begins, the rest.
  ///
  /// - Parameters:
  ///   - text: as typed; blank finds every entry.
  ///   - limit: how many to give.
  ///   - offered: whether each entry is to be found, by place; nil: all are.
  package func find(_ text: String, limit: Int, offered: [Bool]? = nil) -> Result {
    var wanted: [UInt8] = []
    Array(text.trimmed.utf8).withUnsafeBufferPointer { FoldedBytes.append($0, to: &wanted) }
    var found = [[Int]](repeating: [], count: 4)
    var count = 0
    bytes.withUnsafeBufferPointer { bytes in
      wanted.withUnsafeBufferPointer { wanted in
        for (place, entry) in order.enumerated() {
          if let offered, !offered[Int(entry)] { continue }
          let range = Int(starts[place])..<Int(starts[place + 1])
          guard let merit = Self.merit(of: wanted, in: bytes, range) else { continue }
          count += 1
          if found[merit.rawValue].count < limit { found[merit.rawValue].append(Int(entry)) }
        }
      }
    }
    return Result(places: Array(found.joined().prefix(limit)), count: count)
  }

  /// The best place of `wanted` in one entry's fields; nil where it is not there.
  private static func merit(
    of wanted: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>,
    _ range: Range<Int>
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
    _ wanted: UnsafeBufferPointer<UInt8>, _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int
  ) -> Bool {
    var offset = 1
    while offset < wanted.count {
      if bytes[at + offset] != wanted[offset] { return false }
      offset += 1
    }
    return true
  }

  /// Rows, heaviest first; equals in the file's order.
  private static func order(_ table: ListTable, _ weight: Int?) -> [Int32] {
    guard let weight else { return (0..<Int32(table.rowCount)).map { $0 } }
    // The weight above, the row below, so that plain numbers are sorted.
    let keys = (0..<table.rowCount).map { row -> UInt64 in
      let number = table.withField(row: row, column: weight) { digits in
        digits.reduce(UInt32(0)) { $1 >= 48 && $1 <= 57 ? $0 &* 10 &+ UInt32($1 - 48) : $0 }
      }
      return UInt64(UInt32.max - number) << 32 | UInt64(row)
    }
    return keys.sorted().map { Int32(truncatingIfNeeded: $0 & 0x7FFF_FFFF) }
  }
}
