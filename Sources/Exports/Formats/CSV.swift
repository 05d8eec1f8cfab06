import Formulas

/// RFC 4180 in UTF-8: a header, lines ended by CR LF, quotes only where needed.
///
/// Values in their plain form: numbers in full with a point, dates in ISO, several choices apart by
/// one space, nothing for blank. Texts are byte for byte what was typed: a spreadsheet may take one
/// for a formula, which `CSVExcelFrench` keeps it from.
package enum CSV {
  static let dialect = Dialect(
    separator: UInt8(ascii: ","), decimalMark: UInt8(ascii: "."), signature: [], safety: .exact)

  package static func bytes(of table: Table) -> [UInt8] {
    var text = CSVText(dialect)
    text.row(table.columns)
    for row in table.rows { text.row(row.map(\.plain)) }
    return text.bytes
  }
}
