import Formulas
import Interviews
import Records

/// What the home screen shows of one interview.
package struct Listing: Hashable, Sendable {
  package let id: String
  /// Empty where it is sealed, until `named` opens it.
  package internal(set) var label: String
  package let code: String
  package let kind: Start.Kind
  package let mode: Start.Mode
  package let status: Status
  package let revision: Int
  /// Stops done, over the stops of its route.
  package let done: Int
  package let of: Int
  package let questionnaire: String
  package let version: String
  package let questionnaireHash: String
  package let interviewer: String
  package let started: DateTime
  package let updated: DateTime
  package let remarkCount: Int
  /// Answered to its end, with something that blocks finishing, or a warning that waits.
  package let needsCheck: Bool
  /// The questionnaire's `refused` holds: the person did not consent.
  package let isRefused: Bool
  /// Pauses and silences left out.
  package let secondsSpent: Int
  /// From when on something of it has to go, what is kept apart left out; nil: never.
  package let due: CalendarDate?
  /// The same of what is kept apart, and its key.
  package let contactsDue: CalendarDate?
  package let contact: String?
  /// Nothing of its answers, its label included, is here.
  package let isSealed: Bool
}

extension Listing {
  init(_ record: Record) {
    let interview = record.interview
    let progress = interview.progressWithoutApart
    id = record.head.start.id
    label = interview.label
    code = record.head.start.code
    kind = record.head.start.kind
    mode = record.head.start.mode
    status = interview.status
    revision = interview.revision
    done = progress.done
    of = progress.of
    questionnaire = record.head.questionnaire
    version = record.head.version
    questionnaireHash = record.head.start.questionnaireHash
    interviewer = record.head.start.interviewer
    started = record.head.start.started
    updated = record.course.updated
    remarkCount = interview.contents.remarks.count
    needsCheck =
      interview.status == .inProgress && progress.done == progress.of
      && interview.findings.contains { $0.blocks || $0.asks }
    isRefused = interview.isRefused
    secondsSpent = record.course.secondsSpent
    let retention = Retention(record)
    due = retention.first
    contactsDue = retention.contacts
    contact = record.head.contact
    isSealed = false
  }
}

// A line of the index, as `IndexReader` reads it back.
extension Listing {
  var members: [JSONTree.Member] {
    [
      .init("id", .string(id)), .init("label", .string(label)), .init("code", .string(code)),
      .init("kind", .string(kind.rawValue)), .init("mode", .string(mode.rawValue)),
      .init("status", .string(status.rawValue)), .init("revision", JSONTree(revision)),
      .init("done", JSONTree(done)), .init("of", JSONTree(of)),
      .init("questionnaire", .string(questionnaire)), .init("version", .string(version)),
      .init("sha256", .string(questionnaireHash)), .init("interviewer", .string(interviewer)),
      .init("started", .string(started.description)),
      .init("updated", .string(updated.description)), .init("remarks", JSONTree(remarkCount)),
      .init("check", .boolean(needsCheck)), .init("refused", .boolean(isRefused)),
      .init("seconds", JSONTree(secondsSpent)),
      .init("due", .string(due?.description ?? "")),
      .init("contacts_due", .string(contactsDue?.description ?? "")),
      .init("contact", .string(contact ?? "")), .init("sealed", .boolean(isSealed)),
    ]
  }
}
