import Console
import Formulas
import Interviews
import Questions

// The plan, drawn.

/// How a question stands, in the order of the legend.
enum PlanMark: CaseIterable {
  case done
  case open
  case here
  case wrong
  case alert
  case offRoute

  func glyph(in glyphs: Glyphs) -> Character {
    switch self {
    case .done: glyphs.done
    case .open: glyphs.open
    case .here: glyphs.here
    case .wrong: glyphs.wrong
    case .alert: glyphs.alert
    case .offRoute: glyphs.offRoute
    }
  }
}

extension App {
  func drawPlan(_ plan: PlanScreen, _ interview: Interview, on canvas: inout Canvas) {
    let search = words.search + plan.search
    drawFilters(plan, beside: search, on: &canvas)
    let layout = layout
    let hasLegend = layout.hasGlobalKeys && TextWidth.width(of: legend) <= columns - 2
    if hasLegend { canvas.write(legend, row: layout.message - 1, column: 1, style: .quiet) }
    let area = Area(
      row: layout.bodyTop, column: 0, rows: layout.bodyRows - (hasLegend ? 1 : 0),
      columns: columns)
    drawList(plan.rows.count, pointed: plan.pointed, in: area, on: &canvas) { place, body in
      let isPointed = place == plan.pointed
      switch plan.rows[place] {
      case .section(let item, let done, let of):
        let label = interview.questionnaire.items[item].label.map { interview.text($0) } ?? ""
        drawSection(label, done, of, place, isPointed, on: &body)
      case .stop(let spot):
        drawStop(spot, plan.findings[spot] ?? [], interview, place, isPointed, on: &body)
      }
      if isPointed { body.markFocus(from: body.lines.count - 1, column: 1) }
    }
    if plan.rows.isEmpty, !plan.search.isEmpty {
      var body = Body(width: columns - 1)
      let text = "\(words.notFound(plan.search)) \(words.emptySearch)"
      body.text(text, at: 3, style: .quiet)
      body.draw(on: &canvas, in: area, more: words.more)
    }
    if !plan.search.isEmpty || plan.rows.isEmpty {
      canvas.cursor = Canvas.Position(
        row: 1, column: min(columns - 1, 1 + TextWidth.width(of: search)))
    }
  }

  /// How it all stands, in the message row.
  func status(of plan: PlanScreen) -> String {
    if !plan.search.isEmpty || plan.filter != .all { return words.found(plan.counts.kept) }
    return words.counts(plan.counts)
  }

  private func drawFilters(
    _ plan: PlanScreen, beside search: String, on canvas: inout Canvas
  ) {
    canvas.write(search, row: 1, column: 1)
    let names = PlanFilter.allCases.map { filter in
      let name = words.filters[filter] ?? ""
      return filter == plan.filter ? "[\(name)]" : name
    }
    let room = columns - TextWidth.width(of: search) - 4
    let all = names.joined(separator: " ")
    let own = "[\(words.filters[plan.filter] ?? "")]"
    let shown = [all, own].first { TextWidth.width(of: $0) <= room } ?? ""
    canvas.write(shown, row: 1, endingAt: columns - 1, style: .quiet)
  }

  private var legend: String {
    (PlanMark.allCases.map { $0.glyph(in: glyphs) } + [glyphs.note]).enumerated()
      .map { "\($1) \(words.legend[$0])" }.joined(separator: "  ")
  }

  private func drawSection(
    _ label: String, _ done: Int, _ count: Int, _ place: Int, _ isPointed: Bool,
    on body: inout Body
  ) {
    let begun = done == 0 ? glyphs.open : glyphs.partial
    let glyph = count == 0 ? glyphs.offRoute : done == count ? glyphs.done : begun
    let state = "\(done)/\(count)"
    let end = columns - 2 - TextWidth.width(of: state)
    body.line(
      [
        .init(column: 1, text: isPointed ? String(glyphs.pointer) : " ", style: .strong),
        .init(
          column: 3,
          text: TextWidth.clipped(
            TextWidth.sanitized("\(glyph) \(label)"), to: end - 4, glyphs: glyphs),
          style: isPointed ? .focus : .strong),
        .init(column: end, text: state, style: .quiet),
      ], target: .init(.row, place), isEntry: true)
  }

