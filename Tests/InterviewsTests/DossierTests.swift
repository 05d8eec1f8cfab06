import FoundationEssentials
import Interviews
import Questions
import Scenarios
import Testing

/// R20: the papers say what the program does, and show what it shows.
@Suite struct DossierTests {
  private static let folder =
    "\(#filePath.split(separator: "Tests/")[0])Questionnaires/barometre/dossier"

  private func text(_ name: String) throws -> String {
    let data = try #require(
      FileManager.default.contents(atPath: "\(Self.folder)/\(name)"), "\(name)")
    return String(decoding: data, as: UTF8.self)
  }

  @Test func `R20: the papers give the months after which the program purges`() throws {
    let retention = try Scenario.barometre().interview.questionnaire.results.retention
    let rows = try text("durees.md").split(separator: "\n")
    for personal in Question.Personal.allCases {
      let months = try #require(retention[personal])
      let row = try #require(rows.first { $0.hasPrefix("| `\(personal.rawValue)` |") })
      #expect(row.contains("| \(months) mois |"))
    }
    let (contacts, answers) = try (#require(retention[.direct]), #require(retention[.indirect]))
    #expect(answers.isMultiple(of: 12))
    let told = [
      "notice.md": [
        "coordonnées effacées au plus tard [\(contacts)] mois",
        "réponses pseudonymisées gardées [\(answers / 12)] ans",
      ],
      "notice.en.md": [
        "contact details deleted at most [\(contacts)] months",
        "pseudonymised answers kept [\(answers / 12)] years",
      ],
    ]
    for (name, durations) in told {
      for duration in durations { #expect(try text(name).contains(duration), "\(duration)") }
    }
  }

  /// What was reviewed is what is asked: a text changed in the one and not in the other is found.
  @Test(arguments: [("notice.md", "[collectivité]"), ("notice.en.md", "[authority]")])
  func `R20, R21: notice and consents are those of the reviewed paper, word for word`(
    name: String, authority: String
  ) throws {
    let questionnaire = try Scenario.barometre().interview.questionnaire
    let language = try #require(
      questionnaire.languages.firstIndex(of: name == "notice.md" ? "fr" : "en"))
    let paper = try text(name)
    let item = { (name: String) in try #require(questionnaire[name], "\(name)") }
    #expect(try paper.contains(#require(item("notice_rgpd").text)[language]))
    let consents = ["consent_participation", "consent_mention_collectivite", "consent_recontact"]
    for consent in try consents.map(item) {
      for wording in [consent.label, consent.hint] {
        let shown = try #require(wording)[language].replacing("${coll_nom}", with: authority)
        #expect(paper.contains(shown), "\(shown)")
      }
      for choice in consent.question?.kind.choices?.list.choices ?? [] {
        #expect(paper.contains(choice.label[language]), "\(choice.name)")
      }
    }
  }

  @Test func `R20: every paper there is stands in the list`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
    let list = try text("README.md")
    for name in names where name != "README.md" { #expect(list.contains("(\(name))")) }
    #expect(names.count == 6)
  }
}
