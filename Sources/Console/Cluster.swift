/// What one cell draws: a base, and at most four marks that combine with it.
///
/// Plain memory, where a `Character` counts references: of the instructions a key cost from its
/// reading to its last byte, six in ten copied and compared the characters of a picture.
package struct Cluster: Hashable, Sendable {
  /// 21 bits a scalar, the base lowest; zero past the last.
  private(set) var packed: UInt128

  package init(_ scalar: Unicode.Scalar) { packed = UInt128(scalar.value) }

  init(packed: UInt128) { self.packed = packed }

  /// Scalars past the fifth are left out: `TextWidth.sanitized` keeps no more.
  package init(_ character: Character) {
    packed = 0
    for (place, scalar) in character.unicodeScalars.prefix(Self.mostScalars).enumerated() {
      packed |= UInt128(scalar.value) << (place * Self.width)
    }
  }

  package var character: Character {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: self)
    return Character(String(text))
  }

  private static let mostScalars = 5
  private static let width = 21
  static let bitWidth = mostScalars * width
}

extension Cluster: Sequence, IteratorProtocol {
  /// The base, then its marks.
  package mutating func next() -> Unicode.Scalar? {
    guard packed != 0 else { return nil }
    defer { packed >>= Self.width }
    return Unicode.Scalar(UInt32(truncatingIfNeeded: packed) & (1 << Self.width - 1))
  }
}
