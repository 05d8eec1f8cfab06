/// Arithmetic on exact numbers: nil where the whole part would need more than 38 digits.
extension Number {
  package static func + (left: Number, right: Number) -> Number? {
    if left.scale == right.scale, !left.isRounded, !right.isRounded {
      let (sum, overflow) = left.digits.addingReportingOverflow(right.digits)
      if !overflow, let exact = Number(digits: sum, scale: Int(left.scale)) { return exact }
    }
    let scale = max(left.scale, right.scale)
    let isRounded = left.isRounded || right.isRounded
    guard let one = Wide(left.digits.magnitude, timesTenTo: Int(scale - left.scale)),
      let two = Wide(right.digits.magnitude, timesTenTo: Int(scale - right.scale))
    else { return nil }
    if left.isNegative == right.isNegative {
      return one.plus(two).flatMap {
        Number($0, scale: Int(scale), isNegative: left.isNegative, isRounded: isRounded)
      }
    }
    return one < two
      ? Number(
        two.minus(one), scale: Int(scale), isNegative: right.isNegative, isRounded: isRounded)
      : Number(
        one.minus(two), scale: Int(scale), isNegative: left.isNegative, isRounded: isRounded)
  }

  package static func - (left: Number, right: Number) -> Number? {
    left + -right
  }

  package static prefix func - (number: Number) -> Number {
    Number(unchecked: -number.digits, scale: number.scale, isRounded: number.isRounded)
  }

  package static func * (left: Number, right: Number) -> Number? {
    Number(
      Wide(left.digits.magnitude, times: right.digits.magnitude),
      scale: Int(left.scale) + Int(right.scale), isNegative: left.isNegative != right.isNegative,
      isRounded: left.isRounded || right.isRounded)
  }

  /// The quotient, rounded half up at 34 digits; nil for a divisor of zero.
  package func divided(by divisor: Number) -> Number? {
    guard divisor.digits != 0 else { return nil }
    guard digits != 0 else { return .zero }
    let (above, below) = (digits.magnitude, divisor.digits.magnitude)
    if scale >= divisor.scale, digits % divisor.digits == 0, !isRounded, !divisor.isRounded {
      return Number(digits: digits / divisor.digits, scale: Int(scale - divisor.scale))
    }
    // Enough zeros that more digits come out than are kept: those decide the rounding.
    let zeros = max(
      Int(divisor.scale) - Int(scale), 0,
      Self.digitsKept + 2 + digitCount(below) - digitCount(above))
    guard let raised = Wide(above, timesTenTo: zeros) else { return nil }
    let (quotient, remainder) = raised.divided(by: below)
    return Number(
      rounding: quotient, scale: Int(scale) - Int(divisor.scale) + zeros,
      isNegative: isNegative != divisor.isNegative, leavesMore: remainder != 0)
  }

  /// What is left of the whole quotient, with the dividend's sign; nil for a divisor of zero.
  package func remainder(dividingBy divisor: Number) -> Number? {
    guard divisor.digits != 0 else { return nil }
    let scale = max(scale, divisor.scale)
    guard let above = Wide(digits.magnitude, timesTenTo: Int(scale - self.scale)),
      let below = Wide(divisor.digits.magnitude, timesTenTo: Int(scale - divisor.scale))
    else { return nil }
    guard below.high == 0 else {
      // The divisor has more than 38 digits at this scale, so the quotient is small: subtract.
      return above < below ? self : nil
    }
    let left = above.divided(by: below.low).remainder
    return Number(
      Wide(low: left), scale: Int(scale), isNegative: isNegative,
      isRounded: isRounded || divisor.isRounded)
  }

  /// Rounded to that many decimals, halves up, so towards the larger number; fewer than none
  /// rounds to tens, hundreds and so on.
  package func rounded(decimals: Int = 0) -> Number? {
    cut(decimals: decimals) { remainder, unit in remainder >= unit - remainder }
  }

  /// The largest number with that many decimals that is not above this one.
  package func roundedDown(decimals: Int = 0) -> Number? {
    cut(decimals: decimals) { _, _ in false }
  }

