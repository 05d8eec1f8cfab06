/// A date written after a model such as `%d/%m/%Y`, for `format-date`.
enum DateModel {
  /// The directives known.
  private static let known: Set<Character> = [
    "Y", "y", "m", "n", "b", "B", "d", "e", "a", "A", "H", "M", "%",
  ]

  /// The first directive of a model that is not known; nil if there is none.
  static func unknownDirective(in model: String) -> String? {
    var rest = model[...]
    while let percent = rest.firstIndex(of: "%") {
      let after = rest.index(after: percent)
      guard after < rest.endIndex, known.contains(rest[after]) else {
        return String(rest[percent...].prefix(2))
      }
      rest = rest[rest.index(after: after)...]
    }
    return nil
  }

  /// The date after the model; blank for what is no date, midnight for a date without a time.
  ///
  /// A time alone has no day: what asks for one stays empty.
  static func write(_ value: Value, as model: String, in language: Language) -> Value {
    let date: CalendarDate?
    let time: ClockTime?
    switch value {
    case .date(let day): (date, time) = (day, nil)
    case .dateTime(let moment): (date, time) = (moment.date, moment.time)
    case .time(let clock): (date, time) = (nil, clock)
    case .blank, .boolean, .number, .text, .choice, .choices: return .blank
    }
    var text = ""
    var isDirective = false
    for letter in model {
      if isDirective {
        text += part(letter, date, time, CalendarWords.in(language))
        isDirective = false
      } else if letter == "%" {
        isDirective = true
      } else {
        text.append(letter)
      }
    }
    return .written(text)
  }

  private static func part(
    _ directive: Character, _ date: CalendarDate?, _ time: ClockTime?, _ words: CalendarWords
  ) -> String {
    switch directive {
    case "%": return "%"
    case "H": return padded(time?.hour ?? 0, to: 2)
    case "M": return padded(time?.minute ?? 0, to: 2)
    default: break
    }
    guard let date else { return "" }
    return switch directive {
    case "Y": padded(date.year, to: 4)
    case "y": padded(date.year % 100, to: 2)
    case "m": padded(date.month, to: 2)
    case "n": String(date.month)
    case "b": words.shortMonths[date.month - 1]
    case "B": words.months[date.month - 1]
    case "d": padded(date.day, to: 2)
    case "e": String(date.day)
    case "a": words.shortDays[date.weekday]
    case "A": words.days[date.weekday]
    default: ""
    }
  }
}
