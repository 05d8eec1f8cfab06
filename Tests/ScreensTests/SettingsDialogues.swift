import Console
import Formulas
import Interviews
import Questions
import Testing

@testable import Screens

/// What is set once: from the menu, with arrows and Enter, kept for the next time.
@Suite struct SettingsDialogues {
  private static let form = Questionnaire.small(
    """
    {"type": "select_one", "name": "q", "label": "Q", "choices": "oui_non"},
    {"type": "text", "name": "suite", "label": "Suite"}
    """)

  @Test func `a choice goes on at once from the moment it is set`() {
    var play = Screenplay(Self.form)
    play.choose(fromMenu: "Réglages")
    play.type("2")
    #expect(play.effects == [.keep(.advance)] && play.app.settings.advances)
    play.press(.escape)
    play.type("1")
    #expect(play.answer("q") == "oui" && play.question == "suite")
  }

  @Test(arguments: Array(Setting.allCases.enumerated()))
  func `every setting turns, is shown as it is and is kept`(place: Int, setting: Setting) {
    var play = Screenplay(home: [])
    play.choose(fromMenu: "Réglages")
    for _ in 0..<place { play.press(.down) }
    let before = play.picture.text
    play.press(.enter)
    #expect(play.effects == [.keep(setting)] && play.picture.text != before)
    for _ in 0..<4 where play.picture.text != before { play.press(.enter) }
    #expect(play.picture.text == before)
  }

  @Test func `the language of the home screen is kept`() {
    var play = Screenplay(home: [])
    play.press(.function(2))
    #expect(play.app.language == .english && play.effects == [.keep(.language)])
  }

  @Test func `the language of an interview is its own`() {
    var play = Screenplay(Self.form)
    play.press(.function(2))
    #expect(play.app.language == .french && play.events == [.language("en")])
  }
}
