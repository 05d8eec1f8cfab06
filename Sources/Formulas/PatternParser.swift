/// A piece of a pattern, as written.
indirect enum PatternPiece: Sendable {
  case letter(Letters)
  case start
  case end
  case sequence([PatternPiece])
  case either([PatternPiece])
  case times(PatternPiece, Int, Int?)
}

/// From a pattern's text to its pieces.
struct PatternParser {
  /// How deep groups may lie inside one another.
  private static let deepest = 100
  /// The most times a piece may be asked for in braces.
  private static let mostTimes = 1000

  private let letters: [Character]
  private var place = 0
  private var depth = 0

  static func parse(_ text: String) throws(PatternFault) -> PatternPiece {
    var parser = PatternParser(letters: Array(text))
    let piece = try parser.alternatives()
    if parser.place < parser.letters.count { throw parser.fault(.extraParenthesis, length: 1) }
    return piece
  }

  private init(letters: [Character]) {
    self.letters = letters
  }

  private func peek(_ distance: Int = 0) -> Character? {
    place + distance < letters.count ? letters[place + distance] : nil
  }

  /// A fault over so many letters from here, or from `start`.
  private func fault(
    _ fact: PatternFault.Fact, from start: Int? = nil, length: Int
  ) -> PatternFault {
    let first = start ?? place
    let before = letters[..<first].reduce(0) { $0 + String($1).utf8.count }
    let inside = letters[first...].prefix(length).reduce(0) { $0 + String($1).utf8.count }
    return PatternFault(range: before..<before + inside, fact: fact)
  }

  private mutating func alternatives() throws(PatternFault) -> PatternPiece {
    var branches = [try sequence()]
    while peek() == "|" {
      place += 1
      branches.append(try sequence())
    }
    return branches.count == 1 ? branches[0] : .either(branches)
  }

  private mutating func sequence() throws(PatternFault) -> PatternPiece {
    var pieces: [PatternPiece] = []
    let start = place
    while let letter = peek(), letter != "|", letter != ")" {
      if letter == "^" {
        guard place == start else { throw fault(.misplacedAnchor("^"), length: 1) }
        place += 1
        pieces.append(.start)
      } else if letter == "$" {
        let after = peek(1)
        guard after == nil || after == "|" || after == ")" else {
          throw fault(.misplacedAnchor("$"), length: 1)
        }
        place += 1
        pieces.append(.end)
      } else {
        pieces.append(try repeated(try piece()))
      }
    }
    return pieces.count == 1 ? pieces[0] : .sequence(pieces)
  }

  private mutating func repeated(_ piece: PatternPiece) throws(PatternFault) -> PatternPiece {
    var result = piece
    switch peek() {
    case "*": result = .times(piece, 0, nil)
    case "+": result = .times(piece, 1, nil)
    case "?": result = .times(piece, 0, 1)
    case "{":
      result = try counted(piece)
      place -= 1
    default: return piece
    }
    place += 1
    if let next = peek(), "*+?{".contains(next) {
      throw fault(.doubledRepeat(String(next)), length: 1)
    }
    return result
  }

  private mutating func counted(_ piece: PatternPiece) throws(PatternFault) -> PatternPiece {
    let start = place
    guard let close = letters[place...].firstIndex(of: "}") else {
      throw fault(.badBounds(String(letters[start...])), length: letters.count)
    }
    let written = String(letters[start...close])
    let parts = letters[(start + 1)..<close]
      .split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
    place = close + 1
    let bad = fault(.badBounds(written), from: start, length: close - start + 1)
    let isWritten = parts.joined().allSatisfy { $0.isASCII && $0.isWholeNumber }
    guard isWritten, parts.count <= 2, let least = Int(parts[0]), least <= Self.mostTimes else {
      throw bad
    }
    guard parts.count == 2 else { return .times(piece, least, least) }
    if parts[1].isEmpty { return .times(piece, least, nil) }
    guard let most = Int(parts[1]), most >= least, most <= Self.mostTimes else { throw bad }
    return .times(piece, least, most)
  }

