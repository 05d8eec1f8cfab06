/// Rows of RFC 4180, in one pass over the bytes.
struct RowReader {
  private(set) var bytes: [UInt8] = []
  private(set) var starts: [UInt32] = [0]
  private let file: [UInt8]
  private var at = 0
  private var line = 1
  private var separator = UInt8(ascii: ",")

  init(_ file: [UInt8]) {
    self.file = file
    at = file.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The names of the columns; tells commas from semicolons.
  mutating func header() throws(ListFault) -> [String] {
    let first = file[at...].prefix { $0 != 10 }
    let semicolons = first.count { $0 == UInt8(ascii: ";") }
    if semicolons > first.count(where: { $0 == UInt8(ascii: ",") }) {
      separator = UInt8(ascii: ";")
    }
    guard at < file.count else { throw .empty }
    let count = try readRow()
    var names: [String] = []
    for place in 0..<count {
      let range = Int(starts[place])..<Int(starts[place + 1])
      guard let name = String(validating: bytes[range], as: UTF8.self) else { throw .notUTF8 }
      names.append(name)
    }
    bytes = []
    starts = [0]
    return names
  }

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
    if at < file.count, file[at] == 10 { at += 1 }
    line += 1
    return count
  }

  private mutating func readPlain() {
    let start = at
    file.withUnsafeBufferPointer { file in
      while at < file.count {
        let byte = file[at]
        if byte == separator || byte == 10 || byte == 13 { break }
        at += 1
      }
    }
    bytes += file[start..<at]
  }

  private mutating func readQuoted() throws(ListFault) {
    let start = line
    at += 1
    while at < file.count {
      let byte = file[at]
      at += 1
      if byte == UInt8(ascii: "\"") {
        guard at < file.count, file[at] == UInt8(ascii: "\"") else { return }
        at += 1
      }
      if byte == 10 { line += 1 }
      bytes.append(byte)
    }
    throw .unclosedQuote(line: start)
  }
}
