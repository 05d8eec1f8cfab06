import Console
import Formulas
import Questions
import Reports
import Testing

@Suite struct ComparisonTests {
  private func comparison(_ name: String, with source: String) throws -> (Comparison, Report) {
    let other = Report(try Survey.tabulation(0..<48, source))
    let report = Report(try Survey.tabulation(), comparedTo: other)
    let entry = try #require(report.entries.first { $0.indicator.name == name })
    return (try #require(entry.comparison), report)
  }

  @Test func `two editions give a difference in points, and its margin`() throws {
    let (utile, report) = try comparison("utile", with: Survey.source)
    #expect(utile.changes.isEmpty)
    // 49 of 56 and 36 of 42.
    #expect(utile.difference == Number(reading: "1.8"))
    #expect(utile.margin == Number(reading: "13.7"))
    let text = TextReport(Voice(report, in: .english), columns: 100, glyphs: .unicode).text
    #expect(text.contains("difference: +1.8 points (margin ± 13.7)"))
    #expect(text.contains("Compared to: "))
  }

  @Test func `other words, other answers or another formula forbid it`() throws {
    let words = Survey.source.replacing(#""fr": "utiles""#, with: #""fr": "pratiques""#)
    let (utile, report) = try comparison("utile", with: words)
    #expect(utile.difference == nil)
    guard case .wording? = utile.changes.first else {
      Issue.record("the wording changed")
      return
    }
    #expect(MarkdownReport(Voice(report, in: .french)).text.contains("dans les mêmes termes"))
    let choices = Survey.source.replacing(#""fr": "Plutôt pas""#, with: #""fr": "Pas trop""#)
    guard case .choices? = try comparison("utile", with: choices).0.changes.first else {
      Issue.record("the choices changed")
      return
    }
    let formula = Survey.source.replacing(
      "one-of(${utile}, 'oui1', 'oui2')", with: "${utile} = 'oui2'")
    #expect(try comparison("utile", with: formula).0.changes == [.formula])
  }

  @Test func `an indicator the other edition lacks stands alone`() throws {
    let other = Report(
      try Survey.tabulation(
        0..<48, Survey.source.replacing(#""name": "mediane""#, with: #""name": "m""#)))
    let report = Report(try Survey.tabulation(), comparedTo: other)
    let entry = try #require(report.entries.first { $0.indicator.name == "mediane" })
    #expect(entry.comparison == nil)
  }

  @Test func `a distribution has each value of the other edition beside its own`() throws {
    let report = try comparison("usages", with: Survey.source).1
    let text = TextReport(Voice(report, in: .english), columns: 100, glyphs: .unicode).text
    #expect(text.contains("27  42.2%  (20, 41.7%)"))
    #expect(text.contains("in brackets, the edition compared: base 48"))
    let page = HTMLReport(Voice(report, in: .french)).page
    #expect(page.contains("27 · 42,2\u{A0}% (20, 41,7\u{A0}%)"))
    #expect(page.contains("<td>+0,5 ± 18,5</td>"))
    let csv = String(decoding: TableReport(Voice(report, in: .english)).csv, as: UTF8.self)
    #expect(csv.contains(",20,48,41.7,,0.5,18.5\r\n"))
  }
}
