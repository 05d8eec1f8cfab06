/// What is written in a formula, and may be what an answer is compared with.
package struct Constants: Hashable, Sendable {
  /// Numbers and texts.
  package fileprivate(set) var values: [Value] = []
  package fileprivate(set) var patterns: [Pattern] = []
  /// Columns of lists where `pulldata` looks something up.
  package fileprivate(set) var columns: [Column] = []

  package struct Column: Hashable, Sendable {
    package let list: String
    package let name: String
  }
}

extension Formula {
  package var constants: Constants {
    var constants = Constants()
    var waiting = [FormulaParser.parse(text).phrase].compactMap(\.self)
    while let phrase = waiting.popLast() {
      switch phrase.kind {
      case .number(let number, _): constants.values.append(.number(number))
      case .text(let text): constants.values.append(.text(text))
      case .call("regex", _, let parts):
        if case .text(let text)? = parts.last?.kind, let pattern = try? Pattern(text) {
          constants.patterns.append(pattern)
        }
      case .call("pulldata", _, let parts):
        if parts.count == 4, case .text(let list) = parts[0].kind,
          case .text(let name) = parts[2].kind
        {
          constants.columns.append(.init(list: list, name: name))
        }
        waiting += parts.suffix(1)
      case .name, .word, .candidate, .parent, .call, .all, .any, .equality, .order, .chain,
        .negated:
        waiting += phrase.kind.parts
      }
    }
    return constants
  }
}
