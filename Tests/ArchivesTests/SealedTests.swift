import Archives
import Formulas
import FoundationEssentials
import Glibc
import Interviews
import Questions
import Records
import SampleInterviews
import Testing
import Vaults

/// R06: a sealed interview is read by who has a key, and kept, listed, brought together, withdrawn and
/// purged by anyone.
@Suite struct SealedTests {
  private static let source = #"""
    {
      "format": 1, "id": "mairies", "version": "1", "title": "Mairies", "languages": ["fr"],
      "interview_label": "${commune}", "refused": "${habitants} = 0",
      "items": [
        {"type": "text", "name": "commune", "label": "Commune", "personal": "indirect"},
        {"type": "integer", "name": "habitants", "label": "Habitants"},
        {"type": "text", "name": "avis", "label": "Avis", "personal": "free_text"},
        {"type": "text", "name": "nom", "label": "Nom", "personal": "direct"}
      ],
      "retention": {"direct": 12, "free_text": 24, "indirect": 36}
    }
    """#
  private static let key = "00112233445566778899aabbccddeeff"
  private static let passphrase = "quatre mots tirés au sort"
  private let questionnaire: Questionnaire
  private let disk: Disk
  private let there: Disk
  private let association = AssociationKey.draw()
  private let laptop: LaptopKey
  private let id = Sample.start().id

  init() throws {
    disk = try Disk()
    there = try Disk()
    questionnaire = try QuestionnaireFile.read(Array(Self.source.utf8)).questionnaire
    laptop = try Vault.make(
      for: association.publicKey, passphrase: Self.passphrase, .ofTests
    ).1
  }

  /// What names someone or was said.
  private static let canaries = ["Canari-sur-Marne", "canari avis", "canari nom", "canari note"]
  private static let walk: [Event] = [
    .go(Sample.path("commune"), isBack: false), Sample.at("commune", .text(canaries[0])),
    Sample.at("habitants", .number(Number(2800))), Sample.at("avis", .text(canaries[1])),
    .remark(Sample.path("habitants"), canaries[3]), Sample.at("nom", .text("canari nom 1")),
    Sample.at("nom", .text(canaries[2])), .undo, .redo,
  ]

  private func sealed(_ disk: Disk, _ system: SystemCalls = .real) -> Archive {
    var archive = disk.archive(system)
    archive.keys = Keys(laptop: laptop)
    return archive
  }

  /// The same, opened by the association's key.
  private func byAssociation(_ disk: Disk) -> Archive {
    var archive = disk.archive
    archive.keys = Keys(association: association)
    return archive
  }

  /// Writes an interview, an event a minute.
  @discardableResult
  private func write(_ events: [Event], to archive: Archive) throws -> Interview {
    try archive.prepare()
    let hash = try archive.keep(questionnaire: Array(Self.source.utf8))
    let head = RecordHead(Sample.start(hash: hash), on: questionnaire, contact: Self.key)
    let journal = try archive.begin(head, on: questionnaire, by: "PC07")
    return try go(on: journal, Interview(head.start, on: questionnaire), events, from: 1)
  }

  @discardableResult
  private func go(
    on journal: Journal, _ interview: Interview, _ events: [Event], from minute: Int
  ) throws -> Interview {
    var interview = interview
    for (place, event) in events.enumerated() {
      interview.apply(event)
      try journal.append(event, at: Sample.moment(minute + place), by: "PC07")
    }
    if interview.status == .inProgress {
      try journal.writePicture(of: interview)
    } else {
      try journal.close(interview, by: "PC07")
    }
    return interview
  }

  /// Takes up an interview again, from a minute on, and lets go of it.
  @discardableResult
  private func goOn(
    _ events: [Event], on disk: Disk, from minute: Int, reopening: Bool = false,
    recovered: (Recovery?) -> Void = { _ in }
  ) throws -> Interview {
    let archive = sealed(disk)
    let now = Sample.moment(minute)
    let opened =
      reopening
      ? try archive.reopen(id, for: "faute", by: "PC07", at: now)
      : try archive.open(id, by: "PC07", at: now)
    recovered(opened.recovery)
    return try go(on: opened.journal, opened.interview, events, from: minute + 1)
  }

  private func files(of disk: Disk, holding text: String) throws -> [String] {
    let folder = disk.archive.folder
    return try FileManager.default.subpathsOfDirectory(atPath: folder).filter { path in
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(path)") else {
        return false
      }
      return String(decoding: data, as: UTF8.self).contains(text)
    }
  }

  private func expectNothingReadable(_ disk: Disk) throws {
    for canary in Self.canaries + ["canari", Sample.start().code] {
      #expect(try files(of: disk, holding: canary) == [], "\(canary)")
    }
  }

  private var journalPath: String { disk.path("journal.jsonl", of: id) }

  @Test func `R06: no file tells an answer, a name or a code, at any moment`() throws {
    let archive = sealed(disk)
    for count in 1...Self.walk.count {
      try write(Array(Self.walk.prefix(count)), to: archive)
      _ = try archive.shelf()
      try expectNothingReadable(disk)
      try FileManager.default.removeItem(atPath: archive.folder)
    }
    try write(Self.walk + [.finish], to: archive)
    _ = try archive.shelf()
    try expectNothingReadable(disk)
  }

  @Test func `the passphrase opens it after every event, and the association's key does`() throws {
    for count in 1...Self.walk.count {
      let events = Array(Self.walk.prefix(count))
      let live = try write(events, to: sealed(disk))
      for archive in [sealed(disk), byAssociation(disk)] {
        let opened = try archive.open(id, by: "PC07", at: Sample.moment(60)).interview
        #expect(opened.contents == live.contents && opened.keptApart == live.keptApart)
      }
      #expect(throws: FileFailure.sealed(id: id)) { try disk.archive.record(id) }
      try FileManager.default.removeItem(atPath: disk.archive.folder)
    }
  }

  @Test func `it is finished, reopened by another key, and finished again`() throws {
    try write(Self.walk + [.finish], to: sealed(disk))
    let first = try disk.bytes(disk.path("interview.json", of: id))
    let opened = try byAssociation(disk).reopen(
      id, for: "faute", by: "PC08", at: Sample.moment(30))
    let live = try go(
      on: opened.journal, opened.interview, [Sample.at("habitants", .number(Number(1))), .finish],
      from: 31)
    try expectNothingReadable(disk)
    let (records, failures) = try sealed(disk).endedRecordsWithContacts()
    #expect(failures.isEmpty && records.first?.interview.keptApart == live.keptApart)
    #expect(records.first?.interview.contents == live.contents)
    #expect(records.first?.head.revision == 2)
    let clear = try JSONText(first).root
    #expect(records.first?.head.parent == clear["picture_sha256"]?.string)
    var reader = PictureReader(byAssociation(disk))
    #expect(try reader.read(id, .ended) { $0.text(of: .label) } == Self.canaries[0])
    var closed = PictureReader(disk.archive)
    #expect(throws: FileFailure.sealed(id: id)) { try closed.read(id) { _ in } }
  }

  @Test func `a list needs no key, and tells how each interview stands`() throws {
    let live = try write(Self.walk, to: sealed(disk))
    let closed = try #require(try disk.archive.shelf().listings.first)
    #expect(closed.isSealed && closed.label.isEmpty && closed.code.isEmpty)
    #expect(closed.status == .inProgress && closed.updated == Sample.moment(Self.walk.count))
    let progress = live.progressWithoutApart
    #expect(closed.done == progress.done && closed.of == progress.of)
    #expect(try sealed(disk).shelf().listings.first?.label == Self.canaries[0])
    #expect(sealed(disk).latest(1)?.listings.first?.label == Self.canaries[0])
    let opened = try sealed(disk).open(id, by: "PC07", at: Sample.moment(20))
    try go(on: opened.journal, opened.interview, [.finish], from: 21)
    let ended = try #require(try disk.archive.shelf().listings.first)
    #expect(ended.status == .finished && ended.revision == 1 && !ended.isRefused)
    try expectNothingReadable(disk)
  }

  @Test func `a sealed picture has the keys the schema gives it, and no other`() throws {
    try write(Self.walk + [.finish], to: sealed(disk))
    let picture = try JSONText(disk.bytes(disk.path("interview.json", of: id))).root
    let file =
      #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined()
      + "/Questionnaires/interview.schema.json"
    let schema = try JSONText(Array(try Data(contentsOf: URL(filePath: file)))).root
    let required = schema["then"]?["required"]?.elements?.compactMap(\.string) ?? []
    let written = picture.members?.map(\.name) ?? []
    #expect(written.filter { $0 != "contact" }.sorted() == required.sorted())
    for name in written { #expect(schema["properties"]?[name] != nil, "\(name)") }
  }

  @Test func `laptops are brought together without a key, as their interviews became`() throws {
    let merge = { try disk.archive.merge(there.archive, by: "PC01", at: Sample.moment(90)) }
    try write(Self.walk, to: sealed(there))
    #expect(try merge().added == [id])
    #expect(try merge().known == 1)
    try goOn([.pause(reason: ""), .finish], on: there, from: 20)
    #expect(try merge().updated == [id])
    #expect(try merge().known == 1)
    let live = try goOn(
      [Sample.at("habitants", .number(Number(7))), .finish], on: there, from: 30, reopening: true)
    #expect(try merge().updated == [id])
    #expect(try merge().failures.isEmpty && merge().known == 1)
    let read = try byAssociation(disk).endedRecordsWithContacts().records.first?.interview
    #expect(read?.contents == live.contents && read?.keptApart == live.keptApart)
    #expect(read?.keptApart.isEmpty == false)
    try expectNothingReadable(disk)
  }

  @Test func `changed on two laptops, it waits for who has a key to decide`() throws {
    try write(Self.walk, to: sealed(there))
    _ = try disk.archive.merge(there.archive, by: "PC01", at: Sample.moment(20))
    for (place, disk) in [disk, there].enumerated() {
      let opened = try sealed(disk).open(id, by: "PC07", at: Sample.moment(30))
      try go(
        on: opened.journal, opened.interview,
        [Sample.at("habitants", .number(Number(place)))], from: 31 + place)
    }
    let merge = try disk.archive.merge(there.archive, by: "PC01", at: Sample.moment(40))
    #expect(merge.conflicts == [id])
    #expect(try disk.archive.conflicts().failures == [.sealed(id: id)])
    let conflict = try #require(try byAssociation(disk).conflicts().conflicts.first)
    try byAssociation(disk).keepTheirs(conflict, by: "PC01", at: Sample.moment(41))
    let kept = try byAssociation(disk).record(id).interview
    #expect(try kept.contents == byAssociation(there).record(id).interview.contents)
  }

  @Test func `a withdrawal code takes it away without a key`() throws {
    try write(Self.walk + [.finish], to: sealed(disk))
    let found = try disk.archive.withdraw(Sample.start().code, by: "PC07", at: Sample.moment(40))
    #expect(found.removedSomething && found.tombstones.map(\.id) == [id])
    #expect(try files(of: disk, holding: Self.key) == [])
    #expect(try disk.names("\(disk.archive.folder)/contacts") == [])
  }

  @Test func `a purge needs no key, but to take the texts out`() throws {
    try write(Self.walk + [.finish], to: sealed(disk))
    let overdue = { (archive: Archive, day: String) in
      try archive.overdue(on: try #require(CalendarDate(reading: day))).entries
    }
    let contacts = try overdue(disk.archive, "2019-06-12")
    #expect(contacts.map(\.matter) == [.contacts])
    let purge = { (archive: Archive, entries: [Overdue]) in
      let done = try archive.purge(entries, by: "PC01", at: Sample.moment(50))
      #expect(done.removed == (done.failures.isEmpty ? entries : []))
      return done.failures
    }
    #expect(try purge(disk.archive, contacts) == [])
    let texts = try overdue(disk.archive, "2020-06-12")
    #expect(texts.map(\.matter) == [.texts] && texts.allSatisfy(\.needsKey))
    #expect(try purge(disk.archive, texts) == [.sealed(id: id)])
    #expect(try purge(byAssociation(disk), texts) == [])
    #expect(try overdue(disk.archive, "2020-06-12") == [])
    let whole = try overdue(disk.archive, "2021-06-12")
    #expect(whole.map(\.matter) == [.interview])
    #expect(try purge(disk.archive, whole) == [])
    #expect(try disk.archive.ids() == [])
  }

  @Test func `a line cut while being written, a damaged one and a changed one are told apart`()
    throws
  {
    let live = try write(Self.walk + [Sample.at("habitants", .number(Number(3)))], to: sealed(disk))
    let bytes = try disk.bytes(journalPath)
    try FileManager.default.removeItem(atPath: disk.path("interview.json", of: id))
    try disk.write(bytes + Array(#"{"n":12,"at":"2018-0"#.utf8), to: journalPath)
    let torn = try goOn([.pause(reason: "")], on: disk, from: 60) { recovery in
      #expect(recovery == .torn(path: journalPath))
    }
    #expect(torn.contents == live.contents)
    #expect(try sealed(disk).record(id).interview.contents == live.contents)
    try FileManager.default.removeItem(atPath: disk.path("interview.json", of: id))

    let lines = try disk.text(journalPath).split(separator: "\n", omittingEmptySubsequences: false)
    var moved = lines
    moved.swapAt(2, 3)
    try disk.write(Array(moved.joined(separator: "\n").utf8), to: journalPath)
    #expect(throws: FileFailure.tampered(path: journalPath, line: 3)) {
      try sealed(disk).record(id)
    }
    var cut = lines
    cut[3] = cut[3].dropFirst(9)
    try disk.write(Array(cut.joined(separator: "\n").utf8), to: journalPath)
    var kept = ""
    let end = try goOn([Sample.at("avis", .text("repris"))], on: disk, from: 62) { recovery in
      guard case .damaged(_, 4, 3, let name) = recovery else {
        Issue.record("\(String(describing: recovery))")
        return
      }
      kept = name
    }
    #expect(try disk.names(disk.path("", of: id)).contains(kept))
    let opened = String(decoding: try byAssociation(disk).file(kept, of: id), as: UTF8.self)
    #expect(opened.contains("Canari-sur-Marne") && opened.contains("canari avis"))
    #expect(throws: FileFailure.sealed(id: id)) { try disk.archive.file(kept, of: id) }
    #expect(try sealed(disk).record(id).interview.contents == end.contents)
    try FileManager.default.removeItem(atPath: disk.path("interview.json", of: id))
    try expectNothingReadable(disk)
  }

  @Test func `a block of zeros over several lines is damage, and no tampering`() throws {
    let more = (3...4).map { Sample.at("nom", .text("canari nom \($0)")) }
    let live = try write(Self.walk + more, to: sealed(disk))
    let store = "\(disk.archive.folder)/contacts/\(Self.key)/journal.jsonl"
    for (path, line) in [(journalPath, 5), (store, 2)] {
      var bytes = try disk.bytes(path)
      let ends = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }
      for place in (ends[line - 1] - 2)...(ends[line - 1] + 4) { bytes[place] = 0 }
      try disk.write(bytes, to: path)
    }
    let read = try byAssociation(disk).open(id, by: "PC07", at: Sample.moment(60))
    #expect(read.interview.contents == live.contents)
    #expect(read.interview.keptApart == live.keptApart)
    guard case .fromPicture? = read.recovery else {
      Issue.record("\(String(describing: read.recovery))")
      return
    }
  }

  @Test func `a damaged journal that setting up sealed is read again, by who has a key`() throws {
    try write(Self.walk, to: disk.archive)
    let whole = try disk.bytes(journalPath)
    try FileManager.default.removeItem(atPath: disk.path("interview.json", of: id))
    let damaged = Array(String(decoding: whole, as: UTF8.self).replacing("2800", with: "2801").utf8)
    try disk.write(damaged, to: journalPath)
    let sealing = try sealed(disk).sealAll(by: laptop, holder: "P", at: Sample.moment(40))
    #expect(sealing.count == 1 && sealing.failures.isEmpty)
    guard case .damaged(_, _, _, "journal.damaged-1.jsonl")? = sealing.recoveries.first else {
      Issue.record("\(sealing.recoveries)")
      return
    }
    try expectNothingReadable(disk)
    let name = "journal.damaged-1.jsonl"
    #expect(try sealed(disk).holding(id).files.contains(name))
    for archive in [sealed(disk), byAssociation(disk)] {
      #expect(try archive.file(name, of: id) == damaged)
    }
    #expect(throws: FileFailure.sealed(id: id)) { try disk.archive.file(name, of: id) }
    #expect(throws: FileFailure.self) { try sealed(disk).file("../../vault.json", of: id) }
  }

  @Test func `taken to another version of its questionnaire, it stays sealed`() throws {
    let live = try write(Self.walk, to: sealed(disk))
    let source = Self.source.replacing(#""version": "1""#, with: #""version": "2""#)
    let bytes = Array(source.utf8)
    let version = Archive.Version(bytes, try QuestionnaireFile.read(bytes).questionnaire)
    try sealed(disk).migrate(
      id, to: version, key: Self.key, by: "PC07", at: Sample.moment(20))
    try expectNothingReadable(disk)
    let read = try byAssociation(disk).open(id, by: "PC07", at: Sample.moment(21)).interview
    #expect(read.questionnaire.version == "2")
    #expect(read.contents.nodes == live.contents.nodes && read.keptApart == live.keptApart)
    let closed = try #require(try disk.archive.shelf().listings.first)
    #expect(closed.status == .inProgress && closed.revision == 1 && closed.version == "2")
  }

  @Test func `a journal that is lost is taken back from the sealed picture`() throws {
    let live = try write(Self.walk + [.finish], to: sealed(disk))
    try disk.write(Array("perdu\n".utf8), to: journalPath)
    #expect(throws: FileFailure.sealed(id: id)) { try disk.archive.record(id) }
    let opened = try sealed(disk).open(id, by: "PC07", at: Sample.moment(60))
    guard case .fromPicture? = opened.recovery else {
      Issue.record("\(String(describing: opened.recovery))")
      return
    }
    #expect(opened.interview.contents == live.contents)
    #expect(try sealed(disk).record(id).interview.contents == live.contents)
    try expectNothingReadable(disk)
  }

  @Test func `what was there before the vault is sealed, and can still be all it could be`() throws
  {
    try write(Self.walk + [.finish], to: disk.archive)
    try FileManager.default.copyItem(atPath: disk.archive.folder, toPath: there.archive.folder)
    let opened = try there.archive.reopen(id, for: "faute", by: "PC08", at: Sample.moment(30))
    let later = try go(
      on: opened.journal, opened.interview, [Sample.at("habitants", .number(Number(9))), .finish],
      from: 31)
    let live = try disk.archive.endedRecordsWithContacts().records.first?.interview
    try disk.write(Array("canari nom".utf8), to: disk.path("journal.damaged-1.jsonl", of: id))
    _ = try disk.archive.shelf()
    #expect(try disk.archive.sealedCounts() == (0, 1))
    for count in [1, 0] {
      let sealing = try disk.archive.sealAll(by: laptop, holder: "PC07", at: Sample.moment(40))
      #expect(count == 0 || sealing.count == 1 && sealing.failures.isEmpty)
      try expectNothingReadable(disk)
    }
    #expect(try disk.archive.sealedCounts() == (1, 0))
    let read = try sealed(disk).endedRecordsWithContacts().records.first?.interview
    #expect(read?.contents == live?.contents && read?.keptApart == live?.keptApart)
    #expect(try sealed(disk).shelf().listings.first?.label == Self.canaries[0])
    let merge = try disk.archive.merge(there.archive, by: "PC01", at: Sample.moment(50))
    #expect(merge.updated == [id])
    #expect(try disk.archive.record(id).interview.contents == later.contents)
  }

  @Test func `wherever the disk fails while sealing, nothing is lost, and it is run again`() throws
  {
    func begin() throws {
      try? FileManager.default.removeItem(atPath: disk.archive.folder)
      try write(Self.walk + [.finish], to: disk.archive)
    }
    try begin()
    let live = try disk.archive.endedRecordsWithContacts().records.first?.interview
    let counting = Faults(.never)
    _ = try sealed(disk, counting.system).sealAll(by: laptop, holder: "P", at: Sample.moment(40))
    for place in 1...counting.count {
      try begin()
      let archive = sealed(disk, Faults(.once(at: place, ENOSPC)).system)
      _ = try? archive.sealAll(by: laptop, holder: "P", at: Sample.moment(40))
      for _ in 1...2 {
        let read = try sealed(disk).endedRecordsWithContacts().records.first?.interview
        #expect(read?.contents == live?.contents && read?.keptApart == live?.keptApart, "\(place)")
        _ = try sealed(disk).sealAll(by: laptop, holder: "P", at: Sample.moment(41))
      }
      try expectNothingReadable(disk)
    }
  }
}
