/// What crosses formulas, answers, exports and reports: closed and small.
///
/// Unanswered, skipped and special answers all read as `.blank`. Every text a formula makes is
/// `.blank` rather than empty.
package enum Value: Hashable, Sendable {
  case blank
  case boolean(Bool)
  case number(Number)
  case text(String)
  case date(CalendarDate)
  case time(ClockTime)
  case dateTime(DateTime)
  case choice(String)
  case choices([String])

  /// The text, or blank if it is empty.
  package static func written(_ text: String) -> Value {
    text.isEmpty ? .blank : .text(text)
  }

  /// The canonical text form, the same in every language.
  ///
  /// A number in full with a point, a date in ISO at its precision, names joined by one space,
  /// `true` or `false`, nothing for blank.
  package var plain: String {
    switch self {
    case .blank: ""
    case .boolean(let truth): truth ? "true" : "false"
    case .number(let number): number.description
    case .text(let text): text
    case .date(let date): date.description
    case .time(let time): time.description
    case .dateTime(let moment): moment.description
    case .choice(let name): name
    case .choices(let names): names.joined(separator: " ")
    }
  }

  /// Whether nothing is there: an empty text and no choice at all count as blank too.
  package var isBlank: Bool {
    switch self {
    case .blank: true
    case .text(let text): text.isEmpty
    case .choice(let name): name.isEmpty
    case .choices(let names): names.isEmpty
    case .boolean, .number, .date, .time, .dateTime: false
    }
  }

  /// Whether a condition holds: only a true boolean does, so blank does not.
  package var holds: Bool {
    if case .boolean(true) = self { true } else { false }
  }
}

/// The type of a value that is not blank, known before anything runs.
package enum ValueType: Hashable, Sendable, CaseIterable {
  case text
  case number
  case date
  case dateTime
  case time
  case boolean
  case choice
  case choices
}
