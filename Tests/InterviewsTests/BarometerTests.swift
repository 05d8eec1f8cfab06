import Formulas
import Interviews
import Questions
import Scenarios
import Testing

/// The barometer that ships, as it is really walked.
@Suite struct BarometerTests {
  var story: Scenario

  init() throws {
    story = try Scenario.barometre()
    try story.answer("notice_rgpd", "OK")
  }

  private mutating func consent() throws {
    try story.answer("consent_participation", "oui")
    try story.answer("type_collectivite", "commune")
    try story.answer("nom_collectivite", "Ancerville")
  }

  @Test mutating func `a refusal asks why, thanks, and ends there`() throws {
    try story.answer("consent_participation", "non")
    #expect(story.route == ["notice_rgpd", "consent_participation", "refus_motif", "fin_refus"])
    story.next()
    try story.leave("refus_motif")
    story.next()
    #expect(story.position == "fin_refus")
    story.next()
    #expect(story.position == "summary" && Summary(of: story.interview).blocking.isEmpty)
    #expect(story.interview.label == "K7QF-2M9P-X4")
  }

  @Test mutating func `élu and agent are asked different questions`() throws {
    try consent()
    try story.answer("statut_repondant", "elu")
    try story.answer("fonction_elu", "maire_presidence")
    try story.answer("delegations_elu", "numerique")
    #expect(!story.asks("service_agent"))
    try story.answer("statut_repondant", "agent")
    #expect(!story.asks("fonction_elu") && !story.asks("delegations_elu"))
    #expect(story.asks("service_agent") && story.interview.setAside.count == 2)
    try story.special("statut_repondant", "refus")
    #expect(!story.asks("fonction_elu") && !story.asks("service_agent"))
    story.undo()
    story.undo()
    #expect(try story.value("delegations_elu") == "numerique" && story.asks("fonction_elu"))
    #expect(story.position == "statut_repondant")
    #expect(story.replayed() == story.interview)
  }

  @Test mutating func `the number of schemes opens as many sheets, five at most`() throws {
    try consent()
    try story.answer("dispositif_existe", "oui")
    #expect(try story.count("dispositif") == 1)
    try story.answer("dispositif_nombre", "2")
    #expect(try story.count("dispositif") == 2)
    try story.answer("dispositif_nombre", "9")
    #expect(try story.count("dispositif") == 5)
    #expect(try story.said(at: "dispositif_nombre") == ["S06 dispositif_nombre"])
    try story.answer("dispositif[3].disp_nom", "Ma Ville")
    try story.answer("dispositif_nombre", "2")
    #expect(try story.count("dispositif") == 3, "a sheet that holds an answer is never taken away")
    try story.clear("dispositif[3].disp_nom")
    #expect(try story.count("dispositif") == 2)
    story.undo()
    #expect(try story.value("dispositif[3].disp_nom") == "Ma Ville")
    try story.answer("dispositif_existe", "non")
    #expect(!story.asks("dispositif") && story.asks("raisons_absence"))
    #expect(story.replayed() == story.interview)
  }

