import Console
import Formulas
import Interviews
import Questions
import Testing

@testable import Screens

/// Going on, back and elsewhere: `terminal.md` §2, decisions 5 to 10, 14, 17 to 20 and 23.
@Suite struct WalkingDialogues {
  private static let three = """
    {"type": "integer", "name": "un", "label": "Un", "maximum": 10,
     "checks": [{"name": "grand", "severity": "warning", "constraint": ". < 5",
                 "message": "Tant que cela ?"}]},
    {"type": "select_one", "name": "deux", "label": "Deux", "choices": "oui_non"},
    {"type": "text", "name": "trois", "label": "Trois", "relevant": "${deux} = 'oui'"},
    {"type": "text", "name": "quatre", "label": "Quatre", "required": true}
    """

  private func play() -> Screenplay { Screenplay(.small(Self.three)) }

  @Test(arguments: ["PgUp", "Shift+Tab"])
  func `going back is never blocked, and what was typed waits`(name: String) {
    var play = play()
    play.press(.enter)
    play.type("2")
    play.press(.enter)
    play.go(to: "un")
    play.type("999")
    play.press(.enter)
    #expect(play.question == "un" && play.message.contains("dépasse le maximum"))
    play.press(name == "PgUp" ? .pageUp : .backTab)
    #expect(play.question == "quatre" && play.answer("un") == "")
    play.go(to: "un")
    #expect(play.picture.text.contains("[ 999"))
    #expect(play.events.contains(.draft(AnswerPath("un"), "999")))
  }

  @Test func `back follows the path taken, not the order of the form`() {
    var play = play()
    play.press(.enter)
    play.go(to: "quatre")
    play.press(.pageUp)
    #expect(play.question == "deux")
    play.press(.pageUp)
    #expect(play.question == "un")
    play.press(.pageUp)
    #expect(play.question == "un" && play.message == "C’est la première question.")
  }

  @Test func `a page down reads on, then goes on`() {
    let text = (1...40).map { "Ligne \($0)." }.joined(separator: "\\n")
    var play = Screenplay(
      .small(
        #"{"type": "note", "name": "lire", "label": "Lire", "text": "\#(text)"}, "#
          + #"{"type": "text", "name": "suite", "label": "Suite"}"#))
    play.press(.pageDown)
    #expect(play.question == "lire")
    play.press(.pageDown, .pageDown)
    #expect(play.question == "suite")
  }

  @Test func `a warning asks once, and is remembered with its explanation`() {
    var play = play()
    play.give("7")
    #expect(play.answer("un") == "7" && play.question == nil)
    play.press(.down, .down)
    play.type("vérifié")
    play.press(.enter)
    #expect(play.question == "deux")
    #expect(
      play.events.contains(
        .confirm(check: "grand", AnswerPath("un"), explanation: "vérifié")))
    play.press(.pageUp, .enter)
    #expect(play.question == "deux")
  }

  @Test func `no to a warning stays to correct`() {
    var play = play()
    play.give("7")
    play.type("2")
    #expect(play.question == "un" && play.answer("un") == "7")
  }

  @Test func `an answer off the route is kept, said, and comes back`() {
    var play = play()
    play.press(.enter)
    play.type("1")
    play.press(.enter)
    play.give("trois ici")
    play.go(to: "deux")
    play.type("2")
    #expect(play.message == "1 réponse mise de côté." && play.answer("trois") == nil)
    play.type("1")
    #expect(play.answer("trois") == "trois ici")
  }

  @Test func `undo goes to the question it changes, and says so`() {
    var play = play()
    play.give("3")
    play.type("2")
    play.press(.enter)
    #expect(play.question == "quatre")
    play.press(.control("z"))
    #expect(play.question == "deux" && play.answer("deux") == nil)
    #expect(play.message == "Annulé : Deux")
    play.press(.control("y"))
    #expect(play.answer("deux") == "non" && play.message == "Rétabli : Deux")
  }

  @Test func `undo takes back typing first, then answers`() {
    var play = play()
    play.give("3")
    play.press(.pageUp, .control("u"))
    play.type("4")
    play.press(.control("z"), .control("z"))
    #expect(play.question == "un" && play.answer("un") == "3")
    play.press(.control("z"))
    #expect(play.answer("un") == nil)
  }

  @Test func `the first question that remains is one key away`() {
    var play = play()
    play.go(to: "quatre")
    play.press(.control("r"))
    #expect(play.question == "un")
  }

  @Test func `the plan goes where it is told, and Escape comes back`() {
    var play = play()
    play.press(.function(6))
    play.type("quatre")
    play.press(.down, .enter)
    #expect(play.question == "quatre")
    play.press(.control("p"), .escape)
    #expect(play.question == "quatre")
  }

  @Test func `the summary leads to a question and gets it back`() {
    var play = play()
    play.goToSummary()
    play.press(.home, .enter)
    #expect(play.question == "quatre")
    play.give("fait")
    #expect(play.question == nil && play.picture.text.contains("Bilan"))
  }

  @Test func `a required question keeps from finishing, and is shown`() {
    var play = play()
    play.goToSummary()
    play.type("2")
    #expect(play.question == "quatre" && !play.effects.contains(.finish))
    play.give("fait")
    play.type("22")
    #expect(play.effects.suffix(3) == [.append(.finish), .finish, .close])
    #expect(play.message.hasPrefix("Entretien terminé et enregistré. Code de retrait"))
  }

  @Test func `an interview is finished and exported in one step, once nothing blocks`() {
    var play = play()
    play.goToSummary()
    play.type("3")
    #expect(play.question == "quatre" && !play.effects.contains(.offerExport))
    play.give("fait")
    play.type("32")
    #expect(play.effects.suffix(4) == [.append(.finish), .finish, .close, .offerExport])
    #expect(play.message.contains("Code de retrait") && play.picture.text.contains("Exporter"))
  }

  @Test func `finishing with questions no one came to is asked twice, and leads to them`() {
    var play = play()
    play.go(to: "quatre")
    play.give("fait")
    play.goToSummary()
    play.type("2")
    #expect(play.picture.text.contains("2 questions attendent une réponse."))
    play.press(.enter)
    #expect(play.question == "un" && !play.effects.contains(.finish))
  }

  @Test func `a question left blank is told, by number and name`() {
    var play = play()
    play.press(.enter)
    #expect(play.question == "deux")
    #expect(play.message == "Laissée sans réponse : Un. PgPréc y revient.")
  }

  @Test func `an undone note is called one`() {
    var play = play()
    play.press(.control("n"))
    play.type("À revoir")
    play.press(.enter, .control("z"))
    #expect(play.message.hasSuffix("note sur Un"))
  }

  @Test func `quitting saves and asks nothing that destroys`() {
    var play = play()
    play.type("3")
    play.press(.control("q"))
    play.type("1")
    #expect(play.question == "un")
    play.press(.control("q"), .control("q"))
    #expect(
      play.effects.suffix(4) == [
        .append(.draft(AnswerPath("un"), "3")), .append(.pause(reason: "")), .rest, .quit,
      ])
  }

