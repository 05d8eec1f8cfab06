import Formulas

/// RFC 4180 in UTF-8: a header, lines ended by CR LF, quotes only where needed.
///
/// Values in their plain form: numbers in full with a point, dates in ISO, several choices apart by
/// one space, nothing for blank.
package enum CSV {
  package static func bytes(of table: Table) -> [UInt8] {
    var bytes: [UInt8] = []
    write(table.columns, to: &bytes)
    for row in table.rows { write(row.map(\.plain), to: &bytes) }
    return bytes
  }

  private static func write(_ fields: [String], to bytes: inout [UInt8]) {
    for (place, field) in fields.enumerated() {
      if place > 0 { bytes.append(comma) }
      let needsQuotes = field.utf8.contains {
        $0 == comma || $0 == quote || $0 == carriageReturn || $0 == lineFeed
      }
      guard needsQuotes else {
        bytes += field.utf8
        continue
      }
      bytes.append(quote)
      for byte in field.utf8 { bytes += byte == quote ? [quote, quote] : [byte] }
      bytes.append(quote)
    }
    bytes += [carriageReturn, lineFeed]
  }

  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let lineFeed = UInt8(ascii: "\n")
}
