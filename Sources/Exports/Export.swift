import Formulas
import Interviews
import Questions
import Records

/// What an export holds: every finished or stopped interview of the kinds asked for.
package struct Export: Sendable {
  /// What counts as a result: no training, nothing simulated.
  package static let results: Set<Start.Kind> = [.interview, .imported]

  /// In the order they were started.
  package let records: [Record]

  /// Keeps, of all interviews, those to be exported.
  package init(of records: [Record], kinds: Set<Start.Kind> = results) {
    self.records =
      records
      .filter { record in
        switch record.interview.status {
        case .finished, .stopped: kinds.contains(record.head.start.kind)
        case .inProgress, .withdrawn: false
        }
      }
      .sorted { $0.head.start.id < $1.head.start.id }
  }

  /// The files of the formats asked for.
  ///
  /// Interviews on one questionnaire: at the top. On several, or on several versions: a folder each,
  /// since their columns differ.
  package func files(_ formats: [ExportFormat]) -> [ExportFile] {
    let groups = Dictionary(grouping: records) { $0.head.start.questionnaireHash }
      .sorted { ($0.value[0].head.start.id) < ($1.value[0].head.start.id) }
    var taken: Set<String> = []
    return groups.flatMap { _, records -> [ExportFile] in
      let folder = groups.count == 1 ? "" : Self.folder(of: records[0].head, &taken) + "/"
      return formats.flatMap { $0.files(of: records, on: records[0].interview.questionnaire) }
        .map { ExportFile(path: folder + $0.path, bytes: $0.bytes) }
    }
  }

  /// `ID-VERSION`, in characters any disk takes; with part of the hash where another has that name.
  private static func folder(of head: RecordHead, _ taken: inout Set<String>) -> String {
    let version = String(
      head.version.map { character in
        character.isASCII && (character.isLetter || character.isNumber || character == ".")
          ? character : "_"
      })
    let name = "\(head.questionnaire)-\(version)"
    if taken.insert(name.lowercased()).inserted { return name }
    return "\(name)-\(head.start.questionnaireHash.prefix(8))"
  }
}
