import Formulas

/// The keys of `formats.md` §4, read: every formula compiled where what it counts stands.
struct ResultsReading {
  private let json: JSONText
  private let names: Names
  private let items: [Item]
  private(set) var problems: [Problem] = []
  private var results = Results()

  init(_ items: [Item], names: Names, json: JSONText) {
    self.items = items
    self.names = names
    self.json = json
  }

  mutating func results(_ top: inout KeyReader) -> Results {
    for member in top.value("units")?.members ?? [] { unit(member) }
    if let node = top.value("units"), node.members == nil {
      report(.wrongType("units", expected: .object), at: node.offset)
    }
    for value in top.array("indicators") ?? [] { indicator(value) }
    if let value = top.value("disclosure") { disclosure(value) }
    if let value = top.value("retention") { retention(value) }
    for value in top.array("targets") ?? [] { target(value) }
    return results
  }

  private mutating func isObject(_ value: JSONValue, _ key: String) -> Bool {
    if value.members == nil { report(.wrongType(key, expected: .object), at: value.offset) }
    return value.members != nil
  }

  private mutating func report(_ fact: Problem.Fact, at offset: Int) {
    problems.append(Problem(fact, at: offset, in: json))
  }

  private func reader(
    _ value: JSONValue, _ owner: Problem.Owner, inside each: Int? = nil
  ) -> KeyReader {
    let repeats = each.map { items[$0].repeats + [$0] } ?? []
    return KeyReader(
      value, in: json, owner: owner, names: names, standing: .init(repeats: repeats))
  }

  /// The repeat `each` names; nil for interviews.
  private func each(_ keys: inout KeyReader) -> Int? {
    let rosters = items.filter { $0.roster != nil }
    let word = keys.oneOf("each", ["interview"] + rosters.map(\.name))
    return rosters.first { $0.name == word }?.index
  }

  /// The repeat, read before the formulas that stand in it.
  private mutating func place(_ value: JSONValue, _ owner: Problem.Owner) -> Int? {
    var keys = reader(value, owner)
    let each = each(&keys)
    problems += keys.problems.filter { if case .unknownWord = $0.fact { true } else { false } }
    return each
  }

  private func isBrokenUnit(_ name: String) -> Bool {
    json.root["units"]?[name] != nil && !results.units.contains { $0.name == name }
  }

  /// Without what only follows from an `each` that names no repeat.
  private func known(_ found: [Problem], inside each: Int?, _ value: JSONValue) -> [Problem] {
    guard each == nil, let word = value["each"]?.string, word != "interview" else { return found }
    return found.filter { problem in
      guard case .formula(let fault) = problem.fact else { return true }
      if case .named(.readFromOutside) = fault.fact { return false }
      return true
    }
  }

  private mutating func require(_ keys: [String], of value: JSONValue, _ reader: inout KeyReader) {
    for key in keys where value[key] == nil {
      reader.report(.missingKey(key, on: reader.owner), at: value.offset)
    }
  }
}

extension ResultsReading {
  private mutating func unit(_ member: JSONMember) {
    let owner = Problem.Owner.unit(member.name)
    guard isObject(member.value, "units") else { return }
    let each = place(member.value, owner)
    var keys = reader(member.value, owner, inside: each)
    _ = keys.value("each")
    let label = keys.text("label")
    let identity = keys.formula("identity", expecting: nil)
    let prefer = keys.conditions("prefer")
    keys.finish()
    require(["each", "identity"], of: member.value, &keys)
    problems += known(keys.problems, inside: each, member.value)
    guard let identity else { return }
    results.units.append(
      CountedUnit(
        name: member.name, label: label, each: each, identity: identity, prefer: prefer))
  }

