import Console
import Formulas
import Interviews
import Questions
import Records
import Reports
import Testing

@testable import Screens

/// The results, from the home screen.
@Suite struct ReportDialogues {
  private static let source = #"""
    {"format": 1, "id": "avis", "version": "1",
     "title": {"fr": "Votre avis", "en": "Your opinion"}, "languages": ["fr", "en"],
     "choice_lists": {"oui_non": [
       {"name": "oui", "label": {"fr": "Oui", "en": "Yes"}},
       {"name": "non", "label": {"fr": "Non", "en": "No"}}]},
     "items": [{"type": "select_one", "name": "utile", "choices": "oui_non",
                "label": {"fr": "Est-ce utile ?", "en": "Is it useful?"}}],
     "indicators": [
       {"name": "utiles", "label": {"fr": "Jugent utile", "en": "Find it useful"},
        "section": {"fr": "Les avis", "en": "Opinions"}, "each": "interview", "of": "share",
        "numerator": "${utile} = 'oui'", "denominator": "${utile} != ''", "published": "3 sur 4"},
       {"name": "reponses", "label": {"fr": "Réponses", "en": "Answers"},
        "section": {"fr": "Le détail", "en": "In detail"}, "each": "interview",
        "of": "distribution", "value": "${utile}"}]}
    """#

  /// Thirty of forty say yes.
  private func report() throws -> Report {
    let form = try QuestionnaireFile.read(Array(Self.source.utf8)).questionnaire
    var tabulation = Tabulation(form)
    var scan = PictureScan(form)
    let sheet = Sheet(form)
    for place in 0..<40 {
      let start = Screenplay.start("fr")
      var interview = Interview(start, on: form)
      interview.apply(
        .answer(AnswerPath("utile"), .choice(place < 30 ? "oui" : "non"), isProposal: false))
      let record = Record(
        head: RecordHead(start, on: form), course: Course(started: start.started),
        interview: interview)
      scan.bytes = Picture(of: record).file(journalBytes: 0)
      let isRead = scan.read()
      try #require(isRead)
      sheet.fill(scan)
      tabulation.add(sheet)
    }
    return Report(tabulation)
  }

  private func play(_ stage: Stage) throws -> Screenplay {
    var play = Screenplay(home: [], .mairies, stage.columns, stage.rows, in: stage.language)
    play.play(.reported(try report()))
    return play
  }

  @Test func `a key asks for them, and so does the menu`() {
    var play = Screenplay(home: [])
    play.press(.control("r"))
    #expect(play.effects == [.report])
    play.choose(fromMenu: "Résultats")
    #expect(play.effects == [.report, .report])
  }

  @Test(arguments: Stage.all) func `the parts, listed`(stage: Stage) throws {
    try play(stage).expect("report-list-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `one part, read`(stage: Stage) throws {
    var play = try play(stage)
    play.press(.down, .enter)
    try play.expect("report-part-\(stage.name)")
  }

  @Test func `from one part to the next, and back home`() throws {
    var play = try play(Stage.all[0])
    play.press(.enter, .right)
    #expect(play.picture.text.contains("Jugent utile"))
    play.press(.right, .left, .left)
    #expect(play.picture.text.contains("3 sur 4 (75,0 %), 30 sur 40"))
    play.press(.escape, .escape)
    #expect(play.app.screen == .home)
  }

  @Test func `the results are read in lines`() throws {
    var reader = LinearDialogues.Reader(Screenplay(home: []))
    reader.read(":r")
    #expect(reader.effects == [.report])
    reader = LinearDialogues.Reader(try play(Stage.all[0]))
    #expect(reader.printed.contains("Résultats\n1 ") && reader.printed.contains("numéro"))
    reader.read("1")
    #expect(reader.printed.contains("3 sur 4"))
    reader.read("2")
    #expect(reader.printed.contains("Jugent utile"))
    reader.read("", "99")
    #expect(reader.printed.contains("Tapez un numéro de 1 à"))
    reader.read("")
    #expect(reader.walk.app.screen == .home)
  }

  @Test func `a language switched is at once the report's`() throws {
    var play = try play(Stage.all[0])
    play.press(.function(2), .enter)
    #expect(play.picture.text.contains("Find it useful: 3 in 4 (75.0%), 30 of 40"))
  }
}
