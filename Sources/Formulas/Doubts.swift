/// What a sound formula does that its writer hardly meant.
extension FormulaChecker {
  // MARK: not(… > …)

  /// Doubts a `not()` over a comparison by order, which an unanswered question makes true.
  mutating func doubtThatBlankIsMeant(_ condition: Step, _ range: Range<Int>) {
    guard !scope.everythingIsAnswered, let index = condition.blankInOrder, let name = names[index]
    else { return }
    doubts.append(
      Doubt(fault: .warning(range, .trueWhenBlank(name)), unlessTested: .symbol(index)))
  }

  // MARK: . > 10 and . < 5

  /// Doubts conditions joined by `and` that no value satisfies together.
  mutating func doubtThatCanHold(_ step: Step, _ range: Range<Int>) {
    guard !faults.contains(where: { range.overlaps($0.range) }), step.isImpossible else { return }
    // Of one inside the other, the outer says it all.
    doubts.removeAll { $0.fault.fact == .doubtful(.neverTrue) && range.contains($0.fault.range) }
    doubts.append(
      Doubt(fault: .warning(range, .neverTrue), unlessTested: .constant(.blank)))
  }

  /// The warnings that remain once the whole formula is known, in the order written.
  var warnings: [FormulaFault] {
    doubts.filter { !testedForBlank.contains($0.unlessTested) }.map(\.fault)
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}

extension Step {
  /// The symbol that may be blank in a comparison by order inside; nil if there is none such.
  fileprivate var blankInOrder: Int? {
    switch self {
    case .all(let steps), .any(let steps):
      return steps.lazy.compactMap(\.blankInOrder).first
    case .order(let one, _, let other):
      return one.namedSymbol ?? other.namedSymbol
    case .constant, .symbol, .every, .candidate, .attribute, .not, .equal, .isBlank, .chain,
      .negated, .converted, .choose, .firstFilled, .once, .oneOf, .call, .matches, .special,
      .label, .labelOf, .indexed, .lookup, .position, .random:
      return nil
    }
  }

  /// The symbol whose blank makes this blank; nil if none need do so.
  fileprivate var namedSymbol: Int? {
    switch self {
    case .symbol(let index): index
    case .negated(let step), .converted(let step, _): step.namedSymbol
    case .chain(let first, let links):
      ([first] + links.map(\.operand)).lazy.compactMap(\.namedSymbol).first
    case .call(let call, let arguments) where Self.blankOfBlank.contains(call.name):
      arguments.lazy.compactMap(\.namedSymbol).first
    case .constant, .every, .candidate, .attribute, .all, .any, .not, .equal, .order, .isBlank,
      .choose, .firstFilled, .once, .oneOf, .call, .matches, .special, .label, .labelOf, .indexed,
      .lookup, .position, .random:
      nil
    }
  }

  private static let blankOfBlank: Set<String> = [
    "number", "round", "int", "abs", "floor", "ceiling", "pow", "date", "date-time",
    "decimal-date-time", "months-between",
  ]

  /// Whether no value at all makes the condition true.
  fileprivate var isImpossible: Bool {
    switch self {
    case .any(let steps): return steps.allSatisfy(\.isImpossible)
    case .all:
      var demands: [Step: Demands] = [:]
      return conjuncts.contains { step in
        if case .any = step { return step.isImpossible }
        guard let (subject, demand) = step.demand else { return false }
        return !demands[subject, default: Demands()].accept(demand)
      }
    case .constant, .symbol, .every, .candidate, .attribute, .not, .equal, .order, .isBlank,
      .chain, .negated, .converted, .choose, .firstFilled, .once, .oneOf, .call, .matches,
      .special, .label, .labelOf, .indexed, .lookup, .position, .random:
      return false
    }
  }

  private var conjuncts: [Step] {
    if case .all(let steps) = self { steps.flatMap(\.conjuncts) } else { [self] }
  }

  /// What this condition asks of one subject; nil if it is of another shape.
  private var demand: (subject: Step, Demand)? {
    switch self {
    case .isBlank(let subject): return (subject, .blank)
    case .not(.isBlank(let subject)): return (subject, .filled)
    case .not(.equal(let subject, .constant(let value))),
      .not(.equal(.constant(let value), let subject)):
      return (subject, .other(value))
    case .equal(let subject, .constant(let value)), .equal(.constant(let value), let subject):
      return (subject, .equal([value]))
    case .oneOf(let subject, let options):
      var values: [Value] = []
      for option in options {
        guard case .constant(let value) = option else { return (subject, .filled) }
        values.append(value)
      }
      return (subject, .equal(values))
    case .order(let subject, let order, .constant(let value)):
      return (subject, .order(order, value))
    case .order(.constant(let value), let order, let subject):
      return (subject, .order(order.reversed, value))
    case .order(let subject, _, _): return (subject, .filled)
    case .constant, .symbol, .every, .candidate, .attribute, .all, .any, .not, .equal, .chain,
      .negated, .converted, .choose, .firstFilled, .once, .call, .matches, .special, .label,
      .labelOf, .indexed, .lookup, .position, .random:
      return nil
    }
  }
}

/// One thing a condition asks of a value.
private enum Demand {
  case blank
  case filled
  case equal([Value])
  case other(Value)
  case order(Order, Value)
}

/// All that is asked of one value.
private struct Demands {
  private var isBlank: Bool?
  private var options: [Value]?
  private var others: [Value] = []
  private var bounds: [(order: Order, value: Value)] = []

  /// Adds a demand; false if nothing can satisfy it together with those before.
  mutating func accept(_ demand: Demand) -> Bool {
    switch demand {
    case .blank:
      guard isBlank != false else { return false }
      isBlank = true
      return true
    case .other(let value): others.append(value)
    case .filled: break
    case .equal(let values):
      options =
        options.map { known in known.filter { old in values.contains { $0.equals(old) } } }
        ?? values
    case .order(let order, let value): bounds.append((order, value))
    }
    if case .other = demand {
    } else {
      guard isBlank != true else { return false }
      isBlank = false
    }
    return canHold
  }

  private var canHold: Bool {
    if let options {
      return options.contains { option in
        !others.contains { $0.equals(option) }
          && bounds.allSatisfy { option.stands($0.order, $0.value) }
      }
    }
    return bounds.allSatisfy { low in
      bounds.allSatisfy { high in leavesRoom(above: low, below: high) }
    }
  }

  /// Whether a value may satisfy both, the one a lower and the other an upper bound.
  private func leavesRoom(
    above low: (order: Order, value: Value), below high: (order: Order, value: Value)
  ) -> Bool {
    switch (low.order, high.order) {
    case (.above, .below), (.above, .atMost), (.atLeast, .below):
      low.value.stands(.below, high.value)
    case (.atLeast, .atMost): low.value.stands(.atMost, high.value)
    case (.above, .above), (.above, .atLeast), (.atLeast, .above), (.atLeast, .atLeast),
      (.below, _), (.atMost, _):
      true
    }
  }
}
