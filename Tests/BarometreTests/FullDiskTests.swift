import FoundationEssentials
import Glibc
import PseudoTerminals
import Testing
import Torture

/// A disk that fills up, or takes nothing at all, under the program itself.
@Suite(.enabled(if: SmallDisk.isPossible, "nobody may mount a disk on this machine"))
struct FullDiskTests {
  let laptop: Laptop

  init() throws { laptop = try Laptop() }

  @Test func `on a full disk one is told, goes on in memory, and the next answer writes all`()
    throws
  {
    let times = Torture.count(1, long: 20)
    var lost = 0
    for _ in 1...times { lost += try fillUp(on: try Laptop()) }
    Torture.tell("a disk that fills up, then is freed", injected: times, lost: lost)
  }

  /// - Returns: how many answers are not in the journal in the end.
  private func fillUp(on laptop: Laptop) throws -> Int {
    let terminal = try laptop.start(
      ["fill", "barometre", "--lang", "fr", "--interviewer", "PC07"], on: .small)
    try terminal.take(AgentInterview.opening.prefix(3))
    try terminal.waitFor(text: "5bis. Quel est le nom")
    let data = laptop.data(of: terminal)
    try SmallDisk.fill(data)
    // What is left of the journal's last page is still taken.
    var notes = 0
    while !terminal.screen.text.contains("Le disque est plein"), notes < 8 {
      notes += 1
      try terminal.press(Keys.control("n"), shows: "Note sur cette question")
      try terminal.send(Keys.control("u"))
      try terminal.press(
        String(repeating: "\(notes)", count: 900), shows: "\(notes)\(notes)\(notes)")
      try terminal.send(Keys.end + Keys.enter)
      try terminal.waitFor("the question") { !$0.text.contains("Note sur cette question") }
      terminal.readUntilQuiet(for: 50)
    }
    try terminal.press("", shows: ["Le disque est plein", "NON ENREGISTRÉ"])
    try terminal.take(AgentInterview.opening[3])
    try terminal.press("", shows: ["6. Quel est le code", "NON ENREGISTRÉS"])
    unlink("\(data)/filler")
    try terminal.take(AgentInterview.opening[4])
    try terminal.press("", shows: ["7. Quel est le numéro", "✓ enregistré"])
    let id = try #require(
      FileManager.default.contentsOfDirectory(atPath: "\(data)/interviews").first {
        !$0.contains(".")
      })
    let journal = try Laptop.text(atAbsolute: "\(data)/interviews/\(id)/journal.jsonl")
    let lines = journal.split(separator: "\n")
    let answers = [#""path":"nom_collectivite","value":"Saint"#, #""value":"55010""#]
    let said = (1...notes).map { "\"value\":\"\($0)\($0)" } + answers
    let missing = said.filter { answer in !lines.contains { $0.contains(answer) } }
    #expect(missing.isEmpty, "\(journal)")
    try laptop.bringOut(data)
    terminal.signal(SIGKILL)
    _ = try terminal.waitForExit()
    try laptop.resume().waitFor(text: "7. Quel est le numéro")
    return missing.count
  }

  @Test func `from a folder that takes nothing one is told at once, and may look`() throws {
    let terminal = try laptop.begin()
    try terminal.take(AgentInterview.opening.prefix(5))
    try terminal.waitFor(text: "7. Quel est le numéro")
    try terminal.send(Keys.control("q") + Keys.control("q"))
    #expect(try terminal.waitForExit() == .exited(0))
    let id = try laptop.interview()
    for (language, sentence) in [("fr", "en lecture seule"), ("en", "the disk is read-only")] {
      let fill = try laptop.run(
        ["fill", "barometre", "--linear", "--lang", language], on: .readOnly)
      #expect(fill.ending == .exited(73) && fill.complaints.contains(sentence))
      let list = try laptop.run(["list", "--lang", language], on: .readOnly)
      #expect(list.ending == .exited(0) && list.output.contains("Saint-Étienne-d’Œuf"))
      let show = try laptop.run(["show", id, "--lang", language], on: .readOnly)
      #expect(show.ending == .exited(0) && show.output.contains("55010"))
    }
  }
}

/// A disk mounted for one program alone, gone with it (unshare(1)): no rights are needed for it.
enum SmallDisk {
  /// Half a megabyte.
  case small
  /// The laptop's own folder, that can only be read.
  case readOnly

  static let isPossible: Bool = {
    let run = try? PipedProgram(
      ["/usr/bin/unshare", "-rm", "/bin/mount", "-t", "tmpfs", "tmpfs", "/mnt"])
    return run?.ending == .exited(0)
  }()

  /// What runs a command with this disk as its data folder.
  func around(_ command: [String]) -> [String] {
    let mount =
      switch self {
      case .small: #"mount -t tmpfs -o size=512k tmpfs "$BAROMETRE_DATA""#
      case .readOnly:
        #"d=$BAROMETRE_DATA; mount --bind "$d" "$d" && mount -o remount,bind,ro "$d""#
      }
    return ["/usr/bin/unshare", "-rm", "/bin/sh", "-c", mount + #" && exec "$0" "$@""#] + command
  }

  /// Leaves not a byte in a folder's disk.
  static func fill(_ folder: String) throws {
    let file = open("\(folder)/filler", O_WRONLY | O_CREAT, 0o600)
    defer { close(file) }
    try #require(file >= 0)
    for size in [4096, 1] {
      let block = [UInt8](repeating: 0, count: size)
      while write(file, block, size) > 0 {}
    }
    try #require(errno == ENOSPC)
  }
}

extension Laptop {
  /// Starts the program in a terminal, its data on a disk of its own.
  func start(_ arguments: [String], on disk: SmallDisk) throws -> PseudoTerminal {
    mkdir(data, 0o700)
    return try PseudoTerminal(
      disk.around(Self.command(arguments)), environment: environment, columns: 80, rows: 24)
  }

  /// Runs the program on pipes, to its end, its data on a disk of its own.
  func run(_ arguments: [String], on disk: SmallDisk) throws -> PipedProgram {
    try PipedProgram(disk.around(Self.command(arguments)), environment: environment)
  }

  /// Where the data of a program with a disk of its own is seen from outside.
  func data(of terminal: PseudoTerminal) -> String { "/proc/\(terminal.process)/root\(data)" }

  /// Copies the data off a disk that will be gone with its program.
  func bringOut(_ data: String) throws {
    for name in ["interviews", "questionnaires"] {
      try FileManager.default.copyItem(atPath: "\(data)/\(name)", toPath: "\(self.data)/\(name)")
    }
  }

  static func text(atAbsolute path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }
}
