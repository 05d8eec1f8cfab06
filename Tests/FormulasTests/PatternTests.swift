import Testing

@testable import Formulas

struct PatternTests {
  @Test(arguments: [
    ("", "", true), ("", "a", false), ("a", "a", true), ("a|b", "b", true), ("a|b", "ab", false),
    ("a*", "aaaa", true), ("a+", "", false), ("a?b", "b", true), ("a{2,3}", "a", false),
    ("a{2,3}", "aaa", true), ("a{2,3}", "aaaa", false), ("a{2,}", "aaaaa", true),
    ("a{2}", "aa", true), ("a{0}", "", true), ("a{0,0}b", "b", true), ("(ab)+", "abab", true),
    ("(?:ab)+", "aba", false), (".", "é", true), (".", "👨‍👩‍👧", true), (".", "\n", true),
    ("..", "é", false),
    ("[a-c]", "b", true), ("[^a-c]", "b", false), ("[^a-c]", "é", true),
    ("[\\]]", "]", true), ("[a-]", "-", true), ("[-a]", "-", true), ("[a\\-z]", "b", false),
    ("\\d{5}", "75056", true), ("\\d", "٣", false), ("\\D", "٣", true), ("\\w+", "a_1", true),
    ("\\w", "é", false), ("\\s", "\u{A0}", false), ("\\s+", " \t\n", true), ("\\S", "x", true),
    ("\\s", "\r\n", true), ("\\p{L}+", "éœß", true), ("\\p{L}", "1", false), ("\\P{L}", "1", true),
    ("\\p{Lu}\\p{Ll}+", "Zoé", true), ("[\\p{L} '-]+", "L'Haÿ-les", true), ("^a$", "a", true),
    ("^a|b$", "b", true), ("(^a$|^b$)", "b", true), ("(a|b)*c", "ababc", true), ("\\.", "x", false),
    ("\\.", ".", true), ("()", "", true), ("(a|)b", "b", true), ("(a*)*", "aaa", true),
    ("(a*)+b", "b", true), ("é", "e\u{301}", true), ("[é]", "e\u{301}", true),
    ("x\\ty", "x\ty", true),
    ("((0[1-9]|1[0-9]|2[1-9AB]|[3-8][0-9]|9[0-5])[0-9]{3}|97[1-8][0-9]{2})", "2A004", true),
  ])
  func `a pattern matches whole texts only`(pattern: String, text: String, isMatch: Bool) throws {
    #expect(try Pattern(pattern).matches(text) == isMatch)
  }

  @Test(
    arguments: [
      ("(a", .unclosedGroup), ("a)", .extraParenthesis), ("[a", .unclosedClass),
      ("[]", .emptyClass),
      ("[^]", .emptyClass), ("[z-a]", .badRange("z-a")), ("*a", .nothingToRepeat("*")),
      ("a|+", .nothingToRepeat("+")), ("a*?", .doubledRepeat("?")), ("a++", .doubledRepeat("+")),
      ("a{x}", .badBounds("{x}")), ("a{3,2}", .badBounds("{3,2}")), ("a{}", .badBounds("{}")),
      ("a{1,2,3}", .badBounds("{1,2,3}")), ("a{2000}", .badBounds("{2000}")),
      ("a{1", .badBounds("{1")),
      ("\\b", .unknownEscape("\\b")), ("\\", .unknownEscape("\\")), ("\\p", .unknownEscape("\\p")),
      ("\\p{Greek}", .unknownProperty("Greek")), ("a^b", .misplacedAnchor("^")),
      ("a$b", .misplacedAnchor("$")), ("(?=a)", .lookAround), ("(?i)a", .lookAround),
      ("(a)\\1", .backReference), ("((a{100}){100}){100}", .tooLarge),
    ] as [(String, PatternFault.Fact)])
  func `a pattern outside the dialect says why`(pattern: String, fact: PatternFault.Fact) {
    let fault = #expect(throws: PatternFault.self) { try Pattern(pattern) }
    #expect(fault?.fact == fact)
    #expect(fault?.range.upperBound ?? .max <= pattern.utf8.count)
    #expect(fault?.sentence(in: .french) != fault?.sentence(in: .english))
  }

  @Test func `matching takes time proportional to the text`() throws {
    let pattern = try Pattern("(a+)+b")
    let clock = ContinuousClock()
    let time = clock.measure {
      #expect(!pattern.matches(String(repeating: "a", count: 5_000)))
    }
    #expect(time < .seconds(5))
    #expect(throws: PatternFault.self) {
      try Pattern(String(repeating: "(", count: 50_000))
    }
    #expect(try Pattern("((((()){1000}){1000}){1000}){1000}").matches(""))
  }

  @Test func `nothing written stops the pattern matcher`() {
    let parts: [String] = [
      "a", "é", "(", ")", "[", "]", "^", "$", "|", "*", "+", "?", "{", "}", "{2}", "{1,3}", "\\",
      "\\d", "\\p{L}", "-", ",", ".", "(?:",
    ]
    var random = Seeded(state: 3)
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 1...10, using: &random)).map { _ in
        parts.randomElement(using: &random) ?? ""
      }.joined()
      if let pattern = try? Pattern(text) {
        _ = pattern.matches("aé-a12")
        #expect(pattern == pattern)
      }
    }
  }
}
