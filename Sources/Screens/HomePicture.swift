import Console
import Formulas
import Interviews
import Questions

// The home screen, drawn.

extension App {
  /// What stands on a row of it.
  private enum HomeRow {
    case blank
    case head
    case none
    case entry(Int)
    case newInterview
    case noForm
    case form(Int)
  }

  /// The rows, none made before it is drawn: there may be fifty thousand entries.
  private struct HomeRows {
    let above: [HomeRow]
    let entryCount: Int
    let below: [HomeRow]
    let formCount: Int

    var count: Int { above.count + entryCount + below.count + formCount }

    subscript(place: Int) -> HomeRow {
      var rest = place
      if rest < above.count { return above[rest] }
      rest -= above.count
      if rest < entryCount { return .entry(rest) }
      rest -= entryCount
      return rest < below.count ? below[rest] : .form(rest - below.count)
    }

    /// Where what is pointed at stands: an entry, then a form.
    func place(ofPointed pointed: Int) -> Int {
      guard entryCount + formCount > 0 else { return 0 }
      return above.count + pointed + (pointed < entryCount ? 0 : below.count)
    }

    /// How many of these rows can be pointed at.
    func entryCount(in places: Range<Int>) -> Int {
      let entries = above.count..<above.count + entryCount
      return places.clamped(to: entries).count
        + places.clamped(to: count - formCount..<count).count
    }
  }

  func drawHome(on canvas: inout Canvas) {
    let layout = layout
    let top = layout.hasRules ? 2 : 1
    let count = words.homeCount(home.saidCount)
    let search = words.search + home.search
    canvas.write(search, row: top, column: 1, width: columns - TextWidth.width(of: count) - 4)
    canvas.write(count, row: top, endingAt: columns - 1, style: .quiet)
    let hasLegend = layout.hasGlobalKeys && !home.entries.isEmpty
    if hasLegend { canvas.write(homeLegend, row: layout.message - 1, column: 1, style: .quiet) }
    let rows = homeRows
    let area = Area(
      row: top + 1, column: 0, rows: max(0, layout.message - top - (hasLegend ? 2 : 1)),
      columns: columns)
    let pointed = rows.place(ofPointed: home.pointed)
    drawList(
      rows.count, pointed: pointed, in: area, on: &canvas, entryCount: rows.entryCount(in:)
    ) { place, body in
      draw(rows[place], isPointed: place == pointed, on: &body)
    }
    if !home.search.isEmpty {
      canvas.cursor = Canvas.Position(
        row: top, column: min(columns - 1, 1 + TextWidth.width(of: search)))
    }
  }

  private var homeRows: HomeRows {
    let above: [HomeRow] =
      (layout.hasRules ? [.blank, .head] : [.head]) + (home.found.isEmpty ? [.none] : [])
    let offers = home.search.isEmpty && home.shelf == .interviews
    let below: [HomeRow] =
      offers ? [.blank, .newInterview] + (home.forms.isEmpty ? [.noForm] : []) : []
    return HomeRows(
      above: above, entryCount: home.found.count, below: below,
      formCount: offers ? home.forms.count : 0)
  }

  private func draw(_ row: HomeRow, isPointed: Bool, on body: inout Body) {
    switch row {
    case .blank: body.blank()
    case .head: drawHead(on: &body)
    case .none:
      let (reason, way) = nothingListed
      body.text("\(reason) \(way)".trimmed, at: 3, style: .quiet)
    case .entry(let place): draw(home.found[place], place, isPointed, on: &body)
    case .newInterview: body.line(words.newInterview, at: 1, style: .strong)
    case .noForm:
      body.line(
        TextWidth.clipped(words.noForm, to: columns - 4, glyphs: glyphs), at: 3, style: .error)
    case .form(let place): draw(home.forms[place], place, isPointed, on: &body)
    }
    if isPointed { body.markFocus(from: body.lines.count - 1, column: 3) }
  }

  /// Why no interview is listed, and which key goes on from there.
  var nothingListed: (reason: String, way: String) {
    if !home.search.isEmpty { return (words.noMatch(home.search), words.escapeClears) }
    switch home.shelf {
    case .trash: return (words.trashEmpty, "")
    case .interviews where home.trashCount > 0:
      return (words.onlyTrash(home.trashCount), words.viewTrash)
    case .interviews: return (words.noInterview, words.enterStarts)
    }
  }

  private func draw(_ form: HomeForm, _ place: Int, _ isPointed: Bool, on body: inout Body) {
    let end = columns - 1 - TextWidth.width(of: form.version)
    let title = TextWidth.clipped(
      TextWidth.sanitized(form.title(in: language)), to: max(8, end - 7), glyphs: glyphs)
    body.line(
      [
        pointer(isPointed),
        .init(column: 3, text: "+", style: .text),
        .init(column: 5, text: title, style: isPointed ? .focus : .text),
        .init(column: end, text: form.version, style: .quiet),
      ], target: .init(.row, home.found.count + place), isEntry: true)
  }

