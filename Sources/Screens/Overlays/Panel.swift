import Console
import Formulas
import Interviews
import Questions

/// A short list laid over the screen, with a line to fill where one is useful.
struct Panel: Hashable {
  enum Purpose: Hashable {
    case menu([Action])
    case quit
    case stop
    /// The step that was chosen.
    case finish(SummaryScreen.Step)
    case specials([String])
    case confirmation(Finding)
    case remark(Spot)
    /// Whose code it is, then what they asked for.
    case interviewer(then: Effect)
    case export(ExportStep)
    case settings
    case training
    /// An ended interview's id.
    case reopen(String)
  }

  let purpose: Purpose
  let title: String
  /// Read before the options.
  let text: [String]
  let options: [String]
  /// What the line is for; nil: no line.
  let fieldLabel: String?
  var field: TextField
  /// The option pointed at; one past the last is the line.
  var pointed: Int
  /// Whether what is written is selected: the first character typed replaces it.
  var isSelected = false

  init(
    _ purpose: Purpose, title: String, text: [String] = [], options: [String] = [],
    fieldLabel: String? = nil, written: String = "", pointed: Int = 0
  ) {
    self.purpose = purpose
    self.title = title
    self.text = text
    self.options = options
    self.fieldLabel = fieldLabel
    field = TextField(written, maximum: Panel.longestLine)
    self.pointed = pointed
  }

  /// A remark is a sentence or two, not a report.
  static let longestLine = 1_000

  /// Whether an empty line takes what is written already.
  var proposesWritten: Bool {
    switch purpose {
    case .interviewer, .export: !field.text.isEmpty
    case .menu, .quit, .stop, .finish, .specials, .confirmation, .remark, .settings, .training,
      .reopen:
      false
    }
  }

  /// Does what a key means in the line; what is selected goes with the first key that types or
  /// erases, and stays with one that moves.
  mutating func edit(_ key: Key) {
    let goes = key.typed != nil || key == .backspace || key == .delete
    if isSelected, goes { field.replace(with: "") }
    isSelected = false
    _ = field.press(key)
  }

  /// The same, on its line.
  var onField: Panel {
    var panel = self
    panel.pointed = options.count
    return panel
  }

  var isOnField: Bool { fieldLabel != nil && pointed == options.count }

  var bindings: [Binding] {
    if isOnField { return Bindings.field(enter) }
    let list = Bindings.list(options.count)
    return fieldLabel == nil ? list : list + [Binding(.typing, .type, priority: 0)]
  }

  /// What Enter does in the line.
  var enter: Action {
    switch purpose {
    case .remark: .save
    case .quit: .pause
    case .stop: .stop
    case .confirmation: .confirm
    case .reopen: .open
    case .menu, .specials, .settings, .training, .export, .interviewer, .finish: .validateField
    }
  }
}

extension App {
  /// - Parameter left: what makes no sense here.
  mutating func openMenu(without left: Set<Action> = []) -> [Effect] {
    let actions = menuActions.filter { !left.contains($0) }
    let labels = actions.map { words.menuName(of: $0) }
    overlay = .panel(Panel(.menu(actions), title: words.menuTitle, options: labels))
    return []
  }

  /// Everything that can be done here, for hands without Control or function keys.
  private var menuActions: [Action] {
    let common: [Action] = [.language, .settings, .help, .redraw, .hide, .suspend, .quit]
    switch screen {
    case .home: return [.new, .training, .trash, .trashed, .results, .export] + common
    case .report: return common
    case .question:
      return [.back] + editorActions + [.remark, .undo, .redo, .plan, .remaining, .summary]
        + [.stop, .quit] + common.dropLast()
    case .plan, .summary:
      return [.back, .undo, .redo, .plan, .remaining, .summary, .export] + [.stop, .quit]
        + common.dropLast()
    }
  }

  /// What can be done to the answer.
  private var editorActions: [Action] {
    switch editor {
    case .roster?: [.insert, .moveUp, .moveDown]
    case .longText?: [.editor, .clear, .special]
    case .notice?, nil: []
    case .acknowledge?, .line?, .choice?, .choices?, .search?, .grid?, .rank?:
      [.clear, .special]
    }
  }

  mutating func openQuit() -> [Effect] {
    guard let interview else { return [.quit] }
    let place = interview.position.map(name) ?? words.summary
    let state: String? =
      switch saving {
      case .saved(let time): words.allSaved(time)
      case .failed(let count): words.someNotSaved(count)
      case .nothingYet: nil
      }
    overlay = .panel(
      Panel(
        .quit, title: words.quitTitle,
        text: [layout.hasRules ? state : nil, words.remaining(interview.remainingCount, place)]
          .compactMap(\.self),
        options: [words.carryOn, words.pauseHome, words.pauseQuit],
        fieldLabel: words.pauseReason))
    return []
  }

