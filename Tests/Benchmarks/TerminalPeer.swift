import Foundation
import PseudoTerminals

/// Another program that shows a menu of three lines in a terminal.
struct TerminalPeer {
  let name: String
  let command: [String]
  /// What its first picture holds.
  let shows: String
  /// How often it is started: the slow ones less.
  let runs: Int

  func start() throws -> PseudoTerminal {
    try PseudoTerminal(command, environment: ["LANG": "C.UTF-8", "HOME": "/tmp"])
  }

  /// A terminal without a program: what it is sent comes back.
  static func bare() throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(["/bin/sh", "-c", "stty raw -echo; printf ready; exec cat"])
    try terminal.waitFor(text: "ready")
    terminal.readUntilQuiet(for: 100)
    return terminal
  }

  /// Those that can be run here.
  static let installed: [TerminalPeer] = [dialog].compactMap(\.self) + inPython

  private static var dialog: TerminalPeer? {
    Peer.find("dialog").map { path in
      TerminalPeer(
        name: "dialog",
        command: [path, "--menu", "?", "10", "30", "3", "1", "un", "2", "deux", "3", "trois"],
        shows: "trois", runs: 30)
    }
  }

  private static var inPython: [TerminalPeer] {
    guard let python = Peer.find("python3") else { return [] }
    return [("questionary", questionary), ("textual", textual)]
      .filter { Peer.run([python, "-c", "import \($0.0)"], output: .dropped) != nil }
      .map { TerminalPeer(name: $0.0, command: [python, "-c", $0.1], shows: "trois", runs: 5) }
  }

  private static let questionary = """
    import questionary
    questionary.select("?", choices=["un", "deux", "trois"]).ask()
    """

  private static let textual = """
    from textual.app import App
    from textual.widgets import OptionList
    class Menu(App):
        def compose(self):
            yield OptionList("un", "deux", "trois")
    Menu().run()
    """
}
