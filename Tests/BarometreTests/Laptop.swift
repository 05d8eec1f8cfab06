import FoundationEssentials
import Glibc
import PseudoTerminals
import Testing

/// One test's own laptop: its home, its settings and its interviews, gone with it.
final class Laptop {
  /// The folder everything of it is in.
  let folder: String

  init() throws {
    var template = Array("/tmp/barometre-essai-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw PseudoTerminal.Failure.system(call: "mkdtemp", errno: errno)
    }
    folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  var data: String { "\(folder)/data" }

  var environment: [String: String] {
    [
      "HOME": folder, "XDG_DATA_HOME": "\(folder)/share", "XDG_CONFIG_HOME": "\(folder)/config",
      "BAROMETRE_DATA": data, "LANG": "C.UTF-8", "TERM": "xterm-256color",
      "PATH": "/usr/bin:/bin",
    ]
  }

  /// The barometer's first sections, kept as they were: these interviews must not change with it.
  static let questionnaires =
    #filePath.split(separator: "/").dropLast().map { "/\($0)" }.joined() + "/Questionnaires"

  /// Starts the program in a terminal of its own.
  ///
  /// - Parameter interviewer: whose code is given where an interview may be held; nil: it is asked.
  func start(
    _ arguments: [String], environment more: [String: String] = [:], columns: Int = 80,
    rows: Int = 24, interviewer: String? = "PC07"
  ) throws -> PseudoTerminal {
    let isKnown = interviewer == nil || arguments.contains("--interviewer")
    let holds = arguments.first.map { $0 == "fill" || $0.hasPrefix("--") } ?? true
    let named = holds && !isKnown ? interviewer.map { ["--interviewer", $0] } ?? [] : []
    return try PseudoTerminal(
      Self.command(arguments + named), environment: environment.merging(more) { $1 },
      columns: columns, rows: rows)
  }

  /// Starts an interview on the barometer, in French, before its first question is shown.
  func begin(_ more: String...) throws -> PseudoTerminal {
    try start(["fill", "barometre", "--lang", "fr", "--interviewer", "PC07"] + more)
  }

  /// Starts the program again on the only interview there is.
  func resume() throws -> PseudoTerminal {
    try start(["fill", "--resume", try interview(), "--lang", "fr", "--interviewer", "PC07"])
  }

  /// Runs the program on pipes, to its end.
  func run(
    _ arguments: [String], input: String = "", environment more: [String: String] = [:]
  ) throws -> PipedProgram {
    try PipedProgram(
      Self.command(arguments), input: input, environment: environment.merging(more) { $1 })
  }

  /// Runs the program where there is no network at all.
  func runOffline(_ arguments: [String], input: String = "") throws -> PipedProgram {
    try PipedProgram(
      ["/usr/bin/unshare", "--net", "--map-root-user"] + Self.command(arguments), input: input,
      environment: environment)
  }

  static func command(_ arguments: [String]) -> [String] {
    let without = [
      "audit", "export", "check", "functions", "keys", "withdraw", "contacts", "purge",
    ]
    let takesQuestionnaires = arguments.first.map { !without.contains($0) } ?? true
    return [builtProgram("barometre")] + arguments
      + (takesQuestionnaires ? ["--questionnaires", questionnaires] : [])
  }
}

// Its files.
extension Laptop {
  /// The id of the only interview.
  func interview() throws -> String {
    let ids = try interviews()
    return try #require(ids.count == 1 ? ids.first : nil, "one interview, not \(ids)")
  }

  func interviews() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(data)/interviews")
      .filter { !$0.contains(".") }.sorted()
  }

  /// The text of a file of the only interview.
  func text(of name: String) throws -> String {
    try text(at: "data/interviews/\(interview())/\(name)")
  }

  /// The text of a file, by its path from the laptop's folder.
  func text(at path: String) throws -> String {
    let bytes = try Data(contentsOf: URL(filePath: "\(folder)/\(path)"))
    return String(decoding: bytes, as: UTF8.self)
  }

  func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(path)"))
  }

  /// Exports all there is, and gives the text of every file written, by name.
  func export(_ more: String...) throws -> [String: String] {
    let options = ["--to", "\(folder)/export", "--profile", "full", "--yes", "--replace"] + more
    let run = try run(["export"] + options)
    try #require(run.ending == .exited(0), "\(run.complaints)")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/export")) ?? []
    var files: [String: String] = [:]
    for name in names where !name.hasPrefix(".") { files[name] = try text(at: "export/\(name)") }
    return files
  }
}
