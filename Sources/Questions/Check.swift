import Formulas

/// What should hold between answers, and what is said where it does not.
package struct Check: Hashable, Sendable {
  package enum Severity: String, CaseIterable, Hashable, Sendable {
    /// The interview cannot be finished.
    case error
    /// Asked once: a confirmation holds for the values it was given for.
    case warning
    /// Shown only.
    case info
  }

  package let name: String
  package let severity: Severity
  package let constraint: Formula
  /// When to look; nil: where everything the constraint names holds a value.
  package let relevant: Formula?
  package let message: LocalizedText
  /// The item it is written on, by index; nil at top level.
  package let owner: Int?
  /// The repeats it looks inside, outermost first: one look per instance.
  package let repeats: [Int]
}
