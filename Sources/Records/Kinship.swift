import Interviews

/// How a copy of an interview stands to another copy of the same.
package enum Kinship: Hashable, Sendable {
  /// Nothing happened to one that did not happen to the other.
  case same
  /// It is what the other was before.
  case earlier
  /// It is what the other became.
  case later
  /// Each was changed without the other.
  case apart
}

extension Record {
  /// How this copy stands to another.
  ///
  /// Told by what happened to each, which even a finished interview keeps: time, person, verb and
  /// place of every event. Moves do not count: they are not synced, so that a copy may lack some;
  /// nor does a place forgotten by a refusal.
  package func kinship(with other: Record) -> Kinship {
    guard head.start.isSame(as: other.head.start) else { return .apart }
    let mine = course.traces.filter { $0.verb != .go }
    let others = other.course.traces.filter { $0.verb != .go }
    if mine.elementsEqual(others, by: Trace.agree) {
      return interview.contents.answersOnly == other.interview.contents.answersOnly
        ? .same : .apart
    }
    if mine.starts(with: others, by: Trace.agree) { return .later }
    return others.starts(with: mine, by: Trace.agree) ? .earlier : .apart
  }
}

extension Trace {
  /// Whether two may be one event, the place of either perhaps forgotten.
  fileprivate static func agree(_ one: Trace, _ other: Trace) -> Bool {
    one.at == other.at && one.by == other.by && one.verb == other.verb
      && (one.path == nil || other.path == nil || one.path == other.path)
  }
}

extension Start {
  /// Whether it is one start, whatever version of the questionnaire it went to since.
  fileprivate func isSame(as other: Start) -> Bool {
    id == other.id && code == other.code && kind == other.kind && mode == other.mode
      && interviewer == other.interviewer && started == other.started
      && language == other.language
  }
}

extension Contents {
  /// Without where the person stands, nor what finishing forgets.
  fileprivate var answersOnly: Contents {
    var contents = self
    contents.position = nil
    contents.setAside = []
    return contents
  }
}
