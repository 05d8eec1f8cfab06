import Glibc

/// How long faults are tried: at a few places in the tests, at every one in `.ci/torture`.
package enum Torture {
  /// The file the long run's table is gathered in; nil in the tests.
  private static let table = getenv("BAROMETRE_TORTURE").map { String(cString: $0) }

  package static let isLong = table != nil

  /// So many in the tests, so many in the long run.
  package static func count(_ few: Int, long: Int) -> Int { isLong ? long : few }

  /// Every byte in the long run, one in so many in the tests.
  package static func places(_ range: Range<Int>, oneIn few: Int) -> StrideTo<Int> {
    stride(from: range.lowerBound, to: range.upperBound, by: isLong ? 1 : few)
  }

  /// Adds a row to the table: what was done, how many times, and how many answers that lost.
  package static func tell(_ fault: String, injected: Int, lost: Int) {
    guard let table else { return }
    let row = Array("\(fault)\t\(injected)\t\(lost)\n".utf8)
    let file = open(table, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    guard file >= 0 else { return }
    _ = write(file, row, row.count)
    close(file)
  }
}
