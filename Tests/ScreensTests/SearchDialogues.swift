import Console
import Formulas
import Interviews
import Questions
import Scenarios
import Testing

@testable import Screens

/// Finding one line among many: on screen, and in line mode.
@Suite struct SearchDialogues {
  static let usual = Stage(columns: 80, rows: 24, language: "fr")

  var play = SearchPictures.play(usual)

  @Test mutating func `typing finds, Enter takes the best and goes on`() {
    play.give("œuf d essai")
    #expect(play.answer("collectivite_ref") == "200000073")
    #expect(play.question == "statut_repondant")
    #expect(play.answer("coll_nom") == "Œuf-d'Essai")
    #expect(play.interview.label == "Œuf-d'Essai")
  }

  @Test mutating func `Enter on an empty line takes nothing`() {
    play.press(.enter)
    #expect(play.answer("collectivite_ref") == "" && play.question == "nom_collectivite")
  }

  @Test mutating func `arrows choose among homonyms`() {
    play.type("ste colombe")
    play.press(.down, .down, .enter)
    #expect(play.answer("collectivite_ref") == "200000057")
  }

  @Test mutating func `a code or a SIREN is a name as well`() {
    play.give("90908")
    #expect(play.answer("collectivite_ref") == "200000073")
    play.press(.pageUp)
    play.give("200000081")
    #expect(play.answer("collectivite_ref") == "200000081")
  }

  @Test mutating func `what matches nothing stays, and says how to go on`() {
    play.give("atlantide")
    #expect(play.question == "collectivite_ref" && play.answer("collectivite_ref") == nil)
    #expect(play.message.contains("Rien ne correspond à «\u{A0}atlantide\u{A0}»"))
    play.press(.control("u"), .enter)
    #expect(play.question == "nom_collectivite")
  }

  @Test mutating func `other types of authority are not found`() {
    play.type("metropole fictive")
    play.press(.enter)
    #expect(play.answer("collectivite_ref") == nil)
  }

  @Test mutating func `an answer is kept by Enter, cleared by Suppr, replaced by another`() {
    play.give("villessai")
    play.press(.pageUp)
    #expect(play.question == "collectivite_ref")
    play.press(.enter)
    #expect(play.answer("collectivite_ref") == "200000081")
    play.press(.pageUp, .delete)
    #expect(play.answer("collectivite_ref") == nil)
    play.give("clemenciat")
    #expect(play.answer("collectivite_ref") == "200000065")
    play.press(.control("z"))
    #expect(play.answer("collectivite_ref") == nil)
  }

  @Test mutating func `a special answer is one key away, or under the lines`() {
    play.press(.function(7))
    play.press(.character("1"))
    #expect(play.answer("collectivite_ref") == "(refus)")
    play.press(.pageUp)
    play.type("villessai")
    play.press(.down, .enter)
    #expect(play.answer("collectivite_ref") == "(refus)")
  }

  @Test mutating func `undoing typing comes before undoing answers`() {
    play.type("ville")
    play.press(.control("z"))
    #expect(play.answer("type_collectivite") == "commune" && play.question == "collectivite_ref")
  }

  @Test mutating func `a click takes a line`() {
    play.type("ville")
    play.click(on: "Villessai")
    #expect(play.answer("collectivite_ref") == "200000081")
  }

  @Test mutating func `pages go through the lines and take none by surprise`() {
    play.press(.pageDown)
    #expect(play.answer("collectivite_ref") == nil && play.question == "collectivite_ref")
  }

  @Test func `more than twenty choices are searched`() {
    let many = (1...21).map { "{\"name\": \"n\($0)\", \"label\": \"Choix \($0)\"}" }
    var play = Screenplay(
      .small(
        #"{"type": "select_one", "name": "q", "label": "?", "choices": [\#(many.joined(separator: ", "))]}"#
      ))
    play.give("choix 17")
    #expect(play.answer("q") == "n17")
  }

  @Test func `twenty are read`() {
    let many = (1...20).map { "{\"name\": \"n\($0)\", \"label\": \"Choix \($0)\"}" }
    var play = Screenplay(
      .small(
        #"{"type": "select_one", "name": "q", "label": "?", "choices": [\#(many.joined(separator: ", "))]}"#
      ))
    play.type("12")
    #expect(play.answer("q") == "n12")
  }

  @Test func `a short list is searched where its author says so, its other text too`() {
    var play = Screenplay(
      .small(
        #"{"type": "select_one", "name": "q", "label": "?", "choices": "themes", "appearance": "search"}"#
      ))
    play.give("autre")
    #expect(play.answer("q") == "autre" && play.question == "q")
    play.give("Le loup")
    #expect(play.answer("theme_libre") == "Le loup")
  }

