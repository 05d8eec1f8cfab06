import Console
import Formulas
import Interviews

// The home screen, drawn.

extension App {
  func drawHome(on canvas: inout Canvas) {
    let layout = layout
    let top = layout.hasRules ? 2 : 1
    let count = words.homeCount(home.saidCount)
    let search = words.search + home.search
    canvas.write(search, row: top, column: 1, width: columns - TextWidth.width(of: count) - 4)
    canvas.write(count, row: top, endingAt: columns - 1, style: .quiet)
    let found = home.foundCount
    var body = Body(width: columns)
    if layout.hasRules { body.blank() }
    drawHead(on: &body)
    if home.entries.isEmpty { body.text(words.noInterview, at: 3, style: .quiet) }
    // What cannot be seen is not drawn: there may be fifty thousand.
    let near = max(0, home.pointed - rows)..<home.pointed + rows
    let drawn = near.clamped(to: 0..<found)
    body.skip(drawn.lowerBound)
    for place in drawn { draw(home.found(place), place, on: &body) }
    body.skip(found - drawn.upperBound)
    if home.search.isEmpty { drawForms(after: found, on: &body) }
    let area = Area(
      row: top + 1, column: 0, rows: max(0, layout.message - top - 1), columns: columns)
    body.draw(on: &canvas, in: area, more: words.more)
    if !home.search.isEmpty {
      canvas.cursor = Canvas.Position(
        row: top, column: min(columns - 1, 1 + TextWidth.width(of: search)))
    }
  }

  private func drawForms(after count: Int, on body: inout Body) {
    body.blank()
    body.line(words.newInterview, at: 1, style: .strong)
    if home.forms.isEmpty { body.text(words.noForm, at: 3, style: .error) }
    for (place, form) in home.forms.enumerated() {
      let line = body.lines.count
      let isPointed = home.pointed == count + place
      let end = columns - 1 - TextWidth.width(of: form.version)
      body.line(
        [
          pointer(isPointed),
          .init(column: 3, text: "+", style: .text),
          .init(
            column: 5,
            text: TextWidth.clipped(
              TextWidth.sanitized(form.title(in: language)), to: max(8, end - 7),
              glyphs: glyphs),
            style: isPointed ? .focus : .text),
          .init(column: end, text: form.version, style: .quiet),
        ], target: .init(.row, count + place), isEntry: true)
      if isPointed { body.markFocus(from: line, column: 5) }
    }
  }

  private func drawHead(on body: inout Body) {
    var runs = [Body.Run(column: 1, text: words.interviews, style: .strong)]
    if columns >= 70, !home.entries.isEmpty {
      runs.append(.init(column: columns / 2 - 6, text: words.columns.form, style: .quiet))
      runs.append(.init(column: columns - 24, text: words.columns.progress, style: .quiet))
    }
    body.line(runs)
  }

  private func draw(_ entry: HomeEntry, _ place: Int, on body: inout Body) {
    let isPointed = home.pointed == place
    let line = body.lines.count
    let isWide = columns >= 70
    let middle = isWide ? columns / 2 - 6 : columns - 22
    let end = isWide ? columns - 24 : columns - 21
    var runs = [
      pointer(isPointed),
      Body.Run(
        column: 3,
        text: TextWidth.clipped(
          TextWidth.sanitized(entry.label), to: max(6, middle - 5), glyphs: glyphs),
        style: isPointed ? .focus : .text),
    ]
    if isWide {
      runs.append(
        .init(
          column: middle,
          text: TextWidth.clipped(
            TextWidth.sanitized(entry.form), to: max(4, end - middle - 2), glyphs: glyphs),
          style: .quiet))
    }
    runs.append(.init(column: end, text: state(of: entry), style: .text))
    let note = entry.remarkCount > 0 ? "\(glyphs.note) " : ""
    let time = note + entry.updated
    runs.append(
      .init(column: columns - 1 - TextWidth.width(of: time), text: time, style: .quiet))
    body.line(runs, target: .init(.row, place), isEntry: true)
    if isPointed { body.markFocus(from: line, column: 3) }
  }

  private func state(of entry: HomeEntry) -> String {
    if entry.fault != nil { return "\(glyphs.wrong) \(words.unreadable)" }
    switch entry.status {
    case .inProgress where entry.needsCheck && entry.done == entry.of:
      return "\(glyphs.alert) \(words.states.check)"
    case .inProgress: return "\(glyphs.partial) \(entry.done)/\(entry.of)"
    case .finished: return "\(glyphs.done) \(words.states.done)"
    case .stopped, .withdrawn: return "\(glyphs.offRoute) \(words.states.stopped)"
    }
  }

  private func pointer(_ isPointed: Bool) -> Body.Run {
    .init(column: 1, text: isPointed ? String(glyphs.pointer) : " ", style: .strong)
  }
}
