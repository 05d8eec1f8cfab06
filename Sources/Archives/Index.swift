import Glibc
import Records

/// `index.jsonl`: what the home screen and lists show, so that no journal need be read for it.
///
/// A line an interview, each sealed with its sum and naming the journal it was made from; of two
/// lines on one interview, the later counts. What changed is added at the end, so that the end
/// tells of the latest; where the interviews are no longer those it knows, it is written anew. Never
/// synced: what a power cut leaves of it is checked, line by line, and made again.
struct Index {
  private let path: String
  private let system: SystemCalls

  static let name = "index.jsonl"

  init(of folder: Folder) {
    path = folder.child(Self.name)
    system = folder.system
  }

  /// Says what the file is: a line that a program of another layout would not write.
  private static let first = CheckSum.sealed(
    .object([.init("layout", JSONTree(RecordHead.newestLayout)), .init("index", JSONTree(5))]))

  /// Every interview it knows; and whether it is worth adding to, rather than writing anew.
  func entries() -> (byID: [String: IndexEntry], isTidy: Bool) {
    guard let bytes = try? contents(of: path, system) else { return ([:], false) }
    var reader = IndexReader()
    var byID: [String: IndexEntry] = [:]
    var isOurs = false
    var count = 0
    bytes.withUnsafeBytes { buffer in
      isOurs = buffer.starts(with: Self.first)
      guard isOurs else { return }
      byID.reserveCapacity(buffer.count / 400)
      for line in IndexReader.lines(of: buffer).dropFirst() {
        count += 1
        if let entry = reader.entry(line) { byID[entry.listing.id] = entry }
      }
    }
    // As many lines out of date as there are others: time to write it anew.
    return (byID, isOurs && count <= byID.count * 2)
  }

  /// Bytes read from its end: enough for some two hundred lines.
  private static let tailLength = 131_072

  /// The interviews it was last told of, the last first; nil where it says nothing sound.
  func latest(_ most: Int) -> (entries: [IndexEntry], total: Int)? {
    guard let size = FileStatus(of: path)?.size,
      let file = try? OpenFile(path, flags: O_RDONLY, system),
      file.read(Self.first.count, at: 0) == Self.first
    else { return nil }
    let start = max(0, size - Self.tailLength)
    let bytes = file.read(size - start, at: start)
    var reader = IndexReader()
    var entries: [IndexEntry] = []
    var seen: Set<String> = []
    var total: Int?
    bytes.withUnsafeBytes { buffer in
      for line in IndexReader.lines(of: buffer).dropFirst().reversed() where entries.count < most {
        guard let entry = reader.entry(line) else { continue }
        total = total ?? entry.total
        if seen.insert(entry.listing.id).inserted { entries.append(entry) }
      }
    }
    return total.map { (entries, $0) }
  }

  /// Adds what changed.
  ///
  /// - Parameter total: how many interviews there are now.
  func append(_ entries: [IndexEntry], total: Int) throws(FileFailure) {
    guard !entries.isEmpty else { return }
    let file = try OpenFile(path, flags: O_WRONLY, system)
    let end = FileStatus(of: path)?.size ?? 0
    try file.write(Self.lines(entries, total), at: end)
  }

  /// Writes it anew.
  ///
  /// - Parameter entries: the one that changed last first.
  func replace(_ entries: [IndexEntry]) throws(FileFailure) {
    let lines = Self.lines(entries.reversed(), entries.count)
    try DurableFile.replace(path, with: Self.first + [Replay.lineFeed] + lines, system)
  }

  /// Drops every line on an interview, and every one that cannot be read.
  func forget(_ id: String) throws(FileFailure) {
    guard FileStatus(of: path) != nil else { return }
    let lines = try contents(of: path, system).split(separator: Replay.lineFeed)
    let mark = Array(#"{"id":"\#(id)""#.utf8)
    let isOurs = lines.first.map { $0.elementsEqual(Self.first) } ?? false
    let kept = lines.dropFirst().filter { CheckSum.isSound($0) && !$0.starts(with: mark) }
    if isOurs, !kept.isEmpty {
      let file = ([Self.first[...]] + kept).flatMap { $0 + [Replay.lineFeed] }
      return try DurableFile.replace(path, with: file, system)
    }
    let answer = system.remove(path)
    guard answer >= 0 else { throw .refused(.remove, path, answer) }
  }

  private static func lines(_ entries: [IndexEntry], _ total: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for entry in entries {
      bytes += CheckSum.sealed(.object(entry.members(total: total)))
      bytes.append(Replay.lineFeed)
    }
    return bytes
  }
}

/// One line of the index: a listing, and the journal it was made from.
struct IndexEntry: Hashable, Sendable {
  let listing: Listing
  let status: FileStatus
  /// How many interviews there were when the line was written.
  var total = 0

  func members(total: Int) -> [JSONTree.Member] {
    listing.members + [
      .init("journal_bytes", JSONTree(status.size)),
      .init("journal_modified", JSONTree(status.modified)), .init("total", JSONTree(total)),
    ]
  }
}
