import Archives
import Formulas
import Interviews
import Questions
import Records
import Reports

/// The results of a folder of interviews: which questionnaire counts, and all its indicators counted.
struct Findings {
  let questionnaire: Questionnaire
  let tabulation: Tabulation
  /// Interviews that could not be read.
  let failures: [FileFailure]

  /// Reads every ended interview of the kinds asked for on one questionnaire, whatever its version.
  ///
  /// - Parameters:
  ///   - name: the questionnaire's file, folder or name; nil: the one most interviews are on.
  ///   - by: a question's name, to split every indicator by.
  /// - Throws: `FileFailure`, or the status to leave with, its sentence said.
  init(
    _ places: Places, of kinds: Set<Start.Kind>, named name: String?, by: String?,
    _ language: Language
  ) throws {
    let (records, failures) = try places.archive.endedRecords()
    let counted = records.filter { kinds.contains($0.head.start.kind) }
    let form = try Self.form(name, of: counted, places, language)
    questionnaire = form
    self.failures = failures
    var tabulation = Tabulation(form, by: try by.map { try Self.question($0, of: form, language) })
    var sheet: Sheet?
    for record in counted where record.head.questionnaire == form.id {
      if let sheet { sheet.fill(record) } else { sheet = Sheet(record, on: form) }
      if let sheet { tabulation.add(sheet) }
    }
    self.tabulation = tabulation
  }

  /// The one named; else the installed version of the one most interviews are on, or what they were
  /// started with.
  private static func form(
    _ name: String?, of records: [Record], _ places: Places, _ language: Language
  ) throws -> Questionnaire {
    if let name { return try QuestionnaireOnDisk(name, places, language).read() }
    let counts = Dictionary(grouping: records, by: \.head.questionnaire)
    guard let most = counts.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }) else {
      return try QuestionnaireOnDisk("barometre", places, language).read()
    }
    for path in places.questionnaireFiles() {
      if let bytes = Places.bytes(of: path), let read = try? QuestionnaireFile.read(bytes),
        read.questionnaire.id == most.key
      {
        return read.questionnaire
      }
    }
    return most.value[most.value.count - 1].interview.questionnaire
  }

  private static func question(
    _ name: String, of form: Questionnaire, _ language: Language
  ) throws -> Int {
    let names = form.items.filter { $0.question?.kind.valueType != nil }.map(\.name)
    if names.contains(name), let index = form.index(of: name) { return index }
    let nearest = nearestName(to: name, among: names)
    switch language {
    case .french:
      throw Exit.with(
        Exit.usage,
        "barometre: aucune question ne s’appelle « \(name) »."
          + (nearest.map { " Vouliez-vous dire « \($0) » ?" } ?? ""))
    case .english:
      throw Exit.with(
        Exit.usage,
        "barometre: no question is called ‘\(name)’."
          + (nearest.map { " Did you mean ‘\($0)’?" } ?? ""))
    }
  }
}
