import Testing

@testable import Formulas

struct NumberTests {
  private func number(_ text: String) throws -> Number {
    try #require(Number(reading: text))
  }

  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("007", "7"), ("1.50", "1.5"), ("1.", "1"), ("-.5", "-0.5"),
    ("-0.050", "-0.05"), (" 12\n", "12"),
    ("0.00000000000000000000000000000000000001", "0.00000000000000000000000000000000000001"),
    ("99999999999999999999999999999999999999", "99999999999999999999999999999999999999"),
  ])
  func `a number reads, and is printed in full`(text: String, printed: String) throws {
    #expect(try number(text).description == printed)
  }

  @Test(arguments: [
    "", " ", "-", ".", "-.", "+1", "1e3", "1 000", "1,5", "--1", "1-", "1.2.3", "٣", "0x1",
    "999999999999999999999999999999999999999", "1 2",
  ])
  func `what is no number, or has more than 38 digits, does not read`(text: String) {
    #expect(Number(reading: text) == nil)
  }

  @Test func `equal numbers are equal and hash alike whatever their decimals`() throws {
    let (short, long) = (try number("1.5"), try number("1.50"))
    #expect(Number(reading: "1.0") == Number(1))
    #expect(long.hashValue == short.hashValue)
    #expect(Number(1).divided(by: Number(4)) == Number(reading: "0.25"))
  }

  @Test(arguments: [
    ("1", "2"), ("-2", "-1"), ("-1", "0"), ("0.1", "0.11"), ("9.99", "10"), ("-10", "-9.99"),
    ("-1", "0.5"),
    ("99999999999999999999999999999999999998", "99999999999999999999999999999999999999"),
    ("0.00000000000000000000000000000000000001", "99999999999999999999999999999999999999"),
    ("-99999999999999999999999999999999999999", "-0.00000000000000000000000000000000000001"),
  ])
  func `numbers are in order`(less: String, more: String) throws {
    let (less, more) = (try number(less), try number(more))
    #expect(less < more)
    #expect(!(more < less))
    #expect(!(less < less))
  }

  @Test func `sums, differences and products of decimals are exact`() throws {
    var random = Seeded(state: 1)
    for _ in 0..<5000 {
      let one = Int.random(in: -1_000_000_000...1_000_000_000, using: &random)
      let two = Int.random(in: -1_000_000_000...1_000_000_000, using: &random)
      let (left, right) = (try thousandths(one), try thousandths(two))
      let (sum, difference) = (try thousandths(one + two), try thousandths(one - two))
      #expect(left + right == sum)
      #expect(left - right == difference)
      let exact = left * right
      let product = try #require(exact)
      #expect(product * Number(1_000_000) == Number(one * two))
      #expect((left < right) == (one < two))
      #expect(left.truncated == Number(one / 1000))
      #expect(left.roundedDown()?.whole == (one >= 0 ? one / 1000 : -((-one + 999) / 1000)))
      #expect(Number(reading: left.description) == left)
    }
  }

  private func thousandths(_ whole: Int) throws -> Number {
    try #require(Number(digits: Int128(whole), scale: 3))
  }

  @Test func `a quotient times its divisor is the dividend, to 34 digits`() throws {
    var random = Seeded(state: 2)
    let tiny = try number("0.00000000000000000000001")
    for _ in 0..<2000 {
      let one = Number(Int.random(in: 1...1_000_000_000, using: &random))
      let two = Number(Int.random(in: 1...1_000_000_000, using: &random))
      let quotient = try #require(one.divided(by: two))
      let product = quotient * two
      let back = try #require(product)
      let gap = back - one
      let difference = try #require(gap)
      #expect(difference < tiny)
      let left = try #require(one.remainder(dividingBy: two))
      let rest = one - left
      let whole = try #require(rest)
      #expect(whole.divided(by: two)?.isWhole == true)
    }
  }

  @Test(arguments: [
    ("1", "3", "0.3333333333333333333333333333333333"),
    ("2", "3", "0.6666666666666666666666666666666667"),
    ("-2", "3", "-0.6666666666666666666666666666666667"),
    ("1", "0.00000000000000000000000000000000000001", nil), ("1", "0", nil), ("0", "5", "0"),
    ("99999999999999999999999999999999999999", "1", "99999999999999999999999999999999999999"),
    ("12345678901234567890123456789012345678", "10", "1234567890123456789012345678901235000"),
    ("99999999999999999999999999999999999999", "7", "14285714285714285714285714285714290000"),
    ("0.00000000000000000000000000000000000001", "3", "0"),
    ("5", "0.00000000000000000000000000000000002", "250000000000000000000000000000000000"),
  ])
  func `a quotient is rounded half up at 34 digits`(above: String, below: String, quotient: String?)
    throws
  {
    let (above, below) = (try number(above), try number(below))
    #expect(above.divided(by: below)?.description == quotient)
  }

  @Test func `decimals past 38 digits are rounded away, a whole part past them is none`() throws {
    let largest = try number(String(repeating: "9", count: 38))
    let half = try number("0.5")
    let small = try number("0.00000000000000000001")
    let least = -largest
    #expect(largest + .one == nil)
    #expect(least - .one == nil)
    #expect(largest * Number(2) == nil)
    #expect(largest * Number(-1) == least)
    #expect(largest + half == nil)
    #expect(small * small == .zero)
    #expect(largest.raised(to: Number(2)) == nil)
    #expect(half.raised(to: Number(200)) == .zero)
    #expect(largest.rounded(decimals: -38) == nil)
    #expect(largest.rounded(decimals: -40) == .zero)
  }

  @Test(arguments: [
    ("2", "0.5", "1.414213562373095048801688724209698"), ("9", "0.5", "3"), ("32", "0.2", "2"),
    ("2", "0.25", "1.189207115002721066717499970560476"), ("0.01", "0.5", "0.1"),
    ("10", "0.1", "1.258925411794167210423954106395801"), ("1", "0.123456789", "1"),
    ("99999999999999999999999999999999999999", "0.5", "10000000000000000000"), ("0", "0.5", "0"),
  ])
  func `a root is rounded at 34 digits`(base: String, exponent: String, root: String) throws {
    let (base, exponent) = (try number(base), try number(exponent))
    #expect(base.raised(to: exponent)?.description == root)
  }
}
