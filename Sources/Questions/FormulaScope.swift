import Formulas

extension Questionnaire {
  /// Reads a formula that stands outside every repeat and may name any item.
  ///
  /// - Throws: all its faults, in the order written.
  package func formula(_ text: String) throws(FormulaFaults) -> Formula {
    try Formula(
      text,
      in: Scope(
        symbols: { name in self[name].map(\.symbol) }, names: { self.items.map(\.name) },
        lists: { self.lists[$0]?.lookupColumns }, listNames: { Array(self.lists.keys) }))
  }
}

extension Item {
  /// What its name stands for in a formula.
  fileprivate var symbol: Symbol {
    let role: Symbol.Role =
      switch content {
      case .question(let question): question.kind.valueType.map(Symbol.Role.value) ?? .group
      case .group: .group
      case .roster: .repeated
      }
    return Symbol(
      index: index, role: role, repeats: repeats, choices: question?.kind.choices?.list.names)
  }
}