  /// The whole part, decimals dropped.
  package var truncated: Number {
    guard scale > 0 else { return self }
    let whole = digits / Int128(powerOfTen(min(38, Int(scale))))
    return Number(digits: whole, scale: 0, isRounded: isRounded) ?? .zero
  }

  /// Cuts at a decimal; `up` decides from what lies above the lower neighbour, out of one unit.
  private func cut(decimals: Int, up: (UInt128, UInt128) -> Bool) -> Number? {
    let dropped = Int(scale) - max(-39, min(decimals, 39))
    guard dropped > 0 else { return self }
    guard dropped <= 38 else {
      // All digits fall away, and the number is much nearer to zero than to one unit.
      guard isNegative, !up(9, 10) else { return .zero }
      return decimals > -38 ? Number(digits: -Int128(powerOfTen(-decimals)), scale: 0) : nil
    }
    let unit = Int128(powerOfTen(dropped))
    var (below, above) = digits.quotientAndRemainder(dividingBy: unit)
    if above < 0 { (below, above) = (below - 1, above + unit) }
    if above != 0, up(UInt128(above), UInt128(unit)) { below += 1 }
    guard decimals < 0 else { return Number(digits: below, scale: decimals, isRounded: isRounded) }
    let (result, overflow) = below.multipliedReportingOverflow(by: Int128(powerOfTen(-decimals)))
    return overflow ? nil : Number(digits: result, scale: 0, isRounded: isRounded)
  }
}

extension Number {
  /// The exact number; with more than 38 digits, rounded at 34 if it has decimals or is rounded
  /// already, else nil.
  init?(_ wide: Wide, scale: Int, isNegative: Bool, isRounded: Bool) {
    var (wide, scale) = (wide, scale)
    while scale > 0 {
      let (shorter, last) = wide.divided(by: 10)
      guard last == 0 else { break }
      (wide, scale) = (shorter, wide == Wide(low: 0) ? 0 : scale - 1)
    }
    if wide.high == 0, wide.low < Self.limit, scale <= Self.mostDecimals {
      let digits = Int128(wide.low)
      self.init(
        unchecked: isNegative ? -digits : digits, scale: Int16(scale), isRounded: isRounded)
    } else if isRounded || scale > 0 {
      self.init(rounding: wide, scale: scale, isNegative: isNegative, leavesMore: false)
    } else {
      return nil
    }
  }

  /// The number rounded half up at 34 digits; nil where the whole part has more than 38.
  ///
  /// `leavesMore` says that the true number is a little farther from zero than `wide` is.
  init?(rounding wide: Wide, scale: Int, isNegative: Bool, leavesMore: Bool) {
    var (wide, scale) = (wide, scale)
    var dropped: UInt128 = 0
    var leavesMore = leavesMore
    while wide >= Self.keptLimit || scale > Self.mostDecimals {
      let (shorter, last) = wide.divided(by: 10)
      leavesMore = leavesMore || dropped != 0
      (wide, scale, dropped) = (shorter, scale - 1, last)
    }
    let isRounded = leavesMore || dropped != 0
    // A tie goes to the larger number: away from zero above it, towards zero below.
    if dropped > 5 || dropped == 5 && (leavesMore || !isNegative) { wide.low += 1 }
    while scale < 0 {
      guard wide.low < Self.limit / 10 else { return nil }
      (wide.low, scale) = (wide.low * 10, scale + 1)
    }
    guard wide.low < Self.limit else { return nil }
    let digits = Int128(wide.low)
    self.init(digits: isNegative ? -digits : digits, scale: scale, isRounded: isRounded)
  }

  private static let keptLimit = Wide(low: powerOfTen(digitsKept))
}

/// How many digits the number is written with; 1 for zero.
private func digitCount(_ number: UInt128) -> Int {
  var count = 1
  var rest = number / 10
  while rest != 0 { (count, rest) = (count + 1, rest / 10) }
  return count
}
