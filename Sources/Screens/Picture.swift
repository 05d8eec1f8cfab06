import Console
import Formulas
import Interviews
import Questions

/// The picture of an app: the same for the same value.
package func picture(of app: App) -> Canvas { app.picture() }

extension App {
  func picture() -> Canvas {
    var canvas = Canvas(columns: columns, rows: rows, glyphs: glyphs)
    if layout.isTooSmall {
      canvas.write(words.tooSmall(columns, rows), row: 0, column: 0)
      canvas.cursor = Canvas.Position(row: 0, column: 0)
      return canvas
    }
    drawTitle(on: &canvas)
    switch screen {
    case .home: drawHome(on: &canvas)
    case .question: drawQuestion(on: &canvas)
    case .plan(let plan): if let interview { drawPlan(plan, interview, on: &canvas) }
    case .summary(let summary): if let interview { drawSummary(summary, interview, on: &canvas) }
    }
    if layout.hasRules {
      canvas.rule(row: layout.message + 1)
      switch screen {
      case .home: canvas.rule(row: 1)
      case .question, .plan, .summary: canvas.rule(row: 2)
      }
    }
    drawOverlay(on: &canvas)
    drawMessage(on: &canvas)
    drawKeys(on: &canvas)
    return canvas
  }

  private func drawTitle(on canvas: inout Canvas) {
    let area = Area(row: 0, column: 0, rows: 1, columns: columns)
    canvas.fill(area, style: .title)
    let right = titleRight
    let room = columns - TextWidth.width(of: right) - 4
    canvas.write(titleLeft, row: 0, column: 1, style: .title, width: room)
    canvas.write(right, row: 0, endingAt: columns - 1, style: .title)
  }

  private var titleLeft: String {
    guard let interview else { return words.program }
    let kind = interview.start.kind == .training ? "\(words.training) · " : ""
    let title = interview.text(interview.questionnaire.title)
    switch screen {
    case .home: return words.program
    case .question: return "\(kind)\(interview.label) · \(title)"
    case .plan: return "\(words.plan) · \(interview.label)"
    case .summary: return "\(words.summary) · \(interview.label) · \(title)"
    }
  }

  private var titleRight: String {
    guard interview != nil else {
      return "\(home.station) · \(words.offline) · \(language.rawValue.uppercased())"
    }
    switch saving {
    case .nothingYet: return words.notYetSaved
    case .saved(let time): return words.saved(time)
    case .failed: return words.notSaved
    }
  }

  private func drawMessage(on canvas: inout Canvas) {
    let row = layout.message
    if let message {
      let style: Style =
        switch message.weight {
        case .plain: .text
        case .warning: .warning
        case .error: .error
        }
      let lines = Wrapping.lines(of: TextWidth.sanitized(message.text), width: columns - 2)
      // A message too long for its row borrows the rows above it, never the keys below.
      let shown = lines.prefix(max(1, min(3, layout.bodyRows / 2)))
      for (place, line) in shown.enumerated() {
        let at = row - shown.count + 1 + place
        canvas.fill(Area(row: at, column: 0, rows: 1, columns: columns))
        canvas.write(line, row: at, column: 1, style: style)
      }
    } else if overlay == nil, case .question = screen, let interview, let editor,
      let spot = interview.position
    {
      let status = editor.status(in: context(interview, spot))
      canvas.write(status, row: row, column: 1, style: .quiet, width: columns - 2)
    }
  }

  private func drawKeys(on canvas: inout Canvas) {
    let (field, global) = keyTables
    drawHelpRow(field, row: layout.fieldKeys, on: &canvas)
    if layout.hasGlobalKeys { drawHelpRow(global, row: layout.fieldKeys + 1, on: &canvas) }
  }

