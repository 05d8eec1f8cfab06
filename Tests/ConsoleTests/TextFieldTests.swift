import Console
import Testing

@Suite struct TextFieldTests {
  private func typed(_ text: String, into field: TextField = TextField()) -> TextField {
    var field = field
    for character in text { _ = field.press(.character(character)) }
    return field
  }

  @Test func `typing, moving and correcting`() {
    var field = typed("Œnologe")
    #expect(field.press(.left) == .moved)
    #expect(field.press(.character("u")) == .changed)
    #expect(field.text == "Œnologue" && field.caret == 7)
    #expect(field.press(.home) == .moved)
    #expect(field.press(.backspace) == .ignored)
    #expect(field.press(.left) == .ignored)
    #expect(field.press(.delete) == .changed)
    #expect(field.press(.end) == .moved)
    #expect(field.press(.delete) == .ignored)
    #expect(field.press(.backspace) == .changed)
    #expect(field.text == "nologu")
    #expect(field.press(.control("u")) == .changed)
    #expect(field.isEmpty)
    #expect(field.press(.control("u")) == .ignored)
  }

  @Test(arguments: [
    Key.enter, .tab, .escape, .up, .pageDown, .function(1), .control("z"), .alt("a"), .newline,
    .mouse(row: 0, column: 0, kind: .press), .character("\n"), .paste(""), .paste("\n\n"),
  ])
  func `other keys leave the field alone`(key: Key) {
    var field = TextField("été")
    let before = field
    #expect(field.press(key) == .ignored)
    #expect(field == before)
  }

  @Test func `lengths count characters as people do`() {
    var field = typed("e\u{301}te\u{301}", into: TextField(maximum: 3))
    #expect(field.count == 3)
    #expect(field.press(.character("s")) == .full)
    #expect(field.text == "été")
    #expect(field.press(.backspace) == .changed)
    #expect(field.count == 2)
  }

  @Test func `an accent typed after its letter joins it, even at the maximum`() {
    var field = typed("ete", into: TextField(maximum: 3))
    #expect(field.press(.character("\u{301}")) == .changed)
    #expect(field.text == "eté" && field.count == 3 && field.caret == 3)
  }

  @Test func `a paste is one line, cut at the maximum`() {
    var field = TextField("a", maximum: 8)
    #expect(field.press(.paste("\nb\nc\td\n")) == .changed)
    #expect(field.text == "ab c d")
    #expect(field.press(.paste("efgh")) == .full)
    #expect(field.text == "ab c def")
    #expect(field.press(.paste("x")) == .full)
  }

  @Test func `a text stored longer than the maximum is kept and can be shortened`() {
    var field = TextField("Ancerville", maximum: 4)
    #expect(field.press(.character("s")) == .full)
    #expect(field.text == "Ancerville")
    #expect(field.press(.backspace) == .changed)
    #expect(field.text == "Ancervill")
  }

  @Test func `undo takes back a word at a time, and redo brings it back`() {
    var field = typed("un deux")
    _ = field.press(.backspace)
    _ = field.press(.backspace)
    #expect(field.undo() == .changed && field.text == "un deux")
    #expect(field.undo() == .changed && field.text == "un ")
    #expect(field.undo() == .changed && field.text == "")
    #expect(field.undo() == .ignored && !field.canUndo)
    #expect(field.redo() == .changed && field.text == "un ")
    #expect(field.press(.character("x")) == .changed && !field.canRedo)
    #expect(field.redo() == .ignored)
    field.replace(with: "autre")
    #expect(field.text == "autre" && field.caret == 5)
    #expect(field.undo() == .changed && field.text == "un x")
  }

  @Test func `words are moved over and removed whole`() {
    var field = TextField("la mairie d'Étain ")
    #expect(field.moveToPreviousWord() == .moved && field.caret == 12)
    #expect(field.moveToPreviousWord() == .moved && field.caret == 10)
    #expect(field.press(.control("w")) == .changed)
    #expect(field.text == "la d'Étain ")
    #expect(field.moveToNextWord() == .moved && field.caret == 4)
  }

  @Test(arguments: [
    ("Étain", 5, 8, "Étain", 5), ("Étain", 5, 6, "Étain", 5), ("Étain", 5, 5, "ain", 3),
    ("Ancerville", 10, 6, "ille", 4), ("Ancerville", 0, 6, "Ancerv", 0),
    ("漢字仮名", 4, 5, "仮名", 4), ("", 0, 1, "", 0), ("abc", 3, 1, "", 0), ("abc", 2, 0, "", 0),
  ])
  func `the window shows the caret`(
    text: String, caret: Int, width: Int, shown: String, column: Int
  ) {
    var field = TextField(text)
    _ = field.move(to: caret)
    let window = field.window(width: width)
    #expect(window.text == shown && window.caretColumn == column)
    #expect(window.isCutLeft == !text.hasPrefix(window.text) || shown.isEmpty)
    #expect(window.isCutRight == !text.hasSuffix(window.text) || shown.isEmpty)
  }

  @Test func `whatever is typed, the caret stays in the text and in the window`() {
    var random = SeededNumbers(seed: 3)
    let keys: [Key] = [
      .character("é"), .character("漢"), .character("\u{301}"), .character(" "), .paste("a👍🏽b"),
      .left, .right, .home, .end, .backspace, .delete, .control("w"), .control("u"),
    ]
    var field = TextField(maximum: 30)
    var area = TextArea(maximum: 60)
    for step in 0..<20_000 {
      let key = keys.randomElement(using: &random) ?? .left
      _ = field.press(key)
      if step % 7 == 0 { _ = field.undo() }
      if step % 11 == 0 { _ = field.redo() }
      #expect((0...field.count).contains(field.caret) && field.count == field.text.count)
      let width = Int.random(in: 0...12, using: &random)
      let window = field.window(width: width)
      #expect(window.caretColumn >= 0 && window.caretColumn < max(1, width))
      #expect(TextWidth.width(of: window.text) <= width)
      let move = [key, .up, .down, .enter].randomElement(using: &random) ?? key
      _ = area.press(move, columns: width, rows: 3)
      let view = area.window(columns: width, rows: 3)
      #expect((0...area.count).contains(area.caret) && area.count == area.text.count)
      #expect((0..<3).contains(view.caret.row) && (0..<max(1, width)).contains(view.caret.column))
    }
  }
}
