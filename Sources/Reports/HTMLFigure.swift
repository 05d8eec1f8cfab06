import Formulas
import Questions

// One figure of the page: its statement, its chart, its base, the table behind it, the wording.
extension HTMLReport {
  func article(_ entry: Report.Entry, _ page: inout HTMLWriter) {
    page.element("h3", voice.text(entry.indicator.label))
    switch entry.content {
    case .refused(let questions): page.element("p", ["class": "alert"], voice.refusal(questions))
    case .figure(let figure):
      page.element("p", ["class": "statement"], voice.statement(figure.whole, of: entry.indicator))
      page.element("figure") { self.figure(figure, entry, &$0) }
      if !figure.whole.isEmpty { table(figure, entry, &page) }
      wording(entry, &page)
    }
  }

  private func figure(
    _ figure: PublishedFigure, _ entry: Report.Entry, _ page: inout HTMLWriter
  ) {
    let indicator = entry.indicator
    switch indicator.measure {
    case .share:
      page.element("div", ["class": "whole"]) { whole in
        Chart.bar(permille(figure.whole.count, figure.whole), in: &whole)
        if let comparison = entry.comparison, comparison.changes.isEmpty,
          let other = comparison.other
        {
          whole.element("div", ["class": "other"]) {
            Chart.bar(permille(other.whole.count, other.whole), in: &$0)
          }
        }
      }
      scale(figure, &page)
    case .distribution: bars(figure.whole, entry.comparison?.beside, indicator, &page)
    case .count, .mean, .median: break
    }
    groups(figure, indicator, &page)
    let foot = voice.foot(figure, of: indicator)
    let lines = [foot].filter { !$0.isEmpty } + voice.comparison(entry)
    if lines.isEmpty { return }
    page.element("figcaption") { caption in
      for line in lines { caption.element("p", line) }
    }
  }

  /// A row per value: its label, its bar, its number.
  private func bars(
    _ line: PublishedLine, _ beside: PublishedLine?, _ indicator: Indicator,
    _ page: inout HTMLWriter
  ) {
    let question = indicator.value?.references.first?.symbol
    page.element("ul", ["class": "rows"]) { list in
      for value in line.values {
        let percent = line.percent(value.count).map { " · \(voice.percent($0))" } ?? ""
        let other = voice.beside(value, beside).map { " (\($0))" } ?? ""
        row(
          voice.label(value.value, of: question), permille(value.count, line),
          voice.count(value.count) + percent + other, &list)
      }
    }
  }

  private func row(_ label: String, _ permille: Int?, _ text: String, _ list: inout HTMLWriter) {
    list.element("li") { item in
      item.element("span", ["class": "label"], label)
      item.write(" ")
      Chart.bar(permille, in: &item)
      item.element("span", ["class": "number"], text)
    }
  }

  private func groups(
    _ figure: PublishedFigure, _ indicator: Indicator, _ page: inout HTMLWriter
  ) {
    guard let by = figure.by, !figure.groups.isEmpty else { return }
    page.element("h4", voice.words.by(voice.name(of: by)))
    switch indicator.measure {
    case .distribution:
      for group in figure.groups {
        let base = voice.words.base(voice.count(group.line.base))
        page.element("p", ["class": "group"], "\(voice.label(group.value, of: by)) (\(base))")
        bars(group.line, nil, indicator, &page)
      }
    case .share:
      page.element("ul", ["class": "rows"]) { list in
        for group in figure.groups {
          row(
            voice.label(group.value, of: by), permille(group.line.count, group.line),
            voice.short(group.line, separator: " · "), &list)
        }
      }
    case .count, .mean, .median:
      page.element("ul", ["class": "plain"]) { list in
        for group in figure.groups {
          let label = voice.label(group.value, of: by)
          let statement = voice.statement(group.line, of: indicator)
          list.element("li", label + voice.words.colon + statement)
        }
      }
    }
  }

  /// The scale behind a share: on either side of its middle where nothing of it is masked.
  private func scale(_ figure: PublishedFigure, _ page: inout HTMLWriter) {
    let line = figure.whole
    guard figure.scale != nil, let base = line.base.shown, base > 0, line.values.count > 1 else {
      return
    }
    let parts = line.values.map(\.count.shown)
    let all = parts.compactMap(\.self)
    if all.count == parts.count {
      Chart.balance(all, of: base, in: &page)
    } else {
      Chart.stack(parts, of: base, in: &page)
    }
    page.element("ul", ["class": "legend"]) { list in
      for (place, value) in line.values.enumerated() {
        list.element("li") { item in
          let tone = value.count == .masked ? "masked" : Chart.tone(place, of: line.values.count)
          item.element("i", ["class": tone]) { _ in }
          item.write("\(voice.label(value.value, of: figure.scale)) \(voice.count(value.count))")
        }
      }
    }
  }

  private func table(_ figure: PublishedFigure, _ entry: Report.Entry, _ page: inout HTMLWriter) {
    let table = FigureTable(figure, entry, voice)
    page.element("details") { details in
      details.element("summary") { summary in
        summary.write(voice.words.table)
        summary.element(
          "span", ["class": "unseen"], voice.words.colon + voice.text(entry.indicator.label))
      }
      details.element("div", ["class": "scroll", "tabindex": "0"]) { box in
        box.element("table") { body in
          body.element("caption", ["class": "unseen"], voice.text(entry.indicator.label))
          body.element("tr") { row in
            for column in table.columns { row.element("th", ["scope": "col"], column) }
          }
          for cells in table.rows {
            body.element("tr") { row in
              row.element("th", ["scope": "row"], cells.first ?? "")
              for cell in cells.dropFirst() { row.element("td", cell) }
            }
          }
        }
      }
    }
  }

  private func wording(_ entry: Report.Entry, _ page: inout HTMLWriter) {
    for question in entry.questions.prefix(Voice.mostQuestions) {
      page.element("p", ["class": "wording"], voice.wording(of: question))
    }
  }

  /// Of a bar's whole length; nil where the number is masked.
  private func permille(_ count: Count, _ line: PublishedLine) -> Int? {
    guard let count = count.shown, let base = line.base.shown else { return nil }
    return base > 0 ? count * 1000 / base : 0
  }
}