  private var keyTables: ([Binding], [Binding]) {
    switch overlay {
    case .help: return (Bindings.help, [])
    case .panel(let panel): return (panel.bindings, [])
    case nil: break
    }
    let own: [Binding]
    switch screen {
    case .home: own = Bindings.home
    case .plan: own = Bindings.plan
    case .summary: own = Bindings.summary
    case .question: own = editor?.bindings ?? []
    }
    switch screen {
    case .home, .plan:
      let half = own.filter { $0.priority >= 8 }
      return layout.hasGlobalKeys
        ? (half, own.filter { $0.priority < 8 }) : (own, [])
    case .question, .summary:
      // One row left for keys: the menu must stay in it.
      let global = screen.commonBindings
      let menu = global.filter { $0.action == .menu }.map { $0.withPriority(10) }
      return layout.hasGlobalKeys ? (own, global) : (own + menu, [])
    }
  }

  private func drawHelpRow(_ bindings: [Binding], row: Int, on canvas: inout Canvas) {
    var column = 1
    for entry in bindings.helpRow(in: words, width: columns - 2) {
      column += canvas.write(entry.key, row: row, column: column, style: .key) + 1
      column += canvas.write(entry.label, row: row, column: column, style: .text) + 3
    }
  }
}

extension Binding {
  func withPriority(_ priority: Int) -> Binding {
    Binding(keys, action, shown: shown, priority: priority)
  }
}

// The question.
extension App {
  private func drawQuestion(on canvas: inout Canvas) {
    guard let interview, let spot = interview.position, let editor else { return }
    let layout = layout
    drawSection(interview, spot, on: &canvas)
    let context = context(interview, spot)
    let area = Area(
      row: layout.bodyTop, column: 0, rows: layout.bodyRows, columns: layout.measure)
    body(editor, in: context).draw(on: &canvas, in: area, more: words.more)
  }

  /// Section, number and progress: on the second row.
  private func drawSection(_ interview: Interview, _ spot: Spot, on canvas: inout Canvas) {
    let progress = interview.progress
    let percent = progress.of == 0 ? 0 : progress.done * 100 / progress.of
    let number = String(percent) + "\u{A0}%"
    let barWidth = columns >= 80 ? 20 : columns >= 60 ? 10 : 0
    var end = columns - 1
    canvas.write(number, row: 1, endingAt: end)
    end -= 6
    if barWidth > 0 {
      let full = progress.of == 0 ? 0 : progress.done * barWidth / progress.of
      let bar =
        String(repeating: glyphs.barFull, count: full)
        + String(repeating: glyphs.barEmpty, count: barWidth - full)
      canvas.write(bar, row: 1, endingAt: end, style: .quiet)
      end -= barWidth + 1
    }
    let place = place(of: spot, interview)
    let room = end - 2
    let section = sectionTitle(interview, spot)
    let width = room - TextWidth.width(of: place) - 3
    let shown = TextWidth.clipped(TextWidth.sanitized(section), to: max(0, width), glyphs: glyphs)
    canvas.write(
      shown.isEmpty ? place : "\(shown) · \(place)", row: 1, column: 1, width: max(0, room))
  }

  func sectionTitle(_ interview: Interview, _ spot: Spot) -> String {
    if let roster = interview.roster(ofFrame: spot.frame) {
      let instances = interview.instances(of: roster)
      let position = instances.firstIndex(of: spot.frame).map { $0 + 1 } ?? 1
      return "\(interview.title(ofInstance: spot.frame)) (\(position)/\(instances.count))"
    }
    return interview.section(of: spot)?.label.map { interview.text($0, at: spot) } ?? ""
  }

  private func place(of spot: Spot, _ interview: Interview) -> String {
    if interview.item(at: spot).question?.kind.holdsAnswer == false { return words.information }
    let isInside = interview.roster(ofFrame: spot.frame) != nil
    let route = isInside ? interview.route(inInstance: spot.frame) : interview.route
    let asked = route.filter { interview.item(at: $0).question?.kind.holdsAnswer ?? true }
    let number = asked.firstIndex(of: spot).map { $0 + 1 } ?? asked.count
    return words.questionOf(number, asked.count)
  }