  private mutating func indicator(_ value: JSONValue) {
    let owner = Problem.Owner.indicator(value["name"]?.string)
    guard isObject(value, "indicators") else { return }
    let each = place(value, owner)
    var keys = reader(value, owner, inside: each)
    defer { problems += known(keys.problems, inside: each, value) }
    _ = keys.value("each")
    let name = keys.string("name")
    let finding = keys.string("finding")
    let label = keys.text("label")
    let section = keys.text("section")
    let published = keys.text("published")
    let isUnmasked = keys.flag("unmasked") ?? false
    let units = results.units.filter { $0.each == each }.map(\.name)
    // A unit that is there, but not sound, is reported as that.
    let isBroken = value["unit"]?.string.map(isBrokenUnit) ?? true
    let unit = isBroken ? nil : keys.oneOf("unit", units)
    if unit == nil { _ = keys.value("unit") }
    let by = question("by", &keys, inside: each)
    let filter = keys.condition("where")
    let denominator = keys.condition("denominator")
    let measure = keys.oneOf("of", Indicator.Measure.allCases.map(\.rawValue))
      .flatMap(Indicator.Measure.init)
    let (figure, numerator) = figures(measure, &keys)
    keys.finish(elsewhere: ["value", "numerator"])
    require(["name", "label", "each", "of"], of: value, &keys)
    if let name, results.indicators.contains(where: { $0.name == name }) {
      keys.report(.duplicateIndicator(name), at: value["name"]?.offset ?? value.offset)
    }
    guard let name, let label, let measure else { return }
    results.indicators.append(
      Indicator(
        name: name, finding: finding, label: label, section: section, each: each, unit: unit,
        measure: measure, value: figure, numerator: numerator, denominator: denominator,
        filter: filter, by: by, published: published, isUnmasked: isUnmasked))
  }

  /// What is counted or averaged, each measure with the key that says it.
  private mutating func figures(
    _ measure: Indicator.Measure?, _ keys: inout KeyReader
  ) -> (value: Formula?, numerator: Formula?) {
    let value = keys.object
    switch measure {
    case .share:
      require(["numerator"], of: value, &keys)
      return (nil, keys.condition("numerator"))
    case .mean, .median:
      require(["value"], of: value, &keys)
      return (keys.formula("value", expecting: [.number]), nil)
    case .distribution:
      require(["value"], of: value, &keys)
      return (keys.formula("value", expecting: nil), nil)
    case .count: return (nil, nil)
    case nil:
      for key in ["value", "numerator"] { _ = keys.value(key) }
      return (nil, nil)
    }
  }

  /// A question that holds one value where `each` stands.
  private mutating func question(
    _ key: String, _ keys: inout KeyReader, inside each: Int?
  ) -> Int? {
    guard let name = keys.string(key), let node = keys.object[key] else { return nil }
    return question(name, at: node.offset, key, inside: each, &keys)
  }

  private func question(
    _ name: String, at offset: Int, _ key: String, inside each: Int?, _ keys: inout KeyReader
  ) -> Int? {
    let repeats = each.map { items[$0].repeats + [$0] } ?? []
    let fitting = items.filter { item in
      item.question?.kind.valueType != nil && repeats.starts(with: item.repeats)
    }
    if let item = fitting.first(where: { $0.name == name }) { return item.index }
    if names.broken.contains(name) { return nil }
    let nearest = nearestName(to: name, among: fitting.map(\.name))
    keys.report(.noSuchQuestion(name, key: key, nearest: nearest), at: offset)
    return nil
  }
}

extension ResultsReading {
  private mutating func disclosure(_ value: JSONValue) {
    var keys = reader(value, .disclosure)
    if let smallest = keys.count("smallest_cell") {
      results.disclosure.smallestCell = smallest
      if smallest < Disclosure.fewest {
        let offset = value["smallest_cell"]?.offset ?? value.offset
        keys.report(.tooSmall("smallest_cell", least: Disclosure.fewest), at: offset)
      }
    }
    for group in keys.array("forbidden") ?? [] {
      let crossed = (group.elements ?? []).compactMap { node -> Int? in
        guard let name = node.string else { return nil }
        let inside = items.first { $0.name == name }?.repeats.last
        return question(name, at: node.offset, "forbidden", inside: inside, &keys)
      }
      if group.elements?.allSatisfy({ $0.string != nil }) != true {
        keys.report(.wrongType("forbidden", expected: .arraysOfNames), at: group.offset)
        break
      }
      if group.elements?.count ?? 0 < 2 { keys.report(.tooFewCrossed, at: group.offset) }
      results.disclosure.forbidden.append(crossed)
    }
    keys.finish()
    problems += keys.problems
  }

  private mutating func retention(_ value: JSONValue) {
    var keys = reader(value, .retention)
    for kind in Question.Personal.allCases {
      results.retention[kind] = keys.count(kind.rawValue)
    }
    keys.finish()
    problems += keys.problems
  }

  private mutating func target(_ value: JSONValue) {
    guard isObject(value, "targets") else { return }
    var keys = reader(value, .target)
    let label = keys.text("label")
    let count = keys.count("count")
    let filter = keys.condition("where")
    keys.finish()
    require(["label", "count"], of: value, &keys)
    problems += keys.problems
    guard let label, let count else { return }
    results.targets.append(Target(label: label, count: count, filter: filter))
  }
}
