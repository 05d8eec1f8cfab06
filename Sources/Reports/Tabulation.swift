import Formulas
import Interviews
import Questions

/// Counts every indicator of a questionnaire, one interview after the other.
///
/// What each adds is kept as a number that stands for it: descriptions that another may replace take
/// four bytes per indicator, all others none.
package struct Tabulation: Sendable {
  let questionnaire: Questionnaire
  /// The question that splits every indicator, by index.
  private let by: Int?
  private var columns: [Column]
  private var ledgers: [Ledger]
  /// The rosters indicators or units look at, nil for interviews, and what is counted there.
  private let looks: [Look]
  package private(set) var census = Census()

  /// What is done in each frame of one kind.
  private struct Look {
    let each: Int?
    /// Columns where everything counts.
    let columns: [Int]
    let ledgers: [Int]
  }

  /// - Parameter by: a question that splits every indicator it stands beside, by index, in place of
  ///   what the questionnaire says; nil: as it says.
  package init(_ questionnaire: Questionnaire, by: Int? = nil) {
    self.questionnaire = questionnaire
    self.by = by
    let results = questionnaire.results
    columns = results.indicators.map { Column(Counting($0, on: questionnaire, by: by)) }
    ledgers = results.units.map { Ledger($0) }
    for (place, indicator) in results.indicators.enumerated() {
      columns[place].ledger = results.units.firstIndex { $0.name == indicator.unit }
    }
    let places = Set(results.indicators.map(\.each) + results.units.map(\.each))
    looks = places.sorted { ($0 ?? -1) < ($1 ?? -1) }.map { [columns, ledgers] each in
      Look(
        each: each,
        columns: columns.indices.filter {
          columns[$0].counting.indicator.each == each && columns[$0].ledger == nil
        },
        ledgers: ledgers.indices.filter { ledgers[$0].unit.each == each })
    }
  }

  /// What interviews are read into, to be counted.
  package func makeSheet() -> Sheet { Sheet(questionnaire, by: by) }

  /// Counts one interview.
  package mutating func add(_ sheet: Sheet) {
    census.add(sheet)
    for look in looks {
      for frame in sheet.frames.indices where sheet.frames[frame].roster == look.each {
        if look.each != nil, !sheet.frames[frame].isDescribed { continue }
        let here = SheetPlace(sheet: sheet, frame: frame)
        for column in look.columns { columns[column].count(here) }
        for ledger in look.ledgers {
          guard let place = ledgers[ledger].place(here) else { continue }
          for column in columns.indices where columns[column].ledger == ledger {
            columns[column].keep(here, at: place)
          }
        }
      }
    }
  }

  /// Counts all that another counted, of interviews that come after these.
  ///
  /// - Parameter other: on the same questionnaire, split by the same question.
  package mutating func absorb(_ other: Tabulation) {
    census.absorb(other.census)
    let placings = ledgers.indices.map { ledgers[$0].absorb(other.ledgers[$0]) }
    for column in columns.indices {
      let placing = columns[column].ledger.map { placings[$0] } ?? []
      columns[column].absorb(other.columns[column], at: placing)
    }
  }

  /// What the units merged, in the questionnaire's order.
  package var merges: [Merge] {
    ledgers.map {
      Merge(unit: $0.unit.name, described: $0.described, distinct: $0.distinct)
    }
  }

  /// Every indicator counted, in the questionnaire's order.
  package var figures: [Figure] {
    columns.enumerated().map { place, column in
      column.figure(place, order: column.counting.by.flatMap { questionnaire.order(of: $0) })
    }
  }
}

/// Descriptions of one kind of unit, and how many different ones there were.
package struct Merge: Hashable, Sendable {
  /// A unit's name.
  package let unit: String
  package let described: Int
  package let distinct: Int
}

