import Glibc
import Records

// What an interview changed on two laptops keeps apart: theirs waits in the store, `conflict-N.jsonl`,
// until someone decides, and what is not kept becomes `decided-N.jsonl`.

extension Archive {
  /// Brings what another laptop's copy keeps apart, before the copy.
  ///
  /// - Parameter place: where the copy is set apart, its number last.
  func bringContacts(
    from theirs: Folder, of other: Archive, asCopy place: Folder
  ) throws(FileFailure) {
    guard let line = try? firstLine(of: theirs.child(Journal.name), system),
      let key = (try? RecordHead(reading: line[...]))?.contact
    else { return }
    let path = other.contactFolder(key).child(Journal.name)
    guard FileStatus(ofEntry: path)?.isPlainFile == true else { return }
    let number = place.path.split(separator: "/").last.flatMap { Int($0) } ?? 0
    let store = contactFolder(key)
    try store.make()
    try DurableFile.replace(
      store.child(Self.conflict(number)), with: try contents(of: path, system), system)
    try Folder(DurableFile.parent(of: store.path), system).sync()
  }

  /// Puts theirs in place of ours; run again, it changes nothing.
  func takeContacts(ofCopy number: Int, of head: RecordHead) throws(FileFailure) {
    guard let key = head.contact else { return }
    let store = contactFolder(key)
    let (mine, theirs) = (store.child(Journal.name), store.child(Self.conflict(number)))
    guard FileStatus(of: theirs) != nil else { return }
    if FileStatus(of: mine) != nil { try setAside(mine, in: store) }
    let answer = system.rename(theirs, mine)
    guard answer >= 0 else { throw .refused(.rename, theirs, answer) }
    try store.sync()
  }

  /// Puts theirs with what was decided.
  func dropContacts(ofCopy number: Int, of head: RecordHead) throws(FileFailure) {
    guard let key = head.contact else { return }
    let store = contactFolder(key)
    let theirs = store.child(Self.conflict(number))
    if FileStatus(of: theirs) != nil { try setAside(theirs, in: store) }
  }

  private func setAside(_ path: String, in store: Folder) throws(FileFailure) {
    let taken = Set(try store.names())
    let number = (1...).first { !taken.contains("decided-\($0).jsonl") } ?? 0
    let answer = system.rename(path, store.child("decided-\(number).jsonl"))
    guard answer >= 0 else { throw .refused(.rename, path, answer) }
    try store.sync()
  }

  private static func conflict(_ number: Int) -> String { "conflict-\(number).jsonl" }
}
