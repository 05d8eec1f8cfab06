import Console
import Testing

@Suite struct InputDecoderTests {
  /// What one drain of characters gives, each with the gap before it.
  private func keys(_ drain: [(Unicode.Scalar, Int)]) -> [Key] {
    var decoder = InputDecoder()
    return decoder.decode(drain.map { RawInput(.scalar($0.0), gap: $0.1) }) + decoder.settle()
  }

  private func keys(_ text: String) -> [Key] { keys(text.unicodeScalars.map { ($0, 0) }) }

  @Test(arguments: [
    ("a", Key.character("a")), ("é", .character("é")), ("\r", .enter), ("\n", .newline),
    ("\t", .tab), ("\u{7F}", .backspace), ("\u{08}", .backspace), ("\u{01}", .control("a")),
    ("\u{1A}", .control("z")), ("\u{1B}", .escape), ("\u{1B}x", .alt("x")),
    ("\u{1B}[A", .up), ("\u{1B}OB", .down), ("\u{1B}[Z", .backTab), ("\u{1B}[5~", .pageUp),
    ("\u{1B}[1;5C", .right), ("\u{1B}[3;2~", .delete), ("\u{1B}OP", .function(1)),
    ("\u{1B}[15~", .function(5)), ("\u{1B}[17~", .function(6)), ("\u{1B}[24~", .function(12)),
    ("\u{1B}[", .alt("[")),
  ])
  func `bytes mean a key`(text: String, key: Key) {
    #expect(keys(text) == [key])
  }

  @Test(arguments: ["\u{00}", "\u{1F}", "\u{85}", "\u{1B}[99X", "\u{1B}[1P", "\u{1B}[<0;1;1m"])
  func `what no key sends means nothing`(text: String) {
    #expect(keys(text) == [])
  }

  @Test func `a lone Escape waits for its tail, then is given out`() {
    var decoder = InputDecoder(escapePatience: 50)
    #expect(decoder.patience == nil)
    #expect(decoder.decode([RawInput(.scalar("\u{1B}"), gap: 900)]) == [])
    #expect(decoder.patience == 50)
    #expect(decoder.settle() == [.escape])
    #expect(decoder.patience == nil)
    #expect(decoder.decode([RawInput(.scalar("x"), gap: 300)]) == [.character("x")])
  }

  @Test(arguments: [
    ([30, 0], [Key.up]), ([60, 60], [.up]),
    ([200, 0], [.escape, .character("["), .character("A")]),
    ([0, 400], [.alt("["), .character("A")]),
  ])
  func `an arrow that comes apart is rebuilt when its parts are close`(gaps: [Int], all: [Key]) {
    #expect(keys([("\u{1B}", 500), ("[", gaps[0]), ("A", gaps[1])]) == all)
  }

  @Test func `a tail later than the patience is no text`() {
    var decoder = InputDecoder(escapePatience: 50)
    _ = decoder.decode([RawInput(.scalar("\u{1B}"))])
    #expect(decoder.settle() == [.escape])
    #expect(decoder.decode([RawInput(.scalar("["), gap: 100)]) == [])
    #expect(decoder.decode([RawInput(.scalar("B"))]) == [.down])
  }

  @Test func `Escape and a character typed after it are two keys`() {
    #expect(keys([("\u{1B}", 0), ("x", 40)]) == [.escape, .character("x")])
    #expect(keys([("\u{1B}", 0), ("\u{1B}", 40)]) == [.escape, .escape])
    #expect(keys([("\u{1B}", 0), ("\r", 40)]) == [.escape, .enter])
  }

  @Test func `a paste keeps its lines and loses its controls`() {
    var decoder = InputDecoder()
    let text = "a\r\nb\rc\nd\te\u{1B}[31m\u{07}é"
    let inside = text.unicodeScalars.map { RawInput(.scalar($0)) }
    #expect(decoder.decode([RawInput(.pasteStart)] + inside) == [])
    #expect(decoder.patience == 2000)
    let rest = [RawInput(.key(.up)), RawInput(.pasteEnd), RawInput(.scalar("z"))]
    #expect(decoder.decode(rest) == [.paste("a\nb\nc\nd\te[31mé"), .character("z")])
  }

  @Test func `a paste is cut at 64 KiB, between two characters`() {
    var decoder = InputDecoder()
    let inside = Array(repeating: RawInput(.scalar("é")), count: 40_000)
    let keys = decoder.decode([RawInput(.pasteStart)] + inside + [RawInput(.pasteEnd)])
    #expect(keys == [.paste(String(repeating: "é", count: 32_768))])
  }

  @Test func `a paste whose end is lost ends with the silence`() {
    var decoder = InputDecoder()
    _ = decoder.decode([RawInput(.pasteStart), RawInput(.scalar("a"))])
    #expect(decoder.settle() == [.paste("a")])
    _ = decoder.decode([RawInput(.pasteStart), RawInput(.scalar("a"))])
    #expect(decoder.decode([RawInput(.scalar("b"), gap: 3000)]) == [.paste("a"), .character("b")])
  }

  @Test(arguments: [
    ("1\r", [Key.character("1"), .enter]), ("12\r", [.character("1"), .character("2"), .enter]),
    ("125\r", [.paste("125\n")]), ("Étain\rBar\r", [.paste("Étain\nBar\n")]),
    ("\r\r\r", [.enter, .enter, .enter]), ("ab", [.character("a"), .character("b")]),
  ])
  func `text too fast for fingers with an Enter in it is a paste`(text: String, all: [Key]) {
    #expect(keys(text) == all)
  }

  @Test func `a paste without brackets that comes in two parts is still one`() {
    var decoder = InputDecoder()
    let first = "Ancervi".unicodeScalars.map { RawInput(.scalar($0)) }
    #expect(decoder.decode(first).count == 7)
    let rest = [RawInput(.scalar("e"), gap: 6), RawInput(.scalar("\r"))]
    #expect(decoder.decode(rest) == [.paste("e\n")])
    #expect(decoder.decode([RawInput(.scalar("\r"), gap: 300)]) == [.enter])
  }

  @Test func `whatever comes, nothing breaks and nothing stays held back`() {
    var random = SeededNumbers(seed: 11)
    let pieces: [RawKey] = [
      .scalar("\u{1B}"), .scalar("["), .scalar("O"), .scalar("A"), .scalar("2"), .scalar("~"),
      .scalar("\r"), .scalar("é"), .scalar("\u{301}"), .key(.up), .pasteStart, .pasteEnd,
    ]
    var decoder = InputDecoder()
    for _ in 0..<20_000 {
      let gaps = [0, 0, 0, 10, 60, 160, 2500]
      let drain = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        RawInput(
          pieces.randomElement(using: &random) ?? .pasteEnd,
          gap: gaps.randomElement(using: &random) ?? 0)
      }
      _ = decoder.decode(drain)
    }
    _ = decoder.settle()
    #expect(decoder.patience == nil)
  }

  @Test(arguments: [
    ("&", 1), ("é", 2), ("\"", 3), ("'", 4), ("(", 5), ("-", 6), ("è", 7), ("_", 8), ("ç", 9),
    ("à", 0), ("É", 2), ("È", 7), ("Ç", 9), ("À", 0), ("§", 6), ("!", 8), ("e\u{301}", 2),
    ("1", nil), ("a", nil), ("ù", nil),
  ])
  func `the digit row of an AZERTY keyboard gives digits unshifted`(
    character: Character, digit: Int?
  ) {
    #expect(character.digitOnAzertyRow == digit)
  }
}
