import Formulas
import Glibc
import Interviews
import Questions
import Records

/// One interview being written: the lock on it, and the journal its events go to.
///
/// What could not be saved stays in line here and goes first with the next event.
package final class Journal {
  package let id: String
  package private(set) var head: RecordHead
  /// How it went, events in line included.
  package private(set) var course: Course
  let folder: Folder
  private let lock: ArchiveLock
  private let system: SystemCalls
  private var lines: LineFile
  /// Nil where it is not sealed.
  let seal: Seal?
  /// How many lines the journal has, those in line included.
  private var lineCount: Int
  /// Nil where the questionnaire keeps nothing apart.
  private let contacts: ContactJournal?
  /// How many events wait that should be on the disk: 0 while all goes well.
  package private(set) var unsavedCount = 0

  /// - Parameters:
  ///   - soundLength: how much of the file counts, of which `lineCount` lines.
  ///   - seal: of an interview that is sealed.
  init(
    _ head: RecordHead, _ course: Course, in folder: Folder, lock: ArchiveLock, soundLength: Int,
    lineCount: Int, seal: Seal?, contacts: ContactJournal?
  ) throws(FileFailure) {
    id = head.start.id
    self.head = head
    self.course = course
    self.folder = folder
    self.lock = lock
    self.lineCount = lineCount
    self.seal = seal
    self.contacts = contacts
    system = folder.system
    lines = try LineFile(folder.child(Self.name), soundLength: soundLength, folder.system)
  }

  static let name = "journal.jsonl"
  static let pictureName = "interview.json"

  /// Adds an event; returns once it is on the disk, after any that waited.
  ///
  /// A move (`go`) is written but not synced: losing one loses no answer.
  /// - Throws: `FileFailure`; the event waits here, and goes first with the next or with `save`.
  package func append(_ event: Event, at: DateTime, by: String) throws(FileFailure) {
    course.note(event, at: at, by: by)
    let apart = contacts?.keep(event, at: at, by: by)
    let line =
      apart.map { JournalLine.apart($0, at: at, by: by) }
      ?? .event(event, at: at, by: by)
    lineCount += 1
    let stored = seal?.line(line.bytes, number: lineCount, revision: head.revision)
    lines.add((stored ?? line.bytes) + [Replay.lineFeed])
    switch event {
    case .go where unsavedCount == 0: try lines.handOver()
    case .go: try save()
    case .answer, .special, .leave, .clear, .draft, .remark, .confirm, .add, .insert, .remove,
      .move, .language, .undo, .redo, .pause, .resume, .finish, .stop, .reopen:
      unsavedCount += 1
      try save()
    }
  }

  /// Brings everything that waits to the disk: what is kept apart first, since the journal names it.
  package func save() throws(FileFailure) {
    try contacts?.save()
    try lines.save()
    unsavedCount = 0
  }

  /// Writes the readable picture: at rest, on pause.
  ///
  /// Nothing is written for a reopened interview: the finished revision's picture stays until the
  /// next one replaces it.
  package func writePicture(of interview: Interview) throws(FileFailure) {
    guard interview.revision == 1 || interview.status != .inProgress else { return }
    try save()
    let record = record(of: interview)
    try write(Picture(of: record), of: record, journalBytes: lines.durableLength)
  }

  /// Writes a picture, sealed where the interview is.
  func write(
    _ picture: Picture, of record: Record, journalBytes: Int
  ) throws(FileFailure) {
    let plain = picture.file(journalBytes: journalBytes)
    let sealed = seal?.picture(plain, of: record, picture, journalBytes: journalBytes)
    try DurableFile.replace(folder.child(Self.pictureName), with: sealed ?? plain, system)
  }

  /// Writes an ended interview's picture where it is missing or cannot be read: what a next revision
  /// names as its parent.
  func keepPicture(of interview: Interview) throws(FileFailure) {
    let bytes = try? contents(of: folder.child(Self.pictureName), system)
    if let bytes, (try? Picture.readHead(bytes)) != nil { return }
    try writePicture(of: interview)
  }

  /// Ends a revision: the picture, then the journal replaced by what finishing leaves.
  ///
  /// To be called once the interview took `finish` or `stop` and that event was appended. Where the
  /// power goes between the two, the next opening does it again.
  package func close(_ interview: Interview, by: String) throws(FileFailure) {
    precondition(interview.status != .inProgress, "only an ended interview is closed")
    try save()
    let record = record(of: interview)
    let ended = course.finished ?? course.updated
    var picture = Picture(of: record, parent: try parent(of: interview.revision))
    picture.contactLines =
      try contacts?.keepOnly(interview.keptApart, at: ended, by: by) ?? []
    let plain = picture.journal(record, by: by)
    let journal = seal?.journal(plain, picture.head) ?? plain
    try write(picture, of: record, journalBytes: journal.count)
    try DurableFile.replace(folder.child(Self.name), with: journal, system)
    head = picture.head
    lineCount = plain.count { $0 == Replay.lineFeed }
    lines = try LineFile(folder.child(Self.name), soundLength: journal.count, system)
    try contacts?.forget(allBut: picture.contactLines, at: ended, by: by)
  }

  /// The interview with all that is stored about it.
  package func record(of interview: Interview) -> Record {
    Record(head: head, course: course, interview: interview)
  }

  /// SHA-256 of the picture a revision replaces; nil for the first.
  private func parent(of revision: Int) throws(FileFailure) -> String? {
    guard revision > 1 else { return nil }
    let path = folder.child(Self.pictureName)
    let bytes = try contents(of: path, system)
    let found: RecordHead
    do throws(Unreadable) {
      found = try Picture.readHead(bytes)
    } catch {
      throw FileFailure(error, at: path)
    }
    if found.revision == revision { return found.parent }
    return ClearFacts(ofFile: bytes)?.pictureHash ?? Archive.hash(of: bytes)
  }
}

extension FileFailure {
  init(_ unreadable: Unreadable, at path: String) {
    switch unreadable {
    case .newerLayout(let found, let newest):
      self = .newerLayout(path: path, found: found, newest: newest)
    case .noHead: self = .unreadable(path: path)
    }
  }
}
