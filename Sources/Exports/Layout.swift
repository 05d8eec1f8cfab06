import Formulas
import Interviews
import Questions
import Records

/// The tables of one questionnaire, over all versions that interviews were made on.
///
/// Columns in the newest version's order; those only older ones have stand after the one they
/// followed there. The program's own columns start with `_`, which no question can.
struct Layout: Sendable {
  let tables: [TableLayout]
  let dropped: [DroppedQuestion]
  /// The newest version.
  let form: Questionnaire
  /// Names of every special answer of every version, each once.
  let specials: [String]

  /// - Parameter versions: the oldest first.
  init(_ versions: [Questionnaire], _ choices: ExportChoices) {
    let newest = Array(versions.reversed())
    form = newest[0]
    specials = Self.merged(newest.map { $0.specials.map(\.name) })
    var dropped: [DroppedQuestion] = []
    var taken: Set<String> = ["interviews", "answers", "remarks", "warnings", "codebook"]
    let rosters = Self.merged(
      newest.map { $0.items.filter { $0.roster != nil }.map(\.name) })
    tables = ([nil] + rosters.map(Optional.some)).map { roster in
      var name = roster ?? "interviews"
      while roster != nil, !taken.insert(name.lowercased()).inserted { name += "_" }
      let builder = TableBuilder(roster, name, newest, choices)
      dropped += builder.dropped
      return builder.table
    }
    self.dropped = dropped
  }

  /// The names of all lists, each once: the first list's order, then each other name after the one
  /// it follows in its own.
  static func merged(_ lists: [[String]]) -> [String] {
    var all: [String] = []
    for list in lists {
      var place = 0
      for name in list {
        if let there = all.firstIndex(of: name) {
          place = there + 1
        } else {
          all.insert(name, at: place)
          place += 1
        }
      }
    }
    return all
  }
}

/// Lays out one table.
private struct TableBuilder {
  let table: TableLayout
  private(set) var dropped: [DroppedQuestion] = []

  init(_ roster: String?, _ name: String, _ versions: [Questionnaire], _ choices: ExportChoices) {
    let having = versions.filter { roster == nil || $0[roster ?? ""]?.roster != nil }
    let names = Layout.merged(having.map { Self.questions($0, in: roster) })
    let labels = Labels(choices.language)
    var fields: [Field] = []
    for question in names {
      let forms = having.filter { $0[question]?.question != nil }
      guard let field = Field(question, in: forms) else { continue }
      let reasons = forms.compactMap { choices.profile.reason(toDrop: question, of: $0) }
      if let reason = reasons.first {
        dropped.append(
          DroppedQuestion(
            table: name, name: question, label: labels.label(of: field), reason: reason))
      } else {
        fields.append(field)
      }
    }
    let around = roster.map { roster in
      having[0].items[having[0].index(of: roster) ?? 0].repeats.map { having[0].items[$0].name }
        + [roster]
    }
    let repeats = around ?? []
    let parents = Self.parents(choices, around: repeats, of: having[0])
    let own = OwnColumns(labels, choices).columns(repeats, of: having[0])
    let columns =
      own + parents.map { Column(value: $0, labels) }
      + fields.flatMap { Self.columns(of: $0, labels, choices.severals, form: having[0]) }
    table = TableLayout(name: name, repeats: repeats, columns: columns, fields: fields)
  }

  /// The questions that stand directly in a repeat and hold a value.
  private static func questions(_ form: Questionnaire, in roster: String?) -> [String] {
    let index = roster.flatMap { form.index(of: $0) }
    return form.items.filter { $0.repeats.last == index && $0.question?.kind.valueType != nil }
      .map(\.name)
  }

  /// What each row of a repeat says again of what is around it.
  private static func parents(
    _ choices: ExportChoices, around repeats: [String], of form: Questionnaire
  ) -> [Field] {
    guard !repeats.isEmpty else { return [] }
    return choices.parents.compactMap { name -> Field? in
      guard let item = form[name], item.question != nil,
        choices.profile.reason(toDrop: name, of: form) == nil,
        item.repeats.count < repeats.count,
        item.repeats.map({ form.items[$0].name }).elementsEqual(repeats.prefix(item.repeats.count))
      else { return nil }
      return Field(name, in: [form])
    }
  }

  private static func columns(
    of field: Field, _ labels: Labels, _ severals: ExportChoices.Severals, form: Questionnaire
  ) -> [Column] {
    var columns: [Column] = []
    let isSeveral = field.type == .choices && !field.choices.isEmpty
    if !isSeveral || severals != .indicators { columns.append(Column(value: field, labels)) }
    if isSeveral, severals != .column {
      columns += field.choices.map { choice in
        Column(
          name: "\(field.name)/\(choice.name)",
          label: labels.label(of: field) + labels.terms.dash
            + labels.text(choice.label, field.form),
          type: field.isRank ? .rank : .flag, content: .option(field, choice))
      }
    }
    guard field.hasStatus else { return columns }
    var name = "\(field.name)_status"
    while form.items.contains(where: { $0.name.lowercased() == name.lowercased() }) { name += "_" }
    columns.append(
      Column(
        name: name, label: labels.label(of: field) + labels.terms.dash + labels.terms.status,
        type: .text, content: .status(field)))
    return columns
  }
}

extension Column {
  fileprivate init(value field: Field, _ labels: Labels) {
    self.init(
      name: field.name, label: labels.label(of: field), type: field.type, content: .value(field))
  }
}
