import Archives
import Formulas
import FoundationEssentials
import Glibc
import Interviews
import Questions
import Records
import SampleInterviews
import Testing
import Torture

/// Interviews of several laptops brought together, with every kind of clash.
@Suite struct MergeTests {
  private let here: Disk
  private let there: Disk
  private let id = Sample.start().id
  private let other = "019aa1b2-0000-7000-8000-000000000002"

  init() throws {
    here = try Disk()
    there = try Disk()
  }

  /// Writes an interview from its first event, one a minute.
  @discardableResult
  private func write(
    _ events: [Event], on disk: Disk, id: String? = nil, code: String = Sample.start().code
  ) throws -> Interview {
    try disk.archive.prepare()
    _ = try disk.archive.keep(questionnaire: Sample.bytes)
    let start = Start(
      id: id ?? self.id, code: code, questionnaireHash: disk.hash, interviewer: "PC07",
      started: Sample.moment(0), language: "fr")
    let head = RecordHead(start, on: Sample.questionnaire)
    let journal = try disk.archive.begin(head, by: "PC07")
    return try go(on: journal, Interview(head.start, on: Sample.questionnaire), events, from: 1)
  }

  /// Goes on with one, from a minute on; `reopening` where it had ended.
  @discardableResult
  private func resume(
    _ events: [Event], on disk: Disk, from minute: Int, reopening: Bool = false, id: String? = nil
  ) throws -> Interview {
    let now = Sample.moment(minute)
    let id = id ?? self.id
    let opened =
      reopening
      ? try disk.archive.reopen(id, for: "faute", by: "PC08", at: now)
      : try disk.archive.open(id, by: "PC08", at: now)
    return try go(on: opened.journal, opened.interview, events, from: minute + 1)
  }

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

  /// The same laptop's folder, copied.
  private func copy(_ disk: Disk, to target: Disk) throws {
    try FileManager.default.copyItem(
      atPath: disk.archive.folder, toPath: target.archive.folder)
  }

  private func merge() throws -> Merge {
    try here.archive.merge(there.archive, by: "PC01", at: Sample.moment(120))
  }

  private func label(_ text: String) -> Event { Sample.at("commune", .text(text)) }

