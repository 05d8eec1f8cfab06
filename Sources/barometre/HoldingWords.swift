import Formulas
import Interviews
import Records

/// The words of `barometre show`, French and English.
struct HoldingWords {
  let language: Language

  private func of(_ french: String, _ english: String) -> String {
    switch language {
    case .french: french
    case .english: english
    }
  }

  var colon: String { of("\u{A0}: ", ": ") }
  var interview: String { of("Entretien", "Interview") }
  var id: String { of("Identifiant", "Id") }
  var code: String { of("Code de retrait", "Withdrawal code") }
  var questionnaire: String { "Questionnaire" }
  var kind: String { of("Genre", "Kind") }
  var mode: String { "Mode" }
  var status: String { of("État", "State") }
  var revision: String { of("Révision", "Revision") }
  var interviewer: String { of("Mené par", "Interviewer") }
  var started: String { of("Commencé", "Started") }
  var updated: String { of("Dernier événement", "Last event") }
  var finished: String { of("Terminé", "Finished") }
  var timeSpent: String { of("Temps passé", "Time spent") }
  var reason: String { of("Motif de l’arrêt", "Why it was stopped") }
  var answers: String { of("RÉPONSES", "ANSWERS") }
  var remark: String { "✎ " + of("remarque", "remark") }
  var leftBlank: String { of("(laissé vide)", "(left blank)") }
  var notReached: String { of("(pas encore de réponse)", "(no answer yet)") }
  var setAside: String {
    of("MIS DE CÔTÉ (gardé, ne compte pas)", "SET ASIDE (kept, does not count)")
  }
  var drafts: String { of("SAISI, PAS VALIDÉ", "TYPED, NOT VALIDATED") }
  var confirmed: String { of("AVERTISSEMENTS CONFIRMÉS", "WARNINGS CONFIRMED") }
  var keptApart: String {
    of("(gardé à part\u{A0}: show --contacts)", "(kept apart: show --contacts)")
  }
  var journal: String { of("JOURNAL", "JOURNAL") }
  /// Where one goes that is no question.
  var summary: String { of("(bilan)", "(summary)") }
  var files: String {
    of("FICHIERS (pour en lire un\u{A0}: --file NOM)", "FILES (to read one: --file NAME)")
  }

  func minutes(_ count: Int) -> String { "\(count)\u{A0}min" }

  func word(_ kind: Start.Kind) -> String {
    switch kind {
    case .interview: of("entretien", "interview")
    case .simulated: of("simulé", "simulated")
    case .training: of("entraînement", "training")
    case .imported: of("importé", "imported")
    }
  }

  func word(_ mode: Start.Mode) -> String {
    switch mode {
    case .faceToFace: of("en face à face", "face to face")
    case .telephone: of("par téléphone", "by telephone")
    case .video: of("en visioconférence", "by video")
    case .selfCompleted: of("rempli par la personne", "filled in by the person")
    }
  }

  func word(_ status: Status) -> String {
    switch status {
    case .inProgress: of("en cours", "in progress")
    case .finished: of("terminé", "finished")
    case .stopped: of("arrêté à la demande de la personne", "stopped at the person’s request")
    case .withdrawn: of("retiré", "withdrawn")
    }
  }

  func word(_ verb: Event.Verb) -> String {
    switch verb {
    case .answer: of("réponse", "answer")
    case .special: of("sans réponse", "no answer")
    case .leave: of("laisse vide", "leaves blank")
    case .clear: of("efface", "clears")
    case .draft: of("brouillon", "draft")
    case .remark: of("remarque", "remark")
    case .confirm: of("confirme", "confirms")
    case .add: of("ajoute", "adds")
    case .insert: of("insère", "inserts")
    case .remove: of("retire", "removes")
    case .move: of("déplace", "moves")
    case .go: of("va à", "goes to")
    case .language: of("langue", "language")
    case .undo: of("annule", "undoes")
    case .redo: of("rétablit", "redoes")
    case .pause: of("pause", "pauses")
    case .resume: of("reprend", "resumes")
    case .finish: of("termine", "finishes")
    case .stop: of("arrête", "stops")
    case .reopen: of("rouvre", "reopens")
    case .migrate: of("change de version", "goes to another version")
    }
  }
}
