import Formulas
import Interviews
import Questions
import Records
import SampleInterviews
import Testing

@Suite struct ReplayTests {
  private func replay(_ journal: [UInt8]) throws -> Replay {
    try Replay(of: journal, on: Sample.questionnaire)
  }

  @Test func `replaying gives the live interview, after every event`() throws {
    var story = Story()
    for event in Sample.walk {
      story.tell(event)
      let replay = try replay(story.journal)
      #expect(replay.record.picture == story.record.picture)
      #expect(replay.record.course == story.record.course)
      #expect(replay.record.interview.progress == story.record.interview.progress)
      #expect(replay.record.interview.canUndo == story.record.interview.canUndo)
      #expect(replay.damage == nil)
      #expect(replay.soundLength == story.journal.count)
    }
  }

  @Test func `cut at any byte, every whole line is recovered, and the rest said`() throws {
    let journal = Story(telling: Array(Sample.walk.prefix(16))).journal
    let ends = journal.indices.filter { journal[$0] == Replay.lineFeed }.map { $0 + 1 }
    for cut in (ends.first ?? 0)...journal.count {
      let replay = try replay(Array(journal[..<cut]))
      let whole = ends.last { $0 <= cut } ?? 0
      #expect(replay.soundLength == whole)
      #expect(replay.damage == (cut == whole ? nil : .torn(bytes: cut - whole)))
    }
  }

  @Test func `without a whole first line there is nothing to read`() throws {
    let journal = Story().journal
    for cut in 0..<journal.count {
      #expect(throws: Unreadable.noHead) { try self.replay(Array(journal[..<cut])) }
    }
  }

  @Test func `any byte changed, the lines before it are recovered`() throws {
    let journal = Story(telling: Array(Sample.walk.prefix(12))).journal
    let first = (journal.firstIndex(of: Replay.lineFeed) ?? 0) + 1
    for place in first..<journal.count {
      var damaged = journal
      damaged[place] ^= 0x15
      let before = (journal[..<place].lastIndex(of: Replay.lineFeed) ?? 0) + 1
      let replay = try replay(damaged)
      #expect(replay.soundLength == before)
      #expect(replay.damage != nil)
    }
  }

  @Test func `any byte of the first line changed, nothing is believed`() throws {
    let journal = Story().journal
    for place in journal.indices {
      var damaged = journal
      damaged[place] ^= 0x15
      #expect(throws: Unreadable.self) { try self.replay(damaged) }
    }
  }

  @Test func `lines after a broken one are not read`() throws {
    let story = Story(telling: Array(Sample.walk.prefix(6)))
    let lines = story.journal.split(separator: Replay.lineFeed)
    let broken = lines[..<3].joined(separator: [Replay.lineFeed]) + Array("\n{}\n".utf8)
    let rest = lines[4...].joined(separator: [Replay.lineFeed]) + [Replay.lineFeed]
    let replay = try replay(Array(broken) + rest)
    #expect(replay.lineCount == 3)
    #expect(replay.damage == .broken(line: 4, bytes: rest.count + 3))
  }

  @Test func `a stored line is a fact, whatever the questionnaire says`() throws {
    let story = Story(telling: [
      Sample.at("population", .number(Number(-5))), Sample.at("cotiere", .choice("peut-être")),
      Sample.at("inconnue", .text("x")), .add(Sample.path("nulle_part")),
    ])
    let replay = try replay(story.journal)
    #expect(replay.damage == nil)
    let nodes = replay.record.interview.contents.nodes
    #expect(nodes.contains(.value("cotiere", .choice("peut-être"))))
  }
}
