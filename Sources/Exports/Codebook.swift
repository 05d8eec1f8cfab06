import Formulas
import Questions

/// What every column means, who was asked, and how many answered: as CSV and as Markdown.
struct Codebook {
  private let form: FormPlan
  private let counts: AnswerCounts
  private let labels: Labels
  private let paper: PaperForm

  init(_ form: FormPlan, _ counts: AnswerCounts) {
    self.form = form
    self.counts = counts
    labels = Labels(form.choices.language)
    paper = PaperForm(form.layout.form, in: form.choices.language.rawValue)
  }

  var files: [ExportFile] {
    [
      ExportFile(path: "codebook.csv", bytes: csv),
      ExportFile(path: "codebook.md", bytes: Array(markdown.utf8)),
    ]
  }

  private var terms: ExportTerms { labels.terms }

  /// A choice and its label, as `oui = Oui`.
  private func values(of field: Field) -> [String] {
    field.choices.map { "\($0.name) = \(labels.text($0.label, field.form))" }
  }

  /// Who was asked; empty where everyone was, or only an older version tells.
  private func base(of field: Field) -> String {
    form.layout.form === field.form ? paper.base(of: field.item) : ""
  }

  /// The program's own columns of a table.
  private func own(_ table: TableLayout) -> [Column] {
    table.columns.filter { column in
      switch column.content {
      case .head, .position, .seconds: true
      case .value, .option, .status: false
      }
    }
  }

  private var csv: [UInt8] {
    let words = AnswerCounts.words(form.layout)
    var text = CSVText(form.choices.format.dialect)
    text.row(["table", "name", "number", "label", "type", "values", "base", "answered"] + words)
    for (place, table) in form.layout.tables.enumerated() {
      for column in own(table) {
        text.row(
          [table.name, column.name, "", column.label, column.type.rawValue, "", "", ""]
            + words.map { _ in "" })
      }
      for (number, field) in table.fields.enumerated() {
        let numbers = counts.numbers(table: place, field: number)
        let base = base(of: field)
        text.row(
          [
            table.name, field.name, field.item.number ?? "", labels.label(of: field),
            field.type.rawValue, values(of: field).joined(separator: "; "),
            base.isEmpty ? terms.everyone : base,
            String(numbers.answered),
          ] + numbers.absences.map { field.hasStatus ? String($0) : "" })
      }
    }
    return form.choices.format.dialect.signature + text.bytes
  }

  private var markdown: String {
    let layout = form.layout
    let versions = form.versions.map { "\(terms.version) \($0.questionnaire.version)" }
    var lines = [
      "# \(labels.text(layout.form.title, layout.form))\(terms.dash)\(terms.codebook)", "",
      "`\(layout.form.id)`, \(versions.joined(separator: ", ")), "
        + terms.interviews(counts.interviews), "", terms.statusNote,
    ]
    for (place, table) in layout.tables.enumerated() {
      lines += ["", "## `\(table.name)`", "", "### \(terms.ownHeading)", ""]
      lines += own(table).map { "- `\($0.name)` (\($0.type.rawValue))\(terms.colon)\($0.label)" }
      for (number, field) in table.fields.enumerated() {
        lines += described(field, counts.numbers(table: place, field: number))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func described(
    _ field: Field, _ numbers: (answered: Int, absences: [Int])
  ) -> [String] {
    let number = field.item.number.map { "\($0). " } ?? ""
    let base = base(of: field)
    let absences = zip(AnswerCounts.words(form.layout), numbers.absences).filter { $0.1 > 0 }
      .map { "\(absence($0.0)) \($0.1)" }
    var lines = [
      "", "### `\(field.name)`\(terms.dash)\(number)\(PaperForm.escaped(labels.label(of: field)))",
      "",
      "- \(field.type.rawValue)",
      "- " + (base.isEmpty ? terms.askedOfAll : terms.askedIf + PaperForm.escaped(base)),
      "- \(([("\(terms.answered) \(numbers.answered)")] + absences).joined(separator: terms.listSeparator))",
    ]
    let values = field.choices.map {
      "`\($0.name)` \(PaperForm.escaped(labels.text($0.label, field.form)))"
    }
    if !values.isEmpty {
      lines.append("- \(terms.values)\(values.joined(separator: terms.listSeparator))")
    }
    return lines
  }

  /// How an absence is called: a special answer's label, the words of the others.
  private func absence(_ word: String) -> String {
    if let known = terms.absences[word] { return known }
    let form = form.layout.form
    return form.special(word).map { terms.quoted(labels.text($0.label, form)) } ?? word
  }
}
