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

  private enum Merit: Int, Comparable {
    case exact
    case prefix
    case wordPrefix
    case inside

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// Folded fields, each ended by a newline; after the last, what `ByteScan` asks for.
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
    bytes += repeatElement(0, count: ByteScan.padding)
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
    bytes += repeatElement(0, count: ByteScan.padding)
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
    guard !wanted.isEmpty else { return all(limit, offered) }
    var found = [[Int]](repeating: [], count: 4)
    var count = 0
    bytes.withUnsafeBufferPointer { bytes in
      wanted.withUnsafeBufferPointer { wanted in
        var scan = ByteScan(wanted, in: bytes)
        var place = 0
        while let at = scan.next(before: bytes.count) {
          while starts[place + 1] <= at { place += 1 }
          let entry = Int(order[place])
          let end = Int(starts[place + 1])
          if offered?[entry] ?? true {
            let merit = Self.merit(at, before: end, of: wanted.count, in: bytes, &scan)
            count += 1
            if found[merit.rawValue].count < limit { found[merit.rawValue].append(entry) }
          }
          scan.skip(to: end)
        }
      }
    }
    return Result(places: Array(found.joined().prefix(limit)), count: count)
  }

  private func all(_ limit: Int, _ offered: [Bool]?) -> Result {
    guard let offered else {
      return Result(places: order.prefix(limit).map(Int.init), count: order.count)
    }
    let places = order.lazy.map(Int.init).filter { offered[$0] }
    return Result(places: Array(places.prefix(limit)), count: offered.count(where: \.self))
  }

  /// The best of the places in one entry's fields, the first of which is `at`.
  private static func merit(
    _ at: Int, before end: Int, of length: Int, in bytes: UnsafeBufferPointer<UInt8>,
    _ scan: inout ByteScan
  ) -> Merit {
    var best = merit(at, of: length, in: bytes)
    while best != .exact, let next = scan.next(before: end) {
      best = min(best, merit(next, of: length, in: bytes))
    }
    return best
  }

  private static func merit(
    _ at: Int, of length: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Merit {
    if at == 0 || bytes[at - 1] == 10 { return bytes[at + length] == 10 ? .exact : .prefix }
    return bytes[at - 1] == 32 ? .wordPrefix : .inside
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
