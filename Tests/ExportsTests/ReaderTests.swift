import Foundation
import Testing

/// The whole files of `Goldens`, before the programs analysts open them with, where those are
/// installed: in `BENCH_PATH`, then in `PATH`.
@Suite(.serialized) struct ReaderTests {
  private static let goldens = GoldenFolder.folder

  @Test(.enabled(if: Reader.python(has: "frictionless"), "frictionless is not installed here"))
  func `frictionless finds nothing wrong in the data package`() throws {
    let run = try Reader.python(
      """
      import sys
      from frictionless import validate
      report = validate(sys.argv[1] + "/datapackage.json")
      for row in report.flatten(["taskNumber", "rowNumber", "fieldName", "message"]): print(row)
      """, Self.goldens + "/datapackage")
    #expect(run.output == "" && run.status == 0, "\(run.complaints)")
  }

  @Test(.enabled(if: Reader.python(has: "duckdb"), "DuckDB is not installed here"))
  func `the manual's lines load a collection into DuckDB, types and keys intact`() throws {
    let run = try Reader.python(
      """
      import duckdb, glob, sys
      db = duckdb.connect()
      db.execute(open(sys.argv[1] + "/schema.sql").read())
      for table in ["interviews", "projet", "seance"]:
          db.execute(f"COPY {table} FROM '{sys.argv[1]}*/{table}.csv' (HEADER)")
      for sql in ["SELECT count(*), sum(habitants), max(surface), typeof(max(_started)) FROM interviews",
                  "SELECT ville FROM interviews WHERE habitants > 100000",
                  "SELECT i.cotiere, p.nom, count(*) FROM seance s JOIN projet p ON p._id = s._id AND p._position = s._projet JOIN interviews i ON i._id = p._id GROUP BY ALL"]:
          print(db.execute(sql).fetchall())
      try:
          db.execute(f"COPY interviews FROM '{sys.argv[1]}/interviews.csv' (HEADER)")
      except duckdb.ConstraintException: print("twice: refused")
      """, Self.goldens + "/datapackage")
    #expect(run.status == 0, "\(run.complaints)")
    #expect(
      run.output == #"""
        [(3, 124500, -3.95, 'TIMESTAMP WITH TIME ZONE')]
        [('L’Haÿ-les-Roses\n« 94 » ; \\ "rosiers", 🌹\t✓',)]
        [('oui', 'Budget participatif', 2)]
        twice: refused

        """#)
  }

  @Test(.enabled(if: Reader.python(has: "pandas"), "pandas is not installed here"))
  func `pandas reads the tables, plain and French`() throws {
    let run = try Reader.python(
      """
      import pandas, sys
      plain = pandas.read_csv(sys.argv[1] + "/csv/interviews.csv")
      french = pandas.read_csv(sys.argv[1] + "/csv-excel-fr/interviews.csv", sep=";", decimal=",",
                               encoding="utf-8-sig")
      long = pandas.read_csv(sys.argv[1] + "/csv-long/answers.csv")
      print(plain.shape == french.shape, list(plain.columns) == list(french.columns))
      print(plain.ville[0].split("\\n"), french.surface[0], plain.surface[0])
      print(french.port[0], plain.port[0])
      print(long[long.question == "habitants"].value.tolist(), plain.habitants_status.tolist())
      """, Self.goldens)
    #expect(run.status == 0, "\(run.complaints)")
    #expect(
      run.output == #"""
        True True
        ['L’Haÿ-les-Roses', '« 94 » ; \\ "rosiers", 🌹\t✓'] -3.95 -3.95
        '=HYPERLINK("http://x") =HYPERLINK("http://x")
        ['120000', nan, '4500'] ['answered', 'nsp', 'answered']

        """#)
  }

  @Test(.enabled(if: Reader.find("soffice") != nil, "LibreOffice is not installed here"))
  func `LibreOffice opens the French file, and runs nothing in it`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "calc-\(UUID())").path()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    // Read as French (1036) with `;`, written with `,` and a decimal point: numbers were read as such.
    let run = try Reader.run([
      try #require(Reader.find("soffice")), "--headless", "--infilter=CSV:59,34,76,1,,1036",
      "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", folder,
      "-env:UserInstallation=file://\(folder)/profile",
      Self.goldens + "/csv-excel-fr/interviews.csv",
    ])
    #expect(run.status == 0, "\(run.complaints)")
    let text = try String(contentsOfFile: folder + "/interviews.csv", encoding: .utf8)
    #expect(text.contains(#"'=HYPERLINK(""http://x"")"#) && text.contains(",-3.95,"))
  }
}

/// A program that reads what we write.
enum Reader {
  static func find(_ name: String) -> String? {
    let environment = ProcessInfo.processInfo.environment
    return [environment["BENCH_PATH"], environment["PATH"]].compactMap(\.self)
      .flatMap { $0.split(separator: ":") }.map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  static func python(has module: String) -> Bool {
    guard let python = find("python3") else { return false }
    let script =
      "import importlib.util, sys; sys.exit(importlib.util.find_spec(sys.argv[1]) is None)"
    return (try? run([python, "-c", script, module]))?.status == 0
  }

  static func python(_ script: String, _ arguments: String...) throws -> Run {
    try run([try #require(find("python3")), "-c", script] + arguments)
  }

  struct Run {
    let status: Int32
    let output: String
    let complaints: String
  }

  static func run(_ command: [String]) throws -> Run {
    let process = Process()
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst())
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["PYTHONIOENCODING": "utf-8"], uniquingKeysWith: { $1 })
    let (out, complaints) = (Pipe(), Pipe())
    process.standardOutput = out
    process.standardError = complaints
    try process.run()
    let output = out.fileHandleForReading.readDataToEndOfFile()
    let complained = complaints.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
      complaints: String(decoding: complained, as: UTF8.self))
  }
}
