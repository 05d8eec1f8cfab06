/// A formula cut into its words and signs.
struct Lexer {
  enum Token: Equatable {
    case number(Number, String)
    case text(String)
    /// `${name}`.
    case name(String)
    /// A bare word: a function, an attribute or a worded operator.
    case word(String)
    case sign(String)
    case candidate
    case parent
    case end
    /// Something no formula contains; its fault is reported.
    case broken
  }

  let bytes: [UInt8]
  private var place = 0
  /// Faults met so far, in order.
  var faults: [FormulaFault] = []

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The text between two places.
  func written(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// A number written with a decimal comma round the sign at `range`; nil if it is none.
  func decimalComma(_ range: Range<Int>) -> Range<Int>? {
    let after = bytes[range.upperBound...].prefix(while: isDigit)
    let before = bytes[..<range.lowerBound].reversed().prefix(while: isDigit)
    guard written(range) == ",", !before.isEmpty, !after.isEmpty else { return nil }
    return range.lowerBound - before.count..<range.upperBound + after.count
  }

  /// Takes the next token.
  mutating func next() -> (token: Token, range: Range<Int>) {
    skipSpace()
    let start = place
    guard place < bytes.count else { return (.end, start..<start) }
    let token = token(from: start)
    return (token, start..<place)
  }

  private mutating func token(from start: Int) -> Token {
    let byte = bytes[start]
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return text(closedBy: byte)
    case UInt8(ascii: "$"): return name()
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
    case UInt8(ascii: "."):
      if let after = peek(1), isDigit(after) { return number() }
      place += peek(1) == byte ? 2 : 1
      if peek(0) == UInt8(ascii: "/") { return path(from: start) }
      return place == start + 2 ? .parent : .candidate
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"):
      while let byte = peek(0), isWordByte(byte) { place += 1 }
      return .word(written(start..<place))
    case 0x80...: return foreign(from: start)
    default: return sign(from: start)
    }
  }

  private mutating func sign(from start: Int) -> Token {
    for pair in ["!=", "<=", ">="] where starts(with: pair) {
      place += 2
      return .sign(pair)
    }
    for (wrong, right) in [
      ("===", "="), ("==", "="), ("=/=", "!="), ("<>", "!="), ("&&", "and"), ("||", "or"),
      ("=<", "<="), ("=>", ">="), (";", ","),
    ] where starts(with: wrong) {
      place += wrong.utf8.count
      return replaced(wrong, by: right, from: start)
    }
    let character = written(start..<start + 1)
    place += 1
    if "+-*()=<>,".contains(character) { return .sign(character) }
    if character == "/", let next = peek(0), isPathByte(next) && !isDigit(next) || next == 0x2F {
      return path(from: start)
    }
    guard let right = meant(by: character) else {
      faults.append(.error(start..<place, .unreadable(character)))
      return .broken
    }
    return refused(character, instead: right, from: start)
  }

  /// What a sign stands for elsewhere.
  private func meant(by sign: String) -> String? {
    switch sign {
    case "!": "not(…)"
    case "/": "div"
    case "^": "pow(…, …)"
    case "|": "or"
    case "?": "if(…, …, …)"
    case "`": "'"
    case "&": isBesideText ? "concat(…, …)" : "and"
    case "%": isBeforeValue ? "mod" : "div 100"
    default: nil
    }
  }

