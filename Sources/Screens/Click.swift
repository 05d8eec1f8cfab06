import Console

// The mouse does what the keys would: a click is the digit, or the arrows and Enter.

extension App {
  mutating func click(row: Int, column: Int, _ kind: MouseKind) -> [Effect] {
    switch kind {
    case .wheelUp: return press(.up)
    case .wheelDown: return press(.down)
    case .press: break
    }
    guard let target = picture().target(row: row, column: column) else { return [] }
    switch target.name {
    case "option": return clickOption(target.number)
    case "home", "instance": return walk(to: target.number)
    case "special":
      let here = press(.up)
      return here + walk(to: target.number + 1)
    default: return press(.enter)
    }
  }

  private mutating func clickOption(_ place: Int) -> [Effect] {
    if case .panel? = overlay {
      return press(.home) + steps(place) + press(.enter)
    }
    return press(.home) + steps(place) + press(.character(" "))
  }

  private mutating func walk(to place: Int) -> [Effect] {
    press(.home) + steps(place) + press(.enter)
  }

  private mutating func steps(_ count: Int) -> [Effect] {
    (0..<max(0, count)).flatMap { _ in press(.down) }
  }
}
