import Console
import Formulas
import Interviews
import Questions

/// The picture of an app: the same for the same value.
package func picture(of app: App) -> Canvas { app.picture() }

extension App {
  func picture() -> Canvas {
    var canvas = Canvas(columns: columns, rows: rows, glyphs: glyphs)
    if isHidden { return hiddenPicture(canvas) }
    if layout.isTooSmall {
      let lines = Wrapping.lines(of: words.tooSmall(columns, rows), width: max(1, columns))
      for (row, line) in lines.enumerated() { canvas.write(line, row: row, column: 0) }
      canvas.cursor = Canvas.Position(row: 0, column: 0)
      return canvas
    }
    drawTitle(on: &canvas)
    switch screen {
    case .home: drawHome(on: &canvas)
    case .report(let place): drawReport(place, on: &canvas)
    case .question: drawQuestion(on: &canvas)
    case .plan(let plan): if let interview { drawPlan(plan, interview, on: &canvas) }
    case .summary(let summary): if let interview { drawSummary(summary, interview, on: &canvas) }
    }
    if layout.hasRules {
      canvas.rule(row: layout.message + 1)
      switch screen {
      case .home: canvas.rule(row: 1)
      case .question, .plan, .summary, .report: canvas.rule(row: 2)
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
    if case .report = screen { return words.actions[.results] ?? "" }
    guard let interview else { return words.program }
    let kind = words.kindTitle(interview.start.kind)
    let title = interview.text(interview.questionnaire.title)
    switch screen {
    case .home, .report: return words.program
    case .question: return "\(kind)\(interview.label) · \(title)"
    case .plan: return "\(kind)\(words.plan) · \(interview.label)"
    case .summary: return "\(kind)\(words.summary) · \(interview.label) · \(title)"
    }
  }

  private var titleRight: String {
    guard interview != nil else {
      return [home.interviewer, words.offline, language.rawValue.uppercased()]
        .filter { !$0.isEmpty }.joined(separator: " · ")
    }
    switch saving {
    case .nothingYet: return ""
    case .saved(let time):
      return "\(glyphs.done) \(columns < 60 ? time : words.saved(time))"
    case .failed(let count): return "\(glyphs.wrong) \(words.notSaved(count))"
    }
  }

  private func drawMessage(on canvas: inout Canvas) {
    let lines = messageLines
    for (place, line) in lines.enumerated() {
      let row = layout.message - lines.count + 1 + place
      canvas.fill(Area(row: row, column: 0, rows: 1, columns: columns))
      canvas.write(line, row: row, column: 1, style: message?.style ?? .quiet, width: columns - 2)
    }
    // A code begun is what the next key goes to.
    if message == nil, overlay == nil, let last = lines.last, last.last == glyphs.caret {
      canvas.cursor = Canvas.Position(row: layout.message, column: TextWidth.width(of: last))
    }
  }

  /// What the message row says: a message too long for it borrows rows above, never the keys below.
  var messageLines: [String] {
    guard let message else { return status.isEmpty ? [] : [status] }
    let lines = Wrapping.lines(of: TextWidth.sanitized(message.text), width: columns - 2)
    return Array(lines.prefix(max(1, min(3, layout.bodyRows / 2))))
  }

  /// How many rows above its own the message takes.
  var borrowedRows: Int { message == nil ? 0 : max(0, messageLines.count - 1) }

  /// What the screen says while nothing else is to be said.
  private var status: String {
    guard overlay == nil else { return "" }
    if screen == .home { return homeStatus }
    guard let interview else { return "" }
    switch screen {
    case .home, .summary, .report: return ""
    case .plan(let plan): return status(of: plan)
    case .question:
      guard let editor, let spot = interview.position else { return "" }
      return editor.status(in: context(interview, spot))
    }
  }

  private func drawKeys(on canvas: inout Canvas) {
    let (field, global) = shownKeys
    drawHelpRow(field, from: 0, row: layout.fieldKeys, on: &canvas)
    guard layout.hasGlobalKeys else { return }
    drawHelpRow(global, from: field.count, row: layout.fieldKeys + 1, on: &canvas)
  }

  /// What the help rows are made from: the keys of the field, then the common ones.
  var shownKeys: ([Binding], [Binding]) {
    switch overlay {
    case .help: return (Bindings.help, [])
    case .panel(let panel): return (panel.bindings, [])
    case nil: break
    }
    let own: [Binding]
    let hidesSpecials = hidesSpecials
    switch screen {
    case .home: own = homeBindings
    case .report(let place): own = reportBindings(place)
    case .plan: own = Bindings.plan
    case .summary: own = summaryKeys
    case .question:
      let canScroll = canScroll
      own =
        (editor?.bindings ?? []).filter { canScroll || $0.action != .scroll }
        + (hidesSpecials ? [Bindings.special] : [])
    }
    switch screen {
    case .home, .plan, .report:
      let half = own.filter { $0.priority >= 8 }
      return layout.hasGlobalKeys
        ? (half, own.filter { $0.priority < 8 }) : (own, [])
    case .question, .summary:
      // One row left for keys: the menu must stay in it.
      let global = screen.commonBindings.filter { $0.action != .special || !hidesSpecials }
      let menu = global.filter { $0.action == .menu }.map { $0.withPriority(10) }
      return layout.hasGlobalKeys ? (own, global) : (own + menu, [])
    }
  }

  /// Whether special answers are offered that no digit gives.
  private var hidesSpecials: Bool {
    guard case .question = screen, let interview, let spot = interview.position, let editor,
      editor.hidesSpecials
    else { return false }
    return interview.item(at: editor.target(spot)).question?.missing.isEmpty == false
  }

  /// Whether what is read is longer than the screen.
  private var canScroll: Bool {
    guard let interview, let spot = interview.position, let editor, editor.scrolls else {
      return false
    }
    let context = context(interview, spot)
    return context.lineCount > context.rows
  }

  private func drawHelpRow(
    _ bindings: [Binding], from first: Int, row: Int, on canvas: inout Canvas
  ) {
    let width = columns - 1
    var column = 1
    for entry in bindings.helpRow(in: words, width: width) {
      let start = column
      column += canvas.write(entry.key, row: row, column: column, style: .key) + 1
      column += canvas.write(entry.label, row: row, column: column, style: .text)
      canvas.hit(.init(.key, first + entry.place), row: row, columns: start..<column)
      column += HelpEntry.gap(in: width)
    }
  }
}

extension Binding {
  func withPriority(_ priority: Int) -> Binding {
    Binding(keys, action, shown: shown, priority: priority)
  }
}
