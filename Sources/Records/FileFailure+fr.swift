import Formulas

extension FileFailure {
  /// Non-breaking spaces (U+00A0) before ; : ? ! and inside « », as French print does.
  var french: String {
    switch self {
    case .refused(let step, let path, let reason):
      "\(path) : \(step.french) : \(reason.french)."
    case .busy(let path, let by, let since):
      "Ouvert ailleurs\(since.map { " depuis \($0.time.short)" } ?? "")"
        + "\(by.isEmpty ? "" : " par \(by)"). Fermez-le d’abord là-bas. Pour le regarder :"
        + " barometre show \(path.split(separator: "/").last ?? "")"
    case .newerLayout(let path, let found, let newest):
      "\(path) : la disposition \(found) est plus récente que celle que lit ce programme"
        + " (\(newest)) : mettez barometre à jour. Le fichier n’a pas été touché."
    case .unreadable(let path):
      "\(path) : ce n’est pas ce qu’écrit barometre. Le fichier n’a pas été touché."
    case .noInterview(let id, let folder): "\(folder) : aucun entretien « \(id) »."
    case .severalInterviews(let written, let ids):
      "« \(written) » désigne plusieurs entretiens : "
        + "\(ids.prefix(4).joined(separator: ", "))\(ids.count > 4 ? "…" : ".")"
    case .inTrash(let id):
      "L’entretien \(id) est dans la corbeille. Pour l’en sortir : barometre restore \(id)"
    case .notEnded(let id):
      "L’entretien \(id) n’a pas été rouvert : il n’est ni terminé ni arrêté."
    case .ended(let id):
      "L’entretien \(id) est terminé. Pour le corriger, rouvrez-le : barometre reopen \(id)"
    case .otherQuestionnaire(let id, let own, let other):
      "L’entretien \(id) est sur le questionnaire « \(own) » : il ne peut pas passer à"
        + " « \(other) »."
    case .noQuestionnaire(let hash, let path):
      "\(path) : le questionnaire avec lequel cet entretien a commencé manque ou a changé"
        + " (SHA-256 \(hash.prefix(12))…)."
    case .sealed(let id):
      "L’entretien \(id) est scellé : la phrase de passe de son ordinateur l’ouvre, ou la clé de"
        + " l’association (--key FICHIER)."
    case .tampered(let path, let line):
      "\(path) : la ligne \(line) est entière mais a été modifiée ou déplacée depuis qu’elle a été"
        + " scellée. Rien n’a été touché ; remettez une copie de ce fichier."
    case .noArchive(let path):
      "\(path) : aucun entretien à cet endroit. Donnez un dossier de données (celui qui contient"
        + " « interviews »), ou un dossier de tels dossiers."
    case .notUnpacked(let path, let program):
      "\(path) : « \(program) » n’a pas pu l’ouvrir, ou n’est pas installé."
        + " Décompressez-le à la main et donnez le dossier."
    case .alreadyThere(let path):
      "\(path) : existe déjà, et n’a pas été remplacé. Choisissez un autre endroit, ou ajoutez"
        + " --replace."
    case .notAnExport(let path, let entry):
      "\(path) : n’a pas été remplacé, car « \(entry) » ne vient pas d’un export."
    }
  }
}

extension FileFailure.Step {
  var french: String {
    switch self {
    case .createFolder: "impossible de créer le dossier"
    case .listFolder: "impossible de lire le contenu du dossier"
    case .open: "impossible d’ouvrir le fichier"
    case .read: "impossible de lire le fichier"
    case .write: "impossible d’écrire le fichier"
    case .sync: "ce qui est écrit n’a pas atteint le disque"
    case .rename: "le nouveau fichier ne peut pas prendre la place de l’ancien"
    case .remove: "impossible de le supprimer"
    case .lock: "impossible de le verrouiller"
    }
  }
}

extension FileFailure.Reason {
  var french: String {
    switch self {
    case .full: "le disque est plein"
    case .quota: "le quota de ce compte est épuisé"
    case .readOnly: "le disque est en lecture seule"
    case .denied: "permission refusée"
    case .missing: "il n’existe pas (un disque a-t-il été débranché ?)"
    case .notAFolder: "une partie du chemin est un fichier, pas un dossier"
    case .isAFolder: "c’est un dossier, pas un fichier"
    case .device: "le disque signale une erreur (est-il abîmé ou débranché ?)"
    case .tooManyOpen: "trop de fichiers sont ouverts"
    case .nameTooLong: "le nom est trop long"
    case .unsupported: "ce disque ne le permet pas"
    case .other(let number): "erreur système \(number)"
    }
  }
}

extension ClockTime {
  /// Hours and minutes.
  package var short: String { String(description.prefix(5)) }
}
