import Console
import Formulas
import Interviews
import Questions
import Testing

@testable import Screens

/// Home, plan, summary and what lies over them, whole screens.
@Suite struct ScreenPictures {
  static let entries = [
    HomeEntry(
      id: "1", label: "Ancerville", form: "mairies", status: .inProgress,
      done: 3, of: 9, updated: "14:32", remarkCount: 1),
    HomeEntry(
      id: "2", label: "Bar-le-Duc", form: "mairies", status: .inProgress,
      done: 9, of: 9, updated: "12/03", needsCheck: true),
    HomeEntry(
      id: "3", label: "Étain", form: "mairies", status: .finished, done: 9,
      of: 9, updated: "11/03"),
    HomeEntry(
      id: "6", label: "Metz", form: "mairies", status: .finished, done: 9, of: 9,
      updated: "11/03", isExported: true),
    HomeEntry(
      id: "7", label: "Nancy", form: "mairies", kind: .training, status: .inProgress, done: 4,
      of: 9, updated: "11/03"),
    HomeEntry(
      id: "4", label: "Saint-Étienne-lès-Remiremont", form: "Une enquête au titre interminable",
      status: .stopped, done: 2, of: 9, updated: "10/03"),
    HomeEntry(
      id: "5", label: "K7QF-2M9P-X4", form: "mairies", status: .inProgress, done: 0, of: 0,
      updated: "09/03", fault: "abîmé"),
  ]

  private func home(_ stage: Stage, _ entries: [HomeEntry]) -> Screenplay {
    Screenplay(
      home: entries, .mairies, stage.columns, stage.rows, in: stage.language)
  }

  @Test(arguments: Stage.all) func `the first morning`(stage: Stage) throws {
    try home(stage, []).expect("home-empty-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `interviews of every state`(stage: Stage) throws {
    try home(stage, Self.entries).expect("home-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `the trash`(stage: Stage) throws {
    var play = home(stage, Self.entries)
    play.play(.listed([Self.entries[3]], .trash))
    try play.expect("home-trash-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `an ended interview is reopened for a reason`(
    stage: Stage
  ) throws {
    var play = home(stage, Self.entries)
    play.press(.down, .down, .enter)
    try play.expect("home-reopen-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `interviews are searched`(stage: Stage) throws {
    var play = home(stage, Self.entries)
    play.type("st etienne")
    try play.expect("home-search-\(stage.name)")
  }

  /// Every kind of answer, a remark, a warning confirmed, one question required and not answered.
  private func halfway(_ stage: Stage) -> Screenplay {
    var play = stage.play()
    play.press(.enter, .end)
    play.type("1")
    play.press(.enter)
    play.give("Ancerville")
    play.give("1250")
    play.press(.character("1"))
    play.press(.enter, .control("n"))
    play.type("cite la permanence")
    play.press(.enter)
    play.go(to: "services")
    play.type("13")
    play.press(.enter)
    return play
  }

  @Test(arguments: Stage.all) func `the plan where one stands`(stage: Stage) throws {
    var play = halfway(stage)
    play.press(.control("p"))
    try play.expect("plan-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `the plan by filter`(stage: Stage) throws {
    var play = halfway(stage)
    play.press(.control("p"), .tab)
    try play.expect("plan-remaining-\(stage.name)")
    play.press(.tab)
    try play.expect("plan-to-check-\(stage.name)")
    play.press(.tab)
    try play.expect("plan-remarks-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `what is typed and not validated is to be checked`(
    stage: Stage
  ) throws {
    var play = halfway(stage)
    play.go(to: "commune")
    play.give(String(repeating: "x", count: 81))
    play.go(to: "agents")
    play.press(.control("u"))
    play.type("12 50")
    play.press(.control("p"))
    try play.expect("plan-half-typed-\(stage.name)")
    play.press(.escape)
    play.goToSummary()
    play.press(.home)
    try play.expect("summary-half-typed-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `the plan searched`(stage: Stage) throws {
    var play = halfway(stage)
    play.press(.control("p"))
    play.type("prefecture")
    try play.expect("plan-search-\(stage.name)")
    play.type(" zzz")
    try play.expect("plan-search-nothing-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `a summary that blocks`(stage: Stage) throws {
    var play = halfway(stage)
    play.goToSummary()
    try play.expect("summary-blocking-\(stage.name)")
    play.press(.end)
    try play.expect("summary-steps-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `a summary with something to check`(stage: Stage) throws {
    var play = halfway(stage)
    play.go(to: "interlocuteur")
    play.type("2")
    play.goToSummary()
    play.press(.home)
    try play.expect("summary-to-check-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `a summary with nothing left`(stage: Stage) throws {
    var play = stage.play()
    play.press(.enter, .end)
    play.type("1")
    play.press(.enter)
    play.give("Étain")
    play.give("12")
    play.give("1")
    play.give("1")
    play.give("2")
    play.give("2")
    play.type("Rien.")
    play.press(.tab)
    try play.expect("summary-clean-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `quitting`(stage: Stage) throws {
    var play = halfway(stage)
    play.press(.control("q"))
    try play.expect("quit-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `the menu`(stage: Stage) throws {
    var play = halfway(stage)
    play.press(.escape)
    try play.expect("menu-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `help on one choice`(stage: Stage) throws {
    var play = stage.play()
    play.go(to: "interlocuteur")
    play.type("?")
    try play.expect("help-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `a remark`(stage: Stage) throws {
    var play = halfway(stage)
    play.go(to: "interlocuteur")
    play.press(.function(4))
    try play.expect("remark-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `special answers listed`(stage: Stage) throws {
    var play = stage.play()
    play.go(to: "agents")
    play.press(.control("k"))
    try play.expect("specials-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `the person ends the interview`(stage: Stage) throws {
    var play = halfway(stage)
    play.choose(fromMenu: play.app.words.actions[.stop] ?? "")
    try play.expect("stop-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `a disk that is full`(stage: Stage) throws {
    var play = stage.play()
    play.go(to: "interlocuteur")
    play.isDiskFull = true
    play.type("123")
    try play.expect("not-saved-\(stage.name)")
  }

  @Test(arguments: ["fr", "en"]) func `a window too small`(language: String) throws {
    try Screenplay(.mairies, 39, 9, in: language).expect("too-small-\(language)")
  }
}
