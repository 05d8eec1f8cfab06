import Formulas
import Questions

/// A report in Markdown: a table per figure.
package struct MarkdownReport {
  private let voice: Voice
  private var report: Report { voice.report }
  private var words: ReportWords { voice.words }

  package init(_ voice: Voice) { self.voice = voice }

  package var text: String {
    var lines = ["# \(escaped(voice.title))", ""]
    if report.smallestCell == nil { lines += ["**\(words.internalOnly)**", ""] }
    if report.census.interviews == 0 { lines += [words.nothingYet, ""] }
    lines += voice.census.map { "\(escaped($0))  " } + [""]
    if let edition = voice.edition { lines += [escaped(edition), ""] }
    let highlights = report.highlights
    if !highlights.isEmpty { lines += ["## \(words.remember)", ""] }
    for entry in highlights {
      guard let line = entry.figure?.whole else { continue }
      let label = escaped(voice.text(entry.indicator.label))
      lines.append("- \(label)\(words.colon)**\(voice.statement(line, of: entry.indicator))**")
    }
    for section in report.sections { lines += self.lines(of: section) }
    lines += ["", "## \(words.method)", ""] + voice.notes.map { "- \(escaped($0))" }
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(of section: Report.Section) -> [String] {
    ["", "## \(escaped(voice.title(section)))"]
      + section.entries.flatMap {
        ["", "### \(escaped(voice.text($0.indicator.label)))", ""] + body($0)
      }
  }

  private func body(_ entry: Report.Entry) -> [String] {
    switch entry.content {
    case .refused(let questions): return [escaped(voice.refusal(questions))]
    case .figure(let figure):
      let indicator = entry.indicator
      var lines = ["**\(escaped(voice.statement(figure.whole, of: indicator)))**"]
      let foot = voice.foot(figure, of: indicator)
      if !foot.isEmpty { lines += ["", escaped(foot)] }
      for line in voice.comparison(entry) { lines += ["", escaped(line)] }
      if !figure.whole.values.isEmpty || !figure.groups.isEmpty {
        lines += [""] + table(FigureTable(figure, entry, voice))
      }
      for question in entry.questions.prefix(Voice.mostQuestions) {
        lines += ["", "> \(escaped(voice.wording(of: question)))"]
      }
      return lines
    }
  }

  private func table(_ table: FigureTable) -> [String] {
    let rule = table.columns.indices.map { $0 == 0 ? "---" : "---:" }
    return ([table.columns.map(escaped), rule] + table.rows.map { $0.map(escaped) })
      .map { "| \($0.joined(separator: " | ")) |" }
  }

  /// So that no author's text is read as Markdown or HTML.
  private func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, letter in
      switch letter {
      case "\\", "`", "*", "_", "[", "]", "#", "|", "~": result += "\\\(letter)"
      case "<": result += "&lt;"
      case "&": result += "&amp;"
      case "\n", "\r\n": result += " "
      default: result.append(letter)
      }
    }
  }
}
