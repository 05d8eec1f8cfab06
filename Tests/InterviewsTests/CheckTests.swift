import Interviews
import Questions
import Scenarios
import Testing

/// What is said of answers: required ones, and checks.
@Suite struct CheckTests {
  @Test func `an error blocks finishing until it is mended, and is said at all it reads`() throws {
    var story = try Scenario(
      form(
        items(
          item("integer", "de"),
          item("integer", "a", "\"checks\": [\(check("E1", ". >= ${de}", "error"))]"))))
    try story.answer("de", "5")
    #expect(story.said == [])
    try story.answer("a", "3")
    #expect(try story.said(at: "a") == ["E1 a"] && story.said(at: "de") == ["E1 a"])
    let finding = try #require(story.interview.findings.first)
    #expect(finding.blocks && !finding.asks)
    #expect(finding.reads.map { story.interview.item(at: $0).name } == ["de", "a"])
    #expect(Summary(of: story.interview).blocking == [finding])
    try story.answer("de", "2")
    #expect(story.said == [])
  }

  @Test func `a warning asks once, and a confirmation holds for the values it was given for`()
    throws
  {
    var story = try Scenario(
      form(item("integer", "n", "\"checks\": [\(check("S1", ". < 10"))]")))
    try story.answer("n", "12")
    try story.confirm("n", because: "vérifié")
    #expect(try story.said(at: "n") == ["S1 n, confirmed"])
    try story.answer("n", "13")
    #expect(try story.said(at: "n") == ["S1 n"])
    try story.answer("n", "12")
    #expect(try story.said(at: "n") == ["S1 n, confirmed"])
    for _ in 0..<3 { story.undo() }
    #expect(try story.said(at: "n") == ["S1 n"])
    #expect(story.replayed() == story.interview)
  }

  @Test func `an undone confirmation on the summary leads back to the summary`() throws {
    var story = try Scenario(
      form(
        within(
          "group", "g",
          [item("integer", "n", "\"checks\": [\(check("S1", ". < 10"))]"), item("text", "b")])))
    try story.answer("n", "12")
    story.goToSummary()
    try story.confirm("n")
    try story.go(to: "b")
    story.undo()
    #expect(story.position == "summary" && story.said == ["S1 n"])
  }

