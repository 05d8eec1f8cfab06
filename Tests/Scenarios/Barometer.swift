import Foundation
import Questions
import Testing

extension Scenario {
  /// A dialogue on the barometer that ships with the program.
  ///
  /// - Parameters:
  ///   - files: the lists installed, by name.
  ///   - started: when, as written in a journal.
  package static func barometre(
    files: [String: String] = [:], started: String = Scenario.june2018
  ) throws -> Scenario {
    try shipped("barometre", files: files, started: started)
  }

  /// A dialogue on a questionnaire that ships with the program, by its folder.
  package static func shipped(
    _ name: String, files: [String: String] = [:], started: String = Scenario.june2018
  ) throws -> Scenario {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = folder.appending(path: "Questionnaires/\(name)/questionnaire.json")
    let source = try String(contentsOf: file, encoding: .utf8)
    return Scenario(on: try questionnaire(source, files: files), started: started)
  }
}
