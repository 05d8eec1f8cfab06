import Glibc
import PseudoTerminals
import Testing

/// However the program is left, the terminal is given back and the interview resumes.
@Suite struct LeavingTests {
  let laptop: Laptop

  init() throws { laptop = try Laptop() }

  /// An interview with an answer just given.
  private func answering() throws -> PseudoTerminal {
    let terminal = try laptop.begin()
    try terminal.take(AgentInterview.opening)
    try terminal.waitFor(text: "9. Répondez-vous")
    try terminal.press("2", shows: "2 (•) Agente ou agent")
    return terminal
  }

  private func expectItResumes() throws {
    let terminal = try laptop.resume()
    try terminal.press(
      "", shows: ["9. Répondez-vous", "2 (•) Agente ou agent", "Saint-Étienne-d’Œuf"])
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func `a signal gives the terminal back, and the interview resumes`(signal: Int32) throws {
    let terminal = try answering()
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == .exited(128 + signal))
    #expect(terminal.isGivenBack)
    try expectItResumes()
  }

  @Test func `a closed terminal leaves an interview that resumes`() throws {
    let terminal = try answering()
    terminal.hangUp()
    #expect(try terminal.waitForExit() == .exited(128 + SIGHUP))
    try expectItResumes()
  }

  @Test(arguments: ["q", "c"])
  func `asked twice to leave, it pauses and leaves`(letter: String) throws {
    let terminal = try answering()
    let keys = Keys.control(Character(letter))
    try terminal.press(keys, shows: "Quitter cet entretien ?")
    try terminal.send(keys)
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isGivenBack)
    #expect(try laptop.text(of: "journal.jsonl").contains(#""do":"pause""#))
    try expectItResumes()
  }

  @Test func `a trap gives the terminal back, and the interview resumes`() throws {
    let terminal = try answering()
    terminal.signal(SIGILL)
    #expect(try terminal.waitForExit() == .killed(SIGILL))
    #expect(terminal.isGivenBack)
    try expectItResumes()
  }

  @Test func `what is typed and not validated waits while one looks elsewhere`() throws {
    let terminal = try laptop.begin()
    try terminal.take(AgentInterview.opening.prefix(3))
    try terminal.waitFor(text: "5bis. Quel est le nom officiel")
    try terminal.press("Ancer", shows: "[ Ancer ")
    try terminal.press(Keys.pageUp, shows: "4. Au titre de quel type")
    try terminal.press(Keys.enter, shows: "[ Ancer ")
  }
}
