import Formulas

/// One entry of the tree: a question, a group or a repeat.
///
/// Items are kept flat, in asking order; `parent` and `end` give the tree back.
package struct Item: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
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

  package var question: Question? {
    guard case .question(let question) = content else { return nil }
    return question
  }

  package var roster: Roster? {
    guard case .roster(let roster) = content else { return nil }
    return roster
  }

  /// Whether it is a stop of its own: a screen the person walks through.
  package var isStop: Bool {
    switch content {
    case .question(let question): question.isAsked
    case .group: false
    case .roster: true
    }
  }
}

/// What a question adds to its item.
package struct Question: Hashable, Sendable {
  package enum Requirement: Hashable, Sendable {
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
  package var isAsked: Bool { kind.isAsked }
}

/// What a repeat adds to its item.
package struct Roster: Hashable, Sendable {
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
}