  /// Whether a text in quotes ends just before the sign just taken, or starts just after it.
  private var isBesideText: Bool {
    let isQuote = { (byte: UInt8?) in byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") }
    return isQuote(bytes[..<(place - 1)].last { $0 != 0x20 })
      || isQuote(bytes[place...].first { $0 != 0x20 })
  }

  private var isBeforeValue: Bool {
    bytes[place...].first { $0 != 0x20 }.map { isNameByte($0) || "$('.\"".utf8.contains($0) }
      ?? false
  }

  /// A path of XPath, as `../age` or `/data/age`: questions are named without one.
  private mutating func path(from start: Int) -> Token {
    while let byte = peek(0), isPathByte(byte) { place += 1 }
    let path = written(start..<place)
    let name = path.split(whereSeparator: { "/.".contains($0) }).last.map(String.init) ?? "…"
    return refused(path, instead: "${\(name)}", from: start)
  }

  private mutating func foreign(from start: Int) -> Token {
    for (wrong, right) in [
      ("≠", "!="), ("≤", "<="), ("≥", ">="), ("×", "*"), ("−", "-"), ("–", "-"), ("÷", "div"),
      ("＝", "="), ("，", ","), ("；", ","),
    ]
    where starts(with: wrong) {
      place += wrong.utf8.count
      return replaced(wrong, by: right, from: start)
    }
    for (opening, closings) in [
      ("“", ["”", "“", "\""]), ("”", ["”", "\""]), ("„", ["“", "”", "\""]), ("‘", ["’", "'"]),
      ("’", ["’", "'"]), ("«", ["»"]), ("‹", ["›"]),
    ] where starts(with: opening) {
      place += opening.utf8.count
      return curly(from: start, closedBy: closings)
    }
    let character = written(start..<bytes.count).first.map(String.init) ?? ""
    place += character.utf8.count
    faults.append(.error(start..<place, .unreadable(character)))
    return .broken
  }

  private mutating func replaced(_ wrong: String, by right: String, from start: Int) -> Token {
    faults.append(.error(start..<place, .sayInstead(wrong, right)))
    return .sign(right)
  }

  /// What follows such a sign cannot be read for sure: one report is enough.
  private mutating func refused(
    _ wrong: String, instead right: String, from start: Int
  ) -> Token {
    faults.append(.error(start..<place, .sayInstead(wrong, right)))
    return .broken
  }

  private mutating func curly(from start: Int, closedBy closings: [String]) -> Token {
    let inside = place
    while place < bytes.count {
      if let closing = closings.first(where: { starts(with: $0) }) {
        let text = written(inside..<place).trimmingSpaces
        place += closing.utf8.count
        faults.append(.error(start..<place, .curlyQuotes(written(start..<place))))
        return .text(text)
      }
      place += 1
    }
    faults.append(.error(start..<place, .unclosedText(written(start..<place))))
    return .broken
  }

  private mutating func text(closedBy quote: UInt8) -> Token {
    let start = place
    place += 1
    while let byte = peek(0), byte != quote { place += 1 }
    guard place < bytes.count else {
      faults.append(.error(start..<place, .unclosedText(written(start..<place))))
      return .broken
    }
    place += 1
    return .text(written(start + 1..<place - 1))
  }

  private mutating func name() -> Token {
    let start = place
    place += 1
    guard peek(0) == UInt8(ascii: "{") else {
      while let byte = peek(0), isWordByte(byte) { place += 1 }
      let bare = written(start + 1..<place)
      faults.append(
        .error(start..<place, .sayInstead("$\(bare)", "${\(bare.isEmpty ? "…" : bare)}")))
      return bare.isEmpty ? .broken : .name(bare)
    }
    place += 1
    while let byte = peek(0), isNameByte(byte) { place += 1 }
    let name = written(start + 2..<place)
    if peek(0) == UInt8(ascii: "}"), !name.isEmpty {
      place += 1
      return .name(name)
    }
    while let byte = peek(0), byte != UInt8(ascii: "}"), byte != UInt8(ascii: "'") { place += 1 }
    let isClosed = peek(0) == UInt8(ascii: "}")
    if isClosed { place += 1 }
    let written = written(start..<place)
    faults.append(.error(start..<place, isClosed ? .badName(written) : .unclosedName(written)))
    return .broken
  }

  private mutating func number() -> Token {
    let start = place
    while let byte = peek(0), isDigit(byte) { place += 1 }
    if peek(0) == UInt8(ascii: ".") {
      place += 1
      while let byte = peek(0), isDigit(byte) { place += 1 }
    }
    let isWhole = peek(0).map { !isPartOfNumber($0) } ?? true
    while let byte = peek(0), isPartOfNumber(byte) { place += 1 }
    var written = written(start..<place)
    if written.hasPrefix(".") { written = "0" + written }
    if written.hasSuffix(".") { written.removeLast() }
    guard isWhole, let number = Number(reading: written) else {
      faults.append(.error(start..<place, .badNumber(self.written(start..<place))))
      return .broken
    }
    return .number(number, written)
  }

  private mutating func skipSpace() {
    while let byte = peek(0) {
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        place += 1
      } else if starts(with: "\u{A0}") {
        place += 2
      } else if starts(with: "\u{202F}") {
        place += 3
      } else {
        return
      }
    }
  }

  private func starts(with text: String) -> Bool {
    bytes[place...].starts(with: text.utf8)
  }

  private func peek(_ distance: Int) -> UInt8? {
    place + distance < bytes.count ? bytes[place + distance] : nil
  }
}

extension String {
  /// Without the spaces French puts inside its quotes.
  fileprivate var trimmingSpaces: String {
    let rest = drop(while: \.isWhitespace)
    return String(rest.reversed().drop(while: \.isWhitespace).reversed())
  }
}

/// Whether a byte right after a number makes it something else: a word or a second point.
private func isPartOfNumber(_ byte: UInt8) -> Bool {
  isNameByte(byte) || byte == UInt8(ascii: ".") || byte >= 0x80 && byte != 0xC2 && byte != 0xE2
}

private func isDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

/// Whether a question's name may hold the byte.
private func isNameByte(_ byte: UInt8) -> Bool {
  isDigit(byte) || byte == UInt8(ascii: "_") || (0x41...0x5A).contains(byte)
    || (0x61...0x7A).contains(byte)
}

/// Whether a path of XPath may hold the byte.
private func isPathByte(_ byte: UInt8) -> Bool {
  isNameByte(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
    || byte == UInt8(ascii: "-")
}

/// Whether a bare word may hold the byte: functions are called `count-selected`, `jr:choice-name`.
private func isWordByte(_ byte: UInt8) -> Bool {
  isNameByte(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":") || byte >= 0x80
}
