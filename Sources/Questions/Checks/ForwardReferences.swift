import Formulas

// Formulas that read what is asked later: blank when the person comes to them.
extension DeskCheck {
  mutating func findForwardReferences(_ inOrder: [Int]) {
    let latest = latestReads(inOrder)
    for item in items {
      for (key, formula) in item.formulasOnTheWay {
        guard let node = entry(item.index)[key] else { continue }
        report(formula, in: node, of: item, latest)
      }
      for (choice, formula) in item.question?.kind.choices?.conditions ?? [:] {
        guard let source = item.question?.kind.choices?.list[choice]?.relevant else { continue }
        let node = JSONValue(kind: .string(source.text), offset: source.offset)
        report(formula, in: node, of: item, latest)
      }
    }
  }

  /// By item: the last asked of all it reads, through calculates; an asked one is its own.
  private func latestReads(_ inOrder: [Int]) -> [Int] {
    var latest = Array(items.indices)
    for index in inOrder {
      switch items[index].question?.kind {
      case .calculate:
        let calculation = items[index].question?.calculation
        latest[index] = calculation?.references.map { latest[$0.symbol] }.max() ?? -1
      case .other(let text): latest[index] = text.question
      case .note, .acknowledge, .text, .number, .date, .time, .selectOne, .selectMultiple, .rank,
        .grid, .row, nil:
        break
      }
    }
    return latest
  }

  private mutating func report(
    _ formula: Formula, in node: JSONValue, of item: Item, _ latest: [Int]
  ) {
    for reference in formula.references {
      let last = latest[reference.symbol]
      guard last > item.index, !isOfOtherInstances(reference, beside: item) else { continue }
      let place = formula.place(of: reference.symbol)?.lowerBound ?? 0
      let line = json.place(of: entry(last).node.offset).line
      warn(.forward(items[last].name, line: line), at: json.offset(of: place, in: node))
    }
  }

  /// Whether it reads all instances of the repeat the item is in: earlier ones are answered.
  private func isOfOtherInstances(_ reference: Reference, beside item: Item) -> Bool {
    guard case .every = reference.reach, let roster = item.repeats.last else { return false }
    return items[reference.symbol].repeats.contains(roster)
  }
}
