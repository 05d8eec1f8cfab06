/// Dates as people type them.
extension LocalForm {
  /// The date a person typed; nil if it is none.
  ///
  /// Both languages' forms are read in both, capitals and accents aside: `5/7/2020` (the day
  /// first), `05072020`, `5 juillet 2020`, `July 5, 2020`, `2020-07-05`; `7/2020`, `072020`,
  /// `juil. 2020` and `2020-07` for a month; `2020` for a year; `hier`, `yesterday` and their like
  /// counted from `today`, itself `a` (aujourd’hui) or `t` for short. A weekday before a date is not looked at. A day or a month typed `00` is
  /// not known. Years have four digits; after a day and a month two will do, `5/7/20`: the last
  /// such year up to ten years from `today`.
  package func date(reading text: some StringProtocol, today: CalendarDate) -> CalendarDate? {
    let words = Fold.fold(String(text)).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    if let days = Self.relative[words.joined(separator: " ")] { return today.adding(days: days) }
    let parts = words.drop { CalendarWords.isWeekday($0) || $0 == "le" || $0 == "the" }
      .filter { $0 != "of" }.map(DatePart.init)
    guard !parts.contains(.other) else { return nil }
    switch parts.count {
    case 1: return Self.date(parts[0])
    case 2: return Self.month(parts[0], parts[1])
    case 3: return Self.day(parts[0], parts[1], parts[2], today)
    default: return nil
    }
  }

  /// In digits, the day first, as it can be typed again: `05/07/2020`, `07/2020`, `2020`.
  package func typed(_ date: CalendarDate) -> String {
    let month = padded(date.month, to: 2)
    let year = padded(date.year, to: 4)
    return switch date.precision {
    case .year: year
    case .month: "\(month)/\(year)"
    case .day: "\(padded(date.day, to: 2))/\(month)/\(year)"
    }
  }

  /// With its weekday: `dimanche 5 juillet 2020`; as `date` where the day is not known.
  package func fullDate(_ date: CalendarDate) -> String {
    guard date.precision == .day else { return self.date(date) }
    return "\(CalendarWords.in(language).days[date.weekday]) \(self.date(date))"
  }

  private static let relative = [
    "aujourd hui": 0, "a": 0, "today": 0, "t": 0, "hier": -1, "yesterday": -1, "avant hier": -2,
    "demain": 1, "tomorrow": 1,
  ]

  /// Digits run together, or a year alone.
  private static func date(_ part: DatePart) -> CalendarDate? {
    guard case .number(let number, let digits) = part else { return nil }
    switch digits {
    case 4: return number < 1000 ? nil : CalendarDate(year: number, precision: .year)
    case 6 where number % 10_000 >= 1000:
      return CalendarDate(year: number % 10_000, month: number / 10_000, precision: .month)
    case 8:
      let dayFirst = CalendarDate(
        year: number % 10_000, month: number / 10_000 % 100, day: number / 1_000_000)
      if let dayFirst, dayFirst.year >= 1000 { return dayFirst }
      return CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    default: return nil
    }
  }

  private static func month(_ first: DatePart, _ second: DatePart) -> CalendarDate? {
    if let year = first.year {
      return second.month.flatMap { CalendarDate(year: year, month: $0, precision: .month) }
    }
    guard let year = second.year, let month = first.month else { return nil }
    return CalendarDate(year: year, month: month, precision: .month)
  }

  private static func day(
    _ first: DatePart, _ second: DatePart, _ third: DatePart, _ today: CalendarDate
  ) -> CalendarDate? {
    if let year = first.year, let month = second.month, let day = third.day {
      return CalendarDate(year: year, month: month, day: day)
    }
    guard let year = third.year ?? third.shortYear(upTo: today.year + 10) else { return nil }
    if case .month(let month) = first {
      return second.day.flatMap { CalendarDate(year: year, month: month, day: $0) }
    }
    guard let day = first.day, let month = second.month else { return nil }
    if first == .unknown {
      return second == .unknown
        ? CalendarDate(year: year, precision: .year)
        : CalendarDate(year: year, month: month, precision: .month)
    }
    return CalendarDate(year: year, month: month, day: day)
  }
}

/// One word of a typed date, folded.
private enum DatePart: Hashable {
  case number(Int, digits: Int)
  case month(Int)
  /// `1er`, `5th`.
  case ordinal(Int)
  case other

  /// `00`, where the day or the month is not known.
  static let unknown = DatePart.number(0, digits: 2)

  init(_ word: String) {
    let digits = word.utf8.prefix { (48...57).contains($0) }
    let rest = word.dropFirst(digits.count)
    if let number = wholeNumber(Array(digits)[...]) {
      switch rest {
      case "": self = .number(number, digits: digits.count)
      case "er", "st", "nd", "rd", "th": self = .ordinal(number)
      default: self = .other  // A text is not an enum of ours.
      }
    } else {
      self = CalendarWords.month(of: word).map(DatePart.month) ?? .other
    }
  }

  var year: Int? {
    guard case .number(let number, 4) = self, number >= 1000 else { return nil }
    return number
  }

  /// A year of two digits: the last one that ends so, up to a year.
  func shortYear(upTo last: Int) -> Int? {
    guard case .number(let number, 2) = self else { return nil }
    return last - (last - number) % 100
  }

  /// A month's name, or a number of one or two digits.
  var month: Int? {
    switch self {
    case .month(let month): month
    case .number(let number, let digits): digits <= 2 ? number : nil
    case .ordinal, .other: nil
    }
  }

  var day: Int? {
    switch self {
    case .ordinal(let number): number
    case .number(let number, let digits): digits <= 2 ? number : nil
    case .month, .other: nil
    }
  }
}

extension CalendarWords {
  /// The month, from 1, of a folded name or of its first letters, three at least, in any language;
  /// nil where none or several begin so.
  fileprivate static func month(of word: String) -> Int? {
    guard word.count >= 3 else { return nil }
    var months: Set<Int> = []
    for language in Language.allCases {
      let names = CalendarWords.in(language).months
      for (place, name) in names.enumerated() where Fold.fold(name).hasPrefix(word) {
        months.insert(place + 1)
      }
    }
    return months.count == 1 ? months.first : nil
  }

  fileprivate static func isWeekday(_ word: String) -> Bool {
    Language.allCases.contains { language in
      CalendarWords.in(language).days.contains { Fold.fold($0) == word }
    }
  }
}
