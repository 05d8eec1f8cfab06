import Interviews
import Questions
import Records
import Vaults

/// All that is held of an interview, to be shown to the person it is about.
package struct Holding: Sendable {
  package let record: Record
  /// Its journal, the first line included, as far as it can be read.
  package let lines: [JournalLine]
  /// The names of the files in its folder, damaged ones kept included.
  package let files: [String]
  /// Whether what is kept apart was opened, and is in the record.
  package let opensContacts: Bool
}

extension Archive {
  /// Reads all that is held of an interview, without holding it: another program may be writing it.
  ///
  /// - Parameter opensContacts: whether what is kept apart is read too.
  package func holding(
    _ id: String, opensContacts: Bool = false
  ) throws(FileFailure) -> Holding {
    let folder = try presentInterview(id)
    var forms: [String: Questionnaire] = [:]
    let reading = try read(folder, &forms, contacts: opensContacts ? .opened : .closed)
    let form = reading.record.interview.questionnaire
    let sound = reading.plain.split(separator: Replay.lineFeed)
    let lines = sound.dropFirst().compactMap { JournalLine(reading: Array($0), on: form) }
    return Holding(
      record: reading.record, lines: [.head(reading.record.head)] + lines,
      files: try folder.names().filter { !$0.hasSuffix(".new") && $0 != "lock" },
      opensContacts: opensContacts)
  }
}

extension Archive {
  /// What one of an interview's files holds, as it would be unsealed.
  ///
  /// Of a damaged journal, every line that can still be opened; the others as they are on the disk.
  ///
  /// - Parameter name: one of those a `Holding` tells.
  /// - Throws: `FileFailure`: no such file, sealed, changed.
  package func file(_ name: String, of id: String) throws(FileFailure) -> [UInt8] {
    let folder = try presentInterview(id)
    let path = folder.child(name)
    guard try folder.names().contains(name), name != "lock" else {
      throw .refused(.open, path: path, .missing)
    }
    let bytes = try contents(of: path, system)
    if name == Journal.name { return try opened(journal: bytes, at: path).plain }
    if name == Journal.pictureName { return try opened(picture: bytes, at: path).plain }
    guard bytes.split(separator: Replay.lineFeed).contains(where: SealedLine.isSealed) else {
      return bytes
    }
    var forms: [String: Questionnaire] = [:]
    let reading = try read(folder, &forms)
    return reading.seal?.opened(
      damaged: bytes, named: name, upTo: reading.record.interview.revision) ?? bytes
  }
}

extension Seal {
  /// A damaged journal: sealed whole, as setting up does, or its own lines, sealed one by one.
  fileprivate func opened(
    damaged bytes: [UInt8], named name: String, upTo revision: Int
  ) -> [UInt8] {
    let lines = bytes.split(separator: Replay.lineFeed, omittingEmptySubsequences: false)
    if let whole = SealedLine.opened(lines[0], by: key, at: .init(file: name, of: id)) {
      return whole
    }
    var plain: [UInt8] = []
    for line in lines {
      let number = SealedLine.number(of: line) ?? 1
      let opened = (1...revision).lazy.compactMap { revision in
        SealedLine.opened(
          line, by: key, at: .init(interview: id, revision: revision, line: number))
      }.first
      plain += (opened ?? Array(line)) + [Replay.lineFeed]
    }
    return Array(plain.dropLast())
  }
}
