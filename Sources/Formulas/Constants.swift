extension Formula {
  /// The numbers, texts and patterns written in it: what an answer is compared with.
  package var constants: (values: [Value], patterns: [Pattern]) {
    var values: [Value] = []
    var patterns: [Pattern] = []
    var waiting = [FormulaParser.parse(text).phrase].compactMap(\.self)
    while let phrase = waiting.popLast() {
      switch phrase.kind {
      case .number(let number, _): values.append(.number(number))
      case .text(let text): values.append(.text(text))
      case .call("regex", _, let parts):
        if case .text(let text)? = parts.last?.kind, let pattern = try? Pattern(text) {
          patterns.append(pattern)
        }
      case .name, .word, .candidate, .parent, .call, .all, .any, .equality, .order, .chain,
        .negated:
        waiting += phrase.kind.parts
      }
    }
    return (values, patterns)
  }
}
