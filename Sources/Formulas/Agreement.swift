/// What may stand beside what.
extension FormulaChecker {
  /// `left = right`; nil if it makes no sense, which is reported unless a side was broken already.
  ///
  /// - Parameter isEqual: whether it stands in `=`, and not in `!=`.
  mutating func equality(
    _ left: Meaning, isEqual: Bool, _ right: Meaning, _ range: Range<Int>
  ) -> Step? {
    if left.isBroken || right.isBroken { return nil }
    if left.known == .choices || right.known == .choices {
      let isBlankTest = left.isEmptyText || right.isEmptyText
      report(.error(range, isBlankTest ? .blankTestOnChoices(isEqual: isEqual) : .equalsOnChoices))
      return nil
    }
    for (side, other) in [(left, right), (right, left)] {
      if side.isEmptyText {
        testedForBlank.insert(other.step)
        return .isBlank(other.step)
      }
      if side.literal == .text("NaN"), other.choices?.contains("NaN") != true {
        report(.error(range, .notANumberText))
        return nil
      }
    }
    return agreed(left, right, range).map { .equal($0, $1) }
  }

  /// The two sides of a comparison for equality, literals made what the other side is.
  mutating func agreed(
    _ left: Meaning, _ right: Meaning, _ range: Range<Int>
  ) -> (Step, Step)? {
    let (left, right) = (
      right.known == .number && right.literal == nil ? measurable(left) : left,
      left.known == .number && left.literal == nil ? measurable(right) : right
    )
    guard let one = left.known, let two = right.known else {
      return left.isBroken || right.isBroken ? nil : (left.step, right.step)
    }
    if isSpecial(right.literal, beside: left, right.range)
      || isSpecial(left.literal, beside: right, left.range)
    {
      return nil
    }
    if let literal = right.literal, left.literal == nil || one == .number {
      return read(literal, right, as: one, beside: left).map { (left.step, $0) }
    }
    if let literal = left.literal {
      return read(literal, left, as: two, beside: right).map { ($0, right.step) }
    }
    let isWorded = (one == .text || one == .choice) && (two == .text || two == .choice)
    guard one == two || isWorded else {
      report(unquotedDate(left, right) ?? .error(range, .neverEqual(one, two)))
      return nil
    }
    return (left.step, right.step)
  }

  /// A literal as the type beside it; nil, and reported, if it does not read as one.
  private mutating func read(
    _ literal: Literal, _ meaning: Meaning, as type: ValueType, beside other: Meaning
  ) -> Step? {
    switch type {
    case .text:
      if case .attribute(let name) = other.step, !isHeld(literal.written, name, meaning.range) {
        return nil
      }
      guard isPossible(literal.written, other, meaning.range) else { return nil }
      return .constant(.written(literal.written))
    case .choice:
      guard isKnown(literal.written, in: other.choices, meaning.range) else { return nil }
      return .constant(.choice(literal.written))
    case .choices: return .constant(.written(literal.written))
    case .number, .date, .dateTime, .time, .boolean:
      if case .number = literal {
        if type == .number { return meaning.step }
        report(unquotedDate(other, meaning) ?? .error(meaning.range, .neverEqual(type, .number)))
        return nil
      }
      return converted(literal.written, to: type, meaning.range)
    }
  }

  /// A text in quotes as another type; nil, and reported, if it does not read as one.
  mutating func converted(_ text: String, to type: ValueType, _ range: Range<Int>) -> Step? {
    let value = Value.literal(text, as: type)
    if value == .blank {
      report(.error(range, .textIsNo(text, type)))
      return nil
    }
    return .constant(value)
  }

  /// Whether a text names a special answer of the question beside it; reported if it does.
  mutating func isSpecial(_ literal: Literal?, beside other: Meaning, _ range: Range<Int>) -> Bool {
    guard case .text(let text)? = literal, case .symbol(let index) = other.step,
      let question = names[index], other.choices?.contains(text) != true,
      scope.symbols(question)?.specials?.contains(text) == true, other.known != .text
    else { return false }
    report(.error(range, .specialAsValue(text, question: question)))
    return true
  }

  /// Whether a list has that choice, or is not known; reported if it lacks it.
  mutating func isKnown(_ name: String, in choices: Set<String>?, _ range: Range<Int>) -> Bool {
    guard let choices, !choices.contains(name) else { return true }
    let nearest =
      scope.choicesLabelled(name).intersection(choices).min()
      ?? nearestName(to: name, among: choices.sorted())
    report(.error(range, .unknownChoice(name, nearest: nearest)))
    return false
  }

