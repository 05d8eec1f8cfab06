import FoundationEssentials
import PseudoTerminals
import Testing

/// What a person set, and their own editor, in the real program.
@Suite struct OwnWaysTests {
  let laptop: Laptop

  init() throws { laptop = try Laptop() }

  private func writeSettings(_ text: String) throws {
    try FileManager.default.createDirectory(
      atPath: "\(laptop.folder)/config/barometre", withIntermediateDirectories: true)
    try laptop.write(text, to: Self.settings)
  }

  private static let settings = "config/barometre/settings.json"

  @Test func `the language chosen on the home screen is there the next morning`() throws {
    try writeSettings(#"{"advance": true, "mine": [1.50, null]}"#)
    let first = try laptop.start([])
    try first.waitFor(text: "hors ligne")
    try first.press(Keys.f2, shows: "offline")
    try first.send(Keys.control("q"))
    #expect(try first.waitForExit() == .exited(0))
    try laptop.start([]).waitFor(text: "offline")
    #expect(
      try laptop.text(at: Self.settings) == """
        {
          "advance": true,
          "mine": [1.50, null],
          "language": "en"
        }

        """)
  }

  @Test func `a settings file that is none is told, and left as it is`() throws {
    try writeSettings("{ advance: oui")
    let terminal = try laptop.start([])
    try terminal.waitFor(text: "settings.json")
    try terminal.press(Keys.f2, shows: ["offline", "settings.json"])
    #expect(try laptop.text(at: Self.settings) == "{ advance: oui")
  }

  private func writing(in editor: String) throws -> PseudoTerminal {
    try laptop.write(
      """
      {"format": 1, "id": "avis", "version": "1", "title": "Avis", "languages": ["fr"], "items": [
        {"type": "text", "name": "avis", "label": "Un avis ?", "appearance": "multiline"}]}
      """, to: "avis.json")
    let terminal = try laptop.start(
      ["fill", "\(laptop.folder)/avis.json"], environment: ["VISUAL": editor])
    try terminal.press("dicté", shows: "│ dicté ")
    return terminal
  }

  @Test func `a long text is written in the person's own editor, and kept`() throws {
    let terminal = try writing(in: #"/bin/sh -c 'echo "et relu" >> "$0"'"#)
    try terminal.press(Keys.control("o"), shows: ["│ dicté ", "│ et relu "])
    try terminal.press(Keys.tab, shows: "Terminer l’entretien")
    #expect(try laptop.text(of: "journal.jsonl").contains(#""value":"dicté\net relu""#))
  }

  @Test(arguments: [
    ("/bin/false", "a échoué (code 1)"), (#"/bin/sh -c ': > "$0"'"#, "n’a rien rendu"),
    (#"/bin/sh -c 'printf "\\351" > "$0"'"#, "n’est pas du texte UTF-8"),
  ])
  func `an editor that fails leaves the text as it was, and says so`(
    editor: String, sentence: String
  ) throws {
    let terminal = try writing(in: editor)
    try terminal.press(Keys.control("o"), shows: [sentence, "│ dicté "])
    #expect(!terminal.screen.text.contains("relu"))
  }
}