  private func drawStop(
    _ spot: Spot, _ findings: [Finding], _ interview: Interview, _ place: Int,
    _ isPointed: Bool, on body: inout Body
  ) {
    let isSkipped = !interview.isAsked(spot)
    let answer = planAnswer(spot, findings, interview)
    let indent = 5 + 2 * min(interview.item(at: spot).repeats.count, 3)
    let number = interview.item(at: spot).number.map { $0 + " " } ?? ""
    let glyph = planMark(spot, interview, findings).glyph(in: glyphs)
    let label = "\(glyph) \(number)\(interview.shortLabel(of: spot))"
    let mark = interview.remark(at: spot) == nil ? "" : " \(glyphs.note)"
    let style: Style = isPointed ? .focus : isSkipped ? .faint : .text
    body.line(
      [.init(column: 1, text: isPointed ? String(glyphs.pointer) : " ", style: .strong)]
        + twoColumns(
          label, interview.instanceMark(of: spot), at: indent, style, answer + mark,
          isSkipped ? .faint : .quiet),
      target: .init(.row, place), isEntry: true)
  }

  /// A question on the left, its answer on the right: in columns where there is room for two.
  ///
  /// - Parameter instance: which instance it is in; never cut.
  func twoColumns(
    _ label: String, _ instance: String, at indent: Int, _ style: Style, _ answer: String,
    _ answerStyle: Style
  ) -> [Body.Run] {
    let answer = TextWidth.sanitized(answer)
    let end = columns - 2
    let middle =
      columns >= 60
      ? columns * 9 / 20 : max(end * 11 / 20, end - TextWidth.width(of: answer))
    let room =
      (answer.isEmpty ? end - indent : middle - indent - 1) - TextWidth.width(of: instance)
    return [
      .init(
        column: indent,
        text: TextWidth.clipped(TextWidth.sanitized(label), to: max(4, room), glyphs: glyphs)
          + instance, style: style),
      .init(
        column: middle, text: TextWidth.clipped(answer, to: max(4, end - middle), glyphs: glyphs),
        style: answerStyle),
    ]
  }

  /// What stands beside a question: its answer, or why there is none.
  private func planAnswer(
    _ spot: Spot, _ findings: [Finding], _ interview: Interview
  ) -> String {
    if !interview.isAsked(spot) { return words.skipped }
    if interview.halfTyped.contains(spot) { return words.halfTyped }
    let isMissing = findings.contains { $0.matter == .required }
    return isMissing ? words.required : interview.shownAnswer(at: spot)
  }

  private func planMark(
    _ spot: Spot, _ interview: Interview, _ findings: [Finding]
  ) -> PlanMark {
    if spot == interview.position { return .here }
    if findings.contains(where: { $0.blocks && $0.matter != .required }) { return .wrong }
    if findings.contains(where: \.asks) || interview.halfTyped.contains(spot) { return .alert }
    switch interview.presence(at: spot) {
    case .answered: return .done
    case .special, .leftBlank, .skipped: return .offRoute
    case .notReached: return interview.isRemaining(spot) ? .open : .done
    }
  }

  /// A question of the plan in words alone, for line mode.
  func spokenStop(_ spot: Spot, _ findings: [Finding], _ interview: Interview) -> String {
    let number = interview.item(at: spot).number.map { $0 + " " } ?? ""
    let label = number + interview.shortLabel(of: spot) + interview.instanceMark(of: spot)
    let answer = planAnswer(spot, findings, interview)
    let mark = planMark(spot, interview, findings)
    let isPlain = mark == .done || mark == .offRoute
    let state = isPlain ? [] : [words.legend[PlanMark.allCases.firstIndex(of: mark) ?? 0]]
    let note = interview.remark(at: spot) == nil ? [] : [words.legend.last ?? ""]
    let marks = state + note
    return label + (answer.isEmpty ? "" : words.colon + answer)
      + (marks.isEmpty ? "" : " (\(marks.joined(separator: ", ")))")
  }

  /// Draws the rows of a list of one-line rows that fit, the pointed one among them.
  func drawList(
    _ count: Int, pointed: Int, in area: Area, on canvas: inout Canvas,
    entryCount: (Range<Int>) -> Int = \.count, _ draw: (_ place: Int, _ body: inout Body) -> Void
  ) {
    guard area.rows > 0 else { return }
    let room = count > area.rows ? max(1, area.rows - 1) : area.rows
    let first = pointed < room ? 0 : max(0, min(pointed - room + 1, count - area.rows))
    let last = first + area.rows < count ? first + room : count
    var body = Body(width: columns - 1)
    for place in first..<last { draw(place, &body) }
    body.below = entryCount(last..<count)
    body.draw(on: &canvas, in: area, more: words.more)
  }
}
