import Formulas
import Interviews
import Questions

/// A journal read back: never validated, since a stored line is a fact.
package struct Replay: Sendable {
  package let record: Record
  /// Whole, sound lines, the first included.
  package let lineCount: Int
  /// How many bytes those lines take, line feeds included: where writing goes on.
  package let soundLength: Int
  package let damage: Damage?
  /// Whether it is as finishing left it, without a single event since.
  package let isCompact: Bool
  /// The last number given to something kept apart; 0 where nothing was.
  package let lastContact: Int

  /// What could not be read at the end of a journal.
  package enum Damage: Hashable, Sendable {
    /// Cut while it was being written: the line was never said to be saved.
    case torn(bytes: Int)
    /// The line, from 1, does not say what was written; nor, perhaps, do those after it.
    case broken(line: Int, bytes: Int)
  }

  /// Reads the head of a journal, to find its questionnaire.
  ///
  /// - Throws: `Unreadable`: a newer layout, or no sound first line.
  package static func head(of journal: [UInt8]) throws(Unreadable) -> RecordHead {
    guard let end = journal.firstIndex(of: Self.lineFeed) else { throw .noHead }
    return try RecordHead(reading: journal[..<end])
  }

  /// Plays a journal again, up to its first line that cannot be read.
  ///
  /// - Parameter contacts: what it keeps apart.
  /// - Throws: `Unreadable`: a newer layout, or no sound first line.
  package init(
    of journal: [UInt8], on questionnaire: Questionnaire, _ contacts: ContactLines = .none
  ) throws(Unreadable) {
    let head = try Self.head(of: journal)
    var record = Record(
      head: head, course: Course(started: head.start.started),
      interview: Interview(head.start, on: questionnaire))
    var start = (journal.firstIndex(of: Self.lineFeed) ?? journal.endIndex - 1) + 1
    var lineCount = 1
    var eventCount = 0
    var hasState = false
    var lastContact = 0
    var damage: Damage?
    while start < journal.count {
      guard let end = journal[start...].firstIndex(of: Self.lineFeed) else {
        damage = .torn(bytes: journal.count - start)
        break
      }
      guard let line = JournalLine(reading: Array(journal[start..<end]), on: questionnaire),
        record.take(line, contacts, on: questionnaire)
      else {
        damage = .broken(line: lineCount + 1, bytes: journal.count - start)
        break
      }
      switch line {
      case .event: eventCount += 1
      case .apart(let line, _, _):
        eventCount += 1
        lastContact = max(lastContact, line.number)
      case .state(let picture, _, _):
        hasState = true
        lastContact = picture.contactLines.max() ?? 0
      case .head, .trace: break
      }
      lineCount += 1
      start = end + 1
    }
    self.record = record
    self.lineCount = lineCount
    soundLength = start
    self.damage = damage
    isCompact = hasState && eventCount == 0
    self.lastContact = lastContact
  }

  package static let lineFeed = UInt8(ascii: "\n")
}

extension Record {
  /// Takes up what a line says; false where a line has no place after others.
  fileprivate mutating func take(
    _ line: JournalLine, _ contacts: ContactLines, on questionnaire: Questionnaire
  ) -> Bool {
    switch line {
    case .head: return false
    case .event(let event, let at, let by): apply(event, at: at, by: by)
    case .apart(let line, let at, let by):
      interview.apply(line.event(contacts))
      course.note(line, at: at, by: by)
    case .state(let picture, _, _):
      interview = picture.interview(head.start, on: questionnaire)
      interview.hold(picture.aside + picture.contactLines.compactMap { contacts.events[$0] })
      course.restore(updated: picture.updated, finished: picture.finished)
    case .trace(let trace): course.note(trace)
    }
    return true
  }

  /// Makes an event part of the interview, and of how it went.
  package mutating func apply(_ event: Event, at: DateTime, by: String) {
    interview.apply(event)
    course.note(event, at: at, by: by)
  }
}

extension Trace {
  /// The same, its place forgotten where it is off the route: which questions a person who then
  /// refused had answered says something of the person too.
  fileprivate func without(placesOff interview: Interview) -> Trace {
    let isAsked = path.flatMap { interview.spot(of: $0) }.map { interview.isAsked($0) } ?? false
    return Trace(at: at, by: by, verb: verb, path: isAsked ? path : nil)
  }
}

extension Picture {
  /// The journal of what finishing leaves: the head, the state, a trace of each past event.
  package func journal(_ record: Record, by: String) -> [UInt8] {
    let revised = record.head.at(revision: head.revision, parent: head.parent)
    let interview = record.interview
    let traces =
      interview.isRefused
      ? record.course.traces.map { $0.without(placesOff: interview) } : record.course.traces
    let lines: [JournalLine] =
      [.head(revised), .state(self, at: finished ?? updated, by: by)]
      + traces.map(JournalLine.trace)
    return lines.flatMap { $0.bytes + [Replay.lineFeed] }
  }
}
