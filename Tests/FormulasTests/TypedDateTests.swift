import Formulas
import Testing

/// Dates as people type them, beside what they are.
@Suite struct TypedDateTests {
  static let today = CalendarDate(year: 2020, month: 3, day: 1)

  @Test(arguments: [
    ("5/7/2020", "2020-07-05"), ("05/07/2020", "2020-07-05"), ("5.7.2020", "2020-07-05"),
    ("5-7-2020", "2020-07-05"), ("5 7 2020", "2020-07-05"), ("05072020", "2020-07-05"),
    ("20200705", "2020-07-05"), ("2020-07-05", "2020-07-05"), ("2020/7/5", "2020-07-05"),
    ("5 juillet 2020", "2020-07-05"), ("5 JUILLET 2020", "2020-07-05"),
    ("dimanche 5 juillet 2020", "2020-07-05"), ("le 5 juillet 2020", "2020-07-05"),
    ("1er août 2020", "2020-08-01"), ("1 aout 2020", "2020-08-01"),
    ("2 févr. 2020", "2020-02-02"), ("2 fev 2020", "2020-02-02"), ("July 5, 2020", "2020-07-05"),
    ("5 July 2020", "2020-07-05"), ("the 5th of July 2020", "2020-07-05"),
    ("Sunday, July 5th, 2020", "2020-07-05"), ("29/2/2020", "2020-02-29"),
    ("5/7/20", "2020-07-05"), ("5/7/98", "1998-07-05"), ("5 juillet 20", "2020-07-05"),
    ("00/07/2020", "2020-07"), ("00/00/2020", "2020"), ("1/1/30", "2030-01-01"),
    ("1/1/31", "1931-01-01"),
    ("7/2020", "2020-07"), ("07/2020", "2020-07"), ("072020", "2020-07"), ("2020-07", "2020-07"),
    ("juillet 2020", "2020-07"), ("juil. 2020", "2020-07"), ("Jul 2020", "2020-07"),
    ("2020 juillet", "2020-07"), ("2020", "2020"), (" 2020 ", "2020"),
    ("aujourd’hui", "2020-03-01"), ("aujourd'hui", "2020-03-01"), ("Today", "2020-03-01"),
    ("a", "2020-03-01"), ("T", "2020-03-01"),
    ("hier", "2020-02-29"), ("avant-hier", "2020-02-28"), ("yesterday", "2020-02-29"),
  ])
  func `a typed date is read`(typed: String, date: String) throws {
    let today = try #require(Self.today)
    for language in Language.allCases {
      let form = LocalForm(language: language)
      #expect(form.date(reading: typed, today: today)?.description == date)
    }
  }

  @Test(arguments: [
    "", "5", "5/7", "7/20", "050720", "00/7/20x", "5/00/2020", "30/2/2020", "29/2/2021",
    "5/13/2020", "32/1/2020",
    "13/2020", "jui 2020", "5 jui 2020", "5 brumaire 2020", "0/7/2020", "5/7/2020/1", "5e 7 2020x",
    "99999999999999999999", "juillet", "5 juillet", "0005", "x", "1,5",
  ])
  func `what is no date is none`(typed: String) throws {
    let today = try #require(Self.today)
    for language in Language.allCases {
      #expect(LocalForm(language: language).date(reading: typed, today: today) == nil)
    }
  }

  @Test(arguments: ["2020-07-05", "0999-12-31", "2020-07", "2020", "1066"])
  func `a date typed again is the same`(text: String) throws {
    let date = try #require(CalendarDate(reading: text))
    let today = try #require(Self.today)
    for language in Language.allCases where date.year >= 1000 {
      let form = LocalForm(language: language)
      #expect(form.date(reading: form.typed(date), today: today) == date)
      #expect(form.date(reading: form.date(date), today: today) == date)
      #expect(form.date(reading: form.fullDate(date), today: today) == date)
    }
  }

  @Test func `a full date names its weekday`() throws {
    let date = try #require(CalendarDate(reading: "2020-07-05"))
    #expect(LocalForm(language: .french).fullDate(date) == "dimanche 5 juillet 2020")
    #expect(LocalForm(language: .english).fullDate(date) == "Sunday 5 July 2020")
    let month = try #require(CalendarDate(reading: "2020-07"))
    #expect(LocalForm(language: .french).fullDate(month) == "juillet 2020")
  }
}