  @Test func `in line mode a line searches, then a number takes`() {
    var reader = LinearDialogues.Reader(.barometreWithList)
    reader.read("1", "1", "1", "ste colombe")
    #expect(
      reader.printed.contains(
        "1 Sainte-Colombe-l'Essai, 90, 90904\n2 Sainte-Colombe-l'Essai, 91, 91905\n"))
    reader.read("2")
    #expect(reader.answer("collectivite_ref") == "200000040")
  }

  @Test func `in line mode a plus says the lines that follow`() {
    let many = (1...21).map { "{\"name\": \"n\($0)\", \"label\": \"Choix \($0)\"}" }
    var reader = LinearDialogues.Reader(
      .small(
        #"{"type": "select_one", "name": "q", "label": "?", "choices": [\#(many.joined(separator: ", "))]}"#
      ))
    reader.read("choix")
    #expect(reader.printed.contains("9 Choix 9\n↓ 12 de plus"))
    #expect(reader.printed.contains("tapez +\n"))
    reader.read("+")
    #expect(reader.printed.contains("1 Choix 10\n") && reader.printed.contains("9 Choix 18\n"))
    reader.read("+")
    #expect(reader.printed.contains("3 Choix 21\n") && !reader.printed.contains("de plus"))
    reader.read("+", "+", "4")
    #expect(reader.answer("q") == "n13")
  }

  @Test func `in line mode a key alone is taken, and what is not there is said`() {
    var reader = LinearDialogues.Reader(.barometreWithList)
    reader.read("1", "1", "1", "atlantide")
    #expect(reader.printed.contains("Rien ne correspond"))
    reader.read("200000081")
    #expect(reader.answer("collectivite_ref") == "200000081")
  }

  @Test func `in line mode an empty line passes`() {
    var reader = LinearDialogues.Reader(.barometreWithList)
    reader.read("1", "1", "1", "")
    #expect(reader.printed.contains("Quel est le nom officiel"))
  }
}

/// The same where several may be chosen.
@Suite struct SeveralSearchedDialogues {
  static func play(_ stage: Stage = SearchDialogues.usual) -> Screenplay {
    let many = (1...21).map { "{\"name\": \"n\($0)\", \"label\": \"Choix \($0)\"}" }.joined(
      separator: ", ")
    let last = #"{"name": "autre", "label": "Autre", "other": "libre"}"#
    let alone = #"{"name": "aucun", "label": "Aucun", "exclusive": true}"#
    return stage.play(
      .small(
        #"{"type": "select_multiple", "name": "q", "label": "Lesquels ?", "max_selected": 3, "#
          + #""missing": ["nsp"], "choices": [\#(many), \#(last), \#(alone)]},"#
          + #"{"type": "note", "name": "fin", "label": "Fin"}"#))
  }

  var play = Self.play()

  @Test mutating func `Enter ticks what is found, then an empty line goes on`() {
    play.give("choix 17")
    #expect(play.answer("q") == "n17" && play.question == "q")
    play.give("choix 5")
    #expect(play.answer("q") == "n5 n17")
    play.press(.enter)
    #expect(play.question == "fin")
  }

  @Test mutating func `what is ticked comes first, and is unticked the same way`() {
    play.give("choix 17")
    play.press(.down, .enter)
    #expect(play.answer("q") == nil && play.question == "q")
  }

  @Test mutating func `Tab goes on, wherever one points`() {
    play.give("choix 17")
    play.press(.down, .down, .tab)
    #expect(play.answer("q") == "n17" && play.question == "fin")
  }

  @Test mutating func `a click ticks a line`() {
    play.type("choix 2")
    play.click(on: "Choix 20")
    #expect(play.answer("q") == "n20" && play.question == "q")
  }

  @Test mutating func `no more than the maximum, and an exclusive one stands alone`() {
    for choice in ["choix 4", "choix 5", "choix 6", "choix 7"] { play.give(choice) }
    #expect(play.answer("q") == "n4 n5 n6" && play.message.contains("3"))
    play.press(.control("u"))
    play.give("aucun")
    #expect(play.answer("q") == "aucun")
  }

  @Test mutating func `the text of another is typed at once`() {
    play.give("autre")
    play.give("Le loup")
    #expect(play.answer("libre") == "Le loup" && play.question == "fin")
  }

  @Test mutating func `a special answer takes the place of what was ticked`() {
    play.give("choix 4")
    play.press(.function(7))
    play.press(.character("1"))
    #expect(play.answer("q") == "(nsp)")
  }

  @Test func `in line mode the numbers are given together`() {
    var reader = LinearDialogues.Reader(Self.play().interview.questionnaire)
    reader.read("4 17")
    #expect(reader.answer("q") == "n4 n17")
  }
}
