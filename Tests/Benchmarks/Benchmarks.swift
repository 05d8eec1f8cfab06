import Foundation

/// `.ci/bench [NAME…]`: how fast the program is, beside its peers where they are installed.
///
/// Each benchmark runs in a process of its own, so that its memory is its own. A ratio within one
/// run is what counts: nothing here fails a build.
@main
enum Benchmarks {
  static let all: [(name: String, rows: @Sendable () -> [Row])] = [
    ("language", { LanguageBenchmark.rows() }), ("engine", { EngineBenchmark.rows() }),
    ("sizes", { SizesBenchmark.rows() }), ("exports", { ExportsBenchmark.rows() }),
    ("lists", { ListsBenchmark.rows() }), ("terminal", { TerminalBenchmark.rows() }),
    ("reports", { ReportsBenchmark.rows() }), ("records", { RecordsBenchmark.rows() }),
  ]

  static func main() {
    var asked = Array(CommandLine.arguments.dropFirst())
    if asked.first == "--within" {
      asked.removeFirst()
      for (name, rows) in all where asked.contains(name) {
        for row in rows() { print(row.line) }
      }
      return
    }
    let unknown = asked.filter { name in !all.contains { $0.name == name } }
    guard unknown.isEmpty else {
      print("\(unknown.joined(separator: " ")): \(all.map(\.name).joined(separator: ", "))")
      exit(64)
    }
    print(Row.heading)
    fflush(nil)
    for (name, _) in all where asked.isEmpty || asked.contains(name) {
      _ = Peer.run([CommandLine.arguments[0], "--within", name])
    }
  }
}

/// One line of the table.
struct Row {
  let work: String
  /// What we want of it.
  let aim: String
  let ours: String
  /// Another program's, in this run where it can be run; its published figure, said to be one.
  var peer = ""

  static let heading = Row(work: "work", aim: "aim", ours: "measured", peer: "peer").line

  var line: String {
    [(work, 50), (aim, 20), (ours, 42)].map { text, width in
      text.padding(toLength: max(width, text.count + 2), withPad: " ", startingAt: 0)
    }.joined() + peer
  }
}

/// Times in milliseconds, smallest first.
struct Times {
  private let sorted: [Double]

  /// Runs the work so many times.
  init(_ count: Int, _ work: () -> Void) {
    sorted = (0..<count).map { _ in Self.milliseconds(work) }.sorted()
  }

  init(_ times: [Double]) { sorted = times.sorted() }

  static func milliseconds(_ work: () throws -> Void) rethrows -> Double {
    let start = ContinuousClock.now
    try work()
    return (ContinuousClock.now - start).milliseconds
  }

  var least: Double { sorted.first ?? 0 }
  var median: Double { sorted[sorted.count / 2] }
  var p99: Double { sorted[min(sorted.count - 1, sorted.count * 99 / 100)] }

  /// `0.12 ms at best, 0.15 median, 0.31 p99`.
  var text: String {
    "\(Self.short(least)) ms at best, \(Self.short(median)) median"
      + (sorted.count >= 100 ? ", \(Self.short(p99)) p99" : "")
  }

  static func short(_ value: Double) -> String {
    String(format: value < 0.1 ? "%.4f" : value < 10 ? "%.2f" : "%.0f", value)
  }
}

/// Peak memory of this process so far, as text.
func peakMemory() -> String {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return "peak \(usage.ru_maxrss / 1024) MB"
}
