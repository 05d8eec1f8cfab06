import Formulas
import Interviews
import Questions

/// One line of a journal, without the line feed that ends it.
package enum JournalLine: Hashable, Sendable {
  /// Always the first.
  case head(RecordHead)
  case event(Event, at: DateTime, by: String)
  /// An event whose content is kept apart.
  case apart(ApartLine, at: DateTime, by: String)
  /// All a finished interview holds; its events are gone.
  case state(Picture, at: DateTime, by: String)
  case trace(Trace)

  /// The line's bytes, sealed with their sum.
  package var bytes: [UInt8] { CheckSum.sealed(.object(members)) }

  /// What it says, to be shown; nil for a state, which an interview's picture shows.
  package var shown: JSONTree? {
    switch self {
    case .head, .event, .apart, .trace: .object(members)
    case .state: nil
    }
  }

  private var members: [JSONTree.Member] {
    switch self {
    case .head(let head): head.lineMembers
    case .event(let event, let at, let by):
      Self.stamp(at, by, event.verb.rawValue) + event.members
    case .apart(let line, let at, let by):
      Self.stamp(at, by, line.verb.rawValue) + line.members
    case .state(let picture, let at, let by):
      Self.stamp(at, by, "state")
        + (picture.stopReason.isEmpty ? [] : [.init("reason", .string(picture.stopReason))])
        + (picture.contactLines.isEmpty
          ? [] : [.init("contacts", .array(picture.contactLines.map { JSONTree($0) }))])
        + (picture.aside.isEmpty
          ? [] : [.init("aside", .array(picture.aside.map { .object($0.toldMembers) }))])
        + [.init("picture", picture.tree)]
    case .trace(let trace):
      Self.stamp(trace.at, trace.by, "trace") + [.init("verb", .string(trace.verb.rawValue))]
        + (trace.path.map { [.init("path", .string($0.description))] } ?? [])
    }
  }

  static func stamp(_ at: DateTime, _ by: String, _ verb: String) -> [JSONTree.Member] {
    [
      .init("at", .string(at.description)), .init("by", .string(by)), .init("do", .string(verb)),
    ]
  }

  /// Reads a line after the first; nil where its sum fails or it says nothing known.
  package init?(reading line: [UInt8], on questionnaire: Questionnaire) {
    guard CheckSum.isSound(line[...]), let json = try? JSONText(line).root,
      let at = json["at"]?.string.flatMap({ DateTime(reading: $0) }),
      let by = json["by"]?.string, let word = json["do"]?.string
    else { return nil }
    switch word {
    case "state":
      guard
        var picture = json["picture"].flatMap({
          Picture($0, on: questionnaire, stopReason: json["reason"]?.string ?? "")
        })
      else { return nil }
      picture.contactLines = json["contacts"]?.elements?.compactMap(\.integer) ?? []
      picture.aside =
        json["aside"]?.elements?.compactMap { Event(told: $0, on: questionnaire) } ?? []
      self = .state(picture, at: at, by: by)
    case "trace":
      guard let verb = json["verb"]?.string.flatMap(Event.Verb.init) else { return nil }
      self = .trace(Trace(at: at, by: by, verb: verb, path: json.path("path")))
    default:  // A word, not an enum of ours.
      guard let verb = Event.Verb(rawValue: word) else { return nil }
      if let line = ApartLine(verb, json) {
        self = .apart(line, at: at, by: by)
        return
      }
      guard let event = Event(verb, json, on: questionnaire) else { return nil }
      self = .event(event, at: at, by: by)
    }
  }
}

extension Event {
  /// An event inside a state line: without a time or a person.
  fileprivate var toldMembers: [JSONTree.Member] {
    [.init("do", .string(verb.rawValue))] + members
  }

  fileprivate init?(told json: JSONValue, on questionnaire: Questionnaire) {
    guard let verb = json["do"]?.string.flatMap(Verb.init) else { return nil }
    self.init(verb, json, on: questionnaire)
  }
}

// What anyone may read of a sealed journal.
extension JournalLine {
  /// Of a plain line after the first: when it happened, and whether the interview then ended or went
  /// on; of a move, nothing, since a copy may lack it.
  ///
  /// A state is no event: it says when the interview ended.
  package static func clearMembers(of line: [UInt8]) -> [JSONTree.Member] {
    guard let json = try? JSONText(line).root, let at = json["at"]?.string,
      let word = json["do"]?.string
    else { return [] }
    if word == "state" {
      let word = json["picture"]?["status"]?.string
      // Taken to another version, an interview goes on: nothing ended.
      return word == Status.inProgress.rawValue ? [] : [.init("ended", .string(at))] + status(word)
    }
    switch Event.Verb(rawValue: word == "trace" ? json["verb"]?.string ?? "" : word) {
    case .go?: return []
    case .finish? where word != "trace":
      return [.init("at", .string(at))] + status(Status.finished.rawValue)
    case .stop? where word != "trace":
      return [.init("at", .string(at))] + status(Status.stopped.rawValue)
    case .reopen? where word != "trace":
      return [.init("at", .string(at))] + status(Status.inProgress.rawValue)
    case .answer, .special, .leave, .clear, .draft, .remark, .confirm, .add, .insert, .remove,
      .move, .language, .undo, .redo, .pause, .resume, .finish, .stop, .reopen, .migrate,
      nil:
      return [.init("at", .string(at))]
    }
  }

  private static func status(_ word: String?) -> [JSONTree.Member] {
    [.init("status", JSONTree(word))]
  }
}

extension RecordHead {
  /// What anyone may read of a sealed interview's head: a hash where the withdrawal code would be.
  package func clearMembers(codeHash: String) -> [JSONTree.Member] {
    lineMembers.map { $0.name == "code" ? .init("code_sha256", .string(codeHash)) : $0 }
  }

  var lineMembers: [JSONTree.Member] {
    members + [
      .init("language", .string(start.language)),
      .init("interviewer", .string(start.interviewer)),
      .init("started", .string(start.started.description)),
      .init("revision", JSONTree(revision)),
      .init("parent", JSONTree(parent)),
    ]
  }

  /// Reads a journal's first line.
  ///
  /// - Throws: `Unreadable`; a newer layout is said even where the sum is another.
  package init(reading line: ArraySlice<UInt8>) throws(Unreadable) {
    guard let json = try? JSONText(Array(line)).root else { throw .noHead }
    try json.checkLayout()
    guard CheckSum.isSound(line), let head = RecordHead(json) else { throw .noHead }
    self = head
  }
}
