import Console
import Interviews
import Questions
import Testing

@testable import Screens

/// A check over several questions names them all, and leads to each.
@Suite struct CrossCheckDialogues {
  private static func form(_ severity: String) -> Questionnaire {
    .small(
      """
      {"type": "integer", "name": "a", "label": "Élus"},
      {"type": "integer", "name": "b", "label": "Agents"},
      {"type": "group", "name": "g", "label": "Ensemble", "checks": [
        {"name": "C", "severity": "\(severity)", "constraint": "${a} + ${b} <= ${c}",
         "message": "Plus de monde que d’habitants."}],
       "items": [{"type": "integer", "name": "c", "label": "Habitants"}]}
      """)
  }

  /// Five, six, and fewer inhabitants than that.
  private func play(_ severity: String, in language: String = "fr") -> Screenplay {
    var play = Screenplay(Self.form(severity), in: language)
    for answer in ["5", "6", "9"] { play.give(answer) }
    return play
  }

  @Test(arguments: [
    ("fr", "✗ Plus de monde que d’habitants. Voir aussi\u{A0}: Élus, Agents."),
    ("en", "✗ Plus de monde que d’habitants. See also: Élus, Agents."),
  ])
  func `an error names the other questions`(language: String, sentence: String) {
    let play = play("error", in: language)
    #expect(play.question == "c" && play.message == sentence)
  }

  @Test func `the summary lists each question under the error, and leads to it`() {
    var play = play("error")
    play.goToSummary()
    let lines = play.picture.text.split(separator: "\n").map(String.init)
    let error = lines.firstIndex { $0.contains("✗ Habitants") } ?? 0
    #expect(lines[error + 1].contains("Élus") && lines[error + 1].contains("5"))
    #expect(lines[error + 2].contains("Agents") && lines[error + 2].contains("6"))
    play.press(.down, .enter)
    #expect(play.question == "a")
    play.press(.control("u"))
    play.give("1")
    #expect(play.question == nil && play.app.interview?.findings == [], "back on the summary")
  }

  @Test func `a warning offers to go to each question`() {
    var play = play("warning")
    guard case .panel(let panel)? = play.app.overlay else {
      Issue.record("no panel is open")
      return
    }
    #expect(
      panel.options == [
        "Oui, c’est exact", "Non, je corrige", "Aller à «\u{A0}Élus\u{A0}»",
        "Aller à «\u{A0}Agents\u{A0}»",
      ])
    play.type("4")
    #expect(play.question == "b")
    play.press(.control("u"))
    play.give("1")
    #expect(play.question == "c" && play.app.interview?.findings == [])
  }

  @Test func `line mode numbers each question under the error`() {
    var play = play("error")
    play.goToSummary()
    var walk = LinearWalk(play.app)
    let lines = walk.prompt().split(separator: "\n")
    let wanted = ["5 Habitants : Plus de monde que d’habitants.", "6 Élus : 5", "7 Agents : 6"]
    #expect(lines[3...5].map(String.init) == wanted)
    _ = walk.read("7")
    #expect(walk.prompt().contains("Agents"))
  }
}
