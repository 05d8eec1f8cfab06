import FoundationEssentials
import Interviews
import Questions
import Scenarios
import Testing

/// R20: the papers say what the program does.
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
    let notice = try text("notice.md")
    let (contacts, answers) = try (#require(retention[.direct]), #require(retention[.indirect]))
    #expect(notice.contains("coordonnées effacées au plus tard \(contacts) mois"))
    #expect(notice.contains("réponses pseudonymisées gardées \(answers) mois"))
  }

  @Test func `R20: every paper there is stands in the list`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
    let list = try text("README.md")
    for name in names where name != "README.md" { #expect(list.contains("(\(name))")) }
    #expect(names.count == 5)
  }
}
