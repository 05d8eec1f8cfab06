import Glibc

extension Number {
  /// The number to a power; nil where it has none, or where its whole part has more than 38 digits.
  ///
  /// A whole exponent multiplies, a negative one divides 1. An exponent with decimals takes a root
  /// of a number that is not negative: up to degree 40 rounded half up at 34 digits, beyond it at
  /// 15 digits, as floating-point numbers give it (pow(3)).
  package func raised(to exponent: Number) -> Number? {
    if exponent.isNegative {
      return raised(to: -exponent).flatMap { Number.one.divided(by: $0) }
    }
    if let whole = exponent.whole { return power(whole) }
    guard let numerator = Int(exactly: exponent.digits), exponent.scale < 19 else {
      return floatingPower(exponent)
    }
    let denominator = Int(powerOfTen(Int(exponent.scale)))
    let common = greatestCommonDivisor(numerator, denominator)
    let (degree, power) = (denominator / common, numerator / common)
    return degree <= 40 && power <= 400
      ? root(degree, ofPower: power) : floatingPower(exponent)
  }

  private func floatingPower(_ exponent: Number) -> Number? {
    guard !isNegative, let base = Double(description), let exponent = Double(exponent.description)
    else { return nil }
    let result = pow(base, exponent)
    guard result > 0, result < 1e38 else { return result == 0 ? .zero : nil }
    let decimals = 14 - Int(log10(result).rounded(.down))
    let digits = (result * pow(10, Double(decimals))).rounded()
    return Number(
      rounding: Wide(low: UInt128(digits)), scale: decimals, isNegative: false, leavesMore: true)
  }

  private func power(_ exponent: Int) -> Number? {
    if exponent == 0 || self == .one { return .one }
    if self == .zero { return .zero }
    if self == -.one { return exponent % 2 == 0 ? .one : self }
    var result: Number = .one
    var square = self
    var rest = exponent
    while true {
      if rest % 2 == 1 {
        guard let product = result * square else { return nil }
        result = product
      }
      rest /= 2
      guard rest > 0 else { return result }
      guard let next = square * square else { return nil }
      square = next
    }
  }

  /// The root of that degree of the number to a whole power.
  private func root(_ degree: Int, ofPower power: Int) -> Number? {
    guard !isNegative else { return nil }
    guard digits != 0 else { return .zero }
    let raised = Natural(digits.magnitude).power(power)
    let scale = Int(scale) * power
    // The root is sought as a whole number of two digits more than are kept, times 10 to -decimals.
    let size = raised.digitCount - scale
    let places = size >= 0 ? size / degree : (size - degree + 1) / degree
    let decimals = Self.digitsKept + 2 - places
    let target = raised.shifted(decimals * degree - scale)
    var (low, high) = (UInt128(0), Self.limit)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if Natural(middle).power(degree) > target.number { high = middle } else { low = middle }
    }
    let isExact = target.isExact && Natural(low).power(degree) == target.number
    return Number(
      rounding: Wide(low: low), scale: decimals, isNegative: false, leavesMore: !isExact)
  }
}

private func greatestCommonDivisor(_ one: Int, _ two: Int) -> Int {
  two == 0 ? one : greatestCommonDivisor(two, one % two)
}

/// A whole number of any size, as far as roots need it.
private struct Natural: Comparable {
  /// Groups of 32 bits, the smallest first, no zero last.
  private var groups: [UInt32]

  init(_ number: UInt128) {
    groups = []
    var rest = number
    while rest != 0 {
      groups.append(UInt32(truncatingIfNeeded: rest))
      rest >>= 32
    }
  }

  /// How many digits it is written with; at most one too many.
  var digitCount: Int {
    (groups.count * 32 - (groups.last?.leadingZeroBitCount ?? 0)) * 30_103 / 100_000 + 1
  }

  func power(_ exponent: Int) -> Natural {
    var result = Natural(1)
    var square = self
    var rest = exponent
    while rest > 0 {
      if rest % 2 == 1 { result = result.times(square) }
      rest /= 2
      if rest > 0 { square = square.times(square) }
    }
    return result
  }

  /// Times ten to a power, whole part; whether nothing was cut off.
  func shifted(_ power: Int) -> (number: Natural, isExact: Bool) {
    if power >= 0 { return (times(Natural(10).power(power)), true) }
    var number = self
    var isExact = true
    for _ in 0..<(-power) {
      if number.divideByTen() != 0 { isExact = false }
    }
    return (number, isExact)
  }

  private func times(_ other: Natural) -> Natural {
    var product = [UInt32](repeating: 0, count: groups.count + other.groups.count)
    for (place, group) in groups.enumerated() {
      var carry: UInt64 = 0
      for (otherPlace, otherGroup) in other.groups.enumerated() {
        let sum =
          UInt64(group) * UInt64(otherGroup) + UInt64(product[place + otherPlace]) + carry
        product[place + otherPlace] = UInt32(truncatingIfNeeded: sum)
        carry = sum >> 32
      }
      product[place + other.groups.count] = UInt32(truncatingIfNeeded: carry)
    }
    var result = Natural(0)
    result.groups = product
    result.trim()
    return result
  }

  /// Divides by ten and gives what is left.
  private mutating func divideByTen() -> UInt64 {
    var left: UInt64 = 0
    for place in groups.indices.reversed() {
      let part = left << 32 | UInt64(groups[place])
      groups[place] = UInt32(part / 10)
      left = part % 10
    }
    trim()
    return left
  }

  private mutating func trim() {
    while groups.last == 0 { groups.removeLast() }
  }

  static func < (left: Natural, right: Natural) -> Bool {
    guard left.groups.count == right.groups.count else {
      return left.groups.count < right.groups.count
    }
    for (one, two) in zip(left.groups.reversed(), right.groups.reversed()) where one != two {
      return one < two
    }
    return false
  }
}
