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
  /// place of every event. Moves do not count: they are not synced, so that a copy may lack some.
  package func kinship(with other: Record) -> Kinship {
    guard head.start == other.head.start else { return .apart }
    let mine = course.traces.filter { $0.verb != .go }
    let others = other.course.traces.filter { $0.verb != .go }
    if mine == others {
      return interview.contents.answersOnly == other.interview.contents.answersOnly
        ? .same : .apart
    }
    if mine.starts(with: others) { return .later }
    return others.starts(with: mine) ? .earlier : .apart
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
