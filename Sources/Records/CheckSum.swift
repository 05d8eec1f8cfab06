/// CRC-32 as in ISO 3309 and gzip: polynomial 0xEDB88320, bits reflected, inverted at both ends.
package enum CheckSum {
  /// Eight tables of 256: what a byte comes to when so many zero bytes follow it.
  private static let tables: [UInt32] = {
    var tables: [UInt32] = (0..<256).map { (byte: UInt32) -> UInt32 in
      (0..<8).reduce(byte) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    for place in 256..<2048 {
      let before: UInt32 = tables[place - 256]
      tables.append(before >> 8 ^ tables[Int(before & 0xFF)])
    }
    return tables
  }()

  package static func crc32(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.withUnsafeBytes { crc32($0) }
  }

  /// Eight bytes at a time (Kounavis and Berry, 2005), since whole indexes are summed at start.
  package static func crc32(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    tables.withUnsafeBufferPointer { table in
      var sum = ~UInt32(0)
      var here = 0
      while here + 8 <= bytes.count {
        let word = UInt64(
          littleEndian: bytes.loadUnaligned(fromByteOffset: here, as: UInt64.self))
        let mixed = word ^ UInt64(sum)
        sum = 0
        for place in 0..<8 {
          sum ^= table[(7 - place) * 256 + Int(mixed >> (UInt64(place) * 8) & 0xFF)]
        }
        here += 8
      }
      while here < bytes.count {
        sum = sum >> 8 ^ table[Int((sum ^ UInt32(bytes[here])) & 0xFF)]
        here += 1
      }
      return ~sum
    }
  }

  /// `,"sum":"` then eight digits, then `"}`.
  private static let opening = Array(#","sum":""#.utf8)
  private static let closing = Array(#""}"#.utf8)

  /// A JSON object on one line, its sum added as its last member.
  package static func sealed(_ line: JSONTree) -> [UInt8] {
    let body = Array(line.compact.dropLast())
    return body + opening + hexadecimal(crc32(body[...]), digits: 8).utf8 + closing
  }

  /// Whether a line ends with the sum of what comes before.
  package static func isSound(_ line: ArraySlice<UInt8>) -> Bool {
    line.withUnsafeBytes { isSound($0) }
  }

  package static func isSound(_ line: UnsafeRawBufferPointer) -> Bool {
    let length = line.count - opening.count - 8 - closing.count
    guard length > 0 else { return false }
    let sum = crc32(UnsafeRawBufferPointer(rebasing: line[..<length]))
    let digits = length + opening.count
    return line[length..<digits].elementsEqual(opening)
      && line[(digits + 8)...].elementsEqual(closing)
      && (0..<8).allSatisfy { place in
        line[digits + place] == digit[Int(sum >> UInt32(28 - 4 * place) & 0xF)]
      }
  }

  private static let digit = Array("0123456789abcdef".utf8)
}
