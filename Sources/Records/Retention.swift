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
    let months = record.interview.questionnaire.results.retention
    let end = (record.course.finished ?? record.course.updated).date
    let day = { (kind: Question.Personal) in months[kind].flatMap { end.adding(months: $0) } }
    let isEnded = record.interview.status != .inProgress
    let all = [day(.indirect), day(.proof)] + (isEnded ? [] : [day(.freeText)])
    contacts = record.head.contact == nil ? nil : day(.direct)
    texts = isEnded && record.interview.contents.holdsText(on: record) ? day(.freeText) : nil
    whole = all.compactMap(\.self).min()
  }
}

extension Contents {
  /// Whether it holds a free text, a remark or an explanation.
  fileprivate func holdsText(on record: Record) -> Bool {
    self != withoutTexts(on: record.interview.questionnaire)
  }
}
