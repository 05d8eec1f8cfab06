import Formulas

/// A questionnaire as written: nothing in it changes while someone answers.
///
/// A class only so that interviews share it: every property is fixed.
package final class Questionnaire: Sendable {
  package let id: String
  package let version: String
  package let title: LocalizedText
  package let description: LocalizedText?
  /// Names an interview in lists and titles; piped.
  package let interviewLabel: LocalizedText?
  /// BCP 47 codes; the first is the default.
  package let languages: [String]
  package let lists: [String: ChoiceList]
  package let specials: [SpecialAnswer]
  /// In asking order, groups and repeats before what they hold.
  package let items: [Item]
  /// Items outside every repeat, by slot.
  package let members: [Int]
  /// Every check: those of items in file order, then the top level's.
  package let checks: [Check]
  package let dependencies: Dependencies
  package let results: Results
  /// Whether some answers are kept apart from the others: those of `personal: direct` questions.
  package let keepsSomethingApart: Bool
  private let byName: [String: Int]

  init(
    head: QuestionnaireHead, lists: [String: ChoiceList], specials: [SpecialAnswer],
    interviewLabel: LocalizedText?, items: [Item], members: [Int], checks: [Check],
    dependencies: Dependencies, results: Results
  ) {
    self.results = results
    keepsSomethingApart = items.contains { $0.question?.personal == .direct }
    id = head.id
    version = head.version
    title = head.title
    description = head.description
    languages = head.languages
    self.interviewLabel = interviewLabel
    self.lists = lists
    self.specials = specials
    self.items = items
    self.members = members
    self.checks = checks
    self.dependencies = dependencies
    byName = Dictionary(
      items.map { ($0.name, $0.index) }, uniquingKeysWith: { first, _ in first })
  }

  /// The index of the item of that name.
  package func index(of name: String) -> Int? { byName[name] }

  package subscript(name: String) -> Item? { byName[name].map { items[$0] } }

  /// The special answer of that name.
  package func special(_ name: String) -> SpecialAnswer? { specials.first { $0.name == name } }

  /// Where a language code stands among the declared ones; the default's place where it is not.
  package func place(of language: String) -> Int { languages.firstIndex(of: language) ?? 0 }

  /// The free text opened by a choice of this question, by index; nil where none does.
  package func otherText(of question: Int) -> Int? {
    let next = question + 1
    guard next < items.count, case .other(let text)? = items[next].question?.kind,
      text.question == question
    else { return nil }
    return next
  }
}

/// The keys a home screen shows: read without reading the items.
package struct QuestionnaireHead: Hashable, Sendable {
  package let id: String
  package let version: String
  package let title: LocalizedText
  package let description: LocalizedText?
  package let languages: [String]
}
