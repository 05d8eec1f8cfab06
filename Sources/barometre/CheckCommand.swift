import ArgumentParser
import Formulas
import Questions
import Records

/// Finds what is wrong in questionnaires, before the field.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find what is wrong in questionnaires. Vérifier des questionnaires.")

  @OptionGroup var common: CommonOptions

  @Option(help: "fr, en.")
  var lang: String?

  @Flag(help: "Warnings count as errors. Les avertissements comptent comme des erreurs.")
  var strict = false

  @Flag(help: "The same as data, on standard output. En données, sur la sortie standard.")
  var json = false

  @Argument(help: "Questionnaire files, or their folders.")
  var files: [String]

  func run() throws {
    let language = LaptopSettings().language(asked: lang)
    var found: [(file: String, problem: Problem)] = []
    var hasUnreadable = false
    for file in files {
      guard let (path, bytes) = Self.read(file) else {
        Exit.complain("\(file):1:1: \(Self.unreadable(language))")
        hasUnreadable = true
        continue
      }
      found += problems(in: bytes, at: path).map { (path, $0) }
    }
    if json {
      let tree = JSONTree.array(found.map { Self.tree($0.problem, $0.file, language) })
      Output.say(String(decoding: tree.readable, as: UTF8.self))
    } else {
      for (file, problem) in found { Exit.complain(problem.line(of: file, in: language)) }
    }
    if hasUnreadable { throw ExitCode(Exit.inputOutput) }
    if found.contains(where: { strict || $0.problem.severity == .error }) {
      throw ExitCode(Exit.problems)
    }
  }

  /// A file, or the questionnaire of a folder; nil where neither can be read.
  private static func read(_ path: String) -> (path: String, bytes: [UInt8])? {
    for path in [path, "\(path)/questionnaire.json"] {
      if let bytes = Places.bytes(of: path) { return (path, bytes) }
    }
    return nil
  }

  private func problems(in bytes: [UInt8], at path: String) -> [Problem] {
    let places = Places(options: common)
    do throws(Problems) {
      return try QuestionnaireFile.read(bytes) { places.listFile($0, of: path) }.warnings
    } catch {
      return error.all
    }
  }

  private static func tree(_ problem: Problem, _ file: String, _ language: Language) -> JSONTree {
    let severity =
      switch problem.severity {
      case .error: "error"
      case .warning: "warning"
      }
    return .object([
      .init("file", .string(file)), .init("line", .number("\(problem.place.line)")),
      .init("column", .number("\(problem.place.column)")), .init("severity", .string(severity)),
      .init("message", .string(problem.sentence(in: language))),
    ])
  }

  private static func unreadable(_ language: Language) -> String {
    switch language {
    case .french: "erreur: ce fichier ne peut pas être lu."
    case .english: "error: this file cannot be read."
    }
  }
}
