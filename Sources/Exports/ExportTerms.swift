import Formulas
import Questions

/// The words of what explains an export, in one language.
struct ExportTerms: Sendable {
  let language: Language
  let dash: String
  let status: String
  let specify: String
  /// By the column's name.
  let own: [String: String]
  let positionIn: @Sendable (_ roster: String) -> String
  let codebook: String
  let version: String
  let interviews: @Sendable (_ count: Int) -> String
  let everyone: String
  let askedOfAll: String
  let quoted: @Sendable (_ text: String) -> String
  let askedIf: String
  let values: String
  let answered: String
  /// By the word of a status column.
  let absences: [String: String]
  let ownHeading: String
  let statusNote: String
  let colon: String
  let listSeparator: String

  static func of(_ language: Language) -> ExportTerms {
    switch language {
    case .french: french
    case .english: english
    }
  }

  private static let french = ExportTerms(
    language: .french, dash: " – ", status: "réponse ou absence", specify: "précision",
    own: [
      "_id": "Identifiant de l’entretien", "_questionnaire": "Questionnaire",
      "_version": "Version du questionnaire",
      "_kind": "Origine\u{A0}: interview, simulated, training, imported",
      "_mode": "Mode\u{A0}: face_to_face, telephone, video, self",
      "_status": "finished (terminé), stopped (arrêté par la personne) ou in_progress (en cours)",
      "_revision": "Révision, à partir de 1", "_language": "Langue de l’entretien",
      "_interviewer": "Code de la personne qui a mené l’entretien", "_started": "Début",
      "_finished": "Fin", "_seconds": "Durée en secondes, sans les pauses",
    ],
    positionIn: { "Rang dans «\u{A0}\($0)\u{A0}», à partir de 1" }, codebook: "dictionnaire",
    version: "version", interviews: { "\($0) \($0 > 1 ? "entretiens" : "entretien")" },
    everyone: "tous", askedOfAll: "Posée à tous", quoted: { "«\u{A0}\($0)\u{A0}»" },
    askedIf: "Posée si\u{A0}: ", values: "Valeurs\u{A0}: ",
    answered: "répondu",
    absences: [
      "left_blank": "laissé vide", "skipped": "sauté", "not_reached": "non atteint",
    ],
    ownHeading: "Colonnes du programme",
    statusNote: """
      La colonne `QUESTION_status` dit pourquoi il y a une valeur ou non\u{A0}: `answered` \
      (répondu), le nom d’une réponse spéciale, `left_blank` (laissée vide), `skipped` (pas \
      posée à cette personne), `not_reached` (posée, pas encore atteinte)\u{A0}; vide\u{A0}: la \
      question n’est pas dans cette version du questionnaire.
      """, colon: "\u{A0}: ", listSeparator: "\u{A0}; ")

  private static let english = ExportTerms(
    language: .english, dash: " – ", status: "answer or absence", specify: "details",
    own: [
      "_id": "Identifier of the interview", "_questionnaire": "Questionnaire",
      "_version": "Version of the questionnaire",
      "_kind": "Origin: interview, simulated, training, imported",
      "_mode": "Mode: face_to_face, telephone, video, self",
      "_status": "finished, stopped (ended by the person) or in_progress",
      "_revision": "Revision, from 1", "_language": "Language of the interview",
      "_interviewer": "Code of the person who led the interview", "_started": "Start",
      "_finished": "End", "_seconds": "Duration in seconds, pauses left out",
    ],
    positionIn: { "Position in “\($0)”, from 1" }, codebook: "codebook", version: "version",
    interviews: { "\($0) \($0 == 1 ? "interview" : "interviews")" },
    everyone: "everyone", askedOfAll: "Asked of everyone", quoted: { "“\($0)”" },
    askedIf: "Asked if: ", values: "Values: ", answered: "answered",
    absences: [
      "left_blank": "left blank", "skipped": "skipped", "not_reached": "not reached",
    ],
    ownHeading: "Columns of the program",
    statusNote: """
      The column `QUESTION_status` says why there is a value or none: `answered`, the name of a \
      special answer, `left_blank`, `skipped` (not asked of this person), `not_reached` (asked, \
      not come to yet); empty: the question is not in that version of the questionnaire.
      """, colon: ": ", listSeparator: "; ")
}
