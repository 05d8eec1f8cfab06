import Console
import Formulas
import Interviews
import Questions

// What choosing in a panel does.

extension App {
  /// Enter in the line: what the line is for.
  mutating func validateField(_ panel: Panel) -> [Effect] {
    switch panel.purpose {
    case .remark:
      overlay = nil
      return keepRemark(panel)
    case .interviewer(let effect): return identify(panel.field.text, then: effect)
    case .confirmation: return choose(0, of: panel)
    case .quit, .stop: return choose(1, of: panel)
    case .export: return choose(0, of: panel)
    case .reopen: return choose(1, of: panel)
    case .menu, .specials, .settings, .training, .finish: return choose(panel.pointed, of: panel)
    }
  }

  /// Keeps a note as far as it is typed: no way out of its panel loses it.
  mutating func keepRemark(_ panel: Panel) -> [Effect] {
    unkeptRemark(panel).map { record($0) } ?? []
  }

  /// What keeps the note typed in a panel; nil where it is kept, or the panel is another's.
  func unkeptRemark(_ panel: Panel) -> Event? {
    guard case .remark(let spot) = panel.purpose, let interview else { return nil }
    let text = panel.field.text.trimmed
    return text == interview.remark(at: spot) ?? "" ? nil : .remark(interview.path(of: spot), text)
  }

  mutating func choose(_ option: Int, of panel: Panel) -> [Effect] {
    overlay = nil
    let reason = panel.field.text.trimmed
    switch panel.purpose {
    case .menu(let actions): return performFromMenu(actions[option])
    case .quit:
      if option == 0 { return [] }
      let effects = keepDraft() + record(.pause(reason: reason)) + [.rest]
      return effects + (option == 1 ? [.close] : [.quit])
    case .stop:
      if option == 0 { return [] }
      let code = interview.map { " \(words.codeIs($0.start.code))" } ?? ""
      let effects = record(.stop(reason: reason)) + [.finish] + [.close]
      say(words.stopped + code)
      return effects
    case .finish(let step): return option == 0 ? goToRemaining() : finish(step)
    case .specials(let names):
      guard let spot = interview?.position else { return [] }
      return giveSpecial(names[option], at: spot)
    case .confirmation(let finding): return confirm(finding, option, explanation: reason)
    case .remark, .interviewer: return []
    case .export(let step): return choose(option, at: step, typed: reason)
    case .settings: return turn(Setting.allCases[option])
    case .training: return begin(option, as: .training)
    case .reopen(let id): return option == 0 ? [] : reopen(panel, id)
    }
  }

  private mutating func identify(_ written: String, then effect: Effect) -> [Effect] {
    do throws(InterviewerCode.Fault) {
      let code = try InterviewerCode(written)
      overlay = nil
      message = nil
      proposedInterviewer = nil
      home.interviewer = code.text
      return [.identify(code), effect]
    } catch {
      say(error.sentence(in: words.language), .error)
      return []
    }
  }

  private mutating func performFromMenu(_ action: Action) -> [Effect] {
    if action == .clear, let editor, let spot = interview?.position {
      return take(editor.clearing, at: spot)
    }
    if interview == nil {
      if action == .new { home.press(.tab, action) }
      if action == .trash { return trashPointed() }
      if action == .training { return chooseTraining() }
    }
    return perform(action) ?? []
  }

  private mutating func confirm(
    _ finding: Finding, _ option: Int, explanation: String
  ) -> [Effect] {
    if option > 1 {
      let other = finding.others[option - 2]
      if case .summary = screen { returning = other }
      return go(to: other)
    }
    guard let interview, option == 0, case .check(let spot, _, _) = finding.matter else {
      return []
    }
    let check = interview.questionnaire.checks[spot.check]
    let event = Event.confirm(
      check: check.name, interview.ownerPath(of: spot), explanation: explanation)
    let effects = record(event)
    guard case .question = screen, let position = interview.position else {
      arrive()
      return effects
    }
    // Another warning may wait.
    return effects + judge(position)
  }
}
