import Interviews
import Questions
import Records
import Vaults

/// Reads interviews one after the other, from their pictures wherever those tell all that the
/// journals do.
///
/// One for each thread: what it reads into is used again for the next interview.
package struct PictureReader {
  private let archive: Archive
  /// What to read into, one for each questionnaire met.
  private var scans: [PictureScan] = []
  /// By the questionnaire's hash.
  private var places: [String: Int] = [:]
  private var forms: [String: Questionnaire]
  private var bytes: [UInt8] = []

  /// Which interviews are read; withdrawn ones never are.
  package enum Scope: Hashable, Sendable {
    /// Finished and stopped ones; while one is being corrected, as it stood before.
    case ended
    /// Those in progress too, as they stand now.
    case withDrafts
  }

  /// - Parameter forms: questionnaires read already, by hash.
  package init(_ archive: Archive, knowing forms: [String: Questionnaire] = [:]) {
    self.archive = archive
    self.forms = forms
  }

  /// Reads an interview, and hands what was read to `body`, to be used there and not kept.
  ///
  /// - Returns: what `body` does; nil where the interview is not in the scope.
  /// - Throws: `FileFailure`: it cannot be read.
  package mutating func read<Result>(
    _ id: String, _ scope: Scope = .ended, _ body: (PictureScan) -> Result
  ) throws(FileFailure) -> Result? {
    switch try readPicture(id, scope) {
    case .read(let place): return body(scans[place])
    case .outOfScope: return nil
    case .unsure: return try readWhole(id, scope).map { body(scans[$0]) }
    }
  }

  private enum Outcome {
    /// Into which scan.
    case read(Int)
    case outOfScope
    /// There is no picture, or it is of another time than the journal.
    case unsure
  }

  private mutating func readPicture(
    _ id: String, _ scope: Scope
  ) throws(FileFailure) -> Outcome {
    let folder = archive.interview(id)
    let path = folder.child(Journal.pictureName)
    guard let length = FileStatus(of: folder.child(Journal.name))?.size,
      (try? fill(&bytes, from: path, archive.system)) != nil
    else { return .unsure }
    var sealedLength: Int?
    if SealedLine.isSealed(bytes.dropLast()) {
      if scope == .ended, ClearFacts(ofFile: bytes)?.isInProgress(length) == true {
        return .outOfScope
      }
      (bytes, _, sealedLength) = try archive.opened(picture: bytes, at: path)
    }
    guard let hash = PictureScan.questionnaireHash(in: bytes) else { return .unsure }
    let place = try place(of: hash)
    swap(&bytes, &scans[place].bytes)
    guard scans[place].read(),
      sealedLength.map(String.init) ?? scans[place].text(of: .journalBytes) == String(length),
      let status = Status(rawValue: scans[place].text(of: .status))
    else { return .unsure }
    switch status {
    case .finished, .stopped: return .read(place)
    case .withdrawn: return .outOfScope
    case .inProgress: return scope == .withDrafts ? .read(place) : .outOfScope
    }
  }

  /// Reads the journal, and makes the picture of it.
  private mutating func readWhole(_ id: String, _ scope: Scope) throws(FileFailure) -> Int? {
    let record: Record?
    switch scope {
    case .ended: record = try archive.endedRecord(id, &forms)
    case .withDrafts: record = try archive.record(id, &forms)
    }
    guard let record, record.interview.status != .withdrawn else { return nil }
    let place = try place(of: record.head.start.questionnaireHash)
    scans[place].bytes = Picture(of: record).file(journalBytes: 0)
    guard scans[place].read() else {
      throw .unreadable(path: archive.interview(id).child(Journal.name))
    }
    return place
  }

  private mutating func place(of hash: String) throws(FileFailure) -> Int {
    if let place = places[hash] { return place }
    scans.append(PictureScan(try archive.questionnaire(hash, &forms)))
    places[hash] = scans.count - 1
    return scans.count - 1
  }
}
