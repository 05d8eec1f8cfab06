import Archives
import Formulas
import FoundationEssentials
import Glibc
import Interviews
import Questions
import Records
import SampleInterviews
import Testing

/// R05: what names a person is kept apart from what that person answered.
@Suite struct ContactTests {
  private static let source = #"""
    {
      "format": 1, "id": "mairies", "version": "1", "title": "Mairies", "languages": ["fr"],
      "interview_label": "${commune}",
      "choice_lists": {
        "oui_non": [{"name": "oui", "label": "Oui"}, {"name": "non", "label": "Non"}],
        "voies": [{"name": "poste", "label": "Poste"},
          {"name": "autre", "label": "Autre", "other": "voie_libre"}]
      },
      "missing": [{"name": "refus", "kind": "refused", "label": "Refuse"}],
      "items": [
        {"type": "text", "name": "commune", "label": "Commune"},
        {"type": "select_one", "name": "rappel", "label": "Rappeler ?", "choices": "oui_non"},
        {"type": "group", "name": "coordonnees", "relevant": "${rappel} = 'oui'", "items": [
          {"type": "text", "name": "nom", "label": "Nom", "personal": "direct",
           "missing": ["refus"], "checks": [{"name": "N", "severity": "warning",
             "constraint": "string-length(.) < 9", "message": "Long ?"}]},
          {"type": "select_one", "name": "voie", "label": "Par où ?", "choices": "voies",
           "personal": "direct"}
        ]},
        {"type": "text", "name": "fin", "label": "Fin"}
      ]
    }
    """#
  private let questionnaire: Questionnaire
  private let disk: Disk
  private let id = Sample.start().id
  private let key = "00112233445566778899aabbccddeeff"
  private let canary = "Canari"

  init() throws {
    disk = try Disk()
    questionnaire = try QuestionnaireFile.read(Array(Self.source.utf8)).questionnaire
  }

  private func at(_ path: String, _ value: Value) -> Event { Sample.at(path, value) }

  /// Answers, slips, undoing across both, and back.
  private var walk: [Event] {
    [
      at("commune", .text("Laon")), at("rappel", .choice("oui")), at("nom", .text("\(canary) 1")),
      at("nom", .text("\(canary) 2")), at("nom", .text("\(canary) 2")), .undo,
      at("nom", .text("\(canary) 1")), at("fin", .text("un")), .undo, .undo, .redo,
      .remark(Sample.path("nom"), "\(canary) remarque"), .undo, .redo,
      .special(Sample.path("nom"), "refus"), .undo, .draft(Sample.path("nom"), "\(canary) brou"),
      at("voie", .choice("autre")), at("voie_libre", .text("\(canary) voie")),
      .confirm(check: "N", Sample.path("nom"), explanation: "\(canary) confirme"),
      .leave(Sample.path("nom")), .leave(Sample.path("nom")), .undo, .clear(Sample.path("voie")),
      .undo, at("fin", .text("deux")), .undo, .redo,
    ]
  }

  /// Makes the archive, and begins the interview.
  private func begin(_ archive: Archive) throws -> Journal {
    try archive.prepare()
    let hash = try archive.keep(questionnaire: Array(Self.source.utf8))
    let head = RecordHead(Sample.start(hash: hash), on: questionnaire, contact: key)
    return try archive.begin(head, on: questionnaire, by: "PC07")
  }

  @discardableResult
  private func tell(
    _ events: [Event], to journal: Journal, from interview: Interview? = nil
  ) throws -> Interview {
    var interview = interview ?? Interview(journal.head.start, on: questionnaire)
    for event in events {
      interview.apply(event)
      try journal.append(event, at: Sample.moment(1), by: "PC07")
    }
    return interview
  }

  /// The same events on the questionnaire as the archive reads it: two readings are never equal.
  private func again(_ events: [Event], as opened: Interview?) throws -> Interview {
    let opened = try #require(opened)
    var interview = Interview(opened.start, on: opened.questionnaire)
    for event in events { interview.apply(event) }
    return interview
  }

  /// The files of the archive that hold a text, by their path in it.
  private func files(holding text: String) throws -> [String] {
    let folder = disk.archive.folder
    return try FileManager.default.subpathsOfDirectory(atPath: folder).filter { path in
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(path)") else {
        return false
      }
      return String(decoding: data, as: UTF8.self).contains(text)
    }.sorted()
  }

  private var store: String { "contacts/\(key)/journal.jsonl" }

  @Test func `R05: what names a person is in its own store, and nowhere else`() throws {
    let journal = try begin(disk.archive)
    let interview = try tell(walk, to: journal)
    try journal.writePicture(of: interview)
    _ = try disk.archive.shelf()
    #expect(try files(holding: canary) == [store])
    #expect(try files(holding: "Laon").contains("interviews/\(id)/interview.json"))
    #expect(try !disk.text("\(disk.archive.folder)/\(store)").contains(id))
    for path in ["contacts", "contacts/\(key)"] {
      #expect(try disk.mode("\(disk.archive.folder)/\(path)") == 0o700)
    }
    #expect(try disk.mode("\(disk.archive.folder)/\(store)") == 0o600)
  }

  @Test
  func `after every event, reopening gives the interview, and without the store all the rest`()
    throws
  {
    for count in 1...walk.count {
      let events = Array(walk.prefix(count))
      let live = try tell(events, to: try begin(disk.archive))
      let opened = try disk.archive.open(id, by: "PC07", at: Sample.moment(2)).interview
      #expect(try opened == again(events, as: opened), "event \(count)")
      #expect(try disk.archive.record(id).interview.contents == live.contents, "event \(count)")
      try FileManager.default.removeItem(atPath: disk.archive.folder)
    }
  }

  @Test func `a store that is gone takes nothing else with it, and a new one begins`() throws {
    var live = try tell(walk, to: try begin(disk.archive))
    try FileManager.default.removeItem(atPath: "\(disk.archive.folder)/contacts")
    #expect(try disk.archive.shelf().listings.map(\.label) == ["Laon"])
    let opened = try disk.archive.open(id, by: "PC07", at: Sample.moment(2))
    #expect(opened.interview.contents == live.contents)
    live = try tell(
      [at("nom", .text("\(canary) 3")), .undo, .redo, .finish], to: opened.journal,
      from: opened.interview)
    try opened.journal.close(live, by: "PC07")
    let (records, failures) = try disk.archive.endedRecordsWithContacts()
    #expect(failures.isEmpty && records.first?.interview.keptApart == live.keptApart)
    #expect(try disk.archive.endedRecords().records.first?.interview.contents == live.contents)
  }

  @Test func `finishing forgets what no longer counts, and reopening finds the rest`() throws {
    let journal = try begin(disk.archive)
    let events = walk + [at("nom", .text("Duc")), .finish]
    let live = try tell(events, to: journal)
    try journal.close(live, by: "PC07")
    let text = try disk.text("\(disk.archive.folder)/\(store)")
    #expect(text.contains("Duc") && !text.contains("\(canary) 1"))
    let read = try disk.archive.endedRecordsWithContacts().records.first?.interview
    #expect(try read == again(events, as: read))
  }

  @Test func `an agreement taken back takes the contact details with it`() throws {
    let journal = try begin(disk.archive)
    let live = try tell(walk + [at("rappel", .choice("non")), .finish], to: journal)
    try journal.close(live, by: "PC07")
    #expect(try files(holding: canary) == [])
  }

  @Test func `another laptop's contact details come with its interviews, as they become`() throws {
    let there = try Disk()
    let journal = try begin(there.archive)
    let live = try tell(walk, to: journal)
    let merge = { try disk.archive.merge(there.archive, by: "PC01", at: Sample.moment(9)) }
    #expect(try merge().added == [id] && files(holding: canary) == [store])
    #expect(try disk.mode("\(disk.archive.folder)/\(store)") == 0o600)
    let ended = [at("nom", .text("Duc")), at("rappel", .choice("oui")), Event.finish]
    let end = try tell(ended, to: journal, from: live)
    try journal.close(end, by: "PC07")
    #expect(try merge().updated == [id])
    #expect(try merge().known == 1)
    let read = try disk.archive.endedRecordsWithContacts().records.first?.interview
    #expect(read?.keptApart == end.keptApart && read?.keptApart.isEmpty == false)
    #expect(try !disk.text("\(disk.archive.folder)/\(store)").contains("\(canary) 1"))
  }

  @Test(arguments: [true, false])
  func `changed on two laptops, contact details go with the side that is kept`(
    keepsTheirs: Bool
  ) throws {
    let there = try Disk()
    try tell(walk, to: try begin(there.archive))
    _ = try disk.archive.merge(there.archive, by: "PC01", at: Sample.moment(9))
    for (place, side) in [(disk.archive, "Ici"), (there.archive, "Là-bas")].enumerated() {
      let opened = try side.0.open(id, by: "PC07", at: Sample.moment(10))
      try tell([at("nom", .text(side.1))], to: opened.journal, from: opened.interview)
      try opened.journal.append(.pause(reason: ""), at: Sample.moment(11 + place), by: "PC07")
    }
    let merge = try disk.archive.merge(there.archive, by: "PC01", at: Sample.moment(14))
    #expect(merge.conflicts == [id])
    let conflict = try #require(try disk.archive.conflicts().conflicts.first)
    if keepsTheirs {
      try disk.archive.keepTheirs(conflict, by: "PC01", at: Sample.moment(15))
    } else {
      try disk.archive.keepMine(conflict)
    }
    let kept = try disk.archive.open(id, by: "PC01", at: Sample.moment(16)).interview
    let expected = try (keepsTheirs ? there : disk).archive
      .open(id, by: "PC01", at: Sample.moment(17)).interview
    #expect(kept.keptApart == expected.keptApart)
    #expect(kept.keptApart.contains(at("nom", .text(keepsTheirs ? "Là-bas" : "Ici"))))
    _ = try disk.archive.withdraw(Sample.start().code, by: "PC07", at: Sample.moment(18))
    #expect(try files(holding: "Là-bas") == [] && files(holding: "Ici") == [])
  }

  @Test func `lists count what is asked the same, the store opened or not`() throws {
    let journal = try begin(disk.archive)
    let events = walk + [at("nom", .text("Duc")), at("fin", .text("fin"))]
    let live = try tell(events, to: journal)
    let open = try #require(try disk.archive.shelf().listings.first)
    #expect(open.done == open.of)
    let ended = try tell([.finish], to: journal, from: live)
    try journal.close(ended, by: "PC07")
    let closed = try #require(try disk.archive.shelf().listings.first)
    #expect(closed.done == closed.of && closed.of == open.of)
  }

  @Test func `an agreement taken back elsewhere takes the contact details here too`() throws {
    let there = try Disk()
    let journal = try begin(there.archive)
    let live = try tell(walk, to: journal)
    _ = try disk.archive.merge(there.archive, by: "PC01", at: Sample.moment(9))
    let end = try tell([at("rappel", .choice("non")), .finish], to: journal, from: live)
    try journal.close(end, by: "PC07")
    _ = try disk.archive.merge(there.archive, by: "PC01", at: Sample.moment(10))
    #expect(try files(holding: canary) == [])
  }

  @Test func `a withdrawal elsewhere takes the contact details here too`() throws {
    let there = try Disk()
    try tell(walk, to: try begin(there.archive))
    _ = try disk.archive.merge(there.archive, by: "PC01", at: Sample.moment(8))
    _ = try there.archive.withdraw(Sample.start().code, by: "PC07", at: Sample.moment(9))
    let merge = try disk.archive.merge(there.archive, by: "PC01", at: Sample.moment(10))
    #expect(try merge.withdrawn == [id] && files(holding: canary) == [])
  }

  @Test func `a key that leads elsewhere is no key, and nothing is removed there`() throws {
    try tell(walk, to: try begin(disk.archive))
    let path = "\(disk.archive.folder)/interviews/\(id)/journal.jsonl"
    let line = try #require(try disk.text(path).split(separator: "\n").first)
    let body = line.replacing(key, with: "../questionnaires").prefix { $0 != "\n" }
    let unsealed = body.components(separatedBy: #","sum""#)[0]
    let sum = String(CheckSum.crc32(Array(unsealed.utf8)[...]), radix: 16)
    let padded = String(repeating: "0", count: 8 - sum.count) + sum
    let bytes = Array((unsealed + #","sum":"\#(padded)"}"#).utf8)
    #expect(throws: Unreadable.noHead) { try RecordHead(reading: bytes[...]) }
  }

  @Test func `withdrawing takes the store too`() throws {
    try tell(walk, to: try begin(disk.archive))
    let code = Sample.start().code
    _ = try disk.archive.withdraw(code, by: "PC07", at: Sample.moment(9))
    #expect(try files(holding: canary) == [])
    #expect(try files(holding: key) == [])
  }

  @Test func `wherever the disk fails, what waits is written by the next that works`() throws {
    let counting = Faults(.never)
    try tell(walk, to: try begin(disk.archive(counting.system)))
    let calls = counting.count
    for place in stride(from: 1, through: calls, by: 3) {
      try? FileManager.default.removeItem(atPath: disk.archive.folder)
      let archive = disk.archive(Faults(.once(at: place, ENOSPC)).system)
      guard let journal = try? begin(archive) else { continue }
      for event in walk {
        try? journal.append(event, at: Sample.moment(1), by: "PC07")
      }
      try journal.save()
      #expect(try disk.archive.endedRecordsWithContacts().failures.isEmpty)
      withExtendedLifetime(journal) {}
      let copy = Archive(at: "\(disk.folder)/copy-\(place)")
      try FileManager.default.copyItem(atPath: disk.archive.folder, toPath: copy.folder)
      let read = try copy.open(id, by: "PC08", at: Sample.moment(2)).interview
      #expect(try read == again(walk, as: read), "\(place)")
    }
  }
}