/// The interviews behind a report.
package struct Census: Hashable, Sendable {
  package private(set) var interviews = 0
  package private(set) var kinds: [Start.Kind: Int] = [:]
  package private(set) var modes: [Start.Mode: Int] = [:]
  /// The first and the last day one was started.
  package private(set) var days: ClosedRange<CalendarDate>?

  mutating func add(_ sheet: Sheet) {
    interviews += 1
    kinds[sheet.kind, default: 0] += 1
    modes[sheet.mode, default: 0] += 1
    let day = sheet.started.date
    days = days.map { min($0.lowerBound, day)...max($0.upperBound, day) } ?? day...day
  }

  mutating func absorb(_ other: Census) {
    interviews += other.interviews
    kinds.merge(other.kinds, uniquingKeysWith: +)
    modes.merge(other.modes, uniquingKeysWith: +)
    guard let more = other.days else { return }
    days =
      days.map {
        min($0.lowerBound, more.lowerBound)...max($0.upperBound, more.upperBound)
      } ?? more
  }
}

/// One indicator being counted.
private struct Column {
  let counting: Counting
  /// The unit each is counted once of, by place; nil: all count.
  var ledger: Int?
  /// Outcomes met, by number, and the number of each.
  private var outcomes: [Outcome] = []
  private var numbers: [Outcome: Int32] = [:]
  /// By number: how many times it was counted for good.
  private var counts: [Int] = []
  /// By unit: the number of what it adds; -1: nothing.
  private var kept: [Int32] = []

  init(_ counting: Counting) { self.counting = counting }

  mutating func count(_ here: SheetPlace) {
    if let outcome = counting.outcome(here) { counts[Int(number(of: outcome))] += 1 }
  }

  mutating func keep(_ here: SheetPlace, at place: Int) {
    let number = counting.outcome(here).map { self.number(of: $0) } ?? -1
    keep(number, at: place)
  }

  private mutating func keep(_ number: Int32, at place: Int) {
    if place == kept.count { kept.append(number) } else { kept[place] = number }
  }

  /// - Parameter placing: by place of the other, where its thing stands here; nil: not kept.
  mutating func absorb(_ other: Column, at placing: [Int?]) {
    let numbers = other.outcomes.map { number(of: $0) }
    for (number, times) in zip(numbers, other.counts) { counts[Int(number)] += times }
    for (place, number) in zip(placing, other.kept) {
      guard let place else { continue }
      keep(number < 0 ? -1 : numbers[Int(number)], at: place)
    }
  }

  private mutating func number(of outcome: Outcome) -> Int32 {
    if let number = numbers[outcome] { return number }
    let number = Int32(outcomes.count)
    outcomes.append(outcome)
    counts.append(0)
    numbers[outcome] = number
    return number
  }

  /// - Parameter order: where each group stands; nil: by value.
  func figure(_ place: Int, order: ((Value) -> Int)?) -> Figure {
    var counts = counts
    for number in kept where number >= 0 { counts[Int(number)] += 1 }
    var whole = Tally()
    var groups: [Value: Tally] = [:]
    for (outcome, times) in zip(outcomes, counts) where times > 0 {
      whole.add(outcome.part, times: times)
      guard counting.by != nil else { continue }
      for group in outcome.group.apart {
        groups[group, default: Tally()].add(outcome.part, times: times)
      }
    }
    let sorted = groups.sorted { left, right in
      let (one, two) = (order?(left.key) ?? 0, order?(right.key) ?? 0)
      return one == two ? left.key.precedes(right.key) : one < two
    }
    return Figure(
      place: place, whole: whole, by: counting.by,
      groups: sorted.map { Figure.Group(value: $0.key, tally: $0.value) }, scale: counting.scale)
  }
}

extension Value {
  /// Several choices, one by one; anything else itself.
  fileprivate var apart: [Value] {
    switch self {
    case .choices(let names): names.map(Value.choice)
    case .blank, .boolean, .number, .text, .date, .time, .dateTime, .choice:
      [isBlank ? .blank : self]
    }
  }

  /// Numbers by size, all else by its plain form; blank last.
  func precedes(_ other: Value) -> Bool {
    switch (self, other) {
    case (.blank, _): return false
    case (_, .blank): return true
    case (.number(let one), .number(let two)): return one < two
    case (.boolean, _), (.number, _), (.text, _), (.date, _), (.time, _), (.dateTime, _),
      (.choice, _), (.choices, _):
      return plain < other.plain
    }
  }
}

extension Questionnaire {
  /// Where a question's choices stand in its list; nil for what has none.
  func order(of question: Int) -> ((Value) -> Int)? {
    guard let list = items[question].question?.kind.labels else { return nil }
    return { value in list.position(of: value.plain) ?? list.choices.count }
  }
}
