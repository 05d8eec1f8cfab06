import Formulas

/// What is dubious in a questionnaire whose parts each can be used: looked at once all are read.
struct DeskCheck {
  let items: [Item]
  let checks: [Check]
  let lists: [String: ChoiceList]
  let outline: Outline
  let json: JSONText
  /// By item: an order in which each comes after all it reads; nil where there is none.
  let rank: [Int]?
  var problems: [Problem] = []
  /// By item: what every answer to it satisfies.
  private var facts: [[Formula.Known]] = []

  init(
    items: [Item], checks: [Check], lists: [String: ChoiceList], outline: Outline, json: JSONText,
    rank: [Int]?
  ) {
    self.items = items
    self.checks = checks
    self.lists = lists
    self.outline = outline
    self.json = json
    self.rank = rank
  }

  mutating func run() {
    findUnusedLists()
    let inOrder = rank.map { rank in items.indices.sorted { rank[$0] < rank[$1] } }
    facts = [[Formula.Known]](repeating: [], count: items.count)
    for index in inOrder ?? Array(items.indices) { facts[index] = items[index].known(given: facts) }
    findImpossibleChecks()
    findNeverOffered()
    guard let inOrder else { return }
    findForwardReferences(inOrder)
    findNeverAsked(inOrder)
  }

  /// What every answer to an item satisfies.
  var known: (Int) -> [Formula.Known] {
    let facts = facts
    return { facts[$0] }
  }

  mutating func warn(_ fact: Problem.Fact, at offset: Int) {
    problems.append(Problem(fact, severity: .warning, at: offset, in: json))
  }

  func entry(_ item: Int) -> Outline.Entry { outline.entries[item] }
}

extension Item {
  /// What every answer to it satisfies, given what holds of those a calculation reads.
  fileprivate func known(given facts: [[Formula.Known]]) -> [Formula.Known] {
    if let roster { return roster.maximum.map { [.countAtMost($0)] } ?? [] }
    switch question?.kind {
    case .number(let number): return number.known
    case .text(let text): return text.maximumLength.map { [.lengthAtMost($0)] } ?? []
    case .other: return [.lengthAtMost(OtherText.maximumLength)]
    case .selectOne(let choices), .row(let choices):
      return choices.known + [.countAtMost(1)]
    case .selectMultiple(let choices):
      return choices.known + (choices.maximumSelected.map { [.countAtMost($0)] } ?? [])
    case .rank(let rank):
      let isWritten = rank.choices.list.file == nil
      return rank.choices.known + (isWritten ? [.countAtMost(rank.ranks)] : [])
    case .calculate:
      guard let formula = question?.calculation else { return [] }
      return formula.bounds { facts[$0] } + (formula.possible.map { [.among($0)] } ?? [])
    case .note, .acknowledge, .date, .time, .grid, nil: return []
    }
  }

  /// The formulas that decide, when the person comes to it, what is asked and proposed: by key.
  var formulasOnTheWay: [(key: String, formula: Formula)] {
    var formulas = [("relevant", relevant)]
    switch content {
    case .question(let question):
      if case .when(let formula) = question.required { formulas.append(("required", formula)) }
      formulas.append(("default", question.proposal))
      if question.isAsked { formulas.append(("calculation", question.calculation)) }
      formulas.append(("choice_filter", question.kind.choices?.filter))
    case .roster(let roster): formulas += [("repeat_count", roster.count), ("open", roster.open)]
    case .group: break
    }
    return formulas.compactMap { key, formula in formula.map { (key, $0) } }
  }
}

extension Outline.Entry {
  /// The value of a key: a row's own, else its grid's.
  subscript(key: String) -> JSONValue? { row?[key] ?? node[key] }

  /// The offset where one of its formulas names `name`; of the item where none does.
  ///
  /// - Parameter offset: of a byte inside a string's text, in the file.
  func place(ofReading name: String, _ offset: (Int, JSONValue) -> Int) -> Int {
    for key in ["relevant", "calculation", "default", "choice_filter", "repeat_count", "open"] {
      guard let value = self[key], let text = value.string,
        let place = text.utf8.firstRange(of: "${\(name)}".utf8)
      else { continue }
      return offset(text.utf8.distance(from: text.utf8.startIndex, to: place.lowerBound), value)
    }
    for choice in list?.choices ?? [] {
      guard let source = choice.relevant,
        let place = source.text.utf8.firstRange(of: "${\(name)}".utf8)
      else { continue }
      let inside = source.text.utf8.distance(
        from: source.text.utf8.startIndex, to: place.lowerBound)
      return offset(inside, JSONValue(kind: .string(source.text), offset: source.offset))
    }
    return node.offset
  }
}

extension NumberQuestion {
  fileprivate var known: [Formula.Known] {
    [minimum.map { .atLeast(.number($0)) }, maximum.map { .atMost(.number($0)) }]
      .compactMap(\.self)
  }
}

extension ChoiceQuestion {
  fileprivate var known: [Formula.Known] {
    guard let names = list.names, !names.isEmpty else { return [] }
    return [.among(names)] + (list.alone.isEmpty ? [] : [.exclusive(list.alone)])
  }
}
