/// What a person withdraws with, written `XXXX-XXXX-XX`: nine drawn characters and one to check.
///
/// 23 characters, a prime, so that weighing each by its place catches one wrong character and any
/// two exchanged. No vowel, so no word; none of 0 O 1 I L B S Z U D N, taken for one another on
/// paper or by telephone. 23⁹ codes: 1.8 × 10¹².
package enum WithdrawalCode {
  package static let alphabet = Array("23456789CFGHJKMPQRTVWXY")

  /// A code drawn from `generator`.
  package static func draw(using generator: inout some RandomNumberGenerator) -> String {
    let digits = (0..<9).map { _ in Int.random(in: 0..<alphabet.count, using: &generator) }
    return written(digits + [checkDigit(digits)])
  }

  /// The code as it is written; nil where it is none, or its check character tells of a slip.
  ///
  /// - Parameter input: case, spaces and hyphens do not count.
  package static func read(_ input: String) -> String? {
    let letters = input.uppercased().filter { !$0.isWhitespace && $0 != "-" }
    let digits = letters.compactMap { alphabet.firstIndex(of: $0) }
    guard digits.count == 10, letters.count == 10, weight(digits) == 0 else { return nil }
    return written(digits)
  }

  /// Each digit times its place, from 1, added up; what is left of `alphabet.count`.
  private static func weight(_ digits: [Int]) -> Int {
    digits.enumerated().reduce(0) { $0 + $1.element * ($1.offset + 1) } % alphabet.count
  }

  /// The tenth digit that brings the weight to 0.
  private static func checkDigit(_ digits: [Int]) -> Int {
    (0..<alphabet.count).first { weight(digits + [$0]) == 0 } ?? 0
  }

  private static func written(_ digits: [Int]) -> String {
    let letters = digits.map { alphabet[$0] }
    return [letters[0..<4], letters[4..<8], letters[8..<10]].map { String($0) }
      .joined(separator: "-")
  }
}
