import Archives
import Formulas
import FoundationEssentials
import Glibc
import Interviews
import Records
import SampleInterviews
import Testing

/// R04: a code takes away all that is held under it, and leaves only that it did.
@Suite struct WithdrawalTests {
  private let disk: Disk
  private let ids = (1...3).map { "019aa1b2-0000-7000-8000-00000000000\($0)" }
  private let code = "K7QF-2M9P-X4"
  private let canary = "Canari-sur-Marne"

  init() throws { disk = try Disk() }

  private func prepare(_ archive: Archive) throws {
    try archive.prepare()
    _ = try archive.keep(questionnaire: Sample.bytes)
    for id in ids.prefix(2) {
      let code = id == ids[0] ? self.code : "2222-2222-22"
      let head = RecordHead(
        Start(
          id: id, code: code, questionnaireHash: disk.hash, interviewer: "PC07",
          started: Sample.moment(0), language: "fr"), on: Sample.questionnaire)
      let journal = try archive.begin(head, by: "PC07")
      let town = id == ids[0] ? canary : "Laon"
      var interview = Interview(head.start, on: Sample.questionnaire)
      for event in [Sample.at("commune", .text(town)), .remark(Sample.path("commune"), town)] {
        interview.apply(event)
        try journal.append(event, at: Sample.moment(1), by: "PC07")
      }
      try journal.writePicture(of: interview)
    }
    _ = try archive.shelf()
  }

  /// Copies the canary's folder elsewhere in the archive, as the trash or a merge does.
  private func copy(to place: String) throws {
    let target = "\(disk.archive.folder)/\(place)"
    try FileManager.default.createDirectory(
      atPath: URL(filePath: target).deletingLastPathComponent().path,
      withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: "\(disk.archive.folder)/interviews/\(ids[0])", toPath: target)
  }

  private func filesHolding(_ text: String) throws -> [String] {
    let folder = disk.archive.folder
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
    return try paths.filter { path in
      var isFolder = false
      _ = FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder)
      return try !isFolder && disk.text("\(folder)/\(path)").contains(text)
    }
  }

  @Test func `R04: no file holds an answer after withdrawal, and another interview keeps its own`()
    throws
  {
    try prepare(disk.archive)
    try copy(to: "trash/\(ids[0])")
    try copy(to: "conflicts/PC08/\(ids[0])")
    let damaged = disk.path("journal.damaged-1.jsonl", of: ids[0])
    try disk.write(try disk.bytes(disk.path("journal.jsonl", of: ids[0])), to: damaged)
    #expect(try filesHolding(canary).count >= 7)
    let other = try disk.archive.record(ids[1]).picture
    let done = try disk.archive.withdraw(code, by: "PC07", at: Sample.moment(60))
    #expect(done.removedSomething && done.tombstones.map(\.id) == [ids[0]])
    #expect(try filesHolding(canary) == [])
    #expect(try filesHolding(code) == [])
    #expect(try disk.archive.ids() == [ids[1]])
    #expect(try disk.archive.shelf().listings.map(\.label) == ["Laon"])
    #expect(try disk.archive.record(ids[1]).picture == other)
  }

  @Test func `the tombstone says when, and of which questionnaire, and nothing else`() throws {
    try prepare(disk.archive)
    let done = try disk.archive.withdraw(code, by: "PC07", at: Sample.moment(60))
    let stone = try #require(done.tombstones.first)
    #expect(try disk.archive.tombstones() == [stone])
    let path = "\(disk.archive.folder)/withdrawn/\(ids[0]).json"
    #expect(try disk.mode(path) == 0o600)
    #expect(
      try disk.text(path) == """
        {
          "layout": 1,
          "id": "\(ids[0])",
          "status": "withdrawn",
          "code_sha256": "\(stone.codeHash)",
          "questionnaire": {
            "id": "mairies",
            "version": "2 bis"
          },
          "withdrawn": "2018-06-12T10:00:11+02:00"
        }

        """)
  }

  @Test func `withdrawing again finds the tombstone, and nothing left`() throws {
    try prepare(disk.archive)
    let first = try disk.archive.withdraw(code, by: "PC07", at: Sample.moment(60))
    let again = try disk.archive.withdraw(code, by: "PC07", at: Sample.moment(90))
    #expect(again.tombstones == first.tombstones && !again.removedSomething)
  }

  @Test func `a code nothing has removes nothing`() throws {
    try prepare(disk.archive)
    let done = try disk.archive.withdraw("3333-3333-33", by: "PC07", at: Sample.moment(60))
    #expect(done.tombstones.isEmpty && done.unread.isEmpty)
    #expect(try disk.archive.ids() == Array(ids.prefix(2)))
  }

  @Test func `an interview open elsewhere is not withdrawn behind its back`() throws {
    try prepare(disk.archive)
    let opened = try disk.archive.open(ids[0], by: "PC08", at: Sample.moment(30))
    #expect(throws: FileFailure.self) {
      try disk.archive.withdraw(code, by: "PC07", at: Sample.moment(60))
    }
    #expect(try disk.archive.tombstones().isEmpty)
    #expect(try disk.archive.ids() == Array(ids.prefix(2)))
    try opened.journal.save()
  }

  @Test func `another laptop's tombstone takes away its interview here`() throws {
    try prepare(disk.archive)
    let stone = Tombstone(
      id: ids[0], codeHash: "0", questionnaire: "mairies", version: "2 bis",
      withdrawn: Sample.moment(60))
    #expect(try disk.archive.honour(stone, by: "PC07", at: Sample.moment(90)))
    #expect(try filesHolding(canary) == [])
    #expect(try disk.archive.tombstones() == [stone])
  }

  @Test func `a journal whose head is damaged is said not to have been searched`() throws {
    try prepare(disk.archive)
    let folder = "\(disk.archive.folder)/interviews/\(ids[1])"
    try disk.write([], to: disk.path("journal.jsonl", of: ids[1]))
    try disk.write([], to: disk.path("interview.json", of: ids[1]))
    let done = try disk.archive.withdraw(code, by: "PC07", at: Sample.moment(60))
    #expect(done.unread == [folder] && done.tombstones.count == 1)
  }

  @Test func `wherever the disk fails, withdrawing again removes what is left`() throws {
    try prepare(disk.archive)
    let counting = Faults(.never)
    _ = try disk.archive(counting.system).withdraw(code, by: "PC07", at: Sample.moment(60))
    #expect(counting.count > 10)
    for place in 1...counting.count {
      try FileManager.default.removeItem(atPath: disk.archive.folder)
      try prepare(disk.archive)
      let failing = disk.archive(Faults(.from(place, EIO)).system)
      _ = try? failing.withdraw(code, by: "PC07", at: Sample.moment(60))
      let isStanding = try disk.archive.ids().contains(ids[0])
      #expect(try disk.archive.tombstones().isEmpty == isStanding, "call \(place)")
      _ = try disk.archive.withdraw(code, by: "PC07", at: Sample.moment(61))
      #expect(try filesHolding(canary) == [], "call \(place)")
    }
  }
}
