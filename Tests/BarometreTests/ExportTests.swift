import FoundationEssentials
import PseudoTerminals
import Testing

/// The command that writes interviews for others to open.
@Suite struct ExportTests {
  let laptop: Laptop
  private var place: String { "\(laptop.folder)/sortie" }

  init() throws {
    laptop = try Laptop()
    try laptop.write(Self.form, to: "essai.json")
  }

  private static let form = """
    {"format": 1, "id": "essai", "version": "1", "title": "Essai", "languages": ["fr"],
     "items": [{"type": "integer", "name": "n", "label": "N", "required": true},
       {"type": "text", "name": "t", "label": "T"}]}
    """

  private func simulate(_ count: Int) throws {
    let file = "\(laptop.folder)/essai.json"
    let run = try laptop.run(["simulate", file, "--runs", "\(count)", "--save"])
    try #require(run.ending == .exited(0), "\(run.complaints)")
  }

  private func export(_ more: String..., to folder: String? = nil) throws -> PipedProgram {
    try laptop.run(["export", "--to", folder ?? place, "--lang", "fr"] + more)
  }

  private func names() -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []).sorted()
  }

  @Test func `simulated interviews are no results, and come out alone where asked for`() throws {
    try simulate(3)
    let none = try export()
    #expect(none.ending == .exited(0))
    #expect(none.output == "Aucun entretien à exporter\u{A0}: rien n’a été écrit.\n")
    #expect(names().isEmpty)
    let some = try export("--simulated")
    #expect(
      some.output == """
        Laissé de côté\u{A0}:
          texte libre\u{A0}: t
          notes, explications, intitulés, code de la personne qui interroge
          code de retrait, coordonnées
        3 entretiens exportés\u{A0}: \(place)

        """)
    #expect(
      names() == ["codebook.csv", "codebook.md", "interviews.csv", "manifest.json", "warnings.csv"])
    let rows = try laptop.text(at: "sortie/interviews.csv").split(separator: "\r\n")
    #expect(rows.count == 4)
  }

  @Test func `what is there is replaced only where it is an export and that is asked for`() throws {
    try simulate(2)
    #expect(try export("--simulated").ending == .exited(0))
    let again = try export("--simulated")
    #expect(again.ending == .exited(73))
    #expect(again.complaints.contains("existe déjà"))
    #expect(try export("--simulated", "--replace", "--format", "jsonl").ending == .exited(0))
    #expect(names() == ["codebook.csv", "codebook.md", "interviews.jsonl", "manifest.json"])
    try laptop.write("", to: "sortie/notes.csv")
    let refused = try export("--simulated", "--replace")
    #expect(refused.ending == .exited(73))
    #expect(refused.complaints.contains("«\u{A0}notes.csv\u{A0}» ne vient pas d’un export"))
    #expect(names().contains("interviews.jsonl"))
  }

  @Test func `the same records give the same bytes, and each export is noted`() throws {
    try simulate(5)
    let more = "\(laptop.folder)/encore"
    #expect(try export("--simulated", "--format", "datapackage").ending == .exited(0))
    #expect(try export("--simulated", "--format", "datapackage", to: more).ending == .exited(0))
    for name in names() where name != "manifest.json" {
      #expect(try laptop.text(at: "sortie/\(name)") == laptop.text(at: "encore/\(name)"), "\(name)")
    }
    let lines = try laptop.text(at: "data/exports.jsonl").split(separator: "\n")
    #expect(lines.count == 2)
    #expect(
      lines[0].contains("\"place\":\"\(place)\"") && lines[1].contains("\"place\":\"\(more)\""))
    for id in try laptop.interviews() { #expect(lines[0].contains(id)) }
  }

  @Test func `a full export is confirmed, or asked for with yes`() throws {
    try simulate(1)
    let refused = try export("--simulated", "--profile", "full")
    #expect(refused.ending == .exited(64))
    #expect(refused.complaints.contains("--yes") && names().isEmpty)
    #expect(try export("--simulated", "--profile", "full", "--yes").ending == .exited(0))
    #expect(names().contains("remarks.csv"))
  }

  @Test func `the withdrawal code stays, even where an interview is called by it`() throws {
    try simulate(1)
    #expect(
      try export("--simulated", "--profile", "full", "--yes", "--format", "jsonl").ending
        == .exited(0))
    let code = try #require(
      try laptop.text(of: "interview.json").split(separator: "\"code\": \"").dropFirst().first?
        .prefix(12))
    for name in names() {
      #expect(try !laptop.text(at: "sortie/\(name)").contains(code), "\(name)")
    }
  }

  @Test func `why interviews cannot be read is told once, not of each`() throws {
    try simulate(3)
    let folder = "\(laptop.data)/questionnaires"
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }
    let run = try export("--simulated")
    #expect(run.ending == .exited(1) && names().isEmpty)
    #expect(run.complaints.split(separator: "\n").count == 1)
  }

  @Test func `drafts come out where asked for, as they stand`() throws {
    let lines = "fill \(laptop.folder)/essai.json --linear --lang fr".split(separator: " ").map(
      String.init)
    #expect(try laptop.run(lines, input: "12\n:q\n").ending == .exited(0))
    #expect(try export().output.hasPrefix("Aucun"))
    #expect(try export("--include-drafts").output.contains("\n1 entretien exporté"))
    let table = try laptop.text(at: "sortie/interviews.csv")
    #expect(table.contains(",in_progress,") && table.contains(",12,answered"))
    #expect(try laptop.text(at: "sortie/manifest.json").contains("\"drafts\": true"))
  }

  @Test func `a parent column no questionnaire has is named, and the nearest`() throws {
    try laptop.write(Self.form.replacing("\"n\"", with: "\"habitants\""), to: "essai.json")
    try simulate(1)
    let run = try export("--simulated", "--parent", "habitant")
    #expect(run.ending == .exited(64) && names().isEmpty)
    #expect(
      run.complaints.contains("«\u{A0}habitant\u{A0}»")
        && run.complaints.contains("«\u{A0}habitants\u{A0}»"))
  }

  @Test func `an unknown format is named, and those there are`() throws {
    let run = try export("--format", "xls")
    #expect(run.ending == .exited(64))
    #expect(run.complaints.contains("xls") && run.complaints.contains("csv-excel-fr"))
  }
}
