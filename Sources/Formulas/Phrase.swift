/// A piece of a formula as written: its shape is sound, its names and types are not yet known.
struct Phrase: Sendable {
  let kind: Kind
  /// Where, in bytes of UTF-8.
  let range: Range<Int>
  /// How many phrases lie inside one another here, itself included.
  let depth: Int

  init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
    depth = 1 + (kind.parts.map(\.depth).max() ?? 0)
  }

  indirect enum Kind: Sendable {
    /// A number, and how it is written.
    case number(Number, String)
    case text(String)
    /// `${name}`.
    case name(String)
    /// A bare name.
    case word(String)
    /// `.`
    case candidate
    /// `..`
    case parent
    case call(String, name: Range<Int>, [Phrase])
    case all([Phrase])
    case any([Phrase])
    case equality(Phrase, isEqual: Bool, Phrase)
    case order(Phrase, Order, Phrase)
    case chain(Phrase, [Link])
    case negated(Phrase)

    var parts: [Phrase] {
      switch self {
      case .number, .text, .name, .word, .candidate, .parent: []
      case .call(_, _, let parts), .all(let parts), .any(let parts): parts
      case .equality(let left, _, let right), .order(let left, _, let right): [left, right]
      case .chain(let first, let links): [first] + links.map(\.operand)
      case .negated(let part): [part]
      }
    }
  }

  /// One more operand of a sum or of a product.
  struct Link: Sendable {
    let operation: Operation
    let operand: Phrase
  }
}

/// An arithmetic operation.
enum Operation: String, Hashable, Sendable {
  case plus = "+"
  case minus = "-"
  case times = "*"
  case over = "div"
  case remainder = "mod"
}

/// A comparison by order.
enum Order: String, Hashable, Sendable {
  case below = "<"
  case atMost = "<="
  case above = ">"
  case atLeast = ">="

  /// The comparison that holds where this one does not.
  var opposite: Order {
    switch self {
    case .below: .atLeast
    case .atMost: .above
    case .above: .atMost
    case .atLeast: .below
    }
  }

  /// The same comparison with its sides exchanged.
  var reversed: Order {
    switch self {
    case .below: .above
    case .atMost: .atLeast
    case .above: .below
    case .atLeast: .atMost
    }
  }
}
