import Formulas

/// The words of a paper form, in one language.
struct PaperTerms: Sendable {
  let language: Language
  let version: String
  /// How to read the form, at its head.
  let legend: String
  let wholeForm: String
  let askIf: String
  let offeredIf: String
  /// Before the condition of a check.
  let when: String
  let required: String
  let requiredIf: String
  let calculated: String
  let proposed: String
  let pattern: String
  let drawn: String
  let last: String
  let ends: String
  let read: String
  let short: String
  let whenBlank: String
  let sheets: String
  let sheetTitle: String
  let exclusive: String
  let specify: String
  let answer: String
  let file: String
  let fileStored: String
  let fileShown: String
  let fileSearched: String
  let fileWeight: String
  /// Before what is said where a rule is broken.
  let elseSay: String
  /// The same, after a check's condition.
  let otherwise: String
  let colon: String
  let severities: [Check.Severity: String]
  let dates: [CalendarDate.Precision: String]
  let personalKinds: [Question.Personal: String]
  /// What the program itself pipes, by name.
  let system: [String: String]
  let quoted: @Sendable (_ text: String) -> String
  let coarsest: @Sendable (_ precision: String) -> String
  let time: String
  let step: @Sendable (_ step: String) -> String
  let decimals: @Sendable (_ count: Int) -> String
  let instances: @Sendable (_ minimum: Int, _ maximum: Int?) -> String
  let range: @Sendable (_ minimum: String?, _ maximum: String?) -> String
  let lengths: @Sendable (_ minimum: Int?, _ maximum: Int?) -> String
  let choices: @Sendable (_ minimum: Int?, _ maximum: Int?) -> String
  let ranks: @Sendable (_ count: Int) -> String

  func severity(_ severity: Check.Severity) -> String { severities[severity] ?? "" }

  func personal(_ kind: Question.Personal) -> String { personalKinds[kind] ?? "" }

  static func of(_ language: Language) -> PaperTerms {
    switch language {
    case .french: french
    case .english: english
    }
  }
}
