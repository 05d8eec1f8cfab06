/// What a sound formula does that its writer hardly meant.
extension FormulaChecker {
  // MARK: not(… > …)

  /// Doubts a `not()` over a comparison by order, which an unanswered question makes true.
  mutating func doubtThatBlankIsMeant(_ condition: Step, _ range: Range<Int>) {
    var condition = condition
    if case .not(let turned) = condition {
      // Turned round twice, it is false again where it is blank.
      doubts.removeAll {
        $0.unlessTested == turned.blankInOrder.map(Step.symbol) && range.contains($0.fault.range)
      }
      guard case .not(let inner) = turned else { return }
      condition = inner
    }
    guard !scope.everythingIsAnswered, let index = condition.blankInOrder, let name = names[index]
    else { return }
    doubts.append(
      Doubt(fault: .warning(range, .trueWhenBlank(name)), unlessTested: .symbol(index)))
  }

  // MARK: . > 10 and . < 5

  /// Doubts conditions joined by `and` that no value satisfies together.
  mutating func doubtThatCanHold(_ step: Step, _ range: Range<Int>) {
    guard !faults.contains(where: { range.overlaps($0.range) }), step.isImpossible() else { return }
    // Of one inside the other, the outer says it all.
    doubts.removeAll { $0.fault.fact == .doubtful(.neverTrue) && range.contains($0.fault.range) }
    doubts.append(
      Doubt(fault: .warning(range, .neverTrue), unlessTested: .constant(.blank)))
  }

  // MARK: x != 'a' or x != 'b', x = x

  /// Doubts conditions joined by `or` of which one always holds.
  mutating func doubtThatCanFail(_ steps: [Step], _ range: Range<Int>) {
    guard !faults.contains(where: { range.overlaps($0.range) }) else { return }
    let turned = steps.map { step in
      if case .not(let inner) = step { inner } else { Step.not(step) }
    }
    guard Step.all(turned).isImpossible() else { return }
    doubts.append(Doubt(fault: .warning(range, .alwaysTrue), unlessTested: .constant(.blank)))
  }

  /// Doubts a comparison of a thing with itself, and of two that have no value in common.
  mutating func doubtThatSidesMeet(_ left: Meaning, _ right: Meaning, _ range: Range<Int>) {
    let names = [left, right].compactMap(possibleNames)
    let doubt: FormulaFault.Doubt
    if left.step == right.step, left.literal == nil, left.known != nil {
      doubt = .sameSides(attribute: attribute(calledAs: left.step))
    } else if names.count == 2, left.literal == nil, right.literal == nil,
      !names.contains(where: \.isEmpty), names[0].isDisjoint(with: names[1])
    {
      doubt = .nothingInCommon
    } else {
      return
    }
    doubts.append(Doubt(fault: .warning(range, doubt), unlessTested: .constant(.blank)))
  }

  /// The attribute of the choices looked at that has the symbol's name.
  private func attribute(calledAs step: Step) -> String? {
    guard case .symbol(let index) = step, let name = names[index],
      scope.attributes?.holds(name) == true
    else { return nil }
    return name
  }

  private func possibleNames(_ meaning: Meaning) -> Set<String>? {
    if case .attribute(let name) = meaning.step { return scope.attributeValues(name) }
    return meaning.choices
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
}
