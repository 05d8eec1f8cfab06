import Console
import Formulas
import Questions

/// A report for a terminal: plain text, no colour, bars of characters.
package struct TextReport {
  private let voice: Voice
  private let width: Int
  private let glyphs: Glyphs
  private var report: Report { voice.report }

  /// - Parameters:
  ///   - columns: at most so many, and never fewer than 32.
  ///   - glyphs: `.ascii` writes everything in ASCII.
  package init(_ voice: Voice, columns: Int, glyphs: Glyphs) {
    self.voice = voice
    width = max(32, columns)
    self.glyphs = glyphs
  }

  package var text: String {
    joined(
      head + report.sections.enumerated().flatMap { [""] + lines(of: $1, number: $0 + 1) } + foot)
  }

  /// Lines, each ended; in ASCII where that is all there is.
  private func joined(_ lines: [String]) -> String {
    lines.map { (glyphs == .ascii ? inASCII($0) : $0) + "\n" }.joined()
  }

  /// The title, the interviews, what to remember first.
  package var head: [String] {
    var lines = wrapped(voice.title)
    if report.smallestCell == nil { lines += wrapped(voice.words.internalOnly) }
    guard report.census.interviews > 0 else { return lines + ["", voice.words.nothingYet] }
    for line in voice.census { lines += wrapped(line) }
    if let edition = voice.edition { lines += wrapped(edition) }
    let highlights = report.highlights
    if highlights.isEmpty { return lines }
    lines += ["", voice.words.remember, rule(of: voice.words.remember)]
    for entry in highlights {
      guard let figure = entry.figure else { continue }
      let sentence =
        voice.text(entry.indicator.label) + voice.words.colon
        + voice.statement(figure.whole, of: entry.indicator)
      lines += wrapped(sentence, bullet: "\(glyphs.chosen) ")
    }
    return lines
  }

  /// How the figures are to be read.
  package var foot: [String] {
    ["", voice.words.method, rule(of: voice.words.method)]
      + voice.notes.flatMap { wrapped($0, bullet: "\(glyphs.chosen) ") }
  }

  /// One section: its title, then each figure after a blank line.
  package func lines(of section: Report.Section, number: Int) -> [String] {
    let title = "\(number). \(voice.title(section))"
    return wrapped(title) + [rule(of: title)]
      + section.entries.flatMap { lines(of: $0) + [""] }.dropLast()
  }

  private func lines(of entry: Report.Entry) -> [String] {
    let title = wrapped(voice.text(entry.indicator.label))
    switch entry.content {
    case .refused(let questions): return title + wrapped(voice.refusal(questions), indent: 2)
    case .figure(let figure):
      let beside = entry.comparison?.beside
      var lines = title + body(figure.whole, beside, figure, entry.indicator, indent: 2)
      if figure.scale != nil, figure.whole.values.contains(where: { $0.count != .shown(0) }) {
        lines += wrapped(scale(figure), indent: 2)
      }
      let foot = voice.foot(figure, of: entry.indicator)
      if !foot.isEmpty { lines += wrapped(foot, indent: 2) }
      for line in voice.comparison(entry) { lines += wrapped(line, indent: 2) }
      return lines + groups(of: figure, entry.indicator)
    }
  }

  /// The bars of a whole, or of one group.
  private func body(
    _ line: PublishedLine, _ beside: PublishedLine?, _ figure: PublishedFigure,
    _ indicator: Indicator, indent: Int
  ) -> [String] {
    switch indicator.measure {
    case .distribution:
      let question = indicator.value?.references.first?.symbol
      let rows = line.values.map { value in
        row(voice.label(value.value, of: question), value, line, beside)
      }
      return wrapped(voice.statement(line, of: indicator), indent: indent)
        + table(rows, indent: indent + 2)
    case .share:
      let statement = voice.statement(line, of: indicator)
      guard let permille = permille(line.count, line) else {
        return wrapped(statement, indent: indent)
      }
      return table([Row(label: "", permille: permille, text: statement)], indent: indent)
    case .mean, .median, .count:
      return wrapped(voice.statement(line, of: indicator), indent: indent)
    }
  }

  private func groups(of figure: PublishedFigure, _ indicator: Indicator) -> [String] {
    guard let by = figure.by, !figure.groups.isEmpty else { return [] }
    let heading = wrapped(voice.words.by(voice.name(of: by)), indent: 2)
    if indicator.measure == .distribution {
      return heading
        + figure.groups.flatMap { group in
          wrapped(voice.label(group.value, of: by), indent: 4)
            + body(group.line, nil, figure, indicator, indent: 6)
        }
    }
    let rows = figure.groups.map { group in
      let line = group.line
      let isShare = indicator.measure == .share
      return Row(
        label: voice.label(group.value, of: by),
        permille: isShare ? permille(line.count, line) : nil,
        text: isShare ? voice.short(line, separator: "  ") : voice.statement(line, of: indicator))
    }
    return heading + table(rows, indent: 4)
  }

  private func scale(_ figure: PublishedFigure) -> String {
    figure.whole.values.map { value in
      "\(voice.label(value.value, of: figure.scale)) \(voice.count(value.count))"
    }.joined(separator: " \(glyphs.dot) ")
  }

  private func row(
    _ label: String, _ value: PublishedValue, _ line: PublishedLine, _ beside: PublishedLine?
  ) -> Row {
    let percent = line.percent(value.count).map { "  \(voice.percent($0))" } ?? ""
    let other = voice.beside(value, beside).map { "  (\($0))" } ?? ""
    return Row(
      label: label, permille: permille(value.count, line),
      text: voice.count(value.count) + percent + other)
  }

  /// Of a bar's whole length; nil where there is none to draw.
  private func permille(_ count: Count, _ line: PublishedLine) -> Int? {
    guard let count = count.shown, let base = line.base.shown, base > 0 else { return nil }
    return count * 1000 / base
  }
}

