import Formulas
import Questions

/// What a column holds.
enum ColumnType: String, Hashable, Sendable {
  case text
  case integer
  case number
  case boolean
  /// 1 or 0.
  case flag
  /// A rank from 1, or 0.
  case rank
  case date
  case month
  case year
  /// A date whose precision differs from one row to the next.
  case partialDate = "partial_date"
  case time
  case dateTime = "datetime"
  case choice
  case choices

  init(_ kind: QuestionKind) {
    switch kind {
    case .acknowledge, .text, .other, .note, .grid: self = .text
    case .number(let question): self = question.decimals == 0 ? .integer : .number
    case .date(let question): self = Self.of(question)
    case .time: self = .time
    case .selectOne, .row: self = .choice
    case .selectMultiple, .rank: self = .choices
    case .calculate(let question): self = question.type.map(Self.of) ?? .text
    }
  }

  private static func of(_ question: DateQuestion) -> ColumnType {
    guard question.coarsest == question.precision else { return .partialDate }
    switch question.precision {
    case .day: return .date
    case .month: return .month
    case .year: return .year
    }
  }

  private static func of(_ type: ValueType) -> ColumnType {
    switch type {
    case .text: .text
    case .number: .number
    case .date: .partialDate
    case .dateTime: .dateTime
    // A calculated time may have seconds, or not.
    case .time: .text
    case .boolean: .boolean
    // A calculated choice is of a list only its formula knows.
    case .choice: .text
    case .choices: .choices
    }
  }
}
