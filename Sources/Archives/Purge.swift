import Formulas
import Interviews
import Questions
import Records

/// One thing that was kept as long as it may be.
package struct Overdue: Hashable, Sendable {
  package enum Matter: String, CaseIterable, Hashable, Sendable {
    /// What is kept apart: the interview stays.
    case contacts
    /// What was written freely, and damaged journals: the other answers stay.
    case texts
    /// The interview, in the trash or not.
    case interview
  }

  /// The interview's.
  package let id: String
  package let matter: Matter
  /// Since when.
  package let since: CalendarDate
  let folder: Folder
  let head: RecordHead

  /// Whether it stays among other answers that are sealed: only who opens those takes it out.
  package var needsKey: Bool { matter == .texts && head.codeHash != nil }

  package static func == (left: Overdue, right: Overdue) -> Bool {
    (left.id, left.matter, left.folder.path) == (right.id, right.matter, right.folder.path)
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(folder.path) }
}

extension Archive {
  /// What has to go on a day; and what cannot be read, and is left.
  package func overdue(
    on day: CalendarDate
  ) throws(FileFailure) -> (entries: [Overdue], failures: [FileFailure]) {
    var forms: [String: Questionnaire] = [:]
    var entries: [Overdue] = []
    var failures: [FileFailure] = []
    for held in try heldFolders() {
      do throws(FileFailure) {
        let copy = try clearCopy(held.folder)
        if let copy {
          let form = try questionnaire(copy.head.start.questionnaireHash, &forms)
          entries += overdue(copy.head, copy.retention(on: form), in: held.folder, on: day)
        } else {
          let record = try read(held.folder, &forms).record
          entries += overdue(record.head, Retention(record), in: held.folder, on: day)
        }
      } catch {
        failures.append(error)
      }
    }
    return (entries, failures)
  }

  private func overdue(
    _ head: RecordHead, _ retention: Retention, in folder: Folder, on day: CalendarDate
  ) -> [Overdue] {
    let isStored = head.contact.map { contactFolder($0).isThere } ?? false
    let dates: [(Overdue.Matter, CalendarDate?)] = [
      (.interview, retention.whole), (.contacts, isStored ? retention.contacts : nil),
      (.texts, retention.texts),
    ]
    var entries: [Overdue] = []
    for case (let due, let since?) in dates where since <= day {
      // A copy set apart is never written again: its texts go with it.
      let matter =
        due == .texts && isSetApart(folder, of: head.start.id) ? Overdue.Matter.interview : due
      entries.append(
        Overdue(id: head.start.id, matter: matter, since: since, folder: folder, head: head))
      // All of it goes: the rest with it.
      if matter == .interview { break }
    }
    return entries
  }

  /// Whether merging put it beside the interview of that id.
  private func isSetApart(_ folder: Folder, of id: String) -> Bool {
    !Place.allCases.contains { interview(id, in: $0).path == folder.path }
  }

  /// Removes what is overdue, and keeps a dated note of it: ids and what went, no answer.
  ///
  /// One that stays keeps no other from going.
  ///
  /// - Returns: what went; and why the rest did not: sealed for keys that are not here, open
  ///   elsewhere, changed.
  /// - Throws: `FileFailure`: what went last cannot be noted; what went before is.
  package func purge(
    _ entries: [Overdue], by holder: String, at now: DateTime
  ) throws(FileFailure) -> (removed: [Overdue], failures: [FileFailure]) {
    var removed: [Overdue] = []
    var failures: [FileFailure] = []
    for entry in entries {
      do throws(FileFailure) {
        try remove(entry, by: holder, at: now)
      } catch {
        failures.append(error)
        continue
      }
      try note(entry, at: now)
      removed.append(entry)
    }
    return (removed, failures)
  }

  private func remove(
    _ entry: Overdue, by holder: String, at now: DateTime
  ) throws(FileFailure) {
    switch entry.matter {
    case .contacts: try removeContacts(of: entry)
    case .texts: try removeTexts(of: entry, by: holder, at: now)
    case .interview: try removeWhole(entry, by: holder, at: now)
    }
  }

  private func removeContacts(of entry: Overdue) throws(FileFailure) {
    if let key = entry.head.contact { try contactFolder(key).removeAll() }
  }

  private func removeTexts(
    of entry: Overdue, by holder: String, at now: DateTime
  ) throws(FileFailure) {
    let opened = try open(entry.folder, by: holder, at: now)
    try opened.journal.close(opened.interview.withoutTexts, by: holder)
    for name in try entry.folder.names() where name.hasPrefix("journal.damaged-") {
      let path = entry.folder.child(name)
      let answer = system.remove(path)
      guard answer >= 0 else { throw .refused(.remove, path, answer) }
    }
    try forget(entry.id)
  }

  private func removeWhole(
    _ entry: Overdue, by holder: String, at now: DateTime
  ) throws(FileFailure) {
    let lock = try ArchiveLock(entry.folder.child("lock"), by: holder, since: now, system)
    defer { withExtendedLifetime(lock) {} }
    // Those of a copy set apart are the interview's too, and go with it.
    if !isSetApart(entry.folder, of: entry.id) {
      try removeContacts(of: entry)
      try forget(entry.id)
    }
    try entry.folder.removeAll()
    try Folder(DurableFile.parent(of: entry.folder.path), system).sync()
  }

  private func note(_ entry: Overdue, at now: DateTime) throws(FileFailure) {
    let path = "\(folder)/purges.jsonl"
    let before = FileStatus(of: path) == nil ? [] : try contents(of: path, system)
    let line = JSONTree.object([
      .init("at", .string(now.description)), .init("id", .string(entry.id)),
      .init("removed", .string(entry.matter.rawValue)),
      .init("since", .string(entry.since.description)),
    ]).compact
    try DurableFile.replace(path, with: before + line + [Replay.lineFeed], system)
  }

  /// How many interviews hold something that had to go by a day, from their listings: nothing else
  /// is read.
  package func overdueCount(_ listings: [Listing], on day: CalendarDate) -> Int {
    listings.count { listing in
      if let due = listing.due, due <= day { return true }
      guard let due = listing.contactsDue, due <= day, let key = listing.contact else {
        return false
      }
      return contactFolder(key).isThere
    }
  }
}
