import Console
import Formulas
import Interviews
import Questions

/// Which questions the plan shows.
package enum PlanFilter: CaseIterable, Hashable, Sendable {
  case all
  case remaining
  case toCheck
  case remarks
}

/// The whole questionnaire, every question with its state: to find one and go there.
struct PlanScreen: Hashable {
  enum Row: Hashable {
    /// A top-level group, by item.
    case section(Int)
    case stop(Spot)
  }

  private(set) var search = ""
  private(set) var filter = PlanFilter.all
  private(set) var pointed = 0
  /// Sections whose questions are hidden, by item.
  private var folded: Set<Int> = []
  private(set) var rows: [Row] = []

  init(_ interview: Interview) {
    let here = interview.position.flatMap { interview.section(of: $0)?.index }
    folded = Set(interview.everyStop.compactMap { interview.section(of: $0)?.index })
    if let here { folded.remove(here) }
    rows = Self.rows(interview, search, filter, folded)
    pointed = interview.position.flatMap { rows.firstIndex(of: .stop($0)) } ?? 0
  }

  private static func rows(
    _ interview: Interview, _ search: String, _ filter: PlanFilter, _ folded: Set<Int>
  ) -> [Row] {
    let wanted = Fold.fold(search)
    let warned = filter == .toCheck ? Set(interview.findings.map(\.spot)) : []
    let isPlain = wanted.isEmpty && filter == .all
    var rows: [Row] = []
    var section: Int?
    for spot in interview.everyStop {
      guard keeps(spot, interview, wanted, filter, warned) else { continue }
      let own = interview.section(of: spot)?.index
      if let own, own != section { rows.append(.section(own)) }
      section = own
      if isPlain, let own, folded.contains(own) { continue }
      rows.append(.stop(spot))
    }
    return rows
  }

  private static func keeps(
    _ spot: Spot, _ interview: Interview, _ wanted: String, _ filter: PlanFilter,
    _ warned: Set<Spot>
  ) -> Bool {
    if !wanted.isEmpty {
      let item = interview.item(at: spot)
      let label = item.label.map { interview.text($0, at: spot) } ?? ""
      let text = Fold.fold(
        "\(item.number ?? "") \(item.name) \(interview.shortLabel(of: spot)) \(label)")
      if !text.contains(wanted) { return false }
    }
    switch filter {
    case .all: return true
    case .remaining: return interview.isAsked(spot) && interview.isRemaining(spot)
    case .toCheck: return warned.contains(spot)
    case .remarks: return interview.remark(at: spot) != nil
    }
  }

  /// The same view of an interview that has changed.
  func refreshed(in interview: Interview?) -> PlanScreen {
    guard let interview else { return self }
    var copy = self
    copy.rows = Self.rows(interview, search, filter, folded)
    copy.pointed = min(pointed, max(0, copy.rows.count - 1))
    return copy
  }

  mutating func press(_ key: Key, _ action: Action?, _ interview: Interview) {
    switch (action, key) {
    case (.point, .up): pointed -= 1
    case (.point, .down): pointed += 1
    case (.point, .home): pointed = 0
    case (.point, .end): pointed = rows.count - 1
    case (.pages, .pageUp): pointed -= 10
    case (.pages, .pageDown): pointed += 10
    case (.filter, _): turn(key == .backTab ? -1 : 1)
    case (.type, .character(let character)): search += String(character)
    case (.type, .paste(let text)): search += text.prefix(80)
    case (.erase, .backspace): search = String(search.dropLast())
    case (.erase, _): search = ""
    case (.visit, _), (.fold, _): fold(key)
    default: break  // Pairs with a key that does nothing here: see `Bindings.plan`.
    }
    search = String(search.prefix(80))
    self = refreshed(in: interview)
    pointed = min(max(pointed, 0), max(0, rows.count - 1))
  }

  private mutating func turn(_ step: Int) {
    let all = PlanFilter.allCases
    let here = all.firstIndex(of: filter) ?? 0
    filter = all[(here + step + all.count) % all.count]
    pointed = 0
  }

  private mutating func fold(_ key: Key) {
    guard rows.indices.contains(pointed), case .section(let section) = rows[pointed] else { return }
    let isFolded = folded.contains(section)
    if key == .left || (key == .enter && !isFolded) {
      folded.insert(section)
    } else {
      folded.remove(section)
    }
  }

  func isFolded(_ section: Int) -> Bool { folded.contains(section) }
}

extension App {
  mutating func openPlan() -> [Effect] {
    guard let interview else { return [] }
    keepDraft()
    message = nil
    screen = .plan(PlanScreen(interview))
    return []
  }

