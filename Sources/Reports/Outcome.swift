import Formulas

/// What one interview, or one instance, adds to one indicator.
struct Outcome: Hashable, Sendable {
  enum Part: Hashable, Sendable {
    case absent(Absence)
    /// In the base; `inNumerator` for all but a share's others.
    ///
    /// `value` is what is averaged or distributed; for a share, the answer on the scale behind it.
    case counted(inNumerator: Bool, value: Value)
  }

  /// What the question that splits the indicator holds; blank where none does.
  let group: Value
  let part: Part
}

/// Why something is not in the base of a figure.
package enum Absence: Hashable, Sendable {
  /// A special answer, by name.
  case special(String)
  case leftBlank
  case notReached
  case skipped
  /// Answered, but not with what the figure is about.
  case outside
}
