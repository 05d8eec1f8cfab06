import Formulas

// Questions no answers lead to, checks no answer satisfies or all do.
extension DeskCheck {
  /// How many conditions are looked at together: enough for a chain a person writes.
  private static let mostConditions = 8

  mutating func findNeverAsked(_ inOrder: [Int]) {
    /// By item that is never asked: the one whose conditions are at fault.
    var root: [Int: Int] = [:]
    var followers: [Int: [Int]] = [:]
    let demanded = items.map { $0.relevant?.demanded ?? [] }
    for index in inOrder {
      let item = items[index]
      if let cause = item.parent.flatMap({ root[$0] }) {
        root[index] = cause
        continue
      }
      guard let relevant = item.relevant else { continue }
      if let cause = demanded[index].lazy.compactMap({ root[$0] }).first {
        root[index] = cause
        followers[cause, default: []].append(index)
      } else if !canBeAsked(item, relevant, demanded) {
        root[index] = index
      }
    }
    for (index, cause) in root.sorted(by: { $0.key < $1.key }) where index == cause {
      report(index, followers[index] ?? [])
    }
  }

  private mutating func report(_ index: Int, _ followers: [Int]) {
    guard let relevant = items[index].relevant, !relevant.isDoubted else { return }
    let owner = Problem.Owner.item(items[index].name, entry(index).type)
    let others = followers.sorted().map { items[$0].name }
    let node = entry(index)["relevant"]
    let place = node.map { json.offset(of: 0, in: $0) } ?? entry(index).node.offset
    warn(.neverAsked(owner, nor: others), at: place)
  }

  private func canBeAsked(_ item: Item, _ relevant: Formula, _ demanded: [[Int]]) -> Bool {
    if !Formula.canHold([relevant], known: known) { return false }
    let together = conditioned(around: item, demanded)
    let choosing = together.compactMap { index -> (symbol: Int, choice: String)? in
      guard case .other(let text)? = items[index].question?.kind else { return nil }
      return (text.question, text.choice)
    }
    // Conditions that read different questions cannot exclude one another.
    var read = choosing.map(\.symbol)
    var meets = false
    for index in together {
      for reference in items[index].relevant?.references ?? [] {
        meets = meets || read.contains(reference.symbol)
        read.append(reference.symbol)
      }
    }
    return !meets
      || Formula.canHold(
        together.compactMap { items[$0].relevant }, choosing: choosing, known: known)
  }

  /// The items whose conditions must hold for it: itself, those around it, and the questions all
  /// these need answered.
  private func conditioned(around item: Item, _ demanded: [[Int]]) -> [Int] {
    var conditioned: [Int] = []
    var waiting = [item.index]
    var next = 0
    while next < waiting.count, conditioned.count < Self.mostConditions {
      let index = waiting[next]
      next += 1
      var around = items[index].parent.map { [$0] } ?? []
      if case .other(let text)? = items[index].question?.kind {
        conditioned.append(index)
        around.append(text.question)
      } else if items[index].relevant != nil {
        conditioned.append(index)
      }
      for place in around + demanded[index] where !waiting.contains(place) {
        waiting.append(place)
      }
    }
    return conditioned
  }

  // MARK: Checks and choices

  mutating func findImpossibleChecks() {
    var order = ArraySlice(checks)
    for entry in outline.entries where entry.opener == nil {
      let count = items[entry.index].checks.count
      let nodes = entry.node["checks"]?.elements ?? []
      if count == nodes.count {
        for (check, node) in zip(order.prefix(count), nodes) { look(at: check, in: node) }
      }
      order = order.dropFirst(count)
    }
    let nodes = json.root["checks"]?.elements ?? []
    if nodes.count == order.count {
      for (check, node) in zip(order, nodes) { look(at: check, in: node) }
    }
  }

  private mutating func look(at check: Check, in node: JSONValue) {
    if let relevant = check.relevant, !relevant.isDoubted,
      !Formula.canHold([relevant], known: known)
    {
      return warn(.neverLooked(check.name), at: place("relevant", in: node))
    }
    // Looked at only where it fails: what must not happen is its condition.
    if check.relevant != nil, check.constraint.isWrittenFalse { return }
    guard !check.constraint.isDoubted else { return }
    let candidate = check.owner.map(known) ?? []
    if !Formula.canHold([check.constraint], candidate: candidate, known: known) {
      warn(.neverHolds(check.name), at: place("constraint", in: node))
    } else if check.relevant == nil, !check.constraint.canFail(candidate: candidate, known: known) {
      warn(.neverFails(check.name), at: place("constraint", in: node))
    }
  }

  /// Where a formula of a check starts.
  private func place(_ key: String, in node: JSONValue) -> Int {
    node[key].map { json.offset(of: 0, in: $0) } ?? node.offset
  }
}

extension Formula {
  /// Whether it was already said that it is never, or always, true.
  var isDoubted: Bool {
    warnings.contains { warning in
      switch warning.fact {
      case .doubtful(.neverTrue), .doubtful(.nothingInCommon), .doubtful(.alwaysTrue),
        .doubtful(.sameSides):
        true
      case .doubtful(.trueWhenBlank), .doubtful(.noPlace), .written, .named, .called, .typed: false
      }
    }
  }
}
