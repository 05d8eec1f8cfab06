import FoundationEssentials
import PseudoTerminals
import Testing

/// R05: contact details leave by one command, and all others do without.
@Suite struct ContactsCommandTests {
  let laptop: Laptop
  private static let canary = "canari@exemple.fr"

  init() throws { laptop = try Laptop() }

  private func answer(_ lines: [String]) throws -> PipedProgram {
    try laptop.write(
      """
      {"format": 1, "id": "essai", "version": "1", "title": "Essai", "languages": ["fr"],
       "choice_lists": {"usages": [{"name": "resultats", "label": "Résultats"},
         {"name": "aucun", "label": "Aucun", "exclusive": true}]},
       "items": [
        {"type": "text", "name": "secret", "label": "Secret"},
        {"type": "select_multiple", "name": "usage", "label": "Usages", "choices": "usages",
         "required": true},
        {"type": "text", "name": "courriel", "label": "Courriel", "personal": "direct",
         "relevant": "selected(${usage}, 'resultats')"}]}
      """, to: "essai.json")
    return try laptop.run(
      ["fill", "\(laptop.folder)/essai.json", "--linear", "--lang", "fr"],
      input: (lines + [":q"]).joined(separator: "\n") + "\n")
  }

  @Test func `contacts export writes who agreed to what, and no other answer`() throws {
    _ = try answer(["jardin", "1", Self.canary, "2"])
    let folder = "\(laptop.folder)/contacts"
    let run = try laptop.run(["contacts", "export", "--to", folder, "--lang", "fr"])
    #expect(run.ending == .exited(0) && run.complaints == "")
    #expect(run.output.hasPrefix("Coordonnées de 1 personne exportées"))
    let lines = try laptop.text(at: "contacts/contacts.csv").split(separator: "\r\n")
    #expect(lines.first == "_contact,_questionnaire,_version,_language,courriel,usage")
    #expect(lines.last?.hasSuffix(",essai,1,fr,\(Self.canary),resultats") == true)
    #expect(lines.count == 2 && !lines[1].contains("jardin"))
    #expect(!lines[1].contains(try laptop.interview()))
    let head = try laptop.text(of: "journal.jsonl").components(separatedBy: #""code":""#)
    let code = try #require(head.dropFirst().first).prefix { $0 != "\"" }
    let withdrawal = try laptop.run(["withdraw", String(code), "--lang", "fr"])
    #expect(withdrawal.output.contains(folder))
  }

  @Test func `R12: what is kept apart is shown to the person who asks, and only then`() throws {
    _ = try answer(["jardin", "1", Self.canary, "2"])
    let show = ["show", try laptop.interview(), "--lang", "fr"]
    for more in [[], ["--json"]] {
      let closed = try laptop.run(show + more)
      #expect(closed.ending == .exited(0) && !closed.output.contains(Self.canary))
      #expect(closed.output.contains("jardin"))
      let opened = try laptop.run(show + more + ["--contacts"])
      #expect(opened.ending == .exited(0) && opened.output.contains(Self.canary))
    }
    #expect(try laptop.run(show).output.contains("show --contacts"))
  }

  @Test func `nobody who agreed to nothing is exported`() throws {
    _ = try answer(["jardin", "2", "2"])
    let folder = "\(laptop.folder)/contacts"
    let run = try laptop.run(["contacts", "export", "--to", folder, "--lang", "en"])
    #expect(run.ending == .exited(0) && run.output == "No contact details to export.\n")
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test func `with the store gone, the same files are exported`() throws {
    _ = try answer(["jardin", "1", Self.canary, "2"])
    /// All but the manifest, which holds the moment and names what was left out.
    func tables() throws -> [String: String] {
      try laptop.export().filter { $0.key != "manifest.json" }
    }
    let files = try tables()
    #expect(files["interviews.csv"]?.contains("jardin") == true)
    for (name, text) in files {
      #expect(!text.contains(Self.canary) && !text.contains("courriel"), "\(name)")
    }
    #expect(try !laptop.text(at: "export/manifest.json").contains(Self.canary))
    try FileManager.default.removeItem(atPath: "\(laptop.data)/contacts")
    try FileManager.default.removeItem(atPath: "\(laptop.folder)/export")
    #expect(try tables() == files)
  }
}
