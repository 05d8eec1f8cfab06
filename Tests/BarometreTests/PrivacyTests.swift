import FoundationEssentials
import Glibc
import PseudoTerminals
import Testing

/// What a data-protection officer asks of the program: each test bears its requirement's number.
@Suite struct PrivacyTests {
  let laptop: Laptop
  /// A name no other text holds.
  private static let canary = "Canari-en-Quercy"

  init() throws { laptop = try Laptop() }

  /// A whole interview in line mode, its authority the canary.
  private func interview() throws {
    var lines = AgentInterview.turns.map(\.line)
    lines[3] = Self.canary
    let run = try laptop.run(
      ["fill", "barometre", "--linear", "--lang", "fr", "--interviewer", "PC07"],
      input: (lines + ["2", ":q"]).joined(separator: "\n") + "\n")
    #expect(run.ending == .exited(0) && run.complaints == "")
    #expect(run.output.contains(Self.canary))
  }

  /// Every file and folder below a folder, by path.
  private func paths(in folder: String) throws -> [String] {
    try [folder]
      + FileManager.default.subpathsOfDirectory(atPath: folder).map { "\(folder)/\($0)" }
  }

  private func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  @Test func `R01: Enter alone never agrees to anything, in line mode`() throws {
    let run = try laptop.run(
      ["fill", "barometre", "--linear", "--lang", "fr"],
      input: String(repeating: "\n", count: 40) + "1\n" + String(repeating: "\n", count: 40))
    #expect(run.ending == .exited(0))
    #expect(run.output.contains("2. Après avoir pris connaissance"))
    #expect(!run.output.contains("4. Au titre"))
    #expect(
      try !laptop.text(of: "journal.jsonl").contains(#""path":"consent_participation","value""#))
  }

  @Test func `R01: Enter alone never agrees to anything, on screen`() throws {
    let terminal = try laptop.begin()
    try terminal.waitFor(text: "1. Baromètre de la démocratie")
    try terminal.send(String(repeating: Keys.enter, count: 12))
    try terminal.take(AgentInterview.opening.prefix(1))
    try terminal.waitFor(text: "2. Après avoir pris connaissance")
    try terminal.press(String(repeating: Keys.enter, count: 12) + Keys.end, shows: "obligatoire")
    #expect(terminal.screen.text.contains("2. Après avoir pris connaissance"))
    #expect(
      try !laptop.text(of: "journal.jsonl").contains(#""path":"consent_participation","value""#))
  }

  @Test func `R02: a refusal keeps its date, its mode and its reason, and nothing else`() throws {
    let run = try laptop.run(
      ["fill", "barometre", "--linear", "--lang", "fr", "--mode", "telephone"],
      input: ["1", "2", "1", "", "2", ":q"].joined(separator: "\n") + "\n")
    #expect(run.ending == .exited(0) && run.output.contains("Entretien terminé et enregistré."))
    let picture = try laptop.text(of: "interview.json")
    #expect(picture.contains(#""mode": "telephone""#) && picture.contains(#""finished": "2"#))
    for name in ["notice_rgpd", "consent_participation", "refus_motif"] {
      #expect(picture.contains(#""\#(name)": "#))
    }
    for path in try paths(in: "\(laptop.data)/interviews") where !isFolder(path) {
      let text = String(
        decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
      #expect(!text.contains("collectivite") && !text.contains("statut"), "\(path)")
    }
  }

  @Test func `R06: every file is its owner's alone, whatever the umask`() throws {
    let before = umask(0)
    defer { umask(before) }
    try interview()
    _ = try laptop.export()
    for path in try paths(in: laptop.data) + paths(in: "\(laptop.folder)/export") {
      var status = stat()
      #expect(stat(path, &status) == 0)
      #expect(status.st_mode & 0o777 == (isFolder(path) ? 0o700 : 0o600), "\(path)")
    }
  }

  @Test func `R07: an answer is where answers are kept, and in no other file, log or message`()
    throws
  {
    try interview()
    let id = try laptop.interview()
    let answers = ["journal.jsonl", "interview.json"].map {
      "\(laptop.data)/interviews/\(id)/\($0)"
    }
    let damaged = try laptop.text(of: "journal.jsonl").replacing(Self.canary, with: "Canari-abîmé")
    for arguments in [
      ["withdraw", "2222-2222-22"], ["purge"],
      ["contacts", "export", "--to", "\(laptop.folder)/c"],
      ["fill", "--resume", id, "--linear"],
    ] {
      let run = try laptop.run(arguments)
      #expect(!run.output.contains(Self.canary) && !run.complaints.contains(Self.canary))
    }
    let holding = try paths(in: laptop.folder).filter { path in
      guard !isFolder(path), let data = FileManager.default.contents(atPath: path) else {
        return false
      }
      return String(decoding: data, as: UTF8.self).contains(Self.canary)
    }
    let index = "\(laptop.data)/interviews/index.jsonl"
    #expect(Set(holding).subtracting([index]) == Set(answers))
    try laptop.write(damaged, to: "data/interviews/\(id)/journal.jsonl")
    try FileManager.default.removeItem(atPath: answers[1])
    try? FileManager.default.removeItem(atPath: index)
    let run = try laptop.run(["export", "--to", "\(laptop.folder)/e", "--lang", "en"])
    #expect(run.output.contains("abîmé") == false && run.complaints.contains("abîmé") == false)
  }

  /// Whether this machine lets a program have an empty network of its own.
  private static let hasNamespaces: Bool = {
    let run = try? PipedProgram(
      ["/usr/bin/unshare", "--net", "--map-root-user", "/bin/true"],
      environment: ["PATH": "/usr/bin:/bin"])
    return run?.ending == .exited(0)
  }()

  @Test(.enabled("unshare --net is not allowed here") { hasNamespaces })
  func `R17: an interview and its export need no network`() throws {
    let lines = AgentInterview.turns.map(\.line) + ["2", ":q"]
    let arguments = ["fill", "barometre", "--linear", "--lang", "fr"]
    let run = try laptop.runOffline(arguments, input: lines.joined(separator: "\n") + "\n")
    #expect(run.ending == .exited(0) && run.complaints == "")
    #expect(run.output.contains("Entretien terminé et enregistré."))
    let export = try laptop.runOffline(["export", "--to", "\(laptop.folder)/export"])
    #expect(export.ending == .exited(0))
  }

  @Test func `R18: nothing that was answered is left on the terminal`() throws {
    let terminal = try laptop.begin()
    try terminal.take(AgentInterview.opening.prefix(3))
    try terminal.press("", shows: "5bis. Quel est le nom officiel")
    try terminal.press(Self.canary, shows: Self.canary)
    try terminal.press(Keys.end + Keys.enter, shows: "6. Quel est le code officiel")
    try terminal.send(Keys.control("q"))
    try terminal.press("3", shows: "")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isGivenBack)
    #expect(!terminal.screen.text.contains(Self.canary))
    #expect(!terminal.screen.text.contains("officiel"))
  }
}
