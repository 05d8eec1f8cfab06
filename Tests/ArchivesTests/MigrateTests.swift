import Archives
import Formulas
import Glibc
import Interviews
import Questions
import Records
import SampleInterviews
import Testing
import Torture

/// A new version of a questionnaire touches an interview under way only when asked to.
@Suite struct MigrateTests {
  private let disk: Disk
  private let id = Sample.start().id
  private let key = "00112233445566778899aabbccddeeff"
  private let version: Archive.Version
  private let newHash: String

  init() throws {
    disk = try Disk()
    let source = Sample.source.replacing(#""version": "2 bis""#, with: #""version": "3""#)
      .replacing(
        #""type": "integer", "name": "budget""#, with: #""type": "text", "name": "budget""#
      )
      .replacing(
        #""constraint": "${budget} < 1000""#, with: #""constraint": "${budget} != '1000'""#
      )
      .replacing(#""name": "mot""#, with: #""name": "dernier_mot""#)
    let bytes = Array(source.utf8)
    version = Archive.Version(bytes, try QuestionnaireFile.read(bytes).questionnaire)
    newHash = Archive.hash(of: bytes)
  }

  /// An interview in progress, and how it went.
  @discardableResult
  private func write(_ events: [Event], _ archive: Archive? = nil) throws -> Interview {
    let archive = archive ?? disk.archive
    _ = try archive.keep(questionnaire: Sample.bytes)
    let journal = try archive.begin(Sample.head(hash: disk.hash), by: "PC07")
    var interview = Interview(journal.head.start, on: Sample.questionnaire)
    for (minute, event) in events.enumerated() {
      interview.apply(event)
      try journal.append(event, at: Sample.moment(minute + 1), by: "PC07")
    }
    if interview.status == .inProgress { try journal.writePicture(of: interview) }
    if interview.status != .inProgress { try journal.close(interview, by: "PC07") }
    return interview
  }

  private func migrate(_ archive: Archive? = nil) throws(FileFailure) -> Migration? {
    try (archive ?? disk.archive)
      .migrate(id, to: version, key: key, by: "PC01", at: Sample.moment(90))
  }

  @Test func `until it is told to go, an interview stays on its own version`() throws {
    let interview = try write(Array(Sample.walk))
    let before = try disk.bytes(disk.path("journal.jsonl", of: id))
    _ = try disk.archive.keep(questionnaire: version.bytes)
    let told = try #require(try disk.archive.migration(of: id, to: version))
    #expect(told.dropped.map(\.place) == [])
    #expect(told.changed.map(\.place) == ["dispositif[1].budget"])
    #expect(try disk.bytes(disk.path("journal.jsonl", of: id)) == before)
    let record = try disk.archive.record(id)
    #expect(record.interview.contents == interview.contents && record.head.version == "2 bis")
  }

  @Test func `it goes on there where it stood, with its answers, aside or not`() throws {
    try write(Sample.walk)
    let migration = try #require(try migrate())
    let opened = try disk.archive.open(id, by: "PC07", at: Sample.moment(92))
    #expect(opened.recovery == nil)
    let (mine, told) = (opened.interview, migration.interview)
    #expect(opened.journal.head.version == "3" && mine.start.questionnaireHash == newHash)
    #expect(mine.contents == told.contents && mine.drafts.count == told.drafts.count)
    #expect(mine.setAside.count == told.setAside.count && !mine.setAside.isEmpty)
    #expect(mine.position == told.position && mine.label == told.label && !mine.canUndo)
    #expect(mine.start.started == Sample.moment(0) && mine.start.code == "K7QF-2M9P-X4")
    let verbs = opened.journal.course.traces.map(\.verb)
    #expect(verbs == Sample.walk.map(\.verb) + [.migrate])
    #expect(try disk.archive.shelf().listings.map(\.version) == ["3"])
    #expect(try disk.archive.migration(of: id, to: version) == nil)
    try opened.journal.append(
      Sample.at("commune", .text("Laon")), at: Sample.moment(93), by: "PC07")
    #expect(try disk.archive.record(id).interview.label == "Laon")
  }

  @Test func `an ended one is reopened first, and what stood before still counts meanwhile`()
    throws
  {
    let interview = try write(Sample.walk + [.finish])
    #expect(throws: FileFailure.ended(id: id)) { try migrate() }
    _ = try disk.archive.reopen(id, for: "faute", by: "PC07", at: Sample.moment(80))
    _ = try migrate()
    let ended = try #require(try disk.archive.endedRecord(id))
    #expect(ended.head.version == "2 bis" && ended.interview.contents == interview.contents)
    let opened = try disk.archive.open(id, by: "PC07", at: Sample.moment(92))
    #expect(opened.interview.revision == 2)
    var now = opened.interview
    now.apply(.finish)
    try opened.journal.append(.finish, at: Sample.moment(93), by: "PC07")
    try opened.journal.close(now, by: "PC07")
    let last = try #require(try disk.archive.endedRecord(id))
    #expect(last.head.version == "3" && last.head.revision == 2 && last.head.parent != nil)
  }

  @Test func `another questionnaire is refused`() throws {
    try write(Array(Sample.walk.prefix(5)))
    let other = Array(Sample.source.replacing(#""id": "mairies""#, with: #""id": "ecoles""#).utf8)
    let version = Archive.Version(other, try QuestionnaireFile.read(other).questionnaire)
    #expect(throws: FileFailure.otherQuestionnaire(id: id, "mairies", "ecoles")) {
      try disk.archive.migration(of: id, to: version)
    }
  }

  @Test func `what becomes direct goes apart, and is not told`() throws {
    try write([Sample.at("commune", .text("Canari"))])
    let source = Sample.source.replacing(#""version": "2 bis""#, with: #""version": "3""#)
      .replacing(
        #""name": "commune", "label""#, with: #""name": "commune", "personal": "direct", "label""#
      )
      .replacing(#""interview_label": "${commune}", "#, with: "")
      .replacing(#""refused": "${commune} = 'refus'","#, with: "")
    let bytes = Array(source.utf8)
    let version = Archive.Version(bytes, try QuestionnaireFile.read(bytes).questionnaire)
    try disk.archive.migrate(id, to: version, key: key, by: "PC01", at: Sample.moment(90))
    #expect(!(try disk.text(disk.path("journal.jsonl", of: id))).contains("Canari"))
    #expect(!(try disk.text(disk.path("interview.json", of: id))).contains("Canari"))
    let opened = try disk.archive.open(id, by: "PC07", at: Sample.moment(92))
    let spot = try #require(opened.interview.spot(of: AnswerPath("commune")))
    #expect(opened.interview.value(at: spot) == .text("Canari"))
  }

  @Test func `it wins over the copy of before, on whichever laptop`() throws {
    try write(Array(Sample.walk))
    let away = try MigrateTests()
    try away.write(Array(Sample.walk))
    _ = try migrate()
    let there = try away.disk.archive.merge(disk.archive, by: "PC02", at: Sample.moment(95))
    #expect(there.updated == [id] && there.failures.isEmpty)
    #expect(try away.disk.archive.record(id).head.version == "3")
    let older = try MigrateTests()
    try older.write(Array(Sample.walk))
    let here = try disk.archive.merge(older.disk.archive, by: "PC01", at: Sample.moment(96))
    #expect(here.known == 1 && here.conflicts.isEmpty)
  }

  @Test(arguments: [ENOSPC, EIO])
  func `whichever call fails, it is whole on one version or the other`(error: Int32) throws {
    let counting = Faults(.never)
    try write(Array(Sample.walk))
    _ = try migrate(disk.archive(counting.system))
    var lost = 0
    for place in 1...counting.count {
      let one = try MigrateTests()
      let before = try one.write(Array(Sample.walk))
      let faults = Faults(.from(place, error))
      #expect(throws: FileFailure.self) { try one.migrate(one.disk.archive(faults.system)) }
      let record = try one.disk.archive.record(id)
      #expect(record.interview.label == before.label, "call \(place)")
      let nodes = record.interview.contents.nodes
      let isWhole = record.head.version == "3" || nodes == before.contents.nodes
      #expect(isWhole, "call \(place)")
      lost += isWhole ? 0 : 1
      if record.head.version == "2 bis" {
        #expect(try one.migrate() != nil)
      }
      #expect(try one.disk.archive.record(id).head.version == "3")
    }
    Torture.tell("a change of version interrupted", injected: counting.count, lost: lost)
  }
}
