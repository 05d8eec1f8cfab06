import Formulas
import Questions

/// A simulated person: random valid answers, special answers and steps back, to the end.
///
/// Finds what an author cannot see: questions never reached, dead ends, how long it takes.
package struct RandomWalk: Sendable {
  package private(set) var interview: Interview
  /// Everything that happened, in order, and how many seconds after the start.
  package private(set) var events: [(event: Event, second: Int)] = []
  /// The question no answer could be found for; nil where the walk came to its end.
  package private(set) var deadEnd: String?
  /// Stops stood on and grid rows shown, by item, each as often as it was.
  var reached: [Int] = []
  /// Choices seen offered, of questions that do not always offer them all.
  var offered: [Offer] = []
  /// Checks that had something to say, by place.
  var fired: [Int] = []
  /// What formulas compare each item with.
  let hints: [Hints]
  /// Texts given so far, by item: some are given again.
  var texts: [Int: [String]] = [:]
  /// Since the start.
  var second = 0
  private var visited: Set<Int> = []

  /// A choice offered at an item, by index.
  struct Offer: Hashable, Sendable {
    let item: Int
    let choice: String
  }

  /// Steps before a walk counts as going round in circles.
  private static let mostSteps = 50_000
  /// Answers given again, at the end, to what keeps the interview from being finished.
  private static let mostMendings = 200

  /// - Parameter hints: the questionnaire's.
  init(_ start: Start, on questionnaire: Questionnaire, hints: [Hints]) {
    interview = Interview(start, on: questionnaire)
    self.hints = hints
  }

  /// Walks to the end, and finishes where nothing blocks.
  mutating func run(using chance: inout some RandomNumberGenerator) {
    var steps = 0
    while let spot = interview.position, deadEnd == nil {
      steps += 1
      guard steps < Self.mostSteps else {
        deadEnd = interview.item(at: spot).name
        return
      }
      visit(spot, using: &chance)
    }
    mend(using: &chance)
    if deadEnd == nil { record(.finish) }
  }

  private mutating func visit(_ spot: Spot, using chance: inout some RandomNumberGenerator) {
    reached.append(spot.item)
    if interview.item(at: spot).roster != nil { return visitRoster(spot, using: &chance) }
    answer(spot, using: &chance)
    if Int.random(in: 0..<20, using: &chance) == 0, case .stop(let back)? = interview.previous {
      return go(to: back, isBack: true)
    }
    go(to: interview.stop(after: spot))
  }

  private mutating func answer(_ stop: Spot, using chance: inout some RandomNumberGenerator) {
    for spot in interview.answerSpots(of: stop) {
      guard fill(spot, using: &chance) else {
        deadEnd = interview.item(at: stop).name
        return
      }
    }
  }

  private mutating func visitRoster(
    _ spot: Spot, using chance: inout some RandomNumberGenerator
  ) {
    rearrange(spot, using: &chance)
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

  /// Adds an instance at times, more rarely takes one away or moves one.
  private mutating func rearrange(
    _ spot: Spot, using chance: inout some RandomNumberGenerator
  ) {
    if Int.random(in: 0..<4, using: &chance) == 0,
      let event = try? interview.acceptInstance(of: spot)
    {
      record(event)
    }
    let count = interview.instances(of: spot).count
    guard count > 1 else { return }
    let place = Int.random(in: 1...count, using: &chance)
    switch Int.random(in: 0..<20, using: &chance) {
    case 0:
      if let event = try? interview.acceptRemoval(of: place, from: spot) { record(event) }
    case 1:
      let step = AnswerPath.Step(interview.item(at: spot).name, instance: place)
      let roster = interview.path(of: spot)
      record(.move(AnswerPath(steps: roster.steps.dropLast() + [step]), to: 1))
    default: break  // The rest of the draw: they stay.
    }
  }

  /// Answers again, somewhere among what they read, what keeps the interview from being finished.
  private mutating func mend(using chance: inout some RandomNumberGenerator) {
    for _ in 0..<Self.mostMendings where deadEnd == nil {
      let findings = interview.findings
      for finding in findings { settle(finding) }
      guard let blocking = findings.first(where: \.blocks) else { return }
      let spot = blocking.reads.randomElement(using: &chance) ?? blocking.spot
      go(to: spot)
      answer(spot, using: &chance)
      go(to: nil)
    }
    guard deadEnd == nil else { return }
    deadEnd = interview.findings.first(where: \.blocks).map { interview.item(at: $0.spot).name }
  }

  private mutating func go(to spot: Spot?, isBack: Bool = false) {
    record(.go(spot.map { interview.path(of: $0) }, isBack: isBack))
  }

  mutating func record(_ event: Event) {
    interview.apply(event)
    events.append((event, second))
  }
}
