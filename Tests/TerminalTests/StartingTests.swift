import Glibc
import PseudoTerminals
import Testing

/// Terminals and locales as they are found in offices.
@Suite struct StartingTests {
  @Test(arguments: ["xterm-nobody-has", "xterm-ghostty-essai", ""])
  func `an unknown terminal is treated as a common one, and said`(name: String) throws {
    let terminal = try probe(environment: ["TERM": name])
    #expect(terminal.screen.text.contains("standsIn(requested: \"\(name)\""))
    try terminal.send("\u{11}")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isGivenBack)
  }

  @Test func `a terminal whose cursor stays in line is refused`() throws {
    let terminal = try PseudoTerminal(
      [builtProgram("TerminalProbe")], environment: ["TERM": "dumb"])
    #expect(try terminal.waitForExit() == .exited(3))
    #expect(terminal.screen.text.hasPrefix("fault fixedCursor"))
    #expect(terminal.isCooked)
  }

  @Test(arguments: [["LANG": ""], ["LC_ALL": "C"], ["LC_ALL": "xx_XX.UTF-8"]])
  func `a locale that is not UTF-8 gives way to one that is`(environment: [String: String]) throws {
    let terminal = try probe(environment: environment)
    #expect(terminal.screen.lines[0].hasPrefix(" Sonde · été œuvre"))
    try terminal.send("é")
    try terminal.waitFor(text: "1 character(\"é\")")
  }

  @Test func `a program whose output is a file takes no terminal`() throws {
    let probe = builtProgram("TerminalProbe")
    let terminal = try PseudoTerminal(["/bin/sh", "-c", "'\(probe)' | cat"])
    _ = try terminal.waitForExit()
    #expect(terminal.screen.text.hasPrefix("fault notATerminal"))
    #expect(terminal.isCooked)
  }
}
