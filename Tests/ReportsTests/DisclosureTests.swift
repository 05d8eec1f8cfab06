import Console
import Formulas
import Questions
import Reports
import Testing

/// What is never published: few people, what follows from it, forbidden crossings.
@Suite struct DisclosureTests {
  private func entry(_ name: String, in report: Report) throws -> Report.Entry {
    try #require(report.entries.first { $0.indicator.name == name })
  }

  @Test func `R10: a forbidden crossing is refused, and says which`() throws {
    let report = Report(try Survey.tabulation())
    guard case .refused(let questions) = try entry("services", in: report).content else {
      Issue.record("it was published")
      return
    }
    #expect(questions.map { report.questionnaire.items[$0].name } == ["statut", "service"])
    let text = TextReport(Voice(report, in: .french), columns: 80, glyphs: .unicode).text
    #expect(text.contains("Croisement refusé"))
  }

  @Test func `a crossing asked for on the command line is refused too`() throws {
    let report = Report(try Survey.tabulation(by: "service"))
    #expect(try entry("statuts", in: report).figure == nil)
    #expect(try entry("utile", in: report).figure != nil)
  }

  @Test func `R09: few are masked, and what would give them away`() throws {
    let report = Report(try Survey.tabulation())
    let cartes = try #require(entry("cartes", in: report).figure)
    #expect(cartes.whole.base == .shown(33) && cartes.whole.count == .shown(31))
    let usages = try #require(entry("utile", in: report).figure)
    #expect(usages.whole.values.count { $0.count == .masked } != 1)
  }

  @Test func `R19: a report says who answered, and on how many each figure stands`() throws {
    for (language, volunteers) in [
      (Language.french, "Les répondants sont volontaires"),
      (.english, "Respondents are volunteers"),
    ] {
      let voice = Voice(Report(try Survey.tabulation()), in: language)
      let texts = [
        TextReport(voice, columns: 80, glyphs: .unicode).text, MarkdownReport(voice).text,
        HTMLReport(voice).page,
      ]
      for text in texts { #expect(text.contains(volunteers) && text.contains("64")) }
    }
  }

  @Test(arguments: [nil, "statut"])
  func `public facts are shown, and crossed with nothing on the command line`(by: String?) throws {
    let report = Report(try Survey.tabulation(by: by))
    let genres = try #require(entry("genres", in: report).figure)
    #expect(genres.whole.values.map(\.count) == [.shown(31), .shown(2)])
    #expect(genres.by == nil && genres.groups.isEmpty)
  }

  @Test func `under thirty answers there is no percentage, no words, no mean`() throws {
    let report = Report(try Survey.tabulation(0..<29))
    let utile = try #require(entry("utile", in: report).figure).whole
    #expect(utile.percent(utile.count) == nil && utile.fraction == nil)
    #expect(try #require(entry("heures", in: report).figure).whole.number == nil)
    #expect(report.highlights.isEmpty)
  }

  @Test func `the association sees everything, and is told not to publish it`() throws {
    let report = Report(try Survey.tabulation(0..<3), isInternal: true)
    let utile = try #require(entry("utile", in: report).figure).whole
    #expect(utile.base == .shown(3))
    #expect(try entry("services", in: report).figure != nil)
    let text = TextReport(Voice(report, in: .english), columns: 80, glyphs: .unicode).text
    #expect(text.contains("FOR INTERNAL USE"))
  }

  @Test func `towns told of twice count once, the staff's answers first`() throws {
    let tabulation = try Survey.tabulation()
    #expect(tabulation.merges.map(\.distinct) == [40, 33])
    #expect(tabulation.merges.map(\.described) == [64, 64])
  }

  @Test func `without an interview there is no result, and it is said`() throws {
    let voice = Voice(Report(try Survey.tabulation(0..<0)), in: .english)
    for text in [
      TextReport(voice, columns: 80, glyphs: .unicode).text, MarkdownReport(voice).text,
      HTMLReport(voice).page,
    ] {
      #expect(text.contains("No interview is finished"))
    }
  }

  /// A share publishes its numerator too: what is hidden of its scale must not follow from that.
  @Test(arguments: [[3, 7, 9, 4, 12], [1, 9, 8, 3, 20], [2, 2, 2, 6, 30], [0, 6, 6, 1, 9]])
  func `nothing hidden of a scale follows from the share it makes`(counts: [Int]) throws {
    let figure = try #require(entry("utile", in: Survey.report(utile: counts)).figure)
    #expect(figure.whole.count.shown != nil)
    let values = figure.whole.values.map(\.count)
    #expect(values.contains(.masked))
    for part in [values[..<3], values[3...]] { #expect(part.count { $0 == .masked } != 1) }
    // Staff and elected together are the whole.
    for row in values.indices {
      let line = figure.groups.map { $0.line.values[row].count } + [values[row]]
      #expect(line.count { $0 == .masked } != 1)
    }
  }

  @Test func `a figure nobody answered says so, and no more`() throws {
    let report = Report(try Survey.tabulation(0..<1), isInternal: true)
    let figure = try #require(entry("heures", in: report).figure)
    #expect(figure.whole.isEmpty && figure.groups.isEmpty)
    let text = TextReport(Voice(report, in: .french), columns: 80, glyphs: .unicode).text
    #expect(text.contains("Temps passé\n  aucune réponse\n  hors base 1 : laissé vide 1\n"))
  }
}