  @Test func `a paused interview goes home with its reason`() {
    var play = play()
    play.press(.control("c"), .end)
    play.type("le téléphone")
    play.press(.enter)
    #expect(play.events == [.pause(reason: "le téléphone")])
    #expect(play.effects.suffix(2) == [.rest, .close] && play.app.interview == nil)
  }

  @Test func `Control-D leaves an empty line only`() {
    var play = play()
    play.type("3")
    play.press(.control("d"))
    #expect(play.question == "un")
    play.press(.control("u"), .control("d"))
    #expect(play.picture.text.contains("Quitter cet entretien"))
  }

  @Test func `Control-Q quits over typed text too`() {
    var play = play()
    play.type("3")
    play.press(.control("q"))
    #expect(play.picture.text.contains("Quitter cet entretien"))
  }

  @Test func `a remark is kept with its question`() {
    var play = play()
    play.press(.function(4))
    play.type("à revoir")
    play.press(.enter)
    #expect(play.events == [.remark(AnswerPath("un"), "à revoir")])
    #expect(play.picture.text.contains("Note : « à revoir »"))
  }

  @Test(arguments: [Key.escape, .control("q")])
  func `no way out of a note's panel loses what is typed`(key: Key) {
    var play = play()
    play.press(.function(4))
    play.type("à revoir")
    play.press(key)
    #expect(play.events == [.remark(AnswerPath("un"), "à revoir")])
    if play.app.overlay != nil { play.press(.escape) }
    play.press(.control("n"))
    #expect(play.picture.text.contains("[à revoir"))
  }

  @Test func `a note half typed is kept while the person rests`() {
    var play = play()
    play.press(.function(4))
    play.type("à rev")
    #expect(play.app.hasUnkeptDraft)
    play.play(.rested)
    #expect(play.events == [.remark(AnswerPath("un"), "à rev")] && !play.app.hasUnkeptDraft)
    play.type("oir")
    play.press(.enter)
    #expect(play.interview.position.flatMap(play.interview.remark) == "à revoir")
  }

