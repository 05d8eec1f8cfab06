import Formulas
import Interviews
import Questions
import Scenarios
import Testing

/// Whole interviews with the barometer, and exactly what each must be asked.
@Suite struct PersonaTests {
  @Test(arguments: Persona.all)
  func `a persona is asked exactly this, in this order`(persona: Persona) throws {
    var walk = try Walk(persona)
    try walk.run()
    #expect(walk.seen == persona.asked)
    #expect(walk.story.said == [])
    for (name, value) in persona.values { #expect(try walk.story.value(name) == value) }
    walk.story.tell(.finish)
    #expect(walk.story.interview.status == .finished)
    #expect(walk.story.replayed() == walk.story.interview)
  }

  @Test func `every persona is there`() {
    #expect(Persona.all.map(\.asked.count) == [31, 34, 109, 4])
  }

  /// One persona walking, stop after stop.
  struct Walk {
    let persona: Persona
    var story: Scenario
    /// The screens seen, by path; a repeat's list is none.
    private(set) var seen: [String] = []
    private var opened = 0

    init(_ persona: Persona) throws {
      self.persona = persona
      story = try Scenario.barometre(
        files: persona.hasList ? ["collectivites.csv": sampleList] : [:],
        started: "2026-06-12T09:03:11+02:00")
    }

    mutating func run() throws {
      while let position = story.interview.position {
        let path = story.position
        if story.interview.item(at: position).roster != nil {
          try visitList(path)
          continue
        }
        seen.append(path)
        for spot in story.interview.answerSpots(of: position) { try answer(spot) }
        story.next()
      }
    }

    /// Opens the next sheet, or leaves once all were.
    private mutating func visitList(_ path: String) throws {
      guard opened < (try story.count(path)) else { return story.next() }
      opened += 1
      try story.open(path, opened)
    }

    private mutating func answer(_ spot: Spot) throws {
      let path = story.interview.path(of: spot).description
      guard story.interview.item(at: spot).question?.kind.holdsAnswer == true else { return }
      let answer = path == "notice_rgpd" ? "OK" : persona.answers[path]
      let given = try #require(answer, "\(path) is asked, and has no answer")
      if given.hasPrefix("!") {
        story.tell(try story.interview.accept(special: String(given.dropFirst()), at: spot))
      } else {
        story.tell(try story.interview.accept(given, at: spot))
      }
    }
  }
}
