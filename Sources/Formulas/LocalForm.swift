/// Numbers, dates and times as a reader of a language writes them.
package struct LocalForm: Hashable, Sendable {
  package let language: Language

  package init(language: Language) {
    self.language = language
  }

  /// Between thousands: a no-break space that every terminal font has, or a comma.
  private var thousands: Character {
    switch language {
    case .french: "\u{A0}"
    case .english: ","
    }
  }

  private var decimalMark: Character {
    switch language {
    case .french: ","
    case .english: "."
    }
  }

  /// `12 500,5` or `12,500.5`.
  ///
  /// With `decimals`, rounded half up to that many, zeros added; without, as many as it has.
  package func number(_ number: Number, decimals: Int? = nil) -> String {
    let shown = decimals.flatMap { number.rounded(decimals: max(0, $0)) } ?? number
    let parts = shown.description.split(separator: ".")
    let whole = parts.first.map(String.init) ?? "0"
    let digits = whole.drop { $0 == "-" }
    var text = shown.isNegative ? "-" : ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text.append(thousands) }
      text.append(digit)
    }
    var fraction = parts.count > 1 ? String(parts[1]) : ""
    if let decimals, fraction.count < decimals {
      fraction += String(repeating: "0", count: decimals - fraction.count)
    }
    return fraction.isEmpty ? text : "\(text)\(decimalMark)\(fraction)"
  }

  /// `5 juillet 2020`, `juillet 2020` or `2020`: as precise as the date is.
  package func date(_ date: CalendarDate) -> String {
    let month = CalendarWords.in(language).months[date.month - 1]
    switch date.precision {
    case .year: return String(date.year)
    case .month: return "\(month) \(date.year)"
    case .day: return "\(day(date.day)) \(month) \(date.year)"
    }
  }

  /// The days of a week in two letters, from Monday.
  package var weekdayInitials: [String] {
    CalendarWords.in(language).days.map { String($0.prefix(2)) }
  }

  private func day(_ day: Int) -> String {
    switch language {
    case .french: day == 1 ? "1er" : String(day)
    case .english: String(day)
    }
  }

  /// `09:30`, with seconds where they are not zero.
  package func time(_ time: ClockTime) -> String {
    time.description
  }

  /// `5 juillet 2020 à 09:30` or `5 July 2020, 09:30`: minutes suffice.
  package func dateTime(_ moment: DateTime) -> String {
    let clock = moment.time.description.prefix(5)
    return switch language {
    case .french: "\(date(moment.date)) à \(clock)"
    case .english: "\(date(moment.date)), \(clock)"
    }
  }

  /// The number a person typed; nil if it is none or has more than 38 digits.
  ///
  /// Both languages' forms are read in both: spaces of any width or, with a decimal mark that is
  /// another, commas or points between groups of three digits; a comma or a point for decimals.
  /// Only a lone comma before three digits is read by the language: thousands in English, decimals
  /// in French.
  package func number(reading text: some StringProtocol) -> Number? {
    var typed = ""
    for letter in text {
      switch letter {
      case "\u{2212}": typed.append("-")
      case "\u{A0}", "\u{202F}", "\u{2009}", "\t": typed.append(" ")
      default: typed.append(letter)
      }
    }
    var unsigned = Substring(typed).trimmed
    let isNegative = unsigned.first == "-"
    if isNegative { unsigned = unsigned.dropFirst().trimmed }
    guard let mark = decimalMark(of: unsigned) else {
      return plain(unsigned, [" ", ",", "."], isNegative)
    }
    let parts = unsigned.split(separator: mark, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty, parts[1].allSatisfy(\.isASCIIDigit) else {
      return nil
    }
    let others: [Character] = mark == "," ? [" ", "."] : [" ", ","]
    guard let whole = joined(parts[0], others) else { return nil }
    return Number(reading: "\(isNegative ? "-" : "")\(whole).\(parts[1])")
  }

  /// Which sign of a typed number stands before its decimals; nil if it has none.
  private func decimalMark(of text: Substring) -> Character? {
    let commas = text.count { $0 == "," }
    let points = text.count { $0 == "." }
    switch (commas, points) {
    case (0, 0): return nil
    case (0, 1): return "."
    case (1, 0):
      let isThousands = language == .english && joined(text, [","]) != nil
      return isThousands ? nil : ","
    case (1, 1): return text.last { $0 == "," || $0 == "." }
    case (1, _): return ","
    case (_, 1): return "."
    default: return nil
    }
  }

  private func plain(_ text: Substring, _ separators: [Character], _ isNegative: Bool) -> Number? {
    joined(text, separators).flatMap { Number(reading: (isNegative ? "-" : "") + $0) }
  }

  /// The digits without what separates their thousands; nil unless it is one sign, at each three.
  private func joined(_ text: Substring, _ separators: [Character]) -> String? {
    guard let separator = separators.first(where: { text.contains($0) }) else {
      return !text.isEmpty && text.allSatisfy(\.isASCIIDigit) ? String(text) : nil
    }
    let groups = text.split(separator: separator, omittingEmptySubsequences: false)
    guard groups.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }),
      let first = groups.first, (1...3).contains(first.count),
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return groups.joined()
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var rest = drop(while: \.isWhitespace)
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    return rest
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isWholeNumber }
}
