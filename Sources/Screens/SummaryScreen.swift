import Console
import Formulas
import Interviews
import Questions

/// The end: what blocks, what to check, what waits, then every answer, and what to do next.
struct SummaryScreen: Hashable {
  enum Row: Hashable {
    case blank
    case heading(String)
    case finding(Finding)
    /// Another question that the finding above reads.
    case other(Spot)
    /// Without an answer, or with something typed that is none yet.
    case waiting(Spot)
    case remark(Spot)
    case section(String)
    case answer(Spot)
  }

  /// What can be done next, in order.
  enum Step: Int, CaseIterable, Hashable {
    case later
    case finish
    case finishAndExport
    case stop
  }

  private(set) var rows: [Row] = []
  /// Among the rows that lead somewhere, then the next steps.
  private(set) var pointed: Int
  let blockingCount: Int
  let counts: (asked: Int, answered: Int, remarks: Int)

  init(_ interview: Interview) {
    let summary = Summary(of: interview)
    let language = interview.frameLanguage
    blockingCount = summary.blocking.count
    counts = (summary.askedCount, summary.answeredCount, summary.remarks.count)
    pointed = 0
    func add(_ head: String, _ more: [Row]) {
      if !more.isEmpty { rows += [.heading(head)] + more + [.blank] }
    }
    add(Words[language].toSettle(summary.blocking.count), summary.blocking.flatMap(Row.rows))
    add(
      Words[language].toCheck(summary.toCheck.count + summary.halfTyped.count),
      summary.toCheck.flatMap(Row.rows) + summary.halfTyped.map(Row.waiting))
    add(Words[language].unanswered(summary.unanswered.count), summary.unanswered.map(Row.waiting))
    add(Words[language].remarks(summary.remarks.count), summary.remarks.map(Row.remark))
    rows.append(.heading(Words[language].answers))
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
    places = rows.indices.filter { rows[$0].spot != nil }
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
  private(set) var places: [Int] = []

  /// The question pointed at; nil on a next step.
  var spot: Spot? { places.indices.contains(pointed) ? rows[places[pointed]].spot : nil }

  /// The next step pointed at.
  var step: Step? { Step(rawValue: pointed - places.count) }

  /// The row pointed at; nil on a next step.
  var pointedRow: Int? { places.indices.contains(pointed) ? places[pointed] : nil }

  mutating func press(_ key: Key, page: Int) {
    pointed = key.moved(from: pointed, last: places.count + Step.allCases.count - 1, page: page)
  }

  mutating func point(at row: Int) { pointed = places.firstIndex(of: row) ?? pointed }

  /// A heading, then the steps.
  static let stepRows = Step.allCases.count + 1
}

extension SummaryScreen.Row {
  var spot: Spot? {
    switch self {
    case .blank, .heading, .section: nil
    case .finding(let finding): finding.spot
    case .other(let spot), .waiting(let spot), .remark(let spot), .answer(let spot): spot
    }
  }

  /// A finding, then every other question it reads.
  fileprivate static func rows(of finding: Finding) -> [Self] {
    [.finding(finding)] + finding.others.map(Self.other)
  }
}

extension App.Screen {
  /// The keys every interview screen shares, without those that need a question.
  var commonBindings: [Binding] {
    switch self {
    case .home, .plan, .report: []
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
  var summaryBindings: [Binding] { summaryKeys + screen.commonBindings }

  /// What the summary's own keys do where it is pointed at.
  var summaryKeys: [Binding] {
    guard case .summary(let summary) = screen, summary.step != nil else { return Bindings.summary }
    return Bindings.summaryStep
  }

  mutating func pressSummary(_ key: Key) -> [Effect] {
    guard case .summary(var summary) = screen else { return [] }
    let action = summaryBindings.action(for: key)
    message = nil
    if action == .visit, let spot = summary.spot {
      returning = spot
      return go(to: spot)
    }
    if action == .choose {
      let step = key.digit.map { SummaryScreen.Step(rawValue: $0 - 1) } ?? summary.step
      return step.map { takeStep($0) } ?? []
    }
    if action == .point || action == .pages {
      summary.press(key, page: max(1, layout.bodyRows - SummaryScreen.stepRows - 1))
      screen = .summary(summary)
      return []
    }
    return action.flatMap { perform($0) } ?? []
  }

  mutating func takeStep(_ step: SummaryScreen.Step) -> [Effect] {
    switch step {
    case .later: return record(.pause(reason: "")) + [.rest, .close]
    case .finish, .finishAndExport:
      let remaining = interview?.remainingCount ?? 0
      let isAsked = remaining > 0 && !(interview?.findings.contains(where: \.blocks) ?? true)
      return isAsked ? openFinish(step, remaining: remaining) : finish(step)
    case .stop: return openStop()
    }
  }

  mutating func finish(_ step: SummaryScreen.Step) -> [Effect] {
    let effects = finish()
    let isExported = step == .finishAndExport && effects.contains(.finish)
    return isExported ? effects + [.offerExport] : effects
  }

  /// Finishes, where nothing blocks and nothing waits to be confirmed; else leads there.
  mutating func finish() -> [Effect] {
    guard let interview else { return [] }
    let findings = interview.findings
    if let first = findings.first(where: \.blocks) {
      let sentence = blocked(by: first)
      let effects = go(to: first.spot)
      say(sentence, .error)
      return effects
    }
    if let first = findings.first(where: \.asks) {
      overlay = .panel(confirmationPanel(first))
      return []
    }
    let effects = record(.finish) + [.finish] + [.close]
    say("\(words.finished) \(words.codeIs(interview.start.code))")
    return effects
  }
}
