import Foundation

/// Another program, run in the same run as ours.
enum Peer {
  /// Runs a command to its end, its output shown.
  ///
  /// - Returns: milliseconds, and peak memory in MB; nil where it cannot be run or fails.
  static func run(
    _ command: [String], output: Output = .shown
  ) -> (milliseconds: Double, megabytes: Int)? {
    let process = Process()
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst())
    if output == .dropped {
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
    }
    var before = rusage()
    getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &before)
    var isDone = false
    let time = Times.milliseconds {
      guard (try? process.run()) != nil else { return }
      process.waitUntilExit()
      isDone = process.terminationStatus == 0
    }
    var after = rusage()
    getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &after)
    return isDone ? (time, Int(after.ru_maxrss / 1024)) : nil
  }

  enum Output {
    case shown
    case dropped
  }

  /// Where a program is: in `BENCH_PATH`, then in `PATH`.
  static func find(_ name: String) -> String? {
    let environment = ProcessInfo.processInfo.environment
    let folders = [environment["BENCH_PATH"], environment["PATH"]].compactMap(\.self)
      .flatMap { $0.split(separator: ":") }
    return folders.map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
