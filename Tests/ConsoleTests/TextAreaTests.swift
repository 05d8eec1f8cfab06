import Console
import Testing

@Suite struct TextAreaTests {
  private func press(_ keys: [Key], in area: inout TextArea, columns: Int = 12, rows: Int = 3) {
    for key in keys { _ = area.press(key, columns: columns, rows: rows) }
  }

  @Test func `lines wrap as they are typed, and the caret has room`() {
    var area = TextArea()
    press("Un seul interlocuteur".map { .character($0) } + [.enter, .character("!")], in: &area)
    let window = area.window(columns: 12, rows: 9)
    #expect(window.lines == ["Un seul ", "interlocute", "ur", "!"])
    #expect(window.caret == Canvas.Position(row: 3, column: 1))
    #expect(area.text == "Un seul interlocuteur\n!")
  }

  @Test func `up and down follow the rows shown and keep their column`() {
    var area = TextArea("abcdefgh\nij\nklmnopqr")
    #expect(area.press(.down, columns: 12, rows: 3) == .ignored)
    press([.left, .left, .up], in: &area)
    #expect(area.window(columns: 12, rows: 3).caret == Canvas.Position(row: 1, column: 2))
    press([.up], in: &area)
    #expect(area.window(columns: 12, rows: 3).caret == Canvas.Position(row: 0, column: 6))
    #expect(area.press(.up, columns: 12, rows: 3) == .ignored)
    press([.end], in: &area)
    #expect(area.caret == 8)
    press([.down, .home], in: &area)
    #expect(area.caret == 9)
  }

  @Test func `end of a wrapped row stays on that row`() {
    var area = TextArea("un deux trois quatre")
    press([.up, .up, .home, .end], in: &area)
    let window = area.window(columns: 12, rows: 3)
    #expect(window.lines == ["un deux ", "trois ", "quatre"])
    #expect(window.caret == Canvas.Position(row: 0, column: 7))
  }

  @Test func `the view follows the caret and says what it hides`() {
    var area = TextArea((1...9).map { "ligne \($0)" }.joined(separator: "\n"))
    press([.home], in: &area)
    var window = area.window(columns: 12, rows: 3)
    #expect(window.lines == ["ligne 7", "ligne 8", "ligne 9"])
    #expect(window.firstRow == 6 && window.totalRows == 9 && window.rowsBelow == 0)
    press([.up, .up], in: &area)
    #expect(area.window(columns: 12, rows: 3).firstRow == 6)
    press([.up], in: &area)
    window = area.window(columns: 12, rows: 3)
    #expect(window.firstRow == 5 && window.rowsBelow == 1)
    #expect(window.caret == Canvas.Position(row: 0, column: 0))
  }

  @Test func `a paste keeps its lines, within the maximum`() {
    var area = TextArea(maximum: 6)
    #expect(area.press(.paste("ab\ncd\nef"), columns: 9, rows: 3) == .full)
    #expect(area.text == "ab\ncd\n")
    #expect(area.window(columns: 9, rows: 3).lines == ["ab", "cd", ""])
    #expect(area.undo() == .changed && area.isEmpty)
  }

  @Test(arguments: [(0, 0), (1, 1), (2, 1), (-4, -4)])
  func `no window is too small`(columns: Int, rows: Int) {
    var area = TextArea("Étain\n漢字")
    press([.up, .character("a"), .down, .end, .enter], in: &area, columns: columns, rows: rows)
    #expect(area.window(columns: columns, rows: rows).lines.count <= max(0, rows))
  }
}
