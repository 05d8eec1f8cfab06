import Formulas
import Foundation
import Questions
import Testing

/// Wrong questionnaires, each beside exactly what its author is told, in both languages.
///
/// `Tables/faults.txt`: a title after `===`, the file, then after `---` each report in English and
/// in French. `Tables/sound.txt` has files that are right, though unusual. Any program can read them.
@Suite struct FaultTableTests {
  struct Row: CustomTestStringConvertible {
    let title: String
    let file: String
    let reports: [String]

    var testDescription: String { title }
  }

  static let rows = read("faults.txt")
  static let sound = read("sound.txt")

  private static func read(_ table: String) -> [Row] {
    let place = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Tables/\(table)")
    guard let text = try? String(contentsOf: place, encoding: .utf8) else { return [] }
    return text.split(separator: "=== ").map { block in
      let title = block.prefix { $0 != "\n" }
      let halves = block.dropFirst(title.count + 1).split(
        separator: "\n---\n", maxSplits: 1, omittingEmptySubsequences: false)
      return Row(
        title: String(title), file: String(halves.first ?? ""),
        reports: halves.count < 2 ? [] : halves[1].split(separator: "\n").map(String.init))
    }
  }

  static func problems(in file: String) -> [Problem] {
    do throws(Problems) {
      return try QuestionnaireFile.read(Array(file.utf8)).warnings
    } catch {
      return error.all
    }
  }

  @Test(arguments: rows)
  func `a wrong questionnaire gets exactly these reports`(row: Row) {
    let found = Self.problems(in: row.file).flatMap { problem in
      [problem.line(of: "", in: .english), problem.line(of: "", in: .french)]
        .map { String($0.dropFirst()) }
    }
    #expect(found == row.reports)
  }

  @Test(arguments: sound)
  func `what is right gets no report`(row: Row) {
    #expect(Self.problems(in: row.file).map { $0.line(of: "", in: .english) } == [])
  }

  @Test func `the table is whole`() {
    #expect(Self.rows.count >= 60)
    #expect(Self.rows.allSatisfy { !$0.reports.isEmpty })
    #expect(Self.sound.count >= 5)
    #expect(Set(Self.rows.map(\.title)).count == Self.rows.count)
  }

  @Test func `all 24 mistakes of the bench are caught, each once`() {
    let bench = Self.rows.filter { $0.title.hasPrefix("bench ") }
    #expect(bench.count == 24)
    #expect(bench.allSatisfy { $0.reports.count == 2 })
  }
}
