import Console
import Testing

@Suite struct CanvasTests {
  @Test func `a picture is its text and its styles`() {
    var canvas = Canvas(columns: 24, rows: 6)
    canvas.write(" Élus 2026", row: 0, column: 0, style: .title)
    canvas.write("✓ enregistré", row: 0, endingAt: 24, style: .success)
    canvas.rule(row: 1)
    canvas.box(Area(row: 2, column: 2, rows: 3, columns: 10))
    canvas.write("oui", row: 3, column: 4, style: .chosen.focused)
    canvas.write("漢字", row: 5, column: 0)
    #expect(
      canvas.text == """
         Élus 2026  ✓ enregistré
        ────────────────────────
          ┌────────┐
          │ oui    │
          └────────┘
        漢字
        """)
    #expect(
      canvas.styleLayer == """
        tttttttttt..vvvvvvvvvvvv
        rrrrrrrrrrrrrrrrrrrrrrrr
        ..rrrrrrrrrr
        ..r.CCC....r
        ..rrrrrrrrrr

        """)
  }

  @Test(arguments: [
    (0, 0, "abcdef", nil, 6, "abcdef"), (0, 4, "abcdef", nil, 4, "    abc…"),
    (0, 0, "abcdef", 4, 4, "abc…"), (0, 0, "ab", 4, 2, "ab"), (0, 8, "a", nil, 0, ""),
    (3, 0, "a", nil, 1, ""), (-1, 0, "a", nil, 1, ""), (0, -2, "abc", nil, 3, "c"),
    (0, 0, "a", 0, 0, ""), (0, 0, "a", -1, 0, ""), (0, 7, "漢", nil, 1, "       …"),
    (0, 6, "漢", nil, 2, "      漢"), (0, -1, "漢a", nil, 3, " a"),
  ])
  func `writing is clipped`(
    row: Int, column: Int, text: String, width: Int?, used: Int, picture: String
  ) {
    var canvas = Canvas(columns: 8, rows: 1)
    #expect(canvas.write(text, row: row, column: column, width: width) == used)
    #expect(canvas.text == picture)
    #expect(canvas.hasWholeCharacters)
  }

  @Test(arguments: [(0, "a字"), (1, " a字"), (2, "漢a"), (3, "漢 a")])
  func `a wide character half covered leaves a blank`(column: Int, picture: String) {
    var canvas = Canvas(columns: 4, rows: 1)
    canvas.write("漢字", row: 0, column: 0)
    canvas.write("a", row: 0, column: column)
    #expect(canvas.text.filter { $0 != " " } == picture.filter { $0 != " " })
    #expect(canvas.cell(row: 0, column: column)?.character == "a")
    #expect(canvas.hasWholeCharacters)
  }

  @Test func `no canvas is too small to draw on`() {
    for (columns, rows) in [(0, 0), (1, 0), (0, 1), (1, 1), (2, 2), (-3, 4)] {
      var canvas = Canvas(columns: columns, rows: rows)
      canvas.box(Area(row: -1, column: -1, rows: 5, columns: 5))
      canvas.fill(Area(row: 0, column: 0, rows: 9, columns: 9), with: "漢")
      canvas.rule(row: 0, column: 3)
      canvas.restyle(canvas.area) { $0.focused }
      canvas.write("texte", row: 0, endingAt: 1)
      canvas.hit(Hit.Target("option", 1), row: 0, columns: -4..<9)
      #expect(canvas.hasWholeCharacters)
      #expect(canvas.inASCII.cells.count == canvas.cells.count)
    }
  }

  @Test func `the mouse finds what was drawn last`() {
    var canvas = Canvas(columns: 20, rows: 4)
    canvas.hit(Hit.Target("option", 1), row: 1, columns: 2..<10)
    canvas.hit(Hit.Target("option", 2), row: 2, columns: 2..<99)
    canvas.hit(Hit.Target("close"), row: 1, columns: 8..<10)
    canvas.hit(Hit.Target("nowhere"), row: 9, columns: 0..<9)
    #expect(canvas.target(row: 1, column: 2) == Hit.Target("option", 1))
    #expect(canvas.target(row: 1, column: 9) == Hit.Target("close"))
    #expect(canvas.target(row: 2, column: 19) == Hit.Target("option", 2))
    #expect(canvas.target(row: 2, column: 20) == nil)
    #expect(canvas.target(row: 9, column: 0) == nil)
    canvas.forgetHits()
    #expect(canvas.target(row: 1, column: 2) == nil)
  }

  @Test(arguments: [
    ("Étain, été", "Etain, ete"), ("œuvre  à l'Œil  x", "oeuvre a l'OEil x"), ("cœur", "coeur"),
    ("« oui »…", "\" oui \"~"), ("│ ✓ ─ █░", "| + - #."), ("漢字 a", "*   * a"),
    ("e\u{301}t\u{327}", "et"), ("œœœœœœœœœœ", "oooooooooo"),
  ])
  func `a picture in ASCII keeps its columns and reads the same`(text: String, ascii: String) {
    var canvas = Canvas(columns: 20, rows: 1)
    if text.first == "œ", text.count == 10 { canvas = Canvas(columns: 10, rows: 1) }
    canvas.write(text, row: 0, column: 0)
    let plain = canvas.inASCII
    #expect(plain.cells.allSatisfy { $0.character.isASCII })
    #expect(plain.cells.count == canvas.cells.count)
    if !text.contains("漢") { #expect(plain.text == ascii) }
  }

  @Test func `in ASCII the cursor stays where it was in the text`() {
    var canvas = Canvas(columns: 12, rows: 1)
    canvas.write("œuf   │", row: 0, column: 0)
    canvas.cursor = Canvas.Position(row: 0, column: 3)
    #expect(canvas.inASCII.text == "oeuf  |")
    #expect(canvas.inASCII.cursor == Canvas.Position(row: 0, column: 4))
  }

  @Test func `every mark is one column wide, and plain in ASCII`() {
    for (unicode, ascii) in zip(Glyphs.unicode.all, Glyphs.ascii.all) {
      #expect(TextWidth.width(of: unicode) == 1)
      #expect(ascii.isASCII)
    }
  }

  @Test func `every role has its own letter`() {
    #expect(Set(Role.allCases.map(\.letter)).count == Role.allCases.count)
    let styles = Role.allCases.flatMap { [Style($0), Style($0).focused] }
    #expect(Set(styles.map(\.letter)).count == Set(styles).count)
  }

  @Test func `without colour no look needs one, and errors still stand out`() {
    for role in Role.allCases {
      #expect(Theme.monochrome.look(of: Style(role)).foreground == nil)
      #expect(Theme.colour.look(of: Style(role).focused).attributes.contains(.reverse))
    }
    #expect(Theme.monochrome.look(of: .error) != Theme.monochrome.look(of: .text))
  }
}

extension Canvas {
  /// Whether every wide character has its second half, and no half stands alone.
  var hasWholeCharacters: Bool {
    (0..<rows).allSatisfy { row in
      (0..<columns).allSatisfy { column in
        let width = cell(row: row, column: column)?.width
        let next = cell(row: row, column: column + 1)?.width
        let previous = cell(row: row, column: column - 1)?.width
        return (width == 2) == (next == 0) && (width != 0 || previous == 2)
      }
    }
  }
}

extension Glyphs {
  fileprivate var all: [Character] {
    [
      done, partial, open, here, wrong, alert, offRoute, note, pointer, chosen, ticked, dot,
      barFull, barEmpty, caret, ellipsis, horizontal, vertical, topLeft, topRight, bottomLeft,
      bottomRight, teeUp, teeDown, teeLeft, teeRight, cross, barTop, barBottom, up, down, left,
      right,
    ]
  }
}
