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
  ///   - progress: called after each interview.
  init(
    _ archive: Archive, _ forms: [FormFile], of kinds: Set<Start.Kind>,
    on named: Questionnaire? = nil,
    by: String? = nil, progress: (() -> Void)? = nil
  ) throws(Lack) {
    var counts: [String: Counted] = [:]
    if let named { counts[named.id] = Counted(named, by: by) }
    var failures: [FileFailure] = []
    var reader = PictureReader(archive)
    for id in try Self.ids(archive) {
      do throws(FileFailure) {
        _ = try reader.read(id) { scan in
          Self.count(scan, of: kinds, forms, on: named, by: by, in: &counts)
        }
      } catch {
        failures.append(error)
      }
      progress?()
    }
    self.failures = failures
    let most = counts.values.max { $0.count < $1.count }
    guard let most else { throw .noInterview }
    guard !most.lacksQuestion else { throw .noQuestion(nearest: most.nearest) }
    tabulation = most.tabulation
  }

  private static func ids(_ archive: Archive) throws(Lack) -> [String] {
    do throws(FileFailure) {
      return try archive.ids()
    } catch {
      throw .disk(error)
    }
  }

  private static func count(
    _ scan: PictureScan, of kinds: Set<Start.Kind>, _ forms: [FormFile], on named: Questionnaire?,
    by: String?, in counts: inout [String: Counted]
  ) {
    guard Start.Kind(rawValue: scan.text(of: .kind)).map(kinds.contains) == true else { return }
    let id = scan.text(of: .questionnaire)
    if counts[id] == nil, named == nil {
      counts[id] = Counted(installed(id, among: forms) ?? scan.questionnaire, by: by)
    }
    counts[id]?.add(scan)
  }

  private static func installed(_ id: String, among forms: [FormFile]) -> Questionnaire? {
    forms.first { $0.head.id == id }.flatMap { try? $0.read() }?.questionnaire
  }

  /// One questionnaire being counted.
  private struct Counted {
    var tabulation: Tabulation
    let lacksQuestion: Bool
    let nearest: String?
    private let sheet: Sheet

    init(_ form: Questionnaire, by name: String?) {
      let names = form.items.filter { $0.question?.kind.valueType != nil }.map(\.name)
      let by = name.flatMap { names.contains($0) ? form.index(of: $0) : nil }
      sheet = Sheet(form, by: by)
      lacksQuestion = name != nil && by == nil
      nearest = name.flatMap { nearestName(to: $0, among: names) }
      tabulation = Tabulation(form, by: by)
    }

    var count: Int { tabulation.census.interviews }

    mutating func add(_ scan: PictureScan) {
      sheet.fill(scan)
      tabulation.add(sheet)
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
