import Console
import Formulas
import Questions
import Testing

@testable import Exports
@testable import Screens

/// The form that asks for an export: from home, from the summary, from the menu, and in lines.
@Suite struct ExportDialogues {
  private static let place = "/home/ana/barometre-2026-06-12"

  private static func told(_ language: Language) -> [String] {
    let questions = ["collectivite", "autre_fonction", "commentaire_final", "motif"].map {
      DroppedQuestion(table: "interviews", name: $0, label: "", reason: .freeText)
    }
    return ExportWords.of(language).told(1_200, questions, .pseudonymised, at: place)
  }

  private static func request(
    _ format: ExportFormat, _ profile: ExportProfile, place: String = Self.place
  ) -> Effect {
    .export(
      ExportRequest(format: format, profile: profile, place: place, language: .french))
  }

  private func home() -> Screenplay { Screenplay(home: ScreenPictures.entries) }

  private func exports(_ play: Screenplay) -> [Effect] {
    play.effects.filter { if case .export = $0 { true } else { false } }
  }

  @Test(arguments: Stage.all) func `the form, step by step`(stage: Stage) throws {
    var play = Screenplay(
      home: ScreenPictures.entries, .mairies, stage.columns, stage.rows, in: stage.language)
    play.press(.function(5))
    try play.expect("export-format-\(stage.name)")
    play.press(.enter)
    try play.expect("export-profile-\(stage.name)")
    play.press(.character("2"))
    try play.expect("export-full-\(stage.name)")
    play.press(.character("2"))
    play.play(.exporting(done: 512, of: 1_200))
    try play.expect("exporting-\(stage.name)")
    play.play(.exported(Self.told(Language(rawValue: stage.language) ?? .english)))
    try play.expect("exported-\(stage.name)")
    play.press(.enter)
    #expect(play.app.overlay == nil && play.message.isEmpty)
  }

  @Test func `Enter and Enter write what is advised, where it is proposed`() {
    var play = home()
    play.press(.function(5), .enter, .enter)
    #expect(exports(play) == [Self.request(.csv, .pseudonymised)])
  }

  @Test func `the folder may be typed`() {
    var play = home()
    play.press(.function(5), .character("2"), .down, .down, .control("u"))
    play.type("/media/clé/mars")
    play.press(.enter)
    #expect(
      exports(play) == [Self.request(.csvExcelFrench, .pseudonymised, place: "/media/clé/mars")])
  }

  @Test func `everything is exported only once that is confirmed`() {
    var play = home()
    play.press(.function(5), .enter, .character("2"), .enter)
    #expect(exports(play).isEmpty && play.app.overlay == nil)
    play.press(.function(5), .enter, .character("2"), .down, .enter)
    #expect(exports(play) == [Self.request(.csv, .full)])
  }

  @Test func `Escape leaves at any step, and nothing is written`() {
    for keys in [[], [.enter], [.enter, .character("2")]] as [[Key]] {
      var play = home()
      play.press(.function(5))
      for key in keys { play.press(key) }
      play.press(.escape)
      #expect(play.app.overlay == nil && exports(play).isEmpty)
    }
  }

  @Test func `the summary and the menus lead there too`() {
    var play = Screenplay(.mairies)
    play.goToSummary()
    play.press(.function(5), .enter, .enter)
    #expect(exports(play).count == 1)
    play.choose(fromMenu: "Exporter")
    play.press(.enter, .enter)
    #expect(exports(play).count == 2)
    play = home()
    play.choose(fromMenu: "Exporter")
    play.press(.enter, .enter)
    #expect(exports(play).count == 1)
  }

  @Test func `in lines too`() {
    var walk = LinearWalk(home().app)
    #expect(walk.read(":x") == [.offerExport])
    _ = update(&walk.app, .exportOffered(place: Self.place))
    #expect(walk.prompt().contains("Excel"))
    #expect(walk.read("3").isEmpty)
    #expect(walk.prompt().contains(Self.place))
    #expect(walk.read("1 ~/mars") == [Self.request(.csvLong, .pseudonymised, place: "~/mars")])
    _ = update(&walk.app, .exported(Self.told(.french)))
    #expect(walk.prompt().contains(Self.place))
    #expect(walk.read("1").isEmpty && walk.app.overlay == nil)
  }
}
