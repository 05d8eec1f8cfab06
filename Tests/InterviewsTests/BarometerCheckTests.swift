import Interviews
import Questions
import Scenarios
import Testing

/// Every check of the barometer: what makes it speak, where it is said, and its confirmation.
@Suite struct BarometerCheckTests {
  struct Row: CustomTestStringConvertible {
    /// The check's name, and the item it is written on.
    let key: String
    /// What is answered, by path, one after another.
    let answers: [(path: String, input: String)]
    /// Where it is said.
    let place: String

    var testDescription: String { key }
    var name: String { String(key.prefix { $0 != " " }) }

    init(key: String, answers: KeyValuePairs<String, String>, place: String) {
      self.key = key
      self.answers = answers.map { ($0.key, $0.value) }
      self.place = place
    }

    init(key: String, all answers: [(path: String, input: String)], place: String) {
      self.key = key
      self.answers = answers
      self.place = place
    }
  }

  static let warnings: [Row] = [
    Row(key: "S01 siren", answers: ["siren": "212345672"], place: "siren"),
    Row(
      key: "S01_code section_b", answers: ["code_insee": "33063", "siren": "299990010"],
      place: "siren"),
    Row(
      key: "S01_type section_b", answers: ["type_collectivite": "region", "siren": "299990010"],
      place: "siren"),
    Row(key: "S02 siren", answers: ["siren": "100000009"], place: "siren"),
    Row(key: "S03 population", answers: ["population": "2000000"], place: "population"),
    Row(
      key: "S04 etp_participation",
      answers: [
        "statut_repondant": "agent", "service_dedie": "service_dedie", "etp_participation": "50,1",
      ], place: "etp_participation"),
    Row(
      key: "S05 budget_participation_montant",
      answers: ["population": "350", "budget_participation_montant": "17501"],
      place: "budget_participation_montant"),
    Row(
      key: "S06 dispositif_nombre",
      answers: ["dispositif_existe": "oui", "dispositif_nombre": "6"],
      place: "dispositif_nombre"),
    Row(
      key: "S07",
      answers: [
        "dispositif_existe": "oui", "dispositif_nombre": "2", "dispositif[1].disp_nom": "Ma Ville",
        "dispositif[2].disp_nom": "ma  VILLE",
      ], place: "dispositif"),
    scheme("S08 dispositif[1].disp_date_lancement", ["disp_date_lancement": "12/2004"]),
    scheme(
      "S09 dispositif[1]",
      ["disp_dev_technique": "prestataire_externe", "disp_budget_montant": "0"]),
    Row(
      key: "S10",
      answers: [
        "budget_participation_montant": "500", "dispositif_existe": "oui",
        "dispositif_nombre": "1", "dispositif[1].disp_budget_montant": "501",
      ], place: "dispositif"),
    scheme("S11 dispositif[1]", ["disp_contributeurs_nb": "351"]),
    scheme("S12 dispositif[1]", ["disp_contributeurs_nb": "106"]),
    scheme(
      "S13 dispositif[1]", ["disp_etat": "en_service", "disp_type": "budget_participatif"],
      before: ["budget_participatif": "jamais"]),
    scheme(
      "S14 dispositif[1]", ["disp_etat": "en_service", "disp_type": "donnees_ouvertes"],
      before: ["open_data": "non"]),
    scheme("S15 dispositif[1]", ["disp_etat": "termine", "disp_perennite": "perenne"]),
    scheme(
      "S16 dispositif[1]", ["disp_articulation": "oui_reguliere"],
      before: ["demarches_presentielles": "aucune"]),
    scheme(
      "S17 dispositif[1]",
      [
        "disp_dev_technique": "mixte", "disp_achat_mode": "sans_paiement",
        "disp_budget_montant": "1000",
      ], before: ["statut_repondant": "agent"]),
    Row(
      key: "S18 commentaire_libre", answers: ["commentaire_libre": "Écrire à a.b@essai.example"],
      place: "commentaire_libre"),
    scheme("S18_disp_nom dispositif[1].disp_nom", ["disp_nom": "Appelez le 06 00 00 00 00"]),
    scheme(
      "S18_disp_type_autre dispositif[1].disp_type_autre",
      ["disp_type": "autre", "disp_type_autre": "x@essai.example"]),
    other("demarches_presentielles", [:]),
    other("raisons_absence", ["dispositif_existe": "non"]),
    scheme(
      "S18_disp_motifs dispositif[1].disp_motifs",
      ["disp_motifs": "autre", "disp_motifs_other": "x@essai.example"]),
    scheme(
      "S18_disp_objectif dispositif[1].disp_objectif",
      ["disp_objectif": "autre", "disp_objectif_other": "x@essai.example"]),
    scheme(
      "S18_disp_inclusion dispositif[1].disp_inclusion",
      ["disp_inclusion": "autre", "disp_inclusion_other": "x@essai.example"]),
    other("besoins", [:]), other("outils_souhaites", [:]),
    Row(
      key: "S19",
      answers: [
        "dispositif_existe": "oui", "dispositif_nombre": "2", "dispositif[1].disp_nom": "Ma Ville",
      ], place: "dispositif"),
    scheme(
      "S21 dispositif[1]", ["disp_date_lancement": "06/2013", "disp_effet_decision": "trop_tot"]),
  ]

