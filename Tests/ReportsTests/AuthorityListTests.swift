import Console
import Exports
import Formulas
import Interviews
import Questions
import Reports
import Testing

/// R22: who is named is who agreed to be.
@Suite struct AuthorityListTests {
  /// One that agreed and did not, one that did not, one that did not know, one that was not asked.
  private static let answers = """
    _id,siren,nom_collectivite,type_collectivite,consent_mention_collectivite,statut_repondant
    a,215500109,Zibeline,commune,oui,agent
    b,215500109,Zibeline,commune,non,elu
    c,200000081,Ypres,commune,non,agent
    d,,Xeuilley,commune,nsp,elu
    e,,Wavrin,commune,,elu

    """

  private func tabulation(by question: String? = nil) throws -> Tabulation {
    let table = try TableText(Array(Self.answers.utf8), path: "a.csv")
    let edition = try Edition([table])
    #expect(edition.lost.isEmpty && edition.records.count == 5)
    return try edition.tabulation(by: question)
  }

  @Test func `R22: the published list names the authorities that agreed to be named, no other`()
    throws
  {
    let report = Report(try tabulation())
    let entry = try #require(report.entries.first { $0.indicator.name == "collectivites_citees" })
    #expect(entry.figure?.whole.values.map(\.value) == [.text("Zibeline")])
    #expect(entry.figure?.whole.values.map(\.count) == [.shown(1)])
  }

  @Test(arguments: Language.allCases, [nil, "type_collectivite", "statut_repondant"])
  func `R22: whatever the form of the report, nobody else is in it`(
    language: Language, question: String?
  ) throws {
    let voice = Voice(Report(try tabulation(by: question)), in: language)
    let forms = [
      TextReport(voice, columns: 80, glyphs: .unicode).text, MarkdownReport(voice).text,
      HTMLReport(voice).page, String(decoding: JSONReport(voice).bytes, as: UTF8.self),
      String(decoding: TableReport(voice).csv, as: UTF8.self),
    ]
    for text in forms {
      #expect(text.contains("Zibeline"))
      for name in ["Ypres", "Xeuilley", "Wavrin", "215500109", "200000081"] {
        #expect(!text.contains(name), "\(name)")
      }
    }
  }
}
