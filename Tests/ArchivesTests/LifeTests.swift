import Archives
import Formulas
import Glibc
import Interviews
import Questions
import Records
import SampleInterviews
import Testing

/// An interview's life after its first end: reopened, put in the trash, restored.
@Suite struct LifeTests {
  private let disk: Disk
  private let id = Sample.start().id

  init() throws {
    disk = try Disk()
    try disk.archive.prepare()
    _ = try disk.archive.keep(questionnaire: Sample.bytes)
  }

  /// Writes an interview to its end, and lets go of it.
  private func write(_ events: [Event] = Sample.walk + [.finish]) throws {
    let journal = try disk.archive.begin(Sample.head(hash: disk.hash), by: "PC07")
    var interview = Interview(journal.head.start, on: Sample.questionnaire)
    for (minute, event) in events.enumerated() {
      interview.apply(event)
      try journal.append(event, at: Sample.moment(minute + 1), by: "PC07")
    }
    if interview.status != .inProgress { try journal.close(interview, by: "PC07") }
  }

  private func reopen() throws -> Archive.Opened {
    try disk.archive.reopen(id, for: "faute de frappe", by: "PC08", at: Sample.moment(90))
  }

  @Test func `reopened, corrected and finished again, it names the revision before`() throws {
    try write()
    let first = try disk.bytes(disk.path("interview.json", of: id))
    do {
      let opened = try reopen()
      #expect(opened.interview.status == .inProgress && opened.interview.revision == 2)
      var interview = opened.interview
      for event in [Sample.at("commune", .text("Laon")), .finish] {
        interview.apply(event)
        try opened.journal.append(event, at: Sample.moment(91), by: "PC08")
      }
      try opened.journal.close(interview, by: "PC08")
    }
    let record = try disk.archive.record(id)
    #expect(record.head.revision == 2 && record.head.parent == Archive.hash(of: first))
    #expect(record.interview.label == "Laon")
  }

  @Test func `the reason is kept, and the revision before stands meanwhile`() throws {
    try write()
    _ = try reopen()
    #expect(try disk.text(disk.path("journal.jsonl", of: id)).contains("faute de frappe"))
    #expect(try disk.archive.endedRecord(id)?.interview.revision == 1)
  }

  @Test func `a stopped interview is reopened too; one in progress is not`() throws {
    try write(Array(Sample.walk.prefix(6)) + [.stop(reason: "")])
    #expect(try reopen().interview.revision == 2)
    #expect(throws: FileFailure.notEnded(id: id)) { try reopen() }
    #expect(try disk.archive.record(id).interview.revision == 2)
  }

  @Test(arguments: [nil, "{"])
  func `without its picture, a reopened interview can be finished all the same`(
    damage: String?
  ) throws {
    try write()
    let path = disk.path("interview.json", of: id)
    let whole = try disk.bytes(path)
    if let damage { try disk.write(Array(damage.utf8), to: path) } else { unlink(path) }
    let opened = try reopen()
    #expect(try disk.bytes(path) == whole)
    var interview = opened.interview
    interview.apply(.finish)
    try opened.journal.append(.finish, at: Sample.moment(91), by: "PC08")
    try opened.journal.close(interview, by: "PC08")
    #expect(try disk.archive.record(id).head.parent == Archive.hash(of: whole))
  }

  @Test func `the trash keeps an interview whole, out of every list, until it is restored`() throws
  {
    try write()
    let before = try disk.archive.record(id).picture
    try disk.archive.trash(id, by: "PC07", at: Sample.moment(90))
    #expect(try disk.archive.shelf().listings.isEmpty)
    #expect(try disk.archive.endedRecords().records.isEmpty)
    #expect(try disk.archive.shelf(of: .trash).listings.map(\.id) == [id])
    #expect(throws: FileFailure.inTrash(id: id)) { try disk.archive.record(id) }
    #expect(throws: FileFailure.inTrash(id: id)) { try reopen() }
    try disk.archive.restore(id, by: "PC07", at: Sample.moment(91))
    #expect(try disk.archive.record(id).picture == before)
    #expect(try disk.archive.shelf().listings.map(\.id) == [id])
    #expect(try disk.archive.shelf(of: .trash).listings.isEmpty)
  }

  @Test func `an interview open elsewhere is not put in the trash`() throws {
    try write()
    let opened = try disk.archive.open(id, by: "PC07", at: Sample.moment(90))
    #expect(
      throws: FileFailure.busy(
        path: "\(disk.archive.folder)/interviews/\(id)", by: "PC07", since: Sample.moment(90))
    ) { try disk.archive.trash(id, by: "PC08", at: Sample.moment(91)) }
    #expect(try disk.archive.shelf().listings.count == 1)
    withExtendedLifetime(opened) {}
  }

  @Test func `what is nowhere, or twice, is said`() throws {
    #expect(
      throws: FileFailure.noInterview(id: "x", folder: "\(disk.archive.folder)/interviews")
    ) { try disk.archive.trash("x", by: "PC07", at: Sample.moment(1)) }
    #expect(throws: FileFailure.noInterview(id: "x", folder: "\(disk.archive.folder)/trash")) {
      try disk.archive.restore("x", by: "PC07", at: Sample.moment(1))
    }
    try write()
    try disk.archive.trash(id, by: "PC07", at: Sample.moment(90))
    try write()
    #expect(throws: FileFailure.alreadyThere(path: "\(disk.archive.folder)/interviews/\(id)")) {
      try disk.archive.restore(id, by: "PC07", at: Sample.moment(91))
    }
  }

  @Test func `whichever call fails, it is here or there, whole`() throws {
    try write()
    for place in 1...12 {
      let archive = disk.archive(Faults(.once(at: place, EIO)).system)
      let isTrashed = (try? archive.trash(id, by: "PC07", at: Sample.moment(90))) != nil
      let found = try disk.archive.ids() + disk.archive.ids(in: .trash)
      #expect(found == [id], "call \(place)")
      if isTrashed { #expect(try disk.archive.ids(in: .trash) == [id]) }
      try? disk.archive.restore(id, by: "PC07", at: Sample.moment(91))
      #expect(try disk.archive.record(id).interview.status == .finished)
    }
  }
}
