import Console
import Formulas
import Interviews
import Questions
import Testing

@testable import Screens

/// What opens over the home screen and stands on it, whole screens.
@Suite struct HomePictures {
  private func home(_ stage: Stage, _ entries: [HomeEntry] = ScreenPictures.entries) -> Screenplay {
    Screenplay(home: entries, .mairies, stage.columns, stage.rows, in: stage.language)
  }

  @Test(arguments: Stage.all) func `who holds the interview is asked`(stage: Stage) throws {
    var play = home(stage, [])
    play.app.proposedInterviewer = "PC07"
    play.press(.enter)
    try play.expect("who-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `a search that finds nothing`(stage: Stage) throws {
    var play = home(stage)
    play.type("zzz")
    try play.expect("home-search-nothing-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `the menu of home`(stage: Stage) throws {
    var play = home(stage)
    play.press(.escape)
    try play.expect("home-menu-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `help on home`(stage: Stage) throws {
    var play = home(stage)
    play.type("?")
    try play.expect("home-help-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `an interview thrown away`(stage: Stage) throws {
    var play = home(stage)
    play.press(.down, .delete)
    let left = ScreenPictures.entries.filter { $0.id != "2" }
    play.play(.listed(left, .interviews))
    try play.expect("home-thrown-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `a trial asks on which questionnaire`(stage: Stage) throws {
    var play = home(stage)
    let forms = play.app.home.forms
    let other = Questionnaire.small(#"{"type": "text", "name": "q", "label": "Q"}"#)
    play.app.home = HomeScreen(
      entries: ScreenPictures.entries,
      forms: forms + [
        HomeForm(id: "small", title: other.title, version: "1", languages: ["fr", "en"])
      ], interviewer: "PC07", storage: .plain)
    play.press(.control("t"))
    try play.expect("home-training-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `an interview just finished hands out its code`(
    stage: Stage
  ) throws {
    var play = Screenplay(
      home: ScreenPictures.entries,
      .small(#"{"type": "text", "name": "q", "label": {"fr": "Quoi ?", "en": "What?"}}"#),
      stage.columns, stage.rows, in: stage.language)
    let start = Screenplay.start(stage.language)
    let form = Questionnaire.small(#"{"type": "text", "name": "q", "label": "Quoi ?"}"#)
    play.play(.opened(Interview(start, on: form), savedAt: ""))
    play.give("rien")
    play.type("2")
    try play.expect("home-finished-\(stage.name)")
  }
}
