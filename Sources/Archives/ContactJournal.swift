import Formulas
import Glibc
import Interviews
import Questions
import Records
import Vaults

/// What one interview keeps apart, being written: `contacts/KEY/journal.jsonl`.
///
/// The folder is made with the first line: an interview without contact details has none.
final class ContactJournal {
  private let folder: Folder
  private let key: String
  private let questionnaire: Questionnaire
  private let seal: ContactSeal?
  private var file: LineFile?
  /// Lines that wait for the folder to be made, without their line feeds.
  private var waiting: [[UInt8]] = []
  /// How many lines the file has, those it is bringing to the disk included.
  private var lineCount = 0
  /// What has a number already: the same answer again has the same one.
  private var numbers: [Event: Int]
  private var last: Int

  /// - Parameter last: the last number given, in the store or in the interview's own journal.
  init(
    _ key: String, in folder: Folder, on questionnaire: Questionnaire, holding lines: ContactLines,
    last: Int, _ seal: ContactSeal?
  ) {
    self.key = key
    self.seal = seal
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
    waiting.append(ContactLines.line(last, event, at: at, by: by))
    return last
  }

  /// Brings everything that waits to the disk.
  func save() throws(FileFailure) {
    if !waiting.isEmpty {
      if file == nil { file = try open() }
      for line in waiting { file?.add(stored(line)) }
      waiting = []
    }
    try file?.save()
  }

  private func stored(_ line: [UInt8]) -> [UInt8] {
    lineCount += 1
    return (seal?.line(line, number: lineCount) ?? line) + [Replay.lineFeed]
  }

  private func open() throws(FileFailure) -> LineFile {
    let path = folder.child(Journal.name)
    if FileStatus(of: path) == nil {
      try folder.make()
      try DurableFile.replace(
        path, with: ContactLines.head(key: key) + [Replay.lineFeed], folder.system)
      try Folder(DurableFile.parent(of: folder.path), folder.system).sync()
    }
    let bytes = try contents(of: path, folder.system)
    let sound = bytes.lastIndex(of: Replay.lineFeed).map { $0 + 1 } ?? 0
    lineCount = bytes.count { $0 == Replay.lineFeed }
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
    lineCount = 1
    let bytes = ContactLines.head(key: key) + [Replay.lineFeed] + lines.flatMap(stored)
    try DurableFile.replace(path, with: bytes, folder.system)
  }
}

/// How what one interview keeps apart is sealed: under a key drawn from the interview's own.
struct ContactSeal {
  private let key: SecretKey
  /// The store's name.
  private let name: String

  /// Nil where the interview is not sealed.
  init?(_ seal: Seal?, _ name: String) {
    guard let seal else { return nil }
    key = seal.key.derived(for: "contact")
    self.name = name
  }

  /// - Parameter number: of the line, from 1, the head's.
  func line(_ plain: [UInt8], number: Int) -> [UInt8] {
    SealedLine.bytes(
      [.init("n", JSONTree(number))], plain, by: key, at: .init(contact: name, line: number))
  }

  /// The file unsealed; lines that are not sealed, or whose sum fails, stay as they are.
  ///
  /// - Throws: `FileFailure.tampered`.
  func opened(_ bytes: [UInt8], at path: String) throws(FileFailure) -> [UInt8] {
    var plain: [UInt8] = []
    var number = 0
    var isDamaged = false
    for line in bytes.split(separator: Replay.lineFeed, omittingEmptySubsequences: false) {
      number += 1
      if CheckSum.isSound(line), SealedLine.isSealed(line) {
        // A damaged line may have swallowed its neighbours: from there on, lines say their number.
        if isDamaged { number = max(number, SealedLine.number(of: line) ?? 0) }
        let spot = SealedLine.Place(contact: name, line: number)
        guard let opened = SealedLine.opened(line, by: key, at: spot) else {
          throw .tampered(path: path, line: number)
        }
        plain += opened
      } else {
        isDamaged = isDamaged || !CheckSum.isSound(line)
        plain += line
      }
      plain.append(Replay.lineFeed)
    }
    return plain
  }
}

extension Archive {
  func contactFolder(_ key: String) -> Folder { Folder(inside("contacts").child(key), system) }

  /// What an interview keeps apart; nothing where its store is not there.
  ///
  /// - Throws: `FileFailure`: written by a newer program, or unreadable.
  func contactLines(
    of head: RecordHead, on questionnaire: Questionnaire, _ seal: Seal?
  ) throws(FileFailure) -> ContactLines {
    guard let key = head.contact else { return .none }
    let path = contactFolder(key).child(Journal.name)
    guard FileStatus(of: path) != nil else { return .none }
    let file = try contents(of: path, system)
    let bytes = try ContactSeal(seal, key)?.opened(file, at: path) ?? file
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
    _ = try other.contactLines(
      of: head, on: theirs.record.interview.questionnaire, theirs.seal)
    try bringStore(key, from: path)
  }

  /// The same of an interview that is sealed, as it stands: nobody here may read it.
  func bringContacts(of theirs: ClearCopy, from other: Archive) throws(FileFailure) {
    guard let key = theirs.head.contact else { return }
    let path = other.contactFolder(key).child(Journal.name)
    guard FileStatus(ofEntry: path)?.isPlainFile == true else { return }
    try bringStore(key, from: path)
  }

  private func bringStore(_ key: String, from path: String) throws(FileFailure) {
    let place = contactFolder(key)
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
