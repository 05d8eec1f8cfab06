import Console
import Formulas
import Interviews
import Questions
import Testing

@testable import Screens

/// Who holds the interview is asked once per start, before the first.
@Suite struct StartingDialogues {
  private static func home(proposing code: String, in language: String = "fr") -> Screenplay {
    var play = Screenplay(home: [], .mairies, in: language)
    play.app.proposedInterviewer = code
    return play
  }

  @Test func `the code proposed is taken with Enter, and not asked again`() throws {
    var play = Self.home(proposing: "PC07")
    play.press(.enter)
    try play.expect("who-fr")
    #expect(play.effects.isEmpty)
    play.press(.enter)
    let begin = Effect.begin(form: 0, language: "fr")
    #expect(play.effects == [.identify("PC07"), begin])
    #expect(play.question != nil)
    play.play(.closed)
    #expect(play.picture.text.contains("PC07"))
    play.press(.enter)
    #expect(play.effects == [.identify("PC07"), begin, begin])
  }

  @Test func `another code is typed over it`() throws {
    var play = Self.home(proposing: "PC07", in: "en")
    play.press(.enter, .control("u"))
    play.type("CB")
    try play.expect("who-en")
    play.press(.enter)
    #expect(play.effects == [.identify("CB"), .begin(form: 0, language: "en")])
  }

  @Test func `no code, no interview, and Escape goes back`() {
    var play = Self.home(proposing: "")
    play.press(.enter)
    play.type("  ")
    play.press(.enter)
    #expect(play.message == "Il faut un code, par exemple vos initiales.")
    #expect(play.effects.isEmpty && play.app.overlay != nil)
    play.press(.escape)
    #expect(play.app.overlay == nil && play.effects.isEmpty)
    play.press(.enter)
    #expect(play.app.overlay != nil)
  }
}
