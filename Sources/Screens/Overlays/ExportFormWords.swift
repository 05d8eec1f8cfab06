import Exports
import Formulas

/// The words of the form that asks for an export, in one language.
struct ExportFormWords: Sendable {
  let language: Language
  let title: String
  let formatAsked: String
  let formats: [ExportFormat: String]
  let profileAsked: String
  let profiles: [ExportProfile: String]
  let place: String
  let warning: [String]
  let refuse: String
  let accept: String
  let close: String
  let progress: @Sendable (_ done: Int, _ of: Int) -> String

  static func of(_ language: Language) -> ExportFormWords {
    switch language {
    case .french: french
    case .english: english
    }
  }

  private static let french = ExportFormWords(
    language: .french, title: "Exporter les entretiens terminés ou arrêtés",
    formatAsked: "Pour quel usage\u{A0}?",
    formats: [
      .csv: "Tableaux pour un logiciel de statistique (CSV\u{A0}: R, pandas, DuckDB)",
      .csvExcelFrench: "Tableaux pour Excel ou LibreOffice en français",
      .csvLong: "Une ligne par réponse (CSV long)",
      .jsonl: "Un entretien par ligne, pour un programme (JSON)",
      .datapackage: "Données ouvertes\u{A0}: tableaux CSV et leur description",
    ],
    profileAsked: "Que peut-on y lire\u{A0}?",
    profiles: [
      .pseudonymised: "Sans texte libre ni ce qui identifie (conseillé)",
      .full: "Tout, pour le seul responsable du traitement",
    ],
    place: "Dossier à créer\u{A0}:",
    warning: [
      "Un export complet contient les textes libres, les noms et codes des collectivités, les notes.",
      "Il ne se transmet pas.",
    ],
    refuse: "Ne pas exporter", accept: "Tout exporter", close: "Fermer",
    progress: { "Export\u{A0}: \($0) sur \($1)…" })

  private static let english = ExportFormWords(
    language: .english, title: "Export finished and stopped interviews", formatAsked: "What for?",
    formats: [
      .csv: "Tables for statistics software (CSV: R, pandas, DuckDB)",
      .csvExcelFrench: "Tables for a French Excel or LibreOffice",
      .csvLong: "One row per answer (long CSV)",
      .jsonl: "One interview per line, for programs (JSON)",
      .datapackage: "Open data: CSV tables and their description",
    ],
    profileAsked: "What may be read in it?",
    profiles: [
      .pseudonymised: "No free text, nothing that identifies anyone (recommended)",
      .full: "Everything, for the data controller only",
    ],
    place: "Folder to create:",
    warning: [
      "A full export contains free text, names and codes of authorities, and notes.",
      "Do not pass it on.",
    ],
    refuse: "Do not export", accept: "Export everything", close: "Close",
    progress: { "Exporting: \($0) of \($1)…" })
}
