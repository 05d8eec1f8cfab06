import Archives
import Formulas
import Glibc
import Interviews
import Questions
import Records
import SampleInterviews
import Testing
import Torture

@Suite struct FaultTests {
  private let id = Sample.start().id
  private let events = Array(Sample.walk.prefix(13)) + [.finish]

  /// An interview from its first question to its finish, on calls that may fail.
  ///
  /// - Returns: how many events were said to be saved, in a row from the first; and all failures.
  private func sitting(_ archive: Archive) -> (saved: Int, failures: [FileFailure]) {
    var failures: [FileFailure] = []
    func attempt<Result>(_ step: () throws(FileFailure) -> Result) -> Result? {
      for _ in 0..<2 {
        do throws(FileFailure) { return try step() } catch { failures.append(error) }
      }
      return nil
    }
    func prepare() throws(FileFailure) -> String {
      try archive.prepare()
      return try archive.keep(questionnaire: Sample.bytes)
    }
    func begin(_ hash: String) throws(FileFailure) -> Journal {
      try archive.begin(Sample.head(hash: hash), by: "PC07")
    }
    guard let hash = attempt(prepare),
      let journal = attempt({ () throws(FileFailure) in try begin(hash) })
    else { return (0, failures) }
    var interview = Interview(journal.head.start, on: Sample.questionnaire)
    var saved = 0
    for (minute, event) in events.enumerated() {
      interview.apply(event)
      do throws(FileFailure) {
        try journal.append(event, at: Sample.moment(minute + 1), by: "PC07")
        if event.verb != .go { saved = minute + 1 }
      } catch { failures.append(error) }
      if minute == 6 {
        _ = attempt { () throws(FileFailure) in try journal.writePicture(of: interview) }
      }
    }
    let ended = interview
    let closed: Void? = attempt { () throws(FileFailure) in
      try journal.close(ended, by: "PC07")
    }
    if closed != nil { saved = events.count }
    return (saved, failures)
  }

  /// How many calls a whole sitting makes.
  private func callCount() throws -> Int {
    let disk = try Disk()
    let faults = Faults(.never)
    let (saved, failures) = sitting(disk.archive(faults.system))
    #expect(saved == events.count && failures.isEmpty)
    return faults.count
  }

  private var expected: Record {
    Story(Sample.head(hash: Archive.hash(of: Sample.bytes)), telling: events).record
  }

  @Test(arguments: [(ENOSPC, FileFailure.Reason.full), (EIO, .device)])
  func `whichever call fails once, it is said, and nothing is lost`(
    error: Int32, reason: FileFailure.Reason
  ) throws {
    let count = try callCount()
    var lost = 0
    for place in 1...count {
      let disk = try Disk()
      let (saved, failures) = sitting(disk.archive(Faults(.once(at: place, error)).system))
      #expect(saved == events.count, "call \(place)")
      #expect(failures.count <= 1)
      for failure in failures {
        guard case .refused(_, _, let said) = failure else {
          Issue.record("call \(place): \(failure)")
          continue
        }
        #expect(said == reason)
      }
      let record = try disk.archive.record(id)
      #expect(record.picture == expected.picture, "call \(place)")
      #expect(record.course == expected.course, "call \(place)")
      if record.interview.contents != expected.interview.contents { lost += 1 }
    }
    Torture.tell("a call of the disk refused: \(reason)", injected: count, lost: lost)
  }

  @Test func `whenever the power goes, every answer said to be saved is there`() throws {
    let count = try callCount()
    var lost = 0
    for place in 1...count {
      let disk = try Disk()
      let faults = Faults(.from(place, EIO))
      let (saved, failures) = sitting(disk.archive(faults.system))
      #expect(!failures.isEmpty)
      faults.losePower()
      if saved == 0, try disk.archive.ids().isEmpty { continue }
      let opened = try disk.archive.open(id, by: "PC07", at: Sample.moment(90))
      let told = opened.journal.course.traces.count
      #expect(told >= saved, "call \(place)")
      lost += max(0, saved - told)
      let story = Story(Sample.head(hash: disk.hash), telling: Array(events.prefix(told)))
      #expect(opened.interview.contents == story.record.interview.contents, "call \(place)")
      switch opened.recovery {
      case nil, .torn?: break
      case .damaged?, .fromPicture?: Issue.record("call \(place): \(opened.recovery as Any)")
      }
    }
    Torture.tell("the power gone at a call of the disk", injected: count, lost: lost)
  }

  @Test func `what a full disk refuses waits, and goes first`() throws {
    let disk = try Disk()
    try disk.archive.prepare()
    _ = try disk.archive.keep(questionnaire: Sample.bytes)
    var system = SystemCalls.real
    let full = Faults(.from(1, ENOSPC)).system
    system.write = { file, bytes, at in
      at > 900 && at < 2000 ? full.write(file, bytes, at) : SystemCalls.real.write(file, bytes, at)
    }
    let journal = try disk.archive(system).begin(Sample.head(hash: disk.hash), by: "PC07")
    var waiting: [Int] = []
    for (minute, event) in Sample.walk.enumerated() {
      try? journal.append(event, at: Sample.moment(minute + 1), by: "PC07")
      waiting.append(journal.unsavedCount)
    }
    #expect(waiting.first == 0 && waiting.last ?? 0 > 5)
    #expect(waiting == waiting.sorted())
    let size = try disk.bytes(disk.path("journal.jsonl", of: id))
    #expect(size.last == 10)
  }

  @Test func `a read-only disk is said before the first question`() throws {
    let disk = try Disk()
    var system = SystemCalls.real
    system.makeFolder = { _ in -Int(EROFS) }
    let archive = disk.archive(system)
    #expect(
      throws: FileFailure.refused(.createFolder, path: archive.folder, .readOnly)
    ) { try archive.prepare() }
  }
}
