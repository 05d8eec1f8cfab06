/// What a double click opens well in a French Excel or LibreOffice: a byte-order mark, semicolons,
/// decimal commas.
///
/// A text that starts with `=`, `+`, `-`, `@`, a tabulation or a carriage return is kept from being
/// a formula by an apostrophe before it (OWASP, CSV injection); control characters are spaces.
enum CSVExcelFrench {
  static let dialect = Dialect(
    separator: UInt8(ascii: ";"), decimalMark: UInt8(ascii: ","),
    signature: [0xEF, 0xBB, 0xBF], safety: .neutralised)
}
