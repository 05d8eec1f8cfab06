import Formulas
import Questions

// The one door: first `accept` says what an input would do or why it cannot; then `apply` does it.

extension Interview {
  /// What answering `input` at a spot comes to; changes nothing.
  ///
  /// - Parameter input: as typed; names apart by spaces for choices. Blank leaves an optional
  ///   question blank.
  /// - Throws: `Rejection`, for the person.
  package func accept(_ input: String, at spot: Spot) throws(Rejection) -> Event {
    let item = tree.item(spot)
    guard let question = item.question, tree[spot].isRelevant else { throw .notAsked }
    guard question.calculation == nil else { throw .calculated }
    let value = try question.kind.value(
      of: input, offered: tree.names(offeredTo: input, at: spot), in: frameLanguage,
      today: tree.started.date)
    guard value.isBlank else {
      let row = tree.row(of: value, at: spot)
      return .answer(path(of: spot), value, isProposal: false, row: row)
    }
    if isRequired(spot) {
      if case .selectMultiple = question.kind, question.requiredMessage == nil {
        throw .nothingTicked
      }
      throw .required(message: question.requiredMessage)
    }
    return .leave(path(of: spot))
  }

  /// What taking the proposal of a spot comes to: the answer it is, or a blank where nothing is
  /// proposed.
  ///
  /// - Throws: `Rejection`, where what is proposed is no answer.
  package func acceptProposal(at spot: Spot) throws(Rejection) -> Event {
    let proposal = proposal(at: spot)
    let event = try accept(proposal.plain, at: spot)
    if proposal.isBlank { return event }
    let row = tree.row(of: proposal, at: spot)
    return .answer(path(of: spot), proposal, isProposal: true, row: row)
  }

  /// What giving a special answer comes to.
  ///
  /// - Throws: `Rejection.notOffered` where the question does not offer it.
  package func accept(special name: String, at spot: Spot) throws(Rejection) -> Event {
    guard let question = tree.item(spot).question, tree[spot].isRelevant else { throw .notAsked }
    guard question.missing.contains(name) else { throw .notOffered(name) }
    return .special(path(of: spot), name)
  }

  /// Makes an event part of the interview.
  ///
  /// Total: an event about nothing known changes nothing, and nothing is validated, so that a
  /// stored line stays a fact.
  package mutating func apply(_ event: Event) {
    switch event {
    case .answer(let path, let value, let isProposal, let row):
      enter(.given(value, isProposal: isProposal), keeping: row, at: path)
    case .special(let path, let name): enter(.special(name), at: path)
    case .leave(let path): enter(.leftBlank, at: path)
    case .clear(let path): enter(nil, at: path)
    case .draft(let path, let text):
      guard let spot = spot(of: path) else { return }
      drafts[spot] = text.isEmpty ? nil : text
    case .remark(let path, let text):
      guard let spot = spot(of: path) else { return }
      change([.remark(spot, text.isEmpty ? nil : text)], at: spot)
    case .confirm(let check, let path, let explanation): confirm(check, path, explanation)
    case .add(let path): addInstance(path, before: nil)
    case .insert(let path): addInstance(path, before: path.steps.last?.instance)
    case .remove(let path): removeInstance(path)
    case .move(let path, let target): moveInstance(path, to: target)
    case .go(let path, let isBack): go(to: path, isBack: isBack)
    case .language(let code): speak(code)
    case .undo: undo()
    case .redo: redo()
    case .pause, .resume: break
    case .finish: end(as: .finished)
    case .stop(let reason):
      stopReason = reason
      end(as: .stopped)
    case .reopen:
      status = .inProgress
      revision += 1
    }
  }

  private mutating func enter(
    _ answer: Answer?, keeping row: ListRow? = nil, at path: AnswerPath
  ) {
    guard let spot = spot(of: path), tree.item(spot).question != nil else { return }
    drafts[spot] = nil
    let rows: [Change] = tree.rows[spot] == row ? [] : [.row(spot, row)]
    guard tree[spot].answer != answer || !rows.isEmpty else { return }
    change(rows + [.answer(spot, answer)], at: spot)
  }

  /// - Parameter spot: where undoing leads; nil is the summary.
  mutating func change(_ changes: [Change], at spot: Spot?) {
    history.record(make(changes, at: spot.map { stop(showing: $0) }))
    settlePosition()
  }

  /// The stop where an item is answered: a choice's free text and a grid's row stand on their
  /// question's screen.
  func stop(showing spot: Spot) -> Spot {
    let item = tree.item(spot)
    switch item.question?.kind {
    case .other(let text): return Spot(frame: spot.frame, item: text.question)
    case .row: return Spot(frame: spot.frame, item: item.parent ?? spot.item)
    case .note, .acknowledge, .text, .number, .date, .time, .selectOne, .selectMultiple, .rank,
      .grid, .calculate, nil:
      return spot
    }
  }

  /// Labels read by formulas change with the language.
  private mutating func speak(_ code: String) {
    guard let place = questionnaire.languages.firstIndex(of: code), place != tree.language else {
      return
    }
    tree.language = place
    Relevance.settleAll(&tree)
    settlePosition()
  }

  private mutating func confirm(_ name: String, _ path: AnswerPath?, _ explanation: String) {
    guard let spot = checkSpot(name, path) else { return }
    let confirmation = Confirmation(explanation: explanation, values: values(lookedAtBy: spot))
    change([.confirmation(spot, confirmation)], at: position)
  }

  private mutating func undo() {
    guard let step = history.takeDone() else { return }
    history.keepUndone(make(step.changes, at: step.spot))
    returnTo(step.spot)
  }

  private mutating func redo() {
    guard let step = history.takeUndone() else { return }
    history.keepDone(make(step.changes, at: step.spot))
    returnTo(step.spot)
  }

  /// Stands where undoing changed something.
  private mutating func returnTo(_ spot: Spot?) {
    if position != spot { trail.append(position) }
    stand(at: spot)
  }
}
