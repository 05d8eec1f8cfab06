import Testing

@testable import Formulas

struct WordTests {
  @Test(arguments: [
    ("", ""), ("ABC", "abc"), ("Saint-Étienne", "saint etienne"), ("L’Haÿ", "l hay"),
    ("L'Haÿ", "l hay"), ("ŒUVRE æ", "oeuvre ae"), ("Straße ẞ", "strasse ss"), ("e\u{301}", "e"),
    ("a\u{A0}\u{202F} b", "a b"), ("a – b", "a b"), (" x ", " x "), ("Łódź", "lodz"),
    ("Ångström", "angstrom"), ("İstanbul", "istanbul"), ("ﬁn", "fin"), ("ΕΛΛΆΔΑ", "ελλάδα"),
    ("МОСКВА", "москва"), ("٣", "٣"), ("Ærøskøbing", "aeroskobing"), ("Nguyễn", "nguyen"),
  ])
  func `folding leaves what a search compares`(text: String, folded: String) {
    #expect(Fold.fold(text) == folded)
  }

  @Test(arguments: [
    ("agee", "age"), ("AGE", "age"), ("naem", "name"), ("wieght", "weight"), ("abcdefg", nil),
    ("x", nil), ("ag", "age"), ("", nil), ("wei", nil),
  ])
  func `the nearest name is a typo away`(written: String, nearest: String?) {
    #expect(nearestName(to: written, among: ["age", "name", "weight"]) == nearest)
  }

  @Test(arguments: [
    ("12500.5", "12\u{A0}500,5", "12,500.5"), ("0", "0", "0"), ("999", "999", "999"),
    ("1000", "1\u{A0}000", "1,000"), ("-1234567", "-1\u{A0}234\u{A0}567", "-1,234,567"),
    ("0.05", "0,05", "0.05"), ("-0.5", "-0,5", "-0.5"),
  ])
  func `a number is written as its reader writes it`(text: String, french: String, english: String)
    throws
  {
    let number = try #require(Number(reading: text))
    #expect(LocalForm(language: .french).number(number) == french)
    #expect(LocalForm(language: .english).number(number) == english)
    #expect(LocalForm(language: .french).number(reading: french) == number)
    #expect(LocalForm(language: .english).number(reading: english) == number)
  }

  @Test func `decimals are rounded and filled where asked for`() throws {
    let number = try #require(Number(reading: "1234.565"))
    #expect(LocalForm(language: .french).number(number, decimals: 2) == "1\u{A0}234,57")
    #expect(LocalForm(language: .french).number(number, decimals: 0) == "1\u{A0}235")
    #expect(LocalForm(language: .english).number(Number(3), decimals: 2) == "3.00")
  }

  @Test(
    arguments: [
      ("12 500", "12500", "12500"), ("12\u{202F}500,5", "12500.5", "12500.5"),
      ("1,5", "1.5", "1.5"),
      ("1.5", "1.5", "1.5"), ("12,500", "12.5", "12500"), ("12,500.5", "12500.5", "12500.5"),
      ("12.500,5", "12500.5", "12500.5"), ("1,234,567.8", "1234567.8", "1234567.8"),
      (" −3 ", "-3", "-3"), ("- 3", "-3", "-3"), ("1 2", nil, nil), ("12 50", nil, nil),
      ("1,2,3", nil, nil), ("abc", nil, nil), ("", nil, nil), ("-", nil, nil), ("1e3", nil, nil),
      ("5,", nil, nil), (",5", nil, nil), ("1\u{A0}234\u{A0}567", "1234567", "1234567"),
      ("1.234.567,8", "1234567.8", "1234567.8"), ("1,234,567", "1234567", "1234567"),
    ] as [(String, String?, String?)])
  func `a number is read as typed or pasted`(typed: String, french: String?, english: String?) {
    #expect(LocalForm(language: .french).number(reading: typed)?.description == french)
    #expect(LocalForm(language: .english).number(reading: typed)?.description == english)
  }

  @Test(arguments: [
    ("2020-07-05", "5 juillet 2020", "5 July 2020"), ("2020-07", "juillet 2020", "July 2020"),
    ("2020", "2020", "2020"), ("2020-08-01", "1er août 2020", "1 August 2020"),
  ])
  func `a date is written as precise as it is`(text: String, french: String, english: String)
    throws
  {
    let date = try #require(CalendarDate(reading: text))
    #expect(LocalForm(language: .french).date(date) == french)
    #expect(LocalForm(language: .english).date(date) == english)
  }

  @Test func `a moment is written to the minute`() throws {
    let moment = try #require(DateTime(reading: "2020-07-05T09:30:15+02:00"))
    #expect(LocalForm(language: .french).dateTime(moment) == "5 juillet 2020 à 09:30")
    #expect(LocalForm(language: .english).dateTime(moment) == "5 July 2020, 09:30")
    #expect(LocalForm(language: .french).time(moment.time) == "09:30:15")
  }
}
