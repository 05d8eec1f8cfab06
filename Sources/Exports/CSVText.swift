/// How a table's cells are written apart, and what spreadsheets are kept from doing with them.
struct Dialect: Hashable, Sendable {
  let separator: UInt8
  let decimalMark: UInt8
  /// What a file starts with.
  let signature: [UInt8]
  let safety: Safety

  enum Safety: Hashable, Sendable {
    /// Every text byte for byte.
    case exact
    /// For spreadsheets: a text they would take for a formula starts with an apostrophe, lines end
    /// with LF alone, and control characters are spaces.
    case neutralised
  }
}

/// RFC 4180 in UTF-8, being written: lines ended by CR LF, quotes only where needed.
struct CSVText: Sendable {
  let dialect: Dialect
  var bytes: [UInt8] = []
  /// How many were ended here.
  private(set) var rows = 0
  private var isRowStart = true

  init(_ dialect: Dialect) { self.dialect = dialect }

  /// Starts the next field; a blank one needs no more.
  mutating func next() {
    if isRowStart { isRowStart = false } else { bytes.append(dialect.separator) }
  }

  mutating func endRow() {
    bytes.append(UInt8(ascii: "\r"))
    bytes.append(UInt8(ascii: "\n"))
    isRowStart = true
    rows += 1
  }

  mutating func field(_ text: String) {
    var text = text
    text.withUTF8 { field($0) }
  }

  mutating func field(_ text: UnsafeBufferPointer<UInt8>) {
    next()
    switch dialect.safety {
    case .exact: append(text)
    case .neutralised where Self.isHarmless(text): append(text)
    case .neutralised: Self.neutralised(text).withUnsafeBufferPointer { append($0) }
    }
  }

  /// A word that needs no quotes, in the field just started.
  mutating func word(_ word: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }

  mutating func row(_ fields: [String]) {
    for text in fields { field(text) }
    endRow()
  }

  /// A number as JSON writes it.
  mutating func number(_ digits: UnsafeBufferPointer<UInt8>) {
    next()
    let start = bytes.count
    bytes.append(contentsOf: digits)
    if dialect.decimalMark != UInt8(ascii: "."),
      let point = bytes[start...].firstIndex(of: UInt8(ascii: "."))
    {
      bytes[point] = dialect.decimalMark
    }
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    guard needsQuotes(text) else { return bytes.append(contentsOf: text) }
    bytes.append(UInt8(ascii: "\""))
    for byte in text {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private func needsQuotes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in text where byte <= UInt8(ascii: ";") {
      if byte == dialect.separator || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
      {
        return true
      }
    }
    return false
  }

  /// Whether a spreadsheet shows it as it is: OWASP's list of what starts a formula.
  private static func isHarmless(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first else { return true }
    return !starters.contains(first) && !text.contains { $0 < 0x20 || $0 == 0x7F }
  }

  private static let starters = Array("=+-@\t\r".utf8)

  private static func neutralised(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var safe: [UInt8] = starters.contains(text[0]) ? [UInt8(ascii: "'")] : []
    for (place, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "\r"):
        let isBeforeFeed = place + 1 < text.count && text[place + 1] == UInt8(ascii: "\n")
        if !isBeforeFeed { safe.append(UInt8(ascii: "\n")) }
      case UInt8(ascii: "\n"), UInt8(ascii: "\t"): safe.append(byte)
      case 0..<0x20, 0x7F: safe.append(UInt8(ascii: " "))
      default: safe.append(byte)
      }
    }
    return safe
  }
}