  private mutating func piece() throws(PatternFault) -> PatternPiece {
    let letter = letters[place]
    switch letter {
    case "(": return try group()
    case "[": return .letter(try set())
    case ".":
      place += 1
      return .letter(.any)
    case "*", "+", "?", "{": throw fault(.nothingToRepeat(String(letter)), length: 1)
    case "\\":
      let (literal, kind) = try escape()
      return .letter(kind.map { .only($0) } ?? .only(literal))
    default:
      place += 1
      return .letter(.only(letter))
    }
  }

  private mutating func group() throws(PatternFault) -> PatternPiece {
    let start = place
    place += 1
    if peek() == "?" {
      guard peek(1) == ":" else { throw fault(.lookAround, from: start, length: 3) }
      place += 2
    }
    depth += 1
    guard depth <= Self.deepest else { throw fault(.tooLarge, from: 0, length: letters.count) }
    let inner = try alternatives()
    depth -= 1
    guard peek() == ")" else { throw fault(.unclosedGroup, from: start, length: 1) }
    place += 1
    return inner
  }

  /// Reads `\x`: a letter, or a kind of letters.
  private mutating func escape() throws(PatternFault) -> (Character, Letters.Kind?) {
    let start = place
    guard let letter = peek(1) else { throw fault(.unknownEscape("\\"), length: 1) }
    place += 2
    switch letter {
    case "n": return ("\n", nil)
    case "r": return ("\r", nil)
    case "t": return ("\t", nil)
    case "d", "w", "s":
      return (
        letter, Letters.Name(rawValue: String(letter)).map { .init(name: $0, isNegated: false) }
      )
    case "D", "W", "S":
      let name = Letters.Name(rawValue: letter.lowercased())
      return (letter, name.map { .init(name: $0, isNegated: true) })
    case "p", "P": return (letter, try property(from: start, isNegated: letter == "P"))
    case "1"..."9": throw fault(.backReference, from: start, length: 2)
    default:
      guard !letter.isLetter, !letter.isNumber else {
        throw fault(.unknownEscape("\\\(letter)"), from: start, length: 2)
      }
      return (letter, nil)
    }
  }

  private mutating func property(
    from start: Int, isNegated: Bool
  ) throws(PatternFault) -> Letters.Kind {
    guard peek() == "{", let close = letters[place...].firstIndex(of: "}") else {
      throw fault(.unknownEscape(String(letters[start..<place])), from: start, length: 2)
    }
    let name = String(letters[(place + 1)..<close])
    place = close + 1
    guard name.first?.isUppercase == true, let known = Letters.Name(rawValue: name) else {
      throw fault(.unknownProperty(name), from: start, length: place - start)
    }
    return .init(name: known, isNegated: isNegated)
  }

  private mutating func set() throws(PatternFault) -> Letters {
    let start = place
    place += 1
    var set = Letters()
    if peek() == "^" {
      set.isNegated = true
      place += 1
    }
    while let letter = peek(), letter != "]" {
      let first = place
      let (from, kind) = try member()
      if let kind {
        set.kinds.append(kind)
      } else if peek() == "-", let after = peek(1), after != "]" {
        place += 1
        let (to, kind) = try member()
        let written = String(letters[first..<place])
        guard kind == nil, let low = from.onlyScalar, let high = to.onlyScalar, low <= high else {
          throw fault(.badRange(written), from: first, length: place - first)
        }
        set.ranges.append(low...high)
      } else {
        set.insert(from)
      }
    }
    guard peek() == "]" else { throw fault(.unclosedClass, from: start, length: 1) }
    place += 1
    guard place - start > (set.isNegated ? 3 : 2) else {
      throw fault(.emptyClass, from: start, length: place - start)
    }
    return set
  }

  /// One letter or kind inside brackets.
  private mutating func member() throws(PatternFault) -> (Character, Letters.Kind?) {
    if letters[place] == "\\" { return try escape() }
    place += 1
    return (letters[place - 1], nil)
  }
}
