import Testing

@testable import Formulas

/// The formulas of the questionnaire the program is made for.
struct BarometerTests {
  private let sheet: Sheet
  private let rows: [[String]]

  init() throws {
    var sheet = try Sheet("barometer-symbols.tsv")
    for row in try table("barometer-lists.tsv") { sheet.columns[row[0]] = Set(words(row[1])) }
    self.sheet = sheet
    rows = try table("barometer-formulas.tsv")
  }

  private func formula(_ row: [String]) throws -> Formula {
    var scope = sheet.scope(at: row[0], candidate: row[1])
    scope.attributes = sheet.columns[row[3]].map(Columns.named)
    return try Formula(row[4], expecting: valueType(row[2]).map { [$0] }, in: scope)
  }

  @Test func `every formula of the barometer is sound and gives no warning`() throws {
    #expect(rows.count > 300)
    for row in rows {
      do {
        let formula = try formula(row)
        #expect(formula.warnings.map { $0.sentence(in: .english) } == [], "\(row[4])")
      } catch let faults as FormulaFaults {
        Issue.record("\(row[4]): \(faults.faults.map { $0.sentence(in: .english) })")
      }
    }
  }

  @Test func `every formula of the barometer gives a value where nothing is answered`() throws {
    for row in rows {
      let formula = try formula(row)
      let value = formula.value(in: sheet.surroundings(at: row[0]))
      #expect(value.isBlank || value.type == formula.type, "\(row[4])")
    }
  }
}
