import Console
import Formulas
import Interviews
import Questions

/// The end: what blocks, what to check, what waits, then every answer, and what to do next.
struct SummaryScreen: Hashable {
  enum Row: Hashable {
    case heading(String)
    case finding(Finding)
    /// Without an answer, or with a remark.
    case waiting(Spot)
    case remark(Spot)
    case section(String)
    case answer(Spot)
  }

  private(set) var rows: [Row] = []
  /// Among the rows that lead somewhere, then the three next steps.
  private(set) var pointed: Int
  let blockingCount: Int
  let counts: (asked: Int, answered: Int, remarks: Int)

  init(_ interview: Interview) {
    let summary = Summary(of: interview)
    let words = Words.of(interview.frameLanguage)
    blockingCount = summary.blocking.count
    counts = (summary.askedCount, summary.answeredCount, summary.remarks.count)
    pointed = 0
    func add(_ head: String, _ more: [Row]) {
      if !more.isEmpty { rows += [.heading(head)] + more }
    }
    add(words.toSettle(summary.blocking.count), summary.blocking.map(Row.finding))
    add(words.toCheck(summary.toCheck.count), summary.toCheck.map(Row.finding))
    add(words.unanswered(summary.unanswered.count), summary.unanswered.map(Row.waiting))
    add(words.remarks(summary.remarks.count), summary.remarks.map(Row.remark))
    rows.append(.heading(words.answers))
    var section: Int?
    var frame = 0
    for spot in summary.answers {
      if let own = interview.section(of: spot), own.index != section {
        section = own.index
        rows.append(.section(own.label.map { interview.text($0, at: spot) } ?? own.name))
      }
      if spot.frame != frame {
        frame = spot.frame
        if frame != 0 { rows.append(.section("  " + interview.title(ofInstance: frame))) }
      }
      rows.append(.answer(spot))
    }
    if summary.blocking.isEmpty { pointed = places.count + 1 }
  }

  static func == (left: Self, right: Self) -> Bool {
    left.rows == right.rows && left.pointed == right.pointed
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(rows)
    hasher.combine(pointed)
  }

  /// The rows that lead to a question, by place.
  var places: [Int] { rows.indices.filter { rows[$0].spot != nil } }

  /// The question pointed at; nil on a next step.
  var spot: Spot? { places.indices.contains(pointed) ? rows[places[pointed]].spot : nil }

  /// The next step pointed at, from 0.
  var step: Int? { pointed >= places.count ? pointed - places.count : nil }

  mutating func press(_ key: Key, page: Int) {
    switch key {
    case .up: pointed -= 1
    case .down: pointed += 1
    case .home: pointed = 0
    case .end: pointed = places.count + 2
    case .pageUp: pointed -= page
    case .pageDown: pointed += page
    case .character, .enter, .newline, .tab, .backTab, .escape, .backspace, .delete, .insert,
      .left, .right, .function, .control, .alt, .paste, .mouse:
      break
    }
    pointed = min(max(pointed, 0), places.count + 2)
  }
}

extension SummaryScreen.Row {
  var spot: Spot? {
    switch self {
    case .heading, .section: nil
    case .finding(let finding): finding.spot
    case .waiting(let spot), .remark(let spot), .answer(let spot): spot
    }
  }
}

extension App.Screen {
  /// The keys every interview screen shares, without those that need a question.
  var commonBindings: [Binding] {
    switch self {
    case .home, .plan: []
    case .question: Bindings.interview
    case .summary: Bindings.interview.filter { ![.remark, .special].contains($0.action) }
    }
  }
}

extension Interview {
  /// Which instance a spot is in, where one must be told from another: ` · 2`.
  func instanceMark(of spot: Spot) -> String {
    guard let roster = roster(ofFrame: spot.frame),
      let place = instances(of: roster).firstIndex(of: spot.frame)
    else { return "" }
    return " · \(place + 1)"
  }
}

extension App {
  var summaryBindings: [Binding] {
    Bindings.summary + screen.commonBindings
  }

  mutating func pressSummary(_ key: Key) -> [Effect] {
    guard case .summary(var summary) = screen else { return [] }
    let action = summaryBindings.action(for: key)
    message = nil
    switch action {
    case .visit:
      if let spot = summary.spot {
        returning = spot
        return go(to: spot)
      }
      return summary.step.map { takeStep($0) } ?? []
    case .choose: return key.digit.map { takeStep($0 - 1) } ?? []
    case .point, .pages:
      summary.press(key, page: max(1, layout.bodyRows - 2))
      screen = .summary(summary)
      return []
    default: return action.flatMap { perform($0) } ?? []
    }
  }

  mutating func takeStep(_ step: Int) -> [Effect] {
    switch step {
    case 0: return record(.pause(reason: "")) + [.rest] + [.close]
    case 1: return finish()
    default: return openStop()
    }
  }

