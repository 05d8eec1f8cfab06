import Formulas
import Interviews
import Questions
import Records

/// A report as data: what is masked is null, and said so.
package struct JSONReport {
  private let voice: Voice
  private var report: Report { voice.report }

  package init(_ voice: Voice) { self.voice = voice }

  package var bytes: [UInt8] {
    let census = report.census
    return JSONTree.object([
      .init("layout", JSONTree(1)),
      .init("questionnaire", .string(report.questionnaire.id)),
      .init("version", .string(report.questionnaire.version)),
      .init("title", .string(voice.title)),
      .init("interviews", JSONTree(census.interviews)),
      .init("kinds", counts(census.kinds.map { ($0.key.rawValue, $0.value) })),
      .init("modes", counts(census.modes.map { ($0.key.rawValue, $0.value) })),
      .init("first_day", JSONTree(census.days?.lowerBound.description)),
      .init("last_day", JSONTree(census.days?.upperBound.description)),
      .init("smallest_cell", report.smallestCell.map { JSONTree($0) } ?? .null),
      .init("units", .object(report.merges.map { .init($0.unit, tree($0)) })),
      .init("notes", .array(voice.notes.map { .string($0) })),
      .init(
        "sections",
        .array(
          report.sections.map { section in
            .object([
              .init("title", .string(voice.title(section))),
              .init("indicators", .array(section.entries.map { tree($0) })),
            ])
          })),
    ]).readable
  }

  private func counts(_ counts: [(String, Int)]) -> JSONTree {
    .object(counts.sorted { $0.0 < $1.0 }.map { .init($0.0, JSONTree($0.1)) })
  }

  private func tree(_ merge: Merge) -> JSONTree {
    .object([
      .init("described", JSONTree(merge.described)), .init("distinct", JSONTree(merge.distinct)),
      .init("set_aside", JSONTree(merge.described - merge.distinct)),
    ])
  }

  private func tree(_ entry: Report.Entry) -> JSONTree {
    let indicator = entry.indicator
    let head: [JSONTree.Member] = [
      .init("name", .string(indicator.name)), .init("finding", JSONTree(indicator.finding)),
      .init("label", .string(voice.text(indicator.label))),
      .init("of", .string(indicator.measure.rawValue)),
    ]
    switch entry.content {
    case .refused(let questions):
      let names = questions.map { report.questionnaire.items[$0].name }
      return .object(head + [.init("refused", .array(names.map { .string($0) }))])
    case .figure(let figure):
      let by = figure.by.map { report.questionnaire.items[$0].name }
      let groups = figure.groups.map { group in
        JSONTree.object(
          [
            .init("value", .string(group.value.plain)),
            .init("label", .string(voice.label(group.value, of: figure.by))),
          ] + members(group.line, entry))
      }
      return .object(
        head + members(figure.whole, entry) + [
          .init("published", JSONTree(indicator.published.map { voice.text($0) })),
          .init(
            "absences",
            .object(figure.absences.map { .init($0.absence.word, JSONTree($0.count)) })),
          .init("by", JSONTree(by)), .init("groups", .array(groups)),
          .init("compared", entry.comparison.map { tree($0, entry) } ?? .null),
          .init("questions", .array(entry.questions.map { .string(voice.wording(of: $0)) })),
        ])
    }
  }

  private func tree(_ comparison: Comparison, _ entry: Report.Entry) -> JSONTree {
    .object(
      (comparison.other.map { members($0.whole, entry) } ?? []) + [
        .init("difference", tree(comparison.difference)), .init("margin", tree(comparison.margin)),
        .init("not_compared", .array(voice.changes(comparison).map { .string($0) })),
      ])
  }

  private func members(_ line: PublishedLine, _ entry: Report.Entry) -> [JSONTree.Member] {
    let base = JSONTree.Member("base", tree(line.base))
    switch entry.indicator.measure {
    case .share:
      return [
        .init("count", tree(line.count)), base, .init("percent", tree(line.percent(line.count))),
        .init("phrase", JSONTree(line.fraction?.words(in: voice.words.language))),
        .init("values", values(line)),
      ]
    case .count: return [.init("count", tree(line.count))]
    case .mean, .median: return [base, .init("number", tree(line.number))]
    case .distribution: return [base, .init("values", values(line))]
    }
  }

  private func values(_ line: PublishedLine) -> JSONTree {
    .object(line.values.map { .init($0.value.plain, tree($0.count)) })
  }

  private func tree(_ count: Count) -> JSONTree { count.shown.map { JSONTree($0) } ?? .null }

  private func tree(_ number: Number?) -> JSONTree {
    number.map { .number($0.description) } ?? .null
  }
}

extension Absence {
  /// How data names it.
  var word: String {
    switch self {
    case .special(let name): name
    case .leftBlank: "left_blank"
    case .notReached: "not_reached"
    case .skipped: "skipped"
    case .outside: "outside"
    }
  }
}
