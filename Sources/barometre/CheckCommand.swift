import ArgumentParser
import Formulas
import Questions

/// Finds what is wrong in questionnaires, before the field.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find what is wrong in questionnaires. Vérifier des questionnaires.")

  @Option(help: "fr, en.")
  var lang: String?

  @Flag(help: "Warnings count as errors. Les avertissements comptent comme des erreurs.")
  var strict = false

  @Argument(help: "Questionnaire files.")
  var files: [String]

  func run() throws {
    let language = LaptopSettings().language(asked: lang)
    var found: [Problem] = []
    for file in files {
      guard let bytes = Places.bytes(of: file) else {
        throw Exit.with(Exit.inputOutput, "\(file):1:1: error: cannot be read.")
      }
      let problems = Self.problems(in: bytes)
      for problem in problems { Exit.complain(problem.line(of: file, in: language)) }
      found += problems
    }
    if found.contains(where: { strict || $0.severity == .error }) {
      throw ExitCode(Exit.problems)
    }
  }

  private static func problems(in bytes: [UInt8]) -> [Problem] {
    do throws(Problems) {
      return try QuestionnaireFile.read(bytes).warnings
    } catch {
      return error.all
    }
  }
}
