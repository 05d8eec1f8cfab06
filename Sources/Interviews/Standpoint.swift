import Formulas
import Questions

/// What formulas read, standing at one spot.
struct Standpoint: Surroundings {
  let tree: AnswerTree
  let frame: Int
  /// The item whose formula this is; nil for a check at top level.
  let item: Int?
  /// The choice a filter looks at.
  var choice: Choice?
  /// The row of a list's file a filter looks at.
  var row: (table: ListTable, place: Int)?

  func value(of symbol: Int) -> Value { tree[spot(of: symbol)].value }

  private func spot(of symbol: Int) -> Spot {
    let depth = tree.questionnaire.items[symbol].repeats.count
    return Spot(frame: tree.ancestor(of: frame, at: depth), item: symbol)
  }

  func values(of symbol: Int, within depth: Int) -> [Value] {
    let item = tree.questionnaire.items[symbol]
    let base = tree.ancestor(of: frame, at: depth)
    let frames = tree.descendants(of: base, inside: item.repeats)
    if item.roster != nil {
      return frames.flatMap { frame in
        tree[Spot(frame: frame, item: symbol)].isRelevant
          ? tree.live(symbol, in: frame).map { _ in Value.boolean(true) } : []
      }
    }
    return frames.map { tree[Spot(frame: $0, item: symbol)] }.filter(\.isRelevant).map(\.value)
  }

  func value(of symbol: Int, at positions: [Int]) -> Value {
    let repeats = tree.questionnaire.items[symbol].repeats
    let outer = max(0, repeats.count - positions.count)
    var here = tree.ancestor(of: frame, at: outer)
    for (roster, position) in zip(repeats.dropFirst(outer), positions) {
      guard let next = tree.frame(of: position, in: roster, under: here) else { return .blank }
      here = next
    }
    let spot = Spot(frame: here, item: symbol)
    let isThere = tree.item(spot).repeats.last == tree.frames[here].roster
    return isThere ? tree[spot].value : .blank
  }

  func special(of symbol: Int) -> String? { tree[spot(of: symbol)].special }

  func choiceLabel(of symbol: Int) -> String? {
    let labels = value(of: symbol).names.compactMap { choiceLabel($0, of: symbol) }
    return labels.isEmpty ? nil : labels.joined(separator: ", ")
  }

  func choiceLabel(_ name: String, of symbol: Int) -> String? {
    tree.choice(name, at: spot(of: symbol))?.label[tree.language]
  }

  func attribute(_ name: String) -> Value {
    let text = row.map { row in
      row.table.column(name).map { row.table.field(row: row.place, column: $0) }
    }
    guard let text = text ?? choice?.attribute(name), !text.isEmpty else { return .blank }
    return .text(text)
  }

  func lookup(list: String, column: String, keyColumn: String, value: String) -> String? {
    tree.lookup(list, column: column, keyColumn: keyColumn, value: value)
  }

  var candidate: Value { item.map { value(of: $0) } ?? .blank }

  var position: Int? { tree.frames[frame].roster == nil ? nil : tree.frames[frame].ordinal }

  var today: CalendarDate { tree.started.date }

  var now: DateTime { tree.started }

  var language: Language {
    Language(rawValue: tree.questionnaire.languages[tree.language]) ?? .english
  }

  /// Drawn from the interview's id and the place, so that replaying draws it again.
  ///
  /// The text `ID/PATH/PLACE`, hashed by FNV-1a of 64 bits, then stirred (the last step of
  /// MurmurHash3), since texts that differ by their last byte alone hash to near numbers. Its
  /// remainder by 10¹⁵ is read as 15 decimals.
  func random(_ place: Int) -> Number {
    let path = tree.path(of: Spot(frame: frame, item: item ?? 0))
    var hash = StableHash.of("\(tree.id)/\(path)/\(place)".utf8)
    hash = (hash ^ (hash >> 33)) &* 0xff51_afd7_ed55_8ccd
    hash = (hash ^ (hash >> 33)) &* 0xc4ce_b9fe_1a85_ec53
    hash ^= hash >> 33
    let digits = String(hash % 1_000_000_000_000_000)
    let zeros = String(repeating: "0", count: 15 - digits.count)
    return Number(reading: "0.\(zeros)\(digits)") ?? Number(0)
  }
}
