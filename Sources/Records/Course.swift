import Formulas
import Interviews

/// How an interview went so far: when, and everything that happened to it without the answers.
package struct Course: Hashable, Sendable {
  /// The last time something other than a move happened; the start, until then.
  package private(set) var updated: DateTime
  /// When it was finished or stopped; nil once reopened.
  package private(set) var finished: DateTime?
  /// In the order they happened, those before a finish included.
  package private(set) var traces: [Trace] = []

  private let started: DateTime

  package init(started: DateTime) {
    self.started = started
    updated = started
  }

  /// Longest silence counted as time spent on an interview, in seconds.
  ///
  /// Chosen, not measured: raise it if interviewers report breaks that are none.
  package static let longestSilence = 15 * 60

  /// Seconds spent on it: between each event and the next, pauses and long silences left out.
  ///
  /// Where the clock jumped back, that step counts for nothing.
  package var secondsSpent: Int {
    var sum = 0
    var (last, isAway) = (started.instant, false)
    for trace in traces {
      let now = trace.at.instant
      if !isAway, (0...Self.longestSilence).contains(now - last) { sum += now - last }
      last = now
      switch trace.verb {
      case .pause, .finish, .stop: isAway = true
      case .answer, .special, .leave, .clear, .draft, .remark, .confirm, .add, .insert, .remove,
        .move, .go, .language, .undo, .redo, .resume, .reopen:
        isAway = false
      case .migrate: isAway = true
      }
    }
    return sum
  }

  /// Takes note of an event that just happened.
  package mutating func note(_ event: Event, at: DateTime, by: String) {
    traces.append(Trace(at: at, by: by, verb: event.verb, path: event.path))
    switch event {
    case .go: return
    case .finish, .stop: finished = at
    case .reopen: finished = nil
    case .answer, .special, .leave, .clear, .draft, .remark, .confirm, .add, .insert, .remove,
      .move, .language, .undo, .redo, .pause, .resume:
      break
    }
    updated = at
  }

  /// Takes note that the interview went to another version of its questionnaire.
  package mutating func noteMigration(at: DateTime, by: String) {
    traces.append(Trace(at: at, by: by, verb: .migrate, path: nil))
    updated = at
  }

  /// Takes note of an event whose content is kept apart, read or not; none of those ends anything.
  mutating func note(_ line: ApartLine, at: DateTime, by: String) {
    traces.append(Trace(at: at, by: by, verb: line.verb, path: line.path))
    updated = at
  }

  /// Takes back what a finished journal kept of an event.
  mutating func note(_ trace: Trace) { traces.append(trace) }

  /// Takes back the events another reading of the same interview knows of.
  package mutating func restore(tracesOf other: Course) { traces = other.traces }

  /// Takes back the times a finished journal's picture holds.
  mutating func restore(updated: DateTime, finished: DateTime?) {
    self.updated = updated
    self.finished = finished
  }
}

/// What is kept of an event once an interview is finished: no value.
package struct Trace: Hashable, Sendable {
  package let at: DateTime
  package let by: String
  package let verb: Event.Verb
  package let path: AnswerPath?

  package init(at: DateTime, by: String, verb: Event.Verb, path: AnswerPath?) {
    self.at = at
    self.by = by
    self.verb = verb
    self.path = path
  }
}

extension Event {
  /// The word an event is stored under.
  package enum Verb: String, CaseIterable, Hashable, Sendable {
    case answer
    case special
    case leave
    case clear
    case draft
    case remark
    case confirm
    case add
    case insert
    case remove
    case move
    case go
    case language
    case undo
    case redo
    case pause
    case resume
    case finish
    case stop
    case reopen
    /// Taken to another version of its questionnaire: told by traces alone.
    case migrate
  }

  package var verb: Verb {
    switch self {
    case .answer: .answer
    case .special: .special
    case .leave: .leave
    case .clear: .clear
    case .draft: .draft
    case .remark: .remark
    case .confirm: .confirm
    case .add: .add
    case .insert: .insert
    case .remove: .remove
    case .move: .move
    case .go: .go
    case .language: .language
    case .undo: .undo
    case .redo: .redo
    case .pause: .pause
    case .resume: .resume
    case .finish: .finish
    case .stop: .stop
    case .reopen: .reopen
    }
  }

  /// Where it happened; nil for what concerns no place.
  package var path: AnswerPath? {
    switch self {
    case .answer(let path, _, _, _), .special(let path, _), .leave(let path), .clear(let path),
      .draft(let path, _), .remark(let path, _), .add(let path), .insert(let path),
      .remove(let path), .move(let path, _):
      path
    case .confirm(_, let path, _), .go(let path, _): path
    case .language, .undo, .redo, .pause, .resume, .finish, .stop, .reopen: nil
    }
  }
}
