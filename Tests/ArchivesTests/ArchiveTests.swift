import Archives
import Formulas
import Glibc
import Interviews
import Questions
import Records
import SampleInterviews
import Testing

@Suite struct ArchiveTests {
  private let disk: Disk
  private let id = Sample.start().id

  init() throws {
    disk = try Disk()
    try disk.archive.prepare()
    _ = try disk.archive.keep(questionnaire: Sample.bytes)
  }

  private func begin(_ id: String? = nil) throws -> Journal {
    try disk.archive.begin(Sample.head(id: id ?? self.id, hash: disk.hash), by: "PC07")
  }

  /// Tells a journal events, one minute apart, and gives the interview they make.
  @discardableResult
  private func tell(
    _ events: [Event], to journal: Journal, from interview: Interview? = nil
  ) throws -> Interview {
    var interview = interview ?? Interview(journal.head.start, on: Sample.questionnaire)
    for (minute, event) in events.enumerated() {
      interview.apply(event)
      try journal.append(event, at: Sample.moment(minute + 1), by: "PC07")
    }
    return interview
  }

  @Test func `folders are their owner's alone, and files`() throws {
    let journal = try begin()
    try journal.writePicture(of: try tell(Sample.walk, to: journal))
    for folder in ["", "/interviews", "/questionnaires", "/interviews/\(id)"] {
      #expect(try disk.mode(disk.archive.folder + folder) == 0o700)
    }
    for name in ["journal.jsonl", "interview.json", "lock"] {
      #expect(try disk.mode(disk.path(name, of: id)) == 0o600)
    }
    #expect(try disk.names("\(disk.archive.folder)/interviews/\(id)").count == 3)
  }

  @Test func `the journal on the disk is the one told`() throws {
    let journal = try begin()
    let interview = try tell(Sample.walk, to: journal)
    let story = Story(Sample.head(hash: disk.hash), telling: Sample.walk)
    #expect(try disk.bytes(disk.path("journal.jsonl", of: id)) == story.journal)
    #expect(try disk.archive.record(id).picture == journal.record(of: interview).picture)
    try journal.writePicture(of: interview)
    #expect(try disk.text(disk.path("interview.json", of: id)) == story.picture)
  }

  @Test func `a questionnaire is kept once, and an interview reopens on its own`() throws {
    let hash = try disk.archive.keep(questionnaire: Sample.bytes)
    #expect(hash == disk.hash && hash.count == 64)
    #expect(try disk.names("\(disk.archive.folder)/questionnaires") == ["\(hash).json"])
    #expect(Archive.hash(of: []).hasPrefix("e3b0c44298fc1c14"))
    try disk.write(Array("{}".utf8), to: "\(disk.archive.folder)/questionnaires/\(hash).json")
    #expect(throws: FileFailure.self) { try disk.archive.questionnaire(hash) }
    _ = try disk.archive.keep(questionnaire: Sample.bytes)
    #expect(try disk.archive.questionnaire(hash).id == "mairies")
  }

