import Formulas

/// A JSON text with the place of every value in it.
///
/// RFC 8259 and nothing beyond it: no comment, no trailing comma, no byte-order mark. Nesting stops
/// at 200 levels. Foundation's decoder gives no position for a wrong type and ignores misspelt keys,
/// which is what authors need most; it also reads 22 MB/s where this reads ten times that.
package struct JSONText: Sendable {
  package let bytes: [UInt8]
  package let root: JSONValue
  /// Places known beforehand, by offset: where lines start, and every 4 KiB of a longer line.
  private let marks: [(offset: Int, place: Place)]

  /// Reads `bytes`.
  ///
  /// - Throws: the first `JSONFault`, with its byte offset.
  package init(_ bytes: [UInt8]) throws(JSONFault) { try self.init(bytes, .whole) }

  /// Reads that part of `bytes`; places are known no farther.
  init(_ bytes: [UInt8], _ part: JSONParser.Part) throws(JSONFault) {
    self.bytes = bytes
    let end: Int
    (root, end) = try JSONParser.parse(bytes, part)
    marks = Self.marks(of: bytes, upTo: end)
  }

  private static func marks(of bytes: [UInt8], upTo end: Int) -> [(offset: Int, place: Place)] {
    var marks = [(offset: 0, place: Place(line: 1, column: 1))]
    bytes.withUnsafeBufferPointer { bytes in
      var last = marks[0]
      for offset in 0..<end {
        if bytes[offset] == 10 {
          last = (offset + 1, Place(line: last.place.line + 1, column: 1))
        } else if offset - last.offset == 4_096 {
          last = (offset, Self.place(of: offset, after: last, in: bytes))
        } else {
          continue
        }
        marks.append(last)
      }
    }
    return marks
  }

  private static func place(
    of offset: Int, after mark: (offset: Int, place: Place), in bytes: some Collection<UInt8>
  ) -> Place {
    let start = bytes.index(bytes.startIndex, offsetBy: mark.offset)
    let columns = bytes[start...].prefix(offset - mark.offset).count { $0 & 0xC0 != 0x80 }
    return Place(line: mark.place.line, column: mark.place.column + columns)
  }

  /// Line and column of a byte, both from 1; columns count Unicode scalars.
  package func place(of offset: Int) -> Place {
    let end = min(offset, bytes.count)
    var low = 0
    var high = marks.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if marks[middle].offset <= end { low = middle } else { high = middle }
    }
    return Self.place(of: end, after: marks[low], in: bytes)
  }

  /// The offset in the file of byte `inside` of a string's decoded text, escapes allowed for.
  package func offset(of inside: Int, in string: JSONValue) -> Int {
    var raw = string.offset + 1
    var decoded = 0
    while decoded < inside, raw < bytes.count, bytes[raw] != UInt8(ascii: "\"") {
      if bytes[raw] == UInt8(ascii: "\\"), raw + 1 < bytes.count {
        let (text, next) = JSONParser.unescaped(bytes, at: raw)
        decoded += text.utf8.count
        raw = next
      } else {
        decoded += 1
        raw += 1
      }
    }
    return raw
  }
}

/// A line and a column, from 1.
package struct Place: Hashable, Sendable, Comparable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package init(of offset: Int, in bytes: [UInt8]) {
    let end = min(offset, bytes.count)
    var line = 1
    var column = 1
    for byte in bytes[..<end] {
      if byte == 10 {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    self.line = line
    self.column = column
  }

  package static func < (left: Place, right: Place) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// One JSON value and where it starts.
package struct JSONValue: Hashable, Sendable {
  package indirect enum Kind: Hashable, Sendable {
    case null
    case boolean(Bool)
    /// As written, so that no digit is lost.
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([JSONMember])
  }

  package let kind: Kind
  /// Byte offset of its first character.
  package let offset: Int

  /// The value of the first member of that name; nil where this is no object or has none.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = kind else { return nil }
    return members.first { $0.name == name }?.value
  }

  package var string: String? {
    guard case .string(let text) = kind else { return nil }
    return text
  }

  package var elements: [JSONValue]? {
    guard case .array(let values) = kind else { return nil }
    return values
  }

  package var members: [JSONMember]? {
    guard case .object(let members) = kind else { return nil }
    return members
  }

  /// A whole number that fits; nil for anything else.
  package var integer: Int? {
    guard case .number(let text) = kind else { return nil }
    return Int(text) ?? Number(json: text)?.whole
  }
}

/// A name and its value.
package struct JSONMember: Hashable, Sendable {
  package let name: String
  package let nameOffset: Int
  package let value: JSONValue
}

/// Why a text is no JSON, and at which byte.
package struct JSONFault: Error, Hashable, Sendable {
  package enum Fact: Hashable, Sendable {
    case empty
    case unexpected(String)
    /// What other notations write so, and how JSON does.
    case sayInstead(String, String)
    case unexpectedEnd
    case byteOrderMark
    case notUTF8
    case badNumber(String)
    case badEscape(String)
    case controlCharacter(UInt8)
    case trailingComma
    case missingComma
    case missingColon
    case comment
    case afterTheEnd(String)
    case tooDeep(Int)
  }

  package let fact: Fact
  package let offset: Int
}
