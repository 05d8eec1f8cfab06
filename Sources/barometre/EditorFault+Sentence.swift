import Formulas
import Glibc
import Terminal

extension EditorFault {
  /// Why no text came back, and what becomes of the one that was there.
  func sentence(in language: Language) -> String {
    switch language {
    case .french: french
    case .english: english
    }
  }

  private var french: String {
    switch self {
    case .noEditor(let tried):
      "Aucun éditeur trouvé (\(tried.joined(separator: ", "))) : indiquez le vôtre dans $VISUAL."
    case .failed(let status):
      "L’éditeur a échoué (code \(status)) : le texte est resté tel quel."
    case .killed(let signal):
      "L’éditeur a été interrompu (signal \(signal)) : le texte est resté tel quel."
    case .empty:
      "L’éditeur n’a rien rendu : le texte est resté tel quel. ^U le vide."
    case .notText:
      "Ce que rend l’éditeur n’est pas du texte UTF-8 : le texte est resté tel quel."
    case .file(let path, let number):
      "\(path) : \(String(cString: strerror(number))). Le texte est resté tel quel."
    }
  }

  private var english: String {
    switch self {
    case .noEditor(let tried):
      "No editor found (\(tried.joined(separator: ", "))): name yours in $VISUAL."
    case .failed(let status): "The editor failed (status \(status)): the text stays as it was."
    case .killed(let signal):
      "The editor was stopped (signal \(signal)): the text stays as it was."
    case .empty: "The editor left nothing: the text stays as it was. ^U empties it."
    case .notText: "What the editor left is not UTF-8 text: the text stays as it was."
    case .file(let path, let number):
      "\(path): \(String(cString: strerror(number))). The text stays as it was."
    }
  }
}

extension EditorLauncher {
  /// `$VISUAL`, `$EDITOR`, nano or vi, on a file in memory where this login has a folder there
  /// (`$XDG_RUNTIME_DIR`), else among the program's own: what is typed is sealed once it comes back.
  init(forDataIn folder: String) {
    let inMemory = Places.environment("XDG_RUNTIME_DIR").flatMap { Places.isPrivate($0) ? $0 : nil }
    self.init(
      visual: Places.environment("VISUAL"), editor: Places.environment("EDITOR"),
      folder: inMemory ?? folder)
  }
}
