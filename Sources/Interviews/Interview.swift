import Formulas
import Questions

/// One person's walk through a questionnaire: a value, changed only by `apply`.
///
/// No clock, no disk: replaying its events gives it back, equal in all it holds.
package struct Interview: Equatable, Sendable {
  package let start: Start
  package var questionnaire: Questionnaire { tree.questionnaire }
  package internal(set) var status = Status.inProgress
  /// Counts from 1; finishing a reopened interview replaces the one before.
  package internal(set) var revision = 1
  package internal(set) var stopReason = ""
  var tree: AnswerTree
  var confirmations: [CheckSpot: Confirmation] = [:]
  /// Typed and not validated yet.
  package internal(set) var drafts: [Spot: String] = [:]
  /// Where the person stands; nil on the summary.
  package internal(set) var position: Spot?
  /// Where the person was before, the last at the end; nil stands for the summary.
  var trail: Pages<Spot?> = []
  var history = UndoStack()

  package init(_ start: Start, on questionnaire: Questionnaire) {
    self.start = start
    tree = AnswerTree(
      start, on: questionnaire, language: questionnaire.place(of: start.language))
    Relevance.settleAll(&tree)
    position = firstStop()
  }

  /// The code of the language spoken now, among the questionnaire's.
  package var language: String { questionnaire.languages[tree.language] }

  /// Its place among the questionnaire's, from 0.
  package var languagePlace: Int { tree.language }

  /// The language of the program's own words: English where we do not speak the questionnaire's.
  package var frameLanguage: Language { Language(rawValue: language) ?? .english }

  package func item(at spot: Spot) -> Item { tree.item(spot) }

  package func path(of spot: Spot) -> AnswerPath { tree.path(of: spot) }

  /// The path of a repeat's instance, given any spot in it.
  package func path(ofInstance frame: Int) -> AnswerPath { tree.path(ofFrame: frame) }

  package func spot(of path: AnswerPath) -> Spot? { tree.spot(of: path) }

  /// The value that counts: blank where skipped, unanswered, special.
  package func value(at spot: Spot) -> Value { tree[spot].value }

  /// What was entered, whether it counts or not.
  package func answer(at spot: Spot) -> Answer? { tree[spot].answer }

  /// What a formula of the questionnaire yields, outside every repeat.
  package func value(of formula: Formula) -> Value {
    formula.value(in: Standpoint(tree: tree, frame: 0, item: nil))
  }

  /// What the answer keeps of its row, where its choices are a file's.
  package func row(at spot: Spot) -> ListRow? { tree.rows[spot] }

  /// Whether the person did not consent, as far as the questionnaire says when.
  package var isRefused: Bool {
    questionnaire.results.refused.map { value(of: $0) == .boolean(true) } ?? false
  }

  package func remark(at spot: Spot) -> String? { tree[spot].remark }

  package func isAsked(_ spot: Spot) -> Bool { tree[spot].isRelevant }

  /// Why there is a value there, or none; of a grid, what its rows still lack.
  package func presence(at spot: Spot) -> Presence {
    if tree.item(spot).question?.isGrid == true, tree[spot].isRelevant {
      let rows = rows(of: spot).map { presence(at: $0) }
      if rows.contains(.notReached) { return .notReached }
      return rows.contains(.leftBlank) ? .leftBlank : .answered
    }
    let cell = tree[spot]
    guard cell.isRelevant else {
      return .skipped(isSetAside: cell.answer != nil && cell.answer != .leftBlank)
    }
    if let special = cell.special { return .special(special) }
    if !cell.value.isBlank { return .answered }
    return cell.answer == .leftBlank ? .leftBlank : .notReached
  }

  /// The choices offered at a question now, in order, exclusive ones last.
  package func offered(at spot: Spot) -> [Choice] { tree.offered(at: spot) }

  /// The frames of a repeat's instances, in order.
  package func instances(of spot: Spot) -> [Int] { Array(tree.live(spot.item, in: spot.frame)) }

  /// The repeat an instance belongs to; nil for the interview itself.
  package func roster(ofFrame frame: Int) -> Spot? {
    tree.frames[frame].roster.map { Spot(frame: tree.frames[frame].parent, item: $0) }
  }

  /// What is proposed at a question; blank where nothing is, or once the person answered it
  /// themselves.
  package func proposal(at spot: Spot) -> Value {
    switch tree[spot].answer {
    case nil, .given(_, isProposal: true): tree.proposal(at: spot)
    case .given, .special, .leftBlank: .blank
    }
  }

  package var canUndo: Bool { !history.done.isEmpty }
  package var canRedo: Bool { !history.undone.isEmpty }

  /// The answers that wait for the route, or for choices of theirs, to come back; those of
  /// instances that were removed do not.
  package var setAside: Set<Spot> {
    var spots: Set<Spot> = []
    collectSetAside(in: 0, into: &spots)
    return spots
  }

  private func collectSetAside(in frame: Int, into spots: inout Set<Spot>) {
    // Most cells hold no answer, which is told at a glance.
    let cells = tree.frames[frame].cells
    for (item, place) in zip(tree.members(of: frame), cells.indices)
    where cells[place].answer != nil {
      let spot = Spot(frame: frame, item: item)
      if isSetAside(spot) { spots.insert(spot) }
    }
    for instances in tree.frames[frame].rosters.values {
      for instance in instances.frames { collectSetAside(in: instance, into: &spots) }
    }
  }

  /// Whether an answer there, or a part of it, does not count now and waits to.
  package func isSetAside(_ spot: Spot) -> Bool {
    guard let question = tree.item(spot).question, question.calculation == nil else {
      return false
    }
    let cell = tree[spot]
    if case .special? = cell.answer { return !cell.isRelevant }
    return aside(cell) != nil
  }
}
