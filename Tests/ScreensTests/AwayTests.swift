import Console
import Interviews
import Questions
import Testing

@testable import Screens

/// The person stops typing, or leaves the laptop.
@Suite struct AwayTests {
  private static let form = Questionnaire.small(
    """
    {"type": "text", "name": "nom", "label": {"fr": "Votre nom ?", "en": "Your name?"}},
    {"type": "text", "name": "avis", "label": {"fr": "Un avis ?", "en": "Any views?"},
     "appearance": "multiline"}
    """)

  @Test func `what is typed is kept once the hands rest, and is no answer`() {
    var play = Screenplay(Self.form)
    play.type("Jean")
    #expect(play.app.hasUnkeptDraft && play.events.isEmpty)
    play.play(.rested)
    #expect(play.events == [.draft(Self.nom, "Jean")])
    #expect(!play.app.hasUnkeptDraft && play.answer("nom") == nil)
    play.play(.rested)
    #expect(play.events.count == 1)
    play.press(.enter)
    #expect(play.answer("nom") == "Jean")
  }

  @Test func `a draft taken back is kept as taken back`() {
    var play = Screenplay(Self.form)
    play.type("J")
    play.play(.rested)
    play.press(.backspace)
    play.play(.rested)
    #expect(play.events == [.draft(Self.nom, "J"), .draft(Self.nom, "")])
  }

  @Test(arguments: [("fr", "Écran masqué"), ("en", "Screen hidden")])
  func `R18: an idle screen shows nothing of the interview`(language: String, words: String) {
    var play = Screenplay(Self.form, in: language)
    play.give("Jean Neymar")
    play.press(.pageUp)
    #expect(play.picture.text.contains("Jean Neymar"))
    play.play(.idle)
    let shown = play.picture.text.split(separator: "\n").map { $0.trimming() }
    #expect(shown.filter { !$0.isEmpty }.count == 1)
    #expect(shown.contains { $0.hasPrefix(words) })
    #expect(play.picture.hits.isEmpty)
  }

  @Test func `R18: no key acts unseen, Enter and Escape come back to the same place`() {
    for back in [Key.enter, .escape] {
      var play = Screenplay(Self.form)
      play.type("Jean")
      play.play(.idle)
      let before = play.interview.contents
      play.press(.character("1"), .pageDown, .control("z"), .control("q"), .paste("x"), .tab)
      play.press(.mouse(row: 3, column: 3, kind: .press))
      #expect(play.app.isHidden && play.interview.contents == before)
      play.press(back)
      #expect(!play.app.isHidden && play.question == "nom")
      #expect(play.picture.text.contains("Jean"))
    }
  }

  @Test func `the menu hides the screen at once`() {
    var play = Screenplay(Self.form)
    play.choose(fromMenu: "Masquer l’écran")
    #expect(play.app.isHidden)
    play.resize(1, 1)
    #expect(play.picture.rows == 1)
  }

  private static let nom: AnswerPath = {
    guard let path = AnswerPath(reading: "nom") else { preconditionFailure("it is a path") }
    return path
  }()
}

extension Substring {
  fileprivate func trimming() -> Substring {
    drop { $0 == " " }
  }
}
