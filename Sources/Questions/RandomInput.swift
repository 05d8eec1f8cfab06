import Formulas

// What a simulated person types: mostly sound, often at the edge of what a formula looks at.

extension QuestionKind {
  /// An input this kind may accept, drawn at random; blank where it takes none.
  ///
  /// - Parameters:
  ///   - offered: the choices offered now.
  ///   - hints: what formulas compare an answer with.
  ///   - today: what dates are drawn around.
  package func randomInput(
    offered: [Choice], hints: Hints, today: CalendarDate,
    using chance: inout some RandomNumberGenerator
  ) -> String {
    switch self {
    case .note, .calculate, .grid: ""
    case .time:
      "\(Int.random(in: 0...23, using: &chance))h\(Int.random(in: 10...59, using: &chance))"
    case .rank(let rank):
      rank.choices.randomInput(offered: offered, most: rank.ranks, using: &chance)
    case .acknowledge: "OK"
    case .text(let text): text.randomInput(hints, using: &chance)
    case .number(let number): number.randomInput(hints, using: &chance)
    case .date(let date): date.randomInput(hints, today: today, using: &chance)
    case .selectOne(let question), .row(let question):
      question.list.file.flatMap { $0.random($0.key, using: &chance) }
        ?? offered.randomElement(using: &chance)?.name ?? ""
    case .selectMultiple(let question):
      question.randomInput(
        offered: offered, most: question.maximumSelected ?? offered.count, using: &chance)
    case .other: TextQuestion.randomWords(1...OtherText.maximumLength, using: &chance)
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
  /// What any of its rows holds in a column; nil where there are none.
  fileprivate func random(
    _ name: String, using chance: inout some RandomNumberGenerator
  ) -> String? {
    guard let table, let column = table.column(name) else { return nil }
    return (0..<table.rowCount).randomElement(using: &chance)
      .map { table.field(row: $0, column: column) }
  }
}

extension TextQuestion {
  /// What fits the pattern asked for; else words, digits, or a text some formula compares with or
  /// looks up.
  fileprivate func randomInput(
    _ hints: Hints, using chance: inout some RandomNumberGenerator
  ) -> String {
    if let pattern { return pattern.randomText(using: &chance) }
    let longest = min(maximumLength ?? 40, 60)
    let lengths = min(max(minimumLength ?? 1, 1), longest)...longest
    switch Int.random(in: 0..<6, using: &chance) {
    case 0: return Self.keyedDigits(longest, using: &chance)
    case 1: return Self.digits(longest, using: &chance)
    case 2, 3:
      let column = hints.columns.randomElement(using: &chance)
      if let known = column.flatMap({ $0.file.random($0.name, using: &chance) }),
        Bool.random(using: &chance)
      {
        return known
      }
      if let pattern = hints.patterns.randomElement(using: &chance) {
        return pattern.randomText(using: &chance)
      }
      return hints.texts.randomElement(using: &chance)
        ?? Self.randomWords(lengths, using: &chance)
    default:  // The rest of the draw.
      return Self.randomWords(lengths, using: &chance)
    }
  }

  /// Letters and spaces; now and then an address to write to, which nobody should give.
  fileprivate static func randomWords(
    _ lengths: ClosedRange<Int>, using chance: inout some RandomNumberGenerator
  ) -> String {
    let address = "a.b@exemple.fr"
    if lengths.contains(address.count), Int.random(in: 0..<15, using: &chance) == 0 {
      return address
    }
    let length = Int.random(in: lengths.lowerBound...min(lengths.upperBound, 60), using: &chance)
    let letters = Array("abcdefghijklmnopqrstuvwxyzéèçœ ")
    let rest = (1..<max(1, length)).map { _ in letters.randomElement(using: &chance) ?? "a" }
    return String(["a"] + rest)
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
    let body = digits(max(0, count - 1), using: &chance)
    let doubled = body.reversed().enumerated().map { place, digit in
      let value = (digit.wholeNumberValue ?? 0) * (place.isMultiple(of: 2) ? 2 : 1)
      return value > 9 ? value - 9 : value
    }
    return body + String((10 - doubled.reduce(0, +) % 10) % 10)
  }
}

extension NumberQuestion {
  /// A number within its bounds: often small, at times a bound, or near what a formula looks at.
  fileprivate func randomInput(
    _ hints: Hints, using chance: inout some RandomNumberGenerator
  ) -> String {
    let unit = step ?? finest
    let low = minimum ?? Number(0)
    if step == nil, let hint = hints.numbers.randomElement(using: &chance),
      Int.random(in: 0..<3, using: &chance) == 0,
      let number = Self.sum(hint, Int.random(in: -1...1, using: &chance), unit),
      number >= low, maximum.map({ number <= $0 }) ?? true
    {
      return number.description
    }
    let room = maximum.flatMap { $0 - low } ?? Number(100_000)
    let count = max(0, room.divided(by: unit)?.roundedDown()?.whole ?? 100_000)
    return Self.sum(low, Self.place(count, using: &chance), unit)?.description ?? ""
  }

  /// What two numbers drawn differ by: a half where decimals are taken, or what the bounds ask for.
  private var finest: Number {
    let written = [minimum, maximum].compactMap(\.self).map(\.description)
    let digits = written.map { $0.split(separator: ".").dropFirst().first?.count ?? 0 }.max() ?? 0
    if digits > 0 {
      return Number(reading: "0." + String(repeating: "0", count: digits - 1) + "1") ?? .one
    }
    return decimals == 0 ? .one : Number(reading: "0.5") ?? .one
  }

  private static func sum(_ number: Number, _ count: Int, _ unit: Number) -> Number? {
    (Number(count) * unit).flatMap { number + $0 }
  }

  /// From 0 to `count`: an end at times, else all sizes alike.
  private static func place(
    _ count: Int, using chance: inout some RandomNumberGenerator
  ) -> Int {
    switch Int.random(in: 0..<10, using: &chance) {
    case 0: return 0
    case 1: return count
    default:  // The rest of the draw.
      let size = Double.random(in: 0...1, using: &chance)
      var span = 1
      while span < count, Double.random(in: 0...1, using: &chance) < size { span *= 4 }
      return Int.random(in: 0...min(span, count), using: &chance)
    }
  }
}

extension DateQuestion {
  /// A date since 1990, near today, or near what a formula looks at; as precise as asked, or less
  /// where that is taken.
  fileprivate func randomInput(
    _ hints: Hints, today: CalendarDate, using chance: inout some RandomNumberGenerator
  ) -> String {
    let near = [today] + hints.dates
    let date =
      switch Int.random(in: 0..<4, using: &chance) {
      case 0:
        near.randomElement(using: &chance)?.adding(days: Int.random(in: -40...40, using: &chance))
      default:  // The rest of the draw.
        CalendarDate(
          year: Int.random(in: 1990...max(1990, today.year + 1), using: &chance),
          month: Int.random(in: 1...12, using: &chance),
          day: Int.random(in: 1...28, using: &chance))
      }
    let precisions = Precision.allCases.filter { $0 >= coarsest && $0 <= precision }
    guard let date, let taken = precisions.randomElement(using: &chance) else { return "" }
    return CalendarDate(
      year: date.year, month: date.month, day: date.day, precision: taken)?.description ?? ""
  }
}

extension ChoiceQuestion {
  /// Some choices, no more than `most`; an exclusive one alone.
  fileprivate func randomInput(
    offered: [Choice], most: Int, using chance: inout some RandomNumberGenerator
  ) -> String {
    guard let first = offered.randomElement(using: &chance) else { return "" }
    if first.exclusive { return first.name }
    let others = offered.filter { !$0.exclusive }.shuffled(using: &chance)
    let least = min(max(minimumSelected ?? 1, 1), others.count)
    let count = Int.random(in: least...max(least, min(most, others.count)), using: &chance)
    return others.prefix(count).map(\.name).joined(separator: " ")
  }
}
