import Formulas
import Questions

/// How an indicator is worked out: its formulas, and where to look when they say nothing.
struct Counting {
  let indicator: Indicator
  /// The question that splits it, by index.
  let by: Int?
  /// The asked questions the base rests on, through calculates, in file order, by index.
  let sources: [Int]
  /// For a share: the one question on a scale its numerator reads, by index.
  let scale: Int?

  /// - Parameter by: splits it in place of what the questionnaire says, where it stands there; never
  ///   public facts: crossed with an answer, they would tell whose it is.
  init(_ indicator: Indicator, on questionnaire: Questionnaire, by asked: Int? = nil) {
    self.indicator = indicator
    let override = indicator.isUnmasked ? nil : asked
    let items = questionnaire.items
    let around = indicator.each.map { items[$0].repeats + [$0] } ?? []
    let isThere = { (item: Int) in around.starts(with: items[item].repeats) }
    by = override.flatMap { isThere($0) ? $0 : nil } ?? (override == nil ? indicator.by : nil)
    let base = [indicator.denominator ?? indicator.value ?? indicator.numerator].compactMap(\.self)
    sources = questionnaire.asked(by: base).filter(isThere)
    let read = Set((indicator.numerator?.references ?? []).map(\.symbol)).sorted()
    scale = read.count == 1 && items[read[0]].isScale && isThere(read[0]) ? read[0] : nil
  }

  /// What is added there; nil where the indicator does not look at it.
  func outcome(_ here: SheetPlace) -> Outcome? {
    if let filter = indicator.filter, !filter.holds(in: here) { return nil }
    let part = counted(here) ?? .absent(absence(here))
    return Outcome(group: by.map { here.value(of: $0) } ?? .blank, part: part)
  }

  private func counted(_ here: SheetPlace) -> Outcome.Part? {
    if let denominator = indicator.denominator, !denominator.holds(in: here) { return nil }
    switch indicator.measure {
    case .count: return .counted(inNumerator: true, value: .blank)
    case .share:
      if indicator.denominator == nil, sources.allSatisfy({ here.value(of: $0).isBlank }) {
        return nil
      }
      let holds = indicator.numerator?.holds(in: here) ?? false
      return .counted(inNumerator: holds, value: scale.map { here.value(of: $0) } ?? .blank)
    case .mean, .median, .distribution:
      guard let value = indicator.value?.value(in: here), !value.isBlank else { return nil }
      return .counted(inNumerator: true, value: value)
    }
  }

  /// Why it is not in the base: a special answer given at one of its questions tells most, a
  /// question that was not asked least.
  private func absence(_ here: SheetPlace) -> Absence {
    var found: [Absence] = []
    for source in sources {
      switch here.gap(of: source) {
      case .special(let place): return .special(here.sheet.questionnaire.specials[Int(place)].name)
      case .leftBlank: found.append(.leftBlank)
      case .notReached: found.append(.notReached)
      case .skipped: found.append(.skipped)
      case .none: break
      }
    }
    return [.leftBlank, .notReached, .skipped].first { found.contains($0) } ?? .outside
  }
}

extension Item {
  /// Whether its choices stand on a scale, from one end to the other.
  var isScale: Bool {
    switch question?.kind {
    case .row: true
    case .selectOne(let question): question.appearance == .likert
    case .note, .acknowledge, .text, .number, .date, .time, .selectMultiple, .rank, .grid,
      .calculate, .other, nil:
      false
    }
  }
}

extension Questionnaire {
  /// Every item formulas rest on, through calculates, by index.
  func read(by formulas: [Formula]) -> Set<Int> {
    var seen: Set<Int> = []
    var waiting = formulas.flatMap { $0.references.map(\.symbol) }
    while let next = waiting.popLast() {
      guard seen.insert(next).inserted, let calculation = items[next].question?.calculation
      else { continue }
      waiting += calculation.references.map(\.symbol)
    }
    return seen
  }

  /// The questions a person answers that formulas rest on, in file order, by index.
  func asked(by formulas: [Formula]) -> [Int] {
    read(by: formulas).filter { items[$0].question?.kind.standsAlone == true }.sorted()
  }
}
