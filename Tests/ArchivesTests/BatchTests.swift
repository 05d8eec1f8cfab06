import Archives
import Formulas
import Glibc
import Interviews
import Records
import SampleInterviews
import Testing

@Suite struct BatchTests {
  private let ids = (1...3).map { "019aa1b2-0000-7000-8000-00000000000\($0)" }

  /// Interviews of kind `simulated`, all alike but for their ids.
  private func records(_ hash: String) -> [Record] {
    ids.map { id in
      let head = Sample.head(id: id, hash: hash, kind: .simulated)
      return Story(head, telling: Sample.walk + [.finish]).record
    }
  }

  private func add(_ records: [Record], to archive: Archive) throws(FileFailure) {
    _ = try archive.keep(questionnaire: Sample.bytes)
    let batch = try archive.beginBatch(by: "simulate", at: Sample.moment(0))
    for record in records { try batch.add(record) }
    try batch.finish()
  }

  @Test func `interviews added together are what finishing each would leave`() throws {
    let disk = try Disk()
    let records = records(disk.hash)
    try add(records, to: disk.archive)
    #expect(try disk.archive.ids() == ids)
    for record in records {
      let read = try disk.archive.record(record.head.start.id)
      #expect(read.picture == record.picture && read.course == record.course)
      #expect(read.interview.contents == record.interview.contents)
    }
    #expect(try disk.names(disk.archive.folder) == ["interviews", "questionnaires"])
    #expect(try disk.names("\(disk.archive.folder)/interviews/\(ids[0])").count == 2)
    let opened = try disk.archive.open(ids[1], by: "PC07", at: Sample.moment(90))
    #expect(opened.recovery == nil && opened.interview.status == .finished)
  }

  @Test func `the home screen knows them without reading them`() throws {
    let disk = try Disk()
    try add([records(disk.hash)[0]], to: disk.archive)
    try add(Array(records(disk.hash)[1...]), to: disk.archive)
    let index = try disk.text("\(disk.archive.folder)/interviews/index.jsonl")
    let shelf = try disk.archive.shelf()
    #expect(shelf.listings.map(\.id) == ids && shelf.failures.isEmpty)
    #expect(try disk.text("\(disk.archive.folder)/interviews/index.jsonl") == index)
  }

  @Test func `one program adds at a time`() throws {
    let disk = try Disk()
    let first = try disk.archive.beginBatch(by: "simulate", at: Sample.moment(0))
    #expect(
      throws: FileFailure.busy(
        path: "\(disk.archive.folder)/adding", by: "simulate", since: Sample.moment(0))
    ) { try disk.archive.beginBatch(by: "PC07", at: Sample.moment(1)) }
    try first.finish()
  }

  @Test func `whenever the power goes, each is there whole or not at all`() throws {
    let whole = Faults(.never)
    let records = records(Archive.hash(of: Sample.bytes))
    let pictures = Set(records.map(\.picture))
    let sound = try Disk()
    try add(records, to: sound.archive(whole.system))
    for place in 1...whole.count {
      let disk = try Disk()
      let faults = Faults(.from(place, EIO))
      #expect(throws: FileFailure.self) { try add(records, to: disk.archive(faults.system)) }
      faults.losePower()
      for id in try disk.archive.ids() {
        #expect(pictures.contains(try disk.archive.record(id).picture), "call \(place)")
      }
      let missing = try Set(disk.archive.ids()).symmetricDifference(ids)
      try add(records.filter { missing.contains($0.head.start.id) }, to: disk.archive)
      #expect(try disk.archive.ids() == ids, "call \(place)")
    }
  }
}
