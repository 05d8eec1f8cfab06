import Archives
import Formulas
import Interviews
import Questions
import Records
import Reports

/// The results of a folder of interviews: all the indicators of the questionnaire most of them are
/// on, counted over every version of it.
struct Findings {
  let tabulation: Tabulation
  /// Interviews that could not be read.
  let failures: [FileFailure]

  /// Why there are none.
  enum Lack: Error {
    case noInterview
    /// The question to split by is not there; the nearest name that is.
    case noQuestion(nearest: String?)
    case disk(FileFailure)
  }

  /// Reads every ended interview of some kinds.
  ///
  /// - Parameters:
  ///   - forms: the questionnaires installed, whose indicators count; where one is not there, those
  ///     of the version an interview was started with.
  ///   - named: the only questionnaire looked at; nil: the one most interviews are on.
  ///   - by: a question's name, to split every indicator by.
  ///   - progress: told how many interviews were read, of how many.
  init(
    _ archive: Archive, _ forms: [FormFile], of kinds: Set<Start.Kind>,
    on named: Questionnaire? = nil,
    by: String? = nil, progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(Lack) {
    let ids = try Self.onDisk { () throws(FileFailure) in try archive.ids() }
    let versions = try Self.onDisk { () throws(FileFailure) in try Self.versions(archive) }
    let counted = named.map { [$0.id: $0] } ?? Self.counted(versions, forms)
    var counts = counted.mapValues { Counted($0, by: by) }
    var failures: [FileFailure] = []
    func take(_ part: Part) {
      for (id, tabulation) in part.tabulations { counts[id]?.tabulation.absorb(tabulation) }
      failures += part.failures
      progress(part.end, ids.count)
    }
    let empty = counts.mapValues(\.tabulation)
    try Self.onDisk { () throws(FileFailure) in
      try Worker.inOrder(
        ids, length: 2048, make: { Part(archive, $0, of: kinds, versions, empty) }, take: take)
    }
    self.failures = failures
    let most = counts.values.max { $0.count < $1.count }
    guard let most, named != nil || most.count > 0 else { throw .noInterview }
    guard !most.lacksQuestion else { throw .noQuestion(nearest: most.nearest) }
    tabulation = most.tabulation
  }

  private static func onDisk<Result>(
    _ work: () throws(FileFailure) -> Result
  ) throws(Lack) -> Result {
    do throws(FileFailure) {
      return try work()
    } catch {
      throw .disk(error)
    }
  }

  /// The questionnaires interviews were started with, by hash; without those that cannot be read.
  private static func versions(_ archive: Archive) throws(FileFailure) -> [String: Questionnaire] {
    let hashes = try archive.keptQuestionnaires()
    return Dictionary(
      uniqueKeysWithValues: hashes.compactMap { hash in
        (try? archive.questionnaire(hash)).map { (hash, $0) }
      })
  }

  /// Whose indicators are counted, by the questionnaire's id: what is installed, else its last
  /// version here.
  private static func counted(
    _ versions: [String: Questionnaire], _ forms: [FormFile]
  ) -> [String: Questionnaire] {
    Dictionary(grouping: versions.values, by: \.id).compactMapValues { versions in
      installed(versions[0].id, among: forms) ?? versions.max { $0.version < $1.version }
    }
  }

  private static func installed(_ id: String, among forms: [FormFile]) -> Questionnaire? {
    forms.first { $0.head.id == id }.flatMap { try? $0.read() }?.questionnaire
  }

  /// What some interviews count.
  private struct Part: Sendable {
    /// Where they end, among all.
    let end: Int
    /// By the questionnaire's id.
    private(set) var tabulations: [String: Tabulation]
    private(set) var failures: [FileFailure] = []

    init(
      _ archive: Archive, _ some: ArraySlice<String>, of kinds: Set<Start.Kind>,
      _ versions: [String: Questionnaire], _ empty: [String: Tabulation]
    ) {
      end = some.endIndex
      tabulations = empty
      let sheets = empty.mapValues { $0.makeSheet() }
      var reader = PictureReader(archive, knowing: versions)
      for id in some {
        do throws(FileFailure) {
          _ = try reader.read(id) { scan in
            let form = scan.text(of: .questionnaire)
            guard Start.Kind(rawValue: scan.text(of: .kind)).map(kinds.contains) == true,
              let sheet = sheets[form]
            else { return }
            sheet.fill(scan)
            tabulations[form]?.add(sheet)
          }
        } catch {
          failures.append(error)
        }
      }
    }
  }

  /// One questionnaire being counted.
  private struct Counted {
    var tabulation: Tabulation
    let lacksQuestion: Bool
    let nearest: String?

    init(_ form: Questionnaire, by name: String?) {
      let names = form.items.filter { $0.question?.kind.valueType != nil }.map(\.name)
      let by = name.flatMap { names.contains($0) ? form.index(of: $0) : nil }
      lacksQuestion = name != nil && by == nil
      nearest = name.flatMap { nearestName(to: $0, among: names) }
      tabulation = Tabulation(form, by: by)
    }

    var count: Int { tabulation.census.interviews }
  }
}

extension Findings.Lack {
  func sentence(in language: Language) -> String {
    switch self {
    case .disk(let failure): failure.sentence(in: language)
    case .noInterview, .noQuestion:
      switch language {
      case .french: "Aucun entretien terminé : il n’y a pas encore de résultats."
      case .english: "No interview is finished: there are no results yet."
      }
    }
  }
}
