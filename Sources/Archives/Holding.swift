import Interviews
import Questions
import Records

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
