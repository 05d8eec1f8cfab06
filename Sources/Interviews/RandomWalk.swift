import Formulas
import Questions

/// A simulated person: random valid answers, special answers and steps back, to the end.
///
/// Finds what an author cannot see: questions never reached, dead ends, how long it takes.
package struct RandomWalk: Sendable {
  package private(set) var interview: Interview
  /// Everything that happened, in order.
  package private(set) var events: [Event] = []
  /// The question no answer could be found for; nil where the walk came to its end.
  package private(set) var deadEnd: String?
  /// Items stood on, by index.
  package private(set) var reached: Set<Int> = []
  /// Choices seen offered: an item's index, a name.
  package private(set) var offered: Set<Offer> = []
  /// Checks that had something to say, by place.
  package private(set) var fired: Set<Int> = []
  private var visited: Set<Int> = []

  package struct Offer: Hashable, Sendable {
    package let item: Int
    package let choice: String

    package init(item: Int, choice: String) {
      self.item = item
      self.choice = choice
    }
  }

  /// Tries at one question before it counts as a dead end.
  private static let mostTries = 60
  /// Steps before a walk counts as going round in circles.
  private static let mostSteps = 50_000

  package init(_ start: Start, on questionnaire: Questionnaire) {
    interview = Interview(start, on: questionnaire)
  }

  /// Walks to the end, and finishes where nothing blocks.
  package mutating func run(using chance: inout some RandomNumberGenerator) {
    var steps = 0
    while let spot = interview.position, deadEnd == nil {
      steps += 1
      guard steps < Self.mostSteps else {
        deadEnd = interview.item(at: spot).name
        return
      }
      visit(spot, using: &chance)
    }
    guard deadEnd == nil else { return }
    for finding in interview.findings { settle(finding) }
    if let blocking = interview.findings.first(where: \.blocks) {
      deadEnd = interview.item(at: blocking.spot).name
    } else {
      record(.finish)
    }
  }

  private mutating func visit(_ spot: Spot, using chance: inout some RandomNumberGenerator) {
    reached.insert(spot.item)
    let item = interview.item(at: spot)
    if item.roster != nil { return visitRoster(spot, using: &chance) }
    for choice in interview.offered(at: spot) {
      offered.insert(Offer(item: spot.item, choice: choice.name))
    }
    for place in interview.answerSpots(of: spot) {
      guard let question = interview.item(at: place).question, question.kind.holdsAnswer,
        question.calculation == nil
      else { continue }
      guard answer(place, question, using: &chance) else {
        deadEnd = item.name
        return
      }
    }
    if Int.random(in: 0..<20, using: &chance) == 0, case .stop(let back)? = interview.previous {
      return go(to: back, isBack: true)
    }
    go(to: interview.stop(after: spot))
  }

  private mutating func visitRoster(
    _ spot: Spot, using chance: inout some RandomNumberGenerator
  ) {
    if Int.random(in: 0..<4, using: &chance) == 0,
      let event = try? interview.acceptInstance(of: spot)
    {
      record(event)
    }
    let count = interview.instances(of: spot).count
    if count > 1, Int.random(in: 0..<10, using: &chance) == 0,
      let event = try? interview.acceptRemoval(of: count, from: spot)
    {
      record(event)
    }
    let next = interview.instances(of: spot).first { frame in
      !visited.contains(frame)
        || interview.route(inInstance: frame).contains(where: interview.isRemaining)
    }
    guard let next else {
      for finding in interview.findings(at: spot) { settle(finding) }
      return go(to: interview.stop(after: spot))
    }
    visited.insert(next)
    go(to: interview.firstStop(inInstance: next) ?? interview.stop(after: spot))
  }

  /// Answers, one way or another; false where nothing is accepted.
  private mutating func answer(
    _ spot: Spot, _ question: Question, using chance: inout some RandomNumberGenerator
  ) -> Bool {
    if Int.random(in: 0..<12, using: &chance) == 0,
      let special = question.missing.randomElement(using: &chance),
      let event = try? interview.accept(special: special, at: spot)
    {
      record(event)
      return true
    }
    if Int.random(in: 0..<12, using: &chance) == 0, let event = try? interview.accept("", at: spot)
    {
      record(event)
      return true
    }
    for _ in 0..<Self.mostTries {
      let input = question.kind.randomInput(offered: interview.offered(at: spot), using: &chance)
      guard let event = try? interview.accept(input, at: spot) else { continue }
      record(event)
      let findings = interview.findings(at: spot)
      for finding in findings { settle(finding) }
      if !findings.contains(where: \.blocks) { return true }
    }
    return giveUp(spot, question)
  }

  /// No answer found: a special answer, or none, where that is allowed.
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
  private mutating func settle(_ finding: Finding) {
    guard case .check(let spot, _, _) = finding.matter else { return }
    fired.insert(spot.check)
    guard finding.asks else { return }
    let check = interview.questionnaire.checks[spot.check]
    record(.confirm(check: check.name, interview.ownerPath(of: spot), explanation: ""))
  }

  private mutating func go(to spot: Spot?, isBack: Bool = false) {
    record(.go(spot.map { interview.path(of: $0) }, isBack: isBack))
  }

  private mutating func record(_ event: Event) {
    interview.apply(event)
    events.append(event)
  }
}
