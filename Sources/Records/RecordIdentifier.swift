/// An interview's id: a UUID of version 7 (RFC 9562 §5.7), in lower case.
///
/// Its first digits are the time, so that ids sort as interviews started.
package enum RecordIdentifier {
  /// - Parameter milliseconds: since 1970-01-01T00:00:00Z; 48 bits count.
  package static func draw(
    milliseconds: UInt64, using generator: inout some RandomNumberGenerator
  ) -> String {
    let time = milliseconds & 0xFFFF_FFFF_FFFF
    let high = time << 16 | 0x7000 | UInt64.random(in: 0...0xFFF, using: &generator)
    let low = 0x8000_0000_0000_0000 | UInt64.random(in: 0..<(1 << 62), using: &generator)
    let digits = Array(sixteenDigits(high) + sixteenDigits(low))
    return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
      .joined(separator: "-")
  }

  private static func sixteenDigits(_ number: UInt64) -> String {
    let upper = hexadecimal(UInt32(number >> 32), digits: 8)
    return upper + hexadecimal(UInt32(truncatingIfNeeded: number), digits: 8)
  }
}
