/// Finds the place of a name given as bytes, without making a text of it.
struct NameTable: Sendable {
  private let names: [[UInt8]]
  /// The name at each slot, plus one; 0 where there is none.
  ///
  /// At least half are empty.
  private let slots: [Int32]

  /// - Parameter names: each once.
  init(_ names: [String]) {
    self.names = names.map { Array($0.utf8) }
    var size = 8
    while size < names.count * 2 { size *= 2 }
    var slots = [Int32](repeating: 0, count: size)
    for (place, name) in self.names.enumerated() {
      var slot = name.withUnsafeBufferPointer(Self.hash) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(place + 1)
    }
    self.slots = slots
  }

  /// The place of a name; nil where it is none of them.
  func place(of name: UnsafeBufferPointer<UInt8>) -> Int? {
    var slot = Self.hash(name) & (slots.count - 1)
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if names[place].count == name.count, names[place].elementsEqual(name) { return place }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// FNV-1a, 64 bits, folded.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: (sum ^ sum >> 32) & 0x7FFF_FFFF)
  }
}
