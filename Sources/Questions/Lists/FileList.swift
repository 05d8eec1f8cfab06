import Formulas
import Synchronization

/// A list kept in a CSV file: beside the questionnaire, or installed on the laptop.
///
/// A class so that its search is prepared once, when a person first searches.
package final class FileList: Sendable {
  /// A column shown beside the label, to tell homonyms apart.
  package struct Shown: Hashable, Sendable {
    package let column: String
    /// What stands above it; nil: nothing.
    package let heading: LocalizedText?
  }

  /// The file's name, without folder.
  package let file: String
  /// The column an answer is stored as.
  package let key: String
  /// The column of the label, per language.
  package let label: LocalizedText
  package let searched: [String]
  package let shown: [Shown]
  /// The column of the number heavier rows come first by.
  package let weight: String?
  /// Its rows; nil where the file is not installed.
  package let table: ListTable?
  private let prepared = Mutex<ListSearch?>(nil)

  init(
    file: String, key: String, label: LocalizedText, searched: [String], shown: [Shown],
    weight: String?, table: ListTable?
  ) {
    self.file = file
    self.key = key
    self.label = label
    self.searched = searched
    self.shown = shown
    self.weight = weight
    self.table = table
  }

  /// The choice a row is.
  package func choice(_ row: ListRow) -> Choice {
    Choice(
      name: row[key] ?? "", label: LocalizedText(perLanguage: label.all.map { row[$0] ?? "" }),
      attributes: Dictionary(
        zip(row.columns, row.fields), uniquingKeysWith: { first, _ in first }))
  }

  /// The row whose key reads `name`; nil where there is none, or no file.
  package func row(named name: String) -> ListRow? {
    guard let table, let key = table.column(key), let row = table.row(where: key, is: name)
    else { return nil }
    return table.row(row)
  }

  /// The search among its rows, prepared on first use; nil without a file.
  package var search: ListSearch? {
    guard let table else { return nil }
    return prepared.withLock { prepared in
      if let prepared { return prepared }
      let search = ListSearch(
        table, columns: searched.compactMap { table.column($0) },
        weight: weight.flatMap { table.column($0) })
      prepared = search
      return search
    }
  }
}

extension FileList: Hashable {
  package static func == (left: FileList, right: FileList) -> Bool { left === right }

  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

extension Questionnaire {
  /// Names of lists' files that are not installed, each once: what uses them is not asked.
  package var missingFiles: [String] {
    Set(lists.values.filter(\.isMissing).compactMap { $0.file?.file }).sorted()
  }
}
