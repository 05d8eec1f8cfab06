import Formulas
import Questions

/// An indicator of the same name in another edition, beside its own.
package struct Comparison: Sendable {
  /// What forbids to compare the two.
  package enum Change: Hashable, Sendable {
    /// A question asked in other words, or no longer, by its index in this edition.
    case wording(Int)
    /// A question with other choices.
    case choices(Int)
    /// Counted otherwise.
    case formula
  }

  /// The other edition's figure; nil where it is refused there.
  package let other: PublishedFigure?
  package let changes: [Change]
  /// This edition less the other: points of percentage for a share, else in the number's own unit;
  /// nil where a change forbids it, or one of the two is not published.
  package let difference: Number?
  /// At 95 %, as if both had been drawn at random, in points; for shares alone.
  package let margin: Number?

  /// - Parameters:
  ///   - entry, other: what is compared; names are the same.
  init(
    _ entry: Report.Entry, on questionnaire: Questionnaire, with other: Report.Entry,
    of edition: Questionnaire
  ) {
    self.other = other.figure
    changes = Self.changes(entry, questionnaire, other, edition)
    guard changes.isEmpty, let mine = entry.figure?.whole, let theirs = other.figure?.whole else {
      (difference, margin) = (nil, nil)
      return
    }
    switch entry.indicator.measure {
    case .share:
      let gap = Gap(Proportion(mine.count, of: mine), Proportion(theirs.count, of: theirs))
      (difference, margin) = (gap?.points, gap?.margin)
    case .mean, .median:
      difference = mine.number.flatMap { one in theirs.number.flatMap { one - $0 } }
      margin = nil
    case .count, .distribution: (difference, margin) = (nil, nil)
    }
  }

  /// The other edition's whole, to be put beside this one's; nil where a change forbids it.
  var beside: PublishedLine? { changes.isEmpty ? other?.whole : nil }

  private static func changes(
    _ entry: Report.Entry, _ questionnaire: Questionnaire, _ other: Report.Entry,
    _ edition: Questionnaire
  ) -> [Change] {
    var changes: [Change] = []
    for question in entry.questions {
      let item = questionnaire.items[question]
      guard let twin = edition[item.name], questionnaire.wording(item) == edition.wording(twin)
      else {
        changes.append(.wording(question))
        continue
      }
      if item.question?.kind.choices?.list.choices != twin.question?.kind.choices?.list.choices {
        changes.append(.choices(question))
      }
    }
    let (mine, theirs) = (entry.indicator, other.indicator)
    if mine.measure != theirs.measure || mine.unit != theirs.unit
      || mine.texts != theirs.texts
    {
      changes.append(.formula)
    }
    return changes
  }
}

extension Indicator {
  fileprivate var texts: [String?] { [value, numerator, denominator, filter].map { $0?.text } }
}

extension Questionnaire {
  /// All that a person is read of a question, a row's grid included, in every language.
  fileprivate func wording(_ item: Item) -> [LocalizedText?] {
    let grid = item.parent.map { items[$0] }.flatMap { $0.question?.isGrid == true ? $0 : nil }
    return [item.label, item.hint, item.text, grid?.label, grid?.hint]
  }
}
