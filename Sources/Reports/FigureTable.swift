import Formulas
import Questions

/// The numbers of a figure as a table: what stands behind its chart.
struct FigureTable {
  let columns: [String]
  let rows: [[String]]

  init(_ figure: PublishedFigure, _ entry: Report.Entry, _ voice: Voice) {
    let (words, indicator) = (voice.words, entry.indicator)
    let by = figure.by.map { voice.name(of: $0) }
    let beside = entry.comparison?.beside
    let groups = figure.groups.map { (voice.label($0.value, of: figure.by), $0.line) }
    let lines =
      [(words.all, figure.whole)] + (beside.map { [(words.editionCompared, $0)] } ?? []) + groups
    guard !figure.whole.values.isEmpty else {
      columns = [by ?? ""] + Self.headings(indicator, words)
      rows = lines.map { [$0.0] + Self.cells($0.1, indicator, voice) }
      return
    }
    let question = figure.scale ?? indicator.value?.references.first?.symbol
    let isApart = beside?.hasPercentages == true && figure.whole.hasPercentages
    columns =
      [words.answer]
      + lines.flatMap { name, line in
        let base = words.base(voice.count(line.base))
        let title = lines.count > 1 ? "\(name), \(base)" : base
        return line.hasPercentages
          ? ["\(words.number) (\(title))", words.share] : ["\(words.number) (\(title))"]
      } + (isApart ? [words.differenceTitle] : [])
    rows = figure.whole.values.map { row in
      [voice.label(row.value, of: question)]
        + lines.flatMap { Self.cells($0.1.count(of: row.value), $0.1, voice) }
        + (isApart ? [voice.gap(row, of: figure.whole, beside) ?? "—"] : [])
    }
  }

  private static func headings(_ indicator: Indicator, _ words: ReportWords) -> [String] {
    switch indicator.measure {
    case .share, .distribution: [words.number, words.baseTitle, words.share]
    case .count: [words.number]
    case .mean: [words.mean, words.baseTitle]
    case .median: [words.median, words.baseTitle]
    }
  }

  private static func cells(
    _ line: PublishedLine, _ indicator: Indicator, _ voice: Voice
  ) -> [String] {
    switch indicator.measure {
    case .share, .distribution:
      [
        voice.count(line.count), voice.count(line.base),
        line.percent(line.count).map { voice.percent($0) } ?? "—",
      ]
    case .count: [voice.count(line.count)]
    case .mean, .median: [voice.number(line, of: indicator), voice.count(line.base)]
    }
  }

  private static func cells(_ count: Count, _ line: PublishedLine, _ voice: Voice) -> [String] {
    let percent = line.percent(count).map { voice.percent($0) } ?? "—"
    return line.hasPercentages ? [voice.count(count), percent] : [voice.count(count)]
  }
}
