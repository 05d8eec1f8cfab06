import Formulas
import Interviews
import Questions
import Testing

/// A proposal follows what it reads until it is taken, and again once what was taken changed.
@Suite struct ProposalTests {
  var interview: Interview

  init() throws {
    let source = """
      {"format": 1, "id": "x", "version": "1", "title": "T", "languages": ["fr"],
       "items": [
         {"type": "integer", "name": "a", "label": "A"},
         {"type": "integer", "name": "b", "label": "B", "default": "${a} * 2", "maximum": 100},
         {"type": "calculate", "name": "c", "calculation": "${b} + 1"},
         {"type": "date", "name": "d", "label": "D", "precision": "month", "default": "today()"}
       ]}
      """
    let start = Start(
      id: "0", code: "K7QF-2M9P-X4", questionnaireHash: "", interviewer: "",
      started: try #require(DateTime(reading: "2020-07-05T09:00:00+02:00")), language: "fr")
    interview = Interview(start, on: try QuestionnaireFile.read(Array(source.utf8)).questionnaire)
  }

  func spot(_ name: String) throws -> Spot {
    try #require(interview.spot(of: AnswerPath(name)))
  }

  mutating func answer(_ name: String, _ typed: String) throws {
    interview.apply(try interview.accept(typed, at: spot(name)))
  }

  mutating func take(_ name: String) throws {
    interview.apply(try interview.acceptProposal(at: spot(name)))
  }

  func proposal(_ name: String) throws -> String { interview.proposal(at: try spot(name)).plain }

  func value(_ name: String) throws -> String { interview.value(at: try spot(name)).plain }

  @Test mutating func `a proposal follows what it reads, and is no answer`() throws {
    #expect(try proposal("b") == "")
    try answer("a", "4")
    #expect(try proposal("b") == "8")
    #expect(try value("c") == "")
    try answer("a", "5")
    #expect(try proposal("b") == "10")
    #expect(interview.presence(at: try spot("b")) == .notReached)
  }

  @Test mutating func `taken, it counts, until it changes`() throws {
    try answer("a", "4")
    try take("b")
    #expect(try value("c") == "9")
    try answer("a", "5")
    #expect(try value("b") == "" && value("c") == "")
    #expect(try proposal("b") == "10")
    #expect(interview.contents.setAside.isEmpty)
    try answer("a", "4")
    #expect(try value("c") == "9")
  }

  @Test mutating func `what the person typed is theirs`() throws {
    try answer("a", "4")
    try answer("b", "7")
    try answer("a", "5")
    #expect(try value("b") == "7" && proposal("b") == "")
  }

  @Test mutating func `left blank on purpose, nothing is proposed`() throws {
    try answer("a", "4")
    try answer("b", "")
    #expect(try proposal("b") == "")
  }

  @Test mutating func `what is no answer cannot be taken`() throws {
    try answer("a", "60")
    let spot = try spot("b")
    let interview = interview
    #expect(throws: Rejection.aboveMaximum(Number(120), maximum: Number(100), decimals: 0)) {
      try interview.acceptProposal(at: spot)
    }
  }

  @Test mutating func `a day proposed for a month is that month`() throws {
    #expect(try proposal("d") == "2020-07")
    try take("d")
    #expect(try value("d") == "2020-07")
  }
}
