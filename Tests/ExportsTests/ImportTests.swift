import Exports
import Formulas
import Interviews
import Questions
import Records
import SampleInterviews
import Testing

/// Tables of an earlier edition, taken up as interviews.
@Suite struct ImportTests {
  private func table(_ text: String, _ path: String = "a.csv") throws -> TableText {
    try TableText(Array(text.utf8), path: path)
  }

  private func plan(
    _ tables: [String], set: [(name: String, text: String)] = []
  ) throws -> Import {
    let tables = try tables.enumerated().map { try table($1, "\($0).csv") }
    return try Import(tables, on: Sample.questionnaire, set: set)
  }

  private func faults(
    _ tables: [String], set: [(name: String, text: String)] = []
  ) throws -> [String] {
    do {
      _ = try plan(tables, set: set)
      return []
    } catch let faults as ImportFaults {
      return faults.all.map { $0.text(in: .english) }
    }
  }

  @Test func `a table of interviews and one of a repeat make interviews`() throws {
    let plan = try plan(
      [
        "id,commune,population,theme\r\nA,\"L’Haÿ, \"\"94\"\"\",nsp,eau ecole\r\nB,Laon,12,\r\n",
        "id;nom;budget\nA;Un;2000\nA;Deux;refus\n",
      ], set: [("accord", "OK")])
    let start = Sample.start()
    let (interview, lost) = plan.interview(of: plan.rows[0], start)
    #expect(lost.isEmpty && interview.status == .finished)
    let value = { (path: String) in
      interview.spot(of: Sample.path(path)).map { interview.value(at: $0) }
    }
    #expect(value("commune") == .text("L’Haÿ, \"94\""))
    #expect(value("theme") == .choices(["eau", "ecole"]))
    #expect(value("accord") == .text("OK"))
    #expect(value("dispositif[2].nom") == .text("Deux"))
    let budget = try #require(interview.spot(of: Sample.path("dispositif[2].budget")))
    #expect(interview.presence(at: budget) == .special("refus"))
    #expect(plan.rows.map(\.key) == ["A", "B"])
  }

  @Test func `what other answers leave no place for is said`() throws {
    let plan = try plan(["id,cotiere,port_nom\nA,non,Port aux Roses\n"])
    let lost = plan.interview(of: plan.rows[0], Sample.start()).1
    #expect(
      lost.map { $0.text(in: .english) } == [
        "0.csv:2: warning: port_nom: ‘Port aux Roses’ is left out, the other answers leave no place "
          + "for it."
      ])
  }

  @Test(arguments: [
    (
      ["id,comune\nA,Laon\n"],
      "0.csv:1: error: No question is called ‘comune’. Did you mean ‘commune’?"
    ),
    (["id,commune,commune\nA,b,c\n"], "0.csv:1: error: The column ‘commune’ is there twice."),
    (
      ["id,commune,nom\nA,b,c\n"],
      "0.csv:1: error: ‘commune’ and ‘nom’ are not of the same level: one table per repeat."
    ),
    (
      ["id,presents\nA,3\n"],
      "0.csv:1: error: ‘presents’ is in a repeat inside another: that cannot be imported."
    ),
    (["id,nom\nA,b\n"], "0.csv:1: error: None of these files describes the interviews themselves."),
    (["id,commune\nA,b\n", "id,mot\nA,c\n"], "1.csv:1: error: Two files describe ‘interviews’."),
    (
      ["id,commune\nA,b\n", "cle,nom\nA,c\n"],
      "1.csv:1: error: The first column ties the tables: ‘id’ elsewhere, ‘cle’ here."
    ),
    (["id,commune\nA,b\n\nA,c\n"], "0.csv:4: error: The interview ‘A’ is there twice."),
    (["id,commune\n,b\n"], "0.csv:2: error: The first cell, which names the interview, is blank."),
    (["id,commune\nA,b\n", "id,nom\nB,c\n"], "1.csv:2: error: No interview is called ‘B’."),
    (
      ["id,cotiere\nA,nno\n"],
      "0.csv:2: error: cotiere: “nno” is not one of the answers offered. Did you mean “non”?"
    ),
  ])
  func `what is wrong is told, with its place`(tables: [String], sentence: String) throws {
    let faults = try faults(tables)
    #expect(faults.count == 1 && faults[0].hasPrefix(sentence), "\(faults)")
  }

  @Test func `a setting for all that is none is told`() throws {
    #expect(
      try faults(["id,mot\nA,b\n"], set: [("comune", "Laon")]) == [
        "--set comune: error: No question is called ‘comune’. Did you mean ‘commune’?"
      ])
  }

  @Test(arguments: [
    ("id,commune\nA,b,c\n", "a.csv:2: error: This line has 3 cells; the titles have 2."),
    ("id,commune\nA,\"b\n", "a.csv:2: error: A quote opened on this line is not closed."),
    ("", "a.csv:1: error: This file is empty: it needs a line of titles."),
  ])
  func `a table that is none is told`(text: String, sentence: String) {
    let fault = #expect(throws: ImportFault.self) { try table(text) }
    #expect(fault?.text(in: .english) == sentence)
  }

  @Test func `bytes that are no text are told`() {
    let fault = #expect(throws: ImportFault.self) {
      try TableText([0xE9, 0x2C, 0xFF], path: "a.csv")
    }
    #expect(fault?.text(in: .french) == "a.csv:1: erreur: Ce fichier n’est pas en UTF-8.")
  }
}
