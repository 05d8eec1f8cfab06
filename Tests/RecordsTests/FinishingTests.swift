import Formulas
import Interviews
import Questions
import Records
import SampleInterviews
import Testing

@Suite struct FinishingTests {
  /// What finishing leaves of a story: the interview, and the journal that replaces its own.
  private func finished(
    _ events: [Event], ending: Event = .finish
  ) -> (record: Record, journal: [UInt8]) {
    let story = Story(telling: events + [ending])
    let journal = Picture(of: story.record).journal(story.record, by: "PC07")
    return (story.record, journal)
  }

  @Test(arguments: [Event.finish, .stop(reason: "lassé")])
  func `finishing and replaying is finishing`(ending: Event) throws {
    for count in 0...Sample.walk.count {
      let (record, journal) = finished(Array(Sample.walk.prefix(count)), ending: ending)
      let replay = try Replay(of: journal, on: Sample.questionnaire)
      #expect(replay.damage == nil)
      #expect(replay.isCompact)
      #expect(replay.record.picture == record.picture)
      #expect(replay.record.course == record.course)
      #expect(replay.record.interview.stopReason == record.interview.stopReason)
      #expect(replay.record.interview.progress == record.interview.progress)
      #expect(!replay.record.interview.canUndo && !record.interview.canUndo)
    }
  }

  @Test func `what follows a finish happens alike to both`() throws {
    var (live, journal) = finished(Sample.walk)
    var replayed = try Replay(of: journal, on: Sample.questionnaire).record
    let later: [Event] = [
      .reopen(reason: "faute"), .go(Sample.path("dispositif"), isBack: false),
      .remove(Sample.path("dispositif[1]")), Sample.at("cotiere", .choice("oui")),
      Sample.at("population", .number(Number(120_000))), .undo, .undo,
      .insert(Sample.path("dispositif[1]")), .finish,
    ]
    for (minute, event) in later.enumerated() {
      journal +=
        JournalLine.event(event, at: Sample.moment(100 + minute), by: "PC08").bytes
        + [Replay.lineFeed]
      live.apply(event, at: Sample.moment(100 + minute), by: "PC08")
      replayed.apply(event, at: Sample.moment(100 + minute), by: "PC08")
      let again = try Replay(of: journal, on: Sample.questionnaire).record
      #expect(live.picture == replayed.picture)
      #expect(live.picture == again.picture)
      #expect(live.course == again.course)
    }
  }

  @Test func `what is off the route is gone`() {
    let (record, journal) = finished(Sample.walk)
    let text = String(decoding: journal, as: UTF8.self)
    #expect(!text.contains("Port aux Roses"))
    #expect(!text.contains("De trop"))
    #expect(!text.contains("Je di"))
    #expect(record.interview.contents.setAside.isEmpty)
    #expect(record.interview.setAside.count == 0)
  }

  @Test func `a trace has no value`() {
    let (_, journal) = finished(Sample.walk)
    let lines = String(decoding: journal, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 2 + Sample.walk.count + 1)
    #expect(
      lines[3].hasPrefix(
        #"{"at":"2018-06-12T09:02:11+02:00","by":"PC07","do":"trace","verb":"answer","#
          + #""path":"accord","sum":"#))
  }

  @Test func `a confirmation given for other values is not kept`() throws {
    let events = Sample.walk + [Sample.at("population", .number(Number(130_000)))]
    let (record, _) = finished(events)
    #expect(record.interview.contents.confirmed.map(\.key) == ["S09 dispositif[1].budget"])
  }
}
