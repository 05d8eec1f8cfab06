import Formulas
import Interviews
import Questions

/// What a formula of the results reads, standing in one frame of a sheet.
struct SheetPlace: Surroundings {
  let sheet: Sheet
  let frame: Int

  func value(of symbol: Int) -> Value {
    let home = sheet.ancestor(of: frame, at: sheet.depths[symbol])
    return sheet.value(symbol, in: home)
  }

  func values(of symbol: Int, within depth: Int) -> [Value] {
    let item = sheet.questionnaire.items[symbol]
    var here = [sheet.ancestor(of: frame, at: depth)]
    let inner = item.roster == nil ? item.repeats : item.repeats + [symbol]
    for roster in inner.dropFirst(depth) {
      here = here.flatMap { sheet.instances(of: roster, in: $0) }
    }
    if item.roster != nil { return here.map { _ in .boolean(true) } }
    return here.filter { sheet.gap(symbol, in: $0) != .skipped }
      .map { sheet.value(symbol, in: $0) }
  }

  func value(of symbol: Int, at positions: [Int]) -> Value {
    let repeats = sheet.questionnaire.items[symbol].repeats
    let outer = max(0, repeats.count - positions.count)
    var here = sheet.ancestor(of: frame, at: outer)
    for (roster, position) in zip(repeats.dropFirst(outer), positions) {
      let instances = sheet.instances(of: roster, in: here)
      guard instances.indices.contains(position - 1) else { return .blank }
      here = instances[position - 1]
    }
    return sheet.frames[here].roster == repeats.last
      ? sheet.value(symbol, in: here) : .blank
  }

  func special(of symbol: Int) -> String? {
    guard case .special(let place) = gap(of: symbol) else { return nil }
    return sheet.questionnaire.specials[Int(place)].name
  }

  func gap(of symbol: Int) -> Sheet.Gap {
    let home = sheet.ancestor(of: frame, at: sheet.depths[symbol])
    return sheet.gap(symbol, in: home)
  }

  func choiceLabel(of symbol: Int) -> String? {
    let labels = value(of: symbol).names.compactMap { choiceLabel($0, of: symbol) }
    return labels.isEmpty ? nil : labels.joined(separator: ", ")
  }

  func choiceLabel(_ name: String, of symbol: Int) -> String? {
    let list = sheet.questionnaire.items[symbol].question?.kind.choices?.list
    return list?[name]?.label[sheet.questionnaire.place(of: sheet.language)]
  }

  func attribute(_ name: String) -> Value { .blank }

  func lookup(list: String, column: String, keyColumn: String, value: String) -> String? {
    sheet.questionnaire.lists[list]?.lookup(column: column, keyColumn: keyColumn, value: value)
  }

  var candidate: Value { .blank }

  var position: Int? { sheet.frames[frame].roster == nil ? nil : sheet.frames[frame].ordinal }

  var today: CalendarDate { now.date }

  var now: DateTime { sheet.started }

  var language: Language { Language(rawValue: sheet.language) ?? .english }

  /// The same at each reading, for the same interview and instance.
  func random(_ place: Int) -> Number {
    let hash = StableHash.of("\(sheet.id)/\(frame)/\(place)".utf8)
    return Number(Int(hash % 1_000_000)).divided(by: Number(1_000_000)) ?? .zero
  }
}
