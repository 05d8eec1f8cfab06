import Exports
import Formulas
import Questions

/// What is said of an export, in one language.
struct ExportWords: Sendable {
  let fullWarning: String
  let fullQuestion: String
  let yes: Set<String>
  let refused: String
  let nothing: String
  let exported: @Sendable (_ count: Int, _ place: String) -> String
  let leftOut: @Sendable (_ count: Int) -> String
  let reasons: [Question.Personal: String]
  let also: String
  let colon: String

  static func of(_ language: Language) -> ExportWords {
    switch language {
    case .french: french
    case .english: english
    }
  }

  /// What to say of an export that was made: where it is, and what it leaves out.
  func told(
    _ outcome: ExportRun.Outcome, _ profile: ExportProfile, _ place: String
  ) -> [String] {
    guard outcome.count > 0 else { return [nothing] }
    let names = Dictionary(grouping: outcome.dropped, by: \.reason)
    let reasons = Question.Personal.allCases.compactMap { reason -> String? in
      guard let dropped = names[reason] else { return nil }
      let list = dropped.map(\.name).joined(separator: ", ")
      return "  \(self.reasons[reason] ?? reason.rawValue)\(colon)\(list)"
    }
    switch profile {
    case .full: return [exported(outcome.count, place)]
    case .pseudonymised:
      return [exported(outcome.count, place), leftOut(outcome.dropped.count)] + reasons + [also]
    }
  }

  private static let french = ExportWords(
    fullWarning: """
      Export complet\u{A0}: textes libres, noms et codes des collectivités, notes. Pour le seul
      responsable du traitement\u{A0}; à ne pas transmettre.
      """,
    fullQuestion: "Exporter tout\u{A0}? (oui/non)", yes: ["oui", "o"],
    refused: """
      barometre\u{A0}: rien n’a été exporté. Un export complet se confirme (oui), ou se demande avec \
      --yes.
      """,
    nothing: "Aucun entretien à exporter\u{A0}: rien n’a été écrit.",
    exported: { count, place in
      "\(count) \(count > 1 ? "entretiens exportés" : "entretien exporté")\u{A0}: \(place)"
    },
    leftOut: { count in
      "Laissé de côté (profil pseudonymisé)\u{A0}: \(count) \(count > 1 ? "questions" : "question")."
    },
    reasons: [
      .direct: "identifie directement", .indirect: "peut identifier",
      .freeText: "texte libre", .proof: "preuve",
    ],
    also: "  et toujours\u{A0}: notes, explications, code de la personne qui interroge",
    colon: "\u{A0}: ")

  private static let english = ExportWords(
    fullWarning: """
      Full export: free texts, names and codes of authorities, remarks. For the controller
      alone; not to be passed on.
      """,
    fullQuestion: "Export everything? (yes/no)", yes: ["yes", "y"],
    refused: """
      barometre: nothing was exported. A full export is confirmed (yes), or asked for with --yes.
      """,
    nothing: "No interview to export: nothing was written.",
    exported: { count, place in
      "\(count) \(count == 1 ? "interview" : "interviews") exported: \(place)"
    },
    leftOut: { count in
      "Left out (pseudonymised profile): \(count) \(count == 1 ? "question" : "questions")."
    },
    reasons: [
      .direct: "identifies directly", .indirect: "may identify", .freeText: "free text",
      .proof: "proof",
    ],
    also: "  and always: remarks, explanations, the interviewer’s code", colon: ": ")
}
