import Formulas
import Questions
import Scenarios
import Testing

/// What each kind makes of what was typed: field text in, a value or a reason out.
@Suite struct KindTests {
  /// What comes of an input: the value in plain form, or what is said.
  private func outcome(
    _ item: String, _ input: String, _ language: Language = .french, offered: [String] = []
  ) throws -> String {
    let read = try questionnaire(form(item))
    let kind = try #require(read.items[0].question?.kind)
    let today = try #require(CalendarDate(reading: "2018-06-12"))
    do throws(Rejection) {
      return try kind.value(of: input, offered: offered, in: language, today: today).plain
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [
    ("12500", "12500"), (" 12 500 ", "12500"), ("12\u{A0}500", "12500"), ("12\u{202F}500", "12500"),
    ("12500,00", "12500"), ("12500.0", "12500"), ("-3", "-3"), ("", ""), ("  ", ""),
    ("0012", "12"), ("1,5", #"tooManyDecimals("1,5", allowed: 0)"#),
    ("douze", #"notANumber("douze")"#), ("1 2", #"notANumber("1 2")"#),
    ("--3", #"notANumber("--3")"#),
    ("1e3", #"notANumber("1e3")"#),
  ])
  func `a whole number is read as people write it`(input: String, expected: String) throws {
    #expect(try outcome(item("integer", "n"), input) == expected)
  }

  @Test func `a comma before three digits is read by the language`() throws {
    #expect(try outcome(item("integer", "n"), "12,500", .english) == "12500")
    #expect(try outcome(item("integer", "n"), "12,500", .french).hasPrefix("tooManyDecimals"))
    #expect(try outcome(item("integer", "n"), "12.500,0", .french) == "12500")
  }

  @Test func `a number stays within its bounds and on its step`() throws {
    let bounded = item("integer", "n", #""minimum": 10, "maximum": 100, "step": 5"#)
    #expect(try outcome(bounded, "10") == "10" && outcome(bounded, "100") == "100")
    #expect(try outcome(bounded, "9").hasPrefix("belowMinimum"))
    #expect(try outcome(bounded, "101").hasPrefix("aboveMaximum"))
    #expect(try outcome(bounded, "12").hasPrefix("offStep"))
    let odd = item("integer", "n", #""minimum": 1, "step": 2"#)
    #expect(try outcome(odd, "7") == "7" && outcome(odd, "8").hasPrefix("offStep"))
  }

  @Test(arguments: [
    ("  deux mots ", "deux mots"), ("", ""), ("a", "tooShort(1, minimum: 2)"),
    ("abcdefg", "tooLong(7, maximum: 6)"), ("e\u{301}e\u{301}", "e\u{301}e\u{301}"),
    ("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦👩‍👩‍👧‍👦"),
  ])
  func `a text is trimmed, and measured as people see it`(input: String, expected: String) throws {
    let most = input == "  deux mots " ? 20 : 6
    let text = item("text", "t", "\"min_length\": 2, \"max_length\": \(most)")
    #expect(try outcome(text, input) == expected)
  }

  @Test func `a text follows its pattern as a whole`() throws {
    let code = item("text", "t", #""pattern": "[0-9]{5}", "pattern_message": "Cinq chiffres.""#)
    #expect(try outcome(code, "33063") == "33063")
    for wrong in ["3306", "330633", "x33063"] {
      #expect(try outcome(code, wrong).hasPrefix("notInPattern"))
    }
  }

  @Test func `one choice is one of those offered`() throws {
    let one = yesOrNo("q")
    let both = ["oui", "non"]
    #expect(try outcome(one, " oui ", offered: both) == "oui")
    #expect(try outcome(one, "", offered: both) == "")
    #expect(
      try outcome(one, "oiu", offered: both) == #"notAChoice("oiu", nearest: Optional("oui"))"#)
    #expect(try outcome(one, "oui", offered: ["non"]) == #"notAChoice("oui", nearest: nil)"#)
    #expect(try outcome(one, "oui non", offered: both).hasPrefix("notAChoice"))
  }

  @Test func `an acknowledge is given or not`() throws {
    #expect(try outcome(item("acknowledge", "a"), "x") == "OK")
    #expect(try outcome(item("acknowledge", "a"), "") == "")
    #expect(try outcome(item("note", "a"), "x") == "")
  }

  @Test func `a rank keeps the order given, each once`() throws {
    let rank = item("rank", "r", #""choices": "ouinon", "max_selected": 1"#)
    #expect(try outcome(rank, "non non", offered: ["oui", "non"]) == "non")
    #expect(try outcome(rank, "non oui", offered: ["oui", "non"]) == "tooMany(2, maximum: 1)")
  }
}
