import Foundation
import PseudoTerminals
import Testing

/// The manual's lines that load a national collection, run as they are printed, where the engine is
/// installed: in `BENCH_PATH`, then in `PATH`.
@Suite(.serialized) struct CollectionTests {
  private static let manual =
    #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined() + "/Questionnaires"

  /// What two laptops exported, side by side: `poste1`, `poste2`.
  private let laptop: Laptop

  init() throws {
    laptop = try Laptop()
    for number in 1...2 {
      let data = "\(laptop.folder)/donnees\(number)"
      let simulation = try laptop.run([
        "simulate", "\(Self.manual)/barometre", "--runs", "4", "--seed", "\(number)", "--save",
        "--data", data,
      ])
      try #require(simulation.ending == .exited(0), "\(simulation.complaints)")
      let export = try laptop.run([
        "export", "--to", "\(laptop.folder)/poste\(number)", "--simulated", "--format",
        "datapackage", "--data", data,
      ])
      try #require(export.ending == .exited(0), "\(export.complaints)")
    }
  }

  /// The lines of the manual between two marks, without the fence around them.
  private static func lines(_ mark: String) throws -> String {
    let parts = try ["README.md", "README.en.md"].map { name in
      let text = try String(contentsOfFile: "\(manual)/\(name)", encoding: .utf8)
      let block = try #require(text.components(separatedBy: "<!-- \(mark) -->").dropFirst().first)
      let inside = try #require(block.components(separatedBy: "<!-- /\(mark) -->").first)
      return inside.split(separator: "\n").filter { !$0.hasPrefix("```") }.joined(separator: "\n")
    }
    #expect(parts[0] == parts[1], "both manuals say the same")
    return parts[0]
  }

  /// How many rows a table's files have.
  private func rows(_ table: String) throws -> Int {
    try (1...2).map { number in
      let manifest = try JSONSerialization.jsonObject(
        with: Data(laptop.text(at: "poste\(number)/manifest.json").utf8))
      let files = (manifest as? [String: Any])?["files"] as? [[String: Any]] ?? []
      return files.first { $0["path"] as? String == "\(table).csv" }?["rows"] as? Int ?? 0
    }.reduce(0, +)
  }

  private func shell(_ script: String) throws -> PipedProgram {
    try Shell.run("cd '\(laptop.folder)'\n" + script)
  }

  /// What each engine is asked once all is loaded: counts, an exact type, a join on keys.
  private static let questions = [
    "SELECT count(*) FROM interviews", "SELECT count(*) FROM dispositif",
    "SELECT count(*) FROM dispositif d JOIN interviews i ON i._id = d._id WHERE i._started > '2000-01-01'",
  ]

  private func answers() throws -> String {
    let (interviews, dispositif) = (try rows("interviews"), try rows("dispositif"))
    #expect(interviews == 8 && dispositif > 0)
    return "\(interviews)\n\(dispositif)\n\(dispositif)\n"
  }

  @Test(.enabled(if: Shell.finds("import duckdb"), "DuckDB is not installed here"))
  func `DuckDB loads them, and refuses an interview twice`() throws {
    let run = try shell(
      """
      \(Self.duckDB)
      \(try Self.lines("duckdb"))
      for question in \(Shell.quoted(Self.questions)); do duckdb national.duckdb "$question"; done
      duckdb national.duckdb "COPY interviews FROM 'poste1/interviews.csv' (HEADER)" 2>refus && exit 1
      grep -q -i duplicate refus
      """)
    #expect(run.output == (try answers()) && run.ending == .exited(0), "\(run.complaints)")
  }

  /// DuckDB's own program, or what it would do.
  private static let duckDB = """
    duckdb() {
      if type -P duckdb >/dev/null; then command duckdb -noheader -list "$@"; return; fi
      python3 -c '
    import duckdb, sys
    told = duckdb.connect(sys.argv[1]).execute(sys.argv[2] if len(sys.argv) > 2 else sys.stdin.read())
    if sys.argv[-1].startswith("SELECT"): print(told.fetchone()[0])' "$@"
    }
    """

  @Test(.enabled(if: Shell.finds(CollectionTests.server), "PostgreSQL is not installed here"))
  func `PostgreSQL loads them, and refuses an interview twice`() throws {
    let run = try shell(
      """
      \(Self.server)
      run() { if [ "$(id -u)" = 0 ]; then setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; else "$@"; fi; }
      mkdir serveur && chmod 755 . && { [ "$(id -u)" != 0 ] || chown 65534:65534 serveur; }
      export PGHOST="$PWD/serveur" PGUSER=postgres
      run "$place/initdb" -D serveur/data -U postgres -A trust -E UTF8 --no-locale -N >/dev/null
      run "$place/pg_ctl" -D serveur/data -w -l serveur/journal start \
        -o "-c listen_addresses= -c unix_socket_directories='$PGHOST' -c fsync=off" >/dev/null
      trap 'run "$place/pg_ctl" -D serveur/data -m immediate stop >/dev/null' EXIT
      psql -q -d postgres -c 'CREATE DATABASE national'
      { \(try Self.lines("postgresql").replacing("psql -d", with: "psql -q -v ON_ERROR_STOP=1 -d")); } >/dev/null
      for question in \(Shell.quoted(Self.questions)); do psql -q -A -t -d national -c "$question"; done
      psql -d national -c "\\copy interviews from 'poste1/interviews.csv' csv header" 2>refus && exit 1
      grep -q duplicate refus
      """)
    #expect(run.output == (try answers()) && run.ending == .exited(0), "\(run.complaints)")
  }

  private static let server = """
    place=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1); [ -x "$place/initdb" ]; command -v psql >/dev/null
    """

  @Test(.enabled(if: Shell.finds("import pyspark"), "Spark is not installed here"))
  func `Spark loads them, types intact`() throws {
    let run = try shell(
      """
      cat >charge.py <<'EOF'
      import json
      from pyspark.sql import SparkSession
      spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
      \(try Self.lines("spark"))
      types = dict(interviews.dtypes)
      print(interviews.count(), types["_started"], types["_revision"], interviews.where("_started is null").count())
      EOF
      python3 charge.py
      """)
    #expect(run.output == "8 timestamp bigint 0\n" && run.ending == .exited(0), "\(run.complaints)")
  }
}

/// Bash, with the programs installed here.
private enum Shell {
  static func run(_ script: String) throws -> PipedProgram {
    let environment = ProcessInfo.processInfo.environment
    let path = [environment["BENCH_PATH"], environment["PATH"]].compactMap(\.self)
    return try PipedProgram(
      ["/bin/bash", "-e", "-c", script],
      environment: ["PATH": path.joined(separator: ":"), "HOME": "/tmp", "LC_ALL": "C.UTF-8"])
  }

  /// Whether something is installed: a line of Python, or of bash.
  static func finds(_ line: String) -> Bool {
    let script = line.hasPrefix("import ") ? "python3 -c '\(line)'" : line
    return (try? run(script))?.ending == .exited(0)
  }

  static func quoted(_ texts: [String]) -> String {
    texts.map { "\"\($0)\"" }.joined(separator: " ")
  }
}
