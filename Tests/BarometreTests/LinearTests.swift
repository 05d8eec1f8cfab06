import PseudoTerminals
import Testing

/// Line mode in the real program.
@Suite struct LinearTests {
  let laptop: Laptop

  init() throws { laptop = try Laptop() }

  @Test func `help names line mode in its first lines`() throws {
    let help = try PipedProgram(
      [builtProgram("barometre"), "--help"], input: "", environment: laptop.environment
    ).output
    let lines = help.split(separator: "\n").prefix(8).joined(separator: " ")
    #expect(lines.contains("--linear") && lines.contains("une question par ligne"))
    #expect(lines.contains("one question per line"))
  }

  @Test func `a terminal cuts no word, a pipe gets whole lines`() throws {
    let terminal = try laptop.start(["--linear", "--lang", "fr"], columns: 40)
    try terminal.waitFor(text: "résultats")
    let piped = try laptop.run(["--linear", "--lang", "fr"], input: ":q\n")
    #expect(piped.output.contains("lettres cherchent ; :r résultats, :m menu"))
    #expect(piped.output.hasSuffix("Tout est enregistré.\n"))
  }

  @Test func `an option is no way round what a code is`() throws {
    let run = try laptop.run(["--linear", "--lang", "fr", "--interviewer", "Marie Dupont"])
    #expect(run.ending == .exited(64) && run.complaints.contains("Marie Dupont"))
  }
}
