import Formulas
import Interviews
import Questions
import Records
import SampleInterviews
import Testing

@Suite struct JournalLineTests {
  private func line(_ event: Event) -> String {
    let bytes = JournalLine.event(event, at: Sample.moment(0), by: "PC07").bytes
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `a line is time, person, verb, place, value and sum`() {
    #expect(
      line(.answer(Sample.path("population"), .number(Number(12_500)), isProposal: false))
        == #"{"at":"2018-06-12T09:00:11+02:00","by":"PC07","do":"answer","path":"population","#
        + #""value":12500,"sum":"bf41b112"}"#)
  }

  @Test(arguments: [
    (Event.go(nil, isBack: false), #""do":"go""#),
    (.go(Sample.path("nom"), isBack: true), #""do":"go","path":"nom","back":true"#),
    (.stop(reason: "lassé"), #""do":"stop","reason":"lassé""#),
    (.reopen(reason: "faute"), #""do":"reopen","reason":"faute""#),
    (.pause(reason: ""), #""do":"pause""#),
    (.move(Sample.path("dispositif[2]"), to: 1), #""do":"move","path":"dispositif[2]","to":1"#),
    (
      .answer(Sample.path("theme"), .choices(["eau", "ecole"]), isProposal: true),
      #""do":"answer","path":"theme","value":["eau","ecole"],"proposal":true"#
    ),
    (
      .confirm(check: "S09", Sample.path("dispositif[1]"), explanation: "oui"),
      #""do":"confirm","check":"S09","path":"dispositif[1]","explanation":"oui""#
    ),
  ])
  func `what a verb adds`(event: Event, expected: String) {
    #expect(line(event).contains(expected + #","sum":""#))
  }

  @Test(arguments: Sample.walk + [.finish, .stop(reason: "lassé"), .reopen(reason: "faute")])
  func `every event reads back as written`(event: Event) {
    let bytes = JournalLine.event(event, at: Sample.moment(3), by: "PC07").bytes
    #expect(
      JournalLine(reading: bytes, on: Sample.questionnaire)
        == .event(event, at: Sample.moment(3), by: "PC07"))
  }

  @Test func `every verb is in the walk, or ends it`() {
    let told = Set(Sample.walk.map(\.verb)).union([.finish, .stop, .reopen, .migrate])
    #expect(told == Set(Event.Verb.allCases))
  }

  @Test func `the first line reads back as written`() throws {
    let head = Sample.head()
    #expect(try RecordHead(reading: JournalLine.head(head).bytes[...]) == head)
  }

  @Test func `a newer layout is said with both numbers`() {
    let line = #"{"layout":7,"id":"x"}"#
    #expect(throws: Unreadable.newerLayout(7, newest: 1)) {
      try RecordHead(reading: Array(line.utf8)[...])
    }
  }

  @Test(arguments: [
    (Value.text("a\u{1}\t\"\\"), ValueType.text, #""a\u0001\t\"\\""#),
    (.number(Number(reading: "-0.10") ?? .zero), .number, "-0.1"),
    (.date(CalendarDate(reading: "2017-03") ?? CalendarDate(dayNumber: 0)!), .date, #""2017-03""#),
    (.time(ClockTime(hour: 9, minute: 5)!), .time, #""09:05""#),
    (.dateTime(Sample.moment(0)), .dateTime, #""2018-06-12T09:00:11+02:00""#),
    (.boolean(true), .boolean, "true"),
    (.choice("oui"), .choice, #""oui""#),
    (.choices(["a", "b"]), .choices, #"["a","b"]"#),
    (.blank, .text, "null"),
  ])
  func `a value of any type reads back as written`(
    value: Value, type: ValueType, json: String
  ) throws {
    #expect(String(decoding: JSONTree(value).compact, as: UTF8.self) == json)
    #expect(try JSONText(Array(json.utf8)).root.value(as: type) == value)
  }

  @Test func `a value of another type is not read`() throws {
    #expect(try JSONText(Array("12".utf8)).root.value(as: .text) == nil)
    #expect(try JSONText(Array(#""douze""#.utf8)).root.value(as: .number) == nil)
  }

  @Test func `the sum is that of gzip`() {
    // The check value of CRC-32/ISO-HDLC in Greg Cook's catalogue.
    #expect(CheckSum.crc32(Array("123456789".utf8)[...]) == 0xCBF4_3926)
  }
}
