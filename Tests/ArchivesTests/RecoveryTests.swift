import Archives
import Formulas
import FoundationEssentials
import Interviews
import Questions
import Records
import SampleInterviews
import Testing
import Torture

@Suite struct RecoveryTests {
  private let disk: Disk
  private let id = Sample.start().id
  private var journalPath: String { disk.path("journal.jsonl", of: id) }

  init() throws {
    disk = try Disk()
    try disk.archive.prepare()
    _ = try disk.archive.keep(questionnaire: Sample.bytes)
  }

  private func write(_ events: [Event], pictured: Bool = false) throws -> Interview {
    let journal = try disk.archive.begin(Sample.head(hash: disk.hash), by: "PC07")
    var interview = Interview(journal.head.start, on: Sample.questionnaire)
    for (minute, event) in events.enumerated() {
      interview.apply(event)
      try journal.append(event, at: Sample.moment(minute + 1), by: "PC07")
    }
    if interview.status != .inProgress {
      try journal.close(interview, by: "PC07")
    } else if pictured {
      try journal.writePicture(of: interview)
    }
    return interview
  }

  private func open() throws -> Archive.Opened {
    try disk.archive.open(id, by: "PC07", at: Sample.moment(90))
  }

  /// Changes one byte of the journal's line, from 1.
  private func damage(line: Int) throws -> [UInt8] {
    var bytes = try disk.bytes(journalPath)
    let ends = bytes.indices.filter { bytes[$0] == 10 }
    bytes[ends[line - 1] - 30] ^= 1
    try disk.write(bytes, to: journalPath)
    return bytes
  }

  @Test func `a torn last line is left out, and writing goes on`() throws {
    _ = try write(Array(Sample.walk.prefix(5)))
    let whole = try disk.bytes(journalPath)
    try disk.write(whole + Array(#"{"at":"2018"#.utf8), to: journalPath)
    do {
      let opened = try open()
      #expect(opened.recovery == .torn(path: journalPath))
      try opened.journal.append(.pause(reason: ""), at: Sample.moment(91), by: "PC07")
    }
    let opened = try open()
    #expect(opened.recovery == nil)
    #expect(try disk.bytes(journalPath).starts(with: whole))
  }

  @Test func `a damaged journal is kept, and a new one starts with the lines recovered`() throws {
    _ = try write(Array(Sample.walk.prefix(8)))
    let damaged = try damage(line: 5)
    do {
      let opened = try open()
      #expect(
        opened.recovery
          == .damaged(path: journalPath, line: 5, recovered: 4, kept: "journal.damaged-1.jsonl"))
      let expected = Story(Sample.head(hash: disk.hash), telling: Array(Sample.walk.prefix(3)))
      #expect(opened.interview.contents == expected.record.interview.contents)
      #expect(try disk.bytes(journalPath) == expected.journal)
    }
    #expect(try disk.bytes(disk.path("journal.damaged-1.jsonl", of: id)) == damaged)
    #expect(try open().recovery == nil)
  }

  @Test(arguments: 1...9)
  func `a picture made from more than can be read is taken instead`(line: Int) throws {
    let interview = try write(Array(Sample.walk.prefix(8)), pictured: true)
    _ = try damage(line: line)
    #expect(try disk.archive.record(id).interview.contents.nodes == interview.contents.nodes)
    do {
      let opened = try open()
      #expect(
        opened.recovery
          == .fromPicture(
            path: journalPath, as: Sample.moment(8), kept: "journal.damaged-1.jsonl"))
      #expect(opened.interview.contents == interview.contents)
      #expect(opened.interview.status == .inProgress)
    }
    let again = try open()
    #expect(again.recovery == nil)
    #expect(again.interview.contents == interview.contents)
  }

  @Test func `a picture older than its journal is never taken for the truth`() throws {
    _ = try write(Array(Sample.walk.prefix(8)), pictured: true)
    let stale = try disk.bytes(disk.path("interview.json", of: id))
    let later = Sample.at("commune", .text("Laon"))
    do {
      let opened = try open()
      try opened.journal.append(later, at: Sample.moment(91), by: "PC07")
    }
    #expect(try disk.bytes(disk.path("interview.json", of: id)) == stale)
    #expect(try disk.archive.record(id).interview.label == "Laon")
    #expect(try disk.archive.shelf().listings.first?.label == "Laon")
    #expect(try disk.archive.holding(id).record.interview.label == "Laon")
    #expect(try open().interview.label == "Laon")
  }

  @Test func `a clock that jumps back changes nothing of what is kept`() throws {
    let events = Sample.walk + [.finish]
    do {
      let journal = try disk.archive.begin(Sample.head(hash: disk.hash), by: "PC07")
      var interview = Interview(journal.head.start, on: Sample.questionnaire)
      for (place, event) in events.enumerated() {
        interview.apply(event)
        try journal.append(event, at: Sample.moment(90 - place), by: "PC07")
      }
      try journal.close(interview, by: "PC07")
    }
    let record = try disk.archive.record(id)
    let expected = Story(Sample.head(hash: disk.hash), telling: events).record
    #expect(record.interview.contents == expected.interview.contents)
    #expect(record.course.traces.map(\.verb) == events.map(\.verb))
    #expect(record.course.secondsSpent == 0)
    #expect(try disk.archive.shelf().listings.map(\.id) == [id])
  }

