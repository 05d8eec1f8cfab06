import Console
import Formulas
import Testing

@testable import Screens

/// `barometre keys`.
@Suite struct KeysScreenTests {
  private func shown(_ language: Language, _ keys: Key...) -> [String] {
    var screen = KeysScreen(language)
    for key in keys { _ = screen.take(key) }
    return screen.picture(columns: 80, rows: 24, glyphs: .unicode).text
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func `each key has a line: what arrived, what it does`() {
    let lines = shown(
      .french, .character("é"), .character("k"), .enter, .control("k"), .function(7), .backTab,
      .alt("x"), .function(11), .paste("deux mots"), .mouse(row: 3, column: 9, kind: .press),
      .mouse(row: 0, column: 0, kind: .wheelDown))
    #expect(
      lines[5..<16].map { $0.split(separator: "  ").map { $0.drop { $0 == " " } } } == [
        ["é", "répondre 2 ; ce caractère, dans un texte"],
        ["k", "ce caractère, dans un texte"], ["Entrée", "Suite, Ouvrir"],
        ["^K", "Sans réponse"], ["F7", "Sans réponse"], ["Maj+Tab", "Retour"],
        ["Alt+x", "rien"], ["F11", "rien"],
        ["collage de 9 caractères", "ce caractère, dans un texte"],
        ["clic ligne 4 col. 10", "Choisir"], ["molette ligne 1 col. 1", "Choisir"],
      ])
  }

  @Test(arguments: Stage.all) func `the keys that arrived, whole`(stage: Stage) throws {
    var screen = KeysScreen(Language(rawValue: stage.language) ?? .english)
    for key in [Key.character("é"), .enter, .control("k"), .backTab, .function(11)] {
      _ = screen.take(key)
    }
    try screen.picture(columns: stage.columns, rows: stage.rows, glyphs: .unicode)
      .expect("keys-\(stage.name)")
  }

  @Test func `a key held down is counted on its line`() {
    #expect(shown(.english, .up, .up, .up)[5].hasPrefix(" ↑ ×3"))
  }

  @Test(arguments: [Key.control("q"), .control("c"), .escape])
  func `the way out takes two presses in a row`(key: Key) {
    var screen = KeysScreen(.english)
    let leaves = [key, .up, key, key].map { screen.take($0) }
    #expect(leaves == [false, false, false, true])
  }

  @Test(arguments: [(1, 1), (12, 3), (40, 10), (300, 100)])
  func `any size shows the newest`(columns: Int, rows: Int) {
    var screen = KeysScreen(.french)
    for number in 1...12 { _ = screen.take(.function(number)) }
    let canvas = screen.picture(columns: columns, rows: rows, glyphs: .unicode)
    #expect(canvas.columns == columns && canvas.rows == rows)
    if rows >= 10 { #expect(canvas.text.contains("F12")) }
  }
}
