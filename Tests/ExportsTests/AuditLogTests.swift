import Exports
import Formulas
import Interviews
import Records
import SampleInterviews
import Testing

/// The course of an interview, as ODK's audit log tells it.
@Suite struct AuditLogTests {
  private let id = Sample.start().id

  /// The rows, without their first column and with minutes since the start for times.
  private func rows(_ events: [Event]) -> [String] {
    let bytes = AuditLog.rows(of: Story(telling: events).record)
    return String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").map { row in
      let fields = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let minutes = fields[3...4].map { text in
        Int(text).map { String(($0 / 1000 - Sample.moment(0).instant) / 60) } ?? ""
      }
      #expect(fields.count == 6 && fields[0] == id && fields[5] == "PC07")
      return (fields[1...2] + minutes).joined(separator: " ")
    }
  }

  private func go(_ path: String) -> Event { .go(Sample.path(path), isBack: false) }

  @Test func `a question lasts from when it is reached to when it is left`() {
    let events = [
      Sample.at("accord", .text("OK")), go("commune"), Sample.at("commune", .text("Laon")),
      .undo, .redo, go("population"), .special(Sample.path("population"), "nsp"),
      .go(nil, isBack: false), .finish,
    ]
    #expect(
      rows(events) == [
        "form start  0 ", "question /data/accord 0 2", "question /data/commune 2 6",
        "question /data/population 6 8", "end screen  8 9", "form save  9 ", "form exit  9 ",
        "form finalize  9 ",
      ])
  }

  @Test func `pauses and crashes are left out of it, instances are told`() {
    let events: [Event] = [
      go("dispositif"), .add(Sample.path("dispositif")), go("dispositif[1].nom"),
      Sample.at("dispositif[1].nom", .text("Agora")), .pause(reason: "Jeanne"), .resume,
      .draft(Sample.path("dispositif[1].nom"), "Ago"), .resume,
      .remove(Sample.path("dispositif[1]")),
      .stop(reason: "Jeanne"), .reopen(reason: "Jeanne"),
    ]
    #expect(
      rows(events) == [
        "form start  0 ", "add repeat /data/dispositif 2 ", "question /data/dispositif 1 3",
        "question /data/dispositif[1]/nom 3 5", "form save  5 ", "form exit  5 ",
        "form resume  6 ", "question /data/dispositif[1]/nom 6 7", "form resume  8 ",
        "delete repeat /data/dispositif[1] 9 ", "question /data/dispositif[1]/nom 8 10",
        "form save  10 ", "form exit  10 ", "form finalize  10 ", "form resume  11 ",
      ])
  }

  @Test func `it says the same before and after finishing, and holds no answer`() throws {
    let story = Story(telling: Sample.walk + [.finish])
    let log = AuditLog.rows(of: story.record)
    let journal = Picture(of: story.record).journal(story.record, by: "PC07")
    let again = try Replay(of: journal, on: Sample.questionnaire).record
    #expect(AuditLog.rows(of: again) == log)
    let text = String(decoding: log, as: UTF8.self)
    for answer in ["roses", "Roses", "120000", "Conseil", "vérifié", "téléphone", "Je di"] {
      #expect(!text.contains(answer))
    }
  }

  @Test func `a code that a spreadsheet would run is kept from it`() {
    let start = Start(
      id: id, code: "K7QF-2M9P-X4", questionnaireHash: "0", interviewer: "=1+1,\"",
      started: Sample.moment(0), language: "fr")
    let head = RecordHead(start, on: Sample.questionnaire)
    let text = String(decoding: AuditLog.rows(of: Story(head).record), as: UTF8.self)
    #expect(text.hasSuffix(",\"'=1+1,\"\"\"\r\n"))
  }
}
