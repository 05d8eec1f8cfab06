import Archives
import Exports
import Formulas
import Interviews
import Questions
import Records

/// One export, from the archive to a folder: read on several threads, written in order as it goes,
/// so that memory does not grow with the number of interviews.
struct ExportRun {
  let archive: Archive
  let choices: ExportChoices
  var filter = ExportFilter()

  /// What came of it.
  struct Outcome {
    let count: Int
    /// Interviews that could not be read, and are not in it.
    let failures: [FileFailure]
    let dropped: [DroppedQuestion]
  }

  /// Exports to `place`; nothing is written where there is nothing to export.
  ///
  /// - Parameter progress: told how many interviews were looked at, of how many.
  /// - Throws: `FileFailure`; what stood at the place before is untouched.
  func run(
    to place: String, _ existing: Placing.Existing, at now: DateTime,
    progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(FileFailure) -> Outcome {
    let folder = try Placing(at: place).begin(existing)
    let ids = try archive.ids()
    let plan = ExportPlan(try versions(ids), choices)
    let streams = plan.streams
    for stream in streams { try folder.append(stream.bytes, to: stream.path) }
    var totals = ExportPart(plan)
    var failures: [FileFailure] = []
    func take(_ some: Written) throws(FileFailure) {
      for (stream, bytes) in zip(streams, some.bytes) { try folder.append(bytes, to: stream.path) }
      totals.count(some.part)
      failures += some.failures
      progress(some.end, ids.count)
    }
    try Worker.inOrder(ids, make: { [self] in written($0, plan) }, take: take)
    if !totals.ids.isEmpty { try finish(folder, plan, totals, at: now, place) }
    return Outcome(count: totals.ids.count, failures: failures, dropped: plan.dropped)
  }

  /// Of the columns to say again, the first that no version has, and the name nearest to it.
  func unknownParent() throws(FileFailure) -> (name: String, nearest: String?)? {
    guard !choices.parents.isEmpty else { return nil }
    let names = try archive.keptQuestionnaires().flatMap { hash in
      (try? archive.questionnaire(hash))?.items.filter { $0.question != nil }.map(\.name) ?? []
    }
    guard !names.isEmpty, let name = choices.parents.first(where: { !names.contains($0) }) else {
      return nil
    }
    return (name, nearestName(to: name, among: names))
  }

  private func finish(
    _ folder: PlacedFolder, _ plan: ExportPlan, _ totals: ExportPart, at now: DateTime,
    _ place: String
  ) throws(FileFailure) {
    for file in plan.companions(totals) { try folder.append(file.bytes, to: file.path) }
    let files = folder.written.map {
      ExportManifest.Written(path: $0.path, count: $0.length, hash: $0.hash)
    }
    let manifest = ExportManifest(plan, totals, filter).bytes(files, exported: now)
    try folder.append(manifest, to: ExportManifest.name)
    try folder.finish()
    try archive.note(
      exportTo: place, at: now, format: choices.format.rawValue, profile: choices.profile.rawValue,
      hash: Archive.hash(of: manifest), ids: totals.ids)
  }
}

// What is read, on threads of its own.
extension ExportRun {
  private var scope: PictureReader.Scope { filter.includesDrafts ? .withDrafts : .ended }

  /// The versions exported interviews were made on, in the order they were first used.
  private func versions(_ ids: [String]) throws(FileFailure) -> [ExportPlan.Version] {
    let kept = try archive.keptQuestionnaires()
    var used: [String] = kept.count == 1 ? kept : []
    if kept.count > 1 {
      func take(_ some: [String]) { used += some.filter { !used.contains($0) } }
      try Worker.inOrder(ids, make: { [self] in hashes($0) }, take: take)
    }
    var versions: [ExportPlan.Version] = []
    for hash in used {
      let form = try archive.questionnaire(hash)
      versions.append(ExportPlan.Version(hash: hash, questionnaire: form))
    }
    return versions
  }

  /// The hashes of the questionnaires of some interviews, each once.
  private func hashes(_ some: ArraySlice<String>) -> [String] {
    var reader = PictureReader(archive)
    var hashes: [String] = []
    for id in some {
      let hash = try? reader.read(id, scope) { scan in
        filter.takes(scan) ? scan.text(of: .hash) : nil
      }
      if case let hash?? = hash, !hashes.contains(hash) { hashes.append(hash) }
    }
    return hashes
  }

  /// Some interviews, written.
  private struct Written: Sendable {
    /// Where they end, among all.
    let end: Int
    let bytes: [[UInt8]]
    let part: ExportPart
    let failures: [FileFailure]
  }

  private func written(_ some: ArraySlice<String>, _ plan: ExportPlan) -> Written {
    var reader = PictureReader(archive, knowing: plan.questionnaires)
    var part = ExportPart(plan)
    var failures: [FileFailure] = []
    for id in some {
      do throws(FileFailure) {
        let seconds = try seconds(id)
        _ = try reader.read(id, scope) { scan in
          if filter.takes(scan) { part.add(scan, seconds: seconds) }
        }
      } catch {
        failures.append(error)
      }
    }
    let bytes = part.takeBytes()
    return Written(end: some.endIndex, bytes: bytes, part: part, failures: failures)
  }

  private func seconds(_ id: String) throws(FileFailure) -> Int? {
    switch choices.durations {
    case .left: nil
    case .written: try archive.record(id).course.secondsSpent
    }
  }
}
