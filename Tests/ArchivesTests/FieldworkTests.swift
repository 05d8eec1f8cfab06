import Archives
import Formulas
import Interviews
import Questions
import Records
import SampleInterviews
import Testing

@Suite struct FieldworkTests {
  private let disk: Disk

  init() throws {
    disk = try Disk()
    try disk.archive.prepare()
    _ = try disk.archive.keep(questionnaire: Sample.bytes)
  }

  /// Writes an interview whose only answer takes so many minutes.
  private func write(
    _ number: Int, minutes: Int, _ end: Event? = .finish, commune: String = "Laon",
    kind: Start.Kind = .interview
  ) throws {
    let id = "019aa1b2-0000-7000-8000-0000000000\(number + 10)"
    let head = Sample.head(id: id, hash: disk.hash, kind: kind)
    let journal = try disk.archive.begin(head, by: "PC07")
    var interview = Interview(journal.head.start, on: Sample.questionnaire)
    for event in [Sample.at("commune", .text(commune))] + (end.map { [$0] } ?? []) {
      interview.apply(event)
      try journal.append(event, at: Sample.moment(minutes), by: "PC07")
    }
    if interview.status != .inProgress { try journal.close(interview, by: "PC07") }
  }

  private func fieldwork() throws -> Fieldwork { Fieldwork(try disk.archive.shelf().listings) }

  @Test func `refused and stopped count as asked, interviews under way do not`() throws {
    #expect(try fieldwork().responseRate == nil)
    try write(1, minutes: 5)
    try write(2, minutes: 5, .stop(reason: ""))
    try write(3, minutes: 5, nil)
    try write(4, minutes: 5, commune: "refus")
    try write(5, minutes: 5, kind: .training)
    let fieldwork = try fieldwork()
    #expect(fieldwork.counts == [.finished: 1, .stopped: 1, .inProgress: 1, .refused: 1])
    #expect(fieldwork.askedCount == 3)
    #expect(fieldwork.responseRate == 100.0 / 3)
  }

  @Test func `under half the median time is fast, from five finished on`() throws {
    for number in 1...4 { try write(number, minutes: 10) }
    #expect(try fieldwork().fast.isEmpty)
    try write(5, minutes: 4)
    try write(6, minutes: 5)
    try write(7, minutes: 1, .stop(reason: ""))
    let fast = try fieldwork().fast
    #expect(fast == ["019aa1b2-0000-7000-8000-000000000015"])
  }

  @Test(arguments: [
    // Minutes of the events, and the verbs that leave.
    ([1, 2, 5], [Int](), 5), ([1, 30, 31], [], 2), ([5, 3, 4], [], 6), ([1, 10, 11], [0], 2),
  ])
  func `time spent leaves out pauses, long silences and a clock that jumps back`(
    minutes: [Int], pauses: [Int], spent: Int
  ) {
    var course = Course(started: Sample.moment(0))
    for (place, minute) in minutes.enumerated() {
      let event: Event = pauses.contains(place) ? .pause(reason: "") : .resume
      course.note(event, at: Sample.moment(minute), by: "PC07")
    }
    #expect(course.secondsSpent == spent * 60)
  }

  @Test func `an interview is found by the start or the end of its id`() throws {
    try write(1, minutes: 1)
    try write(2, minutes: 1)
    let archive = disk.archive
    let id = "019aa1b2-0000-7000-8000-000000000011"
    #expect(try archive.find(id) == id)
    #expect(try archive.find("00000011") == id)
    #expect(throws: FileFailure.noInterview(id: "011", folder: "\(archive.folder)/interviews")) {
      try archive.find("011")
    }
    #expect(
      throws: FileFailure.severalInterviews(
        "019AA1B2", ids: [id, "019aa1b2-0000-7000-8000-000000000012"])
    ) { try archive.find("019AA1B2") }
    try archive.trash(id, by: "PC07", at: Sample.moment(2))
    #expect(throws: FileFailure.inTrash(id: id)) { try archive.find("00000011") }
    #expect(try archive.find("00000011", in: .trash) == id)
  }
}
