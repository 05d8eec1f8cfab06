import Console
import Formulas
import Questions
import Reports
import Testing

/// Whole reports, in each form and language.
@Suite struct ReportGoldens {
  static func report() throws -> Report { Report(try Survey.tabulation()) }

  @Test(arguments: Language.allCases) func `in a terminal`(language: Language) throws {
    let voice = Voice(try Self.report(), in: language)
    try Golden.expect(
      TextReport(voice, columns: 80, glyphs: .unicode).text, is: "report-\(language.rawValue).txt")
  }

  @Test func `in a narrow terminal without Unicode`() throws {
    let voice = Voice(try Self.report(), in: .french)
    let text = TextReport(voice, columns: 40, glyphs: .ascii).text
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 40 })
    try Golden.expect(text, is: "report-ascii.txt")
  }

  @Test(arguments: Language.allCases) func `in Markdown`(language: Language) throws {
    let voice = Voice(try Self.report(), in: language)
    try Golden.expect(MarkdownReport(voice).text, is: "report-\(language.rawValue).md")
  }

  @Test(arguments: Language.allCases) func `as a page`(language: Language) throws {
    let voice = Voice(try Self.report(), in: language)
    try Golden.expect(HTMLReport(voice).page, is: "report-\(language.rawValue).html")
  }

  @Test func `as data, and as a table`() throws {
    let voice = Voice(try Self.report(), in: .english)
    try Golden.expect(
      String(decoding: JSONReport(voice).bytes, as: UTF8.self), is: "report.json")
    try Golden.expect(String(decoding: TableReport(voice).csv, as: UTF8.self), is: "report.csv")
    #expect(try JSONText(JSONReport(voice).bytes).root["interviews"]?.integer == 64)
  }
}
