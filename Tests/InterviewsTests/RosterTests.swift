import Formulas
import Interviews
import Questions
import Scenarios
import Testing

/// Repeats: instances that come, go and move.
@Suite struct RosterTests {
  static func source(_ more: String = "") -> String {
    form(
      items(
        item("integer", "n"),
        within(
          "repeat", "fiche",
          [
            item("text", "nom"), item("integer", "prix"),
            item("calculate", "rang", #""calculation": "position(..)""#),
            item("calculate", "part", #""calculation": "round(${prix} * 100 div sum(${prix}))""#),
          ], more.isEmpty ? #""item_label": "Fiche ${nom}""# : more),
        item("calculate", "total", #""calculation": "sum(${prix})""#),
        item("calculate", "combien", #""calculation": "count(${fiche})""#),
        item("calculate", "noms", #""calculation": "join(' ', ${nom})""#), item("text", "fin")))
  }

  /// Three instances: a at 10, b at 30, c at 60.
  private func filled(_ more: String = "") throws -> Scenario {
    var story = try Scenario(Self.source(more))
    for (place, (name, price)) in [("a", "10"), ("b", "30"), ("c", "60")].enumerated() {
      try story.add("fiche")
      try story.answer("fiche[\(place + 1)].nom", name)
      try story.answer("fiche[\(place + 1)].prix", price)
    }
    return story
  }

  private func values(_ story: Scenario, _ name: String) throws -> [String] {
    try (1...max(1, story.count("fiche"))).map { try story.value("fiche[\($0)].\(name)") }
  }

  @Test func `aggregates are right from outside and from inside`() throws {
    let story = try filled()
    #expect(try story.value("total") == "100" && story.value("combien") == "3")
    #expect(try story.value("noms") == "a b c")
    #expect(try values(story, "part") == ["10", "30", "60"])
    #expect(try values(story, "rang") == ["1", "2", "3"])
  }

  @Test func `no instance at all is a list of nothing`() throws {
    let story = try Scenario(Self.source())
    #expect(story.route == ["n", "fiche", "fin"])
    #expect(try story.value("total") == "" && story.value("combien") == "0")
  }

  @Test func `moving an instance takes its answers along`() throws {
    var story = try filled()
    let before = story.interview.contents.nodes
    try story.move("fiche", 3, to: 1)
    #expect(try story.value("noms") == "c a b" && values(story, "rang") == ["1", "2", "3"])
    #expect(try values(story, "part") == ["60", "10", "30"])
    story.undo()
    #expect(story.interview.contents.nodes == before)
    story.redo()
    #expect(try story.value("noms") == "c a b")
    try story.move("fiche", 1, to: 99)
    #expect(try story.value("noms") == "a b c", "past the end is the end")
  }

  @Test func `inserting and removing renumber, and undo gives back`() throws {
    var story = try filled()
    try story.add("fiche", before: 2)
    #expect(try values(story, "nom") == ["a", "", "b", "c"])
    try story.remove("fiche", 1)
    #expect(try story.value("noms") == "b c" && story.value("total") == "90")
    #expect(story.interview.setAside.count == 0, "what is removed is not set aside")
    story.undo()
    story.undo()
    #expect(try story.value("noms") == "a b c" && story.value("total") == "100")
    #expect(story.position == "fiche")
    story.redo()
    story.redo()
    #expect(try values(story, "nom") == ["", "b", "c"])
    #expect(story.replayed() == story.interview)
  }

  @Test func `opening an instance walks it and comes back to the list`() throws {
    var story = try filled()
    try story.open("fiche", 2)
    #expect(story.position == "fiche[2].nom")
    try story.answer("prix", "31")
    #expect(story.position == "fiche[2].prix")
    story.next()
    #expect(story.position == "fiche")
    story.next()
    #expect(story.position == "fin")
    for _ in 0..<2 { story.back() }
    #expect(story.position == "fiche[2].prix")
  }

  @Test func `removing the instance stood on leads to the list`() throws {
    var story = try filled()
    try story.open("fiche", 2)
    story.tell(.remove(try #require(AnswerPath(reading: "fiche[2]"))))
    #expect(story.position == "fiche")
  }

  @Test func `instances stay between min and max`() throws {
    var story = try Scenario(Self.source(#""min": 1, "max": 2"#))
    #expect(try story.count("fiche") == 1)
    #expect(throws: Rejection.tooFewInstances(minimum: 1)) { try story.remove("fiche", 1) }
    try story.add("fiche")
    #expect(throws: Rejection.tooManyInstances(maximum: 2)) { try story.add("fiche") }
  }

  @Test func `open proposes a number until the person adds or removes`() throws {
    var story = try Scenario(Self.source(#""open": "${n}", "max": 4"#))
    try story.answer("n", "2")
    #expect(try story.count("fiche") == 2)
    try story.answer("n", "9")
    #expect(try story.count("fiche") == 4)
    try story.answer("n", "1")
    #expect(try story.count("fiche") == 1)
    try story.add("fiche")
    try story.answer("n", "4")
    #expect(try story.count("fiche") == 2)
    story.undo()
    story.undo()
    #expect(try story.count("fiche") == 1)
    try story.answer("n", "3")
    #expect(try story.count("fiche") == 3)
  }

  @Test func `a fixed number sets instances aside when it is lowered`() throws {
    var story = try Scenario(Self.source(#""repeat_count": "${n}""#))
    try story.answer("n", "3")
    for place in 1...3 { try story.answer("fiche[\(place)].prix", "\(place)0") }
    #expect(throws: Rejection.fixedInstances(3)) { try story.add("fiche") }
    #expect(throws: Rejection.fixedInstances(3)) { try story.remove("fiche", 1) }
    try story.answer("n", "1")
    #expect(try story.value("total") == "10" && story.interview.setAside.count == 2)
    #expect(
      story.interview.contents.setAside.map(\.path.description)
        == ["fiche[2].prix", "fiche[3].prix"])
    try story.answer("n", "2")
    #expect(try story.value("total") == "30" && values(story, "rang") == ["1", "2"])
    try story.answer("n", "0")
    #expect(try story.count("fiche") == 0 && story.value("total") == "")
    for _ in 0..<3 { story.undo() }
    #expect(try story.value("total") == "60" && story.interview.setAside.count == 0)
    #expect(story.replayed() == story.interview)
  }

  @Test func `repeats nest, and each instance has its own`() throws {
    let seance = within("repeat", "seance", [item("integer", "presents")], #""min": 1"#)
    var story = try Scenario(
      form(
        items(
          within(
            "repeat", "fiche",
            [seance, item("calculate", "venus", #""calculation": "sum(${presents})""#)]),
          item("calculate", "tous", #""calculation": "sum(${presents})""#),
          item("calculate", "plus", #""calculation": "max(${venus})""#))))
    try story.add("fiche")
    try story.add("fiche")
    try story.answer("fiche[1].seance[1].presents", "12")
    try story.add("fiche[2].seance")
    try story.answer("fiche[2].seance[1].presents", "3")
    try story.answer("fiche[2].seance[2].presents", "4")
    #expect(try story.value("fiche[2].venus") == "7")
    #expect(try story.value("tous") == "19" && story.value("plus") == "12")
    try story.open("fiche", 2)
    try story.open("seance", 2)
    #expect(story.position == "fiche[2].seance[2].presents")
    try story.remove("fiche", 1)
    #expect(try story.value("tous") == "7" && story.value("plus") == "7")
    try story.remove("fiche[1].seance", 1)
    #expect(try story.value("fiche[1].venus") == "4")
    story.undo()
    story.undo()
    #expect(try story.value("tous") == "19")
    #expect(
      story.route == [
        "fiche", "fiche[1].seance", "fiche[1].seance[1].presents", "fiche[2].seance",
        "fiche[2].seance[1].presents", "fiche[2].seance[2].presents",
      ])
    #expect(story.replayed() == story.interview)
  }

  /// Two sheets of two meetings each: 1 2, 3 4.
  private func nested() throws -> Scenario {
    let meeting = within(
      "repeat", "seance", [item("integer", "presents")], ##""repeat_count": "${combien}""##)
    let total = item("calculate", "tous", ##""calculation": "sum(${presents})""##)
    var story = try Scenario(
      form(items(within("repeat", "fiche", [item("integer", "combien"), meeting, total]))))
    for fiche in 1...2 {
      try story.add("fiche")
      try story.answer("fiche[\(fiche)].combien", "2")
      for seance in 1...2 {
        let present = "\(2 * fiche + seance - 2)"
        try story.answer("fiche[\(fiche)].seance[\(seance)].presents", present)
      }
    }
    return story
  }

  @Test func `an instance moves, and is inserted before, with the repeats it holds`() throws {
    var story = try nested()
    let before = story.interview.contents.nodes
    try story.move("fiche", 2, to: 1)
    #expect(try story.value("fiche[1].tous") == "7" && story.value("fiche[2].tous") == "3")
    #expect(try story.value("fiche[1].seance[2].presents") == "4")
    try story.add("fiche", before: 2)
    #expect(try story.count("fiche") == 3 && story.count("fiche[2].seance") == 0)
    #expect(try story.value("fiche[3].seance[1].presents") == "1")
    story.undo()
    story.undo()
    #expect(story.interview.contents.nodes == before && story.replayed() == story.interview)
  }

  @Test func `a lower count in one instance sets aside there, and nowhere else`() throws {
    var story = try nested()
    try story.answer("fiche[1].combien", "1")
    #expect(try story.value("fiche[1].tous") == "1" && story.value("fiche[2].tous") == "7")
    let aside = story.interview.setAside.map { story.interview.path(of: $0).description }
    #expect(aside == ["fiche[1].seance[2].presents"])
    try story.remove("fiche", 1)
    #expect(story.interview.setAside.isEmpty, "what is removed is not set aside")
    story.undo()
    try story.answer("fiche[1].combien", "2")
    #expect(try story.value("fiche[1].tous") == "3" && story.interview.setAside.isEmpty)
    #expect(story.replayed() == story.interview)
  }

  @Test func `a skipped repeat keeps its instances for when it comes back`() throws {
    var story = try Scenario(
      form(
        items(
          yesOrNo("a"),
          within("repeat", "fiche", [item("text", "nom")], #""relevant": "${a} = 'oui'""#),
          item("calculate", "combien", #""calculation": "count(${fiche})""#))))
    try story.answer("a", "oui")
    try story.add("fiche")
    try story.answer("fiche[1].nom", "un")
    try story.answer("a", "non")
    #expect(try story.value("combien") == "0" && story.interview.setAside.count == 1)
    #expect(throws: Rejection.notAsked) { try story.add("fiche") }
    try story.answer("a", "oui")
    #expect(try story.value("combien") == "1" && story.value("fiche[1].nom") == "un")
  }

  @Test func `an instance has a title and says how far it is`() throws {
    var story = try filled()
    let fiche = try story.spot("fiche")
    let second = story.interview.instances(of: fiche)[1]
    #expect(story.interview.title(ofInstance: second) == "Fiche b")
    #expect(story.interview.completion(ofInstance: second) == (2, 2, 0))
    try story.clear("fiche[2].nom")
    #expect(story.interview.title(ofInstance: second) == "Fiche …")
    #expect(story.interview.completion(ofInstance: second) == (1, 2, 0))
  }
}
