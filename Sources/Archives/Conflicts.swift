import Formulas
import Questions
import Records

/// An interview that was changed on two laptops, each without the other.
package struct Conflict: Sendable {
  package let id: String
  /// As it is here, in lists and exports.
  package let mine: Record
  /// As it came: `DATA/conflicts/ID/N`, in no list and no export.
  package let theirs: Record
  /// Which of those that came, from 1.
  package let number: Int
}

extension Archive {
  /// Keeps a copy that neither became nor was the one here.
  ///
  /// - Returns: whether it waits for a decision; false where it was decided already.
  func keepApart(
    _ theirs: Folder, of id: String, from other: Archive
  ) throws(FileFailure) -> Bool {
    for copy in try copies(of: id, in: .conflicts) {
      switch try kinship(of: theirs, with: copy) {
      case .same, .earlier: return true
      case .later:
        try bringContacts(from: theirs, of: other, asCopy: copy)
        try replace(copy, with: theirs)
        return true
      case .apart: continue
      }
    }
    for copy in try copies(of: id, in: .decided) {
      switch try kinship(of: theirs, with: copy) {
      case .same, .earlier: return false
      case .later, .apart: continue
      }
    }
    let place = try nextCopy(of: id, in: .conflicts)
    try bringContacts(from: theirs, of: other, asCopy: place)
    try copy(theirs, to: place)
    return true
  }

  /// Every conflict that waits for a decision, and what of them cannot be read.
  package func conflicts() throws(FileFailure) -> (conflicts: [Conflict], failures: [FileFailure]) {
    var forms: [String: Questionnaire] = [:]
    var conflicts: [Conflict] = []
    var failures: [FileFailure] = []
    for id in try conflictIDs() {
      do throws(FileFailure) {
        let mine = try read(try presentInterview(id), &forms).record
        for copy in try copies(of: id, in: .conflicts) {
          let theirs = try read(copy, &forms).record
          let number = copy.path.split(separator: "/").last.flatMap { Int($0) } ?? 0
          conflicts.append(Conflict(id: id, mine: mine, theirs: theirs, number: number))
        }
      } catch {
        failures.append(error)
      }
    }
    return (conflicts, failures)
  }

  /// The ids of interviews with a conflict that waits.
  package func conflictIDs() throws(FileFailure) -> [String] {
    let withdrawn = try withdrawnIDs()
    var ids: [String] = []
    for id in try inside(Apart.conflicts.rawValue).names()
    where !withdrawn.contains(id) {
      if try !copies(of: id, in: .conflicts).isEmpty { ids.append(id) }
    }
    return ids
  }

  /// Keeps the interview as it is here: what came is put with what was decided.
  package func keepMine(_ conflict: Conflict) throws(FileFailure) {
    let copy = Folder(folder(of: conflict.id, in: .conflicts).child("\(conflict.number)"), system)
    let place = try nextCopy(of: conflict.id, in: .decided)
    try Folder(DurableFile.parent(of: place.path), system).make()
    try dropContacts(ofCopy: conflict.number, of: conflict.mine.head)
    let answer = system.rename(copy.path, place.path)
    guard answer >= 0 else { throw .refused(.rename, copy.path, answer) }
    try Folder(DurableFile.parent(of: place.path), system).sync()
    try Folder(DurableFile.parent(of: copy.path), system).sync()
  }

  /// Takes the interview as it came; the one here is put with what was decided.
  ///
  /// - Throws: `FileFailure`: open elsewhere, or the disk's own; run again, it goes on.
  package func keepTheirs(
    _ conflict: Conflict, by holder: String, at now: DateTime
  ) throws(FileFailure) {
    let copy = Folder(folder(of: conflict.id, in: .conflicts).child("\(conflict.number)"), system)
    let mine = interview(conflict.id)
    let lock = try ArchiveLock(mine.child("lock"), by: holder, since: now, system)
    switch try kinship(of: copy, with: mine) {
    case .same: break  // Interrupted after it was taken.
    case .earlier, .later, .apart:
      try self.copy(mine, to: try nextCopy(of: conflict.id, in: .decided))
      try replace(mine, with: copy)
    }
    withExtendedLifetime(lock) {}
    try takeContacts(ofCopy: conflict.number, of: conflict.theirs.head)
    try copy.removeAll()
  }

  /// Where copies of interviews stand that are in no list.
  private enum Apart: String {
    case conflicts
    /// What was not kept: nothing is destroyed.
    case decided
  }

  private func folder(of id: String, in apart: Apart) -> Folder {
    Folder(inside(apart.rawValue).child(id), system)
  }

  private func copies(of id: String, in apart: Apart) throws(FileFailure) -> [Folder] {
    let folder = folder(of: id, in: apart)
    return try folder.statuses(of: Journal.name).map(\.name).sorted()
      .map { Folder(folder.child($0), system) }
  }

  private func nextCopy(of id: String, in apart: Apart) throws(FileFailure) -> Folder {
    let folder = folder(of: id, in: apart)
    let taken = try folder.names().compactMap { Int($0) }.max() ?? 0
    return Folder(folder.child("\(taken + 1)"), system)
  }
}
