extension Pattern {
  /// Choices of a way, at most, before a draw is given up: a loop may go round without a letter.
  private static let mostTurns = 2000

  /// A text drawn at random among those that match; empty where none was found.
  package func randomText(using chance: inout some RandomNumberGenerator) -> String {
    var text = ""
    var here = start
    for _ in 0..<Self.mostTurns {
      switch states[here] {
      case .letter(let letters, let then):
        guard let letter = letters.randomLetter(using: &chance) else { return "" }
        text.append(letter)
        here = then
      case .fork(let one, let other): here = Bool.random(using: &chance) ? one : other
      case .start(let then), .end(let then): here = then
      case .accept: return text
      }
    }
    return ""
  }
}

extension Letters {
  /// What is typed where nearly all letters are allowed.
  private static let common = Array("abcdefghijklmnopqrstuvwxyzABCXYZ0123456789éàçœ '-_.,;:/@ ")

  /// One of the letters allowed; nil where none is known.
  func randomLetter(using chance: inout some RandomNumberGenerator) -> Character? {
    let listed = isNegated ? [] : ranges
    let fitting = Self.common.filter(contains) + characters.filter(contains)
    let count = listed.count + (kinds.isEmpty && !isNegated ? 0 : 1)
    guard count > 0 else { return fitting.randomElement(using: &chance) }
    let place = Int.random(in: 0..<count, using: &chance)
    if place < listed.count, let scalar = listed[place].randomElement(using: &chance),
      let letter = Unicode.Scalar(scalar)
    {
      return Character(letter)
    }
    return fitting.randomElement(using: &chance)
  }
}
