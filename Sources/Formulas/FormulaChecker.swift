/// From `Phrase` to `Step`: names are resolved, types agree, literals become what they stand for.
///
/// One fault gives one report: what holds a fault is `broken`, and nothing more is said of it.
struct FormulaChecker {
  let scope: Scope
  var faults: [FormulaFault] = []
  var doubts: [Doubt] = []
  var references: [Reference] = []
  var lists: [String] = []
  var readsCandidate = false
  var keepsCandidate = false
  var readsPosition = false
  var readsAttributes = false
  var randomPlaces = 0
  /// What the formula itself tests for blank somewhere.
  var testedForBlank: Set<Step> = []
  /// The names of the symbols read, for sentences.
  var names: [Int: String] = [:]
  /// Where each symbol read is first named.
  var places: [Int: Range<Int>] = [:]

  init(scope: Scope) {
    self.scope = scope
  }

  /// A warning to give unless the formula tests one of these for blank.
  struct Doubt {
    let fault: FormulaFault
    let unlessTested: Step
  }

  /// A phrase with its meaning known.
  struct Meaning {
    var step: Step
    var type: Typed
    /// The names its list has, or the texts it may be, where they are known.
    var choices: Set<String>?
    /// What each word of a text may be, where it is known.
    var words: Set<String>?
    /// The text or number it is written as, if it is a literal.
    var literal: Literal?
    let range: Range<Int>

    init(
      _ step: Step, _ type: Typed, _ range: Range<Int>, choices: Set<String>? = nil,
      literal: Literal? = nil
    ) {
      self.step = step
      self.type = type
      self.range = range
      self.choices = choices
      self.literal = literal
    }

    static func broken(_ range: Range<Int>) -> Meaning {
      Meaning(.constant(.blank), .broken, range)
    }

    static func condition(_ step: Step, _ range: Range<Int>) -> Meaning {
      Meaning(step, .known(.boolean), range)
    }

    /// The same with the step it takes as an argument, of that step's type if it is constant.
    func becoming(_ step: Step) -> Meaning {
      guard step != self.step, case .constant(let value) = step, let type = value.type else {
        return self
      }
      return Meaning(step, .known(type), range, choices: choices)
    }

    /// The type, if it is known and not always blank.
    var known: ValueType? {
      if case .known(let type) = type { type } else { nil }
    }

    var isBroken: Bool { type == .broken }

    /// Whether it is `''` as written.
    var isEmptyText: Bool { literal == .text("") }
  }

  enum Typed: Hashable {
    case broken
    /// Always blank, so of any type.
    case blank
    case known(ValueType)
  }

  enum Literal: Hashable {
    case text(String)
    case number(String)

    /// As a choice or a text has it.
    var written: String {
      switch self {
      case .text(let text), .number(let text): text
      }
    }
  }

  mutating func report(_ fault: FormulaFault) {
    faults.append(fault)
  }

  // MARK: Phrases

  mutating func meaning(of phrase: Phrase) -> Meaning {
    let range = phrase.range
    switch phrase.kind {
    case .number(let number, let written):
      return Meaning(
        .constant(.number(number)), .known(.number), range,
        literal: .number(written))
    case .text(let text):
      if let name = quotedName(text) {
        report(.error(range, .quotedName(name)))
        return .broken(range)
      }
      return Meaning(
        .constant(.written(text)), text.isEmpty ? .blank : .known(.text), range,
        literal: .text(text))
    case .name(let name): return scalar(name, range)
    case .word(let word): return attribute(word, range)
    case .candidate: return candidate(range)
    case .parent:
      report(.error(range, .parentOutOfPlace))
      return .broken(range)
    case .call(let name, let nameRange, let arguments):
      return call(name, nameRange, arguments, range)
    case .all(let parts):
      let steps = parts.map { condition(of: $0) }
      doubtThatCanHold(.all(steps), range)
      return .condition(.all(steps), range)
    case .any(let parts):
      let steps = parts.map { condition(of: $0) }
      doubtThatCanFail(steps, range)
      return .condition(.any(steps), range)
    case .equality(let left, let isEqual, let right):
      let (left, right) = (meaning(of: left), meaning(of: right))
      guard let step = equality(left, isEqual: isEqual, right, range) else { return .broken(range) }
      doubtThatSidesMeet(left, right, range)
      return .condition(isEqual ? step : .not(step), range)
    case .order(let left, let order, let right):
      let (left, right) = (meaning(of: left), meaning(of: right))
      guard let (one, two) = ordered(left, right, range) else { return .broken(range) }
      doubtThatSidesMeet(left, right, range)
      return .condition(.order(one, order, two), range)
    case .chain(let first, let links): return chain(first, links, range)
    case .negated(let part): return negated(part, range)
    }
  }

