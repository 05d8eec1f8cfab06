import Testing

@testable import Formulas

/// The language as a whole: a table of expressions and what each must give.
struct ExpressionTests {
  private let sheet: Sheet

  init() throws {
    var sheet = try Sheet("sheet.tsv")
    sheet.columns = ["towns": ["name", "label", "population", "region"]]
    self.sheet = sheet
  }

  @Test func `every expression of the table gives its value`() throws {
    let rows = try table("expressions.tsv")
    #expect(rows.count >= 300)
    for row in rows {
      let (place, expression, type, expected) = (row[0], row[1], row[2], row[3])
      do {
        let formula = try Formula(expression, in: sheet.scope(at: place))
        let value = formula.value(in: sheet.surroundings(at: place))
        #expect(value.plain == expected, "\(place) \(expression)")
        #expect(value.type == valueType(type), "\(place) \(expression)")
        #expect(formula.type == value.type || value.isBlank, "\(place) \(expression)")
      } catch {
        Issue.record("\(expression): \(error.faults.map { $0.sentence(in: .english) })")
      }
    }
  }

  @Test func `every function stands in the table`() throws {
    let expressions = try table("expressions.tsv").map { $0[1] }
    for function in Function.all {
      #expect(expressions.contains { $0.contains(function.name + "(") }, "\(function.name)")
    }
  }
}
