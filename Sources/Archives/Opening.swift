import Formulas
import Glibc
import Interviews
import Questions
import Records
import Vaults

extension Archive {
  /// Starts an interview: its folder, its lock, the first line of its journal.
  ///
  /// - Parameters:
  ///   - questionnaire: says what is kept apart, where the head has a key for it.
  ///   - holder: who writes, as a second program would be told.
  /// - Throws: `FileFailure`; nothing of the interview is left behind.
  package func begin(
    _ head: RecordHead, on questionnaire: Questionnaire? = nil, by holder: String
  ) throws(FileFailure) -> Journal {
    let folder = interview(head.start.id)
    if folder.isThere { throw .alreadyThere(path: folder.path) }
    try folder.make()
    do throws(FileFailure) {
      let lock = try lock(folder, by: holder, since: head.start.started)
      let seal = keys.laptop.map { Seal.draw(for: head.start.id, by: $0) }
      let first = (seal?.first(head) ?? JournalLine.head(head).bytes) + [Replay.lineFeed]
      try DurableFile.replace(folder.child(Journal.name), with: first, system)
      try inside("interviews").sync()
      return try Journal(
        head, Course(started: head.start.started), in: folder, lock: lock,
        soundLength: first.count, lineCount: 1, seal: seal,
        contacts: questionnaire.flatMap { contactJournal(head, $0, .none, last: 0, seal) })
    } catch {
      try? folder.removeAll()
      throw error
    }
  }

  /// Opens an interview to go on writing it.
  ///
  /// - Returns: the interview as its journal tells it, the journal to append to, and what had to be
  ///   recovered.
  /// - Throws: `FileFailure`: busy elsewhere, not there or in the trash, newer, unreadable.
  package func open(
    _ id: String, by holder: String, at now: DateTime
  ) throws(FileFailure) -> Opened {
    try open(try presentInterview(id), by: holder, at: now)
  }

  /// The same, wherever the interview stands: in the trash, or set apart by merging.
  func open(
    _ folder: Folder, by holder: String, at now: DateTime
  ) throws(FileFailure) -> Opened {
    let lock = try lock(folder, by: holder, since: now)
    var forms: [String: Questionnaire] = [:]
    let reading = try read(folder, &forms, contacts: .opened)
    let (recovery, length, lineCount) = try recover(reading, in: folder, by: holder)
    let record = reading.record
    let contacts = contactJournal(
      record.head, record.interview.questionnaire, reading.contacts, last: reading.lastContact,
      reading.seal)
    let journal = try Journal(
      record.head, record.course, in: folder, lock: lock, soundLength: length,
      lineCount: lineCount, seal: reading.seal, contacts: contacts)
    if record.interview.status != .inProgress, !reading.isCompact {
      try journal.close(record.interview, by: holder)
    }
    return Opened(journal: journal, interview: record.interview, recovery: recovery)
  }

  /// - Throws: `FileFailure`, where an interview could not be opened now: not there, in the trash,
  ///   busy elsewhere.
  package func expectFree(_ id: String, by holder: String, at now: DateTime) throws(FileFailure) {
    _ = try lock(try presentInterview(id), by: holder, since: now)
  }

  func contactJournal(
    _ head: RecordHead, _ questionnaire: Questionnaire, _ lines: ContactLines, last: Int,
    _ seal: Seal?
  ) -> ContactJournal? {
    guard let key = head.contact, questionnaire.keepsSomethingApart else { return nil }
    return ContactJournal(
      key, in: contactFolder(key), on: questionnaire, holding: lines, last: last,
      ContactSeal(seal, key))
  }

  /// An interview open for writing.
  package struct Opened {
    package let journal: Journal
    package let interview: Interview
    package let recovery: Recovery?
  }

  /// Reads an interview as it stands, without holding it.
  package func record(_ id: String) throws(FileFailure) -> Record {
    var forms: [String: Questionnaire] = [:]
    return try record(id, &forms)
  }

  func record(
    _ id: String, _ forms: inout [String: Questionnaire]
  ) throws(FileFailure) -> Record {
    let folder = try presentInterview(id)
    return try read(folder, &forms).record
  }

