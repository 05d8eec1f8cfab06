import Formulas
import Interviews
import Questions

/// For whom an export is: what it leaves out.
///
/// Contacts are in none, nor is the withdrawal code.
package enum ExportProfile: String, CaseIterable, Hashable, Sendable {
  /// For analysts: no free text, no name or code of an authority, nothing marked `personal`.
  case pseudonymised
  /// For the controller alone: all that was answered.
  case full

  /// Why a question is left out; nil where it is not.
  ///
  /// What is kept apart always is.
  func reason(toDrop name: String, of form: Questionnaire) -> Question.Personal? {
    guard let question = form[name]?.question else { return nil }
    if form.isKeptApart(name) { return .direct }
    switch self {
    case .full: return nil
    case .pseudonymised:
      if let personal = question.personal { return personal }
      switch question.kind {
      case .text, .other: return .freeText
      // A row of a reference list names someone or somewhere.
      case .selectOne, .selectMultiple, .rank, .row:
        return question.kind.choices?.list.file == nil ? nil : .indirect
      case .note, .acknowledge, .number, .date, .time, .grid, .calculate: return nil
      }
    }
  }

  /// Whether remarks, explanations, the interview's label and the interviewer's code are written.
  var keepsWhatIsWritten: Bool {
    switch self {
    case .full: true
    case .pseudonymised: false
    }
  }
}

/// A question an export leaves out, and why.
package struct DroppedQuestion: Hashable, Sendable {
  package let table: String
  package let name: String
  package let label: String
  package let reason: Question.Personal
}