  private mutating func finish() -> [Effect] {
    guard let interview else { return [] }
    let findings = interview.findings
    if let first = findings.first(where: \.blocks) {
      let sentence = sentence(of: first)
      let effects = go(to: first.spot)
      say("\(glyphs.wrong) \(sentence)", .error)
      return effects
    }
    if let first = findings.first(where: \.asks) {
      overlay = .panel(confirmationPanel(first))
      return []
    }
    let words = words
    let effects = record(.finish) + [.finish] + [.close]
    say(words.finished)
    return effects
  }

  func drawSummary(_ summary: SummaryScreen, _ interview: Interview, on canvas: inout Canvas) {
    let layout = layout
    canvas.write(
      words.summaryCounts(summary.counts.asked, summary.counts.answered, summary.counts.remarks),
      row: 1, column: 1, width: columns - 2)
    var body = Body(width: columns - 1)
    let places = summary.places
    for (place, row) in summary.rows.enumerated() {
      draw(row, interview, isPointed: places.firstIndex(of: place) == summary.pointed, on: &body)
    }
    let stepRows = layout.hasRules ? 4 : 0
    if stepRows == 0 { drawSteps(summary, on: &body) }
    let area = Area(
      row: layout.bodyTop, column: 0, rows: layout.bodyRows - stepRows, columns: columns)
    body.draw(on: &canvas, in: area, more: words.more)
    guard stepRows > 0 else { return }
    var steps = Body(width: columns - 1)
    drawSteps(summary, on: &steps)
    let below = Area(
      row: area.row + area.rows, column: 0, rows: stepRows, columns: columns)
    steps.draw(on: &canvas, in: below, more: words.more)
  }

  private func drawSteps(_ summary: SummaryScreen, on body: inout Body) {
    let rule = String(repeating: glyphs.horizontal, count: 3)
    body.line("\(rule) \(words.next)", at: 1, style: .quiet)
    let wait = summary.blockingCount > 0 ? words.afterSettling(summary.blockingCount) : ""
    let steps = [(words.later, ""), (words.finish, wait), (words.stopHere, "")]
    for (place, step) in steps.enumerated() {
      let isPointed = summary.step == place
      let line = body.lines.count
      body.line(
        [
          .init(
            column: 1, text: isPointed ? " \(glyphs.pointer)" : "  ", style: .strong),
          .init(column: 5, text: "\(place + 1)", style: .key),
          .init(column: 7, text: step.0, style: isPointed ? .focus : .text),
          .init(column: 9 + TextWidth.width(of: step.0), text: step.1, style: .quiet),
        ], target: .init("step", place))
      if isPointed { body.markFocus(from: line, column: 7) }
    }
  }

  private func draw(
    _ row: SummaryScreen.Row, _ interview: Interview, isPointed: Bool, on body: inout Body
  ) {
    let line = body.lines.count
    switch row {
    case .heading(let text):
      if line > 0 { body.blank() }
      body.line(text, at: 1, style: .strong)
    case .section(let text): body.line(text, at: 3, style: .quiet)
    case .finding(let finding):
      let mark = finding.blocks ? glyphs.wrong : glyphs.alert
      var text = finding.matter == .required ? words.requiredWithoutAnswer : sentence(of: finding)
      if case .check(_, _, let confirmed?) = finding.matter {
        text += " (\(words.confirmed)\(confirmed.isEmpty ? "" : " : \(confirmed)"))"
      }
      drawRow(finding.spot, "\(mark) ", text, interview, isPointed, on: &body)
    case .waiting(let spot):
      drawRow(spot, "\(glyphs.open) ", words.withoutAnswer, interview, isPointed, on: &body)
    case .remark(let spot):
      let text = interview.remark(at: spot) ?? ""
      drawRow(spot, "\(glyphs.note) ", text, interview, isPointed, on: &body)
    case .answer(let spot):
      let isRoster = interview.item(at: spot).roster != nil
      let text =
        isRoster
        ? String(interview.instances(of: spot).count) : interview.shownAnswer(at: spot)
      drawRow(spot, "", text, interview, isPointed, on: &body)
    }
    if isPointed { body.markFocus(from: line, column: 5) }
  }

  private func drawRow(
    _ spot: Spot, _ mark: String, _ text: String, _ interview: Interview, _ isPointed: Bool,
    on body: inout Body
  ) {
    let number = interview.item(at: spot).number.map { $0 + " " } ?? ""
    let indent = 5 + 2 * min(interview.item(at: spot).repeats.count, 3)
    let middle = columns * 9 / 20
    let position = mark.isEmpty ? "" : interview.instanceMark(of: spot)
    let label = mark + number + interview.shortLabel(of: spot) + position
    body.line(
      [
        .init(column: 1, text: isPointed ? " \(glyphs.pointer)" : "", style: .strong),
        .init(
          column: indent,
          text: TextWidth.clipped(
            TextWidth.sanitized(label), to: max(4, middle - indent - 1), glyphs: glyphs),
          style: isPointed ? .focus : .text),
        .init(
          column: middle,
          text: TextWidth.clipped(
            TextWidth.sanitized(text), to: max(4, columns - middle - 2), glyphs: glyphs),
          style: .quiet),
      ], isEntry: true)
  }
}
