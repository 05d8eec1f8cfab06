import Foundation
import Questions
import Testing

extension Scenario {
  /// A dialogue on the barometer that ships with the program.
  package static func barometre() throws -> Scenario {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = folder.appending(path: "Questionnaires/barometre/questionnaire.json")
    return try Scenario(String(contentsOf: file, encoding: .utf8))
  }
}
