/// A formula, read and checked: text in, a value out.
package struct Formula: Hashable, Sendable {
  package let text: String
  /// What it yields where it is not blank; nil if it is always blank, like `''`.
  package let type: ValueType?
  /// What it reads, each once, in the order written.
  package let references: [Reference]
  /// The lists `pulldata` looks up, each once.
  package let lists: [String]
  /// What is dubious in a formula that is otherwise sound.
  package let warnings: [FormulaFault]
  /// Whether it reads `.`.
  package let readsCandidate: Bool
  /// Whether it has `once()`, which keeps the value it fills.
  package let keepsCandidate: Bool
  package let readsPosition: Bool
  package let readsAttributes: Bool
  /// How many times it calls `random()`.
  package let randomPlaces: Int

  /// Reads and checks a formula; throws all its faults, in the order written.
  ///
  /// `expecting` names the types it may have, nil allowing all: a literal that reads as one of
  /// them becomes it, a text may stand for a choice.
  package init(
    _ text: String, expecting: Set<ValueType>? = nil, in scope: Scope
  ) throws(FormulaFaults) {
    self.text = text
    type = nil
    references = []
    lists = []
    warnings = []
    readsCandidate = false
    keepsCandidate = false
    readsPosition = false
    readsAttributes = false
    randomPlaces = 0
  }

  /// What the formula yields here.
  package func value<S: Surroundings>(in surroundings: S) -> Value {
    .blank
  }

  /// Whether the condition holds here; blank is no.
  package func holds<S: Surroundings>(in surroundings: S) -> Bool {
    value(in: surroundings).holds
  }
}
