import PseudoTerminals
import Testing

/// Bytes typed in a terminal arrive as the keys they mean.
@Suite struct ReadingTests {
  @Test(arguments: [
    ("a", "character(\"a\")"), ("é", "character(\"é\")"), ("œ", "character(\"œ\")"),
    ("\r", "enter"), ("\n", "newline"), ("\t", "tab"), ("\u{1B}[Z", "backTab"),
    ("\u{7F}", "backspace"), ("\u{08}", "backspace"), ("\u{1B}[3~", "delete"),
    ("\u{1B}OA", "up"), ("\u{1B}[A", "up"), ("\u{1B}[B", "down"), ("\u{1B}[C", "right"),
    ("\u{1B}[D", "left"), ("\u{1B}[H", "home"), ("\u{1B}OH", "home"), ("\u{1B}[1~", "home"),
    ("\u{1B}[7~", "home"), ("\u{1B}[F", "end"), ("\u{1B}[4~", "end"), ("\u{1B}[5~", "pageUp"),
    ("\u{1B}[6~", "pageDown"), ("\u{1B}OP", "function(1)"), ("\u{1B}[15~", "function(5)"),
    ("\u{1B}[24~", "function(12)"), ("\u{03}", "control(\"c\")"), ("\u{13}", "control(\"s\")"),
    ("\u{1B}", "escape"), ("\u{1B}x", "alt(\"x\")"),
    ("\u{1B}[<0;11;5M", "mouse(row: 4, column: 10, kind: Console.MouseKind.press)"),
    ("\u{1B}[<64;1;1M", "mouse(row: 0, column: 0, kind: Console.MouseKind.wheelUp)"),
    ("\u{1B}[<65;1;1M", "mouse(row: 0, column: 0, kind: Console.MouseKind.wheelDown)"),
  ])
  func `a key arrives as itself`(bytes: String, name: String) throws {
    let terminal = try probe()
    try terminal.send(bytes)
    try terminal.waitFor(text: "1 \(name)")
    try terminal.send("z")
    try terminal.waitFor(text: "2 character(\"z\")")
  }

  @Test(arguments: ["vt220", "vt100", "screen", "linux", "xterm", "rxvt-unicode"])
  func `home, end and back tab arrive whatever the terminal's description lacks`(
    name: String
  ) throws {
    let terminal = try probe(environment: ["TERM": name])
    for (index, key) in [("\u{1B}[H", "home"), ("\u{1B}[4~", "end"), ("\u{1B}[Z", "backTab")]
      .enumerated()
    {
      try terminal.send(key.0)
      try terminal.waitFor(text: "\(index + 1) \(key.1)")
    }
  }

  @Test func `silence is told, and ends an Escape however short it is`() throws {
    let terminal = try probe("within=5")
    try terminal.waitFor(text: "1 tick")
    try terminal.send("\u{1B}")
    try terminal.waitFor(text: "2 escape")
    try terminal.waitFor(text: "3 tick")
  }

  @Test func `an arrow cut in two is no text`() throws {
    let terminal = try probe()
    try terminal.send("\u{1B}")
    try terminal.send("[A")
    try terminal.send("z")
    try terminal.waitFor(text: "character(\"z\")")
    #expect(terminal.screen.text.contains("up\n"))
    #expect(!terminal.screen.text.contains("character(\"[\")"))
    #expect(!terminal.screen.text.contains("character(\"A\")"))
  }

  @Test func `a paste arrives whole, and its lines validate nothing`() throws {
    let terminal = try probe()
    try terminal.send("\u{1B}[200~Étain\rBar-le-Duc\u{1B}[31m\r\u{1B}[201~")
    try terminal.waitFor(text: "1 paste")
    #expect(terminal.screen.text.contains("1 paste 21 Étain␊Bar-le-Duc[31m␊"))
    #expect(!terminal.screen.text.contains("enter"))
  }

  @Test func `a long paste is cut, and its end is still seen`() throws {
    let terminal = try probe()
    let line = String(repeating: "abcdefghij", count: 10)
    try terminal.send("\u{1B}[200~" + String(repeating: line, count: 800) + "\u{1B}[201~")
    try terminal.waitFor(text: "1 paste 65536")
    try terminal.send("z")
    try terminal.waitFor(text: "2 character(\"z\")")
  }

  @Test func `lines pasted without brackets validate nothing`() throws {
    let terminal = try probe()
    try terminal.send("Ancerville\rCommercy\r")
    try terminal.waitFor(text: "paste")
    #expect(!terminal.screen.text.contains("enter"))
  }

  @Test func `a released mouse sends nothing`() throws {
    let terminal = try probe()
    try terminal.send("\u{12}")
    try terminal.waitFor("release") { $0.modes.isDisjoint(with: [1000, 1002, 1003, 1006]) }
    try terminal.send("\u{12}")
    try terminal.waitFor("capture") { $0.modes.contains(1000) }
  }
}
