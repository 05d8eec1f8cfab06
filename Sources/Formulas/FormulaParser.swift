/// From text to `Phrase`: XPath 1.0's expression grammar as XLSForm uses it.
///
/// A wrong sign whose meaning is plain (`==`, `&&`, curly quotes) is reported and read as meant;
/// where the shape itself is broken, reading stops at the first fault.
struct FormulaParser {
  /// How deep phrases and parentheses may lie inside one another.
  ///
  /// So that no text can exhaust the stack. Chosen: formulas written by people stay under 20.
  static let deepest = 200

  private var lexer: Lexer
  private var token: Lexer.Token
  private var range: Range<Int>
  private var depth = 0
  private var endOfLast = 0

  private init(_ text: String) {
    lexer = Lexer(text)
    (token, range) = lexer.next()
  }

  /// The phrase and the faults met; no phrase where its shape is broken.
  static func parse(_ text: String) -> (phrase: Phrase?, faults: [FormulaFault]) {
    var parser = FormulaParser(text)
    guard parser.token != .end else { return (nil, [.error(0..<text.utf8.count, .empty)]) }
    do {
      let phrase = try parser.expression(.or)
      try parser.expectEnd()
      return (phrase, parser.lexer.faults)
    } catch {
      guard let fault = error.fault else { return (nil, parser.lexer.faults) }
      return (nil, parser.lexer.faults.filter { $0.range != fault.range } + [fault])
    }
  }

  /// Reading cannot go on; the fault, unless the lexer reported it already.
  private struct Halt: Error {
    let fault: FormulaFault?

    init(_ range: Range<Int>, _ writing: FormulaFault.Writing) {
      fault = .error(range, writing)
    }

    init() {
      fault = nil
    }
  }

  private enum Level: Int, Comparable {
    case or
    case and
    case equality
    case order
    case sum
    case product
    case operand

    static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
    var next: Level { Level(rawValue: rawValue + 1) ?? .operand }
  }

  private mutating func advance() {
    endOfLast = range.upperBound
    (token, range) = lexer.next()
  }

  private mutating func expectEnd() throws(Halt) {
    switch token {
    case .end: return
    case .broken: throw Halt()
    case .sign(")"): throw Halt(range, .extraParenthesis)
    case .sign(",") where lexer.decimalComma(range) != nil:
      let range = lexer.decimalComma(range) ?? range
      throw Halt(range, .badNumber(lexer.written(range)))
    case .number, .text, .name, .word, .sign, .candidate, .parent: throw linkExpected()
    }
  }

  /// A value stands here where an operator or the end was expected.
  private func linkExpected() -> Halt {
    let written = lexer.written(range)
    if case .word(let word) = token, let meant = ForeignWords.link(word) {
      return Halt(range, .sayInstead(word, meant))
    }
    return Halt(range, .operatorExpected(written))
  }

  // MARK: Operators

  /// The operator here and its level; nil if there is none.
  private func operatorHere() -> (sign: String, level: Level)? {
    switch token {
    case .sign(let sign): Self.level(of: sign).map { (sign, $0) }
    case .word(let word):
      Self.worded[word.lowercased()].flatMap { sign in Self.level(of: sign).map { (sign, $0) } }
    case .number, .text, .name, .candidate, .parent, .end, .broken: nil
    }
  }

  private static let worded = [
    "and": "and", "or": "or", "div": "div", "mod": "mod", "et": "and", "ou": "or",
  ]

  private static func level(of sign: String) -> Level? {
    switch sign {
    case "or": .or
    case "and": .and
    case "=", "!=": .equality
    case "<", "<=", ">", ">=": .order
    case "+", "-": .sum
    case "*", "div", "mod": .product
    default: nil
    }
  }

  private mutating func takeOperator(_ sign: String) {
    if case .word(let word) = token, word != sign {
      lexer.faults.append(.error(range, .sayInstead(word, sign)))
    }
    advance()
  }

  /// An expression whose operators all bind at least as tightly as `level`.
  private mutating func expression(_ level: Level) throws(Halt) -> Phrase {
    var left = try operand()
    while let (_, here) = operatorHere(), here >= level {
      var links: [(sign: String, operand: Phrase)] = []
      while let (sign, next) = operatorHere(), next == here {
        takeOperator(sign)
        links.append((sign, try expression(here.next)))
      }
      left = try combined(left, links, at: here)
    }
    return left
  }

