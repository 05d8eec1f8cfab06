import Formulas
import Interviews

/// The program's own words in a report, in one language: never an author's text.
package struct ReportWords: Sendable {
  package let language: Language

  package static func of(_ language: Language) -> ReportWords {
    switch language {
    case .french: .french
    case .english: .english
    }
  }

  let results: String
  /// `98 entretiens`.
  let interviews: @Sendable (_ count: Int, _ shown: String) -> String
  /// What follows so many interviews: `mené avec ce questionnaire`.
  let kind: @Sendable (Start.Kind, _ count: Int) -> String
  let mode: @Sendable (Start.Mode, _ count: Int) -> String
  let between: @Sendable (_ first: String, _ last: String) -> String
  let on: @Sendable (_ day: String) -> String
  let remember: String
  let nothingYet: String
  /// `30 sur 45`.
  let outOf: @Sendable (_ count: String, _ base: String) -> String
  let base: @Sendable (_ count: String) -> String
  let baseTitle: String
  let masked: String
  /// What stands where a masked number would: `moins de 5`.
  let fewerThan: @Sendable (_ count: Int) -> String
  let smallBase: @Sendable (_ fewest: Int) -> String
  let hiddenNumber: String
  let absent: @Sendable (_ count: String) -> String
  let leftBlank: String
  let notReached: String
  let skipped: String
  let outside: String
  let noAnswer: String
  /// What stands in place of a figure nobody gave an answer for.
  let nobody: String
  let mean: String
  let median: String
  let published: @Sendable (_ words: String) -> String
  let refused: @Sendable (_ questions: [String]) -> String
  let question: String
  let by: @Sendable (_ question: String) -> String
  let internalOnly: String
  let method: String
  /// How the figures are to be read, a sentence or two each.
  let notes: @Sendable (_ smallestCell: Int?, _ fewest: Int) -> [String]
  let merge: @Sendable (_ unit: String, Merge) -> String
  let definedBy: @Sendable (_ questionnaire: String, _ version: String) -> String
  let colon: String
  let percent: @Sendable (_ number: String) -> String

  // Another edition.
  let comparedTo: @Sendable (_ title: String, _ interviews: String) -> String
  let otherEdition: @Sendable (_ statement: String) -> String
  let editionCompared: String
  /// Beside each value, in brackets.
  let besideEdition: @Sendable (_ statement: String) -> String
  let differenceTitle: String
  let points: @Sendable (_ number: String) -> String
  let difference: @Sendable (_ difference: String, _ margin: String?) -> String
  let newWording: @Sendable (_ question: String) -> String
  let newChoices: @Sendable (_ question: String) -> String
  let newFormula: String
  let marginNote: String

  // Tables and navigation of the page.
  let sections: String
  let answer: String
  let number: String
  let share: String
  let table: String
  let skipToResults: String
  let all: String
}
