import Formulas
import Interviews
import Questions

/// Until when what an interview holds may be kept: the months its questionnaire says, from its end;
/// from its last change where it never ended.
///
/// Source: `retention` in the questionnaire (`formats.md` §4); a class without months has no day.
package struct Retention: Hashable, Sendable {
  /// From that day on, what is kept apart has to go.
  package let contacts: CalendarDate?
  /// Free texts, remarks and explanations.
  package let texts: CalendarDate?
  /// Everything: what says indirectly who answered, and the proof that they agreed, go together.
  package let whole: CalendarDate?

  package init(_ record: Record) {
    let questionnaire = record.interview.questionnaire
    self.init(
      from: (record.course.finished ?? record.course.updated).date,
      isEnded: record.interview.status != .inProgress,
      holdsTexts: record.interview.contents.holdsText(on: questionnaire),
      keepsApart: record.head.contact != nil, on: questionnaire)
  }

  /// - Parameters:
  ///   - end: the day it ended or last changed.
  ///   - keepsApart: whether it may have a store of what is kept apart.
  package init(
    from end: CalendarDate, isEnded: Bool, holdsTexts: Bool, keepsApart: Bool,
    on questionnaire: Questionnaire
  ) {
    let months = questionnaire.results.retention
    let day = { (kind: Question.Personal) in months[kind].flatMap { end.adding(months: $0) } }
    let all = [day(.indirect), day(.proof)] + (isEnded ? [] : [day(.freeText)])
    contacts = keepsApart ? day(.direct) : nil
    texts = isEnded && holdsTexts ? day(.freeText) : nil
    whole = all.compactMap(\.self).min()
  }

  /// The first day on which something has to go, what is kept apart left out; nil: never.
  package var first: CalendarDate? { [texts, whole].compactMap(\.self).min() }
}

extension Contents {
  /// Whether it holds a free text, a remark or an explanation.
  package func holdsText(on questionnaire: Questionnaire) -> Bool {
    self != withoutTexts(on: questionnaire)
  }
}