  /// The wording, the hint and the longer text, then the editor.
  func body(_ editor: Editor, in context: EditorContext) -> Body {
    let interview = context.interview
    let item = interview.item(at: context.spot)
    var body = Body(width: context.width)
    if layout.hasRules { body.blank() }
    let number = item.number.map { $0 + ". " } ?? ""
    let label = item.label.map { interview.text($0, at: context.spot) } ?? item.name
    let flag = editor.flag(in: context)
    let flagWidth = flag.isEmpty ? 0 : TextWidth.width(of: flag) + 2
    let hanging = number.isEmpty ? 0 : min(TextWidth.width(of: number), 8)
    let isWide = context.width >= 60
    let first = body.lines.count
    let width = context.width - (isWide ? flagWidth : 0)
    for line in Wrapping.lines(
      of: TextWidth.sanitized(number + label), width: max(8, width - 1), hanging: hanging)
    {
      body.line(line, at: 1, style: .strong)
    }
    if !flag.isEmpty {
      if isWide {
        body.append(
          .init(column: context.width - flagWidth + 2, text: flag, style: .quiet), to: first)
      } else {
        body.line(flag, at: 1 + hanging, style: .quiet)
      }
    }
    if let hint = item.hint {
      body.text(interview.text(hint, at: context.spot), at: 1 + hanging, style: .quiet)
    }
    if let text = item.text {
      body.blank()
      body.text(interview.text(text, at: context.spot), at: 3)
    }
    if layout.hasRules { body.blank() }
    editor.draw(on: &body, in: context)
    if let remark = interview.remark(at: context.spot) {
      body.blank()
      body.text(words.noteIs(remark), at: 1, style: .quiet)
    }
    return body
  }
}

// What lies over the screen.
extension App {
  private func drawOverlay(on canvas: inout Canvas) {
    switch overlay {
    case .help(let page):
      canvas.forgetHits()
      drawHelp(page, on: &canvas)
    case .panel(let panel):
      canvas.forgetHits()
      drawPanel(panel, on: &canvas)
    case nil: break
    }
  }

  private func drawPanel(_ panel: Panel, on canvas: inout Canvas) {
    let width = min(columns - 2, 76)
    var body = Body(width: width - 2)
    if layout.hasRules { body.blank() }
    for line in panel.text { body.text(line, at: 2) }
    if !panel.text.isEmpty, layout.hasRules { body.blank() }
    for (place, option) in panel.options.enumerated() {
      let isPointed = place == panel.pointed
      let line = body.lines.count
      let code = place < 9 ? "\(place + 1)" : " "
      body.line(
        [
          .init(column: 2, text: isPointed ? String(glyphs.pointer) : " ", style: .strong),
          .init(column: 4, text: code, style: .key),
          .init(column: 6, text: option, style: isPointed ? .focus : .text),
        ], target: .init("option", place))
      if isPointed { body.markFocus(from: line, column: 6) }
    }
    drawPanelField(panel, on: &body)
    if layout.hasRules { body.blank() }
    let most = layout.fieldKeys - 1
    let rows = min(body.lines.count + 2, most)
    let top = max(1, min(layout.bodyTop + 2, layout.fieldKeys - 1 - rows))
    let area = Area(row: top, column: (columns - width) / 2, rows: rows, columns: width)
    canvas.box(area)
    canvas.write(
      " \(panel.title) ", row: area.row, column: area.column + 2, style: .strong,
      width: width - 4)
    body.draw(on: &canvas, in: area.inside, more: words.more)
  }

  private func drawPanelField(_ panel: Panel, on body: inout Body) {
    guard let label = panel.fieldLabel else { return }
    if !panel.options.isEmpty, layout.hasRules { body.blank() }
    body.text(label, at: 2, style: .quiet)
    let width = max(6, body.width - 6)
    let window = panel.field.window(width: width)
    let padding = String(repeating: " ", count: max(0, width - TextWidth.width(of: window.text)))
    let line = body.lines.count
    body.line([
      .init(column: 2, text: "[", style: .quiet),
      .init(
        column: 3, text: window.text + padding,
        style: panel.isOnField ? .field.focused : .field),
      .init(column: 3 + width, text: "]", style: .quiet),
    ])
    if panel.isOnField { body.markFocus(from: line, column: 3 + window.caretColumn) }
  }
}
