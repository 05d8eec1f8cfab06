import FoundationEssentials
import PseudoTerminals
import Testing

/// Every terminal, every size and rough hands, in the program itself.
@Suite struct AnyTerminalTests {
  let laptop: Laptop

  init() throws { laptop = try Laptop() }

  private func atNameField(
    _ environment: [String: String] = [:], columns: Int = 80, rows: Int = 24
  ) throws -> PseudoTerminal {
    let terminal = try laptop.start(
      ["fill", "barometre", "--lang", "fr"], environment: environment, columns: columns,
      rows: rows)
    try terminal.take(AgentInterview.opening.prefix(3))
    try terminal.waitFor(text: "5bis.")
    return terminal
  }

  @Test(arguments: [
    "xterm-256color", "xterm", "screen", "screen-256color", "tmux-256color", "vt100",
    "rxvt-unicode",
  ])
  func `questions are answered and the terminal given back`(name: String) throws {
    let terminal = try atNameField(["TERM": name])
    try terminal.press("Œuf-sur-Bresle", shows: "[ Œuf-sur-Bresle ")
    try terminal.send(Keys.control("q") + Keys.control("q"))
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isGivenBack)
  }

  @Test(arguments: [["NO_COLOR": "1"], ["TERM": "vt100"]])
  func `without colour nothing is sent in colour`(environment: [String: String]) throws {
    let terminal = try atNameField(environment)
    #expect(terminal.output.filter { $0 == 0x1B }.count > 10)
    #expect(terminal.colours.isEmpty)
  }

  /// Red, green and magenta are read on black as on white, blue and yellow are not.
  @Test(arguments: ["xterm-16color", "xterm-256color", "screen", "tmux-256color"])
  func `on a light ground as on a dark one, no colour is lost`(name: String) throws {
    let terminal = try atNameField(["TERM": name])
    try terminal.take(AgentInterview.opening[3...3])
    try terminal.press("x", shows: "[ x ")
    try terminal.send(Keys.enter)
    try terminal.waitFor("an error in red") { _ in terminal.colours.contains(31) }
    #expect(terminal.colours.isSubset(of: [31, 32, 35, 39, 49]), "\(terminal.colours)")
  }

  @Test func `over ssh the rest of a key is waited for longer`() throws {
    let terminal = try laptop.start(
      ["keys", "--lang", "fr"], environment: ["SSH_TTY": "/dev/pts/9"])
    try terminal.waitFor(text: "Appuyez sur une touche")
    let sent = ContinuousClock.now
    try terminal.send("\u{1B}")
    try terminal.waitFor("the key") { $0.lines.contains { $0.hasPrefix(" Échap") } }
    #expect(ContinuousClock.now - sent >= .milliseconds(190))
  }

  @Test func `from the smallest window to a wall, the question and its keys are there`() throws {
    let terminal = try atNameField(columns: 40, rows: 10)
    for (columns, rows) in [(80, 24), (300, 100), (120, 40), (40, 10), (200, 50), (60, 16)] {
      terminal.resize(columns: columns, rows: rows)
      try terminal.waitFor("the question at \(columns)×\(rows)") { screen in
        screen.text.contains("5bis.") && screen.lines[rows - 1].contains("Échap")
          && (columns == 40 || screen.lines.contains(String(repeating: "─", count: columns)))
      }
    }
    try terminal.press("Ancerville", shows: "[ Ancerville ")
  }

  @Test func `a thousand keys before the first picture all count`() throws {
    let terminal = try laptop.begin()
    try terminal.send(String(repeating: Keys.down + Keys.up, count: 500) + Keys.end + "1")
    try terminal.waitFor(text: "[x] J’ai lu cette information")
  }

  @Test func `a key held down leaves the program where it should be`() throws {
    let terminal = try laptop.begin()
    try terminal.take(AgentInterview.opening.prefix(2))
    try terminal.waitFor(text: "4. Au titre")
    // Never more than the system holds at once: a key cut in two by a wait would be an Escape.
    for _ in 1...4 {
      try terminal.press(String(repeating: Keys.down, count: 600), shows: "▸ 11 ( )")
      try terminal.press(String(repeating: Keys.up, count: 600), shows: "▸  1 ( )")
    }
    try terminal.press("1", shows: "Code : 1")
    try terminal.press(Keys.enter, shows: "5bis.")
  }

  @Test func `a paste of a megabyte is cut, said, and loses nothing`() throws {
    let terminal = try atNameField()
    let word = "Sainte-Colombe "
    try terminal.send(
      "\u{1B}[200~" + String(repeating: word, count: 1_000_000 / word.count) + "\u{1B}[201~")
    try terminal.waitFor(text: "Colombe Sainte")
    try terminal.press(Keys.pageUp, shows: "4. Au titre")
    try terminal.press(Keys.enter, shows: "5bis.")
    #expect(try laptop.text(of: "journal.jsonl").utf8.count < 200_000)
  }

  @Test func `once left, nothing of the interview stays on the terminal`() throws {
    let terminal = try atNameField()
    try terminal.press("Secreterville", shows: "[ Secreterville ")
    try terminal.send(Keys.control("q") + Keys.control("q"))
    _ = try terminal.waitForExit()
    #expect(!terminal.screen.text.contains("Secreterville"))
    #expect(!terminal.screen.text.contains("5bis."))
  }

  /// ncurses may be called from one thread only: there is no other.
  @Test func `the program is one thread`() throws {
    let terminal = try atNameField()
    let threads = try FileManager.default.contentsOfDirectory(
      atPath: "/proc/\(terminal.process)/task")
    #expect(threads.count == 1)
  }
}

extension PseudoTerminal {
  /// The colours asked for so far, of the text and of what lies behind, by their ANSI numbers.
  fileprivate var colours: Set<Int> {
    let looks = String(decoding: output, as: UTF8.self).split(separator: "\u{1B}")
      .map { $0.prefix { $0 != "m" } }
      .filter { $0.hasPrefix("[") && $0.dropFirst().allSatisfy { $0.isNumber || $0 == ";" } }
    return Set(looks.flatMap { $0.dropFirst().split(separator: ";") }.compactMap { Int($0) })
      .filter { (30...49).contains($0) || (90...107).contains($0) }
  }
}
