import Console
import Interviews
import Questions
import Scenarios
import Testing

@testable import Screens

/// The barometer's search and grid, whole screens.
@Suite struct SearchPictures {
  /// The barometer with the sample list, standing on the search among municipalities.
  static func play(_ stage: Stage, _ type: String = "commune") -> Screenplay {
    var play = stage.play(.barometreWithList)
    play.tell("notice_rgpd", "OK")
    play.tell("consent_participation", "oui")
    play.tell("type_collectivite", type)
    play.go(to: "collectivite_ref")
    return play
  }

  @Test(arguments: Stage.all) func `homonyms are told apart`(stage: Stage) throws {
    var play = Self.play(stage)
    play.type("ste colombe")
    play.press(.down)
    try play.expect("search-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `nothing is typed yet`(stage: Stage) throws {
    try Self.play(stage).expect("search-open-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `nothing is found`(stage: Stage) throws {
    var play = Self.play(stage)
    play.type("atlantide")
    try play.expect("search-nothing-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `a line is chosen, a special answer pointed at`(
    stage: Stage
  ) throws {
    var play = Self.play(stage)
    play.give("villessai")
    play.press(.pageUp)
    for _ in 0..<10 { play.press(.down) }
    try play.expect("search-special-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `several are searched`(stage: Stage) throws {
    var play = SeveralSearchedDialogues.play(stage)
    play.give("choix 17")
    play.give("choix 5")
    play.press(.down, .down)
    try play.expect("search-several-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `a grid of the barometer`(stage: Stage) throws {
    var play = Self.play(stage)
    play.go(to: "bar")
    play.type("45")
    try play.expect("grid-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `a grid is read before it is begun`(stage: Stage) throws {
    var play = Self.play(stage)
    play.go(to: "bar")
    try play.expect("grid-open-\(stage.name)")
    let question = stage.language == "fr" ? "Selon vous" : "In your view"
    #expect(play.picture.text.contains(question))
    play.press(.down)
    try play.expect("grid-begun-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `the barometer's notice`(stage: Stage) throws {
    var play = stage.play(.barometreWithList)
    try play.expect("barometre-notice-\(stage.name)")
    play.press(.end)
    try play.expect("barometre-notice-end-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `a list that is not installed is said at the start`(
    stage: Stage
  ) throws {
    try stage.play(.barometre).expect("list-missing-\(stage.name)")
  }
}
