import PseudoTerminals
import Testing

/// From the first key to the exported row.
@Suite struct WholeInterviewTests {
  let laptop: Laptop

  init() throws { laptop = try Laptop() }

  @Test func `an agent's interview with two schemes, keyed on screen, gives exactly these files`()
    throws
  {
    let terminal = try laptop.begin()
    try terminal.take(AgentInterview.turns)
    try terminal.waitFor(text: AgentInterview.summary)
    try terminal.press("2", shows: ["Entretien terminé et enregistré.", "Saint-Étienne-d’Œuf"])
    try terminal.send(Keys.control("q"))
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isGivenBack)
    try expectTheAgentsFiles(laptop)
  }

  @Test func `line mode with the same answers gives the same interview`() throws {
    let lines = AgentInterview.turns.map(\.line) + ["2", ":q"]
    let run = try laptop.run(
      ["fill", "barometre", "--linear", "--lang", "fr", "--interviewer", "PC07"],
      input: lines.joined(separator: "\n") + "\n")
    #expect(run.ending == .exited(0))
    #expect(run.complaints == "")
    #expect(run.output.contains("Entretien terminé et enregistré."))
    try expectTheAgentsFiles(laptop)
  }
}

/// Compares the interview and its export, whole, with the goldens.
func expectTheAgentsFiles(
  _ laptop: Laptop, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  try Golden.expect(
    laptop.text(of: "interview.json").normalised, is: "interview.json",
    sourceLocation: sourceLocation)
  let tables = try laptop.export()
  #expect(
    tables.keys.sorted() == [
      "codebook.csv", "codebook.md", "dispositif.csv", "interviews.csv", "manifest.json",
      "remarks.csv", "warnings.csv",
    ], sourceLocation: sourceLocation)
  let lines = try laptop.export("--format", "jsonl").filter { $0.key == "interviews.jsonl" }
  for (name, text) in tables.merging(lines, uniquingKeysWith: { $1 }) {
    try Golden.expect(text.normalised, is: name, sourceLocation: sourceLocation)
  }
}
