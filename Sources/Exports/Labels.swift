import Formulas
import Questions

/// What people call questions and choices, on one line.
struct Labels: Sendable {
  let terms: ExportTerms

  init(_ language: Language) { terms = .of(language) }

  private func place(_ form: Questionnaire) -> Int { form.place(of: terms.language.rawValue) }

  /// A text, piped names as `…`, white space as single spaces.
  func text(_ text: LocalizedText, _ form: Questionnaire) -> String {
    let plain = LocalizedText.pieces(of: text[place(form)]).map { piece in
      switch piece {
      case .text(let text): text
      case .shown, .raw: "…"
      }
    }.joined()
    return plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// A question's label; of a grid's row, after the grid's; of an `other` text, after its question's.
  func label(of field: Field) -> String {
    let own = field.item.label.map { text($0, field.form) } ?? ""
    switch field.question.kind {
    case .row:
      let grid = field.item.parent.map { label(of: field.form.items[$0], field.form) } ?? ""
      return grid + terms.dash + own
    case .other(let other):
      return label(of: field.form.items[other.question], field.form) + terms.dash + terms.specify
    case .note, .acknowledge, .text, .number, .date, .time, .selectOne, .selectMultiple, .rank,
      .grid, .calculate:
      return own.isEmpty ? field.name : own
    }
  }

  func label(of name: String, _ form: Questionnaire) -> String {
    form[name].map { label(of: $0, form) } ?? name
  }

  private func label(of item: Item, _ form: Questionnaire) -> String {
    (item.label ?? item.shortLabel).map { text($0, form) } ?? item.name
  }
}
