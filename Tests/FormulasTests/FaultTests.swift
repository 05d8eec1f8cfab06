import Testing

@testable import Formulas

/// What is said of formulas that are wrong, or hardly meant.
struct FaultTests {
  private let sheet: Sheet

  init() throws {
    var sheet = try Sheet("sheet.tsv")
    sheet.columns = ["towns": ["name", "label", "population", "region"]]
    self.sheet = sheet
  }

  private func faults(_ text: String, expecting type: ValueType? = nil, in scope: Scope)
    -> [FormulaFault]
  {
    do {
      return try Formula(text, expecting: type.map { [$0] }, in: scope).warnings
    } catch {
      return error.faults
    }
  }

  @Test func `every fault of the table is said in both languages, at its place, and no other`()
    throws
  {
    var said: [[String]] = []
    let rows = try table("faults.tsv")
    for row in rows where said.last?.prefix(4) != row.prefix(4) {
      let found = faults(
        row[3], expecting: valueType(row[2]), in: sheet.scope(at: row[0], candidate: row[1]))
      let bytes = Array(row[3].utf8)
      for fault in found {
        let marked = String(decoding: bytes[fault.range], as: UTF8.self)
        said.append(
          row.prefix(4) + [
            "\(fault.severity)", marked, fault.sentence(in: .english), fault.sentence(in: .french),
          ])
      }
    }
    for (one, two) in zip(said, rows) { #expect(one == two) }
    #expect(said.count == rows.count)
  }

  @Test(arguments: [
    "not(${age} > 5) and ${age} != ''", "not(count-selected(${tools}) > 1)",
    "not(${consent} = 'oui')", "${age} = '' or not(${age} > 5)", "not(sum(${rooms}) > 3)",
    "${age} > 5 and ${age} < 10", "${age} >= 5 and ${age} <= 5", "${age} != 5 and ${age} != 6",
    "${age} > 10 or ${age} < 5", "not(coalesce(${age}, 0) > 5)",
    "one-of(${consent}, 'oui', 'non') and ${consent} != 'non'",
  ])
  func `what is meant gives no warning`(text: String) {
    #expect(faults(text, in: sheet.scope()) == [])
  }

  @Test func `a check on what is answered may turn a comparison round with not`() {
    var scope = sheet.scope(candidate: "age")
    #expect(faults("not(. > 5)", in: scope) == [])
    #expect(faults("not(${weight} > 5)", in: scope).count == 1)
    scope.everythingIsAnswered = true
    #expect(faults("not(${weight} > 5)", in: scope) == [])
  }

  @Test(arguments: [
    String(repeating: "(", count: 100_000), String(repeating: "-(", count: 5000) + "1",
    String(repeating: "not(", count: 300) + "true()" + String(repeating: ")", count: 300),
    "1" + String(repeating: " = 1", count: 300),
  ])
  func `a formula nested too deep has one fault and is not read further`(text: String) {
    #expect(faults(text, in: sheet.scope()).map(\.fact) == [.written(.tooDeep(200))])
  }

  @Test func `long sums and long conditions are not deep`() {
    let sum = "1" + String(repeating: " + 1", count: 5000)
    let condition = "true()" + String(repeating: " and true()", count: 5000)
    #expect(faults("\(sum) > 5000 and \(condition)", in: sheet.scope()) == [])
  }

  @Test func `a formula nested almost too deep runs`() throws {
    let text = String(repeating: "not(", count: 198) + "true()" + String(repeating: ")", count: 198)
    #expect(try Formula(text, in: sheet.scope()).holds(in: sheet.surroundings()))
  }

  @Test func `nothing written stops the program`() throws {
    let parts = [
      "${age}", "${x", "'", "\"", "(", ")", "and", "or", "=", "!=", "<", "not(", "if(", ",", "1",
      "2.5", ".", "..", "sum(", "é", "“", "’", "$", "{", "}", "div", "-", "+", " ", "selected(",
      "${tools}", "'mail'", "regex(", "'[a'", "\u{0}", "9999999999999999999999", "pow(",
    ]
    var random = Seeded(state: 20_180_612)
    let scope = sheet.scope()
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        parts.randomElement(using: &random) ?? ""
      }.joined()
      let found: [FormulaFault]
      do {
        let formula = try Formula(text, in: scope)
        _ = formula.value(in: sheet.surroundings())
        found = formula.warnings
      } catch { found = error.faults }
      #expect(found.allSatisfy { (0...text.utf8.count).contains($0.range.upperBound) })
    }
  }
}

/// A random source that gives the same numbers each time (SplitMix64, Steele, Lea and Flood 2014).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
