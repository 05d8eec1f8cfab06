import Formulas
import Glibc
import Records

extension Archive {
  /// Those of some interviews that an export holds as they now stand, by id.
  ///
  /// Exports are looked at from the last one back, as far as one could still hold something: an
  /// interview that changed since is in none.
  package func exported(among listings: [Listing]) -> Set<String> {
    var waiting = listings
    var found: Set<String> = []
    guard !waiting.isEmpty, let bytes = try? contents(of: "\(folder)/exports.jsonl", system) else {
      return found
    }
    for line in bytes.split(separator: Replay.lineFeed).reversed() {
      guard let export = PastExport.all(in: Array(line)).first else { continue }
      waiting.removeAll { $0.updated.instant > export.at.instant }
      if waiting.isEmpty { break }
      found.formUnion(waiting.map(\.id).filter(export.ids.contains))
      waiting.removeAll { export.ids.contains($0.id) }
    }
    return found
  }

  /// Notes that an export was made: a line of `exports.jsonl`.
  ///
  /// - Parameters:
  ///   - hash: SHA-256 of its manifest.
  ///   - ids: of the interviews in it.
  package func note(
    exportTo place: String, at now: DateTime, format: String, profile: String, hash: String,
    ids: [String]
  ) throws(FileFailure) {
    let line = JSONTree.object([
      .init("at", .string(now.description)), .init("place", .string(place)),
      .init("format", .string(format)), .init("profile", .string(profile)),
      .init("manifest", .string(hash)), .init("ids", .array(ids.map(JSONTree.string))),
    ])
    try Folder(folder, system).make()
    let path = "\(folder)/exports.jsonl"
    let file = try OpenFile(path, flags: O_WRONLY | O_CREAT, system)
    let length = FileStatus(of: path)?.size ?? 0
    do throws(FileFailure) {
      try file.write(line.compact + [Replay.lineFeed], at: length)
      try file.sync()
    } catch {
      try? file.truncate(to: length)
      throw error
    }
  }
}
