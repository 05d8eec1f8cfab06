import Foundation

/// From the store to CSV, beside DuckDB reading the same files and writing the same answers.
///
/// The store is made once, of simulated interviews of the barometer: `BENCH_INTERVIEWS` of them.
enum ExportsBenchmark {
  static func rows() -> [Row] {
    let count = ProcessInfo.processInfo.environment["BENCH_INTERVIEWS"].flatMap(Int.init) ?? 100_000
    let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "barometre").path()
    let folder = FileManager.default.temporaryDirectory.appending(path: "barometre-bench-\(count)")
    let (store, ours, theirs) = (
      folder.appending(path: "data").path(), folder.appending(path: "ours").path(),
      folder.appending(path: "theirs").path()
    )
    let work = "\(count) interviews to CSV, codebook and statuses"
    let aim = "5 times DuckDB, 100 MB"
    if !FileManager.default.fileExists(atPath: store) {
      let run = Peer.run(
        [program, "simulate", "barometre", "--runs", "\(count)", "--save", "--data", store],
        output: .dropped)
      guard run != nil else {
        try? FileManager.default.removeItem(at: folder)
        return [Row(work: work, aim: aim, ours: "barometre is not built, or cannot simulate")]
      }
    }
    let export = [
      program, "export", "--data", store, "--to", ours, "--simulated", "--replace", "--profile",
      "full", "--yes",
    ]
    // Once for nothing, so that both read from the system's memory.
    guard Peer.run(export, output: .dropped) != nil, let run = Peer.run(export, output: .dropped)
    else { return [Row(work: work, aim: aim, ours: "the export fails")] }
    let text = "\(Times.short(run.milliseconds)) ms, \(run.megabytes) MB"
    return [Row(work: work, aim: aim, ours: text, peer: duckDB(store, ours, theirs))]
  }

  private static func duckDB(_ store: String, _ ours: String, _ theirs: String) -> String {
    guard let python = Peer.find("python3"),
      Peer.run([python, "-c", "import duckdb"], output: .dropped) != nil
    else { return "DuckDB is not installed" }
    try? FileManager.default.createDirectory(atPath: theirs, withIntermediateDirectories: true)
    guard let run = Peer.run([python, "-c", script, store, ours, theirs], output: .dropped) else {
      return "DuckDB fails"
    }
    return
      "DuckDB \(Times.short(run.milliseconds)) ms, \(run.megabytes) MB, on a sixteenth, without statuses"
  }

  /// Reads one picture in sixteen, answer by answer, and writes our value columns.
  ///
  /// Of the ways there are, the quickest that was found and the lightest: it still would not hold
  /// them all in memory.
  private static let script = """
    import csv, duckdb, sys
    store, ours, theirs = sys.argv[1:4]
    rows = list(csv.DictReader(open(ours + "/codebook.csv", encoding="utf-8")))
    def select(table, of, path):
        fields = [(r["name"], r["type"] == "choices") for r in rows
                  if r["table"] == table and not r["name"].startswith("_")]
        cells = ", ".join(
            (f"array_to_string(from_json(v[{place}], '[\\"VARCHAR\\"]'), ' ')" if many else f"v[{place}]")
            + f' AS "{name}"' for place, (name, many) in enumerate(fields, 1))
        return cells, f"json_extract_string({of}, {[path + name for name, _ in fields]}) AS v"
    heads = ["id", "questionnaire.id", "questionnaire.version", "kind", "mode", "status", "revision",
             "language", "interviewer", "started", "finished"]
    files = f"read_text('{store}/interviews/*0/interview.json')"
    db = duckdb.connect()
    db.execute("SET threads=2")
    cells, values = select("interviews", "content", "$.answers.")
    head = ", ".join(f"h[{place}]" for place in range(1, len(heads) + 1))
    db.execute(f"COPY (SELECT {head}, {cells} FROM (SELECT json_extract_string(content, "
               f"{['$.' + name for name in heads]}) AS h, {values} FROM {files})) "
               f"TO '{theirs}/interviews.csv' (HEADER)")
    cells, values = select("dispositif", "d", "$.")
    schemes = "json_extract(content, '$.answers.dispositif[*]')"
    db.execute(f"COPY (SELECT id, i, {cells} FROM (SELECT id, i, {values} FROM (SELECT "
               f"json_extract_string(content, '$.id') AS id, unnest({schemes}) AS d, "
               f"generate_subscripts({schemes}, 1) AS i FROM {files}))) "
               f"TO '{theirs}/dispositif.csv' (HEADER)")
    """
}
