import Console
import Formulas
import Interviews
import Questions
import Testing

@testable import Screens

/// The person is told how many answers a change of theirs sets aside, wherever they make it.
@Suite struct SetAsideDialogues {
  private static let form = Questionnaire.small(
    """
    {"type": "select_one", "name": "q", "label": "Un projet ?", "choices": "oui_non"},
    {"type": "text", "name": "a", "label": "A", "relevant": "${q} = 'oui'"},
    {"type": "text", "name": "b", "label": "B", "relevant": "${a} != ''"},
    {"type": "text", "name": "c", "label": "C", "relevant": "${b} != ''"},
    {"type": "grid", "name": "g", "label": "Grille", "choices": "oui_non", "rows": [
      {"name": "g1", "label": "Une"}, {"name": "g2", "label": "Deux"}]},
    {"type": "text", "name": "d", "label": "D", "relevant": "${g1} = 'oui'"},
    {"type": "integer", "name": "n", "label": "Combien ?"},
    {"type": "repeat", "name": "r", "label": "Fiches", "repeat_count": "${n}", "items": [
      {"type": "text", "name": "nom", "label": "Nom"}]}
    """)

  /// An interview answered whole, just opened.
  private func play(in language: String = "fr") -> Screenplay {
    var interview = Interview(Screenplay.start(language), on: Self.form)
    let texts = ["a", "b", "c", "d", "r[1].nom", "r[2].nom"].map { ($0, Value.text("mot")) }
    let answers =
      ["q", "g1", "g2"].map { ($0, Value.choice("oui")) } + [("n", .number(Number(2)))] + texts
    for (name, value) in answers {
      guard let path = AnswerPath(reading: name) else { preconditionFailure("\(name) is a path") }
      interview.apply(.answer(path, value, isProposal: false))
    }
    var play = Screenplay(Self.form, in: language)
    play.play(.opened(interview, savedAt: "14:32"))
    return play
  }

  @Test func `a chain is counted whole`() {
    var play = play()
    play.go(to: "q")
    play.type("2")
    #expect(play.message == "3 réponses mises de côté.")
  }

  @Test func `an answer taken away is one that sets aside`() {
    var play = play()
    play.go(to: "q")
    play.press(.delete)
    #expect(play.message.hasSuffix(" 3 réponses mises de côté.") && play.answer("q") == nil)
  }

  @Test func `what comes back does not hide what leaves`() {
    let form = Questionnaire.small(
      """
      {"type": "select_one", "name": "q", "label": "Un projet ?", "choices": "oui_non"},
      {"type": "text", "name": "a", "label": "A", "relevant": "${q} = 'oui'"},
      {"type": "text", "name": "b", "label": "B", "relevant": "${q} = 'non'"}
      """)
    var play = Screenplay(form)
    play.give("1")
    play.give("mot")
    play.go(to: "q")
    play.type("2")
    #expect(play.message == "1 réponse mise de côté.")
    play.press(.enter)
    play.give("mot")
    play.go(to: "q")
    play.type("1")
    #expect(play.message == "1 réponse mise de côté." && play.answer("a") == "mot")
  }

  @Test func `an undo sets aside too, and so does what an error is said of`() {
    let form = Questionnaire.small(
      """
      {"type": "integer", "name": "n", "label": "Combien ?",
       "checks": [{"name": "C", "severity": "error", "constraint": ". < 5", "message": "Trop."}]},
      {"type": "text", "name": "a", "label": "A", "relevant": "${n} = 3"}
      """)
    var play = Screenplay(form)
    play.give("3")
    play.give("mot")
    play.go(to: "n")
    play.press(.control("u"))
    play.give("7")
    #expect(play.message == "✗ Trop. 1 réponse mise de côté.")
    play.press(.control("u"))
    play.give("3")
    #expect(play.message.isEmpty && play.answer("a") == "mot")
    play.press(.control("z"))
    #expect(play.message.hasSuffix("1 réponse mise de côté."))
  }

  @Test func `a grid’s row, and a lower count, set aside too`() {
    var play = play()
    play.go(to: "g")
    play.type("2")
    #expect(play.message == "1 réponse mise de côté.")
    play.go(to: "n")
    play.press(.control("u"))
    play.give("0")
    #expect(play.message == "2 réponses mises de côté.")
  }

  @Test(arguments: [("fr", "3 réponses mises de côté.\n"), ("en", "3 answers set aside.\n")])
  func `line mode says it in the interview’s language`(language: String, sentence: String) {
    var play = play(in: language)
    play.go(to: "q")
    var walk = LinearWalk(play.app)
    _ = walk.prompt()
    _ = walk.read("2")
    #expect(walk.prompt().contains(sentence))
  }
}
