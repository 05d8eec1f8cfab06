import Formulas

/// Why a vault or a key's file is of no use: facts.
package enum VaultFault: Error, Hashable, Sendable {
  case wrongPassphrase
  /// Cut or changed: no passphrase will open it.
  case damaged
  case newerLayout(Int)
  /// The file holds no association's key.
  case notAKey
  /// It holds the half that seals, where the one that opens is asked for.
  case publicHalf
  /// It holds the half that opens, where the one that seals is asked for.
  case secretHalf
  /// Ids of keys: the one given, and the one that would open.
  case otherAssociation(String, expected: String)
  /// A passphrase takes 128 MiB to be tried.
  case noMemory

  /// The sentence shown, the file at `path` named first.
  package func sentence(of path: String, in language: Language) -> String {
    switch language {
    case .french: "\(path)\u{A0}: \(french)"
    case .english: "\(path): \(english)"
    }
  }

  private var french: String {
    switch self {
    case .wrongPassphrase: "ce n’est pas la phrase de passe."
    case .damaged:
      "abîmé ou modifié, aucune phrase de passe ne l’ouvrira. Remettez la copie de ce fichier ;"
        + " à défaut, la clé de l’association (--key) ouvre encore chaque entretien."
    case .newerLayout(let layout):
      "la disposition \(layout) est plus récente que ce programme\u{A0}: mettez barometre à jour."
    case .notAKey: "ce fichier ne contient pas de clé d’association."
    case .publicHalf:
      "c’est la moitié publique de la clé, qui ferme. Pour ouvrir, donnez la moitié secrète."
    case .secretHalf:
      "c’est la moitié secrète de la clé\u{A0}: elle ne doit pas rester sur cet ordinateur. Donnez"
        + " la moitié publique."
    case .otherAssociation(let id, let expected):
      "c’est la clé \(id)\u{A0}; il faut la clé \(expected)."
    case .noMemory: "il manque 128 Mio de mémoire pour essayer une phrase de passe."
    }
  }

  private var english: String {
    switch self {
    case .wrongPassphrase: "this is not the passphrase."
    case .damaged:
      "damaged or changed, no passphrase will open it. Put the copy of this file back; failing that,"
        + " the association’s key (--key) still opens each interview."
    case .newerLayout(let layout):
      "layout \(layout) is newer than this program: update barometre."
    case .notAKey: "this file holds no association’s key."
    case .publicHalf:
      "this is the public half of the key, which seals. To open, give the secret half."
    case .secretHalf:
      "this is the secret half of the key: it must not stay on this laptop. Give the public half."
    case .otherAssociation(let id, let expected):
      "this is key \(id); key \(expected) is needed."
    case .noMemory: "128 MiB of memory are lacking to try a passphrase."
    }
  }
}
