/// Whether anything at all makes a condition true.
extension Formula {
  /// What holds of a symbol whatever is answered.
  package enum Known: Hashable, Sendable {
    case filled
    case atLeast(Value)
    case atMost(Value)
    /// One of these names, or several of them.
    case among(Set<String>)
    /// Choices that stand alone.
    case exclusive(Set<String>)
    /// Of choices, or of a repeat's instances.
    case countAtMost(Int)
    /// Of a text.
    case lengthAtMost(Int)
  }

  /// Whether some answers may make all these conditions true together.
  ///
  /// Says no only where it is sure: two demands on one question that exclude one another, a
  /// constant that is false, a demand on what is `known` never to meet it.
  ///
  /// - Parameters:
  ///   - choosing: choices that must be made too, with the symbols of their questions.
  ///   - known: what holds of a symbol, by its index.
  ///   - candidate: what holds of `.`.
  package static func canHold(
    _ conditions: [Formula], choosing: [(symbol: Int, choice: String)] = [],
    candidate: [Known] = [], known: @escaping (Int) -> [Known]
  ) -> Bool {
    let chosen = choosing.map { Step.chooses(.symbol($0.symbol), $0.choice) }
    return !Step.all(conditions.map(\.step) + chosen).isImpossible(
      knowing: Knowledge(symbols: known, candidate: candidate))
  }

  /// Whether the condition may be false where all it reads holds a value.
  package func canFail(candidate: [Known], known: @escaping (Int) -> [Known]) -> Bool {
    !step.opposite.isImpossible(knowing: Knowledge(symbols: known, candidate: candidate))
  }

  /// Whether the filter or condition of a choice may hold for one choice.
  ///
  /// - Parameter attribute: what the choice has under a name; nil: nothing.
  package func canHold(
    _ attribute: @escaping (String) -> String?, known: @escaping (Int) -> [Known]
  ) -> Bool {
    let written = step.replacingAttributes { .written(attribute($0) ?? "") }
    return !written.isImpossible(knowing: Knowledge(symbols: known, candidate: []))
  }

  /// The least and the greatest number it may give; nil: not known.
  package func bounds(known: @escaping (Int) -> [Known]) -> [Known] {
    Knowledge(symbols: known, candidate: []).bounds(of: step).facts
  }

  /// The symbols that must hold a value for the condition to hold.
  package var demanded: [Int] {
    step.conjuncts.compactMap { step in
      guard case (.symbol(let index), let demand)? = step.demand else { return nil }
      return demand.needsValue ? index : nil
    }
  }

  /// Whether it is but `false()`.
  package var isWrittenFalse: Bool { step.truth == false }

  /// The attributes of a choice it reads, each once, by name.
  package var attributes: [String] {
    var names: [String] = []
    _ = step.replacingAttributes { name in
      if !names.contains(name) { names.append(name) }
      return .blank
    }
    return names
  }

  /// What the formula always yields, where it is but a constant.
  package var constant: Value? {
    if case .constant(let value) = step { value } else { nil }
  }
}

extension Step {
  /// Whether no value at all makes the condition true.
  func isImpossible(knowing known: Knowledge = .none) -> Bool {
    switch self {
    case .any(let steps): return steps.allSatisfy { $0.isImpossible(knowing: known) }
    case .constant: return truth == false
    case .all, .not, .equal, .order, .isBlank, .oneOf, .call:
      var demands: [Step: Demands] = [:]
      let conjuncts = conjuncts
      let turned = conjuncts.compactMap { if case .not(let other) = $0 { other } else { nil } }
      if !turned.isEmpty, !Set(conjuncts).isDisjoint(with: turned) { return true }
      return conjuncts.contains { step in
        if let isTrue = step.truth { return !isTrue }
        if case .any = step { return step.isImpossible(knowing: known) }
        guard let (subject, demand) = step.demand else { return false }
        if case .constant(let value) = subject {
          var demands = Demands(value)
          return !demands.accept(demand)
        }
        // A special answer stands where there is no other.
        if case .special(let symbol) = subject, demands[.symbol(symbol)]?.isFilled == true {
          return true
        }
        if case .symbol(let symbol) = subject, demands[.special(symbol)]?.isFilled == true,
          demand.needsValue
        {
          return true
        }
        return !demands[subject, default: Demands(known.facts(of: subject))].accept(demand)
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

  /// The same condition turned round, where all it reads holds a value.
  var opposite: Step {
    switch self {
    case .not(let step): step
    case .all(let steps): .any(steps.map(\.opposite))
    case .any(let steps): .all(steps.map(\.opposite))
    case .order(let one, let order, let other): .order(one, order.opposite, other)
    case .constant, .symbol, .every, .candidate, .attribute, .equal, .isBlank, .chain, .negated,
      .converted, .choose, .firstFilled, .once, .oneOf, .call, .matches, .special, .label,
      .labelOf, .indexed, .lookup, .position, .random:
      .not(self)
    }
  }

  /// The same where the attributes of one choice are known; what cannot be told is left.
  func replacingAttributes(_ value: @escaping (String) -> Value) -> Step {
    let replaced = { (step: Step) in step.replacingAttributes(value) }
    switch self {
    case .attribute(let name): return .constant(value(name))
    case .all(let steps): return .all(steps.map(replaced))
    case .any(let steps): return .any(steps.map(replaced))
    case .not(let step): return .not(replaced(step))
    case .equal(let one, let other): return .equal(replaced(one), replaced(other))
    case .order(let one, let order, let other):
      return .order(replaced(one), order, replaced(other))
    case .isBlank(let step): return .isBlank(replaced(step))
    case .oneOf(let step, let options): return .oneOf(replaced(step), options.map(replaced))
    case .call(let call, let arguments): return .call(call, arguments.map(replaced))
    case .converted(let step, let type):
      let step = replaced(step)
      if case .constant(let value) = step { return .constant(value.converted(to: type)) }
      return .converted(step, type)
    case .constant, .symbol, .every, .candidate, .chain, .negated, .choose, .firstFilled, .once,
      .matches, .special, .label, .labelOf, .indexed, .lookup, .position, .random:
      return self
    }
  }

  /// The condition `selected(subject, 'name')`.
  static func chooses(_ subject: Step, _ name: String) -> Step {
    guard let selected = Function.named("selected") else { return .constant(.boolean(true)) }
    return .call(
      Call(name: selected.name, body: selected.body), [subject, .constant(.text(name))])
  }

  /// The subject and the name, where it is `selected(subject, 'name')`.
  private var chosen: (subject: Step, name: String)? {
    guard case .call(let call, let arguments) = self, call.name == "selected",
      case .constant(let name)? = arguments.last, let subject = arguments.first
    else { return nil }
    return (subject, name.plain)
  }

  /// What this condition asks of one subject; nil if it is of another shape.
  var demand: (subject: Step, Demand)? {
    switch self {
    case .call: return chosen.map { ($0.subject, .includes($0.name)) }
    case .not(let step) where step.chosen != nil:
      return step.chosen.map { ($0.subject, .excludes($0.name)) }
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
      .negated, .converted, .choose, .firstFilled, .once, .matches, .special, .label, .labelOf,
      .indexed, .lookup, .position, .random:
      return nil
    }
  }
}
