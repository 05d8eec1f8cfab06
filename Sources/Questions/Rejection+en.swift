import Formulas

extension Rejection {
  func english(_ texts: Int) -> String {
    let form = LocalForm(language: .english)
    switch self {
    case .required(let message):
      return message?[texts] ?? "An answer is needed to continue."
    case .nothingTicked:
      return "Nothing ticked: Space or its number to tick."
    case .notANumber(let input):
      return "“\(input.short)” is not a number. Write digits, for example 12500."
    case .tooManyDecimals(let input, 0):
      return "“\(input.short)”: a whole number is expected, no decimals."
    case .tooManyDecimals(let input, let allowed):
      return "“\(input.short)”: \(allowed) \(allowed > 1 ? "decimals" : "decimal") at most."
    case .aboveMaximum(let number, let maximum, let decimals):
      let given = form.number(number, decimals: decimals)
      return
        "\(given) is above the maximum (\(form.number(maximum))). Correct it, or go back (PgUp)."
    case .belowMinimum(let number, let minimum, let decimals):
      let given = form.number(number, decimals: decimals)
      return
        "\(given) is below the minimum (\(form.number(minimum))). Correct it, or go back (PgUp)."
    case .offStep(let number, let step):
      return "\(form.number(number)): values go by \(form.number(step))."
    case .notATime(let input):
      return "“\(input.short)” is not a time. For example: 14:30, or 2:30 pm."
    case .notADate(let input, let asked):
      return "“\(input.short)” is not a date. Write for example \(Self.sample(asked))."
    case .dateTooVague(let date, .day) where date.precision == .month:
      return "\(form.date(date)): the day is needed too."
    case .dateTooVague(let date, .day):
      return "\(form.date(date)): the day and the month are needed too."
    case .dateTooVague(let date, _):
      return "\(form.date(date)): the month is needed too."
    case .tooShort(let length, let minimum):
      return "\(characters(length)): at least \(minimum) needed."
    case .tooLong(let length, let maximum):
      return "\(characters(length)): \(maximum) at most."
    case .notInPattern(let input, let message):
      return message?[texts] ?? "“\(input.short)” does not have the expected form."
    case .notAChoice(let input, let nearest):
      let hint = nearest.map { " Did you mean “\($0)”?" } ?? ""
      return "“\(input.short)” is not one of the answers offered.\(hint)"
    case .exclusive(let label):
      return "“\(label[texts])” excludes the other answers."
    case .tooMany(_, let maximum):
      return "Maximum \(maximum): untick an answer before adding another."
    case .tooFew(let count, let minimum):
      return "\(count) ticked: at least \(minimum) needed."
    case .notOffered(let name):
      return "“\(name.short)” is not offered here."
    case .calculated: return "This value is calculated: it is not typed."
    case .notAsked: return "This question is not asked here."
    case .tooManyInstances(let maximum): return "No more than \(maximum) in this list."
    case .tooFewInstances(let minimum): return "At least \(minimum) in this list."
    case .fixedInstances(let count): return "The number (\(count)) comes from another answer."
    }
  }

  private static func sample(_ precision: CalendarDate.Precision) -> String {
    switch precision {
    case .day: "5/7/2020 or 5 July 2020"
    case .month: "7/2020 or July 2020"
    case .year: "2020"
    }
  }

  private func characters(_ count: Int) -> String {
    count > 1 ? "\(count) characters" : "\(count) character"
  }
}
