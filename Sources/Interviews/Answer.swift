import Formulas

/// What a person gave for a question.
///
/// Not reached: no answer at all.
package enum Answer: Hashable, Sendable {
  /// - `isProposal`: taken as proposed, so that it follows what the proposal reads.
  case given(Value, isProposal: Bool)
  /// A special answer, by name.
  case special(String)
  /// Passed over on purpose.
  case leftBlank
}

/// Why there is no value, or that there is one.
package enum Presence: Hashable, Sendable {
  case answered
  case special(String)
  case leftBlank
  case notReached
  /// Not on the route; `isSetAside` where an answer waits for the route to come back.
  case skipped(isSetAside: Bool)

  /// Whether it is asked and nothing was given, a special answer included.
  package var lacksAnswer: Bool {
    switch self {
    case .leftBlank, .notReached: true
    case .answered, .special, .skipped: false
    }
  }
}
