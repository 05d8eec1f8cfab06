import Formulas
import Interviews
import Questions

/// An interview as it stands, to be read by people and other programs.
///
/// Always remade from the journal: written at rest, on pause and on finishing.
package struct Picture: Hashable, Sendable {
  /// Of the picture's own revision.
  package let head: RecordHead
  package let status: Status
  package let label: String
  /// The one spoken last.
  package let language: String
  package let updated: DateTime
  package let finished: DateTime?
  package let contents: Contents
  /// Why the person ended it: in the journal's state line only.
  package let stopReason: String
  /// The lines kept apart that hold now, by number: in the journal's state line only.
  package var contactLines: [Int] = []
  /// What is given again after it: answers off the route and drafts of an interview in progress; in
  /// the journal's state line only.
  package var aside: [Event] = []

  /// The picture of a record now.
  ///
  /// - Parameter parent: SHA-256 of the picture of the revision before.
  package init(of record: Record, parent: String? = nil) {
    let interview = record.interview
    head = record.head.at(revision: interview.revision, parent: parent ?? record.head.parent)
    status = interview.status
    label = interview.label
    language = interview.language
    updated = record.course.updated
    finished = record.course.finished
    contents = interview.contents
    stopReason = interview.stopReason
  }

  init(
    head: RecordHead, status: Status, label: String, language: String, updated: DateTime,
    finished: DateTime?, contents: Contents, stopReason: String
  ) {
    self.head = head
    self.status = status
    self.label = label
    self.language = language
    self.updated = updated
    self.finished = finished
    self.contents = contents
    self.stopReason = stopReason
  }

  /// The file `interview.json`.
  ///
  /// - Parameter journalBytes: the length of the journal it was made from.
  package func file(journalBytes: Int) -> [UInt8] {
    JSONTree.object(members + [.init("journal_bytes", JSONTree(journalBytes))]).readable
  }

  /// One line, as `interviews.jsonl` holds it: without the withdrawal code, the key of what is kept
  /// apart, nor the journal's size.
  ///
  /// The code is also kept out of the label, which shows it while nothing else names the interview.
  package var exported: [UInt8] {
    let code = head.start.code
    return JSONTree.object(
      members.filter { member in
        member.name != "code" && member.name != "contact"
          && !(member.name == "label" && label.contains(code))
      }
    ).compact
  }

  /// All it says: what the state line of a finished journal holds.
  package var tree: JSONTree { .object(members) }

  private var members: [JSONTree.Member] {
    head.members + [
      .init("status", .string(status.rawValue)),
      .init("revision", JSONTree(head.revision)),
      .init("parent", JSONTree(head.parent)),
      .init("label", .string(label)),
      .init("language", .string(language)),
      .init("interviewer", .string(head.start.interviewer)),
      .init("started", .string(head.start.started.description)),
      .init("updated", .string(updated.description)),
      .init("finished", JSONTree(finished?.description)),
    ] + contents.members
  }
}

extension Contents {
  var members: [JSONTree.Member] {
    [
      .init("answers", Self.tree(nodes)),
      .init("missing", Self.tree(specials)),
      .init("left_blank", Self.tree(leftBlank)),
      .init("not_reached", Self.tree(notReached)),
      .init(
        "set_aside",
        .object(setAside.map { .init($0.path.description, JSONTree($0.held)) })),
      .init("rows", .object(rows.map { .init($0.path.description, JSONTree($0.held)) })),
      .init("remarks", Self.tree(remarks)),
      .init("confirmed", .object(confirmed.map { .init($0.key, .string($0.explanation)) })),
      .init("order", .object([])),
      .init("position", JSONTree(position?.description)),
    ]
  }

  private static func tree(_ nodes: [Node]) -> JSONTree {
    .object(
      nodes.map { node in
        switch node {
        case .value(let name, let value): .init(name, JSONTree(value))
        case .instances(let name, let instances): .init(name, .array(instances.map(tree)))
        }
      })
  }

  private static func tree(_ paths: [AnswerPath]) -> JSONTree {
    .array(paths.map { .string($0.description) })
  }

  private static func tree(_ placed: [Placed<String>]) -> JSONTree {
    .object(placed.map { .init($0.path.description, .string($0.held)) })
  }
}
