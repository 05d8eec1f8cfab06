import PseudoTerminals
import Testing

/// What a canvas holds is what the terminal shows.
@Suite struct DrawingTests {
  @Test(arguments: ["xterm-256color", "screen", "tmux-256color", "rxvt-unicode", "xterm"])
  func `the picture shows as drawn, the cursor on the focus`(name: String) throws {
    let terminal = try probe(environment: ["TERM": name])
    try terminal.waitFor("cursor") { $0.cursor == VirtualScreen.Place(row: 3, column: 5) }
    #expect(terminal.screen.lines[0] == " Sonde · été œuvre 漢字 e\u{301} ✓")
    #expect(terminal.screen.lines[1] == "80×24               ✓ erreur")
    #expect(terminal.screen.lines[2] == String(repeating: "─", count: 80))
    #expect(terminal.screen.lines[23] == String(repeating: " ", count: 76) + "coin")
    #expect(terminal.screen.look(row: 0, column: 3).isReversed)
  }

  @Test(arguments: ["linux", "vt100"])
  func `a terminal with few marks or no colour shows what it can`(name: String) throws {
    let terminal = try probe(environment: ["TERM": name])
    #expect(terminal.screen.lines[0].hasPrefix(" Sonde · été œuvre"))
    #expect(terminal.screen.look(row: 1, column: 22).isBold)
    #expect(terminal.screen.look(row: 1, column: 22).foreground == (name == "linux" ? 1 : nil))
    #expect(terminal.screen.lines[1].contains(name == "linux" ? "+ erreur" : "✓ erreur"))
  }

  @Test func `without colour the difference stays`() throws {
    let terminal = try probe("mono")
    let look = terminal.screen.look(row: 1, column: 22)
    #expect(look.isBold && look.foreground == nil)
  }

  @Test func `only what changes is sent`() throws {
    let terminal = try probe()
    let before = terminal.output.count
    try terminal.send("a")
    try terminal.waitFor(text: "1 character(\"a\")")
    #expect(terminal.output.count - before < 60)
  }

  @Test(arguments: [(100, 30), (60, 16), (40, 10), (12, 3), (1, 1)])
  func `a new size is told once and drawn for`(columns: Int, rows: Int) throws {
    let terminal = try probe()
    terminal.resize(columns: columns, rows: rows)
    let corner = String("coin".suffix(min(4, columns)))
    try terminal.waitFor("picture of the new size") { screen in
      let last = screen.lines[rows - 1]
      return columns < 4
        ? !screen.text.isEmpty : last.hasSuffix(corner) && last.count == columns
    }
    terminal.resize(columns: 80, rows: 24)
    try terminal.waitFor(text: "2 resize 80 24")
    #expect(terminal.screen.text.contains("1 resize \(columns) \(rows)"))
  }

  @Test func `exported LINES and COLUMNS do not pin the size`() throws {
    let terminal = try probe(
      environment: ["LINES": "10", "COLUMNS": "40"], columns: 90, rows: 30)
    #expect(terminal.screen.lines[1].hasPrefix("90×30"))
    terminal.resize(columns: 70, rows: 20)
    try terminal.waitFor(text: "1 resize 70 20")
  }
}
