import Formulas

/// The words of a paper form, in one language.
struct PaperTerms: Sendable {
  let language: Language
  let version: String
  let wholeForm: String
  let askIf: String
  let offeredIf: String
  let required: String
  let requiredIf: String
  let sheets: String
  let exclusive: String
  let specify: String
  let answer: String
  let fromFile: @Sendable (_ file: String, _ columns: [String]) -> String
  let elseSay: String
  let colon: String
  let severities: [Check.Severity: String]
  let dates: [CalendarDate.Precision: String]
  let instances: @Sendable (_ minimum: Int, _ maximum: Int?) -> String
  let range: @Sendable (_ minimum: String?, _ maximum: String?) -> String
  let lengths: @Sendable (_ minimum: Int?, _ maximum: Int?) -> String
  let choices: @Sendable (_ minimum: Int?, _ maximum: Int?) -> String

  func severity(_ severity: Check.Severity) -> String { severities[severity] ?? "" }

  static func of(_ language: Language) -> PaperTerms {
    switch language {
    case .french: french
    case .english: english
    }
  }

  private static let french = PaperTerms(
    language: .french, version: "version", wholeForm: "Contrôles d’ensemble",
    askIf: "Poser si\u{A0}: ",
    offeredIf: "Proposer si\u{A0}: ", required: "obligatoire",
    requiredIf: "obligatoire si\u{A0}: ", sheets: "Fiches ouvertes\u{A0}: ",
    exclusive: "exclut les autres", specify: "préciser", answer: "Réponse\u{A0}: ",
    fromFile: { file, columns in
      "(fichier `\(file)`, recherche par \(columns.map { "`\($0)`" }.joined(separator: ", ")))"
    },
    elseSay: "Sinon\u{A0}: ", colon: "\u{A0}: ",
    severities: [.error: "Bloquant", .warning: "À confirmer", .info: "Information"],
    dates: [.day: "jour, mois, année", .month: "mois et année", .year: "année"],
    instances: { low, high in high.map { "De \(low) à \($0) fiches" } ?? "Au moins \(low) fiches" },
    range: { low, high in
      switch (low, high) {
      case (nil, nil): ""
      case (let low?, nil): "au moins \(low)"
      case (nil, let high?): "au plus \(high)"
      case (let low?, let high?): "de \(low) à \(high)"
      }
    },
    lengths: { low, high in
      let least = low.map { "au moins \($0)" }
      let most = high.map { "au plus \($0)" }
      let both = [least, most].compactMap(\.self).joined(separator: ", ")
      return both.isEmpty ? "" : "\(both) caractères"
    },
    choices: { low, high in
      switch (low, high) {
      case (nil, nil): "plusieurs réponses possibles"
      case (let low?, nil): "au moins \(low) réponses"
      case (nil, let high?): "\(high) réponses au plus"
      case (let low?, let high?): "de \(low) à \(high) réponses"
      }
    })

  private static let english = PaperTerms(
    language: .english, version: "version", wholeForm: "Checks of the whole form",
    askIf: "Ask if: ",
    offeredIf: "Offer if: ", required: "required", requiredIf: "required if: ",
    sheets: "Sheets opened: ", exclusive: "excludes the others", specify: "specify",
    answer: "Answer: ",
    fromFile: { file, columns in
      "(file `\(file)`, searched by \(columns.map { "`\($0)`" }.joined(separator: ", ")))"
    },
    elseSay: "Otherwise: ", colon: ": ",
    severities: [.error: "Blocking", .warning: "To confirm", .info: "Information"],
    dates: [.day: "day, month, year", .month: "month and year", .year: "year"],
    instances: { low, high in high.map { "\(low) to \($0) sheets" } ?? "At least \(low) sheets" },
    range: { low, high in
      switch (low, high) {
      case (nil, nil): ""
      case (let low?, nil): "at least \(low)"
      case (nil, let high?): "at most \(high)"
      case (let low?, let high?): "\(low) to \(high)"
      }
    },
    lengths: { low, high in
      let least = low.map { "at least \($0)" }
      let most = high.map { "at most \($0)" }
      let both = [least, most].compactMap(\.self).joined(separator: ", ")
      return both.isEmpty ? "" : "\(both) characters"
    },
    choices: { low, high in
      switch (low, high) {
      case (nil, nil): "several answers possible"
      case (let low?, nil): "at least \(low) answers"
      case (nil, let high?): "\(high) answers at most"
      case (let low?, let high?): "\(low) to \(high) answers"
      }
    })
}
