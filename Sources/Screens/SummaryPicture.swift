import Console
import Formulas
import Interviews
import Questions

// The summary, drawn.

extension App {
  func drawSummary(_ summary: SummaryScreen, _ interview: Interview, on canvas: inout Canvas) {
    let layout = layout
    let counts = summary.counts
    let lasted = columns >= 60 ? minutes.map { "\(words.lasted($0)) · " } ?? "" : ""
    canvas.write(
      lasted + words.summaryCounts(counts.asked, counts.answered, counts.remarks), row: 1,
      column: 1, width: columns - 2)
    // Where rows are many, the next steps are always in sight; else they end the list.
    let stepRows = layout.hasRules ? SummaryScreen.stepRows : 0
    let area = Area(
      row: layout.bodyTop, column: 0,
      rows: max(1, layout.bodyRows - stepRows - max(0, messageLines.count - 1)), columns: columns)
    let count = summary.rows.count + (stepRows > 0 ? 0 : SummaryScreen.stepRows)
    let step = summary.step.map { stepRows > 0 ? 0 : summary.rows.count + 1 + $0.rawValue }
    let pointed = summary.pointedRow ?? step ?? 0
    let entryCount = { (places: Range<Int>) in
      places.count { !summary.rows.indices.contains($0) || summary.rows[$0].spot != nil }
    }
    drawList(count, pointed: pointed, in: area, on: &canvas, entryCount: entryCount) {
      place, body in
      if place >= summary.rows.count {
        drawStep(place - summary.rows.count, summary, interview, on: &body)
      } else {
        draw(
          summary.rows[place], interview, place, isPointed: place == summary.pointedRow, on: &body)
      }
    }
    guard stepRows > 0 else { return }
    let cursor = canvas.cursor
    let below = Area(
      row: area.row + area.rows, column: 0, rows: stepRows, columns: columns)
    drawList(stepRows, pointed: 0, in: below, on: &canvas) { place, body in
      drawStep(place, summary, interview, on: &body)
    }
    if summary.step == nil { canvas.cursor = cursor }
  }

  /// What heads the next steps: at its end, the code to hand over, alone where there is no room.
  private func drawNext(_ code: String, on body: inout Body) {
    let rule = String(repeating: glyphs.horizontal, count: 3)
    let head = "\(rule) \(words.next)"
    let whole = words.codeIs(code)
    let isWide = TextWidth.width(of: head) + TextWidth.width(of: whole) + 4 <= columns
    let text = isWide ? whole : code
    body.line([
      .init(column: 1, text: head, style: .quiet),
      .init(column: columns - 1 - TextWidth.width(of: text), text: text, style: .text),
    ])
  }

  /// A row of what comes next: a heading, then the steps.
  private func drawStep(
    _ row: Int, _ summary: SummaryScreen, _ interview: Interview, on body: inout Body
  ) {
    guard let step = SummaryScreen.Step(rawValue: row - 1) else {
      return drawNext(interview.start.code, on: &body)
    }
    let name = words.name(of: step)
    let note = step == .later ? words.staysOpen : wait(before: step, summary)
    let isPointed = summary.step == step
    body.line(
      [
        .init(column: 1, text: isPointed ? String(glyphs.pointer) : " ", style: .strong),
        .init(column: 3, text: String(row), style: .key),
        .init(column: 5, text: name, style: isPointed ? .focus : .text),
        .init(column: 7 + TextWidth.width(of: name), text: note, style: .quiet),
      ], target: .init(.step, row - 1), isEntry: true)
    if isPointed { body.markFocus(from: body.lines.count - 1, column: 5) }
  }

  /// What has to be done before a step; blank where nothing has.
  func wait(before step: SummaryScreen.Step, _ summary: SummaryScreen) -> String {
    switch step {
    case .later, .stop: ""
    case .finish, .finishAndExport:
      summary.blockingCount > 0 ? words.afterSettling(summary.blockingCount) : ""
    }
  }

  private func draw(
    _ row: SummaryScreen.Row, _ interview: Interview, _ place: Int, isPointed: Bool,
    on body: inout Body
  ) {
    switch row {
    case .blank: body.blank()
    case .heading(let text): body.line(text, at: 1, style: .strong)
    case .section(let text):
      body.line(
        TextWidth.clipped(TextWidth.sanitized(text), to: columns - 4, glyphs: glyphs), at: 3,
        style: .quiet)
    case .finding(let finding):
      let mark = finding.blocks ? glyphs.wrong : glyphs.alert
      drawRow(finding.spot, "\(mark) ", text(of: finding), interview, place, isPointed, on: &body)
    case .other(let spot):
      drawRow(spot, "  ", interview.shownAnswer(at: spot), interview, place, isPointed, on: &body)
    case .waiting(let spot):
      let isTyped = interview.halfTyped.contains(spot)
      let answer = interview.shownAnswer(at: spot)
      let text = isTyped ? words.halfTyped : answer.isEmpty ? words.withoutAnswer : answer
      let mark = isTyped ? glyphs.alert : glyphs.open
      drawRow(spot, "\(mark) ", text, interview, place, isPointed, on: &body)
    case .remark(let spot):
      let text = interview.remark(at: spot) ?? ""
      drawRow(spot, "\(glyphs.note) ", text, interview, place, isPointed, on: &body)
    case .answer(let spot):
      let isRoster = interview.item(at: spot).roster != nil
      let text =
        isRoster
        ? String(interview.instances(of: spot).count) : interview.shownAnswer(at: spot)
      drawRow(spot, "", text, interview, place, isPointed, on: &body)
    }
    if isPointed { body.markFocus(from: body.lines.count - 1, column: 5) }
  }

  /// What is wrong, or to be checked, and what was said of it.
  private func text(of finding: Finding) -> String {
    let text = finding.matter == .required ? words.requiredWithoutAnswer : sentence(of: finding)
    guard case .check(_, _, let confirmed?) = finding.matter else { return text }
    let why = confirmed.isEmpty ? "" : "\(words.colon)\(confirmed)"
    return "\(words.confirmed)\(why) (\(text))"
  }

  private func drawRow(
    _ spot: Spot, _ mark: String, _ text: String, _ interview: Interview, _ place: Int,
    _ isPointed: Bool, on body: inout Body
  ) {
    let number = interview.item(at: spot).number.map { $0 + " " } ?? ""
    let indent = mark.isEmpty ? 5 + 2 * min(interview.item(at: spot).repeats.count, 3) : 3
    let position = mark.isEmpty ? "" : interview.instanceMark(of: spot)
    let label = mark + number + interview.shortLabel(of: spot)
    body.line(
      [.init(column: 1, text: isPointed ? String(glyphs.pointer) : "", style: .strong)]
        + twoColumns(label, position, at: indent, isPointed ? .focus : .text, text, .quiet),
      target: .init(.row, place), isEntry: true)
  }
}

extension Words {
  func name(of step: SummaryScreen.Step) -> String {
    switch step {
    case .later: later
    case .finish: finish
    case .finishAndExport: finishAndExport
    case .stop: stopHere
    }
  }
}
