import Formulas
import Interviews
import Questions
import Records

/// How exported interviews are written: one case per file in `Formats`.
package enum ExportFormat: String, CaseIterable, Hashable, Sendable {
  case csv
  case jsonl

  /// The files of interviews on one questionnaire.
  func files(of records: [Record], on questionnaire: Questionnaire) -> [ExportFile] {
    switch self {
    case .csv:
      var flattening = Flattening(questionnaire)
      for record in records { flattening.append(record) }
      return flattening.tables.map { ExportFile(path: "\($0.name).csv", bytes: CSV.bytes(of: $0)) }
    case .jsonl: return [ExportFile(path: "interviews.jsonl", bytes: JSONLines.bytes(of: records))]
    }
  }
}

/// A file to be written where the person says.
package struct ExportFile: Hashable, Sendable {
  /// Inside the folder exported to: a name, or a folder's and a name.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
