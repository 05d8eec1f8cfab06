import Formulas

/// Texts as a searched list compares them: folded, `st` and `ste` read as `saint` and `sainte`.
enum FoldedBytes {
  /// Adds one folded text; plain ASCII without leaving bytes, the rest by `Fold`.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to folded: inout [UInt8]) {
    let start = folded.count
    if text.allSatisfy({ $0 < 0x80 }) {
      for byte in text {
        switch byte {
        case 0x41...0x5A: folded.append(byte + 0x20)
        case 0x20, 0x09...0x0D, 0x27, 0x2D, 0x60:
          if folded.count > start, folded.last != 32 { folded.append(32) }
        default: folded.append(byte)  // Any other byte stands for itself.
        }
      }
    } else {
      let text = Fold.fold(String(decoding: text, as: UTF8.self)).utf8
      folded += text.first == 32 ? text.dropFirst() : text[...]
    }
    if folded.count > start, folded.last == 32 { folded.removeLast() }
    spellSaints(&folded, from: start)
  }

  /// Reads the words st and ste as saint and sainte.
  private static func spellSaints(_ bytes: inout [UInt8], from start: Int) {
    var at = start
    while at + 1 < bytes.count {
      let isStart = at == start || bytes[at - 1] == 32
      guard isStart, bytes[at] == UInt8(ascii: "s"), bytes[at + 1] == UInt8(ascii: "t") else {
        at += 1
        continue
      }
      let end = at + 2
      let isSaint = end == bytes.count || bytes[end] == 32
      let isSainte =
        end < bytes.count && bytes[end] == UInt8(ascii: "e")
        && (end + 1 == bytes.count || bytes[end + 1] == 32)
      if isSaint || isSainte { bytes.insert(contentsOf: Array("ain".utf8), at: at + 1) }
      at += 2
    }
  }
}
