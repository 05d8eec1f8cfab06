import Foundation
import Questions

/// Reading and checking questionnaires.
enum LanguageBenchmark {
  static func rows() -> [Row] {
    let first = Times(1) { _ = Forms.read(Forms.barometre) }
    let barometre = Times(50) { _ = Forms.read(Forms.barometre) }
    let star = Forms.star(10_000)
    let chain = Forms.chain(10_000)
    return [
      Row(
        work: "read and check the barometer", aim: "15 ms",
        ours: "\(barometre.text); the first \(Times.short(first.least))"),
      Row(
        work: "read and check 10,000 questions, star", aim: "250 ms, 60 MB",
        ours: Times(10) { _ = Forms.read(star) }.text + ", " + peakMemory(),
        peer: pyxform { _ in "q0" }),
      Row(
        work: "read and check 10,000 questions, chain", aim: "250 ms, 60 MB",
        ours: Times(10) { _ = Forms.read(chain) }.text + ", " + peakMemory(),
        peer: pyxform { "q\($0 - 1)" }),
    ]
  }

  /// pyxform compiling the same form, without ODK Validate.
  private static func pyxform(_ reads: (Int) -> String) -> String {
    guard let program = Peer.find("xls2xform") else { return "pyxform is not installed" }
    let folder = FileManager.default.temporaryDirectory
    let sheet = folder.appending(path: "bench.csv")
    let result = folder.appending(path: "bench.xml")
    defer { for file in [sheet, result] { try? FileManager.default.removeItem(at: file) } }
    try? Data(Forms.spreadsheet(10_000, reads).utf8).write(to: sheet)
    guard
      let run = Peer.run(
        [program, "--skip_validate", sheet.path(), result.path()], output: .dropped)
    else { return "pyxform fails" }
    return "pyxform \(Times.short(run.milliseconds)) ms, \(run.megabytes) MB"
  }
}
