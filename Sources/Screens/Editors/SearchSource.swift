import Formulas
import Interviews
import Questions

/// Where a search looks: the rows of a file a question offers, or its many choices.
///
/// A class so that it is made once, when the question comes on screen, not for every key.
final class SearchSource: Sendable {
  /// One line found: what is stored, what it is called, what tells homonyms apart.
  struct Entry: Hashable {
    let name: String
    let label: String
    let shown: [String]
  }

  private enum Entries {
    case file(FileList, ListTable, offered: [Bool]?)
    case choices([Entry])
  }

  private let entries: Entries
  private let search: ListSearch
  private let language: Int
  /// What stands above the columns shown; empty where nothing does.
  let headings: [String]
  /// How many lines there are in all.
  let count: Int

  /// Nil where choices few enough to be read are offered, or none can be.
  init?(_ spot: Spot, _ interview: Interview) {
    guard let question = interview.item(at: spot).question?.kind.choices else { return nil }
    language = interview.languagePlace
    if let file = question.list.file {
      guard let table = file.table, let search = file.search else { return nil }
      let offered = interview.offeredRows(at: spot)
      entries = .file(file, table, offered: offered)
      self.search = search
      let headings = file.shown.map { $0.heading?[interview.languagePlace] ?? "" }
      self.headings = headings.allSatisfy(\.isEmpty) ? [] : headings
      count = offered.map { $0.count(where: { $0 }) } ?? table.rowCount
    } else {
      let choices = interview.offered(at: spot)
      guard question.appearance == .search || choices.count > Self.mostRead else { return nil }
      let language = language
      let all = choices.map { Entry(name: $0.name, label: $0.label[language], shown: []) }
      entries = .choices(all)
      search = ListSearch(all.map { [$0.label, $0.name] })
      headings = []
      count = all.count
    }
  }

  /// More choices than this are searched.
  private static let mostRead = 20

  /// Lines given for one search: more than anyone reads.
  static let mostFound = 500

  func find(_ text: String) -> ListSearch.Result {
    switch entries {
    case .file(_, _, let offered): search.find(text, limit: Self.mostFound, offered: offered)
    case .choices: search.find(text, limit: Self.mostFound)
    }
  }

  /// All there is, these names first.
  func found(first names: [String]) -> ListSearch.Result {
    let all = find("")
    let isFirst = all.places.map { names.contains(entry($0).name) }
    let order = zip(all.places, isFirst)
    return ListSearch.Result(
      places: order.filter(\.1).map(\.0) + order.filter { !$1 }.map(\.0), count: all.count)
  }

  func entry(_ place: Int) -> Entry {
    switch entries {
    case .choices(let all): return all[place]
    case .file(let file, let table, _):
      let row = table.row(place)
      let choice = file.choice(row)
      return Entry(
        name: choice.name, label: choice.label[language],
        shown: file.shown.map { row[$0.column] ?? "" })
    }
  }

  /// The line stored under a name; nil where none is.
  func entry(named name: String) -> Entry? {
    switch entries {
    case .choices(let all): return all.first { $0.name == name }
    case .file(let file, let table, let offered):
      guard let key = table.column(file.key), let place = table.row(where: key, is: name),
        offered?[place] ?? true
      else { return nil }
      return entry(place)
    }
  }
}

extension SearchSource: Hashable {
  static func == (left: SearchSource, right: SearchSource) -> Bool { left === right }

  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
