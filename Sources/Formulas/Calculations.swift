/// Sums, products and signs: numbers with numbers, dates with days.
extension FormulaChecker {
  mutating func chain(_ first: Phrase, _ links: [Phrase.Link], _ range: Range<Int>) -> Meaning {
    var total = dated(meaning(of: first))
    var steps: [Step.Link] = []
    var start = total.step
    for link in links {
      let operand = dated(meaning(of: link.operand))
      if total.isBroken || operand.isBroken {
        total = .broken(range)
        continue
      }
      let isSum = link.operation == .plus
      guard
        let (one, two) = measured(
          total, operand, or: { isSum && $0 == .text ? .textsAdded : .notCalculable($0) }),
        let type = result(one, link.operation, two)
      else {
        total = .broken(range)
        continue
      }
      if steps.isEmpty { start = one.step }
      steps.append(Step.Link(operation: link.operation, operand: two.step))
      let reached = first.range.lowerBound..<link.operand.range.upperBound
      total = Meaning(.constant(.blank), type, reached)
    }
    return total.isBroken ? total : Meaning(.chain(start, steps), total.type, range)
  }

  /// A text in quotes that reads as a date and not as a number, as that date.
  private func dated(_ meaning: Meaning) -> Meaning {
    guard case .text(let text)? = meaning.literal, Number(reading: text) == nil,
      let date = CalendarDate(reading: text)
    else { return meaning }
    return meaning.becoming(.constant(.date(date)))
  }

  /// The type of one operation; nil, and reported, if it makes no sense.
  private mutating func result(
    _ left: Meaning, _ operation: Operation, _ right: Meaning
  ) -> Typed? {
    for side in [left, right] {
      if side.known == .time || side.known == .dateTime {
        report(.error(side.range, .notCalculable(side.known ?? .time)))
        return nil
      }
    }
    switch (left.known, operation, right.known) {
    case (.date?, .minus, .date?): return .known(.number)
    case (.date?, .plus, .number?), (.date?, .minus, .number?), (.number?, .plus, .date?),
      (.date?, .plus, nil), (.date?, .minus, nil), (nil, .plus, .date?):
      return .known(.date)
    case (.date?, _, _), (_, _, .date?):
      let range = left.range.lowerBound..<right.range.upperBound
      report(.error(range, .datesDoNot(operation.rawValue)))
      return nil
    case (_, _, _): return .known(.number)
    }
  }

  mutating func negated(_ part: Phrase, _ range: Range<Int>) -> Meaning {
    let meaning = meaning(of: part)
    guard !meaning.isBroken else { return meaning }
    if case .constant(.number(let number)) = meaning.step, case .number? = meaning.literal {
      let negative = -number
      return Meaning(
        .constant(.number(negative)), .known(.number), range,
        literal: .number(negative.description))
    }
    guard let step = number(meaning) else {
      if let type = meaning.known { report(.error(meaning.range, .notCalculable(type))) }
      return .broken(range)
    }
    return Meaning(.negated(step), .known(.number), range)
  }

  /// The step of what is a number, or a text in quotes that writes one; nil for anything else.
  func number(_ meaning: Meaning) -> Step? {
    let meaning = measurable(meaning)
    switch meaning.type {
    case .broken: return nil
    case .blank, .known(.number): return meaning.step
    case .known:
      guard case .text(let text)? = meaning.literal, let number = Number(reading: text) else {
        return nil
      }
      return .constant(.number(number))
    }
  }
}
