import Formulas
import Interviews
import Questions
import Records
import Vaults

/// An interview as anyone may read it where it is sealed: without a key, without an answer.
struct ClearCopy {
  /// Its withdrawal code is blank: `codeHash` stands for it.
  let head: RecordHead
  let status: Status
  let revision: Int
  let updated: DateTime
  let finished: DateTime?
  /// When each event happened, moves left out, those before a finish included.
  let moments: [String]
  /// Of its picture, perhaps from before the last events; nil where it has none.
  let facts: ClearFacts?
  /// SHA-256 of its picture, unsealed; nil where it has none.
  let pictureHash: String?
}

extension Archive {
  /// Nil where the interview is not sealed.
  ///
  /// - Throws: `FileFailure`: the journal cannot be read.
  func clearCopy(_ folder: Folder) throws(FileFailure) -> ClearCopy? {
    let path = folder.child(Journal.name)
    let first = try firstLine(of: path, system)
    guard SealedLine.isSealed(first[...]), let head = try? RecordHead(reading: first[...]) else {
      return nil
    }
    let picture = try? contents(of: folder.child(Journal.pictureName), system)
    return ClearCopy(
      head, try contents(of: path, system),
      picture.flatMap { ClearFacts(ofFile: $0) })
  }
}

extension ClearCopy {
  /// - Parameter journal: as it is on the disk; lines after one whose sum fails do not count.
  fileprivate init(_ head: RecordHead, _ journal: [UInt8], _ facts: ClearFacts?) {
    var (status, revision, updated) = (Status.inProgress, head.revision, head.start.started)
    var finished: DateTime?
    var moments: [String] = []
    for line in journal.split(separator: Replay.lineFeed).dropFirst() {
      guard CheckSum.isSound(line), let clear = try? JSONText(Array(line)).root else { break }
      let at = clear["at"]?.string ?? clear["ended"]?.string
      if let moment = clear["at"]?.string { moments.append(moment) }
      if let time = at.flatMap({ DateTime(reading: $0) }) { updated = time }
      guard let next = clear["status"]?.string.flatMap(Status.init) else { continue }
      if next == .inProgress { revision += 1 }
      finished = next == .inProgress ? nil : updated
      status = next
    }
    self.init(
      head: head, status: status, revision: revision, updated: updated, finished: finished,
      moments: moments, facts: facts, pictureHash: facts?.pictureHash)
  }

  /// Of one that is not sealed.
  ///
  /// - Parameter picture: the file, where there is one.
  init(_ record: Record, picture: [UInt8]?) {
    self.init(
      head: record.head, status: record.interview.status, revision: record.interview.revision,
      updated: record.course.updated, finished: record.course.finished,
      moments: record.course.traces.filter { $0.verb != .go }.map(\.at.description), facts: nil,
      pictureHash: picture.map { Archive.hash(of: $0) })
  }

  /// Until when it may be kept, as `Retention` tells of an interview that is read.
  func retention(on questionnaire: Questionnaire) -> Retention {
    Retention(
      from: (finished ?? updated).date, isEnded: status != .inProgress,
      holdsTexts: facts?.holdsTexts ?? true, keepsApart: head.contact != nil, on: questionnaire)
  }

  /// Whether the other is what this became, was, or neither: told by when things happened to each.
  ///
  /// Contents cannot be compared; that two copies were changed apart in the same seconds is left
  /// aside.
  func kinship(with other: ClearCopy) -> Kinship {
    guard head.start.id == other.head.start.id, head.start.started == other.head.start.started
    else { return .apart }
    if let parent = head.parent, parent == other.pictureHash, other.status != .inProgress {
      return .later
    }
    if let parent = other.head.parent, parent == pictureHash, status != .inProgress {
      return .earlier
    }
    if moments == other.moments { return .same }
    if moments.starts(with: other.moments) { return .later }
    return other.moments.starts(with: moments) ? .earlier : .apart
  }
}

extension Listing {
  /// Of an interview nobody opened: no label.
  init(_ copy: ClearCopy, on questionnaire: Questionnaire) {
    let start = copy.head.start
    let retention = copy.retention(on: questionnaire)
    self.init(
      id: start.id, label: "", code: "", kind: start.kind, mode: start.mode, status: copy.status,
      revision: copy.revision, done: copy.facts?.done ?? 0, of: copy.facts?.of ?? 0,
      questionnaire: copy.head.questionnaire, version: copy.head.version,
      questionnaireHash: start.questionnaireHash, interviewer: start.interviewer,
      started: start.started, updated: copy.updated, remarkCount: copy.facts?.remarkCount ?? 0,
      needsCheck: false,
      isRefused: copy.facts?.isRefused ?? false, secondsSpent: copy.facts?.secondsSpent ?? 0,
      due: retention.first, contactsDue: retention.contacts, contact: copy.head.contact,
      isSealed: true)
  }
}
