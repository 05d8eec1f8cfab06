import Formulas
import Questions

/// Many random walks of one questionnaire, and what they found.
package struct Simulation: Sendable {
  package let questionnaire: Questionnaire
  private let hints: [Hints]
  package private(set) var runs = 0
  /// Walks of people who did not consent: how long an interview takes, they do not tell.
  package private(set) var refusals = 0
  /// Stops of each other walk's route at its end.
  private var lengths: [Int] = []
  /// Seconds each would take.
  private var seconds: [Int] = []
  /// By item, by check.
  private var isReached: [Bool]
  private var hasFired: [Bool]
  private var offered: Set<RandomWalk.Offer> = []
  /// By question: how many walks ended there for want of an answer.
  package private(set) var deadEnds: [String: Int] = [:]

  package init(_ questionnaire: Questionnaire) {
    self.questionnaire = questionnaire
    hints = questionnaire.hints
    isReached = [Bool](repeating: false, count: questionnaire.items.count)
    hasFired = [Bool](repeating: false, count: questionnaire.checks.count)
  }

  /// Walks once more, from the first question to the end.
  package mutating func walk(
    _ start: Start, using chance: inout some RandomNumberGenerator
  ) -> RandomWalk {
    var walk = RandomWalk(start, on: questionnaire, hints: hints)
    walk.run(using: &chance)
    add(walk)
    return walk
  }

  private mutating func add(_ walk: RandomWalk) {
    runs += 1
    for item in walk.reached { isReached[item] = true }
    for check in walk.fired { hasFired[check] = true }
    offered.formUnion(walk.offered)
    if let deadEnd = walk.deadEnd {
      deadEnds[deadEnd, default: 0] += 1
      return
    }
    guard !walk.interview.isRefused else {
      refusals += 1
      return
    }
    let route = walk.interview.route
    lengths.append(route.count)
    seconds.append(
      route.reduce(0) { sum, spot in
        sum + (walk.interview.item(at: spot).question?.kind.expectedSeconds ?? 5)
      })
  }

  /// Questions and repeats no walk stood on, a grid's rows included; not those whose list's file is
  /// not installed.
  package var neverReached: [String] {
    questionnaire.items.filter { item in
      if isReached[item.index] || item.question?.isListMissing == true { return false }
      if case .row? = item.question?.kind { return true }
      return item.isStop
    }.map(\.name)
  }

  /// Choices of questions reached that were never offered, as `question: choice`.
  package var neverOffered: [String] {
    questionnaire.items.filter { isReached[$0.index] && $0.question?.isFiltered == true }
      .flatMap { item in
        (item.question?.kind.choices?.list.choices ?? [])
          .filter { !offered.contains(.init(item: item.index, choice: $0.name)) }
          .map { "\(item.name): \($0.name)" }
      }
  }

  /// Checks that never had anything to say; not those that look up a list whose file is not
  /// installed.
  package var neverFired: [String] {
    zip(questionnaire.checks, hasFired)
      .filter { !$1 && !$0.readsMissingList(of: questionnaire) }.map(\.0.name)
  }

  /// Median and longest path, in stops.
  package var path: (median: Int, longest: Int) { Self.middle(lengths) }

  /// Median and longest duration, in minutes rounded up.
  package var minutes: (median: Int, longest: Int) {
    let middle = Self.middle(seconds)
    return ((middle.median + 59) / 60, (middle.longest + 59) / 60)
  }

  private static func middle(_ numbers: [Int]) -> (median: Int, longest: Int) {
    let sorted = numbers.sorted()
    return (sorted.isEmpty ? 0 : sorted[sorted.count / 2], sorted.last ?? 0)
  }
}

/// A small generator whose draws a seed fixes: SplitMix64 (Steele, Lea, Flood 2014).
package struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
