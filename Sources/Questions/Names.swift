import Formulas

/// Every name a questionnaire declares, as its formulas and texts may use them.
struct Names {
  let languages: [String]
  let lists: [String: ChoiceList]
  let specials: [String]
  private var symbols: [String: Symbol] = [:]
  private var byIndex: [Symbol] = []
  private var nameByIndex: [String] = []
  /// Lists written in their question.
  private var ownLists: [ChoiceList] = []
  /// Whether texts may pipe: the title and the choices' labels may not.
  let mayPipe: Bool
  /// Names of items that are there, but wrongly written: what names them is not at fault.
  let broken: Set<String>
  /// Calculations that cannot be read, so that nothing is known of their type.
  private var untyped: Set<String> = []
  /// Names of two items.
  private(set) var doubled: Set<String> = []

  init(
    languages: [String], lists: [String: ChoiceList], specials: [String], broken: Set<String>
  ) {
    self.languages = languages
    self.lists = lists
    self.specials = specials
    self.broken = broken
    mayPipe = true
  }

  /// Where nothing is named but languages.
  init(languages: [String]) {
    self.languages = languages
    lists = [:]
    specials = []
    broken = []
    mayPipe = false
  }

  /// Adds or replaces the symbol of an entry.
  ///
  /// - Parameter possible: what a calculation may give; nil where that is not known.
  mutating func declare(
    _ entry: Outline.Entry, type: ValueType?, possible: Set<String>? = nil
  ) {
    let role: Symbol.Role =
      switch entry.type {
      case .roster: .repeated
      case .group: .group
      case .note, .acknowledge, .text, .integer, .decimal, .date, .time, .selectOne,
        .selectMultiple, .rank, .grid, .calculate:
        type.map(Symbol.Role.value) ?? .group
      }
    let symbol = Symbol(
      index: entry.index, role: role, repeats: entry.repeats,
      choices: entry.list?.names ?? possible,
      specials: entry.specials)
    if let list = entry.list, lists[list.name] == nil { ownLists.append(list) }
    if let first = symbols[entry.name], first.index != entry.index {
      // Two of one name: which is meant is not known.
      doubled.insert(entry.name)
    } else {
      symbols[entry.name] = symbol
    }
    if entry.index < byIndex.count {
      byIndex[entry.index] = symbol
    } else {
      byIndex.append(symbol)
      nameByIndex.append(entry.name)
    }
  }

  /// Notes that a calculation could not be read.
  mutating func loseType(of entry: Outline.Entry) { untyped.insert(entry.name) }

  func isUntyped(_ name: String) -> Bool { untyped.contains(name) }

  /// Every name declared.
  var names: [String] { Array(symbols.keys) }

  func symbol(named name: String) -> Symbol? { symbols[name] }

  func name(of index: Int) -> String? {
    nameByIndex.indices.contains(index) ? nameByIndex[index] : nil
  }

  func symbol(_ index: Int) -> Symbol? { byIndex.indices.contains(index) ? byIndex[index] : nil }

  /// What a formula may name, standing inside `repeats`.
  ///
  /// - Parameter list: whose choices a filter looks at, one by one; nil elsewhere.
  func scope(_ repeats: [Int], over list: ChoiceList? = nil) -> Scope {
    var scope = Scope(
      symbols: { symbols[$0] }, names: { Array(symbols.keys) }, repeats: repeats, candidate: nil,
      attributes: list?.columns, lists: { lists[$0]?.lookupColumns },
      listNames: { Array(lists.keys) })
    if let list { scope.attributeValues = { list.values(of: $0) } }
    scope.columnValues = { list, column in
      column == "label" ? nil : lists[list]?.values(of: column)
    }
    scope.choicesLabelled = { label in
      let choices = (ownLists + lists.values).lazy.flatMap(\.choices)
      return Set(choices.filter { $0.label.all.contains(label) }.map(\.name))
    }
    return scope
  }

  /// Compiles a formula, its faults placed in the file.
  func compile(
    _ source: String, _ node: JSONValue, expecting types: Set<ValueType>?, scope: Scope,
    json: JSONText
  ) -> (Formula?, [Problem]) {
    let problem = { (fault: FormulaFault) in
      let severity: Problem.Severity = fault.severity == .error ? .error : .warning
      let offset = json.offset(of: fault.range.lowerBound, in: node)
      return Problem(.formula(fault), severity: severity, at: offset, in: json)
    }
    do throws(FormulaFaults) {
      let formula = try Formula(source, expecting: types, in: scope)
      return (formula, formula.warnings.map(problem))
    } catch {
      return (nil, error.faults.filter { !isEcho($0, in: source) }.map(problem))
    }
  }

  /// Whether a fault only follows from another, reported where it is.
  private func isEcho(_ fault: FormulaFault, in source: String) -> Bool {
    switch fault.fact {
    case .named(.unknownName(let name, _)): return broken.contains(name)
    case .written(.badName(let text)): return broken.contains(String(text.dropFirst(2).dropLast()))
    case .typed, .called(.argumentType), .named(.unknownChoice):
      if untyped.isEmpty, doubled.isEmpty { return false }
      return LocalizedText.pieces(of: source).contains { piece in
        guard case .shown(let name) = piece else { return false }
        return untyped.contains(name) || doubled.contains(name)
      }
    case .named(.group(let name)), .named(.repeated(let name)), .named(.readFromOutside(let name)):
      return doubled.contains(name)
    case .written, .named, .called, .doubtful: return false
    }
  }
}
