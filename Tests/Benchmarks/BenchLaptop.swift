import Foundation
import Glibc
import PseudoTerminals

/// A laptop of our own for the program measured: its folders are gone with it.
final class BenchLaptop {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "barometre-bench-\(getpid())").path()

  init() throws {
    // Where the questionnaires shipped are found without a word: options have to be parsed.
    _ = FileManager.default.changeCurrentDirectoryPath(Forms.root)
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Starts the program built beside this one, on the questionnaires shipped.
  func start(_ arguments: [String]) throws -> PseudoTerminal {
    try PseudoTerminal(
      [builtProgram("barometre")] + arguments,
      environment: [
        "HOME": folder, "BAROMETRE_DATA": "\(folder)/data", "LANG": "C.UTF-8",
        "XDG_CONFIG_HOME": "\(folder)/config",
      ])
  }

  /// Runs the program to its end, its output dropped.
  ///
  /// - Returns: milliseconds; nil where it fails.
  func run(_ arguments: [String]) -> Double? {
    let command = ["/usr/bin/env", "BAROMETRE_DATA=\(folder)/data", builtProgram("barometre")]
    return Peer.run(command + arguments, output: .dropped)?.milliseconds
  }

  /// Milliseconds of a list where the index is gone.
  func withoutIndex() throws -> Double {
    try FileManager.default.removeItem(atPath: "\(folder)/data/interviews/index.jsonl")
    return run(["list"]) ?? 0
  }

  /// - Returns: the file's path.
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let path = "\(folder)/\(name)"
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }

  /// Installs a list among the data, where the barometer looks for it.
  func install(_ list: [UInt8], as name: String) throws {
    try FileManager.default.createDirectory(
      atPath: "\(folder)/data/lists", withIntermediateDirectories: true)
    _ = try write(list, to: "data/lists/\(name)")
  }

  /// What the disk itself asks for a line of 200 bytes.
  var sync: Times {
    let file = open("\(folder)/sync", O_WRONLY | O_CREAT | O_APPEND, 0o600)
    defer { close(file) }
    let line = [UInt8](repeating: 65, count: 200)
    return Times(200) {
      _ = line.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      fdatasync(file)
    }
  }
}

/// Milliseconds of processor a process of one thread has had, the kernel's for it included
/// (`/proc/PID/schedstat`: nanoseconds).
func processorTime(of process: pid_t) -> Double {
  let text = (try? String(contentsOfFile: "/proc/\(process)/schedstat", encoding: .utf8)) ?? ""
  return (text.split(separator: " ").first.flatMap { Double($0) } ?? 0) / 1_000_000
}

/// Its memory at its peak (`/proc/PID/status`, proc(5)).
func residentMegabytes(of process: pid_t) -> Int {
  let text = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
  let line = text.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? ""
  return (line.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) } ?? 0) / 1_024
}
