import Formulas
import Interviews
import Questions
import Records

/// What the home screen shows of one interview.
package struct Listing: Hashable, Sendable {
  package let id: String
  package let label: String
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

  init(_ record: Record) {
    let interview = record.interview
    let progress = interview.progress
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
  }
}

// A line of the index.
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
    ]
  }

  /// Nil where something is missing.
  init?(_ json: JSONValue) {
    let text = { (key: String) in json[key]?.string }
    let count = { (key: String) in json[key]?.integer }
    guard let id = text("id"), let label = text("label"), let code = text("code"),
      let kind = text("kind").flatMap(Start.Kind.init),
      let mode = text("mode").flatMap(Start.Mode.init),
      let status = text("status").flatMap(Status.init), let revision = count("revision"),
      let done = count("done"), let total = count("of"),
      let questionnaire = text("questionnaire"), let version = text("version"),
      let hash = text("sha256"), let interviewer = text("interviewer"),
      let started = text("started").flatMap({ DateTime(reading: $0) }),
      let updated = text("updated").flatMap({ DateTime(reading: $0) }),
      let remarkCount = count("remarks")
    else { return nil }
    self.id = id
    self.label = label
    self.code = code
    self.kind = kind
    self.mode = mode
    self.status = status
    self.revision = revision
    self.done = done
    of = total
    self.questionnaire = questionnaire
    self.version = version
    questionnaireHash = hash
    self.interviewer = interviewer
    self.started = started
    self.updated = updated
    self.remarkCount = remarkCount
  }
}
