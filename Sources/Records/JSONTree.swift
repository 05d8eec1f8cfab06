/// JSON to be written, its members in order.
package indirect enum JSONTree: Hashable, Sendable {
  case null
  case boolean(Bool)
  /// As written: digits stay as they are.
  case number(String)
  case string(String)
  case array([JSONTree])
  case object([Member])

  package struct Member: Hashable, Sendable {
    package let name: String
    package let value: JSONTree

    package init(_ name: String, _ value: JSONTree) {
      self.name = name
      self.value = value
    }
  }

  /// On one line, without a space outside strings.
  package var compact: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return bytes
  }

  /// To be read: a member a line, two spaces further in; arrays of plain values on one line.
  package var readable: [UInt8] {
    var bytes: [UInt8] = []
    writeReadably(to: &bytes, indentation: 0)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private func write(to bytes: inout [UInt8]) {
    switch self {
    case .null, .boolean, .number, .string: writePlain(to: &bytes)
    case .array(let values):
      bytes.append(UInt8(ascii: "["))
      for (place, value) in values.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (place, member) in members.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.write(member.name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private func writeReadably(to bytes: inout [UInt8], indentation: Int) {
    switch self {
    case .null, .boolean, .number, .string: writePlain(to: &bytes)
    case .array(let values) where values.allSatisfy(\.isPlain):
      bytes.append(UInt8(ascii: "["))
      for (place, value) in values.enumerated() {
        if place > 0 { bytes += ", ".utf8 }
        value.writePlain(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .array(let values):
      Self.lines("[", "]", values, indentation, to: &bytes) { value, bytes in
        value.writeReadably(to: &bytes, indentation: indentation + 2)
      }
    case .object(let members):
      Self.lines("{", "}", members, indentation, to: &bytes) { member, bytes in
        Self.write(member.name, to: &bytes)
        bytes += ": ".utf8
        member.value.writeReadably(to: &bytes, indentation: indentation + 2)
      }
    }
  }

  private static func lines<Entry>(
    _ opening: String, _ closing: String, _ entries: [Entry], _ indentation: Int,
    to bytes: inout [UInt8], write: (Entry, inout [UInt8]) -> Void
  ) {
    bytes += opening.utf8
    for (place, entry) in entries.enumerated() {
      bytes += place > 0 ? ",\n".utf8 : "\n".utf8
      bytes += [UInt8](repeating: UInt8(ascii: " "), count: indentation + 2)
      write(entry, &bytes)
    }
    if !entries.isEmpty {
      bytes.append(UInt8(ascii: "\n"))
      bytes += [UInt8](repeating: UInt8(ascii: " "), count: indentation)
    }
    bytes += closing.utf8
  }

  private var isPlain: Bool {
    switch self {
    case .null, .boolean, .number, .string: true
    case .array, .object: false
    }
  }

  /// Writes what holds nothing else.
  private func writePlain(to bytes: inout [UInt8]) {
    switch self {
    case .null, .array, .object: bytes += "null".utf8
    case .boolean(let truth): bytes += (truth ? "true" : "false").utf8
    case .number(let digits): bytes += digits.utf8
    case .string(let text): Self.write(text, to: &bytes)
    }
  }

  /// A string in quotes: only quotes, backslashes and control characters are escaped.
  private static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes += #"\""#.utf8
      case UInt8(ascii: "\\"): bytes += #"\\"#.utf8
      case UInt8(ascii: "\n"): bytes += #"\n"#.utf8
      case UInt8(ascii: "\r"): bytes += #"\r"#.utf8
      case UInt8(ascii: "\t"): bytes += #"\t"#.utf8
      case 0..<0x20: bytes += (#"\u"# + hexadecimal(UInt32(byte), digits: 4)).utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

extension JSONTree: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { self = .string(text) }
}

extension JSONTree {
  /// A text, or null where there is none.
  package init(_ text: String?) { self = text.map(JSONTree.string) ?? .null }

  package init(_ whole: Int) { self = .number(String(whole)) }
}

/// Lower-case hexadecimal, with zeros before it.
package func hexadecimal(_ number: UInt32, digits: Int) -> String {
  let written = String(number, radix: 16)
  return String(repeating: "0", count: max(0, digits - written.utf8.count)) + written
}
