import Formulas
import Questions
import Records

/// A question of one table, over the versions of a questionnaire that have it.
struct Field: Sendable {
  let name: String
  /// As the newest version that has it writes it.
  let item: Item
  let form: Questionnaire
  let question: Question
  let type: ColumnType
  /// Of every version, each once.
  let choices: [Choice]

  /// - Parameter versions: those that have it, the newest first.
  init?(_ name: String, in versions: [Questionnaire]) {
    let items = versions.compactMap { form in form[name].map { (form, $0) } }
    guard let (form, item) = items.first, let question = item.question else { return nil }
    self.name = name
    self.item = item
    self.form = form
    self.question = question
    let types = Set(items.compactMap { $0.1.question.map { ColumnType($0.kind) } })
    type = types.count == 1 ? ColumnType(question.kind) : .text
    var taken: Set<String> = []
    choices = items.flatMap { $0.1.question?.kind.choices?.list.choices ?? [] }
      .filter { taken.insert($0.name).inserted }
  }

  var isRank: Bool { if case .rank = question.kind { true } else { false } }

  /// Whether it has a status of its own.
  var hasStatus: Bool { question.kind.standsAlone }
}

/// One column of a table.
struct Column: Sendable {
  let name: String
  let label: String
  let type: ColumnType
  let content: Content

  enum Content: Sendable {
    /// Of the interview as a whole.
    case head(PictureScan.Head)
    /// In which instance of a repeat the row stands, the repeat so many levels up.
    case position(up: Int)
    /// From the first answer to the end, pauses left out.
    case seconds
    case value(Field)
    /// Whether, or at what rank, a choice was taken.
    case option(Field, Choice)
    case status(Field)
  }
}

/// One table: the interviews, or the instances of a repeat.
struct TableLayout: Sendable {
  /// Its file's name, without ending.
  let name: String
  /// The repeats around a row, outermost first, its own last, by name; none for the interviews.
  let repeats: [String]
  let columns: [Column]
  /// The questions that stand in it, those of `columns` that repeat another's left out.
  let fields: [Field]

  var roster: String? { repeats.last }

  /// The columns that tell a row from every other.
  var key: [String] {
    columns.filter { column in
      switch column.content {
      case .head(let head): head == .id
      case .position: true
      case .seconds, .value, .option, .status: false
      }
    }.map(\.name)
  }

  /// From a row of its own, with its key.
  var reference: TableReference { TableReference(table: name, key: key, by: key) }

  /// The interview each row belongs to, and the instance around it where there is one.
  func references(in layout: Layout) -> [TableReference] {
    guard !repeats.isEmpty else { return [] }
    let interview = layout.tables[0].reference
    let around = Array(repeats.dropLast())
    guard !around.isEmpty, let parent = layout.tables.first(where: { $0.repeats == around }) else {
      return [interview]
    }
    return [interview, TableReference(table: parent.name, key: parent.key, by: key.dropLast())]
  }
}

/// Which row of another table a row belongs to.
struct TableReference {
  let table: String
  /// That table's columns.
  let key: [String]
  /// The columns here that equal them, in their order.
  let by: [String]
}
