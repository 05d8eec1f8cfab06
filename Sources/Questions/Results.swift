import Formulas

/// What a questionnaire says of its results: figures to publish, what counts as the same authority,
/// what must not be published, how long things are kept.
package struct Results: Hashable, Sendable {
  /// In the order written.
  package var indicators: [Indicator] = []
  package var units: [CountedUnit] = []
  package var disclosure = Disclosure()
  /// Months each class of data is kept; a class that is not named has no limit of its own.
  package var retention: [Question.Personal: Int] = [:]
  package var targets: [Target] = []
  /// Holds where the person did not consent: counted as refused, not as answered.
  package var refused: Formula?

  package init() {}

  /// The unit of that name.
  package func unit(_ name: String) -> CountedUnit? { units.first { $0.name == name } }
}

/// One figure to publish.
package struct Indicator: Hashable, Sendable {
  package enum Measure: String, CaseIterable, Hashable, Sendable {
    /// Of those in the denominator, how many are in the numerator, in percent.
    case share
    case mean
    case median
    /// How many for each value; a select_multiple counts once for each choice ticked.
    case distribution
    case count
  }

  package let name: String
  /// The finding of the publication it supports; nil: none.
  package let finding: String?
  package let label: LocalizedText
  /// The title of the section of the report that starts with it; nil: it goes on.
  package let section: LocalizedText?
  /// The repeat whose instances are counted, by index; nil: interviews.
  package let each: Int?
  /// The unit of which each is counted once; nil: each is its own.
  package let unit: String?
  package let measure: Measure
  /// What is averaged or distributed; nil for a share or a count.
  package let value: Formula?
  package let numerator: Formula?
  /// What belongs to the base; nil: whatever has a value, or a numerator that is not blank.
  package let denominator: Formula?
  /// What is looked at before anything is counted; nil: everything.
  package let filter: Formula?
  /// The question that splits it, by index.
  package let by: Int?
  /// What the publication said of an earlier edition, in its own words.
  package let published: LocalizedText?
  /// Whether its counts are public facts, shown however small.
  package let isUnmasked: Bool
}

/// What counts once though several describe it: an authority, a scheme.
package struct CountedUnit: Hashable, Sendable {
  package let name: String
  /// In the plural, for the report; nil: the name stands for it.
  package let label: LocalizedText?
  /// The repeat whose instances are described, by index; nil: interviews.
  package let each: Int?
  /// Equal for what is the same; a blank one is its own unit.
  package let identity: Formula
  /// Which description prevails: one for which the first of these holds, else the second, and so
  /// on; then the fuller, then the later.
  package let prefer: [Formula]
}

/// What may not be published.
package struct Disclosure: Hashable, Sendable {
  /// Cells of fewer are masked: 3 or more.
  package var smallestCell = 5
  /// Questions never published crossed with one another, by index.
  package var forbidden: [[Int]] = []

  /// No setting goes below it.
  package static let fewest = 3

  package init() {}
}

/// How many interviews are wished for.
package struct Target: Hashable, Sendable {
  package let label: LocalizedText
  package let count: Int
  /// Which interviews count towards it; nil: all.
  package let filter: Formula?
}
