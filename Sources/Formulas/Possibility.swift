/// Whether anything at all makes a condition true.
extension Formula {
  /// What holds of a symbol whatever is answered.
  package enum Known: Hashable, Sendable {
    case blank
    case atLeast(Value)
    case atMost(Value)
  }

  /// Whether some answers may make all these conditions true together.
  ///
  /// Says no only where it is sure: two demands on one question that exclude one another, a
  /// constant that is false, a demand on what is `known` never to meet it.
  ///
  /// - Parameters:
  ///   - known: what holds of a symbol, by its index.
  ///   - candidate: what holds of `.`.
  package static func canHold(
    _ conditions: [Formula], candidate: [Known] = [], known: (Int) -> [Known]
  ) -> Bool {
    !Step.all(conditions.map(\.step)).isImpossible { subject in
      if case .symbol(let index) = subject { return known(index) }
      return subject == .candidate ? candidate : []
    }
  }

  /// The symbols that must hold a value for the condition to hold.
  package var demanded: [Int] {
    step.conjuncts.compactMap { step in
      guard case (.symbol(let index), let demand)? = step.demand else { return nil }
      switch demand {
      case .filled, .equal, .order: return index
      case .blank, .other: return nil
      }
    }
  }

  /// Whether it is but `false()`.
  package var isWrittenFalse: Bool { step.truth == false }

  /// What the formula always yields, where it is but a constant.
  package var constant: Value? {
    if case .constant(let value) = step { value } else { nil }
  }
}

extension Step {
  /// Whether no value at all makes the condition true.
  func isImpossible(knowing known: (Step) -> [Formula.Known] = { _ in [] }) -> Bool {
    switch self {
    case .any(let steps): return steps.allSatisfy { $0.isImpossible(knowing: known) }
    case .constant, .call: return truth == false
    case .all, .not, .equal, .order, .isBlank, .oneOf:
      var demands: [Step: Demands] = [:]
      return conjuncts.contains { step in
        if let isTrue = step.truth { return !isTrue }
        if case .any = step { return step.isImpossible(knowing: known) }
        guard let (subject, demand) = step.demand else { return false }
        if case .constant(let value) = subject {
          var demands = Demands(value)
          return !demands.accept(demand)
        }
        return !demands[subject, default: Demands(known(subject))].accept(demand)
      }
    case .symbol, .every, .candidate, .attribute, .chain, .negated, .converted, .choose,
      .firstFilled, .once, .matches, .special, .label, .labelOf, .indexed, .lookup, .position,
      .random:
      return false
    }
  }

  /// Whether it is written true or false; nil for anything else.
  fileprivate var truth: Bool? {
    switch self {
    case .constant(let value): return value.holds
    case .call(let call, _): return call.name == "true" ? true : call.name == "false" ? false : nil
    case .not(let step): return step.truth.map { !$0 }
    case .symbol, .every, .candidate, .attribute, .all, .any, .equal, .order, .isBlank, .chain,
      .negated, .converted, .choose, .firstFilled, .once, .oneOf, .matches, .special, .label,
      .labelOf, .indexed, .lookup, .position, .random:
      return nil
    }
  }

  /// The conditions joined by `and`.
  var conjuncts: [Step] {
    if case .all(let steps) = self { steps.flatMap(\.conjuncts) } else { [self] }
  }

  /// What this condition asks of one subject; nil if it is of another shape.
  var demand: (subject: Step, Demand)? {
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
enum Demand {
  case blank
  case filled
  case equal([Value])
  case other(Value)
  case order(Order, Value)
}

/// All that is asked of one value.
struct Demands {
  private var isBlank: Bool?
  private var options: [Value]?
  private var others: [Value] = []
  private var bounds: [(order: Order, value: Value)] = []

  init(_ known: [Formula.Known]) {
    for fact in known {
      switch fact {
      case .blank: isBlank = true
      case .atLeast(let value): bounds.append((.atLeast, value))
      case .atMost(let value): bounds.append((.atMost, value))
      }
    }
  }

  /// Of a constant.
  init(_ value: Value) {
    isBlank = value.isBlank
    if !value.isBlank { options = [value] }
  }

  /// Adds a demand; false if nothing can satisfy it together with those before.
  mutating func accept(_ demand: Demand) -> Bool {
    switch demand {
    case .blank:
      guard isBlank != false else { return false }
      isBlank = true
      return true
    case .other(let value):
      others.append(value)
      return isBlank == true || canHold
    case .filled: break
    case .equal(let values):
      options =
        options.map { known in known.filter { old in values.contains { $0.equals(old) } } }
        ?? values
    case .order(let order, let value): bounds.append((order, value))
    }
    guard isBlank != true else { return false }
    isBlank = false
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