  @Test func `a check is not looked at while something it names is blank`() throws {
    let constraint = "${a} + coalesce(${b}, 0) < 10"
    var story = try Scenario(
      form(
        items(item("integer", "a"), item("integer", "b", #""missing": ["nsp"]"#)),
        checks: check("S1", constraint)))
    try story.answer("a", "12")
    #expect(story.said == [])
    try story.special("b", "nsp")
    #expect(story.said == [], "a special answer is no value")
    try story.answer("b", "0")
    #expect(story.said == ["S1"])
  }

  @Test func `what stands in missing() needs no value`() throws {
    var story = try Scenario(
      form(
        items(item("integer", "a", #""missing": ["nsp"]"#), item("integer", "b")),
        checks: check("S1", "not(missing(${a}) = 'nsp' and ${b} > 3)")))
    try story.answer("b", "4")
    #expect(story.said == [])
    try story.special("a", "nsp")
    #expect(story.said == ["S1"])
  }

  @Test func `a condition of its own replaces looking for values`() throws {
    var story = try Scenario(
      form(
        items(yesOrNo("a"), item("integer", "b")),
        checks: check("S1", "${b} != ''", "error", #""relevant": "${a} = 'oui'""#)))
    #expect(story.said == [])
    try story.answer("a", "oui")
    #expect(story.said == ["S1"])
  }

  @Test func `an error that names nothing asked is still said, at the last stop`() throws {
    var story = try Scenario(
      form(
        items(
          yesOrNo("a"), item("integer", "b", #""relevant": "${a} = 'oui'""#), item("text", "c")),
        checks: check("S1", "${b} != ''", "error", #""relevant": "${a} = 'non'""#)))
    try story.answer("a", "non")
    story.goToSummary()
    let finding = try #require(story.interview.findings.first)
    #expect(finding.blocks && story.interview.item(at: finding.spot).name == "c")
  }

  @Test func `a check of a repeat looks at each instance`() throws {
    let fiche = within(
      "repeat", "fiche", [item("integer", "de"), item("integer", "a")],
      "\"checks\": [\(check("S1", "${de} <= ${a}"))]")
    var story = try Scenario(form(fiche))
    for (place, (from, to)) in [("1", "2"), ("5", "2"), ("7", "3")].enumerated() {
      try story.add("fiche")
      try story.answer("fiche[\(place + 1)].de", from)
      try story.answer("fiche[\(place + 1)].a", to)
    }
    #expect(story.said == ["S1 fiche[2]", "S1 fiche[3]"])
    try story.confirm("fiche[3].a")
    try story.move("fiche", 3, to: 1)
    #expect(story.said == ["S1 fiche[1], confirmed", "S1 fiche[3]"], "it moves with its instance")
    try story.remove("fiche", 3)
    #expect(try story.said(at: "fiche[1].de") == ["S1 fiche[1], confirmed"])
    #expect(story.interview.contents.confirmed.map(\.key) == ["S1 fiche[1]"])
  }

  @Test func `a check inside a repeat is said at the question outside that it reads`() throws {
    let prix = item("integer", "prix", "\"checks\": [\(check("S1", ". <= ${plafond}"))]")
    var story = try Scenario(
      form(items(item("integer", "plafond"), within("repeat", "fiche", [prix], #""open": "2""#))))
    try story.answer("plafond", "10")
    try story.answer("fiche[2].prix", "11")
    #expect(try story.said(at: "plafond") == ["S1 fiche[2].prix"])
    #expect(try story.said(at: "fiche[2].prix") == ["S1 fiche[2].prix"])
  }

  @Test func `a check in one repeat may read another`() throws {
    let second = within(
      "repeat", "achat", [item("integer", "prix")],
      "\"open\": \"2\", \"checks\": [\(check("S1", "${prix} <= sum(${budget})"))]")
    var story = try Scenario(
      form(
        items(within("repeat", "fonds", [item("integer", "budget")], #""open": "3""#), second)))
    try story.answer("fonds[1].budget", "5")
    try story.answer("fonds[3].budget", "4")
    try story.answer("achat[2].prix", "10")
    #expect(try story.said(at: "fonds[1].budget") == [])
    #expect(try story.said(at: "fonds") == ["S1 achat[2]"], "what reads a list whole is said there")
    #expect(try story.said(at: "achat[1].prix") == [])
    #expect(story.said == ["S1 achat[2]"])
  }

  @Test func `a cross-question check over a repeat is looked at once an instance is filled`() throws
  {
    var story = try Scenario(
      form(
        within("repeat", "fiche", [item("integer", "prix")], #""open": "2""#),
        checks: check("S1", "sum(${prix}) < 10", "info")))
    #expect(story.said == [])
    try story.answer("fiche[1].prix", "10")
    #expect(story.said == ["S1"])
    let finding = try #require(story.interview.findings.first)
    #expect(!finding.blocks && !finding.asks && finding.reads.count == 2)
  }

  @Test func `a required question refuses a blank, and a special answer satisfies it`() throws {
    let message = #""required_message": "Il le faut.", "missing": ["refus"]"#
    var story = try Scenario(
      form(
        items(
          item("integer", "n", #""required": true, \#(message)"#),
          item("text", "t", #""required": "${n} > 3""#),
          item("select_multiple", "m", #""choices": "ouinon", "required": true"#))))
    #expect(story.said == ["required n", "required m"])
    #expect(throws: Rejection.required(message: LocalizedText("Il le faut."))) {
      try story.leave("n")
    }
    #expect(throws: Rejection.nothingTicked) { try story.leave("m") }
    try story.special("n", "refus")
    #expect(story.said == ["required m"])
    try story.answer("n", "4")
    #expect(story.said == ["required t", "required m"])
    #expect(throws: Rejection.required(message: nil)) { try story.leave("t") }
    try story.answer("n", "3")
    try story.leave("t")
    #expect(try story.presence("t") == .leftBlank)
  }

  @Test func `choices exclude one another, and stay between least and most`() throws {
    let lists = #"""
      "l": [{"name": "a", "label": "A"}, {"name": "b", "label": "B"}, {"name": "c", "label": "C"},
        {"name": "rien", "label": "Rien", "exclusive": true}]
      """#
    let more = #""choices": "l", "min_selected": 2, "max_selected": 2"#
    var story = try Scenario(form(item("select_multiple", "m", more), lists: lists))
    let before = story.interview
    #expect(throws: Rejection.exclusive(LocalizedText("Rien"))) { try story.answer("m", "a rien") }
    #expect(throws: Rejection.tooMany(3, maximum: 2)) { try story.answer("m", "a b c") }
    #expect(throws: Rejection.tooFew(1, minimum: 2)) { try story.answer("m", "c") }
    #expect(throws: Rejection.notAChoice("riens", nearest: "rien")) {
      try story.answer("m", "riens")
    }
    #expect(story.interview == before, "a refusal changes nothing")
    try story.answer("m", "c a a")
    #expect(try story.value("m") == "a c", "in list order, each once")
    try story.answer("m", "rien")
    #expect(try story.value("m") == "rien")
  }
}
