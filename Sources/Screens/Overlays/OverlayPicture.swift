import Console

// What lies over the screen, drawn.

extension App {
  func drawOverlay(on canvas: inout Canvas) {
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
      body.text(
        option, at: 6, style: isPointed ? .focus : .text, target: .init(.option, place))
      body.append(
        .init(column: 2, text: isPointed ? String(glyphs.pointer) : " ", style: .strong), to: line)
      body.append(.init(column: 4, text: code, style: .key), to: line)
      if isPointed { body.markFocus(from: line, column: 6) }
    }
    drawPanelField(panel, on: &body)
    if layout.hasRules { body.blank() }
    let most = layout.fieldKeys - 1
    let rows = min(body.lines.count + 2, most)
    let top = max(1, min(layout.bodyTop + 2, layout.fieldKeys - 1 - rows))
    let area = Area(row: top, column: (columns - width) / 2, rows: rows, columns: width)
    canvas.fill(Area(row: area.row, column: 0, rows: area.rows, columns: columns))
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
