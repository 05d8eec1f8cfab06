import Console
import Formulas
import Foundation
import Interviews
import Questions
import Testing

@testable import Screens

/// A hand that knows the keys, and gives the answers another interview holds.
struct TrainedHand {
  private(set) var play: Screenplay
  private let wanted: Interview
  /// What each closed question cost.
  private(set) var counts: [Count] = []

  struct Count {
    let question: String
    /// Choices ticked, rows of a grid; 1 for one choice.
    let answers: Int
    /// Enter, where it goes on, left out.
    let keys: Int
    let enters: Int
  }

  init(_ wanted: Interview) {
    self.wanted = wanted
    var settings = Settings()
    settings.advances = true
    play = Screenplay(wanted.questionnaire, settings: settings)
  }

  /// Answers to the summary.
  mutating func run() {
    var steps = 0
    while case .question = play.app.screen, steps < 1_000 {
      steps += 1
      if play.app.overlay != nil {
        // A warning: it is right.
        play.type("1")
      } else if let spot = play.app.interview?.position {
        answer(spot)
      }
    }
  }

  private mutating func answer(_ spot: Spot) {
    switch play.interview.item(at: spot).question?.kind {
    case nil, .note?, .calculate?, .other?, .row?: play.press(.enter)
    case .acknowledge?:
      play.press(.end)
      play.type("1")
      play.press(.enter)
    case .text?, .number?, .date?, .time?, .rank?: type(spot)
    case .selectOne? where !isClosed: search(spot)
    case .selectOne?, .selectMultiple?, .grid?: choose(spot)
    }
  }

  /// The spot of the same question in the interview to give again.
  private func source(_ spot: Spot) -> Spot {
    guard let spot = wanted.spot(of: play.interview.path(of: spot)) else {
      preconditionFailure("both interviews are on the same questionnaire")
    }
    return spot
  }

  /// Whether digits answer, and are not typed.
  private var isClosed: Bool {
    switch play.app.editor {
    case .choice?, .choices?, .grid?: true
    case .notice?, .acknowledge?, .line?, .longText?, .search?, .rank?, .roster?, nil: false
    }
  }

  /// Presses a special answer's keys, where that is the answer.
  private mutating func special(at spot: Spot) -> Int? {
    guard case .special(let name) = wanted.presence(at: source(spot)) else { return nil }
    let all = Option.all(of: play.interview, at: spot)
    if isClosed, let code = all.named(name)?.code {
      play.type(String(code))
      return 1
    }
    let specials = Option.specials(of: play.interview, at: spot)
    play.press(.control("k"))
    guard specials.count > 1, let place = specials.firstIndex(where: { $0.name == name }) else {
      return 1
    }
    play.type(String(place + 1))
    return 2
  }

  private mutating func type(_ spot: Spot) {
    if special(at: spot) != nil { return }
    let value = wanted.value(at: source(spot))
    if case .longText? = play.app.editor {
      play.press(.control("u"), .paste(value.plain), .tab)
    } else if case .rank? = play.app.editor {
      for name in value.names { rank(name) }
      play.press(.enter)
    } else {
      play.press(.control("u"), .paste(value.plain), .enter)
    }
  }

  /// Looks the answer up by its label.
  private mutating func search(_ spot: Spot) {
    if special(at: spot) == nil {
      let label = wanted.shownAnswer(at: source(spot))
      if !label.isEmpty { play.press(.paste(label)) }
    }
    if play.app.overlay == nil { play.press(.enter) }
  }

  private mutating func rank(_ name: String) {
    guard let spot = play.interview.position else { return }
    let options = Option.all(of: play.interview, at: spot)
    play.press(.home)
    for _ in 0..<(options.firstIndex { $0.name == name } ?? 0) { play.press(.down) }
    play.press(.character(" "))
  }

  /// Presses the codes, and Enter where that is needed to go on.
  private mutating func choose(_ spot: Spot) {
    let before = play.interview.path(of: spot)
    var keys = 0
    var answers = 0
    for row in play.interview.answerSpots(of: spot) {
      if let count = special(at: row) {
        keys += count
        answers += 1
        continue
      }
      let names = wanted.value(at: source(row)).names
      answers += names.count
      let options = Option.all(of: play.interview, at: row)
      // What ends by a code that waits comes last: the Enter that resolves it goes on.
      for code in names.compactMap({ options.named($0)?.code }).reversed() {
        play.type(String(code))
        keys += String(code).count
      }
      if let other = play.app.editor?.other, other.isActive {
        play.type("x")
      }
    }
    let waits = play.app.overlay == nil && play.question == before.description
    if waits { play.press(.enter) }
    counts.append(
      Count(question: before.name, answers: answers, keys: keys, enters: waits ? 1 : 0))
  }
}

/// A trained hand's keys over whole interviews.
@Suite struct TrainedHandTests {
  private static func hand(_ seed: UInt64) throws -> TrainedHand {
    var dice = FuzzTests.Dice(state: seed)
    var simulation = Simulation(.barometre)
    let walk = simulation.walk(Screenplay.start("fr"), using: &dice)
    try #require(walk.deadEnd == nil)
    var hand = TrainedHand(walk.interview)
    hand.run()
    return hand
  }

  @Test(arguments: [3, 4, 5, 6] as [UInt64])
  func `the barometer's closed questions take two keys at most for each answer`(
    seed: UInt64
  ) throws {
    let hand = try Self.hand(seed)
    let isAtTheEnd = if case .summary = hand.play.app.screen { true } else { false }
    #expect(isAtTheEnd, "stays at \(hand.play.picture.text)")
    for count in hand.counts {
      #expect(
        count.keys <= 2 * max(1, count.answers) && count.enters <= 1,
        "\(count.question): \(count.keys) keys for \(count.answers) answers")
    }
    #expect(hand.counts.count > 20)
  }

  /// The count, question by question, kept beside the pictures.
  @Test func `a whole interview's keys are counted`() throws {
    let counts = try Self.hand(3).counts
    let lines = counts.map { count in
      let name = count.question.padding(toLength: 32, withPad: " ", startingAt: 0)
      let enter = count.enters > 0 ? " + Enter" : ""
      return "\(name) answers: \(count.answers)  keys: \(count.keys)\(enter)"
    }
    let (answers, keys) = counts.reduce((0, 0)) { ($0.0 + $1.answers, $0.1 + $1.keys + $1.enters) }
    let sum = "\(counts.count) closed questions, \(answers) answers, \(keys) keys, Enter included"
    try expectKept("trained-hand", (lines + [sum]).joined(separator: "\n") + "\n")
  }
}
