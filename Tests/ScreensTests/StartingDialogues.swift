import Console
import Formulas
import Interviews
import Questions
import Testing

@testable import Screens

/// Who conducts the interview is asked once per start, before the first.
@Suite struct StartingDialogues {
  private static func home(proposing code: String, in language: String = "fr") -> Screenplay {
    var play = Screenplay(home: [], .mairies, in: language)
    play.app.proposedInterviewer = code
    play.app.home.interviewer = ""
    return play
  }

  @Test func `the code proposed is taken with Enter, and not asked again`() throws {
    var play = Self.home(proposing: "PC07")
    play.press(.enter)
    #expect(play.picture.text.contains("[PC07 "))
    #expect(play.effects.isEmpty)
    play.press(.enter)
    let begin = Effect.begin(form: 0, language: "fr")
    let identify = Effect.identify(try InterviewerCode("PC07"))
    #expect(play.effects == [identify, begin])
    #expect(play.question != nil)
    play.play(.closed)
    #expect(play.picture.text.contains(" PC07 · hors ligne"))
    play.press(.enter)
    #expect(play.effects == [identify, begin, begin])
  }

  @Test func `another code typed replaces it`() throws {
    var play = Self.home(proposing: "PC07", in: "en")
    #expect(!play.picture.text.contains("PC07"))
    play.press(.enter)
    play.type("CB")
    #expect(play.picture.text.contains("[CB "))
    play.press(.enter)
    let identify = Effect.identify(try InterviewerCode("CB"))
    #expect(play.effects == [identify, .begin(form: 0, language: "en")])
  }

  @Test(arguments: [
    ([Key.end, .character("b")], "PC07b"), ([.left, .backspace], "PC7"),
    ([.backspace, .character("b")], "b"), ([.paste("CB")], "CB"), ([.control("u")], ""),
  ])
  func `what is proposed goes with the first letter, and stays with an arrow`(
    keys: [Key], code: String
  ) {
    var play = Self.home(proposing: "PC07")
    play.press(.enter)
    for key in keys { play.press(key) }
    guard case .panel(let panel)? = play.app.overlay else {
      Issue.record("the code is not asked")
      return
    }
    #expect(panel.field.text == code)
  }

  @Test(arguments: ["é è", ":m", "Marie Dupont", "-1", String(repeating: "a", count: 21)])
  func `what is no code is refused, and what is one is said`(typed: String) {
    var play = Self.home(proposing: "PC07")
    play.press(.enter)
    play.type(typed)
    play.press(.enter)
    #expect(play.effects.isEmpty && play.app.overlay != nil)
    #expect(play.message.contains(typed) && play.message.contains("Par exemple MD."))
  }

  private static let ended = HomeEntry(
    id: "019aa1b2", label: "Ancerville", form: "Mairies", status: .finished, done: 12, of: 12,
    updated: "14:32")

  @Test func `thousands of interviews are listed, searched and counted`() throws {
    let entries = (1...5_000).map { number in
      HomeEntry(
        id: "\(number)", label: "Commune \(number)", form: "Mairies", status: .inProgress, done: 1,
        of: 2, updated: "14:32")
    }
    var play = Screenplay(home: entries)
    #expect(play.picture.text.contains("5000 entretiens"))
    #expect(play.picture.text.contains("Commune 1 "))
    play.press(.end)
    play.press(.up)
    #expect(play.picture.text.contains("Commune 5000"))
    play.type("commune 432")
    #expect(play.picture.text.contains("11 entretiens"))
    #expect(play.picture.text.contains("Commune 4320"))
    play.press(.enter)
    #expect(play.effects == [.open("432")])
  }

  @Test func `the first picture lists the latest, and says how many there are`() {
    var play = Screenplay(home: [Self.ended])
    play.app.home = HomeScreen(
      entries: [Self.ended], latestOf: 50_000, forms: play.app.home.forms, interviewer: "PC07",
      storage: .plain)
    #expect(play.app.listsLatestOnly && play.picture.text.contains("50000 entretiens"))
    play.play(.listed([Self.ended, Self.ended], .interviews))
    #expect(!play.app.listsLatestOnly && play.picture.text.contains("2 entretiens"))
  }

  @Test func `an interview listed later above the first is the one pointed at`() {
    var play = Screenplay(home: ScreenPictures.entries)
    play.app.home = HomeScreen(
      entries: [ScreenPictures.entries[1]], latestOf: 2, forms: play.app.home.forms,
      interviewer: "PC07", storage: .plain)
    play.play(.listed(Array(ScreenPictures.entries.prefix(2)), .interviews))
    #expect(play.app.home.target == .entry(ScreenPictures.entries[0]))
    play.press(.down)
    play.play(.listed(ScreenPictures.entries, .interviews))
    #expect(play.app.home.target == .entry(ScreenPictures.entries[1]))
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
