import Formulas

/// What a question accepts: one case per file in `Kinds`.
package enum QuestionKind: Hashable, Sendable {
  case note
  case acknowledge
  case text(TextQuestion)
  case number(NumberQuestion)
  case date(DateQuestion)
  case time
  case selectOne(ChoiceQuestion)
  case selectMultiple(ChoiceQuestion)
  case rank(RankQuestion)
  case grid(GridQuestion)
  /// One row of a grid, asked on the grid's screen.
  case row(ChoiceQuestion)
  case calculate(CalculateQuestion)
  /// The free text of a choice marked `other`, asked on that choice's own screen.
  case other(OtherText)
}

/// The `type` of an item, as written.
package enum ItemType: String, CaseIterable, Hashable, Sendable {
  case note
  case acknowledge
  case text
  case integer
  case decimal
  case date
  case time
  case selectOne = "select_one"
  case selectMultiple = "select_multiple"
  case rank
  case grid
  case calculate
  case group
  case roster = "repeat"

  /// What a formula sees of it; nil for what holds no value, and for a calculate, whose formula
  /// decides.
  package var valueType: ValueType? {
    switch self {
    case .note, .calculate, .group, .roster, .grid: nil
    case .acknowledge, .text: .text
    case .integer, .decimal: .number
    case .date: .date
    case .time: .time
    case .selectOne: .choice
    case .selectMultiple, .rank: .choices
    }
  }
}

extension ItemType {
  /// Whether it needs `choices`.
  var drawsOnList: Bool {
    switch self {
    case .selectOne, .selectMultiple, .rank, .grid: true
    case .note, .acknowledge, .text, .integer, .decimal, .date, .time, .calculate, .group, .roster:
      false
    }
  }

  /// The keys without which nothing can be made of it.
  var neededKeys: [String] {
    let own =
      switch self {
      case .calculate: ["calculation"]
      case .group, .roster: ["items"]
      case .grid: ["choices", "rows"]
      case .selectOne, .selectMultiple, .rank: ["choices"]
      case .note, .acknowledge, .text, .integer, .decimal, .date, .time: [] as [String]
      }
    return ["type", "name", "label"] + own
  }

  /// Reads the keys of this type; nil for what is no question.
  func kind(_ keys: inout KeyReader) -> QuestionKind? {
    switch self {
    case .note: .note
    case .acknowledge: .acknowledge
    case .text: .text(TextQuestion(&keys))
    case .integer: .number(NumberQuestion(whole: &keys))
    case .decimal: .number(NumberQuestion(decimal: &keys))
    case .date: .date(DateQuestion(&keys))
    case .time: .time
    case .rank: .rank(RankQuestion(&keys))
    case .grid: .grid(GridQuestion(&keys))
    case .selectOne: .selectOne(ChoiceQuestion(&keys, isMultiple: false))
    case .selectMultiple: .selectMultiple(ChoiceQuestion(&keys, isMultiple: true))
    case .calculate: .calculate(CalculateQuestion(&keys))
    case .group, .roster: nil
    }
  }
}

extension QuestionKind {
  /// Reads what a person typed: a number, a date, a text, the names of choices apart by spaces.
  ///
  /// - Parameters:
  ///   - input: as typed; blank input is `.blank`, which every kind accepts.
  ///   - offered: the names of the choices offered now, in order; empty for other kinds.
  ///   - today: what a typed `hier` counts from.
  /// - Throws: `Rejection`, quoting the input and saying what is allowed.
  package func value(
    of input: String, offered: [String], in language: Language, today: CalendarDate
  ) throws(Rejection) -> Value {
    switch self {
    case .note, .calculate, .grid: .blank
    case .acknowledge: input.isEmpty ? .blank : .text("OK")
    case .text(let question): try question.value(of: input)
    case .number(let question): try question.value(of: input, in: language)
    case .date(let question): try question.value(of: input, in: language, today: today)
    case .time: try TimeQuestion.value(of: input)
    case .rank(let question): try question.value(of: input, offered: offered)
    case .selectOne, .row: try ChoiceQuestion.one(of: input, offered: offered)
    case .selectMultiple(let question): try question.several(of: input, offered: offered)
    case .other(let text): try text.value(of: input)
    }
  }

