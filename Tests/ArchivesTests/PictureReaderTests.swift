import Archives
import Formulas
import Interviews
import Questions
import Records
import SampleInterviews
import Testing

@Suite struct PictureReaderTests {
  let disk: Disk

  init() throws {
    disk = try Disk()
    _ = try disk.archive.keep(questionnaire: Sample.bytes)
  }

  private func begin(_ number: Int, _ events: [Event]) throws -> (id: String, Journal) {
    let id = "019aa1b2-0000-7000-8000-00000000000\(number)"
    let head = RecordHead(Sample.start(id: id, hash: disk.hash), on: Sample.questionnaire)
    let journal = try disk.archive.begin(head, by: "PC07")
    for event in events { try journal.append(event, at: Sample.moment(1), by: "PC07") }
    return (id, journal)
  }

  private func interview(_ id: String) throws -> Interview {
    try disk.archive.record(id).interview
  }

  private func commune(_ id: String, _ scope: PictureReader.Scope = .ended) throws -> String? {
    var reader = PictureReader(disk.archive)
    let item = try #require(Sample.questionnaire.index(of: "commune"))
    return try reader.read(id, scope) { $0.value(at: Spot(frame: 0, item: item)).plain }
  }

  @Test func `a finished interview is read from its picture alone`() throws {
    let (id, journal) = try begin(1, [Sample.at("commune", .text("Laon")), .finish])
    try journal.close(try interview(id), by: "PC07")
    #expect(try commune(id) == "Laon")
    let length = try disk.bytes(disk.path("journal.jsonl", of: id)).count
    try disk.write([UInt8](repeating: 0, count: length), to: disk.path("journal.jsonl", of: id))
    #expect(try commune(id) == "Laon")
  }

  @Test func `where the journal goes further than the picture, the journal counts`() throws {
    let (id, journal) = try begin(1, [Sample.at("commune", .text("Laon"))])
    try journal.writePicture(of: try interview(id))
    try journal.append(Sample.at("commune", .text("Ham")), at: Sample.moment(2), by: "PC07")
    #expect(try commune(id, .withDrafts) == "Ham")
    #expect(try commune(id) == nil)
  }

  @Test func `without a picture, or with another program's, the journal counts`() throws {
    let (id, _) = try begin(1, [Sample.at("commune", .text("Laon")), .stop(reason: "")])
    #expect(try commune(id) == "Laon")
    try disk.write(Array("{}".utf8), to: disk.path("interview.json", of: id))
    #expect(try commune(id) == "Laon")
  }

  @Test func `while one is corrected, what stood before counts, or the draft where asked`() throws {
    let (id, journal) = try begin(1, [Sample.at("commune", .text("Laon")), .finish])
    try journal.close(try interview(id), by: "PC07")
    try journal.append(.reopen(reason: "erreur"), at: Sample.moment(3), by: "PC07")
    try journal.append(Sample.at("commune", .text("Ham")), at: Sample.moment(4), by: "PC07")
    #expect(try commune(id) == "Laon")
    #expect(try commune(id, .withDrafts) == "Ham")
  }

  @Test func `what cannot be read is said`() throws {
    let (id, _) = try begin(1, [.finish])
    try disk.write([], to: disk.path("journal.jsonl", of: id))
    #expect(throws: FileFailure.self) { try commune(id) }
  }
}
