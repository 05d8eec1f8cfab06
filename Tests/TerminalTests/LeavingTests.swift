import Glibc
import PseudoTerminals
import Testing

/// However the program ends, the terminal is as it was.
@Suite struct LeavingTests {
  @Test func `leaving gives the terminal back`() throws {
    let terminal = try probe()
    #expect(terminal.screen.isAlternate && !terminal.isCooked)
    #expect(terminal.screen.modes.isSuperset(of: [1000, 2004]))
    try terminal.send("\u{11}")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isGivenBack)
    #expect(terminal.screen.text.hasPrefix("left 0"))
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func `a signal that asks to leave is told to the program`(signal: Int32) throws {
    let terminal = try probe()
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == .exited(128 + signal))
    #expect(terminal.isGivenBack)
  }

  @Test(arguments: [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGQUIT])
  func `a signal that kills gives the terminal back first`(signal: Int32) throws {
    let terminal = try probe("notice=Voir le journal.")
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == .killed(signal))
    #expect(terminal.isGivenBack)
    #expect(terminal.screen.text.contains("Voir le journal."))
  }

  @Test func `a bug gives the terminal back and leaves its message in the log`() throws {
    let log = "/tmp/barometre-essai-\(getpid())-\(#line).log"
    defer { unlink(log) }
    let terminal = try probe("log=\(log)")
    try terminal.send("\u{14}")
    let ending = try terminal.waitForExit()
    #expect(ending == .killed(SIGILL) || ending == .killed(SIGTRAP))
    #expect(terminal.isGivenBack)
    #expect(text(ofFile: log).contains("Index out of range"))
    #expect(!terminal.screen.text.contains("Index out of range"))
  }

  @Test func `leaving by exit gives the terminal back`() throws {
    let terminal = try probe()
    try terminal.send("\u{18}")
    #expect(try terminal.waitForExit() == .exited(7))
    #expect(terminal.isGivenBack)
  }

  @Test func `a closed window ends the program at once`() throws {
    let terminal = try probe()
    terminal.hangUp()
    #expect(try terminal.waitForExit() == .exited(129))
  }

  @Test func `what is printed on standard error does not touch the picture`() throws {
    let log = "/tmp/barometre-essai-\(getpid())-\(#line).log"
    defer { unlink(log) }
    let terminal = try probe("log=\(log)")
    try terminal.send("\u{10}")
    try terminal.waitFor(text: "control(\"p\")")
    #expect(!terminal.screen.text.contains("stray"))
    #expect(text(ofFile: log).contains("stray text"))
    try terminal.send("\u{11}")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func `stopped and continued, it takes the terminal again and repaints`() throws {
    let terminal = try probe()
    let before = terminal.screen.text
    terminal.signal(SIGSTOP)
    terminal.signal(SIGCONT)
    try terminal.waitFor(text: "1 resumed")
    #expect(!terminal.isCooked && terminal.screen.isAlternate)
    #expect(terminal.screen.lines[0] == before.split(separator: "\n")[0])
  }

  @Test(arguments: ["\u{1A}", nil])
  func `asked to suspend with nobody to continue it, it goes on`(keys: String?) throws {
    let terminal = try probe()
    if let keys { try terminal.send(keys) } else { terminal.signal(SIGTSTP) }
    try terminal.waitFor(text: keys == nil ? "1 resumed" : "1 control(\"z\")")
    try terminal.send("a")
    try terminal.waitFor(text: "2 character(\"a\")")
    #expect(!terminal.isCooked && terminal.screen.isAlternate)
    #expect(terminal.screen.modes.isSuperset(of: [1000, 2004]))
  }
}

/// The text of a small file, or nothing.
func text(ofFile path: String) -> String {
  let file = open(path, O_RDONLY)
  guard file >= 0 else { return "" }
  defer { close(file) }
  var bytes = [UInt8](repeating: 0, count: 65_536)
  let count = max(0, read(file, &bytes, bytes.count))
  return String(decoding: bytes.prefix(count), as: UTF8.self)
}
