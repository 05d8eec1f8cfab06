import Formulas

/// What a person chooses of an export: how it is written, and what is left out.
package struct ExportChoices: Hashable, Sendable {
  package var format = ExportFormat.csv
  package var profile = ExportProfile.pseudonymised
  package var severals = Severals.column
  package var headers = Headers.name
  /// Of labels, and of what explains the files.
  package var language: Language
  /// Questions outside a repeat whose answers each of its rows says again.
  package var parents: [String] = []
  package var durations = Durations.left

  package init(in language: Language) { self.language = language }

  /// How several choices are written.
  package enum Severals: String, CaseIterable, Hashable, Sendable {
    /// Their names in one column, apart by spaces.
    case column
    /// A column a choice, named `QUESTION/CHOICE`: 1 where it was ticked, else 0; of a rank, its rank.
    case indicators
    case both
  }

  /// What stands on top of columns.
  package enum Headers: String, CaseIterable, Hashable, Sendable {
    case name
    case label
    /// `NAME: LABEL`.
    case both
  }

  /// Whether each interview's duration is written: it is kept for quality, not for ranking people.
  package enum Durations: Hashable, Sendable {
    case left
    case written
  }
}