  @Test func `an interview open elsewhere is busy, and says by whom`() throws {
    var journal: Journal? = try begin()
    #expect(
      throws: FileFailure.busy(
        path: "\(disk.archive.folder)/interviews/\(id)", by: "PC07", since: Sample.moment(0))
    ) { try disk.archive.open(id, by: "PC08", at: Sample.moment(5)) }
    _ = try disk.archive.record(id)
    if let journal { try tell([Sample.at("commune", .text("Laon"))], to: journal) }
    journal = nil
    let opened = try disk.archive.open(id, by: "PC08", at: Sample.moment(5))
    #expect(opened.interview.label == "Laon")
  }

  @Test func `pausing and coming back goes on where it stood`() throws {
    var interview: Interview?
    do {
      let journal = try begin()
      interview = try tell(Array(Sample.walk.prefix(20)), to: journal)
    }
    let opened = try disk.archive.open(id, by: "PC07", at: Sample.moment(90))
    #expect(opened.recovery == nil)
    #expect(opened.interview.contents == interview?.contents)
    let after = try tell(
      Array(Sample.walk.suffix(from: 20)), to: opened.journal, from: opened.interview)
    let story = Story(Sample.head(hash: disk.hash), telling: Sample.walk)
    #expect(after.contents == story.record.interview.contents)
  }

  @Test func `finishing leaves the state and traces, and the picture`() throws {
    let journal = try begin()
    let interview = try tell(Sample.walk + [.finish], to: journal)
    try journal.close(interview, by: "PC07")
    let text = try disk.text(disk.path("journal.jsonl", of: id))
    #expect(text.split(separator: "\n").count == 2 + Sample.walk.count + 1)
    #expect(!text.contains("Port aux Roses"))
    let record = try disk.archive.record(id)
    #expect(record.interview.contents == interview.contents)
    #expect(record.course.finished == Sample.moment(Sample.walk.count + 1))
    let picture = try disk.text(disk.path("interview.json", of: id))
    #expect(picture.contains(#""status": "finished""#))
    #expect(picture.contains(#""journal_bytes": \#(text.utf8.count)"#))
  }

  @Test func `a reopened interview keeps its last revision until the next is finished`() throws {
    let journal = try begin()
    var interview = try tell(Sample.walk + [.finish], to: journal)
    try journal.close(interview, by: "PC07")
    let first = try disk.bytes(disk.path("interview.json", of: id))
    interview = try tell(
      [.reopen(reason: "faute"), Sample.at("commune", .text("Laon"))], to: journal, from: interview)
    try journal.writePicture(of: interview)
    #expect(try disk.bytes(disk.path("interview.json", of: id)) == first)
    let ended = try #require(try disk.archive.endedRecord(id))
    #expect(ended.interview.status == .finished && ended.interview.revision == 1)
    #expect(try disk.archive.record(id).interview.status == .inProgress)
    let (records, failures) = try disk.archive.endedRecords()
    #expect(records.map(\.interview.revision) == [1] && failures.isEmpty)
    interview = try tell([.finish], to: journal, from: interview)
    try journal.close(interview, by: "PC07")
    let record = try disk.archive.record(id)
    #expect(record.head.revision == 2)
    #expect(record.head.parent == Archive.hash(of: first))
    #expect(record.interview.label == "Laon")
  }

  @Test func `where the power went while finishing, opening finishes`() throws {
    do {
      let journal = try begin()
      try tell(Sample.walk + [.finish], to: journal)
    }
    let opened = try disk.archive.open(id, by: "PC07", at: Sample.moment(90))
    #expect(opened.interview.status == .finished)
    let text = try disk.text(disk.path("journal.jsonl", of: id))
    #expect(text.contains(#""do":"state""#) && !text.contains("Port aux Roses"))
    #expect(try disk.text(disk.path("interview.json", of: id)).contains("finished"))
  }

  @Test func `what is not there, or elsewhere, is said`() throws {
    #expect(throws: FileFailure.noInterview(id: "x", folder: disk.archive.folder)) {
      try disk.archive.open("x", by: "PC07", at: Sample.moment(0))
    }
    _ = try begin()
    #expect(throws: FileFailure.alreadyThere(path: "\(disk.archive.folder)/interviews/\(id)")) {
      try begin()
    }
    try disk.write(Array(#"{"layout":9}"#.utf8) + [10], to: disk.path("journal.jsonl", of: id))
    #expect(
      throws: FileFailure.newerLayout(
        path: disk.path("journal.jsonl", of: id), found: 9, newest: 1)
    ) { try disk.archive.record(id) }
  }

  @Test func `a place that is no folder is refused before the first question`() throws {
    let file = "\(disk.folder)/file"
    try disk.write([], to: file)
    #expect(throws: FileFailure.refused(.createFolder, path: file, .notAFolder)) {
      try Archive(at: file).prepare()
    }
  }
}
