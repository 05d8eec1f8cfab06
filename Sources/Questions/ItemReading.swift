import Formulas

/// Entries of the outline, to items: every formula compiled, every key accounted for.
struct ItemReading {
  private let outline: Outline
  private let json: JSONText
  /// Every name, calculations with their types.
  private(set) var names: Names
  private var calculations: [Int: Formula] = [:]
  private(set) var problems: [Problem] = []

  init(outline: Outline, names: Names, json: JSONText) {
    self.outline = outline
    self.json = json
    self.names = names
    for entry in outline.entries {
      let isCalculate = entry.type == .calculate
      self.names.declare(entry, type: isCalculate ? .text : entry.type.valueType)
    }
    compileCalculations()
  }

  /// Calculations first, each after those it reads: their formulas decide their types.
  private mutating func compileCalculations() {
    for index in inReadingOrder() {
      let entry = outline.entries[index]
      guard entry.opener == nil, let node = entry.calculation, let source = node.string
      else { continue }
      let expected = entry.type.valueType.map { Set([$0]) }
      let (formula, found) = names.compile(
        source, node, expecting: expected, scope: names.scope(entry.repeats), json: json)
      problems += found
      calculations[index] = formula
      if formula == nil { names.loseType(of: entry) }
      if entry.type == .calculate, let formula {
        names.declare(entry, type: formula.type ?? .text, possible: formula.possible)
      }
    }
  }

