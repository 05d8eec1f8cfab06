import Console
import Interviews

/// What answers a click.
enum Clickable: String {
  /// A choice, a special answer, an option of a panel: by place.
  case option
  /// A line to type in.
  case field
  /// A row of a list: by place.
  case row
  /// A next step of the summary: by place.
  case step
  /// A key of the help rows: by place among those shown, the field's then the common ones.
  case key
}

extension Hit.Target {
  init(_ clickable: Clickable, _ number: Int = 0) { self.init(clickable.rawValue, number) }
}

// The mouse does what the keys would: a click is the digit, or the arrows and Enter.
extension App {
  mutating func click(row: Int, column: Int, _ kind: MouseKind) -> [Effect] {
    switch kind {
    case .wheelUp: return press(.up)
    case .wheelDown: return press(.down)
    case .press: break
    }
    guard !layout.isTooSmall, let target = picture().target(row: row, column: column),
      let clickable = Clickable(rawValue: target.name)
    else { return [] }
    if clickable == .key { return pressShown(target.number) }
    if case .panel(let panel)? = overlay { return click(clickable, target.number, on: panel) }
    switch screen {
    case .home:
      home.point(at: target.number)
      return press(.enter)
    case .question: return clickQuestion(clickable, target.number)
    case .report(var place):
      place.point(at: target.number)
      screen = .report(place)
      return press(.enter)
    case .plan(var plan):
      plan.point(at: target.number)
      screen = .plan(plan)
      return press(.enter)
    case .summary(var summary):
      if clickable == .step {
        return SummaryScreen.Step(rawValue: target.number).map { takeStep($0) } ?? []
      }
      summary.point(at: target.number)
      screen = .summary(summary)
      return press(.enter)
    }
  }

  private mutating func click(
    _ clickable: Clickable, _ place: Int, on panel: Panel
  ) -> [Effect] {
    guard clickable == .option else {
      var panel = panel
      panel.pointed = panel.options.count
      overlay = .panel(panel)
      return []
    }
    return panel.options.indices.contains(place) ? choose(place, of: panel) : []
  }

  private mutating func clickQuestion(_ clickable: Clickable, _ place: Int) -> [Effect] {
    guard let interview, let spot = interview.position, var editor else { return [] }
    message = nil
    let outcome = editor.click(clickable, place, in: context(interview, spot))
    self.editor = editor
    return take(outcome, at: spot)
  }

  /// Presses the key that a help row shows, where it stands for one thing only.
  private mutating func pressShown(_ place: Int) -> [Effect] {
    let (field, global) = shownKeys
    let all = field + global
    guard all.indices.contains(place), let key = all[place].clickedKey else { return [] }
    return press(key)
  }
}

extension Binding {
  /// The key a click on the help row presses; nil where several keys do several things.
  var clickedKey: Key? {
    let several: [Action] = [.point, .scroll, .fold, .pages, .type]
    guard case .keys(let keys) = keys, !several.contains(action) else { return nil }
    return keys.first
  }
}
