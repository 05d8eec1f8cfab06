import Formulas
import Records

/// Where an interview stands on the disk.
package enum Place: String, CaseIterable, Hashable, Sendable {
  case interviews
  /// Out of every list, export and report until it is restored; whole, nothing is destroyed.
  case trash
}

extension Archive {
  /// Puts an interview in the trash.
  ///
  /// - Parameter holder: who does; kept beside it with the time.
  /// - Throws: `FileFailure`: busy elsewhere, not there, or the disk's own; it is then where it was.
  package func trash(_ id: String, by holder: String, at now: DateTime) throws(FileFailure) {
    try move(id, from: .interviews, to: .trash, by: holder, at: now)
  }

  /// Takes an interview out of the trash.
  ///
  /// - Throws: `FileFailure`: not in the trash, another of that id came meanwhile, or the disk's
  ///   own; it is then where it was.
  package func restore(_ id: String, by holder: String, at now: DateTime) throws(FileFailure) {
    try move(id, from: .trash, to: .interviews, by: holder, at: now)
  }

  private func move(
    _ id: String, from here: Place, to there: Place, by holder: String, at now: DateTime
  ) throws(FileFailure) {
    let (old, new) = (interview(id, in: here), interview(id, in: there))
    guard old.isThere else { throw .noInterview(id: id, folder: inside(here.rawValue).path) }
    if new.isThere { throw .alreadyThere(path: new.path) }
    // The lock goes with its folder: nobody writes while it moves, nor thinks it is elsewhere.
    let lock = try ArchiveLock(old.child("lock"), by: holder, since: now, system)
    defer { withExtendedLifetime(lock) {} }
    try inside(there.rawValue).make()
    let answer = system.rename(old.path, new.path)
    guard answer >= 0 else { throw .refused(.rename, old.path, answer) }
    try inside(there.rawValue).sync()
    try inside(here.rawValue).sync()
  }
}
