import Formulas
import Questions

/// An interview taken to another version of its questionnaire, and what became of each answer.
///
/// Answers go by name and place. Nothing is validated: what is kept is checked as any answer is.
package struct Migration: Sendable {
  package private(set) var interview: Interview
  /// How many answers are there as they were.
  package private(set) var keptCount = 0
  /// What reads as something else there, or lost choices that are gone.
  package private(set) var changed: [Passage] = []
  /// What has no place there.
  package private(set) var dropped: [Passage] = []
  private let old: Interview

  /// The interview's label before.
  package var label: String { old.label }

  /// One answer, and what it became.
  package struct Passage: Hashable, Sendable {
    /// `population`, `dispositif[1].disp_nom`; a remark's after `✎`.
    package let place: String
    /// In plain form; a special answer's name in brackets.
    package let held: String
    /// Nil where it has no place.
    package let becomes: String?

    package init(place: String, held: String, becomes: String?) {
      self.place = place
      self.held = held
      self.becomes = becomes
    }
  }

  /// - Parameters:
  ///   - old: in progress; it is not changed.
  ///   - hash: SHA-256 of the new questionnaire's bytes.
  package init(of old: Interview, to questionnaire: Questionnaire, hash: String) {
    self.old = old
    interview = Interview(old.start.on(hash), on: questionnaire)
    interview.revision = old.revision
    interview.apply(.language(old.language))
    take(0..<old.questionnaire.items.count, in: 0)
    takeConfirmations()
    interview.settle(at: old.position.map { old.path(of: $0) })
  }

  /// Takes the items of a range that stand in a frame of the old interview.
  private mutating func take(_ range: Range<Int>, in frame: Int) {
    var here = range.lowerBound
    while here < range.upperBound {
      let item = old.questionnaire.items[here]
      let spot = Spot(frame: frame, item: here)
      guard item.roster != nil else {
        take(spot)
        here += 1
        continue
      }
      let instances = old.instances(of: spot)
      makeRoom(for: instances.count, at: old.path(of: spot))
      for instance in instances { take(here + 1..<item.end, in: instance) }
      here = item.end
    }
  }

  private mutating func makeRoom(for count: Int, at path: AnswerPath) {
    guard let spot = interview.spot(of: path), interview.item(at: spot).roster != nil else {
      return
    }
    for _ in interview.instances(of: spot).count..<max(interview.instances(of: spot).count, count) {
      interview.apply(.add(path))
    }
  }

  private mutating func take(_ spot: Spot) {
    let (path, cell) = (old.path(of: spot), old.tree[spot])
    guard let question = old.item(at: spot).question, question.calculation == nil else { return }
    let row = old.row(at: spot)
    let there = interview.spot(of: path).flatMap { interview.item(at: $0).question }
    switch cell.answer {
    case .given(let value, let isProposal) where !value.isBlank:
      pass(path, value, to: there?.kind.taking(value)) { value in
        .answer(path, value, isProposal: isProposal, row: row)
      }
    case .special(let name):
      let isOffered = there?.missing.contains(name) == true
      pass(path, .text("(\(name))"), to: isOffered ? .text("(\(name))") : nil) { _ in
        .special(path, name)
      }
    case .leftBlank: interview.apply(.leave(path))
    case .given, nil: break
    }
    if let draft = old.drafts[spot] { interview.apply(.draft(path, draft)) }
    guard let remark = cell.remark else { return }
    if there == nil {
      let held = shown(.text(remark), path)
      dropped.append(Passage(place: "✎ \(path)", held: held, becomes: nil))
    } else {
      interview.apply(.remark(path, remark))
    }
  }

  private mutating func pass(
    _ path: AnswerPath, _ held: Value, to new: Value?, as event: (Value) -> Event
  ) {
    guard let new else {
      dropped.append(Passage(place: path.description, held: shown(held, path), becomes: nil))
      return
    }
    interview.apply(event(new))
    if new == held {
      keptCount += 1
    } else {
      changed.append(
        Passage(place: path.description, held: shown(held, path), becomes: shown(new, path)))
    }
  }

  /// What is kept apart is not told.
  private func shown(_ value: Value, _ path: AnswerPath) -> String {
    let isKeptApart =
      old.questionnaire.isKeptApart(path.name) || interview.questionnaire.isKeptApart(path.name)
    return isKeptApart ? "…" : value.plain
  }

  /// A warning stays confirmed where it looks at the same values.
  private mutating func takeConfirmations() {
    for (spot, confirmation) in old.confirmations where old.isLive(spot.frame) {
      let (name, path) = (old.questionnaire.checks[spot.check].name, old.ownerPath(of: spot))
      guard let there = interview.checkSpot(name, path),
        interview.values(lookedAtBy: there) == confirmation.values
      else { continue }
      interview.apply(.confirm(check: name, path, explanation: confirmation.explanation))
    }
  }
}

extension Start {
  /// The same start, on another questionnaire.
  fileprivate func on(_ hash: String) -> Start {
    Start(
      id: id, code: code, kind: kind, mode: mode, questionnaireHash: hash,
      interviewer: interviewer, started: started, language: language)
  }
}

extension QuestionKind {
  /// What a value is as an answer of this kind; nil where it is none.
  fileprivate func taking(_ value: Value) -> Value? {
    guard holdsAnswer, let type = valueType else { return nil }
    let names = value.names.isEmpty ? [value.plain] : value.names
    let offered = names.filter { choices?.list.names?.contains($0) ?? true }
    switch (type, value) {
    case (.text, _): return self != .acknowledge || value == .text("OK") ? .text(value.plain) : nil
    case (.choice, _): return names.count == 1 ? offered.first.map(Value.choice) : nil
    case (.choices, _): return offered.isEmpty ? nil : .choices(offered)
    case (.number, .number), (.date, .date), (.time, .time), (.dateTime, .dateTime),
      (.boolean, .boolean):
      return value
    case (.number, _): return Number(reading: value.plain).map(Value.number)
    case (.date, _): return CalendarDate(reading: value.plain).map(Value.date)
    case (.time, _): return ClockTime(reading: value.plain).map(Value.time)
    case (.dateTime, _): return DateTime(reading: value.plain).map(Value.dateTime)
    case (.boolean, _): return nil
    }
  }
}

extension Interview {
  /// Stands at a place where it is asked, else at the first that waits; nothing before can be
  /// undone.
  fileprivate mutating func settle(at path: AnswerPath?) {
    history = UndoStack()
    trail = []
    position = path.flatMap { spot(of: $0) }.flatMap { isAsked($0) ? $0 : nil } ?? firstRemaining
    settlePosition()
    markPassed()
  }

  /// What its contents do not give back: answers that do not count now, and drafts.
  package var offTheRoute: [Event] {
    tree.frames.indices.filter(isLive).flatMap { frame in
      tree.members(of: frame).flatMap { offTheRoute(Spot(frame: frame, item: $0)) }
    }
  }

  private func offTheRoute(_ spot: Spot) -> [Event] {
    let (cell, path) = (tree[spot], path(of: spot))
    guard let question = item(at: spot).question, question.calculation == nil,
      !questionnaire.isKeptApart(item(at: spot).name)
    else { return [] }
    let draft = drafts[spot].map { [Event.draft(path, $0)] } ?? []
    switch cell.answer {
    case .given(let value, let isProposal) where !cell.isRelevant || aside(cell) != nil:
      return [.answer(path, value, isProposal: isProposal, row: tree.rows[spot])] + draft
    case .special(let name) where !cell.isRelevant: return [.special(path, name)] + draft
    case .given, .special, .leftBlank, nil: return draft
    }
  }
}
