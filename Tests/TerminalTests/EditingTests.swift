import FoundationEssentials
import Glibc
import PseudoTerminals
import Testing

@testable import Terminal

/// A person's own editor, in the same terminal.
@Suite struct EditingTests {
  @Test(arguments: [
    ("nano", ["nano"]), ("emacs -nw", ["emacs", "-nw"]), ("  vi   -u  x ", ["vi", "-u", "x"]),
    ("'/opt/mon éditeur/ed' --wait", ["/opt/mon éditeur/ed", "--wait"]),
    ("a\\ b \"c \\\" d\" ''", ["a b", "c \" d", ""]), ("", []),
  ])
  func `a command is split as a shell would`(command: String, words: [String]) {
    #expect(EditorLauncher.words(of: command) == words)
  }

  @Test func `the editor reads the terminal, and its text comes back`() throws {
    // It reads a line from the terminal: in a process group of its own it would be stopped.
    let script =
      "stty -F /dev/tty sane; echo ready >/dev/tty; read line </dev/tty; echo \"$line\" >>\"$0\""
    let terminal = try probe("editor=/bin/sh -c '\(script)'")
    try terminal.send("\u{0F}")
    try terminal.waitFor("the editor's turn") { !$0.isAlternate && $0.text.contains("ready") }
    #expect(terminal.screen.modes.isDisjoint(with: [1000, 2004]))
    try terminal.send("dicté\r")
    try terminal.waitFor(text: "editor: avant␊encore␊dicté")
    #expect(!terminal.isCooked && terminal.screen.isAlternate)
    #expect(terminal.screen.modes.isSuperset(of: [1000, 2004]))
  }

  @Test func `nothing of a text stays where it was edited, copies and leftovers included`() throws {
    var template = Array("/tmp/barometre-essai-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    let folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    // No process has that number.
    let leftover = "\(folder)/.barometre-editor-999999999"
    try FileManager.default.createDirectory(atPath: leftover, withIntermediateDirectories: false)
    try Data("jadis".utf8).write(to: URL(filePath: "\(leftover)/texte.txt"))
    let script = #"cp "$0" "$0~"; echo $(stat -c %a "$0" "$(dirname "$0")") >"$0""#
    let terminal = try probe("folder=\(folder)", "editor=/bin/sh -c '\(script)'")
    try terminal.send("\u{0F}")
    try terminal.waitFor(text: "editor: 600 700")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
  }

  @Test(arguments: [
    ("/bin/false", "failed(status: 1)"), ("/bin/sh -c ': >\"$0\"'", "empty"),
    ("/bin/sh -c 'printf \"\\\\351\" >\"$0\"'", "notText"),
    ("/bin/sh -c 'kill -9 $$'", "killed(signal: 9)"),
  ])
  func `an editor that fails changes nothing`(command: String, fault: String) throws {
    let terminal = try probe("editor=\(command)")
    try terminal.send("\u{0F}")
    try terminal.waitFor(text: "editor: \(fault)")
  }
}
