import Formulas

/// How many were counted, and what they said.
package struct Tally: Hashable, Sendable {
  /// How many are in the base.
  package private(set) var base = 0
  /// How many of them are in the numerator; for what is no share, all.
  package private(set) var count = 0
  /// Those looked at and not in the base.
  package private(set) var absences: [Absence: Int] = [:]
  /// How many for each value: what is distributed or averaged, or the scale behind a share.
  ///
  /// Of several choices, each counts once.
  package private(set) var values: [Value: Int] = [:]

  /// The values that were counted in the numerator.
  package private(set) var numerators: Set<Value> = []

  init() {}

  mutating func add(_ part: Outcome.Part, times: Int) {
    switch part {
    case .absent(let absence): absences[absence, default: 0] += times
    case .counted(let inNumerator, let value):
      base += times
      if inNumerator {
        count += times
        if !value.isBlank { numerators.insert(value) }
      }
      switch value {
      case .blank: break
      case .choices(let names):
        for name in names { values[.choice(name), default: 0] += times }
      case .boolean, .number, .text, .date, .time, .dateTime, .choice:
        values[value, default: 0] += times
      }
    }
  }

  /// Everything looked at, in the base or not.
  package var seen: Int { absences.values.reduce(base, +) }

  /// Each number and how many times it was given, the smallest first.
  private var numbers: [(number: Number, times: Int)] {
    values.compactMap { value, times -> (number: Number, times: Int)? in
      guard case .number(let number) = value else { return nil }
      return (number, times)
    }
    .sorted { $0.number < $1.number }
  }

  /// The mean, exact up to 34 digits; nil of nothing.
  package var mean: Number? {
    let numbers = numbers
    let sum = numbers.reduce(Number.zero as Number?) { sum, next in
      (next.number * Number(next.times)).flatMap { product in sum.flatMap { $0 + product } }
    }
    return sum.flatMap { $0.divided(by: Number(numbers.reduce(0) { $0 + $1.times })) }
  }

  /// The number in the middle, or half-way between the two in the middle; nil of nothing.
  package var median: Number? {
    let numbers = numbers
    let total = numbers.reduce(0) { $0 + $1.times }
    guard total > 0 else { return nil }
    let low = Self.element((total - 1) / 2, of: numbers)
    let high = Self.element(total / 2, of: numbers)
    return (low + high).flatMap { $0.divided(by: Number(2)) }
  }

  private static func element(_ place: Int, of numbers: [(number: Number, times: Int)]) -> Number {
    var passed = 0
    for (number, times) in numbers {
      passed += times
      if place < passed { return number }
    }
    return .zero
  }

  /// The part of the largest number in their sum, from 0 to 1; nil where that says nothing: a sum
  /// of zero, or numbers below it.
  package var dominance: Number? {
    let numbers = numbers
    guard let largest = numbers.last?.number, numbers.first?.number.isNegative == false,
      let mean, let sum = mean * Number(base), sum > .zero
    else { return nil }
    return largest.divided(by: sum)
  }
}

/// One indicator, counted: exact, nothing masked yet.
package struct Figure: Sendable {
  package struct Group: Hashable, Sendable {
    /// What the question that splits it holds; blank for those where it holds nothing.
    package let value: Value
    package let tally: Tally
  }

  /// By its place in the questionnaire's indicators.
  package let place: Int
  package let whole: Tally
  /// The question that splits it, by index.
  package let by: Int?
  /// In the order of the question's choices, else of the values; blank last.
  package let groups: [Group]
  /// For a share: the question on a scale its values are of, by index.
  package let scale: Int?
}