extension TextReport {
  private struct Row {
    let label: String
    let permille: Int?
    let text: String
  }

  /// Rows of a label, a bar and a text, the bars one under the other.
  private func table(_ rows: [Row], indent: Int) -> [String] {
    let room = width - indent
    let labels = min(rows.map { TextWidth.width(of: $0.label) }.max() ?? 0, room * 2 / 5)
    let texts = rows.map { TextWidth.width(of: $0.text) }.max() ?? 0
    let bar = min(40, room - (labels > 0 ? labels + 2 : 0) - texts - 2)
    let margin = String(repeating: " ", count: indent)
    return rows.flatMap { row -> [String] in
      let lines = labels > 0 ? Wrapping.lines(of: row.label, width: labels) : [""]
      var first = labels > 0 ? padded(lines[0], to: labels) + "  " : ""
      if bar >= 6 { first += bars(row.permille, bar) + "  " }
      let rest = lines.dropFirst().map { margin + $0 }
      if TextWidth.width(of: first + row.text) > room {
        return [margin + trimmed(first)] + rest + wrapped(row.text, indent: indent + 2)
      }
      return [margin + first + row.text] + rest
    }
  }

  private func bars(_ permille: Int?, _ length: Int) -> String {
    guard let permille else { return String(repeating: " ", count: length) }
    let full = min(length, (permille * length + 500) / 1000)
    return String(repeating: glyphs.barFull, count: full)
      + String(repeating: glyphs.barEmpty, count: length - full)
  }

  private func padded(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - TextWidth.width(of: text)))
  }

  private func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }

  private func wrapped(_ text: String, indent: Int = 0, bullet: String = "") -> [String] {
    let margin = String(repeating: " ", count: indent)
    let hanging = bullet.count
    // No-break spaces hold numbers and signs together until the lines are cut.
    let drawable = text.split(separator: "\u{A0}", omittingEmptySubsequences: false)
      .map { TextWidth.sanitized(String($0)) }.joined(separator: "\u{A0}")
    return Wrapping.lines(of: bullet + drawable, width: width - indent, hanging: hanging)
      .map { margin + TextWidth.sanitized($0) }
  }

  private func rule(of title: String) -> String {
    String(repeating: glyphs.horizontal, count: min(width, TextWidth.width(of: title)))
  }
}