  /// Whether what is compared may be that text, or what it may be is not known; reported if not.
  private mutating func isPossible(
    _ text: String, _ other: Meaning, _ range: Range<Int>
  ) -> Bool {
    guard other.known == .text, let texts = other.choices, !texts.contains(text) else {
      return true
    }
    let nearest = nearestName(to: text, among: texts.sorted())
    if case .special(let symbol) = other.step {
      let question = names[symbol] ?? ""
      report(.error(range, .specialNotOffered(text, question: question, nearest: nearest)))
    } else {
      report(.error(range, .neverHeld(text, nearest: nearest)))
    }
    return false
  }

  /// Whether some choice has that value as its attribute, or they are not known; reported if none.
  private mutating func isHeld(_ value: String, _ attribute: String, _ range: Range<Int>) -> Bool {
    guard let values = scope.attributeValues(attribute), !values.contains(value) else {
      return true
    }
    let nearest = nearestName(to: value, among: values.sorted())
    report(
      .error(
        range,
        attribute == "name"
          ? .unknownChoice(value, nearest: nearest)
          : .unheldAttribute(value, attribute: attribute, nearest: nearest)))
    return false
  }

  /// The two sides of `<` and its like: numbers, dates, moments or times on both.
  mutating func ordered(
    _ left: Meaning, _ right: Meaning, _ range: Range<Int>
  ) -> (Step, Step)? {
    if left.isBroken || right.isBroken { return nil }
    guard let (one, two) = measured(left, right, or: { .notOrdered($0) }) else { return nil }
    guard let first = one.known, let second = two.known, first != second else {
      return (one.step, two.step)
    }
    report(unquotedDate(left, right) ?? .error(range, .neverCompared(first, second)))
    return nil
  }

  /// The fault of a date written without quotes, where one side is a date and the other is that.
  private func unquotedDate(_ left: Meaning, _ right: Meaning) -> FormulaFault? {
    let meant = left.known == .number ? left : right
    let other = left.known == .number ? right : left
    guard other.known == .date || other.known == .dateTime else { return nil }
    return meant.step.unquotedDate.map { .error(meant.range, .unquotedDate($0)) }
  }

  /// Both sides as something with a size, texts in quotes made what stands beside them; nil, and
  /// reported, if one has none.
  mutating func measured(
    _ left: Meaning, _ right: Meaning, or fault: (ValueType) -> FormulaFault.Typing
  ) -> (Meaning, Meaning)? {
    var sides = [measurable(left), measurable(right)]
    for place in 0...1 {
      let (side, other) = (sides[place], sides[1 - place])
      guard let type = side.known, !type.isMeasured else { continue }
      guard case .text(let text)? = side.literal else {
        report(.error(side.range, fault(type)))
        return nil
      }
      guard let step = measured(text, beside: other, side.range) else { return nil }
      sides[place].step = step
      if case .constant(let value) = step, let type = value.type {
        sides[place].type = .known(type)
      }
    }
    return (sides[0], sides[1])
  }

  /// An attribute as a number, where each choice that has it has a number there.
  func measurable(_ meaning: Meaning) -> Meaning {
    guard case .attribute(let name) = meaning.step, let values = scope.attributeValues(name),
      values.allSatisfy({ Number(reading: $0) != nil })
    else { return meaning }
    return Meaning(.converted(meaning.step, .number), .known(.number), meaning.range)
  }

  private mutating func measured(
    _ text: String, beside other: Meaning, _ range: Range<Int>
  ) -> Step? {
    if let type = other.known, type.isMeasured { return converted(text, to: type, range) }
    let readings = ValueType.measured.map { Value.literal(text, as: $0) }
    guard let value = readings.first(where: { $0 != .blank }) else {
      report(.error(range, .textIsNo(text, .number)))
      return nil
    }
    return .constant(value)
  }

  // MARK: Results that must be alike

  /// Several results as one type, texts where choices and texts mix; nil, and reported, if they
  /// differ.
  mutating func unified(
    _ meanings: [Meaning], for function: String, _ range: Range<Int>
  ) -> (steps: [Step], type: Typed, choices: Set<String>?)? {
    if meanings.contains(where: \.isBroken) { return nil }
    guard let type = common(meanings, function, range) else { return nil }
    guard let type else { return (meanings.map(\.step), .blank, nil) }
    var steps: [Step] = []
    for meaning in meanings {
      if meaning.known == nil || meaning.known == type && meaning.literal == nil {
        steps.append(meaning.step)
      } else if let literal = meaning.literal {
        guard let step = read(literal, meaning, as: type, beside: meaning) else { return nil }
        steps.append(step)
      } else {
        steps.append(.converted(meaning.step, type))
      }
    }
    var choices: Set<String>? = []
    for meaning in meanings where meaning.known != nil {
      let possible = meaning.choices ?? meaning.literal.map { [$0.written] }
      // As a text, several choices are more than their names.
      let isKnown = type != .text || meaning.known != .choices
      choices = isKnown ? choices.flatMap { known in possible.map { known.union($0) } } : nil
    }
    return (steps, .known(type), type.isWorded ? choices : nil)
  }

