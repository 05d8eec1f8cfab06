import Formulas

// What a simulated person types: mostly sound, now and then at the edge.

extension QuestionKind {
  /// An input this kind may accept, drawn at random; blank where it takes none.
  ///
  /// - Parameter offered: the choices offered now.
  package func randomInput(
    offered: [Choice], using chance: inout some RandomNumberGenerator
  ) -> String {
    switch self {
    case .note, .calculate, .grid: ""
    case .time: "\(Int.random(in: 8...19, using: &chance))h30"
    case .rank(let rank): rank.choices.randomInput(offered: offered, using: &chance)
    case .acknowledge: "OK"
    case .text(let text): text.randomInput(using: &chance)
    case .number(let number): number.randomInput(using: &chance)
    case .date(let date): date.randomInput(using: &chance)
    case .selectOne(let question), .row(let question):
      question.list.file?.randomKey(using: &chance)
        ?? offered.randomElement(using: &chance)?.name ?? ""
    case .selectMultiple(let question):
      question.randomInput(offered: offered, using: &chance)
    case .other: "x"
    }
  }

  /// How long a person takes over it, in seconds.
  ///
  /// Assumed before any pilot: 14 for a single choice, 24 for several, 25 for a number, 75 for a
  /// notice; text as a number.
  package var expectedSeconds: Int {
    switch self {
    case .note: 8
    case .acknowledge: 75
    case .text, .number, .date, .time: 25
    case .rank: 40
    case .grid: 10
    case .row: 8
    case .selectOne: 14
    case .selectMultiple: 24
    case .calculate, .other: 0
    }
  }
}

extension FileList {
  /// The key of any of its rows; nil where there are none.
  fileprivate func randomKey(using chance: inout some RandomNumberGenerator) -> String? {
    guard let table, let column = table.column(key) else { return nil }
    return (0..<table.rowCount).randomElement(using: &chance)
      .map { table.field(row: $0, column: column) }
  }
}

extension TextQuestion {
  /// Words, or digits with a sound Luhn key, as long as the question allows.
  fileprivate func randomInput(using chance: inout some RandomNumberGenerator) -> String {
    let longest = min(maximumLength ?? 40, 60)
    let shortest = min(max(minimumLength ?? 1, 1), longest)
    switch Int.random(in: 0..<4, using: &chance) {
    case 0: return Self.keyedDigits(longest, using: &chance)
    case 1: return Self.digits(longest, using: &chance)
    default:  // The rest of the draw: letters.
      let length = Int.random(in: shortest...longest, using: &chance)
      let letters = Array("abcdefghijklmnopqrstuvwxyzéèçœ ")
      return "a"
        + String((1..<max(1, length)).map { _ in letters.randomElement(using: &chance) ?? "a" })
    }
  }

  private static func digits(
    _ count: Int, using chance: inout some RandomNumberGenerator
  ) -> String {
    String((0..<count).map { _ in Character(String(Int.random(in: 0...9, using: &chance))) })
  }

  /// Digits whose last makes the whole pass Luhn's check.
  private static func keyedDigits(
    _ count: Int, using chance: inout some RandomNumberGenerator
  ) -> String {
    let body = "2" + digits(max(0, count - 2), using: &chance)
    let doubled = body.reversed().enumerated().map { place, digit in
      let value = (digit.wholeNumberValue ?? 0) * (place.isMultiple(of: 2) ? 2 : 1)
      return value > 9 ? value - 9 : value
    }
    return body + String((10 - doubled.reduce(0, +) % 10) % 10)
  }
}

extension NumberQuestion {
  /// A number within its bounds: often small, at times a bound itself.
  fileprivate func randomInput(using chance: inout some RandomNumberGenerator) -> String {
    let low = minimum?.roundedDown()?.whole ?? 0
    let high = max(low, maximum?.roundedDown()?.whole ?? 100_000)
    switch Int.random(in: 0..<10, using: &chance) {
    case 0: return String(low)
    case 1: return String(high)
    default:  // The rest of the draw: all sizes alike.
      let size = Double.random(in: 0...1, using: &chance)
      var span = 1
      while span < high - low, Double.random(in: 0...1, using: &chance) < size { span *= 4 }
      return String(low + Int.random(in: 0...min(span, high - low), using: &chance))
    }
  }
}

extension DateQuestion {
  /// A date since 1990, as precise as asked.
  fileprivate func randomInput(using chance: inout some RandomNumberGenerator) -> String {
    CalendarDate(
      year: Int.random(in: 1990...2030, using: &chance),
      month: Int.random(in: 1...12, using: &chance), day: Int.random(in: 1...28, using: &chance),
      precision: precision)?.description ?? ""
  }
}

extension ChoiceQuestion {
  /// Some choices, no more than allowed; an exclusive one alone.
  fileprivate func randomInput(
    offered: [Choice], using chance: inout some RandomNumberGenerator
  ) -> String {
    guard let first = offered.randomElement(using: &chance) else { return "" }
    if first.exclusive { return first.name }
    let most = min(maximumSelected ?? offered.count, offered.count)
    let least = min(max(minimumSelected ?? 1, 1), most)
    let others = offered.filter { !$0.exclusive }.shuffled(using: &chance)
    let count = Int.random(in: least...max(least, most), using: &chance)
    return others.prefix(count).map(\.name).joined(separator: " ")
  }
}
