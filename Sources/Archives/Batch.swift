import Formulas
import Glibc
import Interviews
import Records

extension Archive {
  /// Begins to add interviews that have ended, many at a time.
  ///
  /// - Parameter holder: who adds, as a second program would be told.
  /// - Throws: `FileFailure.busy`, where another program is adding some.
  package func beginBatch(by holder: String, at now: DateTime) throws(FileFailure) -> Batch {
    try makeFolders()
    let beside = inside(Batch.name)
    try beside.make()
    let lock = try ArchiveLock(
      beside.child(Batch.lockName), by: holder, since: now, system)
    for name in try beside.names() where name != Batch.lockName {
      try Folder(beside.child(name), system).removeAll()
    }
    return Batch(to: self, beside: beside, holding: lock, by: holder)
  }
}

/// Interviews that have ended, on their way to the others: written beside, brought to the disk
/// together, then renamed into place, so that each is there whole or not at all.
///
/// Syncing each file of a hundred thousand interviews takes minutes; here the disk is synced once
/// per `size` interviews.
package final class Batch {
  static let name = "adding"
  static let lockName = "lock"
  /// Chosen: enough for the sync to cost nothing beside the writing.
  static let size = 1000

  /// How many are in place.
  package private(set) var count = 0
  private let archive: Archive
  private let beside: Folder
  private let lock: ArchiveLock
  private let holder: String
  private var waiting: [IndexEntry] = []

  init(to archive: Archive, beside: Folder, holding lock: ArchiveLock, by holder: String) {
    self.archive = archive
    self.beside = beside
    self.lock = lock
    self.holder = holder
  }

  /// Writes one interview beside; with the last of `size`, puts all that wait in place.
  package func add(_ record: Record) throws(FileFailure) {
    precondition(record.interview.status != .inProgress, "only an ended interview is added")
    let folder = Folder(beside.child(record.head.start.id), beside.system)
    try folder.make()
    let picture = Picture(of: record)
    let journal = picture.journal(record, by: holder)
    try write(picture.file(journalBytes: journal.count), to: folder.child(Journal.pictureName))
    let path = folder.child(Journal.name)
    try write(journal, to: path)
    guard let status = FileStatus(of: path) else {
      throw .refused(.read, path: path, .missing)
    }
    waiting.append(IndexEntry(listing: Listing(record), status: status))
    if waiting.count == Self.size { try place() }
  }

  /// Puts in place what waits, and leaves nothing beside.
  package func finish() throws(FileFailure) {
    try place()
    try beside.removeAll()
  }

  private func write(_ bytes: [UInt8], to path: String) throws(FileFailure) {
    let file = try OpenFile(path, flags: O_WRONLY | O_CREAT | O_EXCL, beside.system)
    try file.write(bytes, at: 0)
  }

  /// Brings what waits to the disk, then among the other interviews.
  private func place() throws(FileFailure) {
    guard !waiting.isEmpty else { return }
    try beside.syncAll()
    for entry in waiting {
      let target = archive.interview(entry.listing.id).path
      let answer = beside.system.rename(beside.child(entry.listing.id), target)
      guard answer >= 0 else { throw .refused(.rename, target, answer) }
      count += 1
    }
    try archive.inside("interviews").sync()
    archive.addToIndex(waiting)
    waiting = []
  }
}
