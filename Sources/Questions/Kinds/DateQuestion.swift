import Formulas

/// A day, a month or a year.
package struct DateQuestion: Hashable, Sendable {
  package typealias Precision = CalendarDate.Precision

  /// What is asked.
  package let precision: Precision
  /// The least that is taken: the same, or less.
  package let coarsest: Precision

  init(_ keys: inout KeyReader) {
    let names = Precision.allCases.map(\.name)
    let precision = keys.oneOf("precision", names).flatMap(Precision.init) ?? .day
    let coarsest = keys.oneOf("coarsest", names).flatMap(Precision.init)
    if let coarsest, coarsest > precision, let node = keys.object["coarsest"] {
      keys.report(.finerThanAsked(coarsest.name, precision.name), at: node.offset)
    }
    self.precision = precision
    self.coarsest = min(coarsest ?? precision, precision)
  }

  /// The date typed, no more precise than what is asked; blank where nothing is typed.
  ///
  /// - Parameter today: what `hier` and its like count from.
  func value(
    of input: String, in language: Language, today: CalendarDate
  ) throws(Rejection) -> Value {
    let typed = input.trimmed
    if typed.isEmpty { return .blank }
    guard let date = LocalForm(language: language).date(reading: typed, today: today) else {
      throw .notADate(typed, asked: precision)
    }
    guard date.precision >= coarsest else { throw .dateTooVague(date, needed: coarsest) }
    return .date(fitted(date))
  }

  /// The date at the precision asked, where it has more.
  package func fitted(_ date: CalendarDate) -> CalendarDate {
    guard date.precision > precision else { return date }
    return CalendarDate(
      year: date.year, month: date.month, day: date.day, precision: precision) ?? date
  }

  /// What is asked, and what is taken failing it, in a paper form's words.
  func rules(_ terms: PaperTerms) -> [String] {
    let asked = terms.dates[precision] ?? ""
    let least = terms.dates[coarsest] ?? ""
    return coarsest < precision ? [asked, terms.coarsest(least)] : [asked]
  }

  func shown(_ value: Value, in form: LocalForm) -> String {
    guard case .date(let date) = value else { return value.plain }
    return form.date(date)
  }
}

extension CalendarDate.Precision {
  /// As written in a questionnaire.
  package var name: String {
    switch self {
    case .year: "year"
    case .month: "month"
    case .day: "day"
    }
  }

  init?(_ name: String) {
    guard let precision = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = precision
  }
}