  @Test func `a search of the plan points at the question most likely meant`() {
    var play = Screenplay(
      .small(
        """
        {"type": "text", "name": "un", "number": "1", "label": "Information de la population"},
        {"type": "text", "name": "deux", "number": "8", "label": "Population"}
        """))
    play.press(.control("p"))
    play.type("popul")
    play.press(.enter)
    #expect(play.question == "deux")
    play.press(.control("p"))
    play.type("info")
    play.press(.enter)
    #expect(play.question == "un")
  }

  @Test func `asked for the first question left while on it, that is said`() {
    var play = play()
    play.press(.control("r"))
    #expect(play.message == "C’est la première question qui reste.")
  }

  @Test func `Escape is never destructive`() {
    var play = play()
    play.type("42")
    let before = play.picture
    play.press(.escape, .escape)
    #expect(play.picture == before && play.events.isEmpty)
  }

  @Test func `the menu does everything with arrows and Enter`() {
    var play = play()
    play.press(.enter)
    play.type("1")
    play.choose(fromMenu: "Effacer cette réponse")
    #expect(play.answer("deux") == nil)
    play.choose(fromMenu: "Annuler la dernière action")
    #expect(play.answer("deux") == "oui")
    play.choose(fromMenu: "Question précédente")
    #expect(play.question == "un")
    play.choose(fromMenu: "Première question qui reste")
    #expect(play.question == "trois")
    play.go(to: "quatre")
    play.choose(fromMenu: "Langue (English)")
    #expect(play.picture.text.contains("required"))
    play.choose(fromMenu: "Plan")
    #expect(play.picture.text.contains("Plan of the questionnaire"))
    play.press(.escape)
    play.choose(fromMenu: "Summary: check, finish")
    #expect(play.picture.text.contains("Summary"))
    play.choose(fromMenu: "The person ends the interview")
    play.press(.down, .enter)
    #expect(play.effects.suffix(3) == [.append(.stop(reason: "")), .finish, .close])
  }

  @Test func `an answer not written is told until it is`() {
    var play = play()
    play.isDiskFull = true
    play.give("3")
    #expect(play.picture.text.contains("✗"))
    play.isDiskFull = false
    play.type("1")
    #expect(play.picture.text.contains("✓ enregistré 14:32"))
  }

  @Test func `a list of entries is opened, filled, removed and closed`() {
    var play = Screenplay(
      .small(
        """
        {"type": "repeat", "name": "fiche", "label": "Fiches", "max": 2, "items": [
          {"type": "text", "name": "nom", "label": "Nom"}]},
        {"type": "text", "name": "suite", "label": "Suite"}
        """))
    play.type("+")
    #expect(play.question == "fiche[1].nom")
    play.give("A")
    #expect(play.question == "fiche")
    play.type("+")
    play.give("B")
    play.type("+")
    #expect(play.message.contains("Pas plus de 2"))
    play.press(.home, .delete)
    #expect(play.answer("fiche[1].nom") == "B" && play.message.contains("retirée"))
    play.press(.control("z"))
    #expect(play.answer("fiche[1].nom") == "A")
    play.press(.pageDown)
    #expect(play.question == "suite")
  }

  @Test func `entries are inserted and moved from the menu, and undone`() {
    var play = Screenplay(
      .small(
        """
        {"type": "repeat", "name": "fiche", "label": "Fiches", "item_label": "Fiche ${nom}",
         "items": [{"type": "text", "name": "nom", "label": "Nom"}]}
        """))
    for name in ["A", "B"] {
      play.type("+")
      play.give(name)
    }
    play.press(.home)
    play.choose(fromMenu: "Descendre la fiche")
    #expect(play.answer("fiche[1].nom") == "B" && play.answer("fiche[2].nom") == "A")
    #expect(play.message.hasPrefix("Fiche A"))
    play.choose(fromMenu: "Insérer une fiche avant celle-ci")
    #expect(play.question == "fiche[2].nom")
    play.give("C")
    #expect(play.answer("fiche[2].nom") == "C" && play.answer("fiche[3].nom") == "A")
    play.press(.home)
    play.choose(fromMenu: "Monter la fiche")
    #expect(play.answer("fiche[1].nom") == "B")
    play.press(.end)
    play.choose(fromMenu: "Monter la fiche")
    #expect(play.message == "Pointez d’abord une fiche de la liste.")
  }
}
