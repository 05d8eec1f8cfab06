import Glibc
import PseudoTerminals
import Testing

/// Random walks, as an author makes them.
@Suite struct SimulateTests {
  let laptop: Laptop

  init() throws { laptop = try Laptop() }

  /// A question no one can answer, a note no one reaches, a choice no one is offered and a check
  /// that never speaks.
  private static let flawed = """
    {"format": 1, "id": "x", "version": "1", "title": "T", "languages": ["fr"],
     "choice_lists": {"on": [{"name": "oui", "label": "Oui"},
       {"name": "non", "label": "Non", "relevant": "${n} > 20 - 1"}]},
     "items": [{"type": "integer", "name": "n", "label": "N", "maximum": 9, "required": true,
         "checks": [{"name": "S1", "constraint": ". < 10", "message": "M", "severity": "error"}]},
       {"type": "note", "name": "loin", "label": "L", "relevant": "${n} > 8 and ${n} < 5 + 1 - 1"},
       {"type": "select_one", "name": "q", "label": "Q", "choices": "on"},
       {"type": "select_one", "name": "r", "label": "R", "choices": "on", "required": true,
        "choice_filter": "${n} > 20 - 2"}]}
    """

  @Test(arguments: [
    (
      "fr",
      [
        "Parcours\u{A0}: 5", "Longueur (écrans)\u{A0}: médiane 0, au plus 0",
        "Durée estimée (minutes)\u{A0}: médiane 0, au plus 0",
        "Questions jamais atteintes\u{A0}: loin",
        "Choix jamais proposés\u{A0}: q: non, r: oui, r: non",
        "Contrôles jamais déclenchés\u{A0}: S1", "Impasses\u{A0}: r (5)",
      ]
    ),
    (
      "en",
      [
        "Walks: 5", "Length (screens): median 0, at most 0",
        "Expected duration (minutes): median 0, at most 0", "Questions never reached: loin",
        "Choices never offered: q: non, r: oui, r: non", "Checks never fired: S1",
        "Dead ends: r (5)",
      ]
    ),
  ])
  func `all that is wrong is named, and a dead end is a problem`(
    language: String, lines: [String]
  ) throws {
    try laptop.write(Self.flawed, to: "essai.json")
    let file = "\(laptop.folder)/essai.json"
    let run = try laptop.run(["simulate", file, "--runs", "5", "--lang", language])
    #expect(run.ending == .exited(1) && run.complaints == "")
    #expect(run.output.split(separator: "\n").map(String.init) == lines)
  }

  @Test func `on a terminal, a long simulation says how far it is`() throws {
    try laptop.write(DeskTests.warned, to: "essai.json")
    let file = "\(laptop.folder)/essai.json"
    let terminal = try laptop.start(["simulate", file, "--runs", "100000000"])
    try terminal.waitFor(text: " / 100000000")
    terminal.signal(SIGINT)
    #expect(try terminal.waitForExit() == .killed(SIGINT))
  }

  @Test func `simulated interviews are kept, and exported only when asked for`() throws {
    try laptop.write(DeskTests.warned, to: "essai.json")
    let options = ["simulate", "\(laptop.folder)/essai.json", "--runs", "3", "--lang", "fr"]
    let walk = try laptop.run(options + ["--save"])
    #expect(walk.ending == .exited(0) && walk.complaints == "")
    #expect(walk.output.contains("Enregistrés\u{A0}: 3 (\(laptop.data))\n"))
    #expect(try laptop.interviews().count == 3)
    #expect(try laptop.export()["interviews.csv"] == nil)
    let export = ["export", "--to", "\(laptop.folder)/tout", "--simulated"]
    #expect(try laptop.run(export).ending == .exited(0))
    let rows = try laptop.text(at: "tout/interviews.csv").split(separator: "\r\n")
    #expect(rows.count == 4 && rows.dropFirst().allSatisfy { $0.contains(",simulated,") })
    let again = try laptop.run(options)
    #expect(again.output == (try laptop.run(options)).output, "a seed gives the same walks")
    #expect(try laptop.interviews().count == 3)
  }

  @Test func `simulated interviews are in the results only when asked for`() throws {
    try laptop.write(DeskTests.warned, to: "essai.json")
    let walks = ["simulate", "\(laptop.folder)/essai.json", "--runs", "3", "--save"]
    #expect(try laptop.run(walks).ending == .exited(0))
    #expect(try laptop.run(["report"]).ending == .exited(65), "there is no other interview")
    #expect(try laptop.run(["report", "--simulated"]).ending == .exited(0))
    let both = try laptop.run(["report", "--simulated", "--kind", "training"])
    #expect(both.ending == .exited(64))
  }
}
