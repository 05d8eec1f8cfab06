import Formulas
import Questions

/// Turns a counted figure into what may be published of it.
struct Publishing {
  let questionnaire: Questionnaire
  /// Nil: nothing is hidden, for the association's own eyes.
  let masking: Masking?

  /// One number makes more of a sum than this: the sum is not published (INSEE's rule for business
  /// statistics).
  private static let mostDominant = Number(85).divided(by: Number(100)) ?? .one

  func published(_ figure: Figure, _ indicator: Indicator) -> PublishedFigure {
    let masking = indicator.isUnmasked ? nil : masking
    let rows = figure.whole.base > 0 ? rows(of: figure, indicator) : []
    let groups = figure.whole.base > 0 ? figure.groups : []
    let hidden = hidden(figure.whole, groups.map(\.tally), rows, indicator, masking)
    return PublishedFigure(
      whole: line(figure.whole, indicator, rows, hidden: hidden.whole), by: figure.by,
      groups: zip(groups, hidden.groups).map { group, hidden in
        PublishedFigure.Group(
          value: group.value, line: line(group.tally, indicator, rows, hidden: hidden))
      },
      scale: figure.scale, absences: absences(figure.whole))
  }

  /// What is hidden of one line.
  private struct Hidden {
    var base = false
    var count = false
    var values: [Bool]
  }

  /// Bases sum to the whole's, numerators too, and each value's counts; the whole is shown as far as
  /// it can be, and the groups are hidden so that nothing hidden of it follows from them.
  private func hidden(
    _ whole: Tally, _ groups: [Tally], _ rows: [Value], _ indicator: Indicator, _ masking: Masking?
  ) -> (whole: Hidden, groups: [Hidden]) {
    guard let masking else {
      let nothing = Hidden(values: rows.map { _ in false })
      return (nothing, groups.map { _ in nothing })
    }
    let isBaseHidden = masking.isSmall(whole.base)
    let bases = masking.line(groups.map(\.base))
    let counts = masking.line(groups.map(\.count), hidden: bases)
    var values = rows.map { _ in (whole: isBaseHidden, groups: bases) }
    for part in parts(rows, of: whole, indicator) {
      let sums = part.map { whole.values[rows[$0]] ?? 0 }
      let table = part.map { row in groups.map { $0.values[rows[row]] ?? 0 } }
      let isSeveral = indicator.value?.type == .choices
      let hiddenSums =
        isBaseHidden
        ? sums.map { _ in true } : isSeveral ? masking.alone(sums) : masking.line(sums)
      let hidden =
        isSeveral
        ? table.map { masking.line($0, hidden: bases) }
        : masking.table(table, hidden: bases, hiddenSums: hiddenSums)
      for (place, row) in part.enumerated() { values[row] = (hiddenSums[place], hidden[place]) }
    }
    return (
      Hidden(
        base: isBaseHidden, count: isBaseHidden || masking.isSmall(whole.count),
        values: values.map(\.whole)),
      groups.indices.map { place in
        Hidden(base: bases[place], count: counts[place], values: values.map { $0.groups[place] })
      }
    )
  }

  /// The rows whose counts sum to something published: a share's numerator, and the rest of its
  /// base; else all together.
  private func parts(_ rows: [Value], of whole: Tally, _ indicator: Indicator) -> [[Int]] {
    guard indicator.measure == .share else { return [Array(rows.indices)] }
    return [true, false].map { isInside in
      rows.indices.filter { whole.numerators.contains(rows[$0]) == isInside }
    }
  }

  private func line(
    _ tally: Tally, _ indicator: Indicator, _ rows: [Value], hidden: Hidden
  ) -> PublishedLine {
    PublishedLine(
      base: Count(tally.base, isHidden: hidden.base),
      count: Count(tally.count, isHidden: hidden.count),
      number: hidden.base ? nil : number(tally, indicator),
      values: zip(rows, hidden.values).map { value, isHidden in
        PublishedValue(value: value, count: Count(tally.values[value] ?? 0, isHidden: isHidden))
      })
  }

  private func number(_ tally: Tally, _ indicator: Indicator) -> Number? {
    if masking != nil, tally.base < PublishedLine.fewest { return nil }
    switch indicator.measure {
    case .share, .distribution, .count: return nil
    case .median: return tally.median
    case .mean:
      if masking != nil, let most = tally.dominance, most > Self.mostDominant { return nil }
      return tally.mean
    }
  }

  /// The values a figure shows a line of: every choice of the list, or what was given.
  private func rows(of figure: Figure, _ indicator: Indicator) -> [Value] {
    guard indicator.measure == .distribution || figure.scale != nil else { return [] }
    let given = Set(figure.whole.values.keys)
    let question = figure.scale ?? indicator.value?.references.first?.symbol
    let kind = question.flatMap { questionnaire.items[$0].question?.kind }
    let isText = kind?.valueType == .text
    let listed = (kind?.labels?.choices ?? [])
      .map { isText ? Value.text($0.name) : .choice($0.name) }
    let others = given.subtracting(listed).sorted { $0.precedes($1) }
    return (listed.count > Self.mostListed ? listed.filter(given.contains) : listed) + others
  }

  /// Longer lists show only the choices that were given.
  private static let mostListed = 20

  private func absences(_ tally: Tally) -> [(absence: Absence, count: Int)] {
    let specials = questionnaire.specials.map { Absence.special($0.name) }
    return (specials + [.leftBlank, .notReached, .skipped, .outside]).compactMap { absence in
      tally.absences[absence].map { (absence, $0) }
    }
  }
}
