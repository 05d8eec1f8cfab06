import Formulas
import Questions

/// What an end summary shows: what blocks, what to check, what waits, then every answer in order.
package struct Summary: Sendable {
  /// Errors, and required questions without an answer.
  package let blocking: [Finding]
  /// Warnings, confirmed or not, and information.
  package let toCheck: [Finding]
  /// Questions where something is typed and not validated, but for those that block.
  package let halfTyped: [Spot]
  /// Other optional questions without an answer.
  package let unanswered: [Spot]
  package let remarks: [Spot]
  /// Questions and repeats asked, notes left out, in order.
  package let answers: [Spot]
  package let askedCount: Int
  package let answeredCount: Int

  package init(of interview: Interview) {
    let findings = interview.findings
    blocking = findings.filter(\.blocks)
    toCheck = findings.filter { !$0.blocks }
    let route = interview.route
    answers = route.filter { spot in
      interview.item(at: spot).question?.kind.holdsAnswer ?? true
    }
    let questions = answers.filter { interview.item(at: $0).question != nil }
    let blocked = Set(blocking.map(\.spot))
    let typed = interview.halfTyped
    halfTyped = questions.filter { typed.contains($0) && !blocked.contains($0) }
    unanswered = questions.filter {
      interview.presence(at: $0).lacksAnswer && !blocked.contains($0)
        && !typed.contains($0)
    }
    remarks = route.filter { interview.remark(at: $0) != nil }
    askedCount = questions.count
    answeredCount = questions.count { spot in
      switch interview.presence(at: spot) {
      case .answered, .special: true
      case .leftBlank, .notReached, .skipped: false
      }
    }
  }
}

extension Interview {
  /// The stops asked where something is typed, there or for a choice's own text, that is no answer
  /// yet.
  package var halfTyped: Set<Spot> {
    Set(drafts.keys.filter { tree[$0].isRelevant }.map { stop(showing: $0) })
  }
}
