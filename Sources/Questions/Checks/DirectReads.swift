import Formulas

// Formulas that would carry an answer kept apart to where the others are.
extension DeskCheck {
  mutating func findDirectReads(_ results: Results, _ interviewLabel: LocalizedText?) {
    let direct = Set(items.filter { $0.isKeptApart(among: items) }.map(\.index))
    if direct.isEmpty { return }
    for item in items where !direct.contains(item.index) {
      for name in names(direct, readBy: item.governing + item.requirements) {
        refuse(
          name, at: entry(item.index).place(ofReading: name) { json.offset(of: $0, in: $1) })
      }
    }
    for check in checks where !(check.owner.map(direct.contains) ?? false) {
      let place = check.owner.map { entry($0).node.offset } ?? offset("checks", 0)
      for name in names(direct, readBy: [check.constraint] + [check.relevant].compactMap(\.self)) {
        refuse(name, at: place)
      }
    }
    for (place, indicator) in results.indicators.enumerated() {
      for name in names(direct, readBy: indicator.formulas) {
        refuse(name, at: offset("indicators", place))
      }
    }
    for name in names(direct, readBy: results.units.flatMap { [$0.identity] + $0.prefer }) {
      refuse(name, at: offset("units", 0))
    }
    for (place, target) in results.targets.enumerated() {
      for name in names(direct, readBy: [target.filter].compactMap(\.self)) {
        refuse(name, at: offset("targets", place))
      }
    }
    let pieces = (interviewLabel?.all ?? []).flatMap(LocalizedText.pieces)
    for item in direct.sorted() where pieces.contains(where: { $0.name == items[item].name }) {
      refuse(items[item].name, at: offset("interview_label", 0))
    }
  }

  /// The names of those kept apart that formulas read.
  private func names(_ direct: Set<Int>, readBy formulas: [Formula]) -> [String] {
    formulas.flatMap(\.references).map(\.symbol).filter(direct.contains).map { items[$0].name }
  }

  private mutating func refuse(_ name: String, at offset: Int) {
    problems.append(Problem(.readsDirect(name), at: offset, in: json))
  }

  /// Of a top-level key, or of its entry there.
  private func offset(_ key: String, _ place: Int) -> Int {
    let node = json.root[key]
    if let entries = node?.elements, entries.indices.contains(place) {
      return entries[place].offset
    }
    return node?.offset ?? json.root.offset
  }
}

extension Item {
  /// What decides whether it must be answered.
  fileprivate var requirements: [Formula] {
    guard case .when(let formula)? = question?.required else { return [] }
    return [formula]
  }
}

extension LocalizedText.Piece {
  /// What is piped; nil for plain text.
  fileprivate var name: String? {
    switch self {
    case .text: nil
    case .shown(let name), .raw(let name, _): name
    }
  }
}

extension Indicator {
  fileprivate var formulas: [Formula] {
    [value, numerator, denominator, filter].compactMap(\.self)
  }
}
