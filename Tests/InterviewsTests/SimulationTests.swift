import Formulas
import Questions
import Scenarios
import Testing

@testable import Interviews

/// Random walks: what they find, and that what they say is never done can be done by no one.
@Suite struct SimulationTests {
  private func simulation(
    _ items: String, runs: Int = 60, lists: String = "", checks: String = "", seed: Int = 1
  ) throws -> Simulation {
    var simulation = Simulation(
      try questionnaire(form(items, lists: lists, checks: checks)))
    for run in 0..<runs {
      var draw = Draw(seed: seed * 10_000 + run)
      _ = simulation.walk(Scenario.start(), using: &draw)
    }
    return simulation
  }

  @Test(arguments: [
    item("integer", "n", #""minimum": 200, "maximum": 1000000"#) + ", "
      + item("note", "cible", ##""relevant": "${n} = 4321""##),
    item("integer", "n") + ", "
      + item("calculate", "double", #""calculation": "${n} * 2""#) + ", "
      + item("note", "cible", ##""relevant": "${double} = 8642 or ${double} = 4321 * 2""##),
    item("date", "d") + ", " + item("note", "cible", ##""relevant": "${d} = '2016-02-29'""##),
    item("text", "t") + ", " + item("note", "cible", ##""relevant": "${t} = 'sésame'""##),
    yesOrNo("q", #""missing": ["nsp"]"#) + ", "
      + item("note", "cible", ##""relevant": "missing(${q}) = 'nsp'""##),
    item("select_one", "q", #""choices": [{"name": "x", "label": "X", "other": "lequel"}]"#) + ", "
      + item("note", "cible", ##""relevant": "${lequel} != ''""##),
    within("repeat", "r", [item("text", "nom", #""required": true"#)], #""open": "3", "max": 3"#)
      + ", " + item("note", "cible", ##""relevant": "duplicates(${nom}) > 0""##),
  ])
  func `what takes a given answer is reached`(items: String) throws {
    let simulation = try simulation(items, runs: 400)
    #expect(simulation.neverReached == [] && simulation.deadEnds.isEmpty)
  }

  @Test(arguments: [
    item("text", "t", #""required": true, "pattern": "[A-Z]{2}-\\d{4}(bis|ter)?""#),
    item("text", "t", #""required": true, "pattern": "\\p{Lu}\\p{Ll}+( [^0-9]+)*""#),
    item("decimal", "n", #""required": true, "minimum": 0.25, "maximum": 0.75"#),
    item("decimal", "n", #""required": true, "minimum": -3, "maximum": -1, "step": 0.4"#),
    item("integer", "n", #""required": true, "minimum": 7, "maximum": 7000, "step": 7"#),
    item("text", "t", #""required": true, "min_length": 30, "max_length": 30"#),
    item("date", "d", #""required": true, "precision": "month", "coarsest": "year""#),
    item("time", "h", #""required": true"#),
    item("rank", "r", #""required": true, "choices": "ouinon", "min_selected": 2"#),
  ])
  func `an answer is found for every kind and bound`(item: String) throws {
    #expect(try simulation(item, runs: 30).deadEnds == [:])
  }

  @Test func `an answer is found among the few rows a filter offers`() throws {
    let rows = (0..<3_000).map { "\($0),\($0 == 1_234 ? "oui" : "non")" }
    let lists = #""l": {"file": "l.csv", "key": "code", "label": "code"}"#
    let row = item(
      "select_one", "q", #""choices": "l", "choice_filter": "rare = 'oui'", "required": true"#)
    var simulation = Simulation(
      try questionnaire(
        form(row, lists: lists),
        files: ["l.csv": (["code,rare"] + rows).joined(separator: "\n")]))
    var draw = Draw(seed: 1)
    let walk = simulation.walk(Scenario.start(), using: &draw)
    #expect(simulation.deadEnds == [:])
    #expect(walk.interview.value(at: Spot(frame: 0, item: 0)) == .choice("1234"))
  }

  @Test func `a code looked up in a list is one of the list at times`() throws {
    let lists = #""l": {"file": "l.csv", "key": "code", "label": "code"}"#
    let source = form(
      items(item("text", "t"), item("select_one", "q", #""choices": "l""#)), lists: lists,
      checks: check("S1", "pulldata('l', 'nom', 'code', ${t}) = ''", "warning"))
    func simulation(_ files: [String: String]) throws -> Simulation {
      var simulation = Simulation(try questionnaire(source, files: files))
      for run in 0..<60 {
        var draw = Draw(seed: run)
        _ = simulation.walk(Scenario.start(), using: &draw)
      }
      return simulation
    }
    let with = try simulation(["l.csv": "code,nom\n210100012,Laon\n210100020,Bron\n"])
    #expect(with.neverReached == [] && with.neverFired == [])
    let without = try simulation([:])
    #expect(without.neverReached == [] && without.neverFired == [], "that is no one's mistake")
    #expect(without.questionnaire.missingFiles == ["l.csv"])
  }

  @Test func `an error between two questions is mended by changing one of them`() throws {
    let simulation = try simulation(
      items(
        item("integer", "a", #""required": true, "maximum": 9"#),
        item("integer", "b", #""required": true, "maximum": 9"#)),
      checks: check("E1", "${a} + ${b} = 15", "error"))
    #expect(simulation.deadEnds == [:] && simulation.neverFired == [])
  }

  @Test func `a question nothing answers is a dead end, and named`() throws {
    let required = item(
      "select_one", "q", ##""choices": "ouinon", "choice_filter": "${n} > 3", "required": true"##)
    let simulation = try simulation(
      items(item("integer", "n", #""minimum": 1, "maximum": 9, "required": true"#), required))
    #expect(Array(simulation.deadEnds.keys) == ["q"])
  }

  @Test func `what is never reached, offered or fired is named`() throws {
    let simulation = try simulation(
      items(
        item("integer", "n", #""maximum": 9"#),
        item("note", "loin", ##""relevant": "${n} > 8 and ${n} < 5 + 1 - 1""##),
        item(
          "grid", "g",
          ##""choices": "ouinon", "rows": [{"name": "g1", "label": "A"}, {"name": "g2", "label": "B", "relevant": "${n} > 10 - 1"}]"##
        ),
        item("select_one", "q", ##""choices": "ouinon", "choice_filter": "name = 'oui'""##)),
      checks: check("S1", "${n} <= 10", "warning"))
    #expect(simulation.neverReached == ["loin", "g2"])
    #expect(simulation.neverOffered == ["q: non"])
    #expect(simulation.neverFired == ["S1"])
  }

  @Test func `a walk goes back, and time passes`() throws {
    var simulation = Simulation(try questionnaire(form(items(yesOrNo("a"), yesOrNo("b")))))
    var backs = 0
    for run in 0..<100 {
      var draw = Draw(seed: run)
      let walk = simulation.walk(Scenario.start(), using: &draw)
      let seconds = walk.events.map(\.second)
      #expect(seconds == seconds.sorted() && (seconds.last ?? 0) > 0)
      #expect(walk.interview.status == .finished)
      backs += walk.events.count { step in
        if case .go(_, isBack: true) = step.event { true } else { false }
      }
    }
    #expect(backs > 0 && simulation.path.longest == 2)
  }

  /// Thousands of walks reach everything; these few, nearly.
  @Test func `the barometer has no dead end, and little that a few walks miss`() throws {
    var simulation = Simulation(try Scenario.barometre().interview.questionnaire)
    for run in 0..<40 {
      var draw = Draw(seed: run)
      _ = simulation.walk(Scenario.start(), using: &draw)
    }
    #expect(simulation.deadEnds.isEmpty && simulation.neverOffered == [])
    #expect(simulation.neverReached.count < 8)
    #expect((1..<40).contains(simulation.refusals))
    #expect(simulation.path.median > 20, "a refusal is no short interview")
  }
}
