import Formulas

/// So many of so many, where that may be published as a percentage.
struct Proportion {
  let count: Int
  let base: Int

  init?(_ count: Count, of line: PublishedLine) {
    guard line.hasPercentages, let base = line.base.shown, let count = count.shown else {
      return nil
    }
    self.count = count
    self.base = base
  }
}

/// How far one proportion is from another.
struct Gap {
  /// The first less the second, in points, to one decimal, from the counts themselves.
  let points: Number
  /// 1.96 times the standard error of that, in points.
  let margin: Number

  /// Nil where one of the two is not published.
  init?(_ one: Proportion?, _ other: Proportion?) {
    guard let one, let other, let first = Number(100 * one.count).divided(by: Number(one.base)),
      let second = Number(100 * other.count).divided(by: Number(other.base)),
      let points = (first - second)?.rounded(decimals: 1)
    else { return nil }
    let variance = [one, other].reduce(0.0) { sum, next in
      let share = Double(next.count) / Double(next.base)
      return sum + share * (1 - share) / Double(next.base)
    }
    let tenths = (1960 * variance.squareRoot()).rounded()
    guard let margin = Number(Int(tenths)).divided(by: Number(10)) else { return nil }
    self.points = points
    self.margin = margin
  }
}
