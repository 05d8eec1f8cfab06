import Formulas
import Foundation
import Questions
import Scenarios
import Testing

/// Every questionnaire of the `Questionnaires` folder, as a coordinator would check it.
@Suite struct ShippedQuestionnaireTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Questionnaires")

  static var files: [URL] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.map { folder.appending(path: "\($0)/questionnaire.json") }
      .filter { FileManager.default.fileExists(atPath: $0.path) }
  }

  @Test(arguments: files)
  func `a shipped questionnaire has no problem at all`(file: URL) throws {
    do {
      let bytes = try [UInt8](Data(contentsOf: file))
      let (questionnaire, warnings) = try QuestionnaireFile.read(bytes) { name in
        name == "collectivites.csv" ? Array(sampleList.utf8) : nil
      }
      #expect(!questionnaire.items.isEmpty)
      #expect(warnings.map { $0.line(of: file.path, in: .english) } == [])
    } catch let problems as Problems {
      Issue.record("\(problems.all.map { $0.line(of: file.path, in: .english) })")
    }
  }
}
