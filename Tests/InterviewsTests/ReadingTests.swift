import Interviews
import Questions
import Scenarios
import Testing

/// What is read on screen: piped texts, names of interviews, summaries.
@Suite struct ReadingTests {
  static let villes = #""villes": [{"name": "v", "label": {"fr": "Lyon", "en": "Lyons"}}]"#

  private func piping(_ label: String) throws -> Scenario {
    try Scenario(
      form(
        items(
          item("text", "nom"), item("integer", "n", #""unit": "€""#),
          item("select_one", "ville", #""choices": "villes""#),
          item("text", "vide", #""when_blank": {"fr": "sans nom", "en": "no name"}"#),
          item("note", "fin", "\"label\": \"\(label)\"")),
        lists: Self.villes, languages: "fr en", top: #""interview_label": "${nom} (${n})""#))
  }

  @Test(arguments: [
    ("${nom}", "la ville dite belle", "la ville dite belle"),
    ("« ${nom} »", "« la ville dite belle »", "« la ville dite belle »"),
    ("${n}", "12\u{A0}500\u{A0}€", "12,500\u{A0}€"), ("${n|value}", "12500", "12500"),
    ("${ville} ${ville|value}", "Lyon v", "Lyons v"), ("${vide}", "sans nom", "no name"),
    ("${_code}", "K7QF-2M9P-X4", "K7QF-2M9P-X4"), ("${_language}", "fr", "en"),
  ])
  func `a text pipes what was answered`(label: String, french: String, english: String) throws {
    var story = try piping(label)
    try story.answer("nom", "la ville dite « belle »")
    try story.answer("n", "12 500")
    try story.answer("ville", "v")
    #expect(try story.label(of: "fin") == french)
    story.tell(.language("en"))
    #expect(try story.label(of: "fin") == english)
  }

  @Test func `what is not answered is piped as three dots, or as nothing where raw`() throws {
    let story = try piping("${nom}|${n|value}|${ville}")
    #expect(try story.label(of: "fin") == "…||…")
  }

  @Test func `an answer that looks like a pipe is not one`() throws {
    var story = try piping("${nom}")
    try story.answer("nom", "${n} … \\ ${nom}")
    #expect(try story.label(of: "fin") == "${n} … \\ ${nom}")
  }

  @Test func `an interview is called by what was answered, by its code until then`() throws {
    var story = try piping("x")
    #expect(story.interview.label == "K7QF-2M9P-X4")
    try story.answer("nom", "Ancerville…")
    #expect(story.interview.label == "K7QF-2M9P-X4")
    try story.answer("n", "3")
    #expect(story.interview.label == "Ancerville… (3\u{A0}€)")
  }

  @Test func `a text in an instance knows its position and how many there are`() throws {
    var story = try Scenario(
      form(
        within("repeat", "f", [item("text", "a", #""label": "${_position} / ${_count}""#)])))
    for _ in 0..<2 { try story.add("f") }
    #expect(try story.label(of: "f[2].a") == "2 / 2")
  }

  @Test func `a summary says what blocks, what waits and what was noted, in order`() throws {
    var story = try Scenario(
      form(
        items(
          item("note", "bonjour"), item("text", "a", #""required": true"#), item("text", "b"),
          item("integer", "c", "\"checks\": [\(check("S1", ". < 3"))]"), item("text", "d"),
          item("text", "e", #""missing": ["nsp"]"#))))
    try story.answer("c", "4")
    try story.leave("d")
    try story.special("e", "nsp")
    story.tell(.remark(AnswerPath("b"), "à revoir"))
    let summary = Summary(of: story.interview)
    let names = { (spots: [Spot]) in spots.map { story.interview.item(at: $0).name } }
    #expect(names(summary.blocking.map(\.spot)) == ["a"])
    #expect(names(summary.toCheck.map(\.spot)) == ["c"])
    #expect(names(summary.unanswered) == ["b", "d"])
    #expect(names(summary.remarks) == ["b"])
    #expect(names(summary.answers) == ["a", "b", "c", "d", "e"])
    #expect(summary.askedCount == 5 && summary.answeredCount == 2)
  }

  @Test(arguments: ["population", "a[2].b", "a[1].b[22].c", "dispositif[2]"])
  func `a path reads back as it is written`(text: String) throws {
    #expect(try #require(AnswerPath(reading: text)).description == text)
  }

  @Test(arguments: [
    "", ".", "a.", "a[0]", "a[-1]", "a[", "a]", "a[1]b", "[1]", "a[1", "a[1].", "a[x]",
  ])
  func `what is no path does not read as one`(text: String) {
    #expect(AnswerPath(reading: text) == nil)
  }
}
