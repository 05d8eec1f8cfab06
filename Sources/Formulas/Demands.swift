/// One thing a condition asks of a value.
enum Demand {
  case blank
  case filled
  case equal([Value])
  case other(Value)
  case order(Order, Value)
  /// That choice is among those made.
  case includes(String)
  case excludes(String)

  /// Whether only a value satisfies it.
  var needsValue: Bool {
    switch self {
    case .filled, .equal, .order, .includes: true
    case .blank, .other, .excludes: false
    }
  }
}

/// All that is asked of one value.
struct Demands {
  private var isBlank: Bool?
  private var options: [Value]?
  private var others: [Value] = []
  private var bounds: [(order: Order, value: Value)] = []
  private var included: Set<String> = []
  private var excluded: Set<String> = []
  private var known: Set<String>?
  private var exclusive: Set<String> = []
  private var most: Int?

  var isFilled: Bool { isBlank == false }

  init(_ facts: [Formula.Known]) {
    for fact in facts {
      switch fact {
      case .filled: isBlank = false
      case .atLeast(let value): bounds.append((.atLeast, value))
      case .atMost(let value): bounds.append((.atMost, value))
      case .among(let names): known = names
      case .exclusive(let names): exclusive = names
      case .countAtMost(let count): most = count
      case .lengthAtMost: break
      }
    }
  }

  /// Of a constant.
  init(_ value: Value) {
    isBlank = value.isBlank
    if !value.isBlank { options = [value] }
  }

  /// Adds a demand; false if nothing can satisfy it together with those before.
  mutating func accept(_ demand: Demand) -> Bool {
    switch demand {
    case .blank:
      guard isBlank != false else { return false }
      isBlank = true
      return true
    case .other(let value):
      others.append(value)
      return isBlank == true || canHold
    case .excludes(let name):
      excluded.insert(name)
      return isBlank == true || canHold
    case .includes(let name): included.insert(name)
    case .filled: break
    case .equal(let written):
      let values = written.filter { !$0.isBlank && (known?.contains($0.plain) ?? true) }
      options =
        options.map { known in known.filter { old in values.contains { $0.equals(old) } } }
        ?? values
    case .order(let order, let value): bounds.append((order, value))
    }
    guard isBlank != true else { return false }
    isBlank = false
    return canHold
  }

  private var canHold: Bool {
    let isAlone = included.count <= 1 || included.isDisjoint(with: exclusive)
    guard isAlone, included.isDisjoint(with: excluded), included.count <= most ?? .max else {
      return false
    }
    if let options {
      return options.contains { option in
        !others.contains { $0.equals(option) }
          && included.allSatisfy(option.holds) && !excluded.contains(option.plain)
          && bounds.allSatisfy { option.stands($0.order, $0.value) }
      }
    }
    return bounds.allSatisfy { low in
      bounds.allSatisfy { high in leavesRoom(above: low, below: high) }
    }
  }

  /// Whether a value may satisfy both, the one a lower and the other an upper bound.
  private func leavesRoom(
    above low: (order: Order, value: Value), below high: (order: Order, value: Value)
  ) -> Bool {
    switch (low.order, high.order) {
    case (.above, .below), (.above, .atMost), (.atLeast, .below):
      low.value.stands(.below, high.value)
    case (.atLeast, .atMost): low.value.stands(.atMost, high.value)
    case (.above, .above), (.above, .atLeast), (.atLeast, .above), (.atLeast, .atLeast),
      (.below, _), (.atMost, _):
      true
    }
  }
}

extension Value {
  /// Whether a choice of that name is in it, as `selected()` has it.
  fileprivate func holds(_ name: String) -> Bool {
    plain == name || plain.split(separator: " ").contains { $0 == name }
  }
}
