import ArgumentParser
import Formulas
import Questions

/// A questionnaire a person named: its file, its folder or its name.
struct QuestionnaireOnDisk {
  let path: String
  let bytes: [UInt8]
  private let places: Places
  private let language: Language

  /// - Throws: the status to leave with, its sentence said.
  init(_ name: String, _ places: Places, _ language: Language) throws {
    guard let path = places.questionnaireFile(named: name), let bytes = Places.bytes(of: path)
    else {
      let files = places.questionnaireFiles()
      throw Exit.with(Exit.data, Self.notThere(name, files, language))
    }
    self.path = path
    self.places = places
    self.bytes = bytes
    self.language = language
  }

  /// Reads it whole; every problem is told first.
  ///
  /// - Throws: the status for bad data.
  func read() throws -> Questionnaire {
    do throws(Problems) {
      return try QuestionnaireFile.read(bytes) { places.listFile($0, of: path) }.questionnaire
    } catch {
      throw told(error)
    }
  }

  /// Its file and head, once the whole is found sound.
  func form() throws -> FormFile {
    let whole = FormFile.Whole(bytes: bytes, questionnaire: try read())
    do throws(Problems) {
      let head = try QuestionnaireFile.head(bytes)
      return FormFile(path: path, places: places, head: head, whole: whole)
    } catch {
      throw told(error)
    }
  }

  private func told(_ problems: Problems) -> ExitCode {
    for problem in problems.all { Exit.complain(problem.line(of: path, in: language)) }
    return ExitCode(Exit.data)
  }

  private static func notThere(
    _ name: String, _ files: [String], _ language: Language
  ) -> String {
    let names = files.compactMap { $0.split(separator: "/").dropLast().last.map(String.init) }
    let nearest = nearestName(to: name, among: names)
    let all = names.isEmpty ? nil : names.sorted().joined(separator: ", ")
    switch language {
    case .french:
      return "\(name):1:1: erreur: aucun questionnaire à cet endroit."
        + (nearest.map { " Vouliez-vous dire « \($0) » ?" } ?? all.map { " Il y a : \($0)." } ?? "")
    case .english:
      return "\(name):1:1: error: there is no questionnaire here."
        + (nearest.map { " Did you mean “\($0)”?" } ?? all.map { " There are: \($0)." } ?? "")
    }
  }
}