  mutating func openStop() -> [Effect] {
    overlay = .panel(
      Panel(
        .stop, title: words.stopTitle, text: [words.stopExplained],
        options: [words.carryOn, words.stopConfirm], fieldLabel: words.stopReason))
    return []
  }

  /// Asks before an interview is finished that has questions nobody came to.
  mutating func openFinish(_ step: SummaryScreen.Step, remaining: Int) -> [Effect] {
    overlay = .panel(
      Panel(
        .finish(step), title: words.finishTitle, text: [words.finishExplained(remaining)],
        options: [words.answerThem, words.finishAnyway]))
    return []
  }

  mutating func openRemark() -> [Effect] {
    guard let interview, let spot = interview.position else { return [] }
    overlay = .panel(
      Panel(
        .remark(spot), title: words.remarkTitle, text: [name(of: spot)],
        fieldLabel: words.remarkHint, written: interview.remark(at: spot) ?? ""))
    return []
  }

  /// Begins or opens an interview, once it is known who does: asked once per start.
  package mutating func start(_ effect: Effect) -> [Effect] {
    guard let proposedInterviewer else { return [effect] }
    let isProposed = !proposedInterviewer.isEmpty
    var panel = Panel(
      .interviewer(then: effect), title: words.interviewerTitle,
      text: [words.interviewerExplained], fieldLabel: words.interviewerCode(isProposed),
      written: proposedInterviewer)
    panel.isSelected = isProposed
    overlay = .panel(panel)
    return []
  }

  /// One special answer is given at once; several are listed.
  mutating func openSpecials() -> [Effect] {
    guard let interview, let spot = interview.position else { return [] }
    let specials = Option.specials(of: interview, at: spot)
    if specials.isEmpty {
      say(words.noSpecial)
      return []
    }
    if specials.count == 1 { return giveSpecial(specials[0].name, at: spot) }
    overlay = .panel(
      Panel(
        .specials(specials.map(\.name)), title: words.specialsTitle,
        options: specials.map(\.label)))
    return []
  }

  mutating func giveSpecial(_ name: String, at spot: Spot) -> [Effect] {
    let target = editor?.target(spot) ?? spot
    let leaves = target == spot && settings.advances
    let effects = give(.special(name), at: target, thenLeaves: leaves)
    reload(spot)
    return effects
  }

  /// What was answered, where there is room to say it again.
  private func answerRead(_ spot: Spot) -> [String] {
    let answer = interview?.shownAnswer(at: spot) ?? ""
    return answer.isEmpty || !layout.hasRules ? [] : [words.answerIs(answer)]
  }

  mutating func confirmationPanel(_ finding: Finding) -> Panel {
    Panel(
      .confirmation(finding), title: words.toConfirm,
      text: [sentence(of: finding)] + answerRead(finding.spot),
      options: [words.confirmYes, words.confirmNo]
        + finding.others.prefix(Self.mostOthers).map { words.goTo(name(of: $0)) },
      fieldLabel: words.explanation)
  }

  mutating func pressOverlay(_ key: Key) -> [Effect] {
    switch overlay {
    case .help(let page): return pressHelp(key, page)
    case .panel(let panel): return press(key, on: panel)
    case nil: return []
    }
  }

  private mutating func press(_ key: Key, on panel: Panel) -> [Effect] {
    var panel = panel
    let action = panel.bindings.action(for: key)
    if panel.isOnField, action == nil || action == .type || action == .emptyField {
      if key == .up, !panel.options.isEmpty {
        panel.pointed -= 1
      } else {
        panel.edit(key)
      }
      overlay = .panel(panel)
      return []
    }
    if action == .choose {
      let option = key.digit.map { $0 - 1 } ?? panel.pointed
      return panel.options.indices.contains(option) ? choose(option, of: panel) : []
    }
    if panel.isOnField, action == panel.enter { return validateField(panel) }
    if action == .quit {
      return panel.purpose == .quit ? choose(2, of: panel) : keepRemark(panel) + openQuit()
    }
    if action == .type {
      panel.pointed = panel.options.count
      _ = panel.field.press(key)
    }
    if action == .point {
      let last = panel.options.count - (panel.fieldLabel == nil ? 1 : 0)
      panel.pointed = key.moved(from: panel.pointed, last: last)
    }
    overlay = .panel(panel)
    return action == .close ? close(panel) : []
  }

  private mutating func close(_ panel: Panel) -> [Effect] {
    overlay = nil
    let effects = keepRemark(panel)
    if !effects.isEmpty { say(words.remarkKept) }
    return effects
  }
}
