/// What holds of steps, given what holds of the symbols they read whatever is answered.
struct Knowledge {
  let symbols: (Int) -> [Formula.Known]
  let candidate: [Formula.Known]

  static var none: Knowledge { Knowledge(symbols: { _ in [] }, candidate: []) }

  /// What holds of a step's value, where it has one.
  func facts(of step: Step) -> [Formula.Known] {
    switch step {
    case .symbol(let index): return symbols(index)
    case .candidate: return candidate
    case .chain, .negated: return bounds(of: step).facts
    case .call(let call, let arguments):
      guard let argument = arguments.first else { return [] }
      return facts(of: call.name, argument) ?? bounds(of: step).facts
    case .constant, .every, .attribute, .all, .any, .not, .equal, .order, .isBlank, .converted,
      .choose, .firstFilled, .once, .oneOf, .matches, .special, .label, .labelOf, .indexed,
      .lookup, .position, .random:
      return []
    }
  }

  /// Of functions that count: never blank, never negative.
  private func facts(of function: String, _ argument: Step) -> [Formula.Known]? {
    let known = self.known(of: argument)
    let most = known.lazy.compactMap { fact -> Int? in
      switch (function, fact) {
      case ("count-selected", .countAtMost(let most)), ("count", .countAtMost(let most)),
        ("string-length", .lengthAtMost(let most)):
        most
      case (_, _): nil
      }
    }
    .first
    guard ["count-selected", "count", "string-length"].contains(function) else { return nil }
    return [.filled, .atLeast(.number(.zero))]
      + [most.map { Formula.Known.atMost(.number(Number($0))) }].compactMap(\.self)
  }

  private func known(of step: Step) -> [Formula.Known] {
    switch step {
    case .every(let index, _), .symbol(let index): symbols(index)
    case .candidate: candidate
    case .constant, .attribute, .all, .any, .not, .equal, .order, .isBlank, .chain, .negated,
      .converted, .choose, .firstFilled, .once, .oneOf, .call, .matches, .special, .label, .labelOf,
      .indexed, .lookup, .position, .random:
      []
    }
  }

  /// Between what a step's value lies, where it is a number.
  func bounds(of step: Step) -> Bounds {
    switch step {
    case .constant(.number(let number)): return Bounds(low: number, high: number)
    case .negated(let step): return bounds(of: step).negated
    case .chain(let first, let links):
      return links.reduce(bounds(of: first)) { total, link in
        total.combined(link.operation, bounds(of: link.operand))
      }
    case .choose(_, let one, let other): return bounds(of: one).joined(bounds(of: other))
    case .firstFilled(let steps):
      return steps.dropFirst().reduce(bounds(of: steps[0])) { $0.joined(bounds(of: $1)) }
    case .symbol, .candidate: return Bounds(facts(of: step))
    case .call(let call, let arguments):
      guard let argument = arguments.first else { return Bounds() }
      return facts(of: call.name, argument).map(Bounds.init) ?? Bounds()
    case .constant, .every, .attribute, .all, .any, .not, .equal, .order, .isBlank, .converted,
      .once, .oneOf, .matches, .special, .label, .labelOf, .indexed, .lookup, .position, .random:
      return Bounds()
    }
  }
}

/// The least and the greatest a number may be; nil: no limit known.
struct Bounds: Hashable {
  var low: Number?
  var high: Number?

  init(low: Number? = nil, high: Number? = nil) {
    self.low = low
    self.high = high
  }

  init(_ facts: [Formula.Known]) {
    for fact in facts {
      switch fact {
      case .atLeast(.number(let number)): low = low.map { max($0, number) } ?? number
      case .atMost(.number(let number)): high = high.map { min($0, number) } ?? number
      case .atLeast, .atMost, .filled, .among, .exclusive, .countAtMost, .lengthAtMost: break
      }
    }
  }

  var facts: [Formula.Known] {
    [
      low.map { Formula.Known.atLeast(.number($0)) },
      high.map { Formula.Known.atMost(.number($0)) },
    ]
    .compactMap(\.self)
  }

  var negated: Bounds { Bounds(low: high.map { -$0 }, high: low.map { -$0 }) }

  /// Of a value that is the one or the other.
  func joined(_ other: Bounds) -> Bounds {
    Bounds(
      low: low.flatMap { one in other.low.map { min(one, $0) } },
      high: high.flatMap { one in other.high.map { max(one, $0) } })
  }

  func combined(_ operation: Operation, _ other: Bounds) -> Bounds {
    switch operation {
    case .plus: return sum(other)
    case .minus: return sum(other.negated)
    case .times:
      guard let low, let high, let least = other.low, let most = other.high else {
        return timesPositive(other)
      }
      let corners = [low * least, low * most, high * least, high * most].compactMap(\.self)
      return corners.count == 4 ? Bounds(low: corners.min(), high: corners.max()) : Bounds()
    case .over, .remainder: return Bounds()
    }
  }

  private func sum(_ other: Bounds) -> Bounds {
    Bounds(
      low: low.flatMap { one in other.low.flatMap { one + $0 } },
      high: high.flatMap { one in other.high.flatMap { one + $0 } })
  }

  /// A product where one side is a known number, not negative.
  private func timesPositive(_ other: Bounds) -> Bounds {
    for (side, factor) in [(self, other), (other, self)] {
      guard let number = factor.low, number == factor.high, number >= .zero else { continue }
      return Bounds(low: side.low.flatMap { $0 * number }, high: side.high.flatMap { $0 * number })
    }
    return Bounds()
  }
}
