import Exports
import Formulas
import Questions

/// A report as one table: a row per number, masked ones blank and said so.
package struct TableReport {
  private let voice: Voice

  package init(_ voice: Voice) { self.voice = voice }

  package var csv: [UInt8] { CSV.bytes(of: table) }

  private var table: Table {
    var table = Table(
      name: "report",
      columns: [
        "indicator", "finding", "label", "by", "group", "value", "value_label", "count", "base",
        "percent", "phrase", "number", "masked", "published", "compared_count", "compared_base",
        "compared_percent", "compared_number", "difference", "margin",
      ])
    for entry in voice.report.entries {
      guard let figure = entry.figure else { continue }
      append(figure.whole, nil, figure, entry, to: &table)
      for group in figure.groups { append(group.line, group.value, figure, entry, to: &table) }
    }
    return table
  }

  /// The line's own number, then one row for each of its values.
  private func append(
    _ line: PublishedLine, _ group: Value?, _ figure: PublishedFigure, _ entry: Report.Entry,
    to table: inout Table
  ) {
    let question = figure.scale ?? entry.indicator.value?.references.first?.symbol
    let isOwn = entry.indicator.measure != .distribution
    if isOwn { table.append(row(line, line.count, nil, nil, group, figure, entry)) }
    for value in line.values {
      let label = voice.label(value.value, of: question)
      table.append(row(line, value.count, value.value, label, group, figure, entry))
    }
  }

  private func row(
    _ line: PublishedLine, _ count: Count, _ value: Value?, _ label: String?, _ group: Value?,
    _ figure: PublishedFigure, _ entry: Report.Entry
  ) -> [Value] {
    let indicator = entry.indicator
    let isShare = indicator.measure == .share && value == nil
    let isNumber = indicator.measure == .mean || indicator.measure == .median
    let by = group == nil ? nil : figure.by.map { voice.report.questionnaire.items[$0].name }
    let isMasked = isNumber ? line.base == .masked : count == .masked || line.base == .masked
    let compared = group == nil ? compared(line, value, count, entry) : []
    let fields: [Value] = [
      .text(indicator.name), text(indicator.finding), .text(voice.text(indicator.label)), text(by),
      group.map { text(voice.label($0, of: figure.by)) } ?? .blank, text(value?.plain),
      text(label), isNumber ? .blank : self.count(count), self.count(line.base),
      isNumber || indicator.measure == .count
        ? .blank : line.percent(count).map(Value.number) ?? .blank,
      isShare ? text(line.fraction?.words(in: voice.words.language)) : .blank,
      line.number.map(Value.number) ?? .blank, .text(isMasked ? "true" : "false"),
      text(indicator.published.map { voice.text($0) }),
    ]
    return fields + (compared.isEmpty ? Array(repeating: .blank, count: 6) : compared)
  }

  /// What the edition compared says of the same, and how far it is; blank where that is not told.
  private func compared(
    _ line: PublishedLine, _ value: Value?, _ count: Count, _ entry: Report.Entry
  ) -> [Value] {
    guard let comparison = entry.comparison, let other = comparison.beside else { return [] }
    let there = value.map { other.count(of: $0) } ?? other.count
    let isNumber = entry.indicator.measure == .mean || entry.indicator.measure == .median
    let isCount = entry.indicator.measure == .count
    let gap = isCount ? nil : Gap(Proportion(count, of: line), Proportion(there, of: other))
    let difference = isNumber ? comparison.difference : gap?.points
    return [
      isNumber ? .blank : self.count(there), self.count(other.base),
      isCount || isNumber ? .blank : other.percent(there).map(Value.number) ?? .blank,
      other.number.map(Value.number) ?? .blank,
      difference.map(Value.number) ?? .blank,
      isNumber ? .blank : gap.map { .number($0.margin) } ?? .blank,
    ]
  }

  private func text(_ text: String?) -> Value { text.map(Value.written) ?? .blank }

  private func count(_ count: Count) -> Value { count.shown.map { .number(Number($0)) } ?? .blank }
}
