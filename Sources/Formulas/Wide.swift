/// A whole number of 256 bits, for the step between two exact numbers.
struct Wide: Comparable {
  var high: UInt128
  var low: UInt128

  init(high: UInt128 = 0, low: UInt128) {
    self.high = high
    self.low = low
  }

  init(_ left: UInt128, times right: UInt128) {
    let product = left.multipliedFullWidth(by: right)
    self.init(high: product.high, low: product.low)
  }

  /// The number times ten to a power; nil past 256 bits.
  init?(_ number: UInt128, timesTenTo power: Int) {
    self.init(low: number)
    guard number != 0 else { return }
    for _ in 0..<power {
      guard let next = times(10) else { return nil }
      self = next
    }
  }

  /// The product; nil past 256 bits.
  func times(_ factor: UInt128) -> Wide? {
    let lower = low.multipliedFullWidth(by: factor)
    let (upper, tooLarge) = high.multipliedReportingOverflow(by: factor)
    let (sum, carried) = upper.addingReportingOverflow(lower.high)
    return tooLarge || carried ? nil : Wide(high: sum, low: lower.low)
  }

  /// The sum; nil past 256 bits.
  func plus(_ other: Wide) -> Wide? {
    let (lower, carry) = low.addingReportingOverflow(other.low)
    let (upper, tooLarge) = high.addingReportingOverflow(other.high)
    let (sum, carried) = upper.addingReportingOverflow(carry ? 1 : 0)
    return tooLarge || carried ? nil : Wide(high: sum, low: lower)
  }

  /// The difference; `other` must not be larger.
  func minus(_ other: Wide) -> Wide {
    let (lower, borrow) = low.subtractingReportingOverflow(other.low)
    return Wide(high: high - other.high - (borrow ? 1 : 0), low: lower)
  }

  /// How often `divisor`, which is not zero, goes into it, and what is left.
  func divided(by divisor: UInt128) -> (quotient: Wide, remainder: UInt128) {
    let (upper, left) = high.quotientAndRemainder(dividingBy: divisor)
    let lower = divisor.dividingFullWidth((left, low))
    return (Wide(high: upper, low: lower.quotient), lower.remainder)
  }

  static func < (left: Wide, right: Wide) -> Bool {
    left.high == right.high ? left.low < right.low : left.high < right.high
  }
}
