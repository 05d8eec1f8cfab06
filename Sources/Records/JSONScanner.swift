/// Passes over JSON once, byte after byte, and makes nothing of it.
///
/// For many files this program wrote itself. The first byte that is not as it writes them ends the
/// scan: `isSound` is then false, and every question answered as at the end.
struct JSONScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var here = 0
  private(set) var isSound = true

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next byte that is no space, without taking it; 0 at the end.
  mutating func next() -> UInt8 {
    while here < bytes.count {
      let byte = bytes[here]
      if byte > UInt8(ascii: " ") { return byte }
      here += 1
    }
    return 0
  }

  /// Goes into an object or an array; false where it is empty, and then passed.
  mutating func enter(_ opening: UInt8, _ closing: UInt8) -> Bool {
    take(opening)
    if next() != closing { return isSound }
    here += 1
    return false
  }

  /// After a value: true where another follows; false past the end of what was entered.
  mutating func goesOn(to closing: UInt8) -> Bool {
    let byte = next()
    if byte == UInt8(ascii: ",") {
      here += 1
      return isSound
    }
    take(closing)
    return false
  }

  /// The name of a member, and the colon after it.
  mutating func name() -> ScannedBytes {
    let name = string()
    take(UInt8(ascii: ":"))
    return name.inside
  }

  /// Any value, as it is written.
  mutating func value() -> ScannedBytes {
    switch next() {
    case UInt8(ascii: "\""): return string()
    case UInt8(ascii: "{"), UInt8(ascii: "["): return nested()
    default:  // A byte, not an enum of ours.
      let start = here
      while here < bytes.count, Self.isPlain(bytes[here]) { here += 1 }
      if here == start { fail() }
      return ScannedBytes(start, here)
    }
  }

  /// A string, with its quotes.
  mutating func string() -> ScannedBytes {
    take(UInt8(ascii: "\""))
    let start = here - 1
    var isEscaped = false
    while here < bytes.count {
      let byte = bytes[here]
      here += 1
      if byte == UInt8(ascii: "\"") { return ScannedBytes(start, here, isEscaped: isEscaped) }
      if byte == UInt8(ascii: "\\") {
        isEscaped = true
        here += 1
      }
      if byte < UInt8(ascii: " ") { break }
    }
    fail()
    return .none
  }

  mutating func fail() {
    isSound = false
    here = bytes.count
  }

  private mutating func take(_ byte: UInt8) {
    if next() == byte { here += 1 } else { fail() }
  }

  /// An object or an array, whatever it holds.
  private mutating func nested() -> ScannedBytes {
    let start = here
    var depth = 0
    var isEscaped = false
    repeat {
      switch next() {
      case UInt8(ascii: "\""): if string().isEscaped { isEscaped = true }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        here += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        here += 1
      case 0: fail()
      default: here += 1
      }
    } while depth > 0 && isSound
    return ScannedBytes(start, here, isEscaped: isEscaped)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte > UInt8(ascii: " ") && byte != UInt8(ascii: ",") && byte != UInt8(ascii: "}")
      && byte != UInt8(ascii: "]")
  }
}

/// Where something stands among scanned bytes.
package struct ScannedBytes: Hashable, Sendable {
  package let start: Int32
  package let end: Int32
  /// Whether a string in it holds a backslash.
  package let isEscaped: Bool

  init(_ start: Int, _ end: Int, isEscaped: Bool = false) {
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
    self.isEscaped = isEscaped
  }

  /// Nothing.
  package static let none = ScannedBytes(0, 0)

  package var range: Range<Int> { Int(start)..<max(Int(start), Int(end)) }

  /// A string without its quotes.
  package var inside: ScannedBytes {
    ScannedBytes(Int(start) + 1, Int(end) - 1, isEscaped: isEscaped)
  }
}