  /// In the only sheet there is, a municipality of 350.
  private static func scheme(
    _ key: String, _ answers: KeyValuePairs<String, String>,
    before: KeyValuePairs<String, String> = [:]
  ) -> Row {
    let opening = Row(
      key: "",
      answers: ["population": "350", "dispositif_existe": "oui", "dispositif_nombre": "1"],
      place: "")
    let inside = answers.map { (path: "dispositif[1].\($0.key)", input: $0.value) }
    let last = answers.last?.key.replacing("_other", with: "") ?? ""
    return Row(
      key: key, all: before.map { (path: $0.key, input: $0.value) } + opening.answers + inside,
      place: "dispositif[1].\(last)")
  }

  /// Contact details in the free text of a choice.
  private static func other(
    _ question: String, _ before: KeyValuePairs<String, String>
  ) -> Row {
    let answers = [(path: question, input: "autre")]
    let text = [(path: "\(question)_other", input: "x@essai.example")]
    return Row(
      key: "S18_\(question) \(question)",
      all: before.map { (path: $0.key, input: $0.value) } + answers + text, place: question)
  }

  var story: Scenario

  init() throws {
    story = try Scenario.barometre(files: ["collectivites.csv": sampleList])
    for (name, input) in [
      ("notice_rgpd", "OK"), ("consent_participation", "oui"), ("type_collectivite", "commune"),
      ("collectivite_ref", ""),
    ] { try story.answer(name, input) }
  }

  @Test(arguments: warnings)
  mutating func `a soft check speaks, and is confirmed`(row: Row) throws {
    for (place, (path, input)) in row.answers.enumerated() {
      let isLast = place == row.answers.count - 1
      if isLast {
        let said = try story.said(at: row.place)
        #expect(!said.contains(row.key), "too early")
      }
      try story.answer(path, input)
    }
    let said = try story.said(at: row.place)
    #expect(said.contains(row.key), "\(said)")
    #expect(story.said.contains(row.key))
    try story.confirm(row.place, because: "vérifié")
    #expect(try story.said(at: row.place).contains("\(row.key), confirmed"))
    #expect(story.replayed() == story.interview)
  }

  @Test func `no soft check is left out`() {
    let checks = story.interview.questionnaire.checks
    #expect(
      Set(Self.warnings.map(\.name))
        == Set(checks.filter { $0.severity == .warning }.map(\.name)))
  }

  @Test(arguments: [
    ("siren", "299990011", "H01"), ("siren", "29999001", "H01"), ("code_insee", "96001", "H02"),
    ("code_insee", "2C004", "H02"), ("dispositif[1].disp_date_lancement", "1994", "H06"),
    ("dispositif[1].disp_date_lancement", "7/2018", "H06"),
  ])
  mutating func `a hard check keeps from finishing`(path: String, input: String, check: String)
    throws
  {
    if path.hasPrefix("dispositif") { try story.answer("dispositif_existe", "oui") }
    try story.answer(path, input)
    let finding = try #require(
      try story.interview.findings(at: story.spot(path)).first(where: \.blocks))
    guard case .check(let spot, _, _) = finding.matter else { return }
    #expect(story.interview.questionnaire.checks[spot.check].name == check)
  }

  @Test(arguments: [
    ("siren", "299990010"), ("code_insee", "2A004"), ("code_insee", "97101"),
    ("dispositif[1].disp_date_lancement", "1/1995"),
    ("dispositif[1].disp_date_lancement", "6/2018"),
    ("dispositif[1].disp_date_lancement", "2010"),
  ])
  mutating func `what is sound is not held back`(path: String, input: String) throws {
    if path.hasPrefix("dispositif") { try story.answer("dispositif_existe", "oui") }
    try story.answer(path, input)
    let blocking = try story.interview.findings(at: story.spot(path)).filter(\.blocks)
    #expect(blocking.isEmpty)
  }
}
