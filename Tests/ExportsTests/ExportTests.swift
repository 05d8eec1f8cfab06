import Exports
import Formulas
import Interviews
import Questions
import Records
import SampleInterviews
import Testing

@Suite struct ExportTests {
  private func story(_ id: Int, kind: Start.Kind = .interview, _ events: [Event]) -> Record {
    let id = "019aa1b2-0000-7000-8000-00000000000\(id)"
    return Story(Sample.head(id: id, kind: kind), telling: events).record
  }

  private func text(_ files: [ExportFile], _ path: String) throws -> String {
    let file = try #require(files.first { $0.path == path })
    return String(decoding: file.bytes, as: UTF8.self)
  }

  @Test func `one row per interview, a status beside each answer`() throws {
    let files = Export(of: [story(1, Sample.walk + [.finish])]).files([.csv])
    #expect(
      try text(files, "interviews.csv").replacing("\r\n", with: "\n") == """
        _id,_questionnaire,_version,_kind,_mode,_status,_revision,_language,_interviewer,_started,\
        _finished,accord,accord_status,commune,commune_status,population,population_status,double,\
        cotiere,cotiere_status,port_nom,port_nom_status,theme,theme_status,theme_libre,mot,mot_status
        019aa1b2-0000-7000-8000-000000000001,mairies,2 bis,interview,face_to_face,finished,1,en,\
        PC07,2018-06-12T09:00:11+02:00,2018-06-12T09:36:11+02:00,OK,answered,"L’Haÿ-les-Roses
        « 94 » \\ ""rosiers""\",answered,120000,answered,300000,non,answered,,skipped,eau autre,\
        answered,,,left_blank

        """)
  }

  @Test func `a file per repeat, with the interview and the positions`() throws {
    let files = Export(of: [story(1, Sample.walk + [.finish])]).files([.csv])
    #expect(files.map(\.path) == ["interviews.csv", "dispositif.csv", "seance.csv"])
    let id = "019aa1b2-0000-7000-8000-000000000001"
    #expect(
      try text(files, "dispositif.csv").replacing("\r\n", with: "\n") == """
        _id,_position,nom,nom_status,budget,budget_status
        \(id),1,Budget participatif,answered,2000,answered
        \(id),2,Conseil,answered,,refus

        """)
    #expect(
      try text(files, "seance.csv").replacing("\r\n", with: "\n") == """
        _id,_dispositif,_position,presents,presents_status
        \(id),1,1,12,answered

        """)
  }

  @Test func `what was not reached is neither blank nor skipped`() throws {
    let events = [Sample.at("commune", .text("Laon")), .stop(reason: "lassé")]
    let csv = try text(Export(of: [story(1, events)]).files([.csv]), "interviews.csv")
    #expect(csv.contains("stopped,1,fr"))
    #expect(csv.contains(",,not_reached,Laon,answered,,not_reached,"))
  }

  @Test func `only finished and stopped interviews, and no training`() {
    let records = [
      story(4, [.finish]), story(1, [.stop(reason: "")]), story(2, []),
      story(3, kind: .training, [.finish]),
      story(5, [.finish, .reopen(reason: "")]),
    ]
    #expect(Export(of: records).records.map { $0.head.start.id.suffix(1) } == ["1", "4"])
    #expect(Export(of: records, kinds: [.training]).records.count == 1)
  }

  @Test func `the withdrawal code is nowhere`() {
    let records = [story(1, Sample.walk + [.finish]), story(2, [.finish])]
    for file in Export(of: records).files(ExportFormat.allCases) {
      #expect(!String(decoding: file.bytes, as: UTF8.self).contains("K7QF"))
    }
  }

  @Test func `a line of JSON per interview`() throws {
    let records = [story(1, Sample.walk + [.finish]), story(2, [.finish])]
    let lines = try text(Export(of: records).files([.jsonl]), "interviews.jsonl")
      .split(separator: "\n")
    #expect(lines.count == 2)
    let json = try JSONText(Array(lines[0].utf8)).root
    #expect(json["answers"]?["dispositif"]?.elements?.count == 2)
    #expect(json["missing"]?["dispositif[2].budget"]?.string == "refus")
  }

  @Test func `several questionnaires, a folder each`() throws {
    let other = RecordHead(
      Sample.start(id: "019aa1b2-0000-7000-8000-000000000009", hash: "ffff0000"),
      questionnaire: "mairies", version: "2 bis")
    let records = [story(1, [.finish]), Story(other, telling: [.finish]).record]
    #expect(
      Export(of: records).files([.jsonl]).map(\.path)
        == ["mairies-2_bis/interviews.jsonl", "mairies-2_bis-ffff0000/interviews.jsonl"])
  }

  @Test func `nothing to export is no file`() {
    #expect(Export(of: []).files(ExportFormat.allCases).isEmpty)
  }
}
