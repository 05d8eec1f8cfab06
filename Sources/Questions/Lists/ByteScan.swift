/// Where some bytes stand among others, first to last.
///
/// Sixteen places are looked at together, by the first and the last byte of what is wanted; the
/// few that have both are compared whole. A byte at a time took nearly three times as long over
/// the 36,000 authorities.
struct ByteScan {
  /// How many bytes must follow those searched, so that sixteen can always be read.
  static let padding = SIMD16<UInt8>.scalarCount

  private let bytes: UnsafeBufferPointer<UInt8>
  private let wanted: UnsafeBufferPointer<UInt8>
  private let first: SIMD16<UInt8>
  private let last: SIMD16<UInt8>
  /// After the last place that may match.
  private let end: Int
  /// Where the sixteen places looked at begin.
  private var block: Int
  /// Which of them, from the eighth too, have both bytes: the highest bit of each of eight.
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// - Parameters:
  ///   - wanted: at least one byte.
  ///   - bytes: those searched, then `padding` more.
  init(_ wanted: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    self.wanted = wanted
    first = SIMD16(repeating: wanted[0])
    last = SIMD16(repeating: wanted[wanted.count - 1])
    end = bytes.count - Self.padding - wanted.count + 1
    block = -Self.padding
  }

  /// The next place before `bound`; nil where there is none.
  mutating func next(before bound: Int) -> Int? {
    let bound = min(bound, end)
    while true {
      while low | high == 0 {
        guard block + Self.padding < bound else { return nil }
        block += Self.padding
        look()
      }
      let isLow = low != 0
      let place = block + (isLow ? low.trailingZeroBitCount : high.trailingZeroBitCount + 64) / 8
      guard place < bound else { return nil }
      if isLow { low &= low - 1 } else { high &= high - 1 }
      if isWhole(place) { return place }
    }
  }

  /// Goes on from a place: none before it is given any more.
  mutating func skip(to place: Int) {
    let distance = place - block
    if distance >= Self.padding {
      block = place - Self.padding
      (low, high) = (0, 0)
    } else if distance >= 8 {
      low = 0
      high &= ~0 << (UInt64(distance - 8) * 8)
    } else if distance > 0 {
      low &= ~0 << (UInt64(distance) * 8)
    }
  }

  private mutating func look() {
    let raw = UnsafeRawBufferPointer(bytes)
    let begins = raw.loadUnaligned(fromByteOffset: block, as: SIMD16<UInt8>.self) .== first
    let ends =
      raw.loadUnaligned(fromByteOffset: block + wanted.count - 1, as: SIMD16<UInt8>.self) .== last
    let both = unsafeBitCast(begins .& ends, to: SIMD2<UInt64>.self) & 0x8080_8080_8080_8080
    (low, high) = (both[0], both[1])
  }

  /// Whether all is there, its first and its last byte being so.
  private func isWhole(_ place: Int) -> Bool {
    var offset = 1
    while offset < wanted.count - 1 {
      if bytes[place + offset] != wanted[offset] { return false }
      offset += 1
    }
    return true
  }
}
