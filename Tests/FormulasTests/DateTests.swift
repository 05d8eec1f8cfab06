import Testing

@testable import Formulas

struct DateTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("0001-01-01", -719_162),
    ("9999-12-31", 2_932_896), ("1984-03", 5173), ("2016", 16_801),
  ])
  func `a date reads, prints as written and has its number of days`(text: String, days: Int) throws
  {
    let date = try #require(CalendarDate(reading: text))
    #expect(date.description == text)
    #expect(date.dayNumber == days)
  }

  @Test(arguments: [
    "", "84", "1984-13", "1984-00-01", "2023-02-29", "1900-02-29", "1983-09-31", "31/12/2024",
    "1984-3-5", "1984-03-05T00:00", "0000-01-01", "-984-03-05", "1984_03", "१९८४",
  ])
  func `what is no day of the calendar does not read`(text: String) {
    #expect(CalendarDate(reading: text) == nil)
  }

  @Test func `every day comes back from its number`() throws {
    var expected = try #require(CalendarDate(reading: "1890-01-01"))
    let first = expected.dayNumber
    for days in first..<(first + 100_000) {
      let date = try #require(CalendarDate(dayNumber: days))
      #expect(date.dayNumber == days)
      #expect(date == expected)
      expected = try #require(date.adding(days: 1))
      #expect(date < expected)
    }
  }

  @Test func `weekdays count from Monday`() throws {
    #expect(try #require(CalendarDate(reading: "2018-06-12")).weekday == 1)
    #expect(try #require(CalendarDate(reading: "1969-12-28")).weekday == 6)
  }

  @Test(arguments: [
    ("2018-06-12T09:03:11+02:00", "2018-06-12T09:03:11+02:00"),
    ("2018-06-12T09:03Z", "2018-06-12T09:03:00+00:00"),
    ("2018-06-12T09:03:11.250-05:30", "2018-06-12T09:03:11-05:30"),
  ])
  func `a moment reads with its offset`(text: String, printed: String) throws {
    #expect(try #require(DateTime(reading: text)).description == printed)
  }

  @Test(arguments: [
    "2018-06-12", "2018-06-12T09:03", "2018-06-12 09:03Z", "2018-06-12T25:00Z",
    "2018-06-12T09:03+2", "2018-06T09:03Z", "2018-06-12T09:03.5Z", "", "T", "+",
    "----------T-----Z",
  ])
  func `what is no moment does not read`(text: String) {
    #expect(DateTime(reading: text) == nil)
  }

  @Test func `moments are compared on one clock`() throws {
    let paris = try #require(DateTime(reading: "2018-06-12T09:00:00+02:00"))
    let london = try #require(DateTime(reading: "2018-06-12T08:00:00+01:00"))
    #expect(paris.instant == london.instant)
    #expect(paris.instant == 1_528_786_800)
  }

  @Test(arguments: [("06:45", "06:45"), ("23:59:59", "23:59:59"), ("00:00:00", "00:00")])
  func `a time reads`(text: String, printed: String) throws {
    #expect(try #require(ClockTime(reading: text)).description == printed)
  }

  @Test(arguments: ["24:00", "6:45", "06h45", "06:60", "", "06:45:", "06:45:60"])
  func `what is no time does not read`(text: String) {
    #expect(ClockTime(reading: text) == nil)
  }
}
