import Formulas
import Interviews
import Questions
import Records

/// How exported interviews are written: one case per file in `Formats`.
package enum ExportFormat: String, CaseIterable, Hashable, Sendable {
  case csv
  case csvExcelFrench = "csv-excel-fr"
  case csvLong = "csv-long"
  case jsonl
  case datapackage

  /// How its CSV files are written, the codebook's too.
  var dialect: Dialect {
    switch self {
    case .csv, .csvLong, .jsonl, .datapackage: CSV.dialect
    case .csvExcelFrench: CSVExcelFrench.dialect
    }
  }

  /// The files interviews are added to, one after the other.
  func streams(of form: FormPlan) -> [ExportStream] {
    switch self {
    case .csv, .csvExcelFrench, .datapackage: TableFiles.streams(of: form, dialect)
    case .csvLong: CSVLong.streams
    case .jsonl: JSONLines.streams
    }
  }

  /// Adds one interview to each of `streams`.
  func write(_ row: RowWriting, _ version: [BoundTable], of form: FormPlan, to part: inout FormPart)
  {
    switch self {
    case .csv, .csvExcelFrench, .datapackage:
      TableFiles.write(row, version, of: form, dialect, to: &part)
    case .csvLong: CSVLong.write(row, version, of: form, to: &part)
    case .jsonl: JSONLines.write(row, version, of: form, to: &part)
    }
  }

  /// What stands beside them, besides the codebook.
  func descriptors(of form: FormPlan) -> [ExportFile] {
    switch self {
    case .csv, .csvExcelFrench, .csvLong, .jsonl: []
    case .datapackage: [DataPackage.descriptor(of: form), SQLSchema.file(of: form)]
    }
  }
}

/// A file to which each interview adds what it has.
struct ExportStream: Hashable, Sendable {
  let name: String
  /// What it starts with.
  let header: [UInt8]
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
