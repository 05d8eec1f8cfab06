import Console
import Testing

@Suite struct TextWidthTests {
  @Test(arguments: [
    ("a", 1), ("é", 1), ("e\u{301}", 1), ("œ", 1), ("—", 1), ("█", 1), ("▸", 1), ("漢", 2),
    ("ｅ", 2), ("가", 2), ("😀", 2), ("\u{3000}", 2), ("\u{A0}", 1), ("\u{202F}", 1),
    ("\u{200B}", 0), ("\u{202E}", 0), ("\u{AD}", 0), ("\t", 2), ("\u{1B}", 1), ("👩‍👩‍👧", 2),
    ("👍🏽", 2), ("🇫🇷", 1), ("❤\u{FE0F}", 1), ("1\u{FE0F}\u{20E3}", 1),
  ])
  func `a character takes the columns a terminal gives it`(character: Character, width: Int) {
    #expect(TextWidth.width(of: character) == width)
    #expect(TextWidth.width(of: "a\(character)b") == width + 2)
  }

  @Test(arguments: [
    ("Étain, 12 rue", "Étain, 12 rue"), ("a\u{1B}[31mb", "a␛[31mb"), ("a\tb", "a  b"),
    ("a\nb", "a␊b"), ("a\u{7F}", "a␡"), ("a\u{85}b", "a□b"), ("12\u{202F}500\u{A0}€", "12 500 €"),
    ("\u{202E}abc\u{2066}d", "abcd"), ("a\u{200B}b", "ab"), ("🇫🇷", "□"), ("👩‍👩‍👧", "👩"),
    ("👍🏽", "👍"), ("❤\u{FE0F}", "❤"), ("\u{301}a", "□a"), ("a\u{10FFFE}", "a□"),
    ("e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "e\u{301}\u{302}\u{303}\u{304}"),
  ])
  func `only what a terminal draws well is drawn`(text: String, drawn: String) {
    #expect(Array(TextWidth.sanitized(text).unicodeScalars) == Array(drawn.unicodeScalars))
    #expect(TextWidth.width(of: text) == TextWidth.width(of: drawn))
  }

  @Test(arguments: [
    ("Ancerville", 10, "Ancerville"), ("Ancerville", 9, "Ancervil…"), ("Ancerville", 1, "…"),
    ("Ancerville", 0, ""), ("Ancerville", -3, ""), ("", 0, ""), ("漢字漢", 6, "漢字漢"),
    ("漢字漢", 5, "漢字…"), ("漢字漢", 4, "漢…"), ("漢字", 2, "…"), ("e\u{301}a", 2, "e\u{301}a"),
  ])
  func `a text too long ends with an ellipsis, within its columns`(
    text: String, width: Int, clipped: String
  ) {
    #expect(TextWidth.clipped(text, to: width) == clipped)
    #expect(TextWidth.width(of: clipped) <= max(0, width))
  }
}
