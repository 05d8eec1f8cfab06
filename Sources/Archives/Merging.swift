import Formulas
import Interviews
import Questions
import Records

/// What bringing in another laptop's interviews came to.
package struct Merge: Hashable, Sendable {
  /// Ids of interviews that were not here.
  package var added: [String] = []
  /// Here as they were before: what they became was taken.
  package var updated: [String] = []
  /// Nothing to bring in: the same here, or here as it became.
  package var known = 0
  /// Changed on both sides: theirs is kept apart until someone decides.
  package var conflicts: [String] = []
  /// Gone, here or there, because the person withdrew.
  package var withdrawn: [String] = []
  /// Left where it is: in the trash here.
  package var trashed: [String] = []
  package var failures: [FileFailure] = []

  package init() {}
}

extension Archive {
  /// Brings in the interviews of another laptop's folder; nothing there is changed.
  ///
  /// Each interview comes whole or not at all, and one that is here already costs a comparison: what
  /// was interrupted is simply run again. The folder may have been copied at any moment.
  ///
  /// - Parameters:
  ///   - holder: who merges, as a second program would be told.
  ///   - progress: called after each interview, with how many were looked at, of how many.
  /// - Throws: `FileFailure`: their folder cannot be listed, or nothing can be written here. What
  ///   concerns one interview only is among the failures returned.
  package func merge(
    _ other: Archive, by holder: String, at now: DateTime,
    progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(FileFailure) -> Merge {
    var merge = Merge()
    try makeFolders()
    for stone in try other.tombstones() {
      if try honour(theirs: stone, by: holder, at: now) { merge.withdrawn.append(stone.id) }
    }
    try bringQuestionnaires(from: other)
    let withdrawn = try withdrawnIDs()
    let theirs = try other.inside(Place.interviews.rawValue).statuses(of: Journal.name)
      .map(\.name).sorted()
    for (place, id) in theirs.enumerated() {
      if withdrawn.contains(id) {
        if !merge.withdrawn.contains(id) { merge.withdrawn.append(id) }
      } else {
        do throws(FileFailure) {
          try bring(id, from: other, by: holder, at: now, into: &merge)
        } catch {
          merge.failures.append(error)
        }
      }
      progress(place + 1, theirs.count)
    }
    return merge
  }

  /// A withdrawal wins over any revision.
  ///
  /// - Returns: whether anything was removed here.
  private func honour(
    theirs stone: Tombstone, by holder: String, at now: DateTime
  ) throws(FileFailure) -> Bool {
    let isKnown = try withdrawnIDs().contains(stone.id)
    let isHeld = Place.allCases.contains { interview(stone.id, in: $0).isThere }
    return isKnown && !isHeld ? false : try honour(stone, by: holder, at: now)
  }

  /// Keeps the questionnaires of theirs that are what their name says.
  private func bringQuestionnaires(from other: Archive) throws(FileFailure) {
    let folder = other.inside("questionnaires")
    let mine = Set(try inside("questionnaires").names())
    for name in try folder.names() where name.hasSuffix(".json") && !mine.contains(name) {
      guard let bytes = try? contents(of: folder.child(name), system),
        "\(Self.hash(of: bytes)).json" == name
      else { continue }
      _ = try keep(questionnaire: bytes)
    }
  }

  private func bring(
    _ id: String, from other: Archive, by holder: String, at now: DateTime, into merge: inout Merge
  ) throws(FileFailure) {
    let theirs = other.interview(id)
    if interview(id, in: .trash).isThere { return merge.trashed.append(id) }
    guard interview(id).isThere else {
      try bringContacts(from: theirs, of: other)
      try copy(theirs, to: interview(id))
      return merge.added.append(id)
    }
    switch try kinship(of: theirs, with: interview(id)) {
    case .same, .earlier: merge.known += 1
    case .later:
      let lock = try ArchiveLock(interview(id).child("lock"), by: holder, since: now, system)
      try bringContacts(from: theirs, of: other)
      try replace(interview(id), with: theirs)
      withExtendedLifetime(lock) {}
      merge.updated.append(id)
    case .apart:
      if try keepApart(theirs, of: id, from: other) {
        merge.conflicts.append(id)
      } else {
        merge.known += 1
      }
    }
  }

  /// Brings what is kept apart; of an interview that cannot be read, nothing comes.
  private func bringContacts(from theirs: Folder, of other: Archive) throws(FileFailure) {
    if let copy = try clearCopy(theirs) { return try bringContacts(of: copy, from: other) }
    var forms: [String: Questionnaire] = [:]
    try bringContacts(of: try read(theirs, &forms), from: other)
  }

  /// How a copy stands to another, without playing either again where their bytes tell.
  func kinship(of theirs: Folder, with mine: Folder) throws(FileFailure) -> Kinship {
    let journals = (
      try contents(of: theirs.child(Journal.name), system),
      try contents(of: mine.child(Journal.name), system)
    )
    if journals.0 == journals.1 { return .same }
    if let kinship = try sealedKinship(of: theirs, with: mine) { return kinship }
    var forms: [String: Questionnaire] = [:]
    let (left, right) = (try read(theirs, &forms).record, try read(mine, &forms).record)
    if try isParent(mine, right, of: left) { return .later }
    if try isParent(theirs, left, of: right) { return .earlier }
    return left.kinship(with: right)
  }

  /// The same where one of them is sealed, without a key; nil where neither is.
  private func sealedKinship(
    of theirs: Folder, with mine: Folder
  ) throws(FileFailure) -> Kinship? {
    let (left, right) = (try clearCopy(theirs), try clearCopy(mine))
    if left == nil, right == nil { return nil }
    let their = if let left { left } else { try plainCopy(theirs) }
    let my = if let right { right } else { try plainCopy(mine) }
    return their.kinship(with: my)
  }

  private func plainCopy(_ folder: Folder) throws(FileFailure) -> ClearCopy {
    var forms: [String: Questionnaire] = [:]
    let record = try read(folder, &forms).record
    return ClearCopy(record, picture: try? contents(of: folder.child(Journal.pictureName), system))
  }

  /// Whether a copy, not reopened since, is the one a later revision names as its parent.
  private func isParent(
    _ folder: Folder, _ copy: Record, of record: Record
  ) throws(FileFailure) -> Bool {
    guard let parent = record.head.parent, copy.interview.status != .inProgress else {
      return false
    }
    let picture = try? contents(of: folder.child(Journal.pictureName), system)
    return picture.map { Self.hash(of: $0) == parent } ?? false
  }
}
