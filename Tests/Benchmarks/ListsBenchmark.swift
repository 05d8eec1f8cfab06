import Formulas
import Foundation
import Interviews
import Questions

/// A list of 36,000 rows in a file: read, searched, looked up.
enum ListsBenchmark {
  static func rows() -> [Row] {
    let file = bytes
    let before = residentMemory()
    guard let table = try? ListTable(file), let name = table.column("nom"),
      let code = table.column("code"), let key = table.column("siren")
    else { return [] }
    let weight = table.column("population_municipale")
    let search = ListSearch(table, columns: [name, code, key], weight: weight)
    _ = table.row(where: key, is: "")
    let held = residentMemory() - before
    let read = Times(20) { _ = try? ListTable(file) }
    let prepare = Times(20) {
      _ = ListSearch(table, columns: [name, code, key], weight: weight)
    }
    return [
      Row(
        work: "a list of \(table.rowCount) rows: read it", aim: "50 ms, 25 MB",
        ours: "\(read.text), \(held) MB held", peer: python),
      Row(work: "the same: prepare its search", aim: "50 ms", ours: prepare.text),
      Row(work: "search it, a key of “saint etienne”", aim: "2 ms", ours: keys(search)),
      Row(work: "pulldata of any row, in it", aim: "constant", ours: lookups(table, key)),
      offered(file),
    ]
  }

  /// The reference list where `BENCH_LIST` says it is; else one made up of the same size.
  static let bytes: [UInt8] = {
    let path = ProcessInfo.processInfo.environment["BENCH_LIST"]
    if let data = path.flatMap({ FileManager.default.contents(atPath: $0) }) {
      return [UInt8](data)
    }
    let names = ["Saint-Étienne", "Sainte-Colombe", "L’Haÿ", "Villeneuve", "Œuf-en-Ternois"]
    let rows = (0..<36_253).map { row in
      "commune,\(10_000 + row),\(200_000_000 + row),\(names[row % 5])-\(row % 997),"
        + "\(row % 95),\(row % 18),\(row * 37 % 9_973),\(240_000_000 + row % 1_200)"
    }
    let header = "type_collectivite,code,siren,nom,code_departement,code_region,"
    let text = header + "population_municipale,siren_epci\n" + rows.joined(separator: "\n")
    return Array(text.utf8)
  }()

  private static func keys(_ search: ListSearch) -> String {
    let typed = "saint etienne"
    let times = (0..<10).flatMap { _ in
      (1...typed.count).map { count in
        Times.milliseconds { _ = search.find(String(typed.prefix(count)), limit: 50) }
      }
    }
    return Times(times).text
  }

  private static func lookups(_ table: ListTable, _ key: Int) -> String {
    let keys = (0..<1_000).map { table.field(row: $0 * 36 % table.rowCount, column: key) }
    let times = Times(100) {
      for value in keys { _ = table.lookup(column: "nom", keyColumn: "siren", value: value) }
    }
    return "\(Times.short(times.median * 1_000)) ns each"
  }

  /// Opening the screen that searches the barometer's own list, filtered by type.
  private static func offered(_ file: [UInt8]) -> Row {
    let form = try? QuestionnaireFile.read(Forms.barometre) { _ in file }.questionnaire
    guard let form, form["collectivite_ref"] != nil else { return Row(work: "", aim: "", ours: "") }
    var interview = EngineBenchmark.begin(form)
    for (name, value) in [("consent_participation", "oui"), ("type_collectivite", "commune")] {
      let path = EngineBenchmark.path(name)
      interview.apply(.answer(path, .choice(value), isProposal: false))
    }
    guard let spot = interview.spot(of: EngineBenchmark.path("collectivite_ref")) else {
      return Row(work: "", aim: "", ours: "")
    }
    let times = Times(20) { _ = interview.offeredRows(at: spot) }
    return Row(work: "which of its rows the filter offers", aim: "20 ms", ours: times.text)
  }

  /// Python's own reader, of the same file, its start taken off.
  private static var python: String {
    guard let program = Peer.find("python3") else { return "python3 is not installed" }
    let path = FileManager.default.temporaryDirectory.appending(path: "bench-list.csv")
    defer { try? FileManager.default.removeItem(at: path) }
    try? Data(bytes).write(to: path)
    let code = "import csv,sys; rows=list(csv.DictReader(open(sys.argv[1], encoding='utf-8')))"
    guard let bare = Peer.run([program, "-c", "import csv,sys"], output: .dropped),
      let run = Peer.run([program, "-c", code, path.path()], output: .dropped)
    else { return "python3 fails" }
    return "Python csv \(Times.short(run.milliseconds - bare.milliseconds)) ms, "
      + "\(run.megabytes - bare.megabytes) MB; SwiftCSV 0.10: 320 ms"
  }

  /// What the process holds now, in MB.
  private static func residentMemory() -> Int {
    let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return pages * 4096 / 1_048_576
  }
}