  /// Why a value would be no answer, whatever choices are offered; nil where it would be one.
  func rejection(of value: Value) -> Rejection? {
    guard let someDay = CalendarDate(year: 2000) else { return nil }
    if choices?.list.file != nil { return nil }
    let names = choices?.list.choices.map(\.name) ?? []
    do throws(Rejection) {
      _ = try self.value(of: value.plain, offered: names, in: .english, today: someDay)
      return nil
    } catch {
      return error
    }
  }

  /// A value as an answer of this kind stores it: a date at the precision asked.
  package func fitted(_ value: Value) -> Value {
    guard case .date(let question) = self, case .date(let date) = value else { return value }
    return .date(question.fitted(date))
  }

  /// A value as a person reads it.
  package func shown(_ value: Value, language: Int, in form: LocalForm) -> String {
    switch self {
    case .note, .acknowledge, .text, .other, .grid: value.plain
    case .time: TimeQuestion.shown(value, in: form)
    case .rank(let question): question.shown(value, language: language)
    case .number(let question): question.shown(value, language: language, in: form)
    case .date(let question): question.shown(value, in: form)
    case .selectOne(let question), .selectMultiple(let question), .row(let question):
      question.shown(value, language: language)
    case .calculate(let question): question.shown(value, language: language, in: form)
    }
  }

  /// What a formula sees of it; nil for a note.
  package var valueType: ValueType? {
    switch self {
    case .note, .grid: nil
    case .acknowledge, .text, .other: .text
    case .number: .number
    case .date: .date
    case .time: .time
    case .selectOne, .row: .choice
    case .selectMultiple, .rank: .choices
    case .calculate(let question): question.type
    }
  }

  /// Whether it has a screen of its own.
  package var isAsked: Bool {
    switch self {
    case .note, .acknowledge, .text, .number, .date, .time, .selectOne, .selectMultiple, .rank,
      .grid:
      true
    case .calculate, .other, .row: false
    }
  }

  /// Whether an answer can be given: a note is only read.
  package var holdsAnswer: Bool {
    switch self {
    case .note, .calculate: false
    case .acknowledge, .text, .number, .date, .time, .selectOne, .selectMultiple, .rank, .grid,
      .row,
      .other:
      true
    }
  }

  /// Whether it is a question of its own for answers, special answers and exports: a grid is not,
  /// its rows are; an `other` text goes with its question.
  package var standsAlone: Bool {
    switch self {
    case .acknowledge, .text, .number, .date, .time, .selectOne, .selectMultiple, .rank, .row: true
    case .note, .grid, .calculate, .other: false
    }
  }

  /// Whether an order drawn at random is its own: a grid shuffles its rows, whose columns stay.
  var hasOrder: Bool {
    switch self {
    case .selectOne, .selectMultiple, .rank, .grid: true
    case .note, .acknowledge, .text, .number, .date, .time, .row, .calculate, .other: false
    }
  }

  /// The choices it draws on; nil for other kinds.
  package var choices: ChoiceQuestion? {
    switch self {
    case .selectOne(let question), .selectMultiple(let question), .row(let question): question
    case .rank(let question): question.choices
    case .grid(let question): question.columns
    case .note, .acknowledge, .text, .number, .date, .time, .calculate, .other: nil
    }
  }

  /// The list its values take their labels and their order from; nil where none does.
  package var labels: ChoiceList? {
    if case .calculate(let question) = self { question.labels } else { choices?.list }
  }

  /// What limits an answer, in a paper form's words.
  func rules(_ place: Int, _ terms: PaperTerms) -> [String] {
    let rules: [String] =
      switch self {
      case .number(let question): question.rules(place, terms)
      case .text(let text): [terms.lengths(text.minimumLength, text.maximumLength)]
      case .selectMultiple(let question):
        [terms.choices(question.minimumSelected, question.maximumSelected)]
      case .date(let question): question.rules(terms)
      case .time: [terms.time]
      case .rank(let question): [terms.ranks(question.ranks)]
      case .note, .acknowledge, .selectOne, .grid, .row, .calculate, .other: []
      }
    return rules.filter { !$0.isEmpty }
  }
}
