import Interviews
import Questions
import Records

/// One row per answer, and per absence of one: where it stands, which question, what it is.
///
/// No row for what was skipped. Calculated values and `other` texts have no status.
enum CSVLong {
  static let streams = [
    ExportStream(
      name: "answers.csv", header: Array("_id,path,question,value,status\r\n".utf8))
  ]

  static func write(
    _ row: RowWriting, _ version: [BoundTable], of form: FormPlan, to part: inout FormPart
  ) {
    part.write(0, CSV.dialect) { text in
      row.eachField(of: version) { spot, field in
        let cell = row.scan[spot]
        guard cell.mark == .answered || cell.mark != .skipped && field.hasStatus else { return }
        row.answer(row.scan[.id], to: &text)
        row.path(of: spot).withUnsafeBufferPointer { text.field($0) }
        text.field(row.scan.questionnaire.items[field.item].name)
        if cell.mark == .answered { row.answer(cell.written, to: &text) } else { text.next() }
        if field.hasStatus { row.status(cell, to: &text) } else { text.next() }
        text.endRow()
      }
    }
  }
}
