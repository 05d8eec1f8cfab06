import Formulas

/// What the formulas that look at a question compare it with: where draws are worth making.
package struct Hints: Hashable, Sendable {
  package var numbers: [Number] = []
  package var dates: [CalendarDate] = []
  package var texts: [String] = []
  package var patterns: [Pattern] = []
  /// Columns of lists' files.
  var columns: [Column] = []

  struct Column: Hashable, Sendable {
    let file: FileList
    let name: String
  }

  package static let none = Hints()

  mutating func take(_ formula: Formula, on lists: [String: ChoiceList]) {
    let constants = formula.constants
    patterns += constants.patterns
    columns += constants.columns.compactMap { column in
      lists[column.list]?.file.map { Column(file: $0, name: column.name) }
    }
    for value in constants.values {
      switch value {
      case .number(let number): numbers.append(number)
      case .text(let text):
        if let date = CalendarDate(reading: text) { dates.append(date) }
        if !text.isEmpty { texts.append(text) }
      case .blank, .boolean, .date, .time, .dateTime, .choice, .choices: break
      }
    }
  }

  mutating func take(_ other: Hints) {
    numbers += other.numbers
    dates += other.dates
    texts += other.texts
    patterns += other.patterns
    columns += other.columns
  }
}

extension Questionnaire {
  /// By item: what it is compared with, through calculates too.
  package var hints: [Hints] {
    var hints = [Hints](repeating: .none, count: items.count)
    for item in items {
      for formula in item.governing { tell(formula, to: &hints) }
    }
    for check in checks {
      for formula in check.formulas {
        tell(formula, to: &hints)
        if let owner = check.owner, formula.readsCandidate { hints[owner].take(formula, on: lists) }
      }
    }
    // What reads comes after what it reads: the last first, so that each hands on all it was told.
    for item in items.sorted(by: { dependencies.rank[$0.index] > dependencies.rank[$1.index] }) {
      guard let calculation = item.question?.calculation else { continue }
      for source in Set(calculation.references.map(\.symbol)) {
        let handedOn = hints[item.index]
        hints[source].take(handedOn)
      }
    }
    return hints
  }

  private func tell(_ formula: Formula, to hints: inout [Hints]) {
    for source in Set(formula.references.map(\.symbol)) {
      hints[source].take(formula, on: lists)
    }
  }
}
