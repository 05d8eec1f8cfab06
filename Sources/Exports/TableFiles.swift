import Records

/// The files of the formats that write tables: one for the interviews, one per repeat, the confirmed
/// warnings, and the remarks where they are kept.
enum TableFiles {
  static func streams(of form: FormPlan, _ dialect: Dialect) -> [ExportStream] {
    form.layout.tables.map { table in
      stream(table.name, Headers(form.choices.headers).of(table.columns), dialect)
    } + notes(form.choices.profile).map { stream($0.name, $0.columns, dialect) }
  }

  /// The tables of what is no question's answer, and their columns.
  static func notes(_ profile: ExportProfile) -> [(name: String, columns: [String])] {
    guard profile.keepsWhatIsWritten else { return [("warnings", ["_id", "check", "path"])] }
    return [
      ("warnings", ["_id", "check", "path", "explanation"]),
      ("remarks", ["_id", "path", "remark"]),
    ]
  }

  private static func stream(
    _ name: String, _ columns: [String], _ dialect: Dialect
  ) -> ExportStream {
    var text = CSVText(dialect)
    text.row(columns)
    return ExportStream(name: "\(name).csv", header: dialect.signature + text.bytes)
  }

  static func write(
    _ row: RowWriting, _ version: [BoundTable], of form: FormPlan, _ dialect: Dialect,
    to part: inout FormPart
  ) {
    for (place, table) in version.enumerated() {
      part.write(place, dialect) { row.write(table, to: &$0) }
    }
    let keepsAll = form.choices.profile.keepsWhatIsWritten
    part.write(version.count, dialect) { text in
      for note in row.scan.confirmed {
        let key = row.scan.raw(note.key).split(separator: " ", maxSplits: 1).map(String.init)
        row.answer(row.scan[.id], to: &text)
        text.field(key.first ?? "")
        text.field(key.count > 1 ? key[1] : "")
        if keepsAll { row.answer(note.text, to: &text) }
        text.endRow()
      }
    }
    guard keepsAll else { return }
    part.write(version.count + 1, dialect) { text in
      for note in row.scan.remarks {
        row.answer(row.scan[.id], to: &text)
        text.field(row.piece(note.key))
        row.answer(note.text, to: &text)
        text.endRow()
      }
    }
  }
}

/// What stands on top of columns, each once in its table.
private struct Headers {
  private let choice: ExportChoices.Headers

  init(_ choice: ExportChoices.Headers) { self.choice = choice }

  func of(_ columns: [Column]) -> [String] {
    var taken: Set<String> = []
    return columns.map { column in
      switch choice {
      case .name: return column.name
      case .both: return "\(column.name): \(column.label)"
      case .label:
        let isFirst = taken.insert(column.label.lowercased()).inserted
        return isFirst ? column.label : "\(column.label) (\(column.name))"
      }
    }
  }
}
