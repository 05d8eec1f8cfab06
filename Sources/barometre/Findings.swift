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
  init(
    _ archive: Archive, _ forms: [FormFile], of kinds: Set<Start.Kind>,
    on named: Questionnaire? = nil,
    by: String? = nil
  ) throws(Lack) {
    let ended: (records: [Record], failures: [FileFailure])
    do throws(FileFailure) {
      ended = try archive.endedRecords()
    } catch {
      throw .disk(error)
    }
    failures = ended.failures
    var counts: [String: Counted] = [:]
    if let named { counts[named.id] = Counted(named, by: by) }
    for record in ended.records where kinds.contains(record.head.start.kind) {
      let id = record.head.questionnaire
      if counts[id] == nil, named == nil {
        let installed = Self.installed(id, among: forms)
        counts[id] = Counted(installed ?? record.interview.questionnaire, by: by)
      }
      counts[id]?.add(record)
    }
    let most = counts.values.max { $0.count < $1.count }
    guard let most else { throw .noInterview }
    guard !most.lacksQuestion else { throw .noQuestion(nearest: most.nearest) }
    tabulation = most.tabulation
  }

  private static func installed(_ id: String, among forms: [FormFile]) -> Questionnaire? {
    forms.first { $0.head.id == id }.flatMap { try? $0.read() }?.questionnaire
  }

  /// One questionnaire being counted.
  private struct Counted {
    var tabulation: Tabulation
    let lacksQuestion: Bool
    let nearest: String?
    private let form: Questionnaire
    private var sheet: Sheet?

    init(_ form: Questionnaire, by name: String?) {
      let names = form.items.filter { $0.question?.kind.valueType != nil }.map(\.name)
      let by = name.flatMap { names.contains($0) ? form.index(of: $0) : nil }
      self.form = form
      lacksQuestion = name != nil && by == nil
      nearest = name.flatMap { nearestName(to: $0, among: names) }
      tabulation = Tabulation(form, by: by)
    }

    var count: Int { tabulation.census.interviews }

    mutating func add(_ record: Record) {
      if let sheet { sheet.fill(record) }
      let filled = sheet ?? Sheet(record, on: form)
      sheet = filled
      tabulation.add(filled)
    }
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
