import Archives
import Formulas
import Vaults

/// What is said of sealed interviews and of keys.
struct VaultWords {
  let language: Language

  private func say(_ french: String, _ english: String) -> String {
    switch language {
    case .french: french
    case .english: english
    }
  }

  func ask(mayPass: Bool) -> String {
    mayPass
      ? say(
        "Phrase de passe (Entrée seule\u{A0}: sans)\u{A0}: ", "Passphrase (Enter alone: without): ")
      : say("Phrase de passe\u{A0}: ", "Passphrase: ")
  }

  var askNew: String {
    let fewest = Passphrase.fewestCharacters
    return say(
      "Nouvelle phrase de passe (\(fewest) caractères ou plus, quatre mots par exemple)\u{A0}: ",
      "New passphrase (\(fewest) characters or more, four words say): ")
  }

  var askAgain: String { say("Encore une fois\u{A0}: ", "Once more: ") }

  var tooShort: String {
    let fewest = Passphrase.fewestCharacters
    return say(
      "une phrase de passe a \(fewest) caractères ou plus. Rien n’a changé.",
      "a passphrase has \(fewest) characters or more. Nothing was changed.")
  }

  var notTheSame: String {
    say(
      "les deux phrases de passe diffèrent. Rien n’a changé.",
      "the two passphrases differ. Nothing was changed.")
  }

  /// Interviews this run cannot open.
  func locked(_ count: Int) -> String {
    let lost = say(
      "Perdue\u{A0}? barometre vault passphrase --key FICHIER",
      "Lost? barometre vault passphrase --key FILE")
    let held =
      count > 1
      ? say("\(count) entretiens restent scellés.", "\(count) interviews stay sealed.")
      : count == 1
        ? say("1 entretien reste scellé.", "1 interview stays sealed.")
        : say("rien n’est enregistré ici.", "nothing is stored here.")
    return say("sans la phrase de passe, ", "without the passphrase, ") + held + " " + lost
  }

  /// Interviews left out of what was done.
  func leftSealed(_ count: Int) -> String {
    say(
      count > 1
        ? "\(count) entretiens scellés n’ont pas été lus\u{A0}: donnez la phrase de passe, ou --key"
          + " FICHIER."
        : "1 entretien scellé n’a pas été lu\u{A0}: donnez la phrase de passe, ou --key FICHIER.",
      count > 1
        ? "\(count) sealed interviews were not read: give the passphrase, or --key FILE."
        : "1 sealed interview was not read: give the passphrase, or --key FILE.")
  }

  /// Sealed interviews whose overdue texts only who opens them takes out.
  func needKey(_ count: Int) -> String {
    say(
      count > 1
        ? "\(count) de ces entretiens sont scellés\u{A0}: leurs textes ne s’effacent qu’avec une clé."
        : "1 de ces entretiens est scellé\u{A0}: ses textes ne s’effacent qu’avec une clé.",
      count > 1
        ? "\(count) of these interviews are sealed: their texts only go with a key."
        : "1 of these interviews is sealed: its texts only go with a key.") + " "
      + say(
        "Avec --confirm, tapez la phrase de passe, ou donnez --key FICHIER, la moitié secrète de la"
          + " clé de l’association.",
        "With --confirm, type the passphrase, or give --key FILE, the secret half of the"
          + " association’s key.")
  }

  /// Sealed interviews that a purge could not clear.
  func keepTexts(_ count: Int) -> String {
    say(
      count > 1
        ? "\(count) entretiens scellés gardent leurs textes échus\u{A0}: rien ici ne les ouvre. Relancez"
          + " avec la phrase de passe de l’ordinateur d’où ils viennent"
        : "1 entretien scellé garde ses textes échus\u{A0}: rien ici ne l’ouvre. Relancez avec la phrase"
          + " de passe de l’ordinateur d’où il vient",
      count > 1
        ? "\(count) sealed interviews keep their overdue texts: nothing here opens them. Run it again"
          + " with the passphrase of the laptop they come from"
        : "1 sealed interview keeps its overdue texts: nothing here opens it. Run it again with the"
          + " passphrase of the laptop it comes from")
      + say(
        ", ou avec --key FICHIER, la moitié secrète de la clé de l’association.",
        ", or with --key FILE, the secret half of the association’s key.")
  }

