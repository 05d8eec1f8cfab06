import Formulas
import Questions

/// What is said of an export, in one language.
package struct ExportWords: Sendable {
  package let fullWarning: String
  package let fullQuestion: String
  package let yes: Set<String>
  package let refused: String
  let nothing: String
  let exported: @Sendable (_ count: Int, _ place: String) -> String
  let leftOut: String
  let reasons: [Question.Personal: String]
  /// What a profile that keeps no writing leaves out besides questions.
  let also: String
  /// What every profile leaves out.
  let always: String
  let missing: @Sendable (_ count: Int) -> String
  /// Of a column to say again that no questionnaire has.
  package let unknownParent: @Sendable (_ name: String, _ nearest: String?) -> String
  let colon: String

  package static func of(_ language: Language) -> ExportWords {
    switch language {
    case .french: french
    case .english: english
    }
  }

  /// What to say of an export that was made: what it leaves out, then where it is.
  ///
  /// - Parameter count: how many interviews are in it; of none, nothing was written.
  package func told(
    _ count: Int, _ leftOut: [DroppedQuestion], _ profile: ExportProfile, at place: String
  ) -> [String] {
    guard count > 0 else { return [nothing] }
    let names = Dictionary(grouping: leftOut, by: \.reason)
    let reasons = Question.Personal.allCases.compactMap { reason -> String? in
      guard let dropped = names[reason] else { return nil }
      let list = dropped.map(\.name).joined(separator: ", ")
      return "  \(self.reasons[reason] ?? reason.rawValue)\(colon)\(list)"
    }
    let also = profile.keepsWhatIsWritten ? [] : [self.also]
    return [self.leftOut] + reasons + also + [always, exported(count, place)]
  }

  /// What to say of interviews that could not be read: how many, then each reason once.
  ///
  /// - Parameter reasons: one per interview.
  package func missed(_ reasons: [String]) -> [String] {
    guard !reasons.isEmpty else { return [] }
    var told: Set<String> = []
    let different = reasons.filter { told.insert($0).inserted }
    let shown = different.prefix(Self.mostReasons).map { "  \($0)" }
    return [missing(reasons.count)] + shown + (different.count > shown.count ? ["  …"] : [])
  }

  /// More would push the rest off the screen; the files are named one by one by `list`.
  private static let mostReasons = 5

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
    leftOut: "Laissé de côté\u{A0}:",
    reasons: [
      .direct: "identifie directement", .indirect: "peut identifier",
      .freeText: "texte libre", .proof: "preuve",
    ],
    also: "  notes, explications, intitulés, code de la personne qui interroge",
    always: "  code de retrait, coordonnées",
    missing: { count in
      count > 1
        ? "\(count) entretiens illisibles n’y sont pas\u{A0}:"
        : "1 entretien illisible n’y est pas\u{A0}:"
    },
    unknownParent: { name, nearest in
      "barometre\u{A0}: --parent\u{A0}: aucune question ne s’appelle «\u{A0}\(name)\u{A0}»."
        + (nearest.map { " Vouliez-vous dire «\u{A0}\($0)\u{A0}»\u{A0}?" } ?? "")
    },
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
    leftOut: "Left out:",
    reasons: [
      .direct: "identifies directly", .indirect: "may identify", .freeText: "free text",
      .proof: "proof",
    ],
    also: "  remarks, explanations, titles, the interviewer’s code",
    always: "  withdrawal code, contact details",
    missing: { count in
      count == 1
        ? "1 interview could not be read, and is not in it:"
        : "\(count) interviews could not be read, and are not in it:"
    },
    unknownParent: { name, nearest in
      "barometre: --parent: no question is called “\(name)”."
        + (nearest.map { " Did you mean “\($0)”?" } ?? "")
    }, colon: ": ")
}
