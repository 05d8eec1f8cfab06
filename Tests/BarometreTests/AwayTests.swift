import PseudoTerminals
import Testing

/// The laptop is left alone, and what `barometre keys` shows, in a real terminal.
@Suite struct AwayTests {
  let laptop: Laptop

  init() throws { laptop = try Laptop() }

  @Test func `a hidden screen holds nothing, and comes back where one was`() throws {
    let terminal = try laptop.begin()
    try terminal.take(AgentInterview.opening.prefix(3))
    try terminal.press("", shows: "5bis. Quel est le nom officiel")
    try terminal.press(Keys.escape, shows: "Masquer l’écran")
    let place = try #require(
      terminal.screen.lines.firstIndex { $0.contains("Masquer l’écran") })
    let first = try #require(
      terminal.screen.lines.firstIndex { $0.contains("Question précédente") })
    try terminal.send(String(repeating: Keys.down, count: place - first))
    try terminal.waitFor("the pointer") { $0.lines[place].contains("▸") }
    try terminal.send(Keys.enter)
    try terminal.waitFor("an empty screen") {
      $0.text.contains("Écran masqué") && !$0.text.contains("5bis")
    }
    try terminal.press(Keys.enter, shows: "5bis. Quel est le nom officiel")
  }

  /// What is typed is in the journal two seconds later, without a key to say so.
  @Test func `what is typed and left alone survives a kill`() throws {
    let terminal = try laptop.begin()
    try terminal.take(AgentInterview.opening.prefix(3))
    try terminal.press("", shows: "5bis. Quel est le nom officiel")
    try terminal.press("Ancer", shows: "[ Ancer ")
    for _ in 0..<100 where try !laptop.text(of: "journal.jsonl").contains(#""do":"draft""#) {
      _ = try? terminal.waitFor("the journal", within: 0.1) { _ in false }
    }
    terminal.signal(9)
    _ = try terminal.waitForExit()
    try laptop.resume().press("", shows: "[ Ancer ")
  }

  @Test(arguments: ["xterm-256color", "vt100", "linux", "screen", "tmux-256color", "no-such-term"])
  func `every terminal tells what its keys send`(name: String) throws {
    let terminal = try laptop.start(["keys", "--lang", "fr"], environment: ["TERM": name])
    try terminal.waitFor(text: "Appuyez sur une touche")
    try terminal.press("é", shows: "répondre 2")
    try terminal.press(Keys.control("k"), shows: "^K")
    try terminal.press(Keys.backTab, shows: "Maj+Tab")
    try terminal.send(Keys.control("q"))
    try terminal.waitFor(text: "^Q")
    try terminal.send(Keys.control("q"))
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isGivenBack)
  }

  @Test func `keys without a terminal is wrong use`() throws {
    let run = try laptop.run(["keys", "--lang", "en"])
    #expect(run.ending == .exited(64))
    #expect(run.complaints.contains("no terminal"))
  }
}
