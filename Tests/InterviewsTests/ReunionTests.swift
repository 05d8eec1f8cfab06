import Interviews
import Questions
import Scenarios
import Testing

/// The small questionnaire that ships, as it is really walked.
@Suite struct ReunionTests {
  var story: Scenario

  init() throws { story = try Scenario.shipped("reunion") }

  static let always = [
    "qualite", "information", "habitude", "clarte", "parole", "ecoute", "utile", "sujets", "retour",
    "remarque",
  ]

  @Test mutating func `who came before and missed something is asked all twelve`() throws {
    #expect(story.route == Self.always)
    try story.answer("habitude", "oui")
    try story.answer("utile", "en_partie")
    #expect(story.route.count == 12)
    #expect(story.route[3] == "nombre" && story.route[8] == "manque")
    try story.answer("habitude", "non")
    try story.answer("utile", "oui")
    #expect(story.route == Self.always)
  }

  @Test mutating func `more than a meeting a month asks, and is confirmed`() throws {
    try story.answer("qualite", "habitant")
    try story.answer("habitude", "oui")
    try story.answer("nombre", "12")
    #expect(story.said == [])
    try story.answer("nombre", "13")
    #expect(story.said == ["nombre_eleve nombre"])
    try story.confirm("nombre", because: "élu de quartier")
    #expect(try story.said(at: "nombre") == ["nombre_eleve nombre, confirmed"])
    story.tell(.finish)
    #expect(story.interview.status == .finished && story.replayed() == story.interview)
  }

  @Test mutating func `useless, yet one would come again: it is only said`() throws {
    try story.answer("qualite", "habitant")
    try story.answer("utile", "non")
    try story.answer("retour", "oui")
    #expect(story.said == ["utile_retour"])
    story.tell(.finish)
    #expect(story.interview.status == .finished)
  }

  @Test func `no soft check is left out`() {
    let checks = story.interview.questionnaire.checks
    #expect(checks.map(\.name) == ["nombre_eleve", "utile_retour"])
  }
}
