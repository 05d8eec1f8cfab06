import Formulas

/// Rows of RFC 4180, in one pass over the bytes.
struct RowReader {
  /// Every field's bytes, one after another, quotes undone.
  private(set) var bytes: [UInt8] = []
  /// Where each field starts in `bytes`, row by row, and where the last ends.
  private(set) var starts: [UInt32] = [0]
  private let file: UnsafeBufferPointer<UInt8>
  private var at = 0
  private var line = 1
  private var separator = UInt8(ascii: ",")

  /// - Parameter file: at most 4 GB, so that a place in it takes four bytes.
  init(_ file: UnsafeBufferPointer<UInt8>) {
    self.file = file
    at = file.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The names of the columns; tells commas, semicolons and tabs from one another.
  ///
  /// - Throws: `ListFault`: no row at all, a name twice.
  mutating func header() throws(ListFault) -> [String] {
    while at < file.count, isBlankLine() {}
    guard at < file.count else { throw .empty }
    let first = file[at...].prefix { $0 != 10 }
    let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    let counts = separators.map { separator in first.count { $0 == separator } }
    if let most = counts.max(), let place = counts.firstIndex(of: most) {
      separator = separators[place]
    }
    let count = try readRow()
    var names: [String] = []
    for place in 0..<count {
      let range = Int(starts[place])..<Int(starts[place + 1])
      guard let name = String(validating: bytes[range], as: UTF8.self) else { throw .notUTF8 }
      if names.contains(name.trimmed) { throw .columnTwice(name.trimmed) }
      names.append(name.trimmed)
    }
    bytes = []
    starts = [0]
    return names
  }

  /// Reads all that follows the header; blank lines are passed over.
  mutating func readRows(columnCount: Int) throws(ListFault) {
    bytes.reserveCapacity(file.count - at)
    // About so many fields: a short one takes eight bytes.
    starts.reserveCapacity((file.count - at) / 8)
    while at < file.count {
      let start = line
      if isBlankLine() { continue }
      let count = try readRow()
      guard count == columnCount else {
        throw .wrongFieldCount(line: start, found: count, expected: columnCount)
      }
    }
    guard String(validating: bytes, as: UTF8.self) != nil else { throw .notUTF8 }
  }

  private mutating func isBlankLine() -> Bool {
    guard file[at] == 10 || file[at] == 13 else { return false }
    if file[at] == 10 { line += 1 }
    at += 1
    return true
  }

  /// Reads one row; how many fields it has.
  private mutating func readRow() throws(ListFault) -> Int {
    var count = 0
    while true {
      count += 1
      if at < file.count, file[at] == UInt8(ascii: "\"") {
        try readQuoted()
      } else {
        readPlain()
      }
      starts.append(UInt32(bytes.count))
      guard at < file.count, file[at] == separator else { break }
      at += 1
    }
    if at < file.count, file[at] == 13 { at += 1 }
    if at < file.count, file[at] == 10 {
      at += 1
      line += 1
    }
    return count
  }

  private mutating func readPlain() {
    let start = at
    while at < file.count, file[at] != separator, file[at] != 10, file[at] != 13 { at += 1 }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: file[start..<at]))
  }

  private mutating func readQuoted() throws(ListFault) {
    let start = line
    at += 1
    while at < file.count {
      let byte = file[at]
      at += 1
      if byte == UInt8(ascii: "\"") {
        guard at < file.count, file[at] == UInt8(ascii: "\"") else {
          guard at == file.count || [separator, 10, 13].contains(file[at]) else {
            throw .afterQuote(line: line)
          }
          return
        }
        at += 1
      }
      if byte == 10 { line += 1 }
      bytes.append(byte)
    }
    throw .unclosedQuote(line: start)
  }
}

/// Why a list's file cannot be read.
package enum ListFault: Error, Hashable, Sendable {
  case empty
  case notUTF8
  /// Over 1 GB.
  case tooLarge
  case columnTwice(String)
  case unclosedQuote(line: Int)
  /// Something stands between a closing quote and the separator.
  case afterQuote(line: Int)
  case wrongFieldCount(line: Int, found: Int, expected: Int)
}