  @Test func `cut at any byte, a journal gives back its whole lines`() throws {
    let events = Array(Sample.walk.prefix(Torture.count(8, long: Sample.walk.count)))
    _ = try write(events)
    let whole = try disk.bytes(journalPath)
    let ends = whole.indices.filter { whole[$0] == 10 }
    var (injected, lost) = (0, 0)
    for length in Torture.places(ends[0] + 1..<whole.count, oneIn: 5) {
      try disk.write(Array(whole.prefix(length)), to: journalPath)
      let opened = try open()
      let lines = ends.count { $0 < length }
      let story = Story(Sample.head(hash: disk.hash), telling: Array(events.prefix(lines - 1)))
      let isThere = opened.interview.contents == story.record.interview.contents
      #expect(isThere, "cut at \(length)")
      let isTorn = !ends.contains(length - 1)
      #expect(opened.recovery == (isTorn ? .torn(path: journalPath) : nil))
      #expect(try disk.bytes(journalPath) == story.journal)
      (injected, lost) = (injected + 1, lost + (isThere ? 0 : 1))
    }
    Torture.tell("a journal cut at a byte", injected: injected, lost: lost)
  }

  /// Bits changed in a byte: one in the tests, each in the long run.
  private var masks: [UInt8] { Torture.isLong ? (0..<8).map { 1 << $0 } : [0x20] }

  @Test func `with any byte changed, the lines before it are there, and the whole is kept`() throws
  {
    _ = try write(Array(Sample.walk.prefix(6)))
    let whole = try disk.bytes(journalPath)
    let ends = whole.indices.filter { whole[$0] == 10 }
    let kept = "journal.damaged-1.jsonl"
    var (injected, lost) = (0, 0)
    for place in Torture.places(ends[0] + 1..<whole.count, oneIn: 7) {
      for mask in masks {
        var bytes = whole
        bytes[place] ^= mask
        try disk.write(bytes, to: journalPath)
        let opened = try open()
        let lines = ends.count { $0 < place }
        let story = Story(
          Sample.head(hash: disk.hash), telling: Array(Sample.walk.prefix(lines - 1)))
        let isThere = opened.interview.contents == story.record.interview.contents
        #expect(isThere, "byte \(place)")
        (injected, lost) = (injected + 1, lost + (isThere ? 0 : 1))
        // Without its last line feed a journal ends in a line cut short.
        if place == whole.count - 1 { continue }
        #expect(
          opened.recovery
            == .damaged(path: journalPath, line: lines + 1, recovered: lines, kept: kept))
        #expect(try disk.bytes(disk.path(kept, of: id)) == bytes)
        try FileManager.default.removeItem(atPath: disk.path(kept, of: id))
      }
    }
    Torture.tell("a bit of a journal flipped", injected: injected, lost: lost)
  }

  @Test
  func `with any byte of its first line changed, the picture holds all, or nothing is touched`()
    throws
  {
    let interview = try write(Array(Sample.walk.prefix(6)), pictured: true)
    let whole = try disk.bytes(journalPath)
    let end = try #require(whole.firstIndex(of: 10))
    var (injected, lost) = (0, 0)
    for place in Torture.places(0..<end + 1, oneIn: 11) {
      for mask in masks {
        var bytes = whole
        bytes[place] ^= mask
        try disk.write(bytes, to: journalPath)
        injected += 1
        do throws(FileFailure) {
          let opened = try disk.archive.open(id, by: "PC07", at: Sample.moment(90))
          let isThere = opened.interview.contents.nodes == interview.contents.nodes
          #expect(isThere, "byte \(place)")
          lost += isThere ? 0 : 1
        } catch {
          let isUntouched = try disk.bytes(journalPath) == bytes
          #expect(isUntouched, "byte \(place): \(error)")
          lost += isUntouched ? 0 : 1
        }
        try write(again: whole)
      }
    }
    Torture.tell("a bit of a journal's first line flipped", injected: injected, lost: lost)
  }

  /// Puts the journal back, and takes away what recovery kept.
  private func write(again whole: [UInt8]) throws {
    try disk.write(whole, to: journalPath)
    let kept = disk.path("journal.damaged-1.jsonl", of: id)
    if FileManager.default.fileExists(atPath: kept) {
      try FileManager.default.removeItem(atPath: kept)
    }
  }

  @Test(arguments: [1, 2, 10])
  func `a finished interview survives damage anywhere in its journal`(line: Int) throws {
    let interview = try write(Sample.walk + [.finish])
    _ = try damage(line: line)
    let opened = try open()
    #expect(opened.interview.status == .finished)
    #expect(opened.interview.contents == interview.contents)
    #expect(try disk.archive.record(id).interview.contents == interview.contents)
  }

  @Test func `without a picture, a journal without its first line is left untouched`() throws {
    _ = try write(Array(Sample.walk.prefix(8)))
    let damaged = try damage(line: 1)
    #expect(throws: FileFailure.unreadable(path: journalPath)) { try open() }
    #expect(try disk.bytes(journalPath) == damaged)
  }
}
