import CTerminal
import Console
import Glibc
import Testing

/// Our widths against those of the C library, which ncurses trusts.
@Suite struct WidthAgreementTests {
  @Test func `the C library agrees on every character it knows, or draws its own sign`() throws {
    try #require(setlocale(LC_CTYPE, "C.UTF-8") != nil)
    var disagreements: [String] = []
    for value in UInt32(0x20)..<0x30000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let drawn = TextWidth.sanitized(String(Character(scalar))).unicodeScalars
      let theirs = ct_width(value)
      guard drawn.count == 1, drawn.first == scalar, theirs >= 0 else { continue }
      let ours = Int32(TextWidth.width(of: Character(scalar)))
      if ours != theirs { disagreements.append("\(String(value, radix: 16)): \(theirs)") }
    }
    #expect(disagreements == [])
  }
}
