/// From a formula ready to run to its value; total, never fails.
extension Step {
  func value<S: Surroundings>(in surroundings: S) -> Value {
    switch self {
    case .constant(let value): value
    case .symbol(let index): surroundings.value(of: index)
    case .candidate: surroundings.candidate
    case .attribute(let name): surroundings.attribute(name)
    case .all, .any, .not, .equal, .order, .isBlank, .oneOf, .matches:
      .boolean(holds(in: surroundings))
    case .chain(let first, let links): chained(first, links, in: surroundings)
    case .negated(let step):
      if case .number(let number) = step.value(in: surroundings) {
        .number(-number)
      } else {
        .blank
      }
    case .converted(let step, let type): step.value(in: surroundings).converted(to: type)
    case .choose(let condition, let one, let other):
      (condition.holds(in: surroundings) ? one : other).value(in: surroundings)
    case .firstFilled(let steps): firstFilled(steps, in: surroundings)
    case .once(let step):
      surroundings.candidate.isBlank ? step.value(in: surroundings) : surroundings.candidate
    case .call(let call, let arguments): called(call, arguments, in: surroundings)
    case .special(let index): surroundings.special(of: index).map(Value.written) ?? .blank
    case .label(let index): surroundings.choiceLabel(of: index).map(Value.written) ?? .blank
    case .labelOf(let step, let index):
      surroundings.choiceLabel(step.value(in: surroundings).plain, of: index).map(Value.written)
        ?? .blank
    case .indexed(let index, let positions): indexed(index, positions, in: surroundings)
    case .lookup(let list, let column, let keyColumn, let step):
      lookedUp(list, column, keyColumn, step, in: surroundings)
    case .position: surroundings.position.map { .number(Number($0)) } ?? .blank
    case .random(let place): .number(surroundings.random(place))
    case .every: preconditionFailure("instances are gathered by the function they stand in")
    }
  }

  /// Whether the condition holds; blank is no.
  func holds<S: Surroundings>(in surroundings: S) -> Bool {
    switch self {
    case .all(let steps): steps.allSatisfy { $0.holds(in: surroundings) }
    case .any(let steps): steps.contains { $0.holds(in: surroundings) }
    case .not(let step): !step.holds(in: surroundings)
    case .equal(let one, let other):
      one.value(in: surroundings).equals(other.value(in: surroundings))
    case .order(let one, let order, let other):
      one.value(in: surroundings).stands(order, other.value(in: surroundings))
    case .isBlank(let step): step.value(in: surroundings).isBlank
    case .oneOf(let step, let options): isOneOf(step, options, in: surroundings)
    case .matches(let step, let pattern): isMatch(step, pattern, in: surroundings)
    case .constant, .symbol, .every, .candidate, .attribute, .chain, .negated, .converted, .choose,
      .firstFilled, .once, .call, .special, .label, .labelOf, .indexed, .lookup, .position,
      .random:
      value(in: surroundings).holds
    }
  }

  private func isOneOf<S: Surroundings>(_ step: Step, _ options: [Step], in surroundings: S) -> Bool
  {
    let value = step.value(in: surroundings)
    return options.contains { value.equals($0.value(in: surroundings)) }
  }

  private func isMatch<S: Surroundings>(
    _ step: Step, _ pattern: Pattern, in surroundings: S
  ) -> Bool {
    let value = step.value(in: surroundings)
    return !value.isBlank && pattern.matches(value.plain)
  }

  private func firstFilled<S: Surroundings>(_ steps: [Step], in surroundings: S) -> Value {
    for step in steps {
      let value = step.value(in: surroundings)
      if !value.isBlank { return value }
    }
    return .blank
  }

  private func chained<S: Surroundings>(_ first: Step, _ links: [Link], in surroundings: S) -> Value
  {
    var total = first.value(in: surroundings)
    for link in links {
      total = total.combined(link.operation, link.operand.value(in: surroundings))
      if case .blank = total { return .blank }
    }
    return total
  }

  private func called<S: Surroundings>(
    _ call: Call, _ arguments: [Step], in surroundings: S
  ) -> Value {
    switch call.body {
    case .one(let body): body(arguments[0].value(in: surroundings))
    case .two(let body):
      body(arguments[0].value(in: surroundings), arguments[1].value(in: surroundings))
    case .many(let body): body(gathered(arguments, in: surroundings))
    case .told(let body): body(gathered(arguments, in: surroundings), surroundings)
    case .form: preconditionFailure("the checker gives every form a step of its own")
    }
  }

  private func gathered<S: Surroundings>(_ arguments: [Step], in surroundings: S) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(arguments.count)
    for argument in arguments {
      if case .every(let index, let depth) = argument {
        values += surroundings.values(of: index, within: depth)
      } else {
        values.append(argument.value(in: surroundings))
      }
    }
    return values
  }

  private func indexed<S: Surroundings>(
    _ index: Int, _ positions: [Step], in surroundings: S
  ) -> Value {
    var places: [Int] = []
    for position in positions {
      guard case .number(let number) = position.value(in: surroundings), let place = number.whole,
        place >= 1
      else { return .blank }
      places.append(place)
    }
    return surroundings.value(of: index, at: places)
  }

  private func lookedUp<S: Surroundings>(
    _ list: String, _ column: String, _ keyColumn: String, _ step: Step, in surroundings: S
  ) -> Value {
    let value = step.value(in: surroundings)
    guard !value.isBlank else { return .blank }
    let found = surroundings.lookup(
      list: list, column: column, keyColumn: keyColumn, value: value.plain)
    return found.map(Value.written) ?? .blank
  }
}

extension Value {
  /// The two combined: numbers exactly, dates with days; blank where a side is, or past 38 digits.
  ///
  /// A fraction of a day is dropped, towards the earlier day.
  func combined(_ operation: Operation, _ other: Value) -> Value {
    switch (self, operation, other) {
    case (.number(let one), .plus, .number(let two)): Value(one + two)
    case (.number(let one), .minus, .number(let two)): Value(one - two)
    case (.number(let one), .times, .number(let two)): Value(one * two)
    case (.number(let one), .over, .number(let two)): Value(one.divided(by: two))
    case (.number(let one), .remainder, .number(let two)):
      Value(one.remainder(dividingBy: two))
    case (.date(let date), .plus, .number(let days)), (.number(let days), .plus, .date(let date)):
      Value.day(days, after: date)
    case (.date(let date), .minus, .number(let days)): Value.day(-days, after: date)
    case (.date(let one), .minus, .date(let two)): .number(Number(one.dayNumber - two.dayNumber))
    case (.blank, _, _), (.boolean, _, _), (.number, _, _), (.text, _, _), (.date, _, _),
      (.time, _, _), (.dateTime, _, _), (.choice, _, _), (.choices, _, _):
      .blank
    }
  }

  private static func day(_ days: Number, after date: CalendarDate) -> Value {
    days.roundedDown()?.whole.flatMap { date.adding(days: $0) }.map(Value.date) ?? .blank
  }
}
