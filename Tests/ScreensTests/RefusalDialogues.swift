import Console
import Formulas
import Interviews
import Questions
import Testing

@testable import Screens

/// Refusing to take part ends the interview after the reason.
@Suite struct RefusalDialogues {
  var play = SearchPictures.play(SearchDialogues.usual)

  @Test mutating func `the note after the reason finishes, and leads home`() {
    play.give("villessai")
    play.go(to: "consent_participation")
    play.type("2")
    play.press(.enter)
    #expect(play.question == "refus_motif")
    play.type("1")
    play.press(.enter)
    #expect(play.question == "fin_refus")
    play.press(.pageUp)
    #expect(play.question == "refus_motif", "until then, one may still change one’s mind")
    play.press(.enter, .enter)
    #expect(play.events.last == .finish)
    #expect(play.effects.suffix(2) == [.finish, .close])
    #expect(play.question == nil)
    #expect(play.message.hasPrefix("Entretien terminé et enregistré. "))
  }

  @Test mutating func `nothing but the refusal and its reason is left`() {
    play.give("villessai")
    play.go(to: "consent_participation")
    play.type("2")
    play.press(.enter, .enter)
    var interview = play.interview
    #expect(interview.setAside.count == 2)
    interview.apply(.finish)
    let contents = interview.contents
    #expect(
      contents.nodes == [
        .value("notice_rgpd", .text("OK")), .value("consent_participation", .choice("non")),
      ])
    #expect(contents.setAside == [] && contents.rows == [] && contents.remarks == [])
    #expect(interview.label == "K7QF-2M9P-X4")
  }

  @Test mutating func `without a note that ends, nothing ends by itself`() {
    play = Screenplay(.small(#"{"type": "note", "name": "n", "label": "Merci"}"#))
    play.press(.enter)
    #expect(!play.events.contains(.finish))
  }
}
