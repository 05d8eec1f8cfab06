import Formulas
import Glibc
import Interviews
import Questions
import Records

extension Archive {
  /// Starts an interview: its folder, its lock, the first line of its journal.
  ///
  /// - Parameter holder: who writes, as a second program would be told.
  /// - Throws: `FileFailure`; nothing of the interview is left behind.
  package func begin(_ head: RecordHead, by holder: String) throws(FileFailure) -> Journal {
    let folder = interview(head.start.id)
    if folder.isThere { throw .alreadyThere(path: folder.path) }
    try folder.make()
    do throws(FileFailure) {
      let lock = try lock(folder, by: holder, since: head.start.started)
      let first = JournalLine.head(head).bytes + [Replay.lineFeed]
      try DurableFile.replace(folder.child(Journal.name), with: first, system)
      try inside("interviews").sync()
      return try Journal(
        head, Course(started: head.start.started), in: folder, lock: lock,
        soundLength: first.count)
    } catch {
      try? folder.removeAll()
      throw error
    }
  }

  /// Opens an interview to go on writing it.
  ///
  /// - Returns: the interview as its journal tells it, the journal to append to, and what had to be
  ///   recovered.
  /// - Throws: `FileFailure`: busy elsewhere, not there, newer, unreadable.
  package func open(
    _ id: String, by holder: String, at now: DateTime
  ) throws(FileFailure) -> Opened {
    let folder = interview(id)
    guard folder.isThere else { throw .noInterview(id: id, folder: self.folder) }
    let lock = try lock(folder, by: holder, since: now)
    let path = folder.child(Journal.name)
    let bytes = try contents(of: path, system)
    let replay = try replay(bytes, at: path)
    let recovery = try recover(bytes, replay, in: folder)
    let journal = try Journal(
      replay.record.head, replay.record.course, in: folder, lock: lock,
      soundLength: replay.soundLength)
    if replay.record.interview.status != .inProgress, !replay.isCompact {
      try journal.close(replay.record.interview, by: holder)
    }
    return Opened(journal: journal, interview: replay.record.interview, recovery: recovery)
  }

  /// An interview open for writing.
  package struct Opened {
    package let journal: Journal
    package let interview: Interview
    package let recovery: Recovery?
  }

  /// Reads an interview as it stands, without holding it.
  package func record(_ id: String) throws(FileFailure) -> Record {
    let folder = interview(id)
    guard folder.isThere else { throw .noInterview(id: id, folder: self.folder) }
    let path = folder.child(Journal.name)
    return try replay(try contents(of: path, system), at: path).record
  }

  /// The last finished or stopped revision of an interview; nil where there is none yet.
  ///
  /// While a reopened interview is being corrected, the revision before still stands.
  package func endedRecord(_ id: String) throws(FileFailure) -> Record? {
    let record = try record(id)
    if record.interview.status != .inProgress { return record }
    guard record.interview.revision > 1 else { return nil }
    let path = interview(id).child(Journal.pictureName)
    let bytes = try contents(of: path, system)
    do throws(Unreadable) {
      return try Picture.read(bytes, on: record.interview.questionnaire)
        .picture.record(on: record.interview.questionnaire)
    } catch {
      throw FileFailure(error, at: path)
    }
  }

  private func lock(
    _ folder: Folder, by holder: String, since: DateTime
  ) throws(FileFailure) -> ArchiveLock {
    try ArchiveLock(folder.child("lock"), by: holder, since: since, system)
  }

  func replay(_ bytes: [UInt8], at path: String) throws(FileFailure) -> Replay {
    var forms: [String: Questionnaire] = [:]
    return try replay(bytes, at: path, &forms)
  }

  /// Plays a journal on the questionnaire it was started with.
  ///
  /// - Parameter forms: the questionnaires read so far, by hash.
  func replay(
    _ bytes: [UInt8], at path: String, _ forms: inout [String: Questionnaire]
  ) throws(FileFailure) -> Replay {
    let head: RecordHead
    do throws(Unreadable) {
      head = try Replay.head(of: bytes)
    } catch {
      throw FileFailure(error, at: path)
    }
    let hash = head.start.questionnaireHash
    let form: Questionnaire
    if let known = forms[hash] {
      form = known
    } else {
      form = try questionnaire(hash)
      forms[hash] = form
    }
    do throws(Unreadable) {
      return try Replay(of: bytes, on: form)
    } catch {
      throw FileFailure(error, at: path)
    }
  }

  /// Keeps a damaged journal beside, and starts a new one with the lines recovered.
  private func recover(
    _ bytes: [UInt8], _ replay: Replay, in folder: Folder
  ) throws(FileFailure) -> Recovery? {
    let path = folder.child(Journal.name)
    switch replay.damage {
    case nil: return nil
    case .torn?: return .torn(path: path)
    case .broken(let line, _)?:
      let taken = Set(try folder.names())
      let names = (1...).lazy.map { "journal.damaged-\($0).jsonl" }
      guard let kept = names.first(where: { !taken.contains($0) }) else { return nil }
      try DurableFile.replace(folder.child(kept), with: bytes, system)
      try DurableFile.replace(
        path, with: Array(bytes.prefix(replay.soundLength)), system)
      return .damaged(path: path, line: line, recovered: replay.lineCount, kept: kept)
    }
  }
}
