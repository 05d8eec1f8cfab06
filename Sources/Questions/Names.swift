import Formulas

/// Every name a questionnaire declares, as its formulas and texts may use them.
struct Names {
  let languages: [String]
  let lists: [String: ChoiceList]
  let specials: [String]
  private var symbols: [String: Symbol] = [:]
  private var byIndex: [Symbol] = []
  /// Lower-cased names, to find those alike but for their case.
  private var folded: [String: Int] = [:]

  init(languages: [String], lists: [String: ChoiceList], specials: [String]) {
    self.languages = languages
    self.lists = lists
    self.specials = specials
  }

  /// Adds or replaces the symbol of an entry.
  mutating func declare(_ entry: Outline.Entry, type: ValueType?) {
    let role: Symbol.Role =
      switch entry.type {
      case .roster: .repeated
      case .group: .group
      case .note, .acknowledge, .text, .integer, .decimal, .date, .time, .selectOne,
        .selectMultiple, .rank, .grid, .calculate:
        type.map(Symbol.Role.value) ?? .group
      }
    let symbol = Symbol(
      index: entry.index, role: role, repeats: entry.repeats, choices: entry.list?.names)
    symbols[entry.name] = symbol
    if entry.index < byIndex.count {
      byIndex[entry.index] = symbol
    } else {
      byIndex.append(symbol)
    }
  }

  func symbol(_ index: Int) -> Symbol? { byIndex.indices.contains(index) ? byIndex[index] : nil }

  /// What a formula may name, standing inside `repeats`.
  ///
  /// - Parameter list: whose choices a filter looks at, one by one; nil elsewhere.
  func scope(_ repeats: [Int], over list: ChoiceList? = nil) -> Scope {
    Scope(
      symbols: { symbols[$0] }, names: { Array(symbols.keys) }, repeats: repeats, candidate: nil,
      attributes: list?.columns, lists: { lists[$0]?.columns }, listNames: { Array(lists.keys) })
  }

  /// Compiles a formula, its faults placed in the file.
  func compile(
    _ source: String, _ node: JSONValue, expecting types: Set<ValueType>?, scope: Scope,
    json: JSONText
  ) -> (Formula?, [Problem]) {
    let problem = { (fault: FormulaFault) in
      let severity: Problem.Severity = fault.severity == .error ? .error : .warning
      let offset = json.offset(of: fault.range.lowerBound, in: node)
      return Problem(.formula(fault), severity: severity, at: offset, in: json.bytes)
    }
    do throws(FormulaFaults) {
      let formula = try Formula(source, expecting: types, in: scope)
      return (formula, formula.warnings.map(problem))
    } catch {
      return (nil, error.faults.map(problem))
    }
  }

  /// A text per language, its piped names checked against where it stands.
  func text(
    _ node: JSONValue, key: String, repeats: [Int], in json: JSONText
  ) -> (LocalizedText?, [Problem]) {
    var problems: [Problem] = []
    let report = { (fact: Problem.Fact, offset: Int) in
      problems.append(Problem(fact, at: offset, in: json.bytes))
    }
    switch node.kind {
    case .string(let text):
      for fault in pipeFaults(text, node, json) { report(fault.0, fault.1) }
      return (LocalizedText(text), problems)
    case .object(let members):
      var texts = [String?](repeating: nil, count: languages.count)
      for member in members {
        guard let place = languages.firstIndex(of: member.name) else {
          report(.unknownLanguage(member.name), member.nameOffset)
          continue
        }
        guard let text = member.value.string else {
          report(.wrongType(member.name, expected: .string), member.value.offset)
          continue
        }
        texts[place] = text
        for fault in pipeFaults(text, member.value, json) { report(fault.0, fault.1) }
      }
      for (place, text) in texts.enumerated() where text == nil {
        report(.missingTranslation(languages[place]), node.offset)
      }
      return (LocalizedText(perLanguage: texts.map { $0 ?? "" }), problems)
    case .null, .boolean, .number, .array:
      report(.wrongType(key, expected: .localizedText), node.offset)
      return (nil, problems)
    }
  }

  private func pipeFaults(
    _ text: String, _ node: JSONValue, _ json: JSONText
  ) -> [(Problem.Fact, Int)] {
    LocalizedText.pieces(of: text).compactMap { piece in
      switch piece {
      case .text: return nil
      case .raw(let name, let after) where after != "value":
        return (.badPipe("\(name)|\(after)"), node.offset)
      case .shown(let name), .raw(let name, _):
        if symbols[name] != nil || LocalizedText.systemNames.contains(name) { return nil }
        let known = Array(symbols.keys) + LocalizedText.systemNames
        return (.unknownPipe(name, nearest: nearestName(to: name, among: known)), node.offset)
      }
    }
  }
}
