import Formulas
import Interviews
import Records

/// What withdrawing came to.
package struct Withdrawal: Hashable, Sendable {
  /// Of the interviews that had the code, now or before; none where no interview has it here.
  package let tombstones: [Tombstone]
  /// Whether anything was left to remove.
  package let removedSomething: Bool
  /// Journals whose head cannot be read: they were not searched.
  package let unread: [String]
}

extension Archive {
  /// Removes all that is held under a withdrawal code, the trash included, and leaves a tombstone.
  ///
  /// The tombstone is on the disk first: where the power goes in between, the interview is shown
  /// and exported no more, and withdrawing again removes what is left.
  ///
  /// - Parameter code: as `WithdrawalCode.read` gives it.
  /// - Throws: `FileFailure`: open elsewhere (nothing is removed), or something cannot be removed.
  package func withdraw(
    _ code: String, by holder: String, at now: DateTime
  ) throws(FileFailure) -> Withdrawal {
    var stones = try tombstones().filter { $0.codeHash == Self.codeHash(code, of: $0.id) }
    var unread: [String] = []
    for held in try heldFolders() {
      guard let head = held.head else {
        unread.append(held.folder.path)
        continue
      }
      let id = head.start.id
      guard head.isUnder(code), !stones.contains(where: { $0.id == id }) else { continue }
      stones.append(
        Tombstone(
          id: id, codeHash: Self.codeHash(code, of: id), questionnaire: head.questionnaire,
          version: head.version, withdrawn: now))
    }
    var removedSomething = false
    for stone in stones where try honour(stone, by: holder, at: now) { removedSomething = true }
    return Withdrawal(tombstones: stones, removedSomething: removedSomething, unread: unread)
  }

  /// Keeps a tombstone, and removes all that is still held of its interview.
  ///
  /// A withdrawal wins over any revision: merging calls this with those of another laptop.
  ///
  /// - Returns: whether anything was left to remove.
  @discardableResult package func honour(
    _ stone: Tombstone, by holder: String, at now: DateTime
  ) throws(FileFailure) -> Bool {
    let held = try heldFolders().filter { held in
      held.folder.path.contains(stone.id) || held.head?.start.id == stone.id
    }
    var locks: [ArchiveLock] = []
    for held in held {
      locks.append(try ArchiveLock(held.folder.child("lock"), by: holder, since: now, system))
    }
    let stones = inside("withdrawn")
    try stones.make()
    let path = stones.child("\(stone.id).json")
    if FileStatus(of: path) == nil { try DurableFile.replace(path, with: stone.file, system) }
    try forget(stone.id)
    for key in Set(held.compactMap(\.head?.contact)) { try contactFolder(key).removeAll() }
    for held in held {
      try held.folder.removeAll()
      try Folder(DurableFile.parent(of: held.folder.path), system).sync()
    }
    return !held.isEmpty
  }

  /// Every tombstone there is, in the order the interviews were started.
  package func tombstones() throws(FileFailure) -> [Tombstone] {
    let folder = inside("withdrawn")
    var stones: [Tombstone] = []
    for name in try folder.names() where name.hasSuffix(".json") {
      let path = folder.child(name)
      let bytes = try contents(of: path, system)
      do throws(Unreadable) {
        stones.append(try Tombstone(reading: bytes))
      } catch {
        throw FileFailure(error, at: path)
      }
    }
    return stones
  }

  /// Every export that was made from here; none where none was.
  package func pastExports() throws(FileFailure) -> [PastExport] {
    let path = "\(folder)/exports.jsonl"
    return FileStatus(of: path) == nil ? [] : PastExport.all(in: try contents(of: path, system))
  }

  /// The ids of the interviews that were withdrawn, from the names of their tombstones.
  func withdrawnIDs() throws(FileFailure) -> Set<String> {
    Set(try inside("withdrawn").names().compactMap { $0.withoutSuffix(".json") })
  }

  static func codeHash(_ code: String, of id: String) -> String {
    hash(of: Array("\(id) \(code)".utf8))
  }

  /// A folder that holds an interview, wherever in the archive it is.
  struct Held {
    let folder: Folder
    /// Nil where neither the journal's head nor the picture's can be read.
    let head: RecordHead?
  }

  /// Every folder that holds an interview, the trash and what merging set apart included.
  func heldFolders() throws(FileFailure) -> [Held] {
    try heldFolders(in: Folder(folder, system), depth: 0)
  }

  private func heldFolders(in folder: Folder, depth: Int) throws(FileFailure) -> [Held] {
    var held: [Held] = []
    let names = try folder.names()
    let isHolding = names.contains { name in
      name == Journal.name || name == Journal.pictureName || name.hasPrefix("journal.")
    }
    if isHolding { held.append(Held(folder: folder, head: head(in: folder))) }
    guard depth < Self.deepest else { return held }
    for name in names where !isHolding && !Self.notInterviews.contains(name) {
      let inside = Folder(folder.child(name), system)
      if FileStatus(ofEntry: inside.path)?.isFolder == true {
        held += try heldFolders(in: inside, depth: depth + 1)
      }
    }
    return held
  }

  private static let notInterviews: Set = ["questionnaires", "contacts", "withdrawn", "lists"]

  /// `DATA/interviews/ID` is two deep; one more for what is kept by day or by laptop.
  private static let deepest = 3

  private func head(in folder: Folder) -> RecordHead? {
    if let line = try? firstLine(of: folder.child(Journal.name), system),
      let head = try? RecordHead(reading: line[...])
    {
      return head
    }
    return (try? contents(of: folder.child(Journal.pictureName), system))
      .flatMap { try? Picture.readHead($0) }
  }
}

extension RecordHead {
  /// Whether a person withdraws this interview with a code; a sealed one knows its hash only.
  fileprivate func isUnder(_ code: String) -> Bool {
    codeHash.map { $0 == Archive.codeHash(code, of: start.id) } ?? (start.code == code)
  }
}

extension String {
  /// What comes before an ending; nil where it ends otherwise.
  fileprivate func withoutSuffix(_ suffix: String) -> String? {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : nil
  }
}
