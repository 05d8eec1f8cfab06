import Formulas
import Questions

/// What a report says, in one language, whatever it is written in.
package struct Voice: Sendable {
  package let report: Report
  package let words: ReportWords
  /// The questionnaire's language, by its place.
  private let place: Int
  private let form: LocalForm

  /// - Parameter language: the program's; the questionnaire's texts follow where it has it.
  package init(_ report: Report, in language: Language) {
    self.report = report
    words = ReportWords.of(language)
    place = report.questionnaire.place(of: language.rawValue)
    form = LocalForm(language: language)
  }

  /// An author's text, with `…` where an answer would stand.
  func text(_ text: LocalizedText) -> String {
    LocalizedText.pieces(of: text[place]).map { piece in
      switch piece {
      case .text(let text): text
      case .shown, .raw: "…"
      }
    }.joined()
  }

  package var title: String { text(report.questionnaire.title) }

  func title(_ section: Report.Section) -> String {
    section.title.map { text($0) } ?? words.results
  }

  package func title(ofSection place: Int) -> String { title(report.sections[place]) }

  package var rememberTitle: String { words.remember }

  package var methodTitle: String { words.method }

  func number(_ count: Int) -> String { form.number(Number(count)) }

  func percent(_ number: Number) -> String { words.percent(form.number(number, decimals: 1)) }

  func count(_ count: Count) -> String {
    switch count {
    case .shown(let count): number(count)
    case .masked: words.masked
    }
  }

  private func interviews(_ count: Int) -> String { words.interviews(count, number(count)) }

  /// `98 entretiens repris d’une édition passée, remplis seuls, le 15 octobre 2017`.
  var census: [String] {
    let census = report.census
    let kinds = census.kinds.sorted { $0.value > $1.value }
      .map { "\(interviews($0.value)) \(words.kind($0.key, $0.value))" }
    let modes = census.modes.sorted { $0.value > $1.value }
      .map { "\(number($0.value)) \(words.mode($0.key, $0.value))" }
    let days = census.days.map { days in
      days.lowerBound == days.upperBound
        ? words.on(form.date(days.lowerBound))
        : words.between(form.date(days.lowerBound), form.date(days.upperBound))
    }
    return [kinds.joined(separator: ", "), modes.joined(separator: ", "), days ?? ""]
      .filter { !$0.isEmpty }
  }

  /// How the figures are to be read, and what was merged.
  var notes: [String] {
    words.notes(report.smallestCell, PublishedLine.fewest)
      + (report.edition == nil ? [] : [words.marginNote])
      + report.merges.filter { $0.described > $0.distinct }.map { words.merge(name(of: $0), $0) }
      + [words.definedBy(report.questionnaire.id, report.questionnaire.version)]
  }

  private func name(of merge: Merge) -> String {
    report.questionnaire.results.unit(merge.unit)?.label.map { text($0) } ?? merge.unit
  }

  /// A value's label: of its question's list, else as a person reads it.
  func label(_ value: Value, of question: Int?) -> String {
    if value.isBlank { return words.noAnswer }
    guard let kind = question.flatMap({ report.questionnaire.items[$0].question?.kind }) else {
      return value.plain
    }
    if let label = kind.labels?[value.plain]?.label { return text(label) }
    return kind.shown(value, language: place, in: form)
  }

  /// A question as it was asked; a row of a grid after the grid's own wording.
  func wording(of question: Int) -> String {
    let item = report.questionnaire.items[question]
    let own = item.label.map { text($0) } ?? item.name
    let number = item.number.map { "\($0). " } ?? ""
    guard case .row? = item.question?.kind, let grid = item.parent,
      let label = report.questionnaire.items[grid].label
    else { return number + own }
    let gridNumber = report.questionnaire.items[grid].number.map { "\($0). " } ?? ""
    return "\(gridNumber)\(text(label)) — \(own)"
  }

  /// A short name of the question that splits a figure.
  func name(of question: Int) -> String {
    let item = report.questionnaire.items[question]
    return (item.shortLabel ?? item.label).map { text($0) } ?? item.name
  }
}

extension Voice {
  /// What one line comes to: `2 sur 3 (66,7 %), 30 sur 45`, a mean with its unit, a count.
  func statement(_ line: PublishedLine, of indicator: Indicator) -> String {
    if line.isEmpty, indicator.measure != .count { return words.nobody }
    return switch indicator.measure {
    case .share: share(line)
    case .count: count(line.count)
    case .mean: words.mean + words.colon + number(line, of: indicator)
    case .median: words.median + words.colon + number(line, of: indicator)
    case .distribution: words.base(count(line.base))
    }
  }

  private func share(_ line: PublishedLine) -> String {
    guard let count = line.count.shown, let base = line.base.shown else {
      let least = report.smallestCell.map { " (\(words.fewerThan($0)))" } ?? ""
      return words.masked + least
    }
    let outOf = words.outOf(number(count), number(base))
    guard let percent = line.percent(line.count), let fraction = line.fraction else { return outOf }
    return "\(fraction.words(in: words.language)) (\(self.percent(percent))), \(outOf)"
  }

