import PseudoTerminals
import Testing

/// Terminals and locales as they are found in town halls.
@Suite struct PlaceTests {
  let laptop: Laptop

  init() throws { laptop = try Laptop() }

  @Test func `too small a window says so, loses nothing and asks again once enlarged`() throws {
    let terminal = try laptop.begin()
    try terminal.take(AgentInterview.opening.prefix(3))
    try terminal.waitFor(text: "5bis. Quel est le nom officiel")
    try terminal.press("Ancer", shows: "[ Ancer ")
    terminal.resize(columns: 39, rows: 10)
    try terminal.waitFor("the sentence alone") { screen in
      screen.text.contains("Fenêtre trop petite (39×10)") && !screen.text.contains("5bis.")
    }
    try terminal.send("perdu\(Keys.enter)")
    // Keys still on their way must not reach a window large enough: one more size is waited for.
    terminal.resize(columns: 38, rows: 10)
    try terminal.waitFor(text: "Fenêtre trop petite (38×10)")
    terminal.resize(columns: 40, rows: 10)
    try terminal.press("", shows: ["5bis.", "[ Ancer "])
    terminal.resize(columns: 80, rows: 9)
    try terminal.waitFor(text: "Fenêtre trop petite (80×9)")
    terminal.resize(columns: 120, rows: 40)
    try terminal.waitFor("the question again") { screen in
      screen.text.contains("[ Ancer ") && !screen.text.contains("trop petite")
    }
    try terminal.press("ville", shows: "[ Ancerville ")
  }

  @Test func `from too small a window, ^Q pauses and leaves`() throws {
    let terminal = try laptop.start(["fill", "barometre", "--lang", "en"], columns: 38, rows: 9)
    try terminal.waitFor(text: "Window too small (38×9)")
    try terminal.send(Keys.control("q"))
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isGivenBack)
    try laptop.resume().waitFor(text: "1. Barometer of digital")
  }

  @Test(arguments: [["LANG": "C"], ["LC_ALL": "C"], ["LC_ALL": "POSIX"], ["LANG": ""]])
  func `without a UTF-8 locale it is usable`(environment: [String: String]) throws {
    let terminal = try laptop.start(["fill", "barometre"], environment: environment)
    try terminal.take(AgentInterview.opening.prefix(4))
    try terminal.waitFor(text: "6. Quel est le code")
    #expect(try laptop.text(of: "journal.jsonl").contains("Saint-Étienne-d’Œuf"))
  }

  @Test(arguments: ["xterm-nobody-has", ""])
  func `an unknown terminal is usable`(name: String) throws {
    let terminal = try laptop.start(
      ["fill", "barometre", "--lang", "fr"], environment: ["TERM": name])
    try terminal.take(AgentInterview.opening.prefix(2))
    try terminal.waitFor(text: "4. Au titre")
    try terminal.send(Keys.control("q") + Keys.control("q"))
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isGivenBack)
  }

  @Test(arguments: [["TERM": "dumb"], ["ACCESSIBLE": "1"]])
  func `a terminal without a picture gets line mode`(environment: [String: String]) throws {
    let terminal = try laptop.start(
      ["fill", "barometre", "--lang", "fr"], environment: environment)
    try terminal.waitFor(text: "1 J’ai lu cette information")
    #expect(!terminal.screen.isAlternate)
    try terminal.press("1\n", shows: "2. Après avoir pris connaissance")
    try terminal.send(":q\n")
    #expect(try terminal.waitForExit() == .exited(0))
  }
}