  /// The type the results share; nil inside if all are blank, nil outside if there is none.
  private mutating func common(
    _ meanings: [Meaning], _ function: String, _ range: Range<Int>
  ) -> ValueType?? {
    let filled = meanings.filter { $0.known != nil }
    let isWritten = filled.allSatisfy { $0.literal != nil }
    let hasNumber = filled.contains { $0.known == .number && $0.literal != nil }
    let types = filled.filter {
      isWritten ? ($0.known == .number || !hasNumber) : $0.literal == nil
    }
    .compactMap(\.known)
    guard var type = types.first else { return .some(nil) }
    for other in types where other != type {
      guard type.isWorded, other.isWorded else {
        report(.error(range, .branchesDiffer(function, type, other)))
        return nil
      }
      type = .text
    }
    // A text beside choices makes all of it text.
    if type.isWorded, filled.contains(where: { $0.literal != nil }) { type = .text }
    for case (let meaning, .text(let text)?) in filled.map({ ($0, $0.literal) })
    where !type.isWorded && Value.literal(text, as: type) == .blank {
      report(.error(meaning.range, .branchesDiffer(function, type, .text)))
      return nil
    }
    return type
  }

  // MARK: Results a formula must have

  /// The formula's step as one of the types expected; nil, and reported, if it is none.
  mutating func fitted(_ meaning: Meaning, to expected: Set<ValueType>?) -> (Step, ValueType?)? {
    if meaning.isBroken { return nil }
    guard let type = meaning.known, let expected, !expected.contains(type) else {
      return (meaning.step, meaning.known)
    }
    let wanted = ValueType.allCases.filter { expected.contains($0) }
    if let literal = meaning.literal {
      for type in wanted where type != .choice && type != .choices && type != .text {
        let value = Value.literal(literal.written, as: type)
        if value != .blank { return (.constant(value), type) }
      }
    }
    if let worded = wanted.first(where: { $0 == .choice || $0 == .choices }),
      type.isWorded || meaning.literal != nil
    {
      let names = meaning.literal.map { $0.written.split(separator: " ").map(String.init) } ?? []
      for name in worded == .choice ? meaning.literal.map({ [$0.written] }) ?? [] : names {
        let known = scope.results ?? scope.candidate?.choices
        guard isKnown(name, in: known, meaning.range) else { return nil }
      }
      if let literal = meaning.literal {
        return (.constant(Value.written(literal.written).converted(to: worded)), worded)
      }
      return (.converted(meaning.step, worded), worded)
    }
    if wanted.contains(.text), type != .boolean { return (.converted(meaning.step, .text), .text) }
    if case .text(let text)? = meaning.literal, let only = wanted.first, wanted.count == 1 {
      report(.error(meaning.range, .textIsNo(text, only)))
    } else {
      report(.error(meaning.range, .resultType(type, wanted: wanted)))
    }
    return nil
  }
}

extension Step {
  /// The date that `2020`, `2020-7` or `2020-07-05`, written as numbers, was meant to be; nil for
  /// anything else.
  fileprivate var unquotedDate: String? {
    let steps: [Step] =
      if case .chain(let first, let links) = self, links.allSatisfy({ $0.operation == .minus }) {
        [first] + links.map(\.operand)
      } else {
        [self]
      }
    let parts = steps.map { step in
      guard case .constant(.number(let number)) = step else { return "" }
      return number.description.count == 1 ? "0\(number)" : number.description
    }
    let text = parts.joined(separator: "-")
    return CalendarDate(reading: text) == nil ? nil : text
  }
}

extension ValueType {
  /// Types whose values have an order.
  static let measured: [ValueType] = [.number, .date, .dateTime, .time]

  var isMeasured: Bool {
    switch self {
    case .number, .date, .dateTime, .time: true
    case .text, .boolean, .choice, .choices: false
    }
  }

  var isWorded: Bool {
    switch self {
    case .text, .choice, .choices: true
    case .number, .date, .dateTime, .time, .boolean: false
    }
  }
}

extension Value {
  /// The type; nil for blank.
  package var type: ValueType? {
    switch self {
    case .blank: nil
    case .boolean: .boolean
    case .number: .number
    case .text: .text
    case .date: .date
    case .time: .time
    case .dateTime: .dateTime
    case .choice: .choice
    case .choices: .choices
    }
  }
}