  func status(_ association: String?, _ counts: (sealed: Int, plain: Int)) -> String {
    let held = say(
      "Entretiens scellés\u{A0}: \(counts.sealed)\u{A0}; lisibles par qui a le disque\u{A0}:"
        + " \(counts.plain).",
      "Interviews sealed: \(counts.sealed); readable by whoever has the disk: \(counts.plain).")
    guard let association else {
      return say(
        "Cet ordinateur ne chiffre pas. Pour chiffrer\u{A0}: barometre vault setup FICHIER, la moitié"
          + " publique de la clé de l’association (barometre vault keys).",
        "This laptop does not encrypt. To encrypt: barometre vault setup FILE, the public half of the"
          + " association’s key (barometre vault keys).") + "\n" + held
    }
    let readable =
      counts.plain == 0
      ? ""
      : say(
        "\nPour les sceller\u{A0}: barometre vault setup", "\nTo seal them: barometre vault setup")
    return say(
      "Cet ordinateur chiffre. La clé \(association) de l’association ouvre aussi.",
      "This laptop encrypts. The association’s key \(association) opens too.") + "\n" + held
      + readable
  }

  func drawn(_ folder: String) -> String {
    say(
      "\(folder)/association-secret.json ouvre tous les entretiens scellés pour elle\u{A0}: gardez-la"
        + " sous clé, en deux exemplaires, sur aucun ordinateur de terrain.\n\(folder)"
        + "/association-public.json va sur chaque ordinateur\u{A0}: barometre vault setup"
        + " association-public.json",
      "\(folder)/association-secret.json opens every interview sealed for it: keep it locked away,"
        + " twice, on no field laptop.\n\(folder)/association-public.json goes to each laptop:"
        + " barometre vault setup association-public.json")
  }

  var noAssociation: String {
    say(
      "donnez la moitié publique de la clé de l’association\u{A0}: barometre vault setup"
        + " association-public.json",
      "give the public half of the association’s key: barometre vault setup association-public.json"
    )
  }

  func sealed(_ count: Int) -> String {
    let done =
      count > 1
      ? say("\(count) entretiens scellés.", "\(count) interviews sealed.")
      : count == 1
        ? say("1 entretien scellé.", "1 interview sealed.")
        : say("Aucun entretien n’était à sceller.", "No interview was to be sealed.")
    return done + " "
      + say(
        "Les prochains le seront. Ce que le disque a contenu avant peut y rester dans des blocs"
          + " libérés\u{A0}; les exports déjà faits restent lisibles.",
        "The next ones will be. What the disk held before may stay in blocks it let go; exports made"
          + " before stay readable.")
  }

  var readDamaged: String {
    say(
      "ce qui est gardé à côté est scellé aussi\u{A0}; pour le lire\u{A0}: barometre show ID --file NOM",
      "what is kept beside is sealed too; to read it: barometre show ID --file NAME")
  }

  var changed: String {
    say(
      "La phrase de passe a changé\u{A0}; l’ancienne n’ouvre plus rien ici.",
      "The passphrase was changed; the old one opens nothing here any more.")
  }

  var noVault: String {
    say(
      "cet ordinateur ne chiffre pas\u{A0}: il n’a pas de phrase de passe (barometre vault setup).",
      "this laptop does not encrypt: it has no passphrase (barometre vault setup).")
  }

  func noVaultThere(_ folder: String) -> String {
    say("\(folder)\u{A0}: rien n’y est chiffré.", "\(folder): nothing is encrypted there.")
  }

  var ownVault: String {
    say(
      "cet ordinateur a déjà sa propre clé. Réunissez les entretiens (barometre merge)\u{A0}; pour"
        + " lire les anciens, la clé de l’association (--key FICHIER).",
      "this laptop has a key of its own. Bring the interviews in (barometre merge); to read the old"
        + " ones, the association’s key (--key FILE).")
  }

  func adopted(_ folder: String) -> String {
    say(
      "La clé de l’ancien ordinateur est ici, sous la même phrase de passe. Puis\u{A0}: barometre"
        + " merge \(folder)",
      "The old laptop’s key is here, under the same passphrase. Next: barometre merge \(folder)")
  }
}

extension Listing {
  /// The label, or what stands for it where the interview stays sealed.
  func shownLabel(in language: Language) -> String {
    guard isSealed, label.isEmpty else { return label }
    return switch language {
    case .french: "scellé \(id.suffix(8))"
    case .english: "sealed \(id.suffix(8))"
    }
  }
}
