/// A formula, read and checked: text in, a value out.
///
/// Two formulas are equal when they are written alike and mean the same.
package struct Formula: Hashable, Sendable {
  package let text: String
  /// What it yields where it is not blank; nil if it is always blank, like `''`.
  package let type: ValueType?
  /// What it reads, each once, in the order written; `.` is not among them.
  package let references: [Reference]
  /// The lists `pulldata` looks up, each once.
  package let lists: [String]
  /// What is dubious in a formula that is otherwise sound, in the order written.
  package let warnings: [FormulaFault]
  /// Whether it reads `.`.
  package let readsCandidate: Bool
  /// Whether it has `once()`, which keeps the value it fills.
  package let keepsCandidate: Bool
  package let readsPosition: Bool
  package let readsAttributes: Bool
  /// How many times it calls `random()`.
  package let randomPlaces: Int
  /// The texts or the choices' names it may yield; nil where they are not known.
  package let possible: Set<String>?
  let step: Step
  private let places: [Int: Range<Int>]

  /// Reads and checks a formula.
  ///
  /// `expecting` names the types it may have, nil allowing all. A literal that reads as one of them
  /// becomes it; a text may stand for a choice, and anything but a condition for a text.
  /// - Throws: all its faults, in the order written.
  package init(
    _ text: String, expecting: Set<ValueType>? = nil, in scope: Scope
  ) throws(FormulaFaults) {
    let (phrase, faults) = FormulaParser.parse(text)
    guard let phrase else { throw FormulaFaults(faults: faults) }
    var checker = FormulaChecker(scope: scope)
    checker.faults = faults
    let meaning = checker.meaning(of: phrase)
    let fitted = checker.fitted(meaning, to: expecting)
    guard let (step, type) = fitted, checker.faults.isEmpty else {
      throw FormulaFaults(
        faults: checker.faults.sorted { $0.range.lowerBound < $1.range.lowerBound })
    }
    self.text = text
    self.step = step
    possible = meaning.choices
    places = checker.places
    self.type = type
    references = checker.references
    lists = checker.lists
    warnings = checker.warnings
    readsCandidate = checker.readsCandidate
    keepsCandidate = checker.keepsCandidate
    readsPosition = checker.readsPosition
    readsAttributes = checker.readsAttributes
    randomPlaces = checker.randomPlaces
  }

  /// Where it first names a symbol, in bytes of UTF-8; nil where it does not.
  package func place(of symbol: Int) -> Range<Int>? { places[symbol] }

  /// What the formula yields here.
  package func value<S: Surroundings>(in surroundings: S) -> Value {
    step.value(in: surroundings)
  }

  /// Whether the condition holds here; blank is no.
  package func holds<S: Surroundings>(in surroundings: S) -> Bool {
    step.holds(in: surroundings)
  }
}
