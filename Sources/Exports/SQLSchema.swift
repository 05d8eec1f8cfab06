/// The tables as SQL, types and keys included: `schema.sql`, which DuckDB and PostgreSQL both read.
///
/// The files then load as they are: a column is in the same place here and there.
enum SQLSchema {
  static func file(of form: FormPlan) -> ExportFile {
    let tables = form.layout.tables.map { table in
      let columns = table.columns.map { column in
        (quoted(column.name) + " " + column.type.sql, column.label)
      }
      return create(
        table.name, columns, key: table.key, references: table.references(in: form.layout))
    }
    let notes = TableFiles.notes(form.choices.profile).map { note in
      create(
        note.name, note.columns.map { (quoted($0) + " text", "") }, key: [],
        references: [form.layout.tables[0].reference])
    }
    return ExportFile(
      path: "schema.sql", bytes: Array((tables + notes).joined(separator: "\n").utf8))
  }

  private static func create(
    _ name: String, _ columns: [(definition: String, label: String)], key: [String],
    references: [TableReference]
  ) -> String {
    var keys: [String] = []
    if !key.isEmpty { keys.append("PRIMARY KEY \(list(key))") }
    keys += references.map {
      "FOREIGN KEY \(list($0.by)) REFERENCES \(quoted($0.table)) \(list($0.key))"
    }
    let rows = columns.map { ($0.definition, $0.label) } + keys.map { ($0, "") }
    let lines = rows.enumerated().map { place, row in
      let comma = place < rows.count - 1 ? "," : ""
      return "  \(row.0)\(comma)" + (row.1.isEmpty ? "" : "  -- \(row.1)")
    }
    return "CREATE TABLE \(quoted(name)) (\n\(lines.joined(separator: "\n"))\n);\n"
  }

  private static func list(_ names: [String]) -> String {
    "(\(names.map(quoted).joined(separator: ", ")))"
  }

  private static func quoted(_ name: String) -> String {
    "\"\(name.replacing("\"", with: "\"\""))\""
  }
}

extension ColumnType {
  /// Types both have; `numeric` alone would keep three decimals in one of them.
  fileprivate var sql: String {
    switch self {
    case .text, .choice, .choices, .partialDate, .month: "text"
    case .integer, .flag, .rank, .year: "bigint"
    case .number: "double precision"
    case .boolean: "boolean"
    case .date: "date"
    case .time: "time"
    case .dateTime: "timestamp with time zone"
    }
  }
}
