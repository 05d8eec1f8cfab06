import Formulas
import Interviews
import Questions

/// What an interview keeps apart: the lines of `contacts/KEY/journal.jsonl`, by number.
///
/// The interview's own journal holds each number where the line belongs, so that one `undo` spans
/// both; an answer given twice has one number. Nothing in the file says which interview it is of.
package struct ContactLines: Sendable {
  package private(set) var events: [Int: Event] = [:]

  /// Of a store that is not there, or not opened.
  package static let none = ContactLines()

  private init() {}

  /// Reads every sound line.
  ///
  /// - Throws: `Unreadable`: a newer layout, or no first line.
  package init(reading bytes: [UInt8], on questionnaire: Questionnaire) throws(Unreadable) {
    let lines = bytes.split(separator: Replay.lineFeed)
    guard let first = lines.first, let head = try? JSONText(Array(first)).root else {
      throw .noHead
    }
    try head.checkLayout()
    for line in lines.dropFirst() where CheckSum.isSound(line) {
      guard let json = try? JSONText(Array(line)).root, let number = json["contact"]?.integer,
        let verb = json["do"]?.string.flatMap(Event.Verb.init),
        let event = Event(verb, json, on: questionnaire)
      else { continue }
      events[number] = event
    }
  }

  /// The last number given; 0 where none was.
  package var last: Int { events.keys.max() ?? 0 }

  /// The first line of a store, without its line feed.
  package static func head(key: String) -> [UInt8] {
    CheckSum.sealed(
      .object([
        .init("layout", JSONTree(RecordHead.newestLayout)), .init("contact", .string(key)),
      ]))
  }

  /// Another line, without its line feed.
  package static func line(
    _ number: Int, _ event: Event, at: DateTime, by: String
  ) -> [UInt8] {
    CheckSum.sealed(
      .object(
        JournalLine.stamp(at, by, event.verb.rawValue) + event.members
          + [.init("contact", JSONTree(number))]))
  }

  /// A key that says nothing: 128 random bits, as 32 hexadecimal digits.
  package static func drawKey(using generator: inout some RandomNumberGenerator) -> String {
    (0..<4).map { _ in
      hexadecimal(UInt32.random(in: 0...UInt32.max, using: &generator), digits: 8)
    }.joined()
  }

  /// Whether a text is such a key: it becomes a folder's name, and that folder is removed.
  static func isKey(_ text: String?) -> Bool {
    guard let digits = text?.utf8, digits.count == 32 else { return false }
    return digits.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }
}

/// What the interview's own journal holds where a line was kept apart: no value.
package struct ApartLine: Hashable, Sendable {
  package let verb: Event.Verb
  package let path: AnswerPath
  /// Of a confirmation.
  package let check: String?
  /// The line's, in the store.
  package let number: Int

  /// - Parameter event: one with a `contentPath`.
  package init?(_ event: Event, number: Int) {
    guard let path = event.contentPath else { return nil }
    verb = event.verb
    self.path = path
    if case .confirm(let check, _, _) = event { self.check = check } else { check = nil }
    self.number = number
  }

  /// What the event was; where the store is not there, or is another laptop's, something as long in
  /// the undo stack, of which nothing is exported.
  func event(_ lines: ContactLines) -> Event {
    if let event = lines.events[number], event.contentPath == path { return event }
    if let check { return .confirm(check: check, path, explanation: "") }
    switch verb {
    case .draft: return .draft(path, "")
    case .remark: return .remark(path, "…")
    case .answer, .special, .leave, .clear, .confirm, .add, .insert, .remove, .move, .go, .language,
      .undo, .redo, .pause, .resume, .finish, .stop, .reopen, .migrate:
      return .special(path, String(number))
    }
  }

  var members: [JSONTree.Member] {
    [.init("path", .string(path.description))] + (check.map { [.init("check", .string($0))] } ?? [])
      + [.init("contact", JSONTree(number))]
  }

  /// Reads what `members` writes; nil where it is none.
  init?(_ verb: Event.Verb, _ json: JSONValue) {
    guard let number = json["contact"]?.integer, let path = json.path("path") else { return nil }
    self.verb = verb
    self.path = path
    check = json["check"]?.string
    self.number = number
  }
}
