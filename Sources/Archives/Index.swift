import Formulas
import Glibc
import Interviews
import Questions
import Records

extension Archive {
  /// Every interview there, and what stands in the way of showing the others.
  package struct Shelf: Hashable, Sendable {
    /// In the order they were started.
    package let listings: [Listing]
    package let failures: [FileFailure]
  }

  /// What the home screen shows: from the index where it still tells the truth, else from the
  /// journals.
  ///
  /// The index is a convenience: where it cannot be written, nothing is said.
  package func shelf(of place: Place = .interviews) throws(FileFailure) -> Shelf {
    let indexPath = inside(place.rawValue).child("index.jsonl")
    let index = readIndex(indexPath)
    var entries: [IndexEntry] = []
    var failures: [FileFailure] = []
    var forms: [String: Questionnaire] = [:]
    for id in try ids(in: place) {
      let folder = interview(id, in: place)
      guard let status = FileStatus(of: folder.child(Journal.name)) else { continue }
      if let entry = index[id], entry.status == status {
        entries.append(entry)
        continue
      }
      do throws(FileFailure) {
        let record = try read(folder, &forms).record
        entries.append(IndexEntry(listing: Listing(record), status: status))
      } catch {
        failures.append(error)
      }
    }
    if entries.count != index.count || entries.contains(where: { index[$0.listing.id] != $0 }) {
      try? DurableFile.replace(indexPath, with: IndexEntry.file(entries), system)
    }
    return Shelf(listings: entries.map(\.listing), failures: failures)
  }

  /// Takes an interview out of every index, where its label still names someone.
  ///
  /// An index that cannot be read is removed: it is made again.
  func forget(_ id: String) throws(FileFailure) {
    for place in Place.allCases {
      let path = inside(place.rawValue).child("index.jsonl")
      guard FileStatus(of: path) != nil else { continue }
      let entries = readIndex(path).values.filter { $0.listing.id != id }
        .sorted { $0.listing.id < $1.listing.id }
      if entries.isEmpty {
        let answer = system.remove(path)
        guard answer >= 0 else { throw .refused(.remove, path, answer) }
      } else {
        try DurableFile.replace(path, with: IndexEntry.file(entries), system)
      }
    }
  }

  /// Adds what is known of interviews just put in place, so that no one need read them for it.
  ///
  /// Nothing is said where it cannot: `shelf` then reads the journals.
  func addToIndex(_ entries: [IndexEntry]) {
    let path = inside(Place.interviews.rawValue).child("index.jsonl")
    let size = FileStatus(of: path)?.size ?? 0
    let bytes = size == 0 ? IndexEntry.file(entries) : IndexEntry.lines(entries)
    let file = try? OpenFile(path, flags: O_WRONLY | O_CREAT, system)
    try? file?.write(bytes, at: size)
  }

  private func readIndex(_ path: String) -> [String: IndexEntry] {
    guard let bytes = try? contents(of: path, system) else { return [:] }
    let entries = IndexEntry.read(bytes)
    return Dictionary(entries.map { ($0.listing.id, $0) }, uniquingKeysWith: { _, last in last })
  }
}

/// One line of the index: a listing, and the journal it was made from.
struct IndexEntry: Hashable, Sendable {
  let listing: Listing
  let status: FileStatus

  private static let first = CheckSum.sealed(
    .object([.init("layout", JSONTree(RecordHead.newestLayout))]))

  static func file(_ entries: [IndexEntry]) -> [UInt8] {
    first + [Replay.lineFeed] + lines(entries)
  }

  static func lines(_ entries: [IndexEntry]) -> [UInt8] {
    entries.flatMap { CheckSum.sealed(.object($0.members)) + [Replay.lineFeed] }
  }

  /// What can be read of an index; none of a newer one.
  static func read(_ bytes: [UInt8]) -> [IndexEntry] {
    let lines = bytes.split(separator: Replay.lineFeed)
    guard lines.first.map({ Array($0) == first }) == true else { return [] }
    return lines.dropFirst().compactMap { line in
      guard CheckSum.isSound(line), let json = try? JSONText(Array(line)).root else { return nil }
      return IndexEntry(json)
    }
  }

  private var members: [JSONTree.Member] {
    listing.members + [
      .init("journal_bytes", JSONTree(status.size)),
      .init("journal_modified", JSONTree(status.modified)),
    ]
  }

  private init?(_ json: JSONValue) {
    guard let listing = Listing(json), let size = json["journal_bytes"]?.integer,
      let modified = json["journal_modified"]?.integer
    else { return nil }
    self.listing = listing
    status = FileStatus(size: size, modified: modified)
  }

  init(listing: Listing, status: FileStatus) {
    self.listing = listing
    self.status = status
  }
}
