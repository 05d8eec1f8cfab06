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
    /// A top-level group, by item, and how many of its questions are done.
    case section(Int, done: Int, of: Int)
    case stop(Spot)
  }

  private(set) var search = ""
  private(set) var filter = PlanFilter.all
  private(set) var pointed = 0
  /// Sections whose questions are hidden, by item.
  private var folded: Set<Int> = []
  private var entries: [Entry] = []
  /// What a search looks in, by place among the entries; empty until the first search.
  private var texts: [String] = []
  /// Sections, nil outside every one, that ask a question: one of notices alone counts those.
  private var asking: Set<Int?> = []
  private(set) var rows: [Row] = []
  private(set) var findings: [Spot: [Finding]] = [:]
  private var halfTyped: Set<Spot> = []
  private(set) var counts = Counts()

  /// A question, as the plan last saw it.
  struct Entry: Hashable {
    let spot: Spot
    /// By item; nil outside every section.
    let section: Int?
    let isAsked: Bool
    /// Whether it counts among the questions: a notice to read does not.
    let isCounted: Bool
    let isRemaining: Bool
    let isBlank: Bool
    let hasRemark: Bool
  }

  /// How the interview stands, all sections together.
  struct Counts: Hashable {
    var done = 0
    var blank = 0
    var left = 0
    var wrong = 0
    var alerts = 0
    /// Questions the filter and the search keep.
    var kept = 0
  }

  init(_ interview: Interview) {
    let here = interview.position.flatMap { interview.section(of: $0)?.index }
    folded = Set(interview.everyStop.compactMap { interview.section(of: $0)?.index })
    if let here { folded.remove(here) }
    look(at: interview)
    pointed = interview.position.flatMap { rows.firstIndex(of: .stop($0)) } ?? 0
  }

  /// The same view of an interview that has changed.
  func refreshed(in interview: Interview?) -> PlanScreen {
    guard let interview else { return self }
    var copy = self
    copy.look(at: interview)
    return copy
  }

  /// Looks at every question once: what there is to show, and what to say of the whole.
  private mutating func look(at interview: Interview) {
    findings = Dictionary(grouping: interview.findings, by: \.spot)
    halfTyped = interview.halfTyped
    counts = Counts()
    entries = interview.everyStop.map { spot in
      let isAsked = interview.isAsked(spot)
      return Entry(
        spot: spot, section: interview.section(of: spot)?.index, isAsked: isAsked,
        isCounted: isAsked && interview.isNumbered(spot),
        isRemaining: isAsked && interview.isRemaining(spot),
        isBlank: interview.presence(at: spot) == .leftBlank,
        hasRemark: interview.remark(at: spot) != nil)
    }
    for entry in entries where entry.isCounted { count(entry) }
    asking = Set(entries.lazy.filter(\.isCounted).map(\.section))
    texts = []
    sift(interview)
  }

  private mutating func count(_ entry: Entry) {
    counts.done += entry.isRemaining || entry.isBlank ? 0 : 1
    counts.blank += !entry.isRemaining && entry.isBlank ? 1 : 0
    counts.left += entry.isRemaining ? 1 : 0
    let mine = findings[entry.spot] ?? []
    counts.wrong += mine.contains { $0.blocks && $0.matter != .required } ? 1 : 0
    counts.alerts += mine.contains(where: \.asks) || halfTyped.contains(entry.spot) ? 1 : 0
  }

  /// Makes the rows the search, the filter and the folds leave.
  private mutating func sift(_ interview: Interview) {
    let stop = stop
    let wanted = Fold.fold(search)
    if !wanted.isEmpty, texts.isEmpty { texts = entries.map { Self.searched($0, interview) } }
    let isPlain = wanted.isEmpty && filter == .all
    rows = []
    counts.kept = 0
    var section: (row: Int, item: Int, done: Int, of: Int)?
    for (place, entry) in entries.enumerated() {
      guard isPlain || keeps(entry) && (wanted.isEmpty || texts[place].contains(wanted)) else {
        continue
      }
      counts.kept += 1
      if entry.section != section?.item {
        section = entry.section.map { (rows.count, $0, 0, 0) }
        if let own = entry.section { rows.append(.section(own, done: 0, of: 0)) }
      }
      if entry.isCounted || entry.isAsked && !asking.contains(entry.section), let old = section {
        let done = old.done + (entry.isRemaining ? 0 : 1)
        section = (old.row, old.item, done, old.of + 1)
        rows[old.row] = .section(old.item, done: done, of: old.of + 1)
      }
      if isPlain, let own = entry.section, folded.contains(own) { continue }
      rows.append(.stop(entry.spot))
    }
    point(at: stop.flatMap { rows.firstIndex(of: .stop($0)) } ?? pointed)
  }

  /// The question pointed at.
  private var stop: Spot? {
    guard rows.indices.contains(pointed), case .stop(let spot) = rows[pointed] else { return nil }
    return spot
  }

  /// Points at the question a person most likely means: one asked before one that is not, one whose
  /// number or name begins so before one where a word does, then before the rest.
  private mutating func aim() {
    let wanted = Fold.fold(search)
    let shown = Set(stops)
    let merits = entries.indices.filter { shown.contains(entries[$0].spot) }.map { place in
      let text = wanted.isEmpty ? "" : texts[place]
      let merit = ("\n" + text).contains("\n" + wanted) ? 0 : text.contains(" " + wanted) ? 1 : 2
      return (place, merit + (entries[place].isAsked ? 0 : 3))
    }
    guard let best = merits.min(by: { $0.1 < $1.1 }) else { return }
    point(at: rows.firstIndex(of: .stop(entries[best.0].spot)) ?? pointed)
  }

  /// What a search looks in, a line each: number and short label, short label, name, label.
  private static func searched(_ entry: Entry, _ interview: Interview) -> String {
    let item = interview.item(at: entry.spot)
    let label = item.label.map { interview.text($0, at: entry.spot) } ?? ""
    let short = interview.shortLabel(of: entry.spot)
    return ["\(item.number ?? "") \(short)", short, item.name, label].map { Fold.fold($0) }
      .joined(separator: "\n")
  }

  private func keeps(_ entry: Entry) -> Bool {
    switch filter {
    case .all: true
    case .remaining: entry.isRemaining
    case .toCheck: findings[entry.spot] != nil || halfTyped.contains(entry.spot)
    case .remarks: entry.hasRemark
    }
  }

  mutating func press(_ key: Key, _ action: Action?, page: Int, _ interview: Interview) {
    if action == .point || action == .pages {
      pointed = key.moved(from: pointed, last: rows.count - 1, page: page)
      return
    }
    if action == .filter { turn(key == .backTab ? -1 : 1) }
    if action == .type, let text = key.typed { search = String((search + text).prefix(80)) }
    if action == .erase { search = key == .backspace ? String(search.dropLast()) : "" }
    if action == .visit || action == .fold { fold(key) }
    sift(interview)
    if action == .type || action == .erase && !search.isEmpty || action == .filter { aim() }
  }

  /// Opens every section: a plan read line after line hides nothing.
  mutating func unfold(_ interview: Interview) {
    folded = []
    sift(interview)
  }

  mutating func find(_ text: String, _ interview: Interview) {
    search = String(text.prefix(80))
    sift(interview)
    aim()
  }

  mutating func turnFilter(_ interview: Interview) {
    turn(1)
    sift(interview)
  }

  /// The questions shown, in order.
  var stops: [Spot] {
    rows.compactMap { if case .stop(let spot) = $0 { spot } else { nil } }
  }

  mutating func point(at row: Int) { pointed = min(max(row, 0), max(0, rows.count - 1)) }

  private mutating func turn(_ step: Int) {
    let all = PlanFilter.allCases
    let here = all.firstIndex(of: filter) ?? 0
    filter = all[(here + step + all.count) % all.count]
    pointed = 0
  }

  /// Hides or shows a section's questions; from a question, left leads to its section.
  private mutating func fold(_ key: Key) {
    guard rows.indices.contains(pointed) else { return }
    guard case .section(let section, _, _) = rows[pointed] else {
      let above = rows[..<pointed].lastIndex { if case .section = $0 { true } else { false } }
      if key == .left { pointed = above ?? pointed }
      return
    }
    if key == .left || (key != .right && !folded.contains(section)) {
      folded.insert(section)
    } else {
      folded.remove(section)
    }
  }
}

extension App {
  mutating func openPlan() -> [Effect] {
    let effects = keepDraft()
    guard let interview else { return effects }
    message = nil
    screen = .plan(PlanScreen(interview))
    return effects
  }

  mutating func pressPlan(_ key: Key) -> [Effect] {
    guard let interview, case .plan(var plan) = screen else { return [] }
    let action = Bindings.plan.action(for: key)
    message = nil
    if action == .close {
      arrive()
      return []
    }
    if action == .visit, plan.rows.indices.contains(plan.pointed),
      case .stop(let spot) = plan.rows[plan.pointed]
    {
      if interview.isAsked(spot) { return go(to: spot) }
      say(words.skipped)
      return []
    }
    if let action, let effects = perform(action) { return effects }
    plan.press(key, action, page: max(1, layout.bodyRows - 2), interview)
    screen = .plan(plan)
    return []
  }
}
