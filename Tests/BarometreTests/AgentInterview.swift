/// A whole interview on the barometer: an agent, a municipality, two schemes.
enum AgentInterview {
  /// Every stop to the summary, in the order asked.
  static let turns = opening + role + firstScheme + secondScheme + [closing]

  static let opening: [Turn] = [
    Turn(
      ["1. Baromètre de la démocratie"], line: "1",
      [
        .init(keys: Keys.end, shows: "J’ai lu cette information"),
        .init(keys: "1", shows: "Réponse : lu"),
      ]),
    .choice("2. Après avoir pris connaissance", code: "1", "Oui"),
    Turn(
      ["4. Au titre de quel type"], line: "1",
      [
        .init(keys: "1", shows: "Code : 1")
      ]),
    .text("5bis. Quel est le nom officiel", typed: "Saint-Étienne-d’Œuf"),
    .text("6. Quel est le code officiel", typed: "55010"),
    .text("7. Quel est le numéro SIREN", typed: "215500109"),
    .text("8. Quelle est la population", typed: "2800"),
  ]

  static let role: [Turn] = [
    .choice("9. Répondez-vous en tant", code: "2", "Agente ou agent"),
    .choice("12. Dans quel service", code: "3", "Participation"),
    .choice("13. Depuis combien de temps", code: "2", "De 1 an"),
    .choice("24. Au cours des 36", code: "1", "Oui"),
    .text("27. Combien de dispositifs", typed: "2"),
    .choices("14. Quel est votre rôle", codes: ["1", "3"]),
  ]

  static let firstScheme: [Turn] = [
    Turn(["1  Dispositif « sans nom »", "0/8"], line: "1", []),
    .text("28. Quel est le nom", "(1/2)", typed: "Ma Ville Demain"),
    .choice("29. À quelle catégorie", "(1/2)", code: "3", "Plateforme de budget"),
    .choice("30. Quelle est la situation", "(1/2)", code: "2", "Ouvert"),
    .choice("33. Pour quelle durée", "(1/2)", code: "1", "Pour durer"),
    .choices("34. Le dispositif", "(1/2)", codes: ["1", "2"]),
    .choice("39. Quel service est", "(1/2)", code: "2", "Participation"),
    .choice("42. Par qui", "(1/2)", code: "2", "Par un prestataire"),
    .text("47. Quel est le budget", "(1/2)", typed: "12500"),
  ]

  static let secondScheme: [Turn] = [
    Turn(["1  Dispositif « Ma Ville Demain »", "2  Dispositif « sans nom »"], line: "2", []),
    .text("28. Quel est le nom", "(2/2)", typed: #"Idées, "signaler"; etc."#),
    Turn(
      ["29. À quelle catégorie", "(2/2)"], line: "11",
      [.init(keys: "1", shows: "Code : 1"), .init(keys: "1", shows: "11 (•) Autre")]),
    .text("29bis. Quelle est cette", typed: "Tableau d’idées"),
    .choice("30. Quelle est la situation", "(2/2)", code: "4", "Terminé"),
    .choice("33. Pour quelle durée", "(2/2)", code: "3", "Pour une démarche"),
    .choices("34. Le dispositif", "(2/2)", codes: ["3"]),
    .special("39. Quel service est", "(2/2)", option: "1", name: "nsp", "Ne sait pas"),
    .choice("42. Par qui", "(2/2)", code: "8", "Ne sait pas"),
    .special(
      "47. Quel est le budget", "(2/2)", option: "2", name: "refus", "Ne souhaite pas répondre"),
    .choice("47bis. Sans montant", "(2/2)", code: "3", "De 1 000 à 4 999 euros"),
  ]

  /// The list of schemes, described both.
  static let closing = Turn(
    ["1  Dispositif « Ma Ville Demain »", "2  Dispositif « Idées"], line: "0", [],
    leaving: Keys.pageDown)

  /// What stands on the last screen.
  static let summary = "Terminer l’entretien"
}
