/// An exact decimal number of at most 38 digits.
///
/// Sums, differences and products are exact as far as 38 digits hold them. Where their decimals
/// need more, they are rounded half up at 34 digits, as quotients and roots are; nil where the
/// whole part alone needs more than 38.
package struct Number: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The number is `digits` × 10⁻ˢᶜᵃˡᵉ, the scale as small as it can be, so equals are alike.
  let digits: Int128
  let scale: Int16
  /// Whether some digits were rounded away on the way here; equality takes no notice.
  let isRounded: Bool

  package static let zero = Number(0)
  package static let one = Number(1)

  package init(_ whole: Int) {
    digits = Int128(whole)
    scale = 0
    isRounded = false
  }

  /// The number `digits` × 10⁻ˢᶜᵃˡᵉ; nil past 38 digits.
  init?(digits: Int128, scale: Int, isRounded: Bool = false) {
    var digits = digits
    var scale = scale
    while scale > 0, digits % 10 == 0 {
      if digits == 0 { scale = 0 } else { (digits, scale) = (digits / 10, scale - 1) }
    }
    guard digits.magnitude < Self.limit, scale <= Self.mostDecimals else { return nil }
    self.digits = digits
    self.scale = Int16(scale)
    self.isRounded = isRounded
  }

  init(unchecked digits: Int128, scale: Int16, isRounded: Bool) {
    self.digits = digits
    self.scale = scale
    self.isRounded = isRounded
  }

  /// Reads XPath's numbers, `-?digits[.digits]` with digits on either side of the point enough, the
  /// white space around it dropped; nil for anything else.
  ///
  /// No exponent, no plus sign, no separator of thousands, no decimal comma: those belong to what
  /// a person types, which `LocalForm` reads. Nil too past 38 digits.
  package init?(reading text: some StringProtocol) {
    var digits: Int128 = 0
    var decimals = 0
    var isNegative = false
    var state = Reading.start
    for byte in text.utf8 {
      switch (byte, state) {
      case (0x20, .start), (0x09...0x0D, .start): break
      case (0x20, .whole), (0x09...0x0D, .whole), (0x20, .decimals), (0x09...0x0D, .decimals),
        (0x20, .end), (0x09...0x0D, .end):
        state = .end
      case (UInt8(ascii: "-"), .start): (isNegative, state) = (true, .sign)
      case (UInt8(ascii: "."), .whole): state = .decimals
      case (UInt8(ascii: "."), .start), (UInt8(ascii: "."), .sign): state = .point
      case (UInt8(ascii: "0")...UInt8(ascii: "9"), .start),
        (UInt8(ascii: "0")...UInt8(ascii: "9"), .sign),
        (UInt8(ascii: "0")...UInt8(ascii: "9"), .whole):
        state = .whole
      case (UInt8(ascii: "0")...UInt8(ascii: "9"), .point),
        (UInt8(ascii: "0")...UInt8(ascii: "9"), .decimals):
        (decimals, state) = (decimals + 1, .decimals)
      default: return nil
      }
      if state == .whole || state == .decimals, byte != UInt8(ascii: ".") {
        guard digits < Int128(Self.limit / 10) else { return nil }
        digits = digits * 10 + Int128(byte - UInt8(ascii: "0"))
      }
    }
    guard state == .whole || state == .decimals || state == .end else { return nil }
    self.init(digits: isNegative ? -digits : digits, scale: decimals)
  }

  private enum Reading {
    case start
    case sign
    case whole
    case point
    case decimals
    case end
  }

  /// In full, with a point, without an exponent.
  package var description: String {
    guard scale > 0 else { return String(digits) }
    let written = String(digits.magnitude)
    let full = String(repeating: "0", count: max(0, Int(scale) + 1 - written.count)) + written
    return (digits < 0 ? "-" : "") + full.dropLast(Int(scale)) + "." + full.suffix(Int(scale))
  }

  package var isNegative: Bool { digits < 0 }
  package var isWhole: Bool { scale == 0 }

  /// The number as an `Int`; nil if it has decimals or is too large.
  package var whole: Int? { scale == 0 ? Int(exactly: digits) : nil }

  package static func == (left: Number, right: Number) -> Bool {
    left.digits == right.digits && left.scale == right.scale
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(digits)
    hasher.combine(scale)
  }

  package static func < (left: Number, right: Number) -> Bool {
    if left.scale == right.scale { return left.digits < right.digits }
    if left.isNegative != right.isNegative { return left.isNegative }
    let size = left.comparedInSize(with: right)
    return left.isNegative ? size > 0 : size < 0
  }

  /// -1, 0 or 1: which of the two is the farther from zero.
  private func comparedInSize(with other: Number) -> Int {
    let (mine, theirs) = (digits.magnitude, other.digits.magnitude)
    let shift = Int(scale) - Int(other.scale)
    let left = Wide(mine, timesTenTo: max(0, -shift))
    let right = Wide(theirs, timesTenTo: max(0, shift))
    guard let left else { return 1 }
    guard let right else { return -1 }
    return left == right ? 0 : left < right ? -1 : 1
  }
}

extension Number {
  /// One more than the largest whole number of 38 digits.
  static let limit = powerOfTen(38)
  /// The most decimals a number may have, zeros after the point included.
  ///
  /// Chosen so that any two numbers still compare and add in 256 bits.
  static let mostDecimals = 38
  /// Digits a quotient or a root keeps: those of the widest IEEE 754 decimal format.
  static let digitsKept = 34
}

/// Ten to a power from 0 to 38.
func powerOfTen(_ power: Int) -> UInt128 {
  var result: UInt128 = 1
  for _ in 0..<power { result *= 10 }
  return result
}