  /// Reads interviews one after the other, as they stand, without holding any.
  ///
  /// - Parameter failures: those that cannot be read are added here.
  package func eachRecord(
    _ ids: [String], failures: inout [FileFailure], _ body: (Record) -> Void
  ) {
    var forms: [String: Questionnaire] = [:]
    for id in ids {
      do throws(FileFailure) { body(try record(id, &forms)) } catch { failures.append(error) }
    }
  }

  /// The last finished or stopped revision of an interview; nil where there is none yet.
  ///
  /// While a reopened interview is being corrected, the revision before still stands.
  package func endedRecord(_ id: String) throws(FileFailure) -> Record? {
    var forms: [String: Questionnaire] = [:]
    return try endedRecord(id, &forms)
  }

  /// Every finished or stopped interview, for exports and reports; and what cannot be read.
  package func endedRecords() throws(FileFailure) -> (records: [Record], failures: [FileFailure]) {
    var forms: [String: Questionnaire] = [:]
    var records: [Record] = []
    var failures: [FileFailure] = []
    for id in try ids() {
      do throws(FileFailure) {
        if let record = try endedRecord(id, &forms) { records.append(record) }
      } catch {
        failures.append(error)
      }
    }
    return (records, failures)
  }

  func endedRecord(
    _ id: String, _ forms: inout [String: Questionnaire]
  ) throws(FileFailure) -> Record? {
    let record = try record(id, &forms)
    if record.interview.status != .inProgress { return record }
    guard record.interview.revision > 1 else { return nil }
    let path = interview(id).child(Journal.pictureName)
    let bytes = try opened(picture: try contents(of: path, system), at: path).plain
    do throws(Unreadable) {
      // The interview may have gone to another version since.
      let hash = try Picture.readHead(bytes).start.questionnaireHash
      guard let form = try? questionnaire(hash, &forms) else { throw .noHead }
      return try Picture.read(bytes, on: form).picture.record(on: form)
    } catch {
      throw FileFailure(error, at: path)
    }
  }

  private func lock(
    _ folder: Folder, by holder: String, since: DateTime
  ) throws(FileFailure) -> ArchiveLock {
    try ArchiveLock(folder.child("lock"), by: holder, since: since, system)
  }

  /// Puts on the disk what could be read of a journal that was not whole; the damaged one is kept
  /// beside.
  ///
  /// - Returns: what to say of it, and the length and lines of the journal there now.
  private func recover(
    _ reading: Reading, in folder: Folder, by holder: String
  ) throws(FileFailure) -> (Recovery?, length: Int, lineCount: Int) {
    let path = folder.child(Journal.name)
    switch reading.source {
    case .whole: return (nil, reading.soundLength, reading.lineCount)
    case .torn: return (.torn(path: path), reading.soundLength, reading.lineCount)
    case .lines(let count):
      let kept = try keepDamaged(reading.bytes, in: folder)
      let sound = Array(reading.bytes.prefix(reading.soundLength))
      try DurableFile.replace(path, with: sound, system)
      return (
        .damaged(path: path, line: count + 1, recovered: count, kept: kept), sound.count, count
      )
    case .picture(let picture):
      let kept = try keepDamaged(reading.bytes, in: folder)
      let plain = picture.journal(reading.record, by: holder)
      let journal = reading.seal?.journal(plain, picture.head) ?? plain
      try DurableFile.replace(path, with: journal, system)
      let lineCount = plain.count { $0 == Replay.lineFeed }
      return (
        .fromPicture(path: path, as: picture.updated, kept: kept), journal.count, lineCount
      )
    }
  }

  /// Keeps a damaged journal under a name of its own, and returns that name.
  func keepDamaged(_ bytes: [UInt8], in folder: Folder) throws(FileFailure) -> String {
    let taken = Set(try folder.names())
    var number = 1
    while taken.contains("journal.damaged-\(number).jsonl") { number += 1 }
    let name = "journal.damaged-\(number).jsonl"
    try DurableFile.replace(folder.child(name), with: bytes, system)
    return name
  }
}
