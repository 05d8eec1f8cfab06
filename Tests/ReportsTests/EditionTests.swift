import Exports
import Formulas
import Interviews
import Questions
import Records
import Reports
import Testing

/// The fictional editions give, to the unit, what the article published.
@Suite struct EditionTests {
  @Test(arguments: ["A", "B"])
  func `an edition gives every figure expected of it`(letter: String) throws {
    let edition = try Edition(letter)
    let tallies = try edition.tallies()
    #expect(edition.lost.isEmpty, "\(edition.lost.first?.text(in: .english) ?? "")")
    var checked = 0
    for member in try #require(Edition.expected(letter).members) {
      if member.name == "soft_checks" { continue }
      let tally = try #require(tallies[member.name], "\(member.name) is an indicator")
      if let count = member.value.integer {
        #expect(tally.count == count, "\(member.name)")
      } else if let share = member.value["num"]?.integer {
        #expect(
          tally.count == share && tally.base == member.value["den"]?.integer, "\(member.name)")
        let phrase = member.value["phrase"]?.string?.replacing("'", with: "’")
        #expect(Fraction(tally.count, of: tally.base).words(in: .french) == phrase)
      } else {
        let values = try #require(member.value.members)
        for value in values {
          #expect(tally.values[.choice(value.name)] == value.value.integer, "\(value.name)")
        }
        #expect(tally.values.count == values.count, "\(member.name)")
      }
      checked += 1
    }
    #expect(checked > 25)
    let age = try #require(tallies["age_median_mois"]?.median)
    #expect(age == Number(19))
  }

  @Test func `authorities interviewed twice and schemes described twice count once`() throws {
    let (once, twice) = (try Edition("A"), try Edition("C"))
    let census = try twice.tabulation()
    #expect(census.census.interviews == 104)
    #expect(
      census.merges.map { "\($0.unit) \($0.described) \($0.distinct)" }
        == ["authority 104 98", "scheme 49 45"])
    let (before, after) = (try once.tallies(), try twice.tallies())
    for indicator in once.questionnaire.results.indicators where indicator.unit != nil {
      #expect(before[indicator.name] == after[indicator.name], "\(indicator.name)")
    }
    for member in try #require(Edition.expected("C")["eff"]?.members) {
      let tally = try #require(after[member.name])
      #expect([tally.count, tally.base] == member.value.elements?.compactMap(\.integer))
    }
  }

  @Test(arguments: [1, 7, 60])
  func `counted in parts, they come to the same`(length: Int) throws {
    let edition = try Edition("C")
    let whole = try edition.tabulation()
    var parts = Tabulation(edition.questionnaire)
    for start in stride(from: 0, to: edition.records.count, by: length) {
      var part = Tabulation(edition.questionnaire)
      let sheet = part.makeSheet()
      for record in edition.records[start...].prefix(length) {
        part.add(try sheet.filled(with: record))
      }
      parts.absorb(part)
    }
    #expect(parts.census == whole.census && parts.merges == whole.merges)
    for (one, other) in zip(parts.figures, whole.figures) {
      #expect(one.whole == other.whole && one.groups == other.groups, "\(one.place)")
    }
  }

  @Test(arguments: ["A", "B"])
  func `one scheme calls for a warning`(letter: String) throws {
    let edition = try Edition(letter)
    let fired = edition.records.flatMap(\.interview.findings).compactMap { finding -> String? in
      guard case .check(let spot, _, _) = finding.matter else { return nil }
      return edition.questionnaire.checks[spot.check].name
    }
    let expected = try #require(Edition.expected(letter)["soft_checks"]?.members)
    for member in expected {
      #expect(fired.count { $0 == member.name } == member.value.integer)
    }
  }

  @Test func `absences are told apart, and none is in the base`() throws {
    let tallies = try Edition("B").tallies()
    let articule = try #require(tallies["articule"])
    #expect(articule.absences == [.special("nsp"): 4, .special("refus"): 1])
    #expect(articule.seen == 45)
    let budget = try #require(tallies["budget_lt_1000"])
    #expect(budget.base == 40 && budget.seen == 45)
    let open = try #require(tallies["bp_avec_open_data_budget"])
    #expect(open.absences == [.outside: 81])
    let community = try #require(tallies["changement_technique"])
    #expect(community.absences[.skipped] == 60)
  }

  @Test(arguments: ["A", "B", "C"], Language.allCases)
  func `every published figure reads as published`(letter: String, language: Language) throws {
    let report = Report(try Edition(letter).tabulation())
    let place = report.questionnaire.place(of: language.rawValue)
    var read = 0
    for entry in report.entries {
      guard let published = entry.indicator.published?[place] else { continue }
      let line = try #require(entry.figure?.whole, "\(entry.indicator.name) is published")
      let words: String? =
        switch entry.indicator.measure {
        case .share: line.fraction?.words(in: language)
        case .count: line.count.shown.map { "\($0)" }
        case .distribution:
          line.values.prefix(7).map { $0.count.shown.map { "\($0)" } ?? "?" }
            .joined(separator: "/")
        case .mean, .median: nil
        }
      // Where the publication gave no figure, ours says what it found.
      guard !published.contains("(sans chiffre)"), !published.contains("(no figure)") else {
        continue
      }
      #expect(published.hasPrefix(try #require(words)), "\(entry.indicator.name)")
      read += 1
    }
    #expect(read == 16)
  }
}
