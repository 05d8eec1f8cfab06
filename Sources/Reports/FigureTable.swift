import Formulas
import Questions

/// The numbers of a figure as a table: what stands behind its chart.
struct FigureTable {
  let columns: [String]
  let rows: [[String]]

  init(_ figure: PublishedFigure, _ indicator: Indicator, _ voice: Voice) {
    let words = voice.words
    let by = figure.by.map { voice.name(of: $0) }
    let lines =
      [(words.all, figure.whole)]
      + figure.groups.map { (voice.label($0.value, of: figure.by), $0.line) }
    if figure.whole.values.isEmpty {
      columns = [by ?? ""] + Self.headings(indicator, words)
      rows = lines.map { [$0.0] + Self.cells($0.1, indicator, voice) }
    } else {
      let question = figure.scale ?? indicator.value?.references.first?.symbol
      columns =
        [words.answer]
        + lines.flatMap { name, line in
          let base = words.base(voice.count(line.base))
          let title = lines.count > 1 ? "\(name), \(base)" : base
          return line.hasPercentages
            ? ["\(words.number) (\(title))", words.share] : ["\(words.number) (\(title))"]
        }
      rows = figure.whole.values.indices.map { place in
        let value = figure.whole.values[place].value
        return [voice.label(value, of: question)]
          + lines.flatMap { _, line in Self.cells(line.values[place].count, line, voice) }
      }
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
