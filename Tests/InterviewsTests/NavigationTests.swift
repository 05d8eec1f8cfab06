import Formulas
import Interviews
import Questions
import Scenarios
import Testing

/// Where the person stands, and how they came there.
@Suite struct NavigationTests {
  static let source = form(
    items(
      item("note", "bonjour"), yesOrNo("a"), item("text", "b", #""relevant": "${a} = 'oui'""#),
      item("text", "c"), item("text", "d")))

  @Test func `next walks the route, and ends on the summary`() throws {
    var story = try Scenario(Self.source)
    #expect(story.position == "bonjour")
    var walked: [String] = []
    for _ in 0..<5 {
      story.next()
      walked.append(story.position)
    }
    #expect(walked == ["a", "c", "d", "summary", "summary"])
  }

  @Test func `back follows the path really taken`() throws {
    var story = try Scenario(Self.source)
    story.next()
    try story.go(to: "d")
    story.goToSummary()
    try story.go(to: "c")
    var walked: [String] = []
    for _ in 0..<5 {
      story.back()
      walked.append(story.position)
    }
    #expect(walked == ["summary", "d", "a", "bonjour", "bonjour"])
  }

  @Test func `back passes over what is no longer asked`() throws {
    var story = try Scenario(Self.source)
    try story.answer("a", "oui")
    try story.answer("b", "mot")
    story.next()
    story.tell(.answer(AnswerPath("a"), .choice("non"), isProposal: false))
    #expect(story.position == "c")
    story.back()
    #expect(story.position == "a")
  }

  @Test func `where the stop stood on is skipped, the next one asked is stood on`() throws {
    var story = try Scenario(Self.source)
    try story.answer("a", "oui")
    try story.go(to: "b")
    story.tell(.answer(AnswerPath("a"), .choice("non"), isProposal: false))
    #expect(story.position == "c")
    story.undo()
    #expect(story.position == "a", "undo leads to what it changed")
  }

  @Test func `where nothing is asked, the summary is stood on`() throws {
    var story = try Scenario(form(item("text", "a", #""relevant": "false()""#)))
    #expect(story.route == [] && story.position == "summary")
    #expect(story.interview.progress == (0, 0) && story.interview.previous == nil)
    story.back()
    story.next()
    #expect(story.position == "summary")
  }

  @Test func `going back never lowers progress, and a note counts once passed`() throws {
    var story = try Scenario(Self.source)
    #expect(story.interview.progress == (0, 4))
    story.next()
    #expect(story.interview.progress == (1, 4))
    try story.answer("a", "oui")
    #expect(story.interview.progress == (2, 5))
    story.back()
    #expect(story.position == "bonjour" && story.interview.progress == (2, 5))
    try story.leave("c")
    #expect(story.interview.progress == (3, 5))
    #expect(story.interview.firstRemaining.map { story.interview.path(of: $0).name } == "b")
  }

  @Test func `undo and redo cross questions and stand where they changed something`() throws {
    var story = try Scenario(Self.source)
    try story.answer("a", "oui")
    try story.answer("b", "un")
    try story.answer("b", "deux")
    try story.answer("d", "trois")
    let end = story.interview.contents
    story.undo()
    #expect(story.position == "d")
    #expect(try story.value("d") == "")
    story.undo()
    #expect(story.position == "b")
    #expect(try story.value("b") == "un")
    story.undo()
    story.undo()
    #expect(story.position == "a" && !story.interview.canUndo)
    for _ in 0..<4 { story.redo() }
    #expect(story.interview.contents == end && !story.interview.canRedo)
    story.undo()
    try story.answer("c", "autre")
    #expect(!story.interview.canRedo, "something else was done since")
    #expect(story.replayed() == story.interview)
  }

  @Test func `the same answer again is nothing to undo`() throws {
    var story = try Scenario(Self.source)
    try story.answer("c", "un")
    try story.answer("d", "deux")
    story.undo()
    try story.answer("c", " un ")
    #expect(story.interview.canRedo)
    story.redo()
    #expect(try story.value("d") == "deux")
  }

  @Test func `an event about nothing known changes nothing`() throws {
    var story = try Scenario(Self.source)
    try story.answer("c", "un")
    let before = story.interview
    for path in ["rien", "c[2]", "c.d", "a[1].b"] {
      let path = try #require(AnswerPath(reading: path))
      for event in [
        Event.go(path, isBack: false), .add(path), .insert(path), .remove(path),
        .move(path, to: 3), .confirm(check: "S1", path, explanation: ""),
      ] where path.name != "c" || event != .go(path, isBack: false) { story.tell(event) }
    }
    story.tell(.confirm(check: "S1", nil, explanation: ""))
    story.tell(.pause(reason: "téléphone"))
    story.tell(.resume)
    #expect(story.interview == before)
  }

  @Test func `a draft waits in memory until the question is answered`() throws {
    var story = try Scenario(Self.source)
    story.tell(.draft(AnswerPath("c"), "Je di"))
    let spot = try story.spot("c")
    #expect(story.interview.drafts[spot] == "Je di")
    #expect(try story.presence("c") == .notReached && !story.interview.canUndo)
    try story.answer("c", "Je dis")
    #expect(story.interview.drafts[spot] == nil)
  }
}
