import Formulas
import Testing

@testable import Questions

/// What `pulldata` and filters find in a list written in the questionnaire.
@Suite struct ChoiceListTests {
  let list = ChoiceList(
    name: "towns",
    choices: [
      Choice(
        name: "a", label: LocalizedText(perLanguage: ["Ancerville", "Ancertown"]),
        attributes: ["region": "east"]),
      Choice(name: "b", label: LocalizedText("Bar"), attributes: ["region": "west"]),
    ])

  @Test func `a label is found in the language asked for, and found by`() {
    #expect(list.lookup(column: "label", keyColumn: "name", value: "a") == "Ancerville")
    #expect(
      list.lookup(column: "label", keyColumn: "region", value: "east", language: 1) == "Ancertown")
    #expect(list.lookup(column: "name", keyColumn: "label", value: "Bar", language: 1) == "b")
    #expect(list.lookup(column: "label", keyColumn: "name", value: "c") == nil)
  }

  @Test(arguments: [
    ("1.2e2", "120"), ("-1.25E1", "-12.5"), ("5e-3", "0.005"), ("10.0", "10"), ("-0", "0"),
    ("12e0", "12"), ("1.5e+1", "15"),
  ])
  func `a number is read as JSON writes it`(text: String, value: String) throws {
    #expect(try #require(Number(json: text)).description == value)
  }

  @Test(arguments: ["1e99", "1e-99", "1e500", String(repeating: "9", count: 39)])
  func `a number of too many digits is none`(text: String) {
    #expect(Number(json: text) == nil)
  }
}
