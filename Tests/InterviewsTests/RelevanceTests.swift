import Formulas
import Interviews
import Questions
import Scenarios
import Testing

/// What is asked, and what counts, as answers change.
@Suite struct RelevanceTests {
  static let chain = form(
    items(
      yesOrNo("a"), yesOrNo("b", #""relevant": "${a} = 'oui'""#),
      yesOrNo("c", #""relevant": "${b} = 'oui'""#),
      item("integer", "d", #""relevant": "${c} = 'oui'""#), item("text", "fin")))

  @Test func `a chain of conditions collapses together and comes back whole`() throws {
    var story = try Scenario(Self.chain)
    #expect(story.route == ["a", "fin"])
    for name in ["a", "b", "c"] { try story.answer(name, "oui") }
    try story.answer("d", "4")
    #expect(story.route == ["a", "b", "c", "d", "fin"])
    try story.answer("a", "non")
    #expect(story.route == ["a", "fin"])
    #expect(try story.value("d") == "" && story.interview.setAside.count == 3)
    #expect(try story.presence("d") == .skipped(isSetAside: true))
    try story.answer("a", "oui")
    #expect(story.route == ["a", "b", "c", "d", "fin"])
    #expect(try story.value("d") == "4" && story.interview.setAside.count == 0)
  }

  @Test func `what is skipped is not asked, and refuses an answer`() throws {
    var story = try Scenario(Self.chain)
    #expect(throws: Rejection.notAsked) { try story.answer("d", "4") }
    #expect(throws: Rejection.notAsked) { try story.special("d", "nsp") }
    #expect(try story.presence("d") == .skipped(isSetAside: false))
  }

  @Test func `a group that is skipped skips all it holds`() throws {
    let inner = within("group", "dedans", [item("text", "nom")])
    var story = try Scenario(
      form(items(yesOrNo("a"), within("group", "g", [inner], #""relevant": "${a} = 'oui'""#))))
    #expect(story.route == ["a"])
    try story.answer("a", "oui")
    #expect(story.route == ["a", "nom"])
  }

  @Test func `a condition sees a special answer as blank, and missing() as its name`() throws {
    var story = try Scenario(
      form(
        items(
          item("integer", "n", #""missing": ["nsp", "refus"]"#),
          item("text", "sans", #""relevant": "${n} = ''""#),
          item("text", "tranche", #""relevant": "missing(${n}) = 'refus'""#))))
    try story.answer("n", "3")
    #expect(story.route == ["n"])
    try story.special("n", "refus")
    #expect(story.route == ["n", "sans", "tranche"])
    #expect(try story.presence("n") == .special("refus"))
    #expect(throws: Rejection.notOffered("so")) { try story.special("n", "so") }
  }

  @Test func `a choice its condition removes is set aside at once, and comes back`() throws {
    let lists = #"""
      "themes": [{"name": "eau", "label": "Eau"},
        {"name": "port", "label": "Port", "relevant": "${mer} = 'oui'"},
        {"name": "rien", "label": "Rien", "exclusive": true}]
      """#
    var story = try Scenario(
      form(
        items(
          yesOrNo("mer"), item("select_multiple", "themes", #""choices": "themes""#),
          item("text", "quai", #""relevant": "selected(${themes}, 'port')""#)), lists: lists))
    #expect(try story.offered("themes") == ["eau", "rien"])
    try story.answer("mer", "oui")
    try story.answer("themes", "port eau")
    #expect(try story.value("themes") == "eau port" && story.asks("quai"))
    try story.answer("mer", "non")
    #expect(try story.value("themes") == "eau" && !story.asks("quai"))
    #expect(story.interview.setAside.count == 1)
    #expect(throws: Rejection.notAChoice("port", nearest: nil)) {
      try story.answer("themes", "port")
    }
    story.undo()
    #expect(try story.value("themes") == "eau port" && story.interview.setAside.count == 0)
  }

  @Test func `a filter on an attribute follows another answer`() throws {
    let lists = #"""
      "villes": [{"name": "lyon", "label": "Lyon", "dep": "69"},
        {"name": "bron", "label": "Bron", "dep": "69"}, {"name": "nice", "label": "Nice", "dep": "06"}]
      """#
    var story = try Scenario(
      form(
        items(
          item("text", "dep"),
          item("select_one", "ville", #""choices": "villes", "choice_filter": "dep = ${dep}""#)),
        lists: lists))
    #expect(try story.offered("ville") == [])
    try story.answer("dep", "69")
    try story.answer("ville", "bron")
    try story.answer("dep", "06")
    #expect(try story.offered("ville") == ["nice"] && story.value("ville") == "")
    #expect(try story.presence("ville") == .notReached)
    try story.answer("dep", "69")
    #expect(try story.value("ville") == "bron")
  }

  @Test func `the free text of a choice counts while the choice is ticked`() throws {
    let lists = #"""
      "motifs": [{"name": "prix", "label": "Prix"},
        {"name": "autre", "label": "Autre", "other": true}]
      """#
    var story = try Scenario(
      form(item("select_multiple", "motif", #""choices": "motifs""#), lists: lists))
    #expect(!story.asks("motif_other"))
    try story.answer("motif", "autre")
    try story.answer("motif_other", "  trop loin ")
    #expect(try story.value("motif_other") == "trop loin" && story.route == ["motif"])
    #expect(try story.interview.shownAnswer(at: story.spot("motif")) == "Autre (trop loin)")
    try story.answer("motif", "prix")
    #expect(try story.value("motif_other") == "" && story.interview.setAside.count == 1)
    story.undo()
    #expect(try story.value("motif_other") == "trop loin" && story.position == "motif")
    story.undo()
    #expect(try story.value("motif_other") == "" && story.position == "motif")
    #expect(throws: Rejection.tooLong(81, maximum: 80)) {
      try story.answer("motif_other", String(repeating: "é", count: 81))
    }
  }

  @Test func `a calculation stays up to date, refuses an answer, and once() keeps`() throws {
    var story = try Scenario(
      form(
        items(
          item("integer", "n"), item("calculate", "double", #""calculation": "${n} * 2""#),
          item("calculate", "premier", #""calculation": "once(${n})""#),
          item("integer", "lu", #""calculation": "${double} + 1""#))))
    try story.answer("n", "3")
    #expect(try story.value("double") == "6" && story.value("lu") == "7")
    #expect(throws: Rejection.calculated) { try story.answer("lu", "1") }
    try story.answer("n", "5")
    #expect(try story.value("premier") == "3" && story.value("double") == "10")
    story.undo()
    story.undo()
    #expect(try story.value("premier") == "")
    try story.answer("n", "8")
    #expect(try story.value("premier") == "8")
  }

  @Test func `a proposal taken unchanged is proposed again when it changes`() throws {
    var story = try Scenario(
      form(
        items(
          item("integer", "n"), item("integer", "m", #""default": "${n} + 1""#),
          item("integer", "l", #""default": "${n} + 2""#))))
    try story.answer("n", "1")
    #expect(try story.value("m") == "", "formulas see answers only")
    try story.takeProposal("m")
    try story.answer("l", "3")
    #expect(try story.value("m") == "2")
    try story.answer("n", "5")
    #expect(try story.value("m") == "" && story.presence("m") == .notReached)
    #expect(try story.value("l") == "3", "what was typed is theirs")
    #expect(story.interview.setAside.count == 0)
    story.undo()
    #expect(try story.value("m") == "2")
  }

  @Test func `a label read by a formula follows the language`() throws {
    let lists = #""ville": [{"name": "v", "label": {"fr": "Ville", "en": "Town"}}]"#
    var story = try Scenario(
      form(
        items(
          item("select_one", "lieu", #""choices": "ville""#),
          item("calculate", "mot", #""calculation": "choice-name(${lieu})""#)),
        lists: lists, languages: "fr en"))
    try story.answer("lieu", "v")
    #expect(try story.value("mot") == "Ville")
    story.tell(.language("en"))
    #expect(try story.value("mot") == "Town")
    story.tell(.language("de"))
    #expect(story.interview.language == "en", "a language that is not there changes nothing")
  }

  @Test func `a number drawn at random is the same again, and differs by place and interview`()
    throws
  {
    let source = form(
      items(
        item("calculate", "un", #""calculation": "random()""#),
        item("calculate", "deux", #""calculation": "random() + random()""#)))
    let story = try Scenario(source)
    let other = Scenario(on: story.interview.questionnaire, id: "autre")
    let drawn = try story.value("un")
    #expect(drawn.hasPrefix("0.") && drawn.count > 10)
    #expect(try story.replayed().value(at: story.spot("un")).plain == drawn)
    #expect(try drawn != other.value("un") && drawn != story.value("deux"))
  }
}
