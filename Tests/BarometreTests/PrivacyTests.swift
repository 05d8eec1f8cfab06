import FoundationEssentials
import Glibc
import PseudoTerminals
import Questions
import Testing

/// What a data-protection officer asks of the program: each test bears its requirement's number.
@Suite struct PrivacyTests {
  let laptop: Laptop
  /// A name no other text holds: the authority's, which lists show.
  private static let canary = "Canari-en-Quercy"
  /// A scheme's, which no list shows.
  private static let secret = "Zibeline en liberté"

  init() throws { laptop = try Laptop() }

  /// A whole interview in line mode, its authority the canary.
  private func interview(environment: [String: String] = [:]) throws {
    var lines = AgentInterview.turns.map {
      $0.line.replacing("Ma Ville Demain", with: Self.secret)
    }
    lines[3] = Self.canary
    let run = try laptop.run(
      ["fill", "barometre", "--linear", "--lang", "fr", "--interviewer", "PC07"],
      input: (lines + ["2", ":q"]).joined(separator: "\n") + "\n", environment: environment)
    #expect(run.ending == .exited(0) && run.complaints == "")
    #expect(run.output.contains(Self.canary) && run.output.contains(Self.secret))
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

  @Test func `R01: what was agreed to is kept: which notice, when, in which language and how`()
    throws
  {
    let run = try laptop.run(
      ["fill", "barometre", "--linear", "--lang", "en", "--mode", "telephone"],
      input: "1\n1\n:q\n")
    #expect(run.ending == .exited(0))
    let lines = try laptop.text(of: "journal.jsonl").split(separator: "\n")
    for kept in [
      #""questionnaire":{"id":"barometre""#, #""version":"3.0","sha256":""#, #""language":"en""#,
      #""mode":"telephone""#,
    ] { #expect(lines[0].contains(kept), "\(kept)") }
    for (name, value) in [("notice_rgpd", "OK"), ("consent_participation", "oui")] {
      let answers = lines.filter { $0.contains(#""path":"\#(name)","value":"\#(value)""#) }
      #expect(answers.count == 1 && answers[0].hasPrefix(#"{"at":"20"#), "\(name)")
    }
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
    let made = "\(laptop.folder)/made"
    let id = try laptop.interview()
    for arguments in [
      ["vault", "keys", "--to", made], ["report", "--html", "\(made)/report.html"],
      ["simulate", "barometre", "--runs", "2", "--save"], ["list"], ["trash", id], ["restore", id],
      ["merge", "\(laptop.folder)/other"],
    ] {
      if arguments[0] == "merge" {
        try FileManager.default.copyItem(atPath: laptop.data, toPath: "\(laptop.folder)/other")
        try FileManager.default.removeItem(atPath: "\(laptop.data)/interviews/\(id)")
      }
      let run = try laptop.run(arguments)
      #expect(run.ending == .exited(0), "\(arguments) \(run.complaints)")
    }
    let terminal = try laptop.start(["--lang", "fr"])
    try terminal.waitFor(text: "hors ligne")
    try terminal.press(Keys.f2, shows: "offline")
    try terminal.send(Keys.control("q"))
    _ = try terminal.waitForExit()
    let kept = ["data", "export", "made", "config"].map { "\(laptop.folder)/\($0)" }
    for path in try kept.flatMap(paths) {
      var status = stat()
      #expect(stat(path, &status) == 0)
      #expect(status.st_mode & 0o777 == (isFolder(path) ? 0o700 : 0o600), "\(path)")
    }
    #expect(try laptop.text(at: "config/barometre/settings.json").hasPrefix("{"))
  }

  /// Runs commands, and expects none of these texts on either output.
  private func expect(_ texts: [String], nowhereIn commands: [[String]]) throws {
    for arguments in commands {
      let run = try laptop.run(arguments)
      for text in texts {
        #expect(!run.output.contains(text) && !run.complaints.contains(text), "\(arguments)")
      }
    }
  }

  private func files(holding text: String) throws -> Set<String> {
    Set(
      try paths(in: laptop.folder).filter { path in
        guard !isFolder(path), let data = FileManager.default.contents(atPath: path) else {
          return false
        }
        return String(decoding: data, as: UTF8.self).contains(text)
      })
  }

  @Test func `R07: an answer is where answers are kept, and in no other file, log or message`()
    throws
  {
    try interview()
    let id = try laptop.interview()
    let answers = Set(
      ["journal.jsonl", "interview.json"].map { "\(laptop.data)/interviews/\(id)/\($0)" })
    try expect(
      [Self.canary, Self.secret],
      nowhereIn: [
        ["withdraw", "2222-2222-22"], ["purge"], ["audit"], ["report"], ["report", "--json"],
        ["contacts", "export", "--to", "\(laptop.folder)/c"], ["fill", "--resume", id, "--linear"],
        ["export", "--to", "\(laptop.folder)/e"], ["merge", "\(laptop.folder)/nowhere"],
        ["vault"], ["conflicts"],
      ])
    try expect(
      [Self.secret], nowhereIn: [["list"], ["list", "--json"], ["trash", id], ["restore", id]])
    let index = "\(laptop.data)/interviews/index.jsonl"
    #expect(try files(holding: Self.secret) == answers)
    #expect(try files(holding: Self.canary).subtracting([index]) == answers)
  }

  @Test(arguments: ["journal.jsonl", "interview.json"])
  func `R07: what is damaged is told without telling what it says`(name: String) throws {
    try interview()
    let id = try laptop.interview()
    let path = "data/interviews/\(id)/\(name)"
    try laptop.write(laptop.text(at: path).replacing(Self.secret, with: "Abîmé"), to: path)
    for other in ["journal.jsonl", "interview.json"] where other != name {
      try FileManager.default.removeItem(atPath: "\(laptop.data)/interviews/\(id)/\(other)")
    }
    try? FileManager.default.removeItem(atPath: "\(laptop.data)/interviews/index.jsonl")
    try expect(
      ["Abîmé", Self.secret],
      nowhereIn: [
        ["export", "--to", "\(laptop.folder)/e", "--lang", "en"], ["list"], ["report"], ["audit"],
        ["fill", "--resume", id, "--linear"], ["purge"], ["withdraw", "2222-2222-22"],
      ])
  }

  @Test func `R12: show tells every answer that is held, to be read and as data`() throws {
    try interview()
    let id = try laptop.interview()
    let shown = try laptop.run(["show", id, "--lang", "fr"])
    #expect(shown.ending == .exited(0))
    for text in [
      Self.canary, Self.secret, "55010", "215500109", "2 800 habitants", "Tableau d’idées",
      "Ne souhaite pas répondre", "PC07", "journal.jsonl",
    ] { #expect(shown.output.contains(text), "\(text)") }
    let data = try JSONText(Array(laptop.run(["show", id, "--json"]).output.utf8)).root
    let kept = try JSONText(Array(laptop.text(of: "interview.json").utf8)).root
    for name in ["answers", "missing", "left_blank", "started", "finished", "code", "revision"] {
      let told = try #require(data["interview"]?[name], "\(name)")
      #expect(Self.plain(told) == kept[name].map(Self.plain), "\(name)")
    }
  }

  /// What a piece of JSON says, wherever it stands.
  private static func plain(_ value: JSONValue) -> String {
    switch value.kind {
    case .null: "null"
    case .boolean(let truth): "\(truth)"
    case .number(let digits): digits
    case .string(let text): "“\(text)”"
    case .array(let values): "\(values.map(plain))"
    case .object(let members): "\(members.map { "\($0.name): \(plain($0.value))" })"
    }
  }

  @Test func `R15: what is kept of who asks is a code, which nothing published tells`() throws {
    let name = "boulanger"
    try interview(environment: [
      "USER": name, "LOGNAME": name, "USERNAME": name, "EMAIL": "\(name)@exemple.fr",
    ])
    #expect(try laptop.run(["audit"]).output.contains("PC07"))
    let export = "\(laptop.folder)/e"
    #expect(try laptop.run(["export", "--to", export]).ending == .exited(0))
    #expect(try files(holding: name) == [])
    #expect(try files(holding: "PC07").allSatisfy { !$0.hasPrefix(export) })
    try expect(["PC07", name], nowhereIn: [["report"], ["report", "--json"]])
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
    try FileManager.default.copyItem(atPath: laptop.data, toPath: "\(laptop.folder)/other")
    for arguments in [
      ["export", "--to", "\(laptop.folder)/export"], ["report"], ["list"], ["purge"],
      ["merge", "\(laptop.folder)/other"], ["show", try laptop.interview()],
    ] {
      let run = try laptop.runOffline(arguments)
      #expect(run.ending == .exited(0) && run.complaints == "", "\(arguments)")
    }
  }

  @Test func `R17: no line of the program opens a connection`() throws {
    let sources = "\(#filePath.split(separator: "Tests/")[0])Sources"
    let calls = /\b(socket|connect|getaddrinfo|URLSession|FoundationNetworking|NWConnection)\s*\(/
    let files = try FileManager.default.subpathsOfDirectory(atPath: sources)
      .filter { $0.hasSuffix(".swift") || $0.hasSuffix(".c") || $0.hasSuffix(".h") }
    #expect(files.count > 200)
    for file in files {
      let text = try String(contentsOfFile: "\(sources)/\(file)", encoding: .utf8)
      #expect(!text.contains(calls) && !text.contains("import FoundationNetworking"), "\(file)")
    }
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
