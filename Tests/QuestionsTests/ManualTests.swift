import Formulas
import Foundation
import Questions
import Testing

/// The authors' manual keeps in step with the program, in both languages.
@Suite(.serialized) struct ManualTests {
  static func manual(_ language: Language) throws -> String {
    let name =
      switch language {
      case .french: "README.md"
      case .english: "README.en.md"
      }
    return try String(
      contentsOf: ShippedQuestionnaireTests.folder.appending(path: name), encoding: .utf8)
  }

  /// What stands between two comments.
  static func section(_ name: String, of manual: String) throws -> String {
    let start = try #require(manual.firstRange(of: "<!-- \(name) -->\n"))
    let end = try #require(manual.firstRange(of: "<!-- /\(name) -->"))
    return String(manual[start.upperBound..<end.lowerBound])
  }

  @Test(arguments: Language.allCases)
  func `the functions are those of the program`(language: Language) throws {
    let section = try Self.section("functions", of: Self.manual(language))
    #expect(section == FunctionManual(in: language).markdown)
  }

  @Test(arguments: Language.allCases)
  func `every type and every key is there`(language: Language) throws {
    let manual = try Self.manual(language)
    let file = ShippedQuestionnaireTests.folder.appending(path: "questionnaire.schema.json")
    let schema = try JSONText([UInt8](Data(contentsOf: file))).root
    let parts = ["choice", "check", "special", "row"].compactMap { schema["$defs"]?[$0] }
    let keys = (parts + [schema]).flatMap { $0["properties"]?.members?.map(\.name) ?? [] }
    for word in ItemType.everyKey.union(keys).union(ItemType.allCases.map(\.rawValue)) {
      let isThere = manual.contains("`\(word)`") || manual.contains("\"\(word)\":")
      #expect(isThere, "\(word)")
    }
  }

  @Test(arguments: Language.allCases)
  func `each fault gets the message the manual says`(language: Language) throws {
    let rows = try Self.section("faults", of: Self.manual(language))
      .split(separator: "\n").dropFirst(2)
    #expect(rows.count == 10)
    let reports = FaultTableTests.rows.flatMap(\.reports)
    for row in rows {
      let cells = row.components(separatedBy: " | ")
      let message = try #require(cells.last).replacing(" |", with: "")
      #expect(reports.contains { $0.hasSuffix(": \(message)") }, "\(message)")
    }
  }

  @Test(arguments: Language.allCases)
  func `the first questionnaire is sound`(language: Language) throws {
    let manual = try Self.manual(language)
    let start = try #require(manual.firstRange(of: "```json\n"))
    let rest = manual[start.upperBound...]
    let end = try #require(rest.firstRange(of: "```"))
    #expect(FaultTableTests.problems(in: String(rest[..<end.lowerBound])) == [])
  }
}