  mutating func pressPlan(_ key: Key) -> [Effect] {
    guard let interview, case .plan(var plan) = screen else { return [] }
    let action = Bindings.plan.action(for: key)
    message = nil
    switch action {
    case .close:
      arrive()
      return []
    case .remaining, .quit, .help, .redraw, .language: return action.flatMap { perform($0) } ?? []
    case .visit:
      if plan.rows.indices.contains(plan.pointed), case .stop(let spot) = plan.rows[plan.pointed] {
        guard interview.isAsked(spot) else {
          say(words.skipped)
          return []
        }
        return go(to: spot)
      }
    default: break  // The plan's own keys.
    }
    plan.press(key, action, interview)
    screen = .plan(plan)
    return []
  }

  func drawPlan(_ plan: PlanScreen, _ interview: Interview, on canvas: inout Canvas) {
    let layout = layout
    let search = words.search + plan.search
    canvas.write(search, row: 1, column: 1)
    canvas.cursor = Canvas.Position(row: 1, column: 1 + TextWidth.width(of: search))
    let filters = PlanFilter.allCases.map { filter in
      let name = words.filters[filter] ?? ""
      return filter == plan.filter ? "[\(name)]" : name
    }.joined(separator: " ")
    let room = columns - TextWidth.width(of: search) - 4
    if TextWidth.width(of: filters) <= room {
      canvas.write(filters, row: 1, endingAt: columns - 1, style: .quiet)
    }
    let findings = Dictionary(grouping: interview.findings, by: \.spot)
    var body = Body(width: columns - 1)
    for (place, row) in plan.rows.enumerated() {
      let line = body.lines.count
      switch row {
      case .section(let item):
        drawSection(item, plan, interview, isPointed: place == plan.pointed, on: &body)
      case .stop(let spot):
        drawStop(spot, interview, findings[spot] ?? [], place == plan.pointed, on: &body)
      }
      body.markEntry(line)
      if place == plan.pointed { body.markFocus(from: line, column: 1) }
    }
    let area = Area(
      row: layout.bodyTop, column: 0, rows: layout.bodyRows, columns: columns)
    let cursor = canvas.cursor
    body.draw(on: &canvas, in: area, more: words.more)
    if !plan.search.isEmpty { canvas.cursor = cursor }
  }

  private func drawSection(
    _ item: Int, _ plan: PlanScreen, _ interview: Interview, isPointed: Bool, on body: inout Body
  ) {
    let stops = interview.everyStop.filter {
      interview.section(of: $0)?.index == item && interview.isAsked($0)
    }
    let done = stops.count { !interview.isRemaining($0) }
    let glyph = done == stops.count ? glyphs.done : done == 0 ? glyphs.open : glyphs.partial
    let label = interview.questionnaire.items[item].label.map { interview.text($0) } ?? ""
    let count = "\(done)/\(stops.count)"
    body.line([
      .init(column: 1, text: isPointed ? String(glyphs.pointer) : " ", style: .strong),
      .init(
        column: 3,
        text: TextWidth.clipped(
          TextWidth.sanitized("\(glyph) \(label)"), to: columns - 14, glyphs: glyphs),
        style: isPointed ? .focus : .strong),
      .init(column: columns - 9, text: count, style: .quiet),
    ])
  }

  private func drawStop(
    _ spot: Spot, _ interview: Interview, _ findings: [Finding], _ isPointed: Bool,
    on body: inout Body
  ) {
    let presence = interview.presence(at: spot)
    let isSkipped = !interview.isAsked(spot)
    let answer = isSkipped ? words.skipped : interview.shownAnswer(at: spot)
    let indent = 5 + 2 * min(interview.item(at: spot).repeats.count, 3)
    let number = interview.item(at: spot).number.map { $0 + " " } ?? ""
    let label = number + interview.shortLabel(of: spot)
    let middle = columns * 9 / 20
    let style: Style = isPointed ? .focus : isSkipped ? .faint : .text
    let mark = interview.remark(at: spot) == nil ? "" : " \(glyphs.note)"
    body.line(
      [
        .init(column: 1, text: isPointed ? String(glyphs.pointer) : " ", style: .strong),
        .init(
          column: indent,
          text: "\(planMark(spot, interview, presence, findings)) "
            + TextWidth.clipped(
              TextWidth.sanitized(label), to: max(4, middle - indent - 3), glyphs: glyphs),
          style: style),
        .init(
          column: middle,
          text: TextWidth.clipped(
            TextWidth.sanitized(answer), to: max(4, columns - middle - 3), glyphs: glyphs) + mark,
          style: isSkipped ? .faint : .quiet),
      ], target: .init("stop", 0))
  }

  private func planMark(
    _ spot: Spot, _ interview: Interview, _ presence: Presence, _ findings: [Finding]
  ) -> Character {
    if spot == interview.position { return glyphs.here }
    let isErring = findings.contains { $0.blocks && $0.matter != .required }
    if isErring { return glyphs.wrong }
    if findings.contains(where: \.asks) { return glyphs.alert }
    switch presence {
    case .answered: return glyphs.done
    case .special, .leftBlank, .skipped: return glyphs.offRoute
    case .notReached: return interview.isRemaining(spot) ? glyphs.open : glyphs.done
    }
  }
}
