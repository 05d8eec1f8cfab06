import Formulas
import Interviews
import Questions

/// What is fixed of an interview at one revision: the first line of its journal.
package struct RecordHead: Hashable, Sendable {
  /// The newest layout this program reads and the one it writes.
  package static let newestLayout = 1

  package let start: Start
  /// The questionnaire's `id`.
  package let questionnaire: String
  /// The questionnaire's `version`.
  package let version: String
  /// From 1: the one the journal starts at.
  package let revision: Int
  /// SHA-256 of the picture of the revision before; nil at the first.
  package let parent: String?
  /// The key of what is kept apart, `contacts/KEY`; nil where the questionnaire keeps nothing so.
  package let contact: String?
  /// What stands for the withdrawal code, then blank, in the clear head of a sealed interview; nil
  /// elsewhere.
  package let codeHash: String?

  package init(
    _ start: Start, questionnaire: String, version: String, revision: Int = 1,
    parent: String? = nil, contact: String? = nil, codeHash: String? = nil
  ) {
    self.start = start
    self.questionnaire = questionnaire
    self.version = version
    self.revision = revision
    self.parent = parent
    self.contact = contact
    self.codeHash = codeHash
  }

  package init(_ start: Start, on questionnaire: Questionnaire, contact: String? = nil) {
    self.init(
      start, questionnaire: questionnaire.id, version: questionnaire.version, contact: contact)
  }

  /// The same interview at another revision.
  func at(revision: Int, parent: String?) -> RecordHead {
    RecordHead(
      start, questionnaire: questionnaire, version: version, revision: revision, parent: parent,
      contact: contact)
  }

  /// The first members of journals and of pictures.
  var members: [JSONTree.Member] {
    [
      .init("layout", JSONTree(Self.newestLayout)),
      .init("id", .string(start.id)),
      .init("code", .string(start.code)),
      .init("kind", .string(start.kind.rawValue)),
      .init("mode", .string(start.mode.rawValue)),
      .init(
        "questionnaire",
        .object([
          .init("id", .string(questionnaire)),
          .init("version", .string(version)),
          .init("sha256", .string(start.questionnaireHash)),
        ])),
    ] + (contact.map { [.init("contact", .string($0))] } ?? [])
  }

  /// Reads what `members` and the keys of the first line write; nil where something is missing.
  init?(_ json: JSONValue) {
    let codeHash = json["code_sha256"]?.string
    guard let id = json["id"]?.string,
      let code = json["code"]?.string ?? (codeHash == nil ? nil : ""),
      let kind = json["kind"]?.string.flatMap(Start.Kind.init),
      let mode = json["mode"]?.string.flatMap(Start.Mode.init),
      let form = json["questionnaire"], let questionnaire = form["id"]?.string,
      let version = form["version"]?.string, let hash = form["sha256"]?.string,
      let language = json["language"]?.string, let interviewer = json["interviewer"]?.string,
      let started = json["started"]?.string.flatMap({ DateTime(reading: $0) }),
      let revision = json["revision"]?.integer,
      json["contact"].map({ ContactLines.isKey($0.string) }) ?? true
    else { return nil }
    let start = Start(
      id: id, code: code, kind: kind, mode: mode, questionnaireHash: hash,
      interviewer: interviewer, started: started, language: language)
    self.init(
      start, questionnaire: questionnaire, version: version, revision: revision,
      parent: json["parent"]?.string, contact: json["contact"]?.string, codeHash: codeHash)
  }
}

/// Why stored bytes cannot be read at all.
package enum Unreadable: Error, Hashable, Sendable {
  /// Written by a newer program: left untouched.
  case newerLayout(Int, newest: Int)
  /// A journal without a sound first line, or a picture that is none.
  case noHead
}

extension JSONValue {
  /// - Throws: `Unreadable`, where there is no layout number or a newer one.
  func checkLayout() throws(Unreadable) {
    guard let layout = self["layout"]?.integer else { throw .noHead }
    guard layout <= RecordHead.newestLayout else {
      throw .newerLayout(layout, newest: RecordHead.newestLayout)
    }
  }
}
