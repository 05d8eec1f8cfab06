import Archives
import ArgumentParser
import Formulas
import Questions
import Records
import Screens

/// An interview at once: a new one, or one to resume.
struct FillCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fill", abstract: "Start or resume an interview. Commencer ou reprendre.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var walk: WalkOptions

  @Option(help: "The id of an interview to resume. Entretien à reprendre.")
  var resume: String?

  @Argument(help: "A questionnaire: its file, its folder or its name.")
  var questionnaire: String?

  func run() throws {
    let opening = Opening(Places(options: common), walk.choices)
    if let resume { return try opening.run(first: [.open(try whole(resume, opening))]) }
    let form = try form(opening)
    let languages = form.head.languages
    let spoken = opening.language.rawValue
    if let asked = walk.lang, !languages.contains(asked), Language(rawValue: asked) == nil {
      throw Exit.with(Exit.usage, opening.language.hasNo(asked, among: languages))
    }
    let language =
      walk.lang.flatMap { languages.contains($0) ? $0 : nil }
      ?? (languages.contains(spoken) ? spoken : languages[0])
    try opening.run(first: [.begin(form: 0, language: language, opening.kind)], forms: [form])
  }

  /// The id of the interview a person means.
  private func whole(_ id: String, _ opening: Opening) throws -> String {
    do throws(FileFailure) {
      return try opening.places.archive.find(id)
    } catch {
      throw Exit.with(error, in: opening.language)
    }
  }

  /// The questionnaire named, or the only one there is; every problem of its file is told first.
  private func form(_ opening: Opening) throws -> FormFile {
    let files = opening.places.questionnaireFiles()
    guard let name = questionnaire ?? (files.count == 1 ? files[0] : nil) else {
      throw Exit.with(Exit.usage, Self.whichOne(files, opening.language))
    }
    return try QuestionnaireOnDisk(name, opening.places, opening.language).form()
  }

  private static func whichOne(_ files: [String], _ language: Language) -> String {
    switch language {
    case .french: "barometre : quel questionnaire ? \(files.joined(separator: ", "))"
    case .english: "barometre: which questionnaire? \(files.joined(separator: ", "))"
    }
  }
}
