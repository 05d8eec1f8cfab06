import Formulas

/// One entry of the tree: a question, a group or a repeat.
///
/// Items are kept flat, in asking order; `parent` and `end` give the tree back. A class only so that
/// looking one up costs nothing: every property is fixed.
package final class Item: Sendable {
  package enum Content: Sendable {
    case question(Question)
    case group
    case roster(Roster)
  }

  package let name: String
  /// Its place in `Questionnaire.items`.
  package let index: Int
  package let parent: Int?
  /// One past its last descendant.
  package let end: Int
  /// The repeats around it, outermost first, by index.
  package let repeats: [Int]
  /// Its place among the items whose innermost repeat is the same.
  package let slot: Int
  package let content: Content
  package let number: String?
  package let label: LocalizedText?
  package let shortLabel: LocalizedText?
  package let hint: LocalizedText?
  package let text: LocalizedText?
  package let relevant: Formula?
  package let checks: [Check]
  /// Whether it is a stop of its own: a screen the person walks through.
  package let isStop: Bool

  init(
    name: String, index: Int, parent: Int?, end: Int, repeats: [Int], slot: Int, content: Content,
    number: String?, label: LocalizedText?, shortLabel: LocalizedText?, hint: LocalizedText?,
    text: LocalizedText?, relevant: Formula?, checks: [Check]
  ) {
    self.name = name
    self.index = index
    self.parent = parent
    self.end = end
    self.repeats = repeats
    self.slot = slot
    self.content = content
    self.number = number
    self.label = label
    self.shortLabel = shortLabel
    self.hint = hint
    self.text = text
    self.relevant = relevant
    self.checks = checks
    isStop =
      switch content {
      case .question(let question): question.isAsked
      case .group: false
      case .roster: true
      }
  }

  package var question: Question? {
    guard case .question(let question) = content else { return nil }
    return question
  }

  package var roster: Roster? {
    guard case .roster(let roster) = content else { return nil }
    return roster
  }
}

extension Item {
  /// Whether its answer names a person: kept apart from all others, as is the text of its `other`
  /// choice.
  package func isKeptApart(among items: [Item]) -> Bool {
    if let opener = question?.opener { return items[opener.question].isKeptApart(among: items) }
    return question?.personal == .direct
  }
}

/// What a question adds to its item.
package final class Question: Sendable {
  package enum Requirement: Sendable {
    case never
    case always
    case when(Formula)
  }

  /// What kind of personal data an answer is (`formats.md` §1): drives storage, exports, purging.
  package enum Personal: String, CaseIterable, Hashable, Sendable {
    case direct
    case indirect
    case freeText = "free_text"
    case proof
  }

  package let kind: QuestionKind
  package let required: Requirement
  package let requiredMessage: LocalizedText?
  /// Names of the special answers offered.
  package let missing: [String]
  package let personal: Personal?
  package let whenBlank: LocalizedText?
  /// Keeps the answer up to date, and the question read-only.
  package let calculation: Formula?
  /// Proposes an answer.
  package let proposal: Formula?
  /// Choices, or a grid's rows, come in an order drawn once per interview.
  package let isRandomized: Bool
  /// Whether a person is shown it: a calculate and an `other` text have no screen of their own.
  package let isAsked: Bool
  /// Whether leaving it ends the interview, where nothing blocks: a note's.
  package let endsInterview: Bool
  /// Whether an answer can be given: a note is only read.
  package let holdsAnswer: Bool
  /// Whether its answers are its rows'.
  package let isGrid: Bool
  /// For the free text of a choice: which choice opens it.
  package let opener: OtherText?
  /// Whether some of its choices are not always offered.
  package let isFiltered: Bool
  /// Whether its choices are a file's that is not installed: it is only asked where it keeps a row.
  package let isListMissing: Bool

  init(
    kind: QuestionKind, required: Requirement, requiredMessage: LocalizedText?, missing: [String],
    personal: Personal?, whenBlank: LocalizedText?, calculation: Formula?, proposal: Formula?,
    isRandomized: Bool, endsInterview: Bool = false
  ) {
    self.endsInterview = endsInterview
    self.kind = kind
    self.required = required
    self.requiredMessage = requiredMessage
    self.missing = missing
    self.personal = personal
    self.whenBlank = whenBlank
    self.calculation = calculation
    self.proposal = proposal
    self.isRandomized = isRandomized
    isAsked = kind.isAsked
    holdsAnswer = kind.holdsAnswer
    if case .grid = kind { isGrid = true } else { isGrid = false }
    if case .other(let text) = kind { opener = text } else { opener = nil }
    isListMissing = kind.choices?.list.isMissing ?? false
    isFiltered = kind.choices.map { $0.filter != nil || !$0.conditions.isEmpty } ?? false
  }
}

/// What a repeat adds to its item.
package final class Roster: Sendable {
  /// Fixes the number of instances; blank: free.
  package let count: Formula?
  package let minimum: Int
  package let maximum: Int?
  /// How many stand ready at first.
  package let open: Formula?
  /// Names one instance.
  package let itemLabel: LocalizedText?
  /// Indices of the repeats and questions whose innermost repeat is this one, by slot.
  package let members: [Int]

  init(
    count: Formula?, minimum: Int, maximum: Int?, open: Formula?, itemLabel: LocalizedText?,
    members: [Int]
  ) {
    self.count = count
    self.minimum = minimum
    self.maximum = maximum
    self.open = open
    self.itemLabel = itemLabel
    self.members = members
  }
}
