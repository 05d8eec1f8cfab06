import Formulas
import Glibc
import Interviews
import Questions
import Records

/// What one interview keeps apart, being written: `contacts/KEY/journal.jsonl`.
///
/// The folder is made with the first line: an interview without contact details has none.
final class ContactJournal {
  private let folder: Folder
  private let key: String
  private let questionnaire: Questionnaire
  private var file: LineFile?
  /// Lines that wait for the folder to be made.
  private var waiting: [UInt8] = []
  /// What has a number already: the same answer again has the same one.
  private var numbers: [Event: Int]
  private var last: Int

  /// - Parameter last: the last number given, in the store or in the interview's own journal.
  init(
    _ key: String, in folder: Folder, on questionnaire: Questionnaire, holding lines: ContactLines,
    last: Int
  ) {
    self.key = key
    self.folder = folder
    self.questionnaire = questionnaire
    self.last = max(last, lines.last)
    numbers = Dictionary(
      lines.events.map { ($0.value, $0.key) }, uniquingKeysWith: { min($0, $1) })
  }

  /// What the interview's own journal is to hold instead of an event; nil for one that is not kept
  /// apart.
  func keep(_ event: Event, at: DateTime, by: String) -> ApartLine? {
    guard let path = event.contentPath, questionnaire.isKeptApart(path.name) else { return nil }
    return ApartLine(event, number: number(of: event, at: at, by: by))
  }

  private func number(of event: Event, at: DateTime, by: String) -> Int {
    if let known = numbers[event] { return known }
    last += 1
    numbers[event] = last
    waiting += ContactLines.line(last, event, at: at, by: by)
    return last
  }

  /// Brings everything that waits to the disk.
  func save() throws(FileFailure) {
    if !waiting.isEmpty {
      if file == nil { file = try open() }
      file?.add(waiting)
      waiting = []
    }
    try file?.save()
  }

  private func open() throws(FileFailure) -> LineFile {
    let path = folder.child(Journal.name)
    if FileStatus(of: path) == nil {
      try folder.make()
      try DurableFile.replace(path, with: ContactLines.head(key: key), folder.system)
      try Folder(DurableFile.parent(of: folder.path), folder.system).sync()
    }
    let bytes = try contents(of: path, folder.system)
    let sound = bytes.lastIndex(of: Replay.lineFeed).map { $0 + 1 } ?? 0
    return try LineFile(path, soundLength: sound, folder.system)
  }

  /// Puts on the disk what holds now, and says under which numbers: to be done before the journal
  /// that names them.
  func keepOnly(_ events: [Event], at: DateTime, by: String) throws(FileFailure) -> [Int] {
    let numbers = events.map { number(of: $0, at: at, by: by) }
    try save()
    return numbers
  }

  /// Forgets every line but these, once no journal names the others any more.
  func forget(allBut numbers: [Int], at: DateTime, by: String) throws(FileFailure) {
    let path = folder.child(Journal.name)
    guard FileStatus(of: path) != nil else { return }
    let events = Dictionary(self.numbers.map { ($0.value, $0.key) }) { first, _ in first }
    let lines = numbers.compactMap { number in
      events[number].map { ContactLines.line(number, $0, at: at, by: by) }
    }
    file = nil
    self.numbers = self.numbers.filter { numbers.contains($0.value) }
    if lines.isEmpty { return try folder.removeAll() }
    let bytes = [ContactLines.head(key: key)] + lines
    try DurableFile.replace(path, with: Array(bytes.joined()), folder.system)
  }
}

extension Archive {
  func contactFolder(_ key: String) -> Folder { Folder(inside("contacts").child(key), system) }

  /// What an interview keeps apart; nothing where its store is not there.
  ///
  /// - Throws: `FileFailure`: written by a newer program, or unreadable.
  func contactLines(
    of head: RecordHead, on questionnaire: Questionnaire
  ) throws(FileFailure) -> ContactLines {
    guard let key = head.contact else { return .none }
    let path = contactFolder(key).child(Journal.name)
    guard FileStatus(of: path) != nil else { return .none }
    let bytes = try contents(of: path, system)
    do throws(Unreadable) {
      return try ContactLines(reading: bytes, on: questionnaire)
    } catch {
      throw FileFailure(error, at: path)
    }
  }
}

extension Archive {
  /// Brings what an interview of another laptop keeps apart, before its journal, which names it.
  ///
  /// Where theirs holds nothing apart any more, what was here goes; where their store was left out
  /// of the copy, what is here stays.
  func bringContacts(of theirs: Reading, from other: Archive) throws(FileFailure) {
    let head = theirs.record.head
    guard let key = head.contact else { return }
    let place = contactFolder(key)
    if case .whole = theirs.source, theirs.lastContact == 0 { return try place.removeAll() }
    let path = other.contactFolder(key).child(Journal.name)
    guard FileStatus(ofEntry: path)?.isPlainFile == true else { return }
    _ = try other.contactLines(of: head, on: theirs.record.interview.questionnaire)
    try place.make()
    try DurableFile.replace(place.child(Journal.name), with: try contents(of: path, system), system)
    try Folder(DurableFile.parent(of: place.path), system).sync()
  }

  /// Every finished or stopped interview with what it keeps apart; and what cannot be read.
  ///
  /// For an export of contact details, and for nothing else.
  package func endedRecordsWithContacts() throws(FileFailure) -> (
    records: [Record], failures: [FileFailure]
  ) {
    var forms: [String: Questionnaire] = [:]
    var records: [Record] = []
    var failures: [FileFailure] = []
    for id in try ids() {
      do throws(FileFailure) {
        let record = try read(interview(id), &forms, contacts: .opened).record
        if record.interview.status != .inProgress { records.append(record) }
      } catch {
        failures.append(error)
      }
    }
    return (records, failures)
  }
}
