import Formulas

/// A CSV file read back: a header, and rows of as many cells.
///
/// RFC 4180 in UTF-8, a byte-order mark passed over; cells apart by whichever of `,` `;` or tab the
/// header has most of; lines ended by CR LF, LF or CR. Blank lines are passed over.
package struct TableText: Sendable {
  package struct Row: Sendable {
    /// From 1.
    package let line: Int
    package let cells: [String]
  }

  package let path: String
  package let header: [String]
  package private(set) var rows: [Row] = []

  /// - Throws: `ImportFault`, the first place where the file cannot be read as a table.
  package init(_ bytes: [UInt8], path: String) throws(ImportFault) {
    self.path = path
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw ImportFault(.notUTF8, path: path, line: 1)
    }
    let separator = Self.separator(of: bytes)
    var here = 0
    var line = 1
    var header: [String]?
    while here < bytes.count {
      let start = line
      guard let cells = Self.cells(of: bytes, separator, &here, &line) else {
        throw ImportFault(.openQuote, path: path, line: start)
      }
      if cells == [""] { continue }
      guard let columns = header else {
        header = cells
        continue
      }
      guard cells.count == columns.count else {
        let fact = ImportFault.Fact.cellCount(cells.count, expected: columns.count)
        throw ImportFault(fact, path: path, line: start)
      }
      rows.append(Row(line: start, cells: cells))
    }
    guard let header else { throw ImportFault(.empty, path: path, line: 1) }
    self.header = header
  }

  private static func separator(of bytes: [UInt8]) -> UInt8 {
    let first = bytes.prefix { $0 != lineFeed && $0 != carriageReturn }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    let counts = candidates.map { candidate in first.count { $0 == candidate } }
    let most = counts.max() ?? 0
    return zip(candidates, counts).first { $0.1 == most }?.0 ?? candidates[0]
  }

  /// The cells of the line at `here`, which moves to the next; nil where a quote stays open.
  private static func cells(
    of bytes: [UInt8], _ separator: UInt8, _ here: inout Int, _ line: inout Int
  ) -> [String]? {
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    while here < bytes.count {
      let byte = bytes[here]
      here += 1
      if byte == lineFeed { line += 1 }
      if isQuoted {
        if byte != quote {
          cell.append(byte)
        } else if here < bytes.count, bytes[here] == quote {
          cell.append(quote)
          here += 1
        } else {
          isQuoted = false
        }
      } else if byte == quote, cell.isEmpty {
        isQuoted = true
      } else if byte == separator {
        cells.append(String(decoding: cell, as: UTF8.self))
        cell = []
      } else if byte == lineFeed || byte == carriageReturn {
        if byte == carriageReturn, here < bytes.count, bytes[here] == lineFeed {
          here += 1
          line += 1
        } else if byte == carriageReturn {
          line += 1
        }
        return cells + [String(decoding: cell, as: UTF8.self)]
      } else {
        cell.append(byte)
      }
    }
    return isQuoted ? nil : cells + [String(decoding: cell, as: UTF8.self)]
  }

  private static let quote = UInt8(ascii: "\"")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let lineFeed = UInt8(ascii: "\n")
}
