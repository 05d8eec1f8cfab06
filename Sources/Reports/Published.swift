import Formulas
import Questions

/// A number of people or things, or that it is hidden.
package enum Count: Hashable, Sendable {
  case shown(Int)
  case masked

  package init(_ count: Int, isHidden: Bool) { self = isHidden ? .masked : .shown(count) }

  package var shown: Int? {
    if case .shown(let count) = self { count } else { nil }
  }
}

/// One line of a figure as it may be published: the whole, or one group.
package struct PublishedLine: Hashable, Sendable {
  package let base: Count
  /// A share's numerator; for a count, what was counted.
  package let count: Count
  /// A mean or a median; nil where the base is too small, or one alone makes most of the sum.
  package let number: Number?
  /// What is distributed, or the scale behind a share, in the order of the list.
  package let values: [PublishedValue]

  /// How many gave that value: none where it is not listed.
  func count(of value: Value) -> Count {
    if case .masked = base { return .masked }
    return values.first { $0.value == value }?.count ?? .shown(0)
  }

  /// Whether nobody answered.
  package var isEmpty: Bool { base == .shown(0) }

  /// Of fewer, percentages say nothing: only counts are published.
  package static let fewest = 30

  package var hasPercentages: Bool { (base.shown ?? 0) >= Self.fewest }

  /// The share of a count in the base, in percent, to one decimal, halves up; nil where it is
  /// hidden or the base too small.
  package func percent(_ count: Count) -> Number? {
    guard hasPercentages, let base = base.shown, let count = count.shown else { return nil }
    return (Number(count) * Number(100))?.divided(by: Number(base))?.rounded(decimals: 1)
  }

  /// The share in the article's words; nil where a percentage would be.
  package var fraction: Fraction? {
    guard hasPercentages, let base = base.shown, let count = count.shown else { return nil }
    return Fraction(count, of: base)
  }
}

package struct PublishedValue: Hashable, Sendable {
  package let value: Value
  package let count: Count
}

/// A figure as it may be published.
package struct PublishedFigure: Sendable {
  package struct Group: Sendable {
    /// What the question that splits it holds; blank for those without an answer to it.
    package let value: Value
    package let line: PublishedLine
  }

  package let whole: PublishedLine
  /// The question that splits it, by index.
  package let by: Int?
  package let groups: [Group]
  /// The question on a scale the values of a share are of, by index.
  package let scale: Int?
  /// Why others are not in the base, and how many: special answers in the questionnaire's order, then
  /// the rest.
  package let absences: [(absence: Absence, count: Int)]
}
