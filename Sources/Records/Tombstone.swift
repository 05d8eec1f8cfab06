import Formulas
import Questions

/// What is left of a withdrawn interview: that it was, and when it went; nothing of what it held.
///
/// One small file each, `withdrawn/ID.json`, so that gathering laptops gathers withdrawals too.
package struct Tombstone: Hashable, Sendable {
  /// The interview's.
  package let id: String
  /// Tells whether a code is that of this interview, without holding it: SHA-256 of `ID CODE`.
  package let codeHash: String
  /// The questionnaire's `id` and `version`.
  package let questionnaire: String
  package let version: String
  package let withdrawn: DateTime

  package init(
    id: String, codeHash: String, questionnaire: String, version: String, withdrawn: DateTime
  ) {
    self.id = id
    self.codeHash = codeHash
    self.questionnaire = questionnaire
    self.version = version
    self.withdrawn = withdrawn
  }

  package var file: [UInt8] {
    JSONTree.object([
      .init("layout", JSONTree(RecordHead.newestLayout)), .init("id", .string(id)),
      .init("status", "withdrawn"), .init("code_sha256", .string(codeHash)),
      .init(
        "questionnaire",
        .object([.init("id", .string(questionnaire)), .init("version", .string(version))])),
      .init("withdrawn", .string(withdrawn.description)),
    ]).readable
  }

  /// - Throws: `Unreadable`: a newer layout, or no tombstone.
  package init(reading bytes: [UInt8]) throws(Unreadable) {
    guard let json = try? JSONText(bytes).root else { throw .noHead }
    try json.checkLayout()
    guard let id = json["id"]?.string, let hash = json["code_sha256"]?.string,
      let form = json["questionnaire"], let questionnaire = form["id"]?.string,
      let version = form["version"]?.string,
      let withdrawn = json["withdrawn"]?.string.flatMap({ DateTime(reading: $0) })
    else { throw .noHead }
    self.init(
      id: id, codeHash: hash, questionnaire: questionnaire, version: version,
      withdrawn: withdrawn)
  }
}
