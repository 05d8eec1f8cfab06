import Console
import Interviews
import Questions
import Testing

@testable import Screens

/// Typed text: kept while one looks elsewhere, handed over to another editor, taken away.
@Suite struct TypingDialogues {
  private static let long =
    #"{"type": "text", "name": "q", "label": "Q", "appearance": "multiline", "max_length": 20}"#
  private static let next = #"{"type": "text", "name": "suite", "label": "Suite"}"#
  private static let themes =
    #"{"type": "select_multiple", "name": "q", "label": "Q", "choices": "themes"}"#

  private func play(_ item: String) -> Screenplay { Screenplay(.small("\(item), \(Self.next)")) }

  @Test(arguments: [Key.control("o"), .function(9)])
  func `a long text goes to the person's own editor and comes back`(key: Key) {
    var play = play(Self.long)
    play.type("un")
    play.press(key)
    #expect(play.effects.suffix(2).last == .edit("un"))
    #expect(play.events == [.draft(AnswerPath("q"), "un")])
    play.play(.edited("un\ndeux"))
    #expect(play.answer("q") == nil && play.picture.text.contains("│ deux "))
    play.press(.tab)
    #expect(play.answer("q") == "un\ndeux" && play.question == "suite")
  }

  @Test func `an editor that fails leaves the text, and says why`() {
    var play = play(Self.long)
    play.type("un")
    play.press(.control("o"))
    play.play(.failed("L’éditeur a échoué."))
    #expect(play.message == "✗ L’éditeur a échoué." && play.picture.text.contains("│ un "))
  }

  @Test func `a text that comes back too long is told, not cut`() {
    var play = play(Self.long)
    play.play(.edited(String(repeating: "x", count: 30)))
    play.press(.tab)
    #expect(play.question == "q" && play.message.contains("20"))
    play.press(.pageUp, .pageUp)
    #expect(play.picture.text.contains(String(repeating: "x", count: 30)))
  }

  @Test func `what is typed and not validated is told in the plan and the summary`() {
    var play = Screenplay(
      .small(
        #"{"type": "integer", "name": "q", "number": "7", "label": "Q", "maximum": 9}, \#(Self.next)"#
      ))
    play.give("12")
    play.press(.control("p"))
    #expect(play.picture.text.contains("● 7 Q") && play.message.isEmpty)
    #expect(play.picture.text.contains("saisie non validée"))
    #expect(play.picture.text.contains("0 répondue · 2 à faire · 1 alerte"))
    play.go(to: "suite")
    play.press(.control("p"), .tab, .tab)
    #expect(play.picture.text.contains("! 7 Q") && !play.picture.text.contains("Suite"))
    play.goToSummary()
    #expect(play.picture.text.contains("À VÉRIFIER (1)") && play.picture.text.contains("! 7 Q"))
    #expect(play.picture.text.contains("SANS RÉPONSE (1)"))
    #expect(LinearDialogues.Reader(play).printed.contains(" Q (question 7) : saisie non validée"))
    play.go(to: "q")
    play.press(.backspace, .enter)
    play.goToSummary()
    #expect(play.answer("q") == "1" && !play.picture.text.contains("À VÉRIFIER"))
  }

  @Test(arguments: [#""appearance": "multiline", "#, ""])
  func `a text left for a special answer comes back when that is undone`(appearance: String) {
    var play = play(
      #"{"type": "text", "name": "q", "label": "Q", \#(appearance)"missing": ["refus"]}"#)
    play.type("un long récit")
    play.press(.control("k"))
    #expect(play.answer("q") == "(refus)" && !play.picture.text.contains("récit"))
    #expect(
      play.picture.text.contains("Réponse : Refuse") || play.picture.text.contains("(•) Refuse"))
    play.press(.control("z"))
    #expect(play.answer("q") == nil && play.picture.text.contains("un long récit"))
  }

  @Test func `the plan says which entry of a list a question is of`() {
    var play = Screenplay(
      .small(
        #"""
        {"type": "repeat", "name": "f", "label": "Fiches", "min": 2, "items": [
          {"type": "text", "name": "nom", "label": "Nom",
           "short_label": "Comment le dispositif s’appelle-t-il"}]}
        """#))
    play.tell("f[2].nom", "Jury")
    play.press(.control("p"))
    #expect(play.picture.text.contains("Comment le dispositif s’appelle-t-il · 1"))
    #expect(play.picture.text.contains("le dispositif… · 2 Jury"))
  }

  @Test func `only a long text has an editor of its own`() {
    var play = play(Self.themes)
    play.press(.control("o"))
    #expect(!play.effects.contains { if case .edit = $0 { true } else { false } })
  }

  @Test func `what another answer says is kept while one looks elsewhere`() {
    var play = Screenplay(.small("\(Self.next), \(Self.themes)"))
    play.press(.enter)
    play.type("4le po")
    play.press(.pageUp)
    #expect(play.question == "suite" && play.answer("theme_libre") == nil)
    #expect(play.events.contains(.draft(AnswerPath("theme_libre"), "le po")))
    play.press(.enter)
    #expect(play.picture.text.contains("[le po "))
    play.press(.end, .down)
    play.type("rt")
    play.press(.enter)
    #expect(play.answer("theme_libre") == "le port")
    #expect(play.interview.drafts.isEmpty)
  }

  @Test func `the arrows lead out of another answer's line, and back into it`() {
    var play = Screenplay(.small("\(Self.themes), \(Self.next)"))
    play.type("4port")
    play.press(.down, .up)
    play.type("9")
    #expect(play.picture.text.contains("[port9 "))
    play.press(.up)
    play.press(.character("1"))
    #expect(play.answer("q")?.contains("autre") == true)
    #expect(play.picture.text.contains("1 [x]"))
  }

  @Test func `undo takes back the typing of another answer first`() {
    var play = play(Self.themes)
    play.type("4port")
    play.press(.control("z"))
    #expect(play.answer("q") == "autre")
    play.press(.control("z"))
    #expect(play.answer("q") == nil)
  }

  @Test func `the menu takes a typed answer away, wherever the caret is`() {
    var play = play(#"{"type": "integer", "name": "q", "label": "Q"}"#)
    play.give("12")
    play.press(.pageUp, .home)
    play.choose(fromMenu: "Effacer cette réponse")
    #expect(play.answer("q") == nil && !play.picture.text.contains("12"))
    play.press(.control("z"))
    #expect(play.answer("q") == "12")
  }
}
