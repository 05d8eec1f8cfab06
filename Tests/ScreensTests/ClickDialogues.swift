import Console
import Formulas
import Interviews
import Questions
import Testing

@testable import Screens

/// The mouse.
@Suite struct ClickDialogues {
  private static let choice = """
    {"type": "select_one", "name": "q", "label": "Q", "choices": "oui_non"},
    {"type": "text", "name": "suite", "label": "Suite"}
    """

  @Test func `a click answers, whatever is pointed at`() {
    var play = Screenplay(.small(Self.choice))
    play.press(.down, .down)
    play.click(on: "Oui")
    #expect(play.answer("q") == "oui" && play.question == "q")
    play.click(on: "Entrée Suite")
    #expect(play.question == "suite")
  }

  @Test func `a click gives a special answer, moves in lists and opens panels`() {
    var play = Screenplay(
      .small(#"{"type": "integer", "name": "q", "label": "Q", "missing": ["nsp", "refus"]}"#))
    play.press(.down)
    play.click(on: "Refuse")
    #expect(play.answer("q") == "(refus)")
    play.click(on: "^Q Quitter")
    play.click(on: "Continuer l’entretien")
    #expect(play.question == "q")
  }
}
