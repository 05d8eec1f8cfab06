/// CRC-32 as in ISO 3309 and gzip: polynomial 0xEDB88320, bits reflected, inverted at both ends.
package enum CheckSum {
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
  }

  package static func crc32(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in bytes { sum = sum >> 8 ^ table[Int((sum ^ UInt32(byte)) & 0xFF)] }
    return ~sum
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
    let tail = line.suffix(opening.count + 8 + closing.count)
    guard tail.count < line.count else { return false }
    let body = line.dropLast(tail.count)
    return tail.elementsEqual(opening + hexadecimal(crc32(body), digits: 8).utf8 + closing)
  }
}
