import FoundationEssentials
import Testing

@testable import Formulas

struct ScratchTests {
  @Test func scratch() throws {
    var sheet = try Sheet("sheet.tsv")
    sheet.columns = ["towns": ["name", "label", "population", "region"]]
    let data = try Data(contentsOf: URL(filePath: "/tmp/faults.txt"))
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false)
      let isPlace = parts[0].contains("[")
      let place = isPlace ? String(parts[0]) : ""
      let candidate = isPlace ? "" : String(parts[0])
      var scope = sheet.scope(at: place, candidate: candidate)
      if parts[1] == "choice" { scope.candidate = sheet.symbols["consent"] }
      let text = String(parts[2])
      var faults: [FormulaFault] = []
      do {
        faults = try Formula(text, expecting: valueType(String(parts[1])).map { [$0] }, in: scope)
          .warnings
      } catch { faults = error.faults }
      for fault in faults {
        let bytes = Array(text.utf8)
        let marked = String(decoding: bytes[fault.range], as: UTF8.self)
        print("@@\(place)\t\(parts[1] == "choice" ? "consent" : candidate)\t\(parts[1])\t\(text)\t\(fault.severity)\t\(marked)\t\(fault.sentence(in: .english))\t\(fault.sentence(in: .french))")
      }
      if faults.isEmpty { print("@@NONE\t\(text)") }
    }
  }
}
