import ArgumentParser
import Formulas
import Glibc
import Questions
import Records

/// Finds what is wrong in questionnaires, before the field.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find what is wrong in questionnaires. Vérifier des questionnaires.")

  @OptionGroup var common: CommonOptions

  @Option(help: "fr, en.")
  var lang: Language?

  @Flag(help: "Warnings count as errors. Les avertissements comptent comme des erreurs.")
  var strict = false

  @Flag(help: "The same as data, on standard output. En données, sur la sortie standard.")
  var json = false

  @Argument(help: "Questionnaire files, their folders or names. Fichiers, dossiers ou noms.")
  var files: [String]

  func run() throws {
    let language = LaptopSettings().language(asked: lang)
    let places = Places(options: common)
    let reports = files.flatMap { self.reports(on: $0, places, language) }
    if json {
      let tree = JSONTree.array(reports.map(\.tree))
      Output.say(String(decoding: tree.readable, as: UTF8.self))
    } else {
      for report in reports { Exit.complain(report.line) }
    }
    if reports.contains(where: { $0.problem == nil }) { throw ExitCode(Exit.inputOutput) }
    if reports.contains(where: { strict || $0.problem?.severity == .error }) {
      throw ExitCode(Exit.problems)
    }
  }

  /// What is wrong in one questionnaire, in file order; that it cannot be read is one thing wrong.
  private func reports(
    on name: String, _ places: Places, _ language: Language
  ) -> [Report] {
    let path = places.questionnaireFile(named: name) ?? name
    guard let bytes = Places.bytes(of: path) else {
      return [
        Report(
          file: path, problem: nil, sentence: Self.unreadable(errno, language), language: language)
      ]
    }
    return problems(in: bytes, at: path, places).map { problem in
      Report(
        file: path, problem: problem, sentence: problem.sentence(in: language), language: language)
    }
  }

  /// One line of the command's output, as text and as data.
  private struct Report {
    let file: String
    /// Nil where the file itself cannot be read.
    let problem: Problem?
    let sentence: String
    let language: Language

    var line: String {
      if let problem { return problem.line(of: file, in: language) }
      let word = language == .french ? "erreur" : "error"
      return "\(file):1:1: \(word): \(sentence)".harmless()
    }

    var tree: JSONTree {
      let severity =
        switch problem?.severity {
        case .error, nil: "error"
        case .warning: "warning"
        }
      let place = problem?.place ?? Place(line: 1, column: 1)
      return .object([
        .init("file", .string(file)), .init("line", .number("\(place.line)")),
        .init("column", .number("\(place.column)")), .init("severity", .string(severity)),
        .init("message", .string(sentence)),
      ])
    }
  }

  private func problems(in bytes: [UInt8], at path: String, _ places: Places) -> [Problem] {
    do throws(Problems) {
      return try QuestionnaireFile.read(bytes) { places.listFile($0, of: path) }.warnings
    } catch {
      return error.all
    }
  }

  /// What the system answered, to the author (errno(3)).
  private static func unreadable(_ reason: Int32, _ language: Language) -> String {
    switch (reason, language) {
    case (ENOENT, .french): "Il n’y a rien à cet endroit."
    case (ENOENT, .english): "There is nothing here."
    case (EACCES, .french): "Vous n’avez pas le droit de lire ce fichier."
    case (EACCES, .english): "You may not read this file."
    case (EISDIR, .french): "Ce dossier n’a pas de questionnaire.json."
    case (EISDIR, .english): "This folder has no questionnaire.json."
    case (_, .french): "Ce n’est pas un fichier qui se lise."
    case (_, .english): "This is no file that can be read."
    }
  }
}
