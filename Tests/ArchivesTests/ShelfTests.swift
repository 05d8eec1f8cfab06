import Archives
import Formulas
import Interviews
import Questions
import Records
import SampleInterviews
import Testing

@Suite struct ShelfTests {
  private let disk: Disk
  private let ids = (1...3).map { "019aa1b2-0000-7000-8000-00000000000\($0)" }
  private var indexPath: String { "\(disk.archive.folder)/interviews/index.jsonl" }

  init() throws {
    disk = try Disk()
    try disk.archive.prepare()
    _ = try disk.archive.keep(questionnaire: Sample.bytes)
  }

  private func write(_ id: String, _ events: [Event]) throws {
    let journal = try disk.archive.begin(Sample.head(id: id, hash: disk.hash), by: "PC07")
    for (minute, event) in events.enumerated() {
      try journal.append(event, at: Sample.moment(minute + 1), by: "PC07")
    }
  }

  @Test func `no folder, no interview`() throws {
    let shelf = try Archive(at: "\(disk.folder)/nowhere").shelf()
    #expect(shelf.listings.isEmpty && shelf.failures.isEmpty)
  }

  @Test func `a listing says what the home screen shows`() throws {
    try write(ids[0], Sample.walk)
    let listing = try #require(try disk.archive.shelf().listings.first)
    #expect(listing.label.hasPrefix("L’Haÿ-les-Roses"))
    #expect(listing.status == .inProgress && listing.remarkCount == 1)
    #expect(listing.updated == Sample.moment(34))
    let story = Story(Sample.head(hash: disk.hash), telling: Sample.walk)
    let progress = story.record.interview.progressWithoutApart
    #expect(listing.done == progress.done && listing.of == progress.of && listing.of > 8)
  }

  @Test func `an export holds interviews as they were then`() throws {
    for id in ids { try write(id, [Sample.at("commune", .text("Laon"))]) }
    let listings = try disk.archive.shelf().listings
    #expect(disk.archive.exported(among: listings).isEmpty)
    for (minute, some) in [(2, [ids[0], ids[1]]), (9, [ids[2]])] {
      try disk.archive.note(
        exportTo: "/sortie", at: Sample.moment(minute), format: "csv", profile: "full", hash: "0",
        ids: some)
    }
    #expect(disk.archive.exported(among: listings) == Set(ids))
    let opened = try disk.archive.open(ids[1], by: "PC07", at: Sample.moment(5))
    try opened.journal.append(
      Sample.at("commune", .text("Vervins")), at: Sample.moment(6), by: "PC07")
    #expect(disk.archive.exported(among: try disk.archive.shelf().listings) == [ids[0], ids[2]])
  }

  @Test func `the index is believed while the journals are those it was made from`() throws {
    for id in ids { try write(id, [Sample.at("commune", .text("Laon"))]) }
    let shelf = try disk.archive.shelf()
    #expect(shelf.listings.map(\.id) == ids)
    let index = try disk.text(indexPath)
    #expect(index.hasPrefix(#"{"layout":1,"#))
    #expect(index.split(separator: "\n").count == 4)
    #expect(try disk.archive.shelf() == shelf)
    let opened = try disk.archive.open(ids[1], by: "PC07", at: Sample.moment(5))
    try opened.journal.append(
      Sample.at("commune", .text("Vervins")), at: Sample.moment(6), by: "PC07")
    let changed = try disk.archive.shelf().listings
    #expect(changed.map(\.label) == ["Vervins", "Laon", "Laon"])
    #expect(try disk.text(indexPath).split(separator: "\n").count == 5)
    #expect(try disk.archive.shelf().listings == changed)
  }

  @Test func `an index with more lines out of date than not is written anew`() throws {
    for id in ids { try write(id, [Sample.at("commune", .text("Laon"))]) }
    for minute in 2...8 {
      _ = try disk.archive.shelf()
      let opened = try disk.archive.open(ids[1], by: "PC07", at: Sample.moment(5))
      try opened.journal.append(.resume, at: Sample.moment(minute), by: "PC07")
    }
    let shelf = try disk.archive.shelf()
    #expect(try disk.text(indexPath).split(separator: "\n").count <= 7)
    #expect(try disk.archive.shelf() == shelf)
  }

  @Test func `the latest are there at once, as their journals are now`() throws {
    #expect(disk.archive.latest(2) == nil)
    for id in ids { try write(id, [Sample.at("commune", .text("Laon"))]) }
    _ = try disk.archive.shelf()
    let opened = try disk.archive.open(ids[1], by: "PC07", at: Sample.moment(5))
    try opened.journal.append(
      Sample.at("commune", .text("Vervins")), at: Sample.moment(6), by: "PC07")
    let latest = try #require(disk.archive.latest(2))
    #expect(latest.total == 3 && latest.listings.map(\.label) == ["Vervins", "Laon"])
    try disk.archive.trash(ids[0], by: "PC07", at: Sample.moment(7))
    #expect(disk.archive.latest(3)?.listings.map(\.id) == [ids[1], ids[2]])
  }

  @Test func `one interview of a shelf is looked at again alone`() throws {
    for id in ids { try write(id, [Sample.at("commune", .text("Laon"))]) }
    var shelf = try disk.archive.shelf()
    let opened = try disk.archive.open(ids[1], by: "PC07", at: Sample.moment(5))
    try opened.journal.append(
      Sample.at("commune", .text("Vervins\\le Haut")), at: Sample.moment(6), by: "PC07")
    disk.archive.refresh(ids[1], on: &shelf)
    #expect(shelf.listings.first?.label == "Vervins\\le Haut")
    #expect(try disk.archive.shelf() == shelf)
    #expect(try disk.text(indexPath).split(separator: "\n").count == 5)
  }

  @Test func `what another program brought meanwhile is seen too`() throws {
    for id in ids.dropLast() { try write(id, [Sample.at("commune", .text("Laon"))]) }
    var shelf = try disk.archive.shelf()
    try write(ids[2], [Sample.at("commune", .text("Vervins"))])
    disk.archive.refresh(ids[0], on: &shelf)
    #expect(shelf.listings.count == 3)
    try disk.archive.trash(ids[2], by: "PC07", at: Sample.moment(7))
    disk.archive.refresh(ids[0], on: &shelf)
    #expect(Set(shelf.listings.map(\.id)) == [ids[0], ids[1]])
  }

  @Test(arguments: [
    "", "{\"layout\":1,\"index\":2}\n", "{}\n", "{\"layout\":9}\n{}\n", "\u{0}\u{0}",
  ])
  func `a wrong index is made again`(text: String) throws {
    for id in ids { try write(id, [Sample.at("commune", .text("Laon"))]) }
    let shelf = try disk.archive.shelf()
    let index = try disk.text(indexPath)
    try disk.write(Array(text.utf8), to: indexPath)
    #expect(try disk.archive.shelf() == shelf)
    #expect(try disk.text(indexPath) == index)
  }

  @Test func `an interview that cannot be read hides no other`() throws {
    for id in ids { try write(id, []) }
    let path = disk.path("journal.jsonl", of: ids[1])
    try disk.write(Array(#"{"layout":2}"#.utf8) + [10], to: path)
    let shelf = try disk.archive.shelf()
    #expect(shelf.listings.map(\.id) == [ids[0], ids[2]])
    #expect(shelf.failures == [.newerLayout(path: path, found: 2, newest: 1)])
  }
}