  private func drawHead(on body: inout Body) {
    let title = home.shelf == .trash ? words.trashTitle : words.interviews
    var runs = [Body.Run(column: 1, text: title, style: .strong)]
    if columns >= 70, !home.entries.isEmpty {
      runs.append(.init(column: columns / 2 - 6, text: words.columns.form, style: .quiet))
      runs.append(.init(column: columns - 24, text: words.columns.progress, style: .quiet))
    }
    body.line(runs)
  }

  private func draw(_ entry: HomeEntry, _ place: Int, _ isPointed: Bool, on body: inout Body) {
    let isWide = columns >= 70
    let hasForm = isWide || home.hasSeveralForms && columns >= Self.fewestWithForm
    let middle = isWide ? columns / 2 - 6 : hasForm ? columns / 2 - 8 : columns - 22
    let end = isWide ? columns - 24 : columns - 21
    let label = TextWidth.sanitized(words.kindMark(entry.kind) + entry.label)
    var runs = [
      pointer(isPointed),
      Body.Run(
        column: 3, text: TextWidth.clipped(label, to: max(6, middle - 5), glyphs: glyphs),
        style: isPointed ? .focus : .text),
    ]
    if hasForm {
      let shown = TextWidth.clipped(
        TextWidth.sanitized(home.title(of: entry, in: language)), to: max(4, end - middle - 2),
        glyphs: glyphs)
      runs.append(.init(column: middle, text: shown, style: .quiet))
    }
    let state = state(of: entry)
    let export = entry.isExported ? " \(glyphs.up)" : ""
    runs.append(.init(column: end, text: "\(state.mark) \(state.text)\(export)", style: .text))
    let note = entry.remarkCount > 0 ? "\(glyphs.note) " : ""
    let time = note + entry.updated
    runs.append(
      .init(column: columns - 1 - TextWidth.width(of: time), text: time, style: .quiet))
    body.line(runs, target: .init(.row, place), isEntry: true)
  }

  private func state(of entry: HomeEntry) -> (mark: Character, text: String) {
    let states = words.states
    if entry.fault != nil { return (glyphs.wrong, words.unreadable) }
    switch entry.status {
    case .inProgress where entry.needsCheck && entry.done == entry.of:
      return (glyphs.alert, states.check)
    case .inProgress: return (glyphs.partial, "\(entry.done)/\(entry.of)")
    case .finished where entry.isRefused: return (glyphs.offRoute, states.refused)
    case .finished: return (glyphs.done, states.done)
    case .stopped: return (glyphs.offRoute, states.stopped)
    case .withdrawn: return (glyphs.offRoute, states.withdrawn)
    }
  }

  /// Narrower, a row has no room for the questionnaire's title.
  private static let fewestWithForm = 56

  /// What no export holds yet, and how answers are kept, as far as there is room.
  ///
  /// First what was just put in the trash: the way to take it back must not go with the next key.
  /// Where a row is too narrow for it, the questionnaire of the interview pointed at.
  var homeStatus: String {
    if let entry = home.trashed.last, home.shelf == .interviews {
      return words.trashed(entry.label)
    }
    let count = home.unexportedCount
    if home.hasSeveralForms, columns < Self.fewestWithForm, case .entry(let entry)? = home.target {
      let title = TextWidth.sanitized(home.title(of: entry, in: language))
      let said = count > 0 ? "\(words.toExport(count)) · \(title)" : title
      return TextWidth.clipped(said, to: columns - 2, glyphs: glyphs)
    }
    let storage = words.storage(home.storage)
    if count == 0 { return storage }
    let ways = [
      "\(words.unexported(count)) \(storage)", "\(words.toExport(count)) · \(storage)",
      "\(words.toExport(count)) · \(words.storageBriefly(home.storage))",
    ]
    return ways.first { TextWidth.width(of: $0) <= columns - 2 } ?? words.toExport(count)
  }

  /// The same in words alone, for line mode.
  func spokenState(of entry: HomeEntry) -> String {
    state(of: entry).text + (entry.isExported ? ", \(words.states.exported)" : "")
  }

  /// What the marks of the list say.
  private var homeLegend: String {
    let states = words.states
    let marks = [
      (glyphs.partial, states.going), (glyphs.alert, states.check), (glyphs.done, states.done),
      (glyphs.offRoute, states.stopped), (glyphs.up, states.exported), (glyphs.note, states.note),
    ].map { "\($0) \($1)" }
    let wide = marks.joined(separator: "   ")
    return TextWidth.width(of: wide) <= columns - 2 ? wide : marks.joined(separator: "  ")
  }

  private func pointer(_ isPointed: Bool) -> Body.Run {
    .init(column: 1, text: isPointed ? String(glyphs.pointer) : " ", style: .strong)
  }
}
