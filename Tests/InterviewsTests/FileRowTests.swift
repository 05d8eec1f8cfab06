import Formulas
import Interviews
import Questions
import Scenarios
import Testing

/// Answers that are rows of a file: they keep their row, with and without the file.
@Suite struct FileRowTests {
  static let source = form(
    items(
      item("select_one", "type", #""choices": "types""#),
      item(
        "select_one", "lieu",
        #""choices": "lieux", "choice_filter": "genre = ${type}", "missing": ["refus"]"#),
      item("calculate", "dep", #""calculation": "pulldata('lieux', 'dep', 'code', ${lieu})""#),
      item("text", "libre", #""relevant": "${lieu} = ''""#),
      item(
        "text", "code",
        #""checks": [\#(check("connu", "pulldata('lieux', 'nom', 'code', .) != ''"))]"#)),
    lists: #"""
      "types": [{"name": "ville", "label": "Ville"}, {"name": "bourg", "label": "Bourg"}],
      "lieux": {"file": "lieux.csv", "key": "code", "label": "nom"}
      """#, top: #""interview_label": "${lieu}""#)

  static let file = "code,nom,genre,dep\n1,Ici,ville,55\n2,Là,bourg,54\n3,Ailleurs,ville,88\n"

  func story(_ file: String? = file) throws -> Scenario {
    try Scenario(Self.source, files: file.map { ["lieux.csv": $0] } ?? [:])
  }

  @Test func `a row is chosen by its key, among those offered`() throws {
    var story = try story()
    try story.answer("type", "ville")
    try story.answer("lieu", "1")
    #expect(try story.value("lieu") == "1" && story.value("dep") == "55")
    #expect(story.interview.label == "Ici" && !story.asks("libre"))
    #expect(throws: Rejection.notAChoice("2", nearest: nil)) { try story.answer("lieu", "2") }
    #expect(throws: Rejection.notAChoice("9", nearest: nil)) { try story.answer("lieu", "9") }
    #expect(story.interview.offeredRows(at: try story.spot("lieu")) == [true, false, true])
    #expect(story.replayed() == story.interview)
  }

  @Test func `an answer no longer offered is set aside, and comes back`() throws {
    var story = try story()
    let start = story.interview
    try story.answer("type", "ville")
    try story.answer("lieu", "1")
    try story.answer("type", "bourg")
    #expect(
      try story.value("lieu") == "" && story.asks("libre") && story.interview.setAside.count == 1)
    story.undo()
    #expect(try story.value("lieu") == "1" && story.value("dep") == "55")
    story.undo()
    story.undo()
    #expect(story.interview.contents == start.contents)
    #expect(story.interview.row(at: try story.spot("lieu")) == nil)
  }

  @Test func `a special answer keeps no row`() throws {
    var story = try story()
    try story.answer("type", "ville")
    try story.answer("lieu", "1")
    try story.special("lieu", "refus")
    #expect(story.interview.row(at: try story.spot("lieu")) == nil)
    #expect(try story.value("dep") == "")
  }

  @Test func `a later file changes nothing of an answer`() throws {
    var before = try story()
    try before.answer("type", "ville")
    try before.answer("lieu", "1")
    let later = "code,nom,genre,dep\n1,Ici-le-Neuf,bourg,99\n"
    for file in [later, nil] {
      var after = try story(file)
      for event in before.events { after.tell(event) }
      #expect(try after.value("lieu") == "1" && after.value("dep") == "55")
      #expect(after.interview.label == "Ici" && after.asks("lieu"))
    }
  }

  @Test func `without its file a question is not asked, nor what looks it up checked`() throws {
    var story = try story(nil)
    #expect(!story.asks("lieu") && story.asks("libre"))
    #expect(story.interview.questionnaire.missingFiles == ["lieux.csv"])
    try story.answer("code", "9")
    #expect(try story.said(at: "code") == [])
    var whole = try self.story()
    try whole.answer("code", "9")
    #expect(try whole.said(at: "code") == ["connu code"])
    try whole.answer("code", "3")
    #expect(try whole.said(at: "code") == [] && whole.interview.questionnaire.missingFiles == [])
  }

  @Test func `finishing keeps the rows of the route only`() throws {
    var story = try story()
    try story.answer("type", "ville")
    try story.answer("lieu", "1")
    #expect(story.interview.contents.rows.map(\.held["nom"]) == ["Ici"])
    try story.answer("type", "bourg")
    #expect(story.interview.contents.rows == [])
    story.tell(.finish)
    #expect(story.interview.row(at: try story.spot("lieu")) == nil)
    let rebuilt = Interview(
      story.interview.start, on: story.interview.questionnaire, holding: story.interview.contents,
      language: "fr", status: .finished, revision: 1)
    #expect(rebuilt == story.interview)
  }

  @Test func `a finished answer is rebuilt with its row, without the file`() throws {
    var story = try story()
    try story.answer("type", "ville")
    try story.answer("lieu", "3")
    story.tell(.finish)
    let bare = try self.story(nil).interview.questionnaire
    let rebuilt = Interview(
      story.interview.start, on: bare, holding: story.interview.contents, language: "fr",
      status: .finished, revision: 1)
    #expect(rebuilt.contents == story.interview.contents && rebuilt.label == "Ailleurs")
  }
}
