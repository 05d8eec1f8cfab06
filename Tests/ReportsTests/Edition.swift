import Exports
import Formulas
import Foundation
import Interviews
import Questions
import Records
import Reports
import Testing

/// The fictional edition of a letter: A whole, B with absences, C interviewed twice in places.
struct Edition {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures")

  let questionnaire: Questionnaire
  let records: [Record]
  /// What found no place in an interview.
  let lost: [ImportFault]

  init(_ letter: String) throws {
    try self.init(
      ["respondents", "dispositifs"].map { name in
        let file = Self.folder.appending(path: "\(name)_\(letter).csv")
        return try TableText([UInt8](Data(contentsOf: file)), path: file.lastPathComponent)
      })
  }

  /// Interviews with the barometer, each a row, all of which agreed to take part.
  init(_ tables: [TableText]) throws {
    questionnaire = try Self.barometre()
    let plan = try Import(
      tables, on: questionnaire, set: [(name: "consent_participation", text: "oui")])
    let started = try #require(DateTime(reading: "2017-10-15T12:00:00+02:00"))
    var lost: [ImportFault] = []
    records = plan.rows.enumerated().map { [questionnaire] place, row in
      let start = Start(
        id: "2017-\(place + 1000)", code: "", kind: .imported, mode: .selfCompleted,
        questionnaireHash: "", interviewer: "import", started: started, language: "fr")
      let (interview, left) = plan.interview(of: row, start)
      lost += left
      return Record(
        head: RecordHead(start, on: questionnaire), course: Course(started: started),
        interview: interview)
    }
    self.lost = lost
  }

  /// The one that ships with the program.
  static func barometre() throws -> Questionnaire {
    let file = folder.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Questionnaires/barometre/questionnaire.json")
    return try QuestionnaireFile.read([UInt8](Data(contentsOf: file))).questionnaire
  }

  func tabulation(by: String? = nil) throws -> Tabulation {
    var tabulation = Tabulation(
      questionnaire, by: try by.map { try #require(questionnaire.index(of: $0)) })
    let sheet = Sheet(questionnaire)
    for record in records { tabulation.add(try sheet.filled(with: record)) }
    return tabulation
  }

  func tallies() throws -> [String: Tally] {
    let figures = try tabulation().figures
    return Dictionary(
      uniqueKeysWithValues: figures.map { figure in
        (questionnaire.results.indicators[figure.place].name, figure.whole)
      })
  }

  /// What the edition must give.
  static func expected(_ letter: String) throws -> JSONValue {
    let file = folder.appending(path: "expected.json")
    return try #require(JSONText([UInt8](Data(contentsOf: file))).root[letter])
  }
}

extension Sheet {
  /// The sheet, once it holds what the record's picture says.
  func filled(with record: Record) throws -> Sheet {
    var scan = PictureScan(record.interview.questionnaire)
    scan.bytes = Picture(of: record).file(journalBytes: 0)
    let isRead = scan.read()
    try #require(isRead)
    fill(scan)
    return self
  }
}
