import Formulas
import Questions

/// The results of a questionnaire as they may be published, in no language yet.
package struct Report: Sendable {
  package struct Section: Sendable {
    /// Nil before the first title.
    package let title: LocalizedText?
    package let entries: [Entry]
  }

  /// One indicator.
  package struct Entry: Sendable {
    package enum Content: Sendable {
      case figure(PublishedFigure)
      /// It would cross questions that are never crossed, by index.
      case refused([Int])
    }

    package let indicator: Indicator
    package let content: Content
    /// The questions it rests on, in file order, by index.
    package let questions: [Int]
    /// The same indicator in the edition compared to; nil where there is none.
    package fileprivate(set) var comparison: Comparison?

    package var figure: PublishedFigure? {
      if case .figure(let figure) = content { figure } else { nil }
    }
  }

  package let questionnaire: Questionnaire
  package let census: Census
  package let merges: [Merge]
  package let sections: [Section]
  /// What it is compared to; nil: to nothing.
  package let edition: Edition?

  /// An earlier edition.
  package struct Edition: Sendable {
    package let questionnaire: Questionnaire
    package let census: Census
  }
  /// The smallest cell shown; nil: nothing is hidden, and it is not to be published.
  package let smallestCell: Int?

  /// - Parameters:
  ///   - isInternal: hides nothing: for the association's own eyes.
  ///   - other: another edition, whose indicators of the same name are put beside.
  package init(
    _ tabulation: Tabulation, isInternal: Bool = false, comparedTo other: Report? = nil
  ) {
    edition = other.map { Edition(questionnaire: $0.questionnaire, census: $0.census) }
    let others = Dictionary(
      (other?.entries ?? []).map { ($0.indicator.name, $0) },
      uniquingKeysWith: { first, _ in first })
    questionnaire = tabulation.questionnaire
    census = tabulation.census
    merges = tabulation.merges
    let disclosure = questionnaire.results.disclosure
    smallestCell = isInternal ? nil : disclosure.smallestCell
    let publishing = Publishing(
      questionnaire: questionnaire, masking: smallestCell.map { Masking(threshold: $0) })
    var sections: [(title: LocalizedText?, entries: [Entry])] = []
    for figure in tabulation.figures {
      let indicator = questionnaire.results.indicators[figure.place]
      if sections.isEmpty || indicator.section != nil { sections.append((indicator.section, [])) }
      var entry = Self.entry(figure, indicator, publishing)
      if let other, let twin = others[indicator.name] {
        entry.comparison = Comparison(entry, on: questionnaire, with: twin, of: other.questionnaire)
      }
      sections[sections.count - 1].entries.append(entry)
    }
    self.sections = sections.map { Section(title: $0.title, entries: $0.entries) }
  }

  private static func entry(
    _ figure: Figure, _ indicator: Indicator, _ publishing: Publishing
  ) -> Entry {
    let questionnaire = publishing.questionnaire
    let figures = [indicator.numerator, indicator.value].compactMap(\.self)
    let asked = questionnaire.asked(by: figures.isEmpty ? indicator.formulas : figures)
    let crossed = questionnaire.read(by: indicator.formulas).union([figure.by].compactMap(\.self))
    let forbidden = questionnaire.results.disclosure.forbidden.first { crossed.isSuperset(of: $0) }
    let content: Entry.Content =
      if publishing.masking != nil, let forbidden { .refused(forbidden) } else {
        .figure(publishing.published(figure, indicator))
      }
    return Entry(indicator: indicator, content: content, questions: asked, comparison: nil)
  }

  package var entries: [Entry] { sections.flatMap(\.entries) }

  /// What to remember first: the shares the publication spoke of; where it spoke of none, the first
  /// share of each section.
  package var highlights: [Entry] {
    let shares = entries.filter { entry in
      entry.indicator.measure == .share && entry.figure?.whole.fraction != nil
    }
    let spoken = shares.filter { $0.indicator.published != nil }
    if !spoken.isEmpty { return spoken }
    return sections.compactMap { section in
      section.entries.first {
        $0.indicator.measure == .share && $0.figure?.whole.fraction != nil
      }
    }
  }
}

extension Indicator {
  var formulas: [Formula] { [value, numerator, denominator, filter].compactMap(\.self) }
}