  /// `30 sur 33 · 90,9 %`.
  func short(_ line: PublishedLine, separator: String) -> String {
    if line.isEmpty { return words.nobody }
    guard let count = line.count.shown, let base = line.base.shown else { return words.masked }
    let outOf = words.outOf(number(count), number(base))
    return line.percent(line.count).map { "\(outOf)\(separator)\(percent($0))" } ?? outOf
  }

  /// A mean or a median, to one decimal, in its question's unit.
  func number(_ line: PublishedLine, of indicator: Indicator) -> String {
    guard let number = line.number?.rounded(decimals: 1) else { return words.hiddenNumber }
    let read = indicator.value?.references ?? []
    let kind = read.count == 1 ? report.questionnaire.items[read[0].symbol].question?.kind : nil
    switch kind {
    case .number(let question)?: return with(question.unit, number)
    case .calculate(let question)?: return with(question.unit, number)
    case .note, .acknowledge, .text, .date, .time, .selectOne, .selectMultiple, .rank, .grid, .row,
      .other, nil:
      return form.number(number)
    }
  }

  private func with(_ unit: LocalizedText?, _ number: Number) -> String {
    form.number(number) + (unit.map { "\u{A0}\(text($0))" } ?? "")
  }

  /// `base 42 · hors base 3 : Ne sait pas 3`.
  func foot(_ figure: PublishedFigure, of indicator: Indicator) -> String {
    var parts: [String] = []
    let isEmpty = figure.whole.isEmpty
    if indicator.measure != .distribution, !isEmpty {
      parts.append(words.base(count(figure.whole.base)))
    }
    if !figure.whole.hasPercentages, !isEmpty, indicator.measure != .count {
      parts.append(words.smallBase(PublishedLine.fewest))
    }
    if !figure.absences.isEmpty {
      let total = figure.absences.reduce(0) { $0 + $1.count }
      let each = figure.absences.map { "\(reason($0.absence)) \(number($0.count))" }
      parts.append(words.absent(number(total)) + words.colon + each.joined(separator: ", "))
    }
    if let published = indicator.published { parts.append(words.published(text(published))) }
    return parts.joined(separator: " · ")
  }

  func reason(_ absence: Absence) -> String {
    switch absence {
    case .special(let name):
      report.questionnaire.special(name).map { text($0.label) } ?? name
    case .leftBlank: words.leftBlank
    case .notReached: words.notReached
    case .skipped: words.skipped
    case .outside: words.outside
    }
  }

  func refusal(_ questions: [Int]) -> String { words.refused(questions.map { name(of: $0) }) }
}

extension Voice {
  /// Under one figure, at most so many wordings are shown.
  static let mostQuestions = 4
}

extension Voice {
  /// Which edition the report is compared to; nil where it is to none.
  var edition: String? {
    report.edition.map { edition in
      let title = text(edition.questionnaire.title)
      return words.comparedTo(title, interviews(edition.census.interviews))
    }
  }

  /// What the other edition said, and how far it is; why the two cannot be compared.
  func comparison(_ entry: Report.Entry) -> [String] {
    guard let comparison = entry.comparison else { return [] }
    guard comparison.changes.isEmpty else { return changes(comparison) }
    guard let other = comparison.other?.whole else { return [] }
    let base = entry.indicator.measure == .share ? "" : ", \(words.base(count(other.base)))"
    let isCount = entry.indicator.measure == .count || entry.indicator.measure == .distribution
    let isBeside = entry.indicator.measure == .distribution && !other.isEmpty
    let there = (isBeside ? words.besideEdition : words.otherEdition)(
      statement(other, of: entry.indicator) + (isCount ? "" : base))
    guard let difference = comparison.difference else { return [there] }
    let isShare = entry.indicator.measure == .share
    let gap = signed(difference)
    let margin = comparison.margin.map { form.number($0, decimals: 1) }
    return [there + " · " + words.difference(isShare ? words.points(gap) : gap, margin)]
  }

  private func signed(_ number: Number) -> String {
    (number > .zero ? "+" : "") + form.number(number)
  }

  /// `60 (61,2 %)`: how many gave that value in the edition compared; nil where there is none.
  func beside(_ value: PublishedValue, _ line: PublishedLine?) -> String? {
    guard let line, !line.isEmpty else { return nil }
    let count = line.count(of: value.value)
    return line.percent(count).map { "\(self.count(count)), \(percent($0))" } ?? self.count(count)
  }

  /// `+2,1 ± 13,6`: how far one value is from what it was; nil where that is not published.
  func gap(_ value: PublishedValue, of line: PublishedLine, _ other: PublishedLine?) -> String? {
    let before = other.flatMap { Proportion($0.count(of: value.value), of: $0) }
    return Gap(Proportion(value.count, of: line), before).map { gap in
      "\(signed(gap.points)) ± \(form.number(gap.margin, decimals: 1))"
    }
  }

  /// Why an indicator is not compared.
  func changes(_ comparison: Comparison) -> [String] {
    comparison.changes.map { change in
      switch change {
      case .wording(let question): words.newWording(name(of: question))
      case .choices(let question): words.newChoices(name(of: question))
      case .formula: words.newFormula
      }
    }
  }
}
