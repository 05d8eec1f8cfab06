import Formulas
import Questions

// How a simulated person answers one question.

extension RandomWalk {
  /// Tries at one question before it counts as a dead end.
  private static let mostTries = 60

  /// Answers at a spot, and gives the free text a choice there opens.
  ///
  /// - Returns: false where nothing at all is accepted.
  mutating func fill(_ spot: Spot, using chance: inout some RandomNumberGenerator) -> Bool {
    guard let question = interview.item(at: spot).question else { return true }
    note(spot, question, using: &chance)
    guard question.kind.holdsAnswer, question.calculation == nil else { return true }
    guard answer(spot, question, using: &chance) else { return false }
    guard let text = interview.questionnaire.otherText(of: spot.item) else { return true }
    let other = Spot(frame: spot.frame, item: text)
    return interview.isAsked(other) ? fill(other, using: &chance) : true
  }

  /// Takes note of what is shown, and of the time a person takes over it.
  private mutating func note(
    _ spot: Spot, _ question: Question, using chance: inout some RandomNumberGenerator
  ) {
    if !interview.item(at: spot).isStop { reached.append(spot.item) }
    if question.isFiltered {
      offered += interview.offered(at: spot).map { Offer(item: spot.item, choice: $0.name) }
    }
    second += Int.random(in: 1...2 * question.kind.expectedSeconds + 1, using: &chance)
  }

  private mutating func answer(
    _ spot: Spot, _ question: Question, using chance: inout some RandomNumberGenerator
  ) -> Bool {
    switch Int.random(in: 0..<24, using: &chance) {
    case 0, 1:
      if let special = question.missing.randomElement(using: &chance),
        let event = try? interview.accept(special: special, at: spot)
      {
        record(event)
        return true
      }
    case 2, 3:
      if let event = try? interview.accept("", at: spot) {
        record(event)
        return true
      }
    case 4, 5, 6:
      if let event = try? interview.acceptProposal(at: spot) {
        record(event)
        return true
      }
    default: break  // The rest of the draw: an answer of their own.
    }
    return tryAnswers(at: spot, question, using: &chance)
  }

  private mutating func tryAnswers(
    at spot: Spot, _ question: Question, using chance: inout some RandomNumberGenerator
  ) -> Bool {
    var isAnswered = false
    for _ in 0..<Self.mostTries {
      let input = input(at: spot, question, using: &chance)
      guard let isSound = give(input, at: spot, question) else { continue }
      if isSound { return true }
      isAnswered = true
    }
    if !isAnswered, let key = offeredKey(at: spot, question, using: &chance),
      let isSound = give(key, at: spot, question)
    {
      if isSound { return true }
      isAnswered = true
    }
    return giveUp(spot, question) || isAnswered
  }

  /// Gives an answer, and confirms what is asked of it.
  ///
  /// - Returns: whether nothing blocks; nil where it is refused.
  private mutating func give(_ input: String, at spot: Spot, _ question: Question) -> Bool? {
    guard let event = try? interview.accept(input, at: spot) else { return nil }
    record(event)
    let findings = interview.findings(at: spot)
    for finding in findings { settle(finding) }
    if findings.contains(where: \.blocks) { return false }
    if case .text = question.kind { texts[spot.item, default: []].append(input) }
    return true
  }

  /// The key of a file's row among the few a filter offers, which no draw of any row came upon.
  ///
  /// Each row is looked at, which takes long: only where an answer is required, else now and then.
  private func offeredKey(
    at spot: Spot, _ question: Question, using chance: inout some RandomNumberGenerator
  ) -> String? {
    guard let file = question.kind.choices?.list.file, let table = file.table,
      let column = table.column(file.key),
      interview.isRequired(spot) || Int.random(in: 0..<40, using: &chance) == 0,
      let isOffered = interview.offeredRows(at: spot)
    else { return nil }
    return isOffered.indices.filter { isOffered[$0] }.randomElement(using: &chance)
      .map { table.field(row: $0, column: column) }
  }

  /// Something typed: at times what was typed for another instance.
  private func input(
    at spot: Spot, _ question: Question, using chance: inout some RandomNumberGenerator
  ) -> String {
    if let again = texts[spot.item]?.randomElement(using: &chance),
      Int.random(in: 0..<8, using: &chance) == 0
    {
      return again
    }
    return question.kind.randomInput(
      offered: interview.offered(at: spot), hints: hints[spot.item],
      today: interview.start.started.date, using: &chance)
  }

  /// No answer that passes: a special answer, or none, where that is allowed.
  private mutating func giveUp(_ spot: Spot, _ question: Question) -> Bool {
    for special in question.missing {
      guard let event = try? interview.accept(special: special, at: spot) else { continue }
      record(event)
      return true
    }
    guard let event = try? interview.accept("", at: spot) else { return false }
    record(event)
    return true
  }

  /// Confirms a warning, and takes note of any check that spoke.
  mutating func settle(_ finding: Finding) {
    guard case .check(let spot, _, _) = finding.matter else { return }
    fired.append(spot.check)
    guard finding.asks else { return }
    let check = interview.questionnaire.checks[spot.check]
    record(.confirm(check: check.name, interview.ownerPath(of: spot), explanation: ""))
  }
}
