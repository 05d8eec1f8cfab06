import Console
import Interviews
import Questions
import Testing

@testable import Screens

/// Texts that would move the cursor, turn the line round or outgrow the screen: shown harmlessly,
/// stored untouched.
@Suite struct HostileTextTests {
  /// What an author, a respondent or a file name may hold.
  static let texts: [(what: String, text: String)] = [
    ("an escape sequence", "\u{1B}[2J\u{1B}[31mrouge\u{1B}[0m"),
    ("a title sequence", "\u{1B}]0;pwned\u{7}suite"), ("C1 controls", "\u{9B}2J\u{90}x\u{9C}"),
    ("a carriage return", "avant\rapres"), ("a null", "a\u{0}b"), ("a tab", "a\tb"),
    ("bidi overrides", "abc\u{202E}def\u{202C}\u{2066}ghi\u{2069}"),
    ("right to left", "שלום עולם"), ("zero width", "zéro\u{200B}\u{200D}\u{FEFF}largeur"),
    ("a family", "👩‍👩‍👧‍👦 et 🏳️‍🌈 et 🇫🇷"), ("stacked marks", "Z" + String(repeating: "\u{301}", count: 300)),
    ("wide characters", String(repeating: "漢字", count: 60)),
    ("a long word", String(repeating: "x", count: 10_000)),
    ("a newline", "un\ndeux"), ("nothing", "\u{200B}"),
  ]

  private static func form(_ text: String) -> Questionnaire {
    let quoted = quoted(text)
    return .small(
      """
      {"type": "group", "name": "g", "label": \(quoted), "items": [
        {"type": "select_one", "name": "a", "label": \(quoted), "hint": \(quoted), "choices": [
          {"name": "x", "label": \(quoted)}, {"name": "y", "label": "Y"}]},
        {"type": "text", "name": "b", "label": "B ? ${a}"},
        {"type": "note", "name": "c", "label": "C", "text": \(quoted)}]}
      """)
  }

  private static func quoted(_ text: String) -> String {
    "\""
      + text.unicodeScalars.map { scalar in
        scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
          ? "\\u" + String(repeating: "0", count: 4 - hex(scalar).count) + hex(scalar)
          : String(scalar)
      }.joined() + "\""
  }

  private static func hex(_ scalar: Unicode.Scalar) -> String { String(scalar.value, radix: 16) }

  @Test(arguments: texts.indices) func `it is shown harmlessly on every screen`(place: Int) throws {
    var play = Screenplay(Self.form(Self.texts[place].text), 60, 16)
    check(play.picture, Self.texts[place].what)
    play.press(.character("1"))
    play.press(.enter)
    check(play.picture, Self.texts[place].what)
    play.press(.paste(Self.texts[place].text))
    check(play.picture, Self.texts[place].what)
    play.press(.enter)
    check(play.picture, Self.texts[place].what)
    play.press(.control("p"))
    check(play.picture, Self.texts[place].what)
    play.press(.escape)
    play.goToSummary()
    check(play.picture, Self.texts[place].what)
    for (columns, rows) in [(40, 10), (200, 50), (1, 1)] {
      play.resize(columns, rows)
      check(play.picture, Self.texts[place].what)
    }
  }

  @Test(arguments: texts.indices) func `it is a harmless name on the home screen`(place: Int) {
    let entry = HomeEntry(
      id: "1", label: Self.texts[place].text, form: Self.texts[place].text, status: .inProgress,
      done: 1, of: 2, updated: "14:32")
    check(Screenplay(home: [entry]).picture, Self.texts[place].what)
  }

  @Test func `an answer is stored as it was typed`() {
    var play = Screenplay(Self.form("A"))
    play.press(.character("1"))
    play.press(.enter)
    play.press(.paste("👩‍👩‍👧‍👦 \u{200B}œuf"))
    play.press(.enter)
    #expect(play.answer("b") == "👩‍👩‍👧‍👦 \u{200B}œuf")
  }

  @Test func `a thousand keys before the first picture are all taken`() {
    var play = Screenplay(Self.form("A"))
    for _ in 0..<500 { play.press(.down, .up) }
    play.press(.character("2"))
    play.press(.enter)
    #expect(play.answer("a") == "y")
  }

  /// No cell moves the terminal, and each row is as wide as the screen.
  private func check(
    _ canvas: Canvas, _ what: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let harmful = canvas.cells.filter { cell in
      cell.character.unicodeScalars.contains { Self.isHarmful($0) }
    }
    #expect(harmful.isEmpty, "\(what)", sourceLocation: sourceLocation)
    #expect(canvas.cells.count == canvas.rows * canvas.columns, sourceLocation: sourceLocation)
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: true
    // Every other category draws something or nothing, in place.
    default: false
    }
  }
}