  private func combined(
    _ first: Phrase, _ links: [(sign: String, operand: Phrase)], at level: Level
  ) throws(Halt) -> Phrase {
    let range = first.range.lowerBound..<endOfLast
    var result = first
    switch level {
    case .or: result = Phrase(.any([first] + links.map(\.operand)), range)
    case .and: result = Phrase(.all([first] + links.map(\.operand)), range)
    case .equality:
      for (sign, operand) in links {
        let range = first.range.lowerBound..<operand.range.upperBound
        result = Phrase(.equality(result, isEqual: sign == "=", operand), range)
      }
    case .order:
      if links.count > 1 { throw Halt(range, chained(first, links)) }
      for (sign, operand) in links {
        guard let order = Order(rawValue: sign) else { continue }
        let range = first.range.lowerBound..<operand.range.upperBound
        result = Phrase(.order(result, order, operand), range)
      }
    case .sum, .product:
      let chain = links.compactMap { link in
        Operation(rawValue: link.sign).map { Phrase.Link(operation: $0, operand: link.operand) }
      }
      result = Phrase(.chain(first, chain), range)
    case .operand: break
    }
    guard result.depth <= Self.deepest else { throw Halt(range, .tooDeep(Self.deepest)) }
    return result
  }

  /// `0 < x < 10`: each comparison needs its own.
  private func chained(
    _ first: Phrase, _ links: [(sign: String, operand: Phrase)]
  ) -> FormulaFault.Writing {
    let values = [first] + links.map(\.operand)
    let parts = links.indices.map { place in
      let (left, right) = (
        lexer.written(values[place].range), lexer.written(values[place + 1].range)
      )
      return "\(left) \(links[place].sign) \(right)"
    }
    let whole = first.range.lowerBound..<endOfLast
    return .sayInstead(lexer.written(whole), parts.joined(separator: " and "))
  }

  // MARK: Operands

  private mutating func operand() throws(Halt) -> Phrase {
    let start = range
    switch token {
    case .number(let number, let written):
      advance()
      return Phrase(.number(number, written), start)
    case .text(let text):
      advance()
      return Phrase(.text(text), start)
    case .name(let name):
      advance()
      return Phrase(.name(name), start)
    case .candidate:
      advance()
      return Phrase(.candidate, start)
    case .parent:
      advance()
      return Phrase(.parent, start)
    case .word(let word):
      advance()
      if token == .sign("(") { return try call(word, start) }
      if Self.worded[word.lowercased()] != nil { throw Halt(start, .valueExpected(word)) }
      if isValueHere, Function.named(word.lowercased()) != nil {
        throw Halt(start, .sayInstead(word, "\(word.lowercased())(…)"))
      }
      return Phrase(.word(word), start)
    case .sign("("): return try parenthesized()
    case .sign("-"): return try negated()
    case .broken: throw Halt()
    case .end: throw Halt(max(0, start.lowerBound - 1)..<start.lowerBound, .valueExpected(nil))
    case .sign(let sign): throw Halt(start, .valueExpected(sign))
    }
  }

  /// Whether a value begins here that could be a function's.
  private var isValueHere: Bool {
    switch token {
    case .number, .text, .name, .candidate, .parent: true
    case .word(let word): Self.worded[word.lowercased()] == nil
    case .sign, .end, .broken: false
    }
  }

  private mutating func deeper(
    _ read: (inout FormulaParser) throws(Halt) -> Phrase
  ) throws(Halt) -> Phrase {
    depth += 1
    guard depth <= Self.deepest else { throw Halt(range, .tooDeep(Self.deepest)) }
    let phrase = try read(&self)
    depth -= 1
    guard phrase.depth <= Self.deepest else { throw Halt(range, .tooDeep(Self.deepest)) }
    return phrase
  }

  private mutating func negated() throws(Halt) -> Phrase {
    let start = range.lowerBound
    var isNegative = false
    while token == .sign("-") {
      isNegative.toggle()
      advance()
    }
    let number = try deeper { parser throws(Halt) in try parser.operand() }
    let range = start..<endOfLast
    return isNegative
      ? Phrase(.negated(number), range)
      : Phrase(.negated(Phrase(.negated(number), range)), range)
  }

  private mutating func parenthesized() throws(Halt) -> Phrase {
    let opening = range
    advance()
    let inner = try deeper { parser throws(Halt) in try parser.expression(.or) }
    try close(opening, "(")
    return Phrase(inner.kind, opening.lowerBound..<endOfLast)
  }

  private mutating func call(_ name: String, _ nameRange: Range<Int>) throws(Halt) -> Phrase {
    let opening = nameRange.lowerBound..<range.upperBound
    advance()
    var arguments: [Phrase] = []
    if token != .sign(")") {
      arguments.append(try deeper { parser throws(Halt) in try parser.expression(.or) })
      while token == .sign(",") {
        advance()
        arguments.append(try deeper { parser throws(Halt) in try parser.expression(.or) })
      }
    }
    try close(opening, name + "(")
    let phrase = Phrase(
      .call(name, name: nameRange, arguments), nameRange.lowerBound..<endOfLast)
    guard phrase.depth <= Self.deepest else {
      throw Halt(nameRange, .tooDeep(Self.deepest))
    }
    return phrase
  }

  private mutating func close(_ opening: Range<Int>, _ written: String) throws(Halt) {
    switch token {
    case .sign(")"): advance()
    case .end: throw Halt(opening, .unclosedParenthesis(written))
    case .broken: throw Halt()
    case .number, .text, .name, .word, .sign, .candidate, .parent: throw linkExpected()
    }
  }
}
