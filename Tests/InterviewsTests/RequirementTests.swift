import Interviews
import Questions
import Scenarios
import Testing

/// What privacy asks of the barometer's own questions, each test named after its requirement.
@Suite struct RequirementTests {
  var story: Scenario

  init() throws { story = try Scenario.barometre() }

  private var questions: [(item: Item, question: Question)] {
    story.interview.questionnaire.items.compactMap { item in
      item.question.map { (item, $0) }
    }
  }

  @Test mutating func `R13: a free text that seems to name someone is told`() throws {
    try story.answer("notice_rgpd", "OK")
    try story.answer("consent_participation", "oui")
    #expect(try story.said(at: "commentaire_libre") == [])
    for text in ["écrire à canari@exemple.fr", "joindre au 06 12 34 56 78"] {
      try story.answer("commentaire_libre", text)
      #expect(try story.said(at: "commentaire_libre") == ["S18 commentaire_libre"])
    }
    let free = questions.filter {
      $0.question.personal == .freeText && $0.question.opener == nil
    }
    #expect(!free.isEmpty)
    for (item, _) in free {
      #expect(item.checks.contains { $0.name.hasPrefix("S18") }, "\(item.name)")
    }
  }

  @Test func `R22: being named and being sent the results are asked apart, and neither is forced`()
    throws
  {
    let mention = try #require(questions.first { $0.item.name == "consent_mention_collectivite" })
    #expect(mention.question.missing == ["nsp"])
    let uses = try #require(questions.first { $0.item.name == "consent_recontact" })
    let names = uses.question.kind.choices?.list.choices.map(\.name) ?? []
    #expect(names.contains("resultats") && names.contains("aucun"))
  }

  @Test func `R16: a question can be left, but for the notice, consents, the type and a name`() {
    let forced = questions.filter { _, question in
      guard case .always = question.required else { return false }
      return question.isAsked && question.holdsAnswer && question.missing.isEmpty
    }
    #expect(
      forced.map(\.item.name) == [
        "notice_rgpd", "consent_participation", "type_collectivite", "disp_nom",
        "consent_recontact",
      ])
  }
}
