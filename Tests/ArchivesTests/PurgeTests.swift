import Archives
import Formulas
import FoundationEssentials
import Interviews
import Questions
import Records
import SampleInterviews
import Testing

/// R11: each class of data is kept as many months as the questionnaire says, and no longer.
@Suite struct PurgeTests {
  private static let source = #"""
    {
      "format": 1, "id": "mairies", "version": "1", "title": "Mairies", "languages": ["fr"],
      "choice_lists": {"voies": [{"name": "poste", "label": "Poste"},
        {"name": "autre", "label": "Autre", "other": "voie_libre"}]},
      "items": [
        {"type": "integer", "name": "habitants", "label": "Habitants"},
        {"type": "text", "name": "commune", "label": "Commune", "personal": "indirect"},
        {"type": "text", "name": "avis", "label": "Avis", "personal": "free_text"},
        {"type": "select_one", "name": "voie", "label": "Voie", "choices": "voies"},
        {"type": "text", "name": "nom", "label": "Nom", "personal": "direct"}
      ],
      "retention": {"direct": 12, "free_text": 24, "indirect": 36}
    }
    """#
  private let disk: Disk
  private let questionnaire: Questionnaire
  private let id = Sample.start().id

  init() throws {
    disk = try Disk()
    questionnaire = try QuestionnaireFile.read(Array(Self.source.utf8)).questionnaire
    try disk.archive.prepare()
  }

  /// An interview with one canary per class, ended on 12 June 2018 unless it is left open.
  private func write(_ id: String? = nil, endingWith end: Event? = .finish) throws {
    let hash = try disk.archive.keep(questionnaire: Array(Self.source.utf8))
    let start = Sample.start(id: id ?? self.id, hash: hash)
    let head = RecordHead(start, on: questionnaire, contact: start.id.replacing("-", with: ""))
    let journal = try disk.archive.begin(head, on: questionnaire, by: "PC07")
    var interview = Interview(start, on: questionnaire)
    let events: [Event] =
      [
        Sample.at("habitants", .number(Number(2800))),
        Sample.at("commune", .text("Canari-sur-Marne")),
        Sample.at("avis", .text("canari avis")), .remark(Sample.path("commune"), "canari remarque"),
        Sample.at("voie", .choice("autre")), Sample.at("voie_libre", .text("canari voie")),
        Sample.at("nom", .text("canari nom")),
      ] + (end.map { [$0] } ?? [])
    for event in events {
      interview.apply(event)
      try journal.append(event, at: Sample.moment(1), by: "PC07")
    }
    if end != nil { try journal.close(interview, by: "PC07") }
  }

  private func day(_ text: String) throws -> CalendarDate {
    try #require(CalendarDate(reading: text))
  }

  /// Purges on a day; what went.
  private func purge(on day: String) throws -> [String] {
    let moment = try #require(DateTime(reading: "\(day)T09:00:00+02:00"))
    let (entries, failures) = try disk.archive.overdue(on: moment.date)
    #expect(failures.isEmpty)
    let (removed, kept) = try disk.archive.purge(entries, by: "PC07", at: moment)
    #expect(kept.isEmpty && removed == entries)
    return entries.map { "\($0.matter.rawValue) \($0.since)" }
  }

  private func holds(_ text: String) throws -> Bool {
    let folder = disk.archive.folder
    return try FileManager.default.subpathsOfDirectory(atPath: folder).contains { path in
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(path)") else {
        return false
      }
      return String(decoding: data, as: UTF8.self).contains(text)
    }
  }

  @Test func `R11: with the years, contact details go, then texts, then the interview`() throws {
    try write()
    _ = try disk.archive.shelf()
    #expect(try purge(on: "2019-06-11") == [])
    #expect(try holds("canari nom"))
    #expect(try purge(on: "2019-06-12") == ["contacts 2019-06-12"])
    #expect(try !holds("canari nom") && holds("canari avis"))
    #expect(try purge(on: "2020-06-12") == ["texts 2020-06-12"])
    for text in ["canari avis", "canari remarque", "canari voie"] { #expect(try !holds(text)) }
    let left = try disk.archive.record(id)
    #expect(left.interview.status == .finished)
    #expect(left.interview.label == left.head.start.code)
    #expect(
      left.interview.contents.nodes.map(\.self) == [
        .value("habitants", .number(Number(2800))), .value("commune", .text("Canari-sur-Marne")),
        .value("voie", .choice("autre")),
      ])
    #expect(try purge(on: "2021-06-11") == [])
    #expect(try purge(on: "2021-06-12") == ["interview 2021-06-12"])
    #expect(try !holds("Canari-sur-Marne"))
    #expect(try disk.archive.ids() == [])
    #expect(try purge(on: "2030-01-01") == [])
    let notes = try disk.text("\(disk.archive.folder)/purges.jsonl")
    #expect(notes.split(separator: "\n").count == 3)
    #expect(notes.contains(#""removed":"texts","since":"2020-06-12""#))
    #expect(try disk.mode("\(disk.archive.folder)/purges.jsonl") == 0o600)
  }

  @Test func `home counts what is overdue from its listings alone`() throws {
    try write()
    let count = { (text: String) in
      disk.archive.overdueCount(try disk.archive.shelf().listings, on: try day(text))
    }
    #expect(try count("2019-06-11") == 0)
    #expect(try count("2019-06-12") == 1)
    _ = try purge(on: "2019-06-12")
    #expect(try count("2019-06-12") == 0)
    #expect(try count("2020-06-12") == 1)
    _ = try purge(on: "2020-06-12")
    #expect(try count("2021-06-11") == 0 && count("2021-06-12") == 1)
  }

  @Test func `an interview nobody ended goes whole once its texts are due`() throws {
    try write(endingWith: nil)
    #expect(try purge(on: "2020-06-12") == ["interview 2020-06-12"])
    #expect(try !holds("canari") && disk.archive.ids() == [])
  }

  @Test func `the trash is purged too, its texts first`() throws {
    try write()
    try disk.archive.trash(id, by: "PC07", at: Sample.moment(3))
    #expect(try purge(on: "2020-06-12") == ["contacts 2019-06-12", "texts 2020-06-12"])
    #expect(try !holds("canari") && holds("Canari-sur-Marne"))
    try disk.archive.restore(id, by: "PC07", at: Sample.moment(4))
    #expect(try disk.archive.record(id).interview.status == .finished)
    #expect(try purge(on: "2021-06-12") == ["interview 2021-06-12"])
    #expect(try !holds("Canari"))
  }

  @Test func `a copy set apart by merging goes whole with its texts, and takes no other along`()
    throws
  {
    try write()
    try FileManager.default.createDirectory(
      atPath: "\(disk.archive.folder)/conflicts/\(id)", withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: "\(disk.archive.folder)/interviews/\(id)",
      toPath: "\(disk.archive.folder)/conflicts/\(id)/1")
    let purged = try purge(on: "2020-06-12").sorted()
    #expect(
      purged == [
        "contacts 2019-06-12", "contacts 2019-06-12", "interview 2020-06-12", "texts 2020-06-12",
      ])
    #expect(try disk.archive.ids() == [id] && !holds("canari"))
  }

  @Test func `one that is open elsewhere keeps no other from being purged`() throws {
    let other = id.dropLast() + "f"
    try write()
    try write(String(other))
    let open = try disk.archive.open(id, by: "PC08", at: Sample.moment(5))
    let moment = try #require(DateTime(reading: "2021-06-12T09:00:00+02:00"))
    let entries = try disk.archive.overdue(on: moment.date).entries
    let (removed, failures) = try disk.archive.purge(entries, by: "PC07", at: moment)
    #expect(removed.map(\.id) == [String(other)] && failures.count == 1)
    #expect(try disk.archive.ids() == [id])
    withExtendedLifetime(open) {}
  }

  @Test func `listing what is overdue removes nothing`() throws {
    try write()
    #expect(try disk.archive.overdue(on: try day("2030-01-01")).entries.count == 1)
    #expect(try disk.archive.ids() == [id] && holds("canari nom"))
  }
}
