/// Bytes to values, in one pass.
struct JSONParser {
  /// Levels of nesting beyond which a text is refused: no questionnaire comes near, and the stack
  /// holds far more.
  static let deepest = 200

  let bytes: UnsafeBufferPointer<UInt8>
  /// What of the outermost object is read.
  private let part: Part
  private var isCut = false
  var at = 0

  /// What of the outermost object is read.
  enum Part {
    case whole
    /// Members named in `long` are read as `null`, whatever they hold; once all of `wanted` are
    /// there, reading ends at the first of those.
    case head(wanted: [String], long: [String])
  }

  /// - Returns: the value, and the offset reading ended at.
  static func parse(
    _ bytes: [UInt8], _ part: Part = .whole
  ) throws(JSONFault) -> (value: JSONValue, end: Int) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw JSONFault(fact: .byteOrderMark, offset: 0) }
    // UTF-16 and UTF-32, as some editors save: a null beside the first brace, or their own mark.
    if bytes.prefix(2).contains(where: { $0 == 0 || $0 >= 0xFE }) {
      throw JSONFault(fact: .notUTF8, offset: 0)
    }
    let result = bytes.withUnsafeBufferPointer { buffer -> Result<(JSONValue, Int), JSONFault> in
      var parser = JSONParser(bytes: buffer, part)
      do throws(JSONFault) {
        return .success((try parser.document(), parser.at))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  init(bytes: UnsafeBufferPointer<UInt8>, _ part: Part = .whole) {
    self.bytes = bytes
    self.part = part
  }

  private mutating func document() throws(JSONFault) -> JSONValue {
    skipSpace()
    guard at < bytes.count else { throw JSONFault(fact: .empty, offset: 0) }
    let value = try value(depth: 0)
    if isCut { return value }
    skipSpace()
    if at < bytes.count { throw fault(.afterTheEnd(excerpt())) }
    return value
  }

  private mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
    guard depth <= Self.deepest else { throw fault(.tooDeep(Self.deepest)) }
    guard at < bytes.count else { throw fault(.unexpectedEnd) }
    let start = at
    let kind: JSONValue.Kind
    switch bytes[at] {
    case UInt8(ascii: "{"): kind = .object(try object(depth: depth))
    case UInt8(ascii: "["): kind = .array(try array(depth: depth))
    case UInt8(ascii: "\""): kind = .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): kind = .number(try number())
    case UInt8(ascii: "t"): kind = try word("true", .boolean(true))
    case UInt8(ascii: "f"): kind = try word("false", .boolean(false))
    case UInt8(ascii: "n"): kind = try word("null", .null)
    default: throw fault(unexpected)
    }
    return JSONValue(kind: kind, offset: start)
  }

  private mutating func object(depth: Int) throws(JSONFault) -> [JSONMember] {
    var members: [JSONMember] = []
    at += 1
    skipSpace()
    if take("}") { return members }
    while true {
      skipSpace()
      guard at < bytes.count else { throw fault(.unexpectedEnd) }
      if !members.isEmpty, bytes[at] == UInt8(ascii: "}") { throw fault(.trailingComma) }
      guard bytes[at] == UInt8(ascii: "\"") else { throw notAName() }
      let nameOffset = at
      let name = try string()
      skipSpace()
      guard take(":") else { throw afterName() }
      skipSpace()
      let isLong = depth == 0 && isLong(name)
      isCut = isLong && hasHead(members)
      let value =
        if isCut { JSONValue(kind: .null, offset: at) } else {
          isLong ? try passOver() : try value(depth: depth + 1)
        }
      members.append(JSONMember(name: name, nameOffset: nameOffset, value: value))
      if isCut { return members }
      skipSpace()
      if take("}") { return members }
      guard take(",") else { throw afterValue() }
    }
  }

  private func isLong(_ name: String) -> Bool {
    switch part {
    case .whole: false
    case .head(_, let long): long.contains(name)
    }
  }

  private func hasHead(_ members: [JSONMember]) -> Bool {
    switch part {
    case .whole: false
    case .head(let wanted, _):
      wanted.allSatisfy { name in members.contains { $0.name == name } }
    }
  }

  /// Finds the end of a value without reading it: only brackets and the ends of strings count.
  private mutating func passOver() throws(JSONFault) -> JSONValue {
    let start = at
    var depth = 0
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "\""):
        at += 1
        while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
          at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
        }
      default: if depth == 0 { return try value(depth: 1) }
      }
      at += 1
      if depth == 0 { return JSONValue(kind: .null, offset: start) }
    }
    throw fault(.unexpectedEnd)
  }

  private mutating func array(depth: Int) throws(JSONFault) -> [JSONValue] {
    var values: [JSONValue] = []
    at += 1
    skipSpace()
    if take("]") { return values }
    while true {
      skipSpace()
      if at < bytes.count, !values.isEmpty, bytes[at] == UInt8(ascii: "]") {
        throw fault(.trailingComma)
      }
      values.append(try value(depth: depth + 1))
      skipSpace()
      if take("]") { return values }
      guard take(",") else { throw afterValue() }
    }
  }

  private mutating func word(
    _ text: StaticString, _ kind: JSONValue.Kind
  ) throws(JSONFault) -> JSONValue.Kind {
    let count = text.utf8CodeUnitCount
    let whole =
      at + count <= bytes.count
      && (0..<count).allSatisfy { bytes[at + $0] == text.utf8Start[$0] }
    guard whole else { throw fault(.unexpected(excerpt())) }
    at += count
    return kind
  }

  private mutating func number() throws(JSONFault) -> String {
    let start = at
    _ = take("-")
    let leadingZero = at < bytes.count && bytes[at] == UInt8(ascii: "0")
    let whole = digits()
    var sound = whole > 0 && !(leadingZero && whole > 1)
    if take(".") { sound = digits() > 0 && sound }
    if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      if !take("+") { _ = take("-") }
      sound = digits() > 0 && sound
    }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    guard sound else { throw JSONFault(fact: .badNumber(text), offset: start) }
    return text
  }

  private mutating func digits() -> Int {
    let start = at
    while at < bytes.count, bytes[at] >= 48, bytes[at] <= 57 { at += 1 }
    return at - start
  }

  private mutating func string() throws(JSONFault) -> String {
    let start = at
    at += 1
    var plainStart = at
    var text = ""
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "\""):
        text += try decoded(plainStart, start)
        at += 1
        return text
      case UInt8(ascii: "\\"):
        text += try decoded(plainStart, start)
        text += try escape()
        plainStart = at
      case 0..<0x20: throw fault(.controlCharacter(byte))
      default: at += 1
      }
    }
    throw fault(.unexpectedEnd)
  }

  private func decoded(_ from: Int, _ start: Int) throws(JSONFault) -> String {
    if from == at { return "" }
    guard let text = String(validating: bytes[from..<at], as: UTF8.self) else {
      throw JSONFault(fact: .notUTF8, offset: start)
    }
    return text
  }

  private mutating func skipSpace() {
    while at < bytes.count {
      let byte = bytes[at]
      guard byte == 32 || byte == 10 || byte == 13 || byte == 9 else { return }
      at += 1
    }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard at < bytes.count, bytes[at] == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }

  func fault(_ fact: JSONFault.Fact) -> JSONFault { JSONFault(fact: fact, offset: at) }

  /// What stands here, to quote: one character or a short word.
  func excerpt(_ length: Int = 1) -> String {
    var end = min(at + length, bytes.count)
    let isLetter = { (byte: UInt8) in (97...122).contains(byte | 0x20) }
    if length == 1, at < bytes.count, isLetter(bytes[at]) {
      while end < bytes.count, end - at < 20, isLetter(bytes[end]) { end += 1 }
    }
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return String(decoding: bytes[at..<end], as: UTF8.self)
  }
}