  @Test func `an interview that was not here comes whole, once`() throws {
    let interview = try write(Sample.walk + [.finish], on: there)
    #expect(try merge().added == [id])
    let record = try here.archive.record(id)
    #expect(record.interview.contents == interview.contents)
    #expect(
      try here.bytes(here.path("interview.json", of: id))
        == there.bytes(there.path("interview.json", of: id)))
    let again = try merge()
    #expect(again.added.isEmpty && again.known == 1 && again.failures.isEmpty)
    #expect(try here.archive.ids() == [id])
    #expect(try here.mode(here.path("journal.jsonl", of: id)) == 0o600)
  }

  @Test(arguments: [
    [Event.pause(reason: "")], Array(Sample.walk.suffix(10)),
    Array(Sample.walk.suffix(10)) + [.finish],
    [.stop(reason: "")],
  ])
  func `of two moments of one interview, the later is kept, whichever side it is on`(
    later: [Event]
  ) throws {
    try write(Array(Sample.walk.prefix(25)), on: there)
    try copy(there, to: here)
    let interview = try resume(later, on: there, from: 40)
    #expect(try merge().updated == [id])
    #expect(try here.archive.record(id).interview.contents == interview.contents)
    let back = try there.archive.merge(here.archive, by: "PC02", at: Sample.moment(120))
    #expect(back.known == 1 && back.updated.isEmpty)
  }

  @Test func `of two revisions, the one that names the other as its parent is kept`() throws {
    try write(Sample.walk + [.finish], on: there)
    try copy(there, to: here)
    try resume([label("Laon"), .finish], on: there, from: 60, reopening: true)
    try resume([label("Vervins"), .finish], on: there, from: 70, reopening: true)
    #expect(try merge().updated == [id])
    let record = try here.archive.record(id)
    #expect(record.interview.revision == 3 && record.interview.label == "Vervins")
    let back = try there.archive.merge(here.archive, by: "PC02", at: Sample.moment(120))
    #expect(back.known == 1)
  }

  @Test func `a correction under way here is not lost to a revision from there`() throws {
    try write(Sample.walk + [.finish], on: there)
    try copy(there, to: here)
    try resume([label("Laon"), .finish], on: there, from: 60, reopening: true)
    try resume([label("Vervins")], on: here, from: 61, reopening: true)
    #expect(try merge().conflicts == [id])
    #expect(try here.archive.record(id).interview.label == "Vervins")
  }

  /// Changes an interview on both sides.
  private func clash() throws {
    try write(Sample.walk + [.finish], on: there)
    try copy(there, to: here)
    try resume([label("Laon"), .finish], on: there, from: 60, reopening: true)
    try resume([label("Vervins"), .finish], on: here, from: 61, reopening: true)
    #expect(try merge().conflicts == [id])
  }

  @Test func `changed on both sides, both are kept and no export takes theirs`() throws {
    try clash()
    #expect(try merge().conflicts == [id])
    let (conflicts, failures) = try here.archive.conflicts()
    #expect(conflicts.count == 1 && failures.isEmpty)
    #expect(conflicts[0].mine.interview.label == "Vervins")
    #expect(conflicts[0].theirs.interview.label == "Laon")
    #expect(
      Difference.between(
        conflicts[0].mine.interview.contents, conflicts[0].theirs.interview.contents)
        == [Difference(place: "commune", first: "Vervins", second: "Laon")])
    #expect(try here.archive.endedRecords().records.map(\.interview.label) == ["Vervins"])
    #expect(try here.archive.shelf().listings.map(\.label) == ["Vervins"])
  }

  @Test func `mine kept, the other is not asked about again`() throws {
    try clash()
    try here.archive.keepMine(try #require(here.archive.conflicts().conflicts.first))
    #expect(try here.archive.conflicts().conflicts.isEmpty)
    let again = try merge()
    #expect(again.conflicts.isEmpty && again.known == 1)
    #expect(try here.archive.record(id).interview.label == "Vervins")
  }

  @Test func `theirs kept, mine stays on the disk, and neither is asked about again`() throws {
    try clash()
    let conflict = try #require(here.archive.conflicts().conflicts.first)
    try here.archive.keepTheirs(conflict, by: "PC01", at: Sample.moment(121))
    #expect(try here.archive.record(id).interview.label == "Laon")
    #expect(try merge().known == 1)
    #expect(try here.archive.conflicts().conflicts.isEmpty)
    let kept = "\(here.archive.folder)/decided/\(id)/1/interview.json"
    #expect(try here.text(kept).contains("Vervins"))
  }

  @Test func `whichever call fails while deciding, deciding again ends it`() throws {
    for place in 1...40 {
      let test = try MergeTests()
      try test.clash()
      let failing = test.here.archive(Faults(.once(at: place, EIO)).system)
      let conflict = try #require(test.here.archive.conflicts().conflicts.first)
      try? failing.keepTheirs(conflict, by: "PC01", at: Sample.moment(121))
      if let left = try test.here.archive.conflicts().conflicts.first {
        try test.here.archive.keepTheirs(left, by: "PC01", at: Sample.moment(122))
      }
      #expect(try test.here.archive.record(id).interview.label == "Laon", "call \(place)")
      #expect(try test.here.archive.conflicts().conflicts.isEmpty, "call \(place)")
    }
  }

  @Test func `a withdrawal wins over any revision, on whichever side it was`() throws {
    try write(Sample.walk + [.finish], on: there)
    try copy(there, to: here)
    try resume([label("Laon"), .finish], on: here, from: 60, reopening: true)
    let code = Sample.start().code
    _ = try there.archive.withdraw(code, by: "PC02", at: Sample.moment(90))
    #expect(try merge().withdrawn == [id])
    #expect(try here.archive.ids().isEmpty)
    let third = try Disk()
    try write(Sample.walk + [.finish], on: third)
    let merge = try here.archive.merge(third.archive, by: "PC01", at: Sample.moment(120))
    #expect(merge.withdrawn == [id] && merge.added.isEmpty)
    #expect(try here.archive.ids().isEmpty)
  }

  @Test func `what is in the trash here stays there`() throws {
    try write(Sample.walk + [.finish], on: there)
    try copy(there, to: here)
    try here.archive.trash(id, by: "PC01", at: Sample.moment(90))
    #expect(try merge().trashed == [id])
    #expect(try here.archive.ids().isEmpty)
  }

  @Test func `what cannot be merged is said, and keeps no other from it`() throws {
    try write(Array(Sample.walk.prefix(5)), on: there)
    try copy(there, to: here)
    try resume([label("Laon")], on: there, from: 40)
    let path = there.path("journal.jsonl", of: "019aa1b2-0000-7000-8000-000000000000")
    try FileManager.default.createDirectory(
      atPath: String(path.dropLast("/journal.jsonl".count)), withIntermediateDirectories: true)
    try there.write(Array("?\n".utf8), to: path)
    try write(Sample.walk + [.finish], on: there, id: other)
    let opened = try here.archive.open(id, by: "PC09", at: Sample.moment(100))
    let merge = try merge()
    #expect(merge.added == [other])
    #expect(
      merge.failures == [
        .unreadable(path: path),
        .busy(
          path: "\(here.archive.folder)/interviews/\(id)", by: "PC09", since: Sample.moment(100)),
      ])
    withExtendedLifetime(opened) {}
  }

  @Test func `interrupted at any call, it is run again and ends the same`() throws {
    try write(Sample.walk + [.finish], on: there, id: other)
    try write(Array(Sample.walk.prefix(5)), on: there)
    var lost = 0
    for place in 1...40 {
      let target = try Disk()
      try copy(there, to: target)
      try FileManager.default.removeItem(
        atPath: "\(target.archive.folder)/interviews/\(other)")
      let behind = target.path("journal.jsonl", of: id)
      let lines = try target.text(behind).split(separator: "\n").prefix(3)
      try target.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: behind)
      let failing = target.archive(Faults(.from(place, EIO)).system)
      _ = try? failing.merge(there.archive, by: "PC01", at: Sample.moment(120))
      for id in try target.archive.ids() { _ = try target.archive.record(id) }
      let merge = try target.archive.merge(there.archive, by: "PC01", at: Sample.moment(121))
      #expect(merge.failures.isEmpty && merge.conflicts.isEmpty, "call \(place)")
      #expect(try target.archive.ids() == [id, other])
      for id in [id, other] {
        let isSame = try target.archive.record(id).picture == there.archive.record(id).picture
        #expect(isSame, "call \(place)")
        lost += isSame ? 0 : 1
      }
      #expect(
        try target.names("\(target.archive.folder)/interviews").allSatisfy { !$0.hasPrefix(".") })
    }
    Torture.tell("a merge interrupted at a call, then run again", injected: 40, lost: lost)
  }

  @Test func `a folder copied at any moment is a good one`() throws {
    let events = Array(Sample.walk.prefix(9)) + [.finish]
    // The picture and the journal as they were at each moment: copying takes time.
    var moments: [(picture: [UInt8]?, journal: [UInt8])] = []
    let journal = "journal.jsonl"
    for count in 0...events.count {
      let disk = try Disk()
      try write(Array(events.prefix(count)), on: disk)
      moments.append(
        (
          try disk.bytes(disk.path("interview.json", of: id)),
          try disk.bytes(disk.path(journal, of: id))
        ))
    }
    var lost = 0
    for (one, first) in moments.enumerated() {
      for (two, second) in moments.enumerated() where one != two {
        let copy = try Disk()
        try write([], on: copy)
        if let picture = first.picture {
          try copy.write(picture, to: copy.path("interview.json", of: id))
        }
        try copy.write(second.journal, to: copy.path(journal, of: id))
        let record = try copy.archive.record(id)
        let told = Story(Sample.head(hash: copy.hash), telling: Array(events.prefix(two)))
        let isSame = record.interview.contents == told.record.interview.contents
        #expect(isSame, "\(one), \(two)")
        lost += isSame ? 0 : 1
        #expect(try copy.archive.open(id, by: "PC01", at: Sample.moment(90)).recovery == nil)
      }
    }
    let count = moments.count * (moments.count - 1)
    Torture.tell("a folder copied while it changed", injected: count, lost: lost)
  }

  @Test func `three laptops, gathered in any order, come to the same`() throws {
    let laptops = try (0..<3).map { _ in try Disk() }
    for (number, laptop) in laptops.enumerated() {
      try write(
        Sample.walk + [.finish], on: laptop, id: "019aa1b2-0000-7000-8000-00000000010\(number)")
    }
    try write(Sample.walk + [.finish], on: laptops[0])
    for laptop in laptops.dropFirst() {
      try FileManager.default.copyItem(
        atPath: "\(laptops[0].archive.folder)/interviews/\(id)",
        toPath: "\(laptop.archive.folder)/interviews/\(id)")
    }
    try resume([label("Laon"), .finish], on: laptops[1], from: 60, reopening: true)
    try resume([label("Vervins"), .finish], on: laptops[2], from: 61, reopening: true)
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      let target = try Disk()
      var conflicts: Set<String> = []
      for number in order {
        let merge = try target.archive.merge(
          laptops[number].archive, by: "PC01", at: Sample.moment(120))
        #expect(merge.failures.isEmpty)
        conflicts.formUnion(merge.conflicts)
      }
      #expect(try target.archive.ids().count == 4)
      #expect(conflicts == [id])
      let conflict = try #require(target.archive.conflicts().conflicts.first)
      let labels = [conflict.mine.interview.label, conflict.theirs.interview.label].sorted()
      #expect(labels == ["Laon", "Vervins"], "\(order)")
    }
  }

  @Test func `three laptops with every kind of clash come to the same, in any order`() throws {
    let ids = (0..<6).map { "019aa1b2-0000-7000-8000-00000000020\($0)" }
    let (same, chain, clash, gone, open, damaged) = (ids[0], ids[1], ids[2], ids[3], ids[4], ids[5])
    var chance = SystemRandomNumberGenerator()
    let code = WithdrawalCode.draw(using: &chance)
    let first = try Disk()
    for id in [same, chain, clash] { try write(Sample.walk + [.finish], on: first, id: id) }
    try write(Sample.walk + [.finish], on: first, id: gone, code: code)
    let laptops = [first, try Disk(), try Disk()]
    for laptop in laptops.dropFirst() { try copy(first, to: laptop) }
    try resume([label("Chauny"), .finish], on: laptops[2], from: 60, reopening: true, id: chain)
    try resume([label("Laon"), .finish], on: laptops[1], from: 60, reopening: true, id: clash)
    try resume([label("Vervins"), .finish], on: laptops[2], from: 61, reopening: true, id: clash)
    try resume([label("Hirson"), .finish], on: laptops[2], from: 62, reopening: true, id: gone)
    _ = try laptops[1].archive.withdraw(code, by: "PC02", at: Sample.moment(90))
    try write(Array(Sample.walk.prefix(5)), on: laptops[2], id: open)
    try write([], on: first, id: damaged)
    for file in ["journal.jsonl", "interview.json"] {
      try first.write([1, 10], to: first.path(file, of: damaged))
    }
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      let target = try Disk()
      var failures: [FileFailure] = []
      for number in order + order {
        failures += try target.archive.merge(
          laptops[number].archive, by: "PC01", at: Sample.moment(120)
        ).failures
      }
      #expect(failures.count == 2, "the damaged one is said each time: \(failures)")
      let ids = try target.archive.ids()
      #expect(ids == [same, chain, clash, open], "\(order)")
      #expect(try target.archive.record(chain).interview.label == "Chauny")
      #expect(try target.archive.record(chain).interview.revision == 2)
      #expect(try target.archive.conflicts().conflicts.map(\.id) == [clash])
      let conflict = try #require(target.archive.conflicts().conflicts.first)
      let labels = [conflict.mine.interview.label, conflict.theirs.interview.label].sorted()
      #expect(labels == ["Laon", "Vervins"], "\(order)")
      #expect(try target.archive.endedRecords().records.count == 3)
    }
  }

  @Test func `data folders are found, one or several`() throws {
    try write([], on: there)
    #expect(try Archive.all(in: there.archive.folder).map(\.folder) == [there.archive.folder])
    #expect(try Archive.all(in: there.folder).map(\.folder) == [there.archive.folder])
    #expect(throws: FileFailure.noArchive(path: "\(here.folder)/x")) {
      try Archive.all(in: "\(here.folder)/x")
    }
  }
}
