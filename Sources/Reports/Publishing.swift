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
    let isSeveral = indicator.value?.type == .choices
    let rows = rows(of: figure, indicator)
    let whole = line(
      figure.whole, indicator, rows,
      hidden: hidden(figure.whole, rows, isSeveral: isSeveral, masking))
    return PublishedFigure(
      whole: whole, by: figure.by,
      groups: groups(figure, indicator, rows, isSeveral: isSeveral, masking), scale: figure.scale,
      absences: absences(figure.whole))
  }

  /// What is hidden of one line.
  private struct Hidden {
    var base = false
    var count = false
    var values: [Bool]
  }

  private func hidden(
    _ tally: Tally, _ rows: [Value], isSeveral: Bool, _ masking: Masking?
  ) -> Hidden {
    guard let masking else { return Hidden(values: rows.map { _ in false }) }
    let counts = rows.map { tally.values[$0] ?? 0 }
    let isBaseHidden = masking.isSmall(tally.base)
    return Hidden(
      base: isBaseHidden, count: isBaseHidden || masking.isSmall(tally.count),
      values: isBaseHidden
        ? rows.map { _ in true } : isSeveral ? masking.alone(counts) : masking.line(counts))
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

  private func groups(
    _ figure: Figure, _ indicator: Indicator, _ rows: [Value], isSeveral: Bool, _ masking: Masking?
  ) -> [PublishedFigure.Group] {
    let tallies = figure.groups.map(\.tally)
    let hidden = masking.map { hiddenGroups(tallies, rows, isSeveral: isSeveral, $0) }
    return figure.groups.enumerated().map { place, group in
      let nothing = Hidden(values: rows.map { _ in false })
      return PublishedFigure.Group(
        value: group.value,
        line: line(group.tally, indicator, rows, hidden: hidden?[place] ?? nothing))
    }
  }

  /// Bases sum to the whole's, numerators too, and each value's counts.
  private func hiddenGroups(
    _ tallies: [Tally], _ rows: [Value], isSeveral: Bool, _ masking: Masking
  ) -> [Hidden] {
    let bases = masking.line(tallies.map(\.base))
    let counts = masking.line(tallies.map(\.count), hidden: bases)
    let table = rows.map { row in tallies.map { $0.values[row] ?? 0 } }
    let values =
      isSeveral
      ? table.map { masking.line($0, hidden: bases) } : masking.table(table, hidden: bases)
    return tallies.indices.map { place in
      Hidden(base: bases[place], count: counts[place], values: values.map { $0[place] })
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