  @Test mutating func `two schemes of one name are said on the summary, at the last`() throws {
    try consent()
    try story.answer("dispositif_existe", "oui")
    try story.answer("dispositif_nombre", "2")
    try story.answer("dispositif[1].disp_nom", "Ma Ville")
    try story.answer("dispositif[2].disp_nom", "ma  ville")
    #expect(try story.said(at: "dispositif[1].disp_nom") == [])
    #expect(try story.said(at: "dispositif") == ["S07"], "said where the whole list is closed")
    let finding = try #require(story.interview.findings.first { $0.asks })
    #expect(
      finding.reads.map { story.interview.path(of: $0).description }
        == ["dispositif[1].disp_nom", "dispositif[2].disp_nom"])
    #expect(story.interview.path(of: finding.spot).description == "dispositif[2].disp_nom")
  }

  @Test mutating func `a budget nobody knows asks for a range, and the range counts`() throws {
    try consent()
    try story.answer("dispositif_existe", "oui")
    try story.open("dispositif", 1)
    #expect(story.position == "dispositif[1].disp_nom")
    #expect(!story.asks("disp_budget_tranche"))
    try story.special("disp_budget_montant", "nsp")
    try story.answer("disp_budget_tranche", "b_1000_4999")
    #expect(try story.value("disp_budget_bas") == "1000")
    #expect(try story.value("disp_budget_classe") == "bc_1000_4999")
    try story.answer("disp_budget_montant", "12 500")
    #expect(!story.asks("disp_budget_tranche"))
    #expect(try story.value("disp_budget_classe") == "bc_ge_5000")
  }

  @Test mutating func `texts pipe the name of the authority, or what stands in for it`() throws {
    try story.answer("consent_participation", "oui")
    #expect(try story.label(of: "dispositif_existe").contains("«\u{A0}non nommée\u{A0}»"))
    try story.answer("nom_collectivite", "Ville dite « d’Ancerville »")
    let label = try story.label(of: "dispositif_existe")
    #expect(label.contains("«\u{A0}Ville dite d’Ancerville\u{A0}»"))
    #expect(story.interview.label == "Ville dite d’Ancerville")
    story.tell(.language("en"))
    #expect(try story.label(of: "dispositif_existe").contains("has “Ville dite"))
  }
}

/// R01–R03: what is agreed to, and how it is changed.
extension BarometerTests {
  @Test mutating func `R01: no question comes before the notice and the agreement`() throws {
    let first = story.interview.route.map { story.interview.path(of: $0).description }
    #expect(first == ["notice_rgpd", "consent_participation"])
    #expect(story.interview.proposal(at: try story.spot("consent_participation")).isBlank)
    try consent()
    for name in ["consent_mention_collectivite", "consent_recontact"] {
      #expect(story.asks(name))
      #expect(story.interview.proposal(at: try story.spot(name)).isBlank)
      #expect(try story.said(at: name) == ["required \(name)"])
    }
  }

  @Test mutating func `R02: an agreement taken back leaves the refusal and its reason`() throws {
    try consent()
    try story.answer("consent_recontact", "resultats")
    try story.answer("contact_courriel", "canari@exemple.fr")
    try story.answer("consent_participation", "non")
    try story.answer("refus_motif", "manque_temps")
    story.tell(.finish)
    let contents = story.interview.contents
    let given = contents.nodes.compactMap { node -> String? in
      guard case .value(let name, _) = node,
        story.interview.questionnaire[name]?.question?.calculation == nil
      else { return nil }
      return name
    }
    #expect(given == ["notice_rgpd", "consent_participation", "refus_motif"])
    #expect(contents.setAside.isEmpty && contents.specials.isEmpty && contents.rows.isEmpty)
    #expect(story.interview.keptApart.isEmpty && story.interview.isRefused)
    #expect(story.interview.label == story.interview.start.code)
  }

  @Test mutating func `R03: each agreement changes alone`() throws {
    try consent()
    let names = ["consent_participation", "consent_mention_collectivite", "consent_recontact"]
    for (name, answer) in zip(names, ["oui", "oui", "resultats entretien"]) {
      try story.answer(name, answer)
    }
    for (name, other) in zip(names.dropFirst(), ["non", "resultats"]) {
      let before = try names.map { try story.value($0) }
      try story.answer(name, other)
      let after = try names.map { try story.value($0) }
      let changed = names.indices.filter { before[$0] != after[$0] }.map { names[$0] }
      #expect(changed == [name])
    }
  }

  @Test mutating func `R05: contact details are asked for the uses agreed to, and no other`() throws
  {
    try consent()
    try story.answer("consent_recontact", "resultats")
    #expect(story.asks("contact_courriel") && !story.asks("contact_nom"))
    try story.answer("consent_recontact", "entretien")
    #expect(story.asks("contact_courriel") && story.asks("contact_nom"))
    try story.answer("consent_recontact", "aucun")
    #expect(!story.asks("contact_courriel") && !story.asks("contact_nom"))
  }
}
