// What stands after a backslash in a string.
extension JSONParser {
  mutating func escape() throws(JSONFault) -> String {
    let start = at
    guard at + 1 < bytes.count else { throw fault(.unexpectedEnd) }
    if let plain = Self.plainEscape(bytes[at + 1]) {
      at += 2
      return plain
    }
    guard bytes[at + 1] == UInt8(ascii: "u"), let high = hexadecimal(at + 2) else {
      throw fault(.badEscape(excerpt(2)))
    }
    at += 6
    if let scalar = Unicode.Scalar(high) { return String(Character(scalar)) }
    guard high < 0xDC00, at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
      bytes[at + 1] == UInt8(ascii: "u"), let low = hexadecimal(at + 2),
      (0xDC00..<0xE000).contains(low),
      let scalar = Unicode.Scalar(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    else {
      at = start
      throw fault(.badEscape(excerpt(6)))
    }
    at += 6
    return String(Character(scalar))
  }

  /// The text of the escape at `offset` of a string already found sound, and the offset after it.
  static func unescaped(_ bytes: [UInt8], at offset: Int) -> (text: String, next: Int) {
    bytes.withUnsafeBufferPointer { buffer in
      var parser = JSONParser(bytes: buffer)
      parser.at = offset
      let text = (try? parser.escape()) ?? ""
      return (text, max(parser.at, offset + 1))
    }
  }

  private static func plainEscape(_ letter: UInt8) -> String? {
    switch letter {
    case UInt8(ascii: "\""): "\""
    case UInt8(ascii: "\\"): "\\"
    case UInt8(ascii: "/"): "/"
    case UInt8(ascii: "b"): "\u{8}"
    case UInt8(ascii: "f"): "\u{C}"
    case UInt8(ascii: "n"): "\n"
    case UInt8(ascii: "r"): "\r"
    case UInt8(ascii: "t"): "\t"
    default: nil
    }
  }

  private func hexadecimal(_ from: Int) -> UInt32? {
    guard from + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[from..<from + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
