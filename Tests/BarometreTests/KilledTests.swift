import Glibc
import PseudoTerminals
import Testing
import Torture

/// A painted answer is a saved answer.
@Suite struct KilledTests {
  @Test func `killed at random moments, nothing painted is lost`() throws {
    var chance = Chance(state: 20_181_206)
    let count = Torture.count(10, long: 1_000)
    var (killed, lost) = (0, 0)
    while killed < count {
      let laptop = try Laptop()
      var terminal = try laptop.begin()
      var place = 0
      while killed < count {
        let moment = Moment.allCases[Int.random(in: 0..<Moment.allCases.count, using: &chance)]
        let keys = Int.random(in: 2...7, using: &chance)
        let late = UInt32.random(in: 0..<20_000, using: &chance)
        place = try key(keys, from: place, on: terminal, then: moment, late)
        if place == AgentInterview.turns.count { break }
        terminal.signal(SIGKILL)
        #expect(try terminal.waitForExit() == .killed(SIGKILL))
        killed += 1
        let dead = terminal.screen
        terminal = try laptop.resume()
        let resumed = try Self.place(on: terminal)
        let isThere = Self.places(allowedAfter: dead, place, moment).contains(resumed)
        #expect(isThere, "\(dead.text)")
        lost += isThere ? 0 : 1
        if resumed == place { try terminal.press("", shows: Self.answers(on: dead, place)) }
        place = resumed
      }
      try terminal.take(AgentInterview.turns[place...])
      try terminal.waitFor(text: AgentInterview.summary)
      try terminal.press("2", shows: "Entretien terminé et enregistré.")
      try expectTheAgentsFiles(laptop)
    }
    Torture.tell("killed (kill -9) at a random moment", injected: killed, lost: lost)
  }

  /// When to kill, after a key.
  private enum Moment: CaseIterable {
    case atOnce
    case firstByte
    case painted
    /// Up to 20 ms later, whatever is going on then.
    case late
  }

  /// Presses so many keys, waiting for what each shows but the last.
  ///
  /// - Returns: where the last key was pressed, among the turns.
  private func key(
    _ count: Int, from place: Int, on terminal: PseudoTerminal, then moment: Moment, _ late: UInt32
  ) throws -> Int {
    var left = count
    for (place, turn) in AgentInterview.turns.enumerated().dropFirst(place) {
      try terminal.waitFor("\(turn.place)", turn.isShown)
      for press in turn.presses(leftOn: terminal.screen) {
        left -= 1
        if left == 0 {
          try send(press.keys, to: terminal, moment, late) { $0.text.contains(press.shows) }
          return place
        }
        try terminal.press(press.keys, shows: press.shows)
      }
      left -= 1
      if left == 0 {
        try send(turn.leaving, to: terminal, moment, late) { Self.isShown(place + 1, on: $0) }
        return place
      }
      try terminal.send(turn.leaving)
    }
    return AgentInterview.turns.count
  }

  private func send(
    _ keys: String, to terminal: PseudoTerminal, _ moment: Moment, _ late: UInt32,
    painted: (VirtualScreen) -> Bool
  ) throws {
    let before = terminal.output.count
    try terminal.send(keys)
    switch moment {
    case .atOnce: break
    case .late: usleep(late)
    case .firstByte: try terminal.waitFor("a byte") { _ in terminal.output.count > before }
    case .painted: try terminal.waitFor("what ‘\(keys)’ shows", painted)
    }
  }

  private static func isShown(_ place: Int, on screen: VirtualScreen) -> Bool {
    place < AgentInterview.turns.count
      ? AgentInterview.turns[place].isShown(on: screen)
      : screen.text.contains(AgentInterview.summary)
  }

  /// The turn a terminal shows, once it shows one.
  private static func place(on terminal: PseudoTerminal) throws -> Int {
    let places = 0...AgentInterview.turns.count
    try terminal.waitFor("a question") { screen in places.contains { isShown($0, on: screen) } }
    return try #require(places.first { isShown($0, on: terminal.screen) })
  }

  /// Where the interview may be resumed: where the dead screen stood, or one further if that was
  /// saved and not yet painted.
  private static func places(
    allowedAfter dead: VirtualScreen, _ place: Int, _ moment: Moment
  ) -> [Int] {
    if isShown(place + 1, on: dead) { return [place + 1] }
    return moment == .painted ? [place] : [place, place + 1]
  }

  /// The marks of stored answers on a screen: what is typed and not validated is none.
  private static func answers(on screen: VirtualScreen, _ place: Int) -> [String] {
    guard place < AgentInterview.turns.count else { return [] }
    return AgentInterview.turns[place].presses.map(\.shows).filter { shown in
      ["(•)", "[x]", "Réponse"].contains { shown.contains($0) } && screen.text.contains(shown)
    }
  }
}

/// SplitMix64: the same moments in every run.
struct Chance: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
