/// A pattern a whole text must match, tried in time proportional to the text's length.
///
/// The dialect: literals, `.`, classes, ASCII `\d \w \s` and their capitals, `\p{L}` and its like,
/// groups, `|`, `* + ? {m,n}`, `^` and `$` at the ends. A sign is what a reader sees as one letter.
package struct Pattern: Hashable, Sendable {
  package let text: String
  let states: [State]

  /// What one place in the pattern asks; the states it leads to are counted from 0.
  enum State: Sendable {
    case letter(Letters, then: Int)
    case fork(Int, Int)
    case start(then: Int)
    case end(then: Int)
    case accept
  }

  /// The most states a pattern may have, repetitions written out.
  ///
  /// Chosen: `[0-9]{9}` takes nine; a thousand signs of free text a thousand.
  static let mostStates = 5000

  package init(_ text: String) throws(PatternFault) {
    let tree = try PatternParser.parse(text)
    var builder = Builder()
    let last = builder.add(.accept)
    guard let first = builder.build(tree, then: last) else {
      throw PatternFault(range: 0..<text.utf8.count, fact: .tooLarge)
    }
    // States were added from the end: the first one is where matching starts.
    self.text = text
    states = builder.states
    start = first
  }

  let start: Int

  package static func == (left: Pattern, right: Pattern) -> Bool { left.text == right.text }
  package func hash(into hasher: inout Hasher) { hasher.combine(text) }

  /// Whether the whole text matches.
  package func matches(_ text: String) -> Bool {
    let letters = Array(text)
    var walk = Walk(count: states.count)
    follow(start, at: 0, of: letters.count, in: &walk)
    for (place, letter) in letters.enumerated() {
      let current = walk.next()
      guard !current.isEmpty else { return false }
      for state in current {
        if case .letter(let wanted, let then) = states[state], wanted.contains(letter) {
          follow(then, at: place + 1, of: letters.count, in: &walk)
        }
      }
    }
    return walk.next().contains { state in
      if case .accept = states[state] { true } else { false }
    }
  }

  /// Adds a state and all those reached from it without a letter.
  private func follow(_ state: Int, at place: Int, of count: Int, in walk: inout Walk) {
    var waiting = [state]
    while let state = waiting.popLast() {
      guard walk.visit(state) else { continue }
      switch states[state] {
      case .letter, .accept: walk.reached.append(state)
      case .fork(let one, let other): waiting += [one, other]
      case .start(let then): if place == 0 { waiting.append(then) }
      case .end(let then): if place == count { waiting.append(then) }
      }
    }
  }

  /// The states reached at one place in the text, each once.
  private struct Walk {
    var reached: [Int] = []
    private var seen: [Int]
    private var round = 1

    init(count: Int) {
      seen = [Int](repeating: 0, count: count)
    }

    mutating func visit(_ state: Int) -> Bool {
      guard seen[state] != round else { return false }
      seen[state] = round
      return true
    }

    /// Hands out the states reached and starts anew.
    mutating func next() -> [Int] {
      defer {
        reached = []
        round += 1
      }
      return reached
    }
  }

  /// Thompson's construction, from the end to the start.
  private struct Builder {
    var states: [State] = []

    mutating func add(_ state: State) -> Int {
      states.append(state)
      return states.count - 1
    }

    /// The state a piece starts with; nil past the most states.
    mutating func build(_ piece: PatternPiece, then next: Int) -> Int? {
      guard states.count < Pattern.mostStates else { return nil }
      switch piece {
      case .letter(let letters): return add(.letter(letters, then: next))
      case .start: return add(.start(then: next))
      case .end: return add(.end(then: next))
      case .sequence(let pieces):
        var next = next
        for piece in pieces.reversed() {
          guard let first = build(piece, then: next) else { return nil }
          next = first
        }
        return next
      case .either(let pieces):
        var first: Int?
        for piece in pieces.reversed() {
          guard let branch = build(piece, then: next) else { return nil }
          first = first.map { add(.fork(branch, $0)) } ?? branch
        }
        return first
      case .times(let piece, let least, let most):
        return build(piece, least: least, most: most, then: next)
      }
    }

    private mutating func build(
      _ piece: PatternPiece, least: Int, most: Int?, then next: Int
    ) -> Int? {
      var next = next
      if let most {
        let end = next
        for _ in least..<max(least, most) {
          guard let first = build(piece, then: next) else { return nil }
          next = add(.fork(first, end))
        }
      } else {
        let loop = add(.fork(next, next))
        guard let first = build(piece, then: loop) else { return nil }
        states[loop] = .fork(first, next)
        next = loop
      }
      for _ in 0..<least {
        guard let first = build(piece, then: next) else { return nil }
        // A piece that asks for nothing asks no more when repeated.
        if first == next { break }
        next = first
      }
      return next
    }
  }
}
