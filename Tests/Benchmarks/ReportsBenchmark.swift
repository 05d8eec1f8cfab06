import Foundation

/// The whole report from the store, beside DuckDB computing the same indicators from the same files.
///
/// The store is made once, of simulated interviews of the barometer: `BENCH_INTERVIEWS` of them.
enum ReportsBenchmark {
  static func rows() -> [Row] {
    let count = ProcessInfo.processInfo.environment["BENCH_INTERVIEWS"].flatMap(Int.init) ?? 100_000
    let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "barometre").path()
    let folder = FileManager.default.temporaryDirectory.appending(path: "barometre-bench-\(count)")
    let store = folder.appending(path: "data").path()
    let work = "\(count) interviews to the full report"
    let aim = "5 times DuckDB, 150 MB"
    let form = "\(Forms.root)/Questionnaires/barometre"
    if !FileManager.default.fileExists(atPath: store) {
      let simulate = [program, "simulate", form, "--runs", "\(count)", "--save", "--data", store]
      guard Peer.run(simulate, output: .dropped) != nil else {
        try? FileManager.default.removeItem(at: folder)
        return [Row(work: work, aim: aim, ours: "barometre is not built, or cannot simulate")]
      }
    }
    let report = [program, "report", "--data", store, "--simulated", "--json"]
    // Once for nothing, so that both read from the system's memory.
    guard Peer.run(report, output: .dropped) != nil, let run = Peer.run(report, output: .dropped)
    else { return [Row(work: work, aim: aim, ours: "the report fails")] }
    let text = "\(Times.short(run.milliseconds)) ms, \(run.megabytes) MB"
    return [Row(work: work, aim: aim, ours: text, peer: duckDB(store, form, folder))]
  }

  private static func duckDB(_ store: String, _ form: String, _ folder: URL) -> String {
    guard let python = Peer.find("python3"),
      Peer.run([python, "-c", "import duckdb"], output: .dropped) != nil
    else { return "DuckDB is not installed" }
    let script = "\(Forms.root)/Tests/Benchmarks/report.py"
    let out = folder.appending(path: "report.json").path()
    let command = [python, script, store, "\(form)/questionnaire.json", out]
    guard let run = Peer.run(command, output: .dropped) else { return "DuckDB fails" }
    return "DuckDB \(Times.short(run.milliseconds)) ms, \(run.megabytes) MB, without absences"
  }
}