  /// The name in `'${name}'`, where something is called so.
  private func quotedName(_ text: String) -> String? {
    guard text.hasPrefix("${"), text.hasSuffix("}") else { return nil }
    let name = String(text.dropFirst(2).dropLast())
    return scope.symbols(name) == nil ? nil : name
  }

  /// The step of a phrase that must be a condition.
  mutating func condition(of phrase: Phrase) -> Step {
    let meaning = meaning(of: phrase)
    if let type = meaning.known, type != .boolean {
      report(.error(meaning.range, .conditionExpected(type)))
    }
    return meaning.step
  }

  private mutating func candidate(_ range: Range<Int>) -> Meaning {
    guard let symbol = scope.candidate, case .value(let type) = symbol.role else {
      report(.error(range, .candidateOutOfPlace))
      return .broken(range)
    }
    readsCandidate = true
    return Meaning(.candidate, .known(type), range, choices: symbol.choices)
  }

  // MARK: Names

  /// What a name stands for; nil, and reported, if nothing is called so.
  mutating func symbol(_ name: String, _ range: Range<Int>) -> Symbol? {
    guard let symbol = scope.symbols(name) else {
      report(
        .error(range, .unknownName(name, nearest: nearestName(to: name, among: scope.names()))))
      return nil
    }
    names[symbol.index] = name
    if places[symbol.index] == nil { places[symbol.index] = range }
    return symbol
  }

  mutating func refer(to symbol: Symbol, _ reach: Reference.Reach) {
    let reference = Reference(symbol: symbol.index, reach: reach)
    if !references.contains(reference) { references.append(reference) }
  }

  /// A name that stands for the value of this instance; nil, and reported, if it cannot.
  mutating func single(_ name: String, _ range: Range<Int>) -> (symbol: Symbol, type: ValueType)? {
    guard let symbol = symbol(name, range) else { return nil }
    switch symbol.role {
    case .group: report(.error(range, .group(name)))
    case .repeated: report(.error(range, .repeated(name)))
    case .value(let type):
      if scope.repeats.starts(with: symbol.repeats) { return (symbol, type) }
      report(.error(range, .readFromOutside(name)))
    }
    return nil
  }

  private mutating func scalar(_ name: String, _ range: Range<Int>) -> Meaning {
    guard let (symbol, type) = single(name, range) else { return .broken(range) }
    refer(to: symbol, .one)
    return Meaning(.symbol(symbol.index), .known(type), range, choices: symbol.choices)
  }

  /// A name that stands for all instances; for one outside repeats, its only value.
  mutating func every(_ name: String, _ range: Range<Int>, mayBeRepeat: Bool) -> Meaning {
    guard let symbol = symbol(name, range) else { return .broken(range) }
    let type: ValueType
    switch symbol.role {
    case .group:
      report(.error(range, .group(name)))
      return .broken(range)
    case .repeated:
      guard mayBeRepeat else {
        report(.error(range, .repeated(name)))
        return .broken(range)
      }
      type = .boolean
    case .value(let known): type = known
    }
    let places = symbol.role == .repeated ? symbol.repeats + [symbol.index] : symbol.repeats
    guard !places.isEmpty else {
      refer(to: symbol, .one)
      return Meaning(.symbol(symbol.index), .known(type), range, choices: symbol.choices)
    }
    let common = zip(places, scope.repeats).prefix { $0 == $1 }.count
    let depth = common == places.count ? common - 1 : common
    refer(to: symbol, .every(within: depth))
    return Meaning(
      .every(symbol.index, within: depth), .known(type), range, choices: symbol.choices)
  }

  /// A bare name: a choice's attribute, where these may stand.
  private mutating func attribute(_ word: String, _ range: Range<Int>) -> Meaning {
    if let attributes = scope.attributes, attributes.holds(word) {
      readsAttributes = true
      return Meaning(.attribute(word), .known(.text), range)
    }
    let meant: String? =
      if let function = Function.named(word.lowercased()) {
        function.arity.lowerBound == 0 ? "\(function.name)()" : "\(function.name)(…)"
      } else if scope.symbols(word) != nil {
        "${\(word)}"
      } else {
        ForeignWords.value(word)
      }
    if let attributes = scope.attributes, meant == nil {
      report(.error(range, .unknownAttribute(word, nearest: attributes.nearest(to: word))))
    } else {
      report(.error(range, .bareWord(word, meant: meant)))
    }
    return .broken(range)
  }
}
