import Formulas
import Questions
import Records

/// Frictionless Data Package, version 2: the tables as CSV, and `datapackage.json` that tells
/// programs what each column is.
///
/// Source: datapackage.org/standard. Types, constraints, labelled categories, and a foreign key from
/// each repeat's rows to its interview.
enum DataPackage {
  static func descriptor(of form: FormPlan) -> ExportFile {
    let labels = Labels(form.choices.language)
    let title = labels.text(form.layout.form.title, form.layout.form)
    let tables = form.layout.tables.map { resource($0, form, labels) }
    let notes = TableFiles.notes(form.choices.profile).map { table in
      resource(
        table.name, title: table.name, key: [], references: [form.layout.tables[0].reference],
        fields: table.columns.map {
          .object([.init("name", .string($0)), .init("type", "string")])
        })
    }
    let tree = JSONTree.object([
      .init("$schema", "https://datapackage.org/profiles/2.0/datapackage.json"),
      .init("name", .string(form.layout.form.id)),
      .init("title", .string(title)),
      .init(
        "version",
        .string(form.versions.map(\.questionnaire.version).joined(separator: ", "))),
      .init("resources", .array(tables + notes)),
    ])
    return ExportFile(path: "datapackage.json", bytes: tree.readable)
  }

  private static func resource(
    _ table: TableLayout, _ form: FormPlan, _ labels: Labels
  ) -> JSONTree {
    let title = table.roster.map { labels.label(of: $0, form.layout.form) }
    return resource(
      table.name, title: title ?? labels.text(form.layout.form.title, form.layout.form),
      key: table.key, references: table.references(in: form.layout),
      fields: table.columns.map { field($0, form, labels) })
  }

  private static func resource(
    _ name: String, title: String, key: [String], references: [TableReference], fields: [JSONTree]
  ) -> JSONTree {
    let names = { (names: [String]) in JSONTree.array(names.map(JSONTree.string)) }
    var schema: [JSONTree.Member] = [
      .init("fields", .array(fields)), .init("missingValues", .array([""])),
    ]
    if !key.isEmpty { schema.append(.init("primaryKey", names(key))) }
    let foreign = references.map { reference in
      let table = JSONTree.object([
        .init("resource", .string(reference.table.lowercased())),
        .init("fields", names(reference.key)),
      ])
      return JSONTree.object([.init("fields", names(reference.by)), .init("reference", table)])
    }
    if !foreign.isEmpty { schema.append(.init("foreignKeys", .array(foreign))) }
    return .object([
      .init("name", .string(name.lowercased())), .init("title", .string(title)),
      .init("type", "table"), .init("path", .string("\(name).csv")),
      .init("format", "csv"), .init("mediatype", "text/csv"), .init("encoding", "utf-8"),
      .init("schema", .object(schema)),
    ])
  }

  private static func field(_ column: Column, _ form: FormPlan, _ labels: Labels) -> JSONTree {
    var members: [JSONTree.Member] = [
      .init("name", .string(column.name)), .init("title", .string(column.label)),
      .init("type", .string(column.type.frictionless)),
    ]
    if column.type == .choices { members.append(.init("delimiter", " ")) }
    if column.type == .time { members.append(.init("format", "%H:%M")) }
    switch column.content {
    case .value(let field):
      if field.type == .choice, !field.choices.isEmpty {
        members.append(
          .init("categories", .array(field.choices.map { category($0, field, labels) })))
      }
      let constraints = constraints(of: field, in: form)
      if !constraints.isEmpty { members.append(.init("constraints", .object(constraints))) }
    case .head(.id), .position:
      members.append(.init("constraints", .object([.init("required", .boolean(true))])))
    case .head, .seconds, .option, .status: break
    }
    return .object(members)
  }

  private static func category(_ choice: Choice, _ field: Field, _ labels: Labels) -> JSONTree {
    .object([
      .init("value", .string(choice.name)),
      .init("label", .string(labels.text(choice.label, field.form))),
    ])
  }

  /// What every version asks: bounds that one of them lacks or has otherwise are left out.
  private static func constraints(of field: Field, in form: FormPlan) -> [JSONTree.Member] {
    let questions = form.versions.compactMap { $0.questionnaire[field.name]?.question }
    let all = questions.map { constraints(of: $0.kind, field.type) }
    guard let first = all.first else { return [] }
    return first.filter { member in all.allSatisfy { $0.contains(member) } }
  }

  private static func constraints(of kind: QuestionKind, _ type: ColumnType) -> [JSONTree.Member] {
    switch kind {
    case .number(let question) where type == .integer || type == .number:
      return [("minimum", question.minimum), ("maximum", question.maximum)]
        .compactMap { name, bound in bound.map { .init(name, .number($0.description)) } }
    case .text(let question):
      return [("minLength", question.minimumLength), ("maxLength", question.maximumLength)]
        .compactMap { name, bound in bound.map { .init(name, JSONTree($0)) } }
    case .note, .acknowledge, .number, .date, .time, .selectOne, .selectMultiple, .rank, .grid,
      .row, .calculate, .other:
      return []
    }
  }
}

extension ColumnType {
  /// As a table schema names it.
  fileprivate var frictionless: String {
    switch self {
    case .text, .choice, .partialDate: "string"
    case .integer, .flag, .rank: "integer"
    case .number: "number"
    case .boolean: "boolean"
    case .date: "date"
    case .month: "yearmonth"
    case .year: "year"
    case .time: "time"
    case .dateTime: "datetime"
    case .choices: "list"
    }
  }
}