  /// Entries with a calculation, those they name before them; a circle of them is reported, and
  /// left out.
  private mutating func inReadingOrder() -> [Int] {
    let calculated = outline.entries.filter {
      $0.opener == nil && ($0.type == .calculate || $0.node["calculation"] != nil)
    }
    let byName = Dictionary(
      calculated.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    var reads = calculated.map { entry in
      LocalizedText.pieces(of: entry.calculation?.string ?? "").compactMap { piece in
        if case .shown(let name) = piece { byName[name] } else { nil }
      }
    }
    while true {
      do throws(Dependencies.Circles) {
        let rank = try Dependencies.ranks(reads)
        return calculated.indices.filter { !names.isUntyped(calculated[$0].name) }
          .sorted { rank[$0] < rank[$1] }.map { calculated[$0].index }
      } catch {
        for circle in error.all {
          report(circle: circle.map { calculated[$0] })
          for member in circle {
            reads[member] = []
            names.loseType(of: calculated[member])
          }
        }
      }
    }
  }

  private mutating func report(circle: [Outline.Entry]) {
    let circle = circle.startingFirst(by: \.index)
    let names = circle.map(\.name)
    guard let first = circle.first else { return }
    let place = first.place(ofReading: names.count > 1 ? names[1] : names[0]) {
      json.offset(of: $0, in: $1)
    }
    problems.append(
      Problem(.cycle(names + names.prefix(1)), at: place, in: json))
  }

  mutating func items() -> [Item] { outline.entries.map { item($0) } }

  private mutating func item(_ entry: Outline.Entry) -> Item {
    if let opener = entry.opener { return otherText(entry, opener) }
    if let row = entry.row { return gridRow(entry, row) }
    var (item, keys) = read(entry)
    keys.finish(elsewhere: ItemType.everyKey)
    // Where the type is only guessed, so is what applies to it.
    let isSure = entry.node["type"]?.string == entry.type.rawValue
    problems += keys.problems.filter { problem in
      if case .misplacedKey = problem.fact { isSure } else { true }
    }
    return item
  }

  /// The item, and the reader whose keys it was made of.
  private func read(_ entry: Outline.Entry) -> (Item, KeyReader) {
    var keys = KeyReader(
      entry.node, in: json, owner: .item(entry.name, entry.type), names: names,
      standing: .init(
        repeats: entry.repeats, item: entry.index, list: entry.list,
        calculation: calculations[entry.index]),
      needed: entry.type.neededKeys)
    for key in ["type", "name"] { _ = keys.value(key) }
    let content = content(entry, &keys)
    let item = Item(
      name: entry.name, index: entry.index, parent: entry.parent, end: entry.end,
      repeats: entry.repeats, slot: entry.slot, content: content, number: keys.string("number"),
      label: keys.text("label"), shortLabel: keys.text("short_label"), hint: keys.text("hint"),
      text: keys.text("text"), relevant: keys.condition("relevant"),
      checks: checks(entry, &keys))
    if item.label == nil, item.isStop, keys.node("label") == nil {
      keys.report(.missingKey("label", on: keys.owner), at: entry.node.offset)
    }
    return (item, keys)
  }

  /// The keys an item of that type is read from.
  static func keys(of type: ItemType) -> Set<String> {
    let source = #"{"type": "\#(type.rawValue)", "name": "x"}"#
    guard let json = try? JSONText(Array(source.utf8)) else { return [] }
    let outline = Outline([json.root], lists: [:], languages: [], in: json)
    let names = Names(languages: [], lists: [:], specials: [], broken: [])
    guard let entry = outline.entries.first else { return [] }
    return ItemReading(outline: outline, names: names, json: json).read(entry).1.keysAsked
  }

  private func otherText(_ entry: Outline.Entry, _ opener: OtherText) -> Item {
    let choice = outline.entries[opener.question].list?[opener.choice]
    let question = Question(
      kind: .other(opener), required: .never, requiredMessage: nil, missing: [],
      personal: .freeText, whenBlank: nil, calculation: nil, proposal: nil,
      isRandomized: false)
    return Item(
      name: entry.name, index: entry.index, parent: entry.parent, end: entry.end,
      repeats: entry.repeats, slot: entry.slot, content: .question(question), number: nil,
      label: choice?.label, shortLabel: nil, hint: nil, text: nil, relevant: nil, checks: [])
  }

  /// A row: its own name, label and condition; all else is its grid's.
  private mutating func gridRow(_ entry: Outline.Entry, _ row: JSONValue) -> Item {
    var grid = KeyReader(
      entry.node, in: json, owner: .item(entry.name, nil), names: names,
      standing: .init(repeats: entry.repeats, item: entry.index, list: entry.list))
    let question = question(.row(ChoiceQuestion(&grid, isMultiple: false)), &grid)
    var keys = KeyReader(
      row, in: json, owner: .item(entry.name, nil), names: names,
      standing: .init(repeats: entry.repeats, item: entry.index, list: entry.list),
      needed: ["name", "label"])
    _ = keys.value("name")
    let item = Item(
      name: entry.name, index: entry.index, parent: entry.parent, end: entry.end,
      repeats: entry.repeats, slot: entry.slot, content: .question(question), number: nil,
      label: keys.text("label"), shortLabel: keys.text("short_label"), hint: nil, text: nil,
      relevant: keys.condition("relevant"), checks: [])
    if keys.node("label") == nil {
      keys.report(.missingKey("label", on: keys.owner), at: row.offset)
    }
    keys.finish()
    problems += grid.problems + keys.problems
    return item
  }

  private func content(_ entry: Outline.Entry, _ keys: inout KeyReader) -> Item.Content {
    guard let kind = entry.type.kind(&keys) else {
      _ = keys.array("items")
      switch keys.node("items") {
      case nil: keys.report(.missingKey("items", on: keys.owner), at: entry.node.offset)
      case let node? where node.elements?.isEmpty == true:
        keys.report(.emptyList("items"), at: node.offset)
      case _?: break
      }
      return entry.type == .roster ? .roster(roster(entry, &keys)) : .group
    }
    return .question(question(kind, &keys))
  }

  private func roster(_ entry: Outline.Entry, _ keys: inout KeyReader) -> Roster {
    let minimum = keys.count("min")
    let maximum = keys.count("max", atLeast: 1)
    keys.inOrder("min", minimum, "max", maximum)
    let members = outline.entries[entry.index..<entry.end]
      .filter { $0.repeats.last == entry.index }.map(\.index)
    let itemLabel = inside(entry, &keys, "item_label") { $0.text("item_label") }
    let counts = ["repeat_count", "open"].map { key in
      let formula = keys.formula(key, expecting: [.number])
      keys.checkCount(formula, key, maximum)
      return formula
    }
    return Roster(
      count: counts[0], minimum: minimum ?? 0, maximum: maximum, open: counts[1],
      itemLabel: itemLabel,
      members: members)
  }

  /// Checks of a repeat look at one instance: they stand inside it.
  private func checks(_ entry: Outline.Entry, _ keys: inout KeyReader) -> [Check] {
    guard entry.type == .roster else { return keys.checks("checks", owner: entry.index) }
    return inside(entry, &keys, "checks") { $0.checks("checks", owner: entry.index) }
  }

  /// Reads one key of a repeat as standing inside it.
  private func inside<Result>(
    _ entry: Outline.Entry, _ keys: inout KeyReader, _ key: String,
    _ read: (inout KeyReader) -> Result
  ) -> Result {
    var inside = KeyReader(
      entry.node, in: json, owner: keys.owner, names: names,
      standing: .init(repeats: entry.repeats + [entry.index]))
    let result = read(&inside)
    _ = keys.value(key)
    keys.problems += inside.problems
    return result
  }

  private func question(_ kind: QuestionKind, _ keys: inout KeyReader) -> Question {
    if case .calculate = kind {
      let calculation = keys.calculation()
      if keys.node("calculation") == nil {
        keys.report(.missingKey("calculation", on: keys.owner), at: keys.object.offset)
      }
      return Question(
        kind: kind, required: .never, requiredMessage: nil, missing: [],
        personal: personal(&keys), whenBlank: keys.text("when_blank"), calculation: calculation,
        proposal: nil, isRandomized: false)
    }
    guard kind.holdsAnswer else {
      return Question(
        kind: kind, required: .never, requiredMessage: nil, missing: [], personal: nil,
        whenBlank: nil, calculation: nil, proposal: nil, isRandomized: false,
        endsInterview: keys.flag("ends") ?? false)
    }
    return Question(
      kind: kind, required: requirement(&keys), requiredMessage: keys.text("required_message"),
      missing: missing(&keys), personal: personal(&keys), whenBlank: keys.text("when_blank"),
      calculation: keys.calculation(),
      proposal: proposal(of: kind, &keys),
      isRandomized: kind.hasOrder && keys.flag("randomize") ?? false)
  }

  private func proposal(of kind: QuestionKind, _ keys: inout KeyReader) -> Formula? {
    let proposal = keys.proposal(of: kind)
    if let node = keys.node("default"), keys.node("calculation") != nil {
      keys.report(.uselessBeside("default", "calculation"), severity: .warning, at: node.offset)
    }
    return proposal
  }

  private func requirement(_ keys: inout KeyReader) -> Question.Requirement {
    guard let value = keys.value("required") else { return .never }
    if case .boolean(let flag) = value.kind { return flag ? .always : .never }
    guard let word = value.string?.lowercased(), !Self.yesAndNo.contains(word) else {
      keys.report(.wrongType("required", expected: .flagOrFormula), at: value.offset)
      return .never
    }
    guard let formula = keys.condition("required") else { return .never }
    if let item = keys.standing.item, let node = keys.node("required"),
      let place = formula.place(of: item)
    {
      keys.report(
        .readsItself("required"), severity: .warning,
        at: json.offset(of: place.lowerBound, in: node))
    }
    return .when(formula)
  }

  /// What a spreadsheet would say: here a flag stands without quotes.
  private static let yesAndNo: Set = ["yes", "no", "true", "false", "oui", "non"]

  private func personal(_ keys: inout KeyReader) -> Question.Personal? {
    keys.oneOf("personal", Question.Personal.allCases.map(\.rawValue))
      .flatMap(Question.Personal.init)
  }

  private func missing(_ keys: inout KeyReader) -> [String] {
    var seen: Set<String> = []
    return (keys.array("missing") ?? []).compactMap { value in
      guard let name = value.string else {
        keys.report(.wrongType("missing", expected: .string), at: value.offset)
        return nil
      }
      if names.specials.contains(name) {
        report(special: name, at: value.offset, &keys, &seen)
        return name
      }
      let nearest = nearestName(to: name, among: names.specials)
      keys.report(.unknownSpecial(name, nearest: nearest), at: value.offset)
      return nil
    }
  }

  /// What is wrong with a special answer that exists: offered twice, or named like a choice.
  private func report(
    special name: String, at offset: Int, _ keys: inout KeyReader, _ seen: inout Set<String>
  ) {
    if !seen.insert(name).inserted {
      keys.report(.namedTwice(name, key: "missing"), severity: .warning, at: offset)
    } else if let list = keys.standing.list, list.names?.contains(name) == true {
      keys.report(.specialLikeChoice(name, list: list.name), severity: .warning, at: offset)
    }
  }

  /// The reader of what stands at top level.
  func topLevel(_ root: JSONValue) -> KeyReader {
    KeyReader(root, in: json, owner: .questionnaire, names: names, standing: .init())
  }
}
