import Formulas

/// Any text, cut at its first newline, is a pattern and a text to try it on.
///
/// The time is libFuzzer's to watch: a text that takes over its `-timeout` is a find.
func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  let halves = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
  do throws(PatternFault) {
    let pattern = try Pattern(String(halves[0]))
    let tried = String(halves.last ?? "")
    precondition(pattern.matches(tried) == pattern.matches(tried))
  } catch {
    precondition(error.range.upperBound <= halves[0].utf8.count)
  }
  return 0
}
