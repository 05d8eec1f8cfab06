import Console
import Formulas
import Interviews
import Questions

// One stop, one screen: what is asked, and the editor of the answer.

extension App {
  func context(_ interview: Interview, _ spot: Spot) -> EditorContext {
    let layout = layout
    var context = EditorContext(
      interview: interview, spot: spot, glyphs: glyphs, width: layout.measure,
      rows: layout.bodyRows, lineCount: 0, settings: settings,
      isRefused: message?.weight == .error)
    if let editor, editor.scrolls { context.lineCount = body(editor, in: context).lines.count }
    return context
  }

  var questionBindings: [Binding] { (editor?.bindings ?? []) + Bindings.interview }

  mutating func pressQuestion(_ key: Key) -> [Effect] {
    guard let interview, let spot = interview.position, var editor else { return [] }
    let action = questionBindings.action(for: key)
    var context = context(interview, spot)
    // Counted where a key asks for what stands below.
    if key == .pageDown { context.lineCount = body(editor, in: context).lines.count }
    message = nil
    let outcome = editor.press(key, action, in: context)
    self.editor = editor
    if outcome == .passed { return action.flatMap { perform($0) } ?? [] }
    return take(outcome, at: spot)
  }

  /// Does what an editor came to.
  mutating func take(_ outcome: Outcome, at spot: Spot) -> [Effect] {
    switch outcome {
    case .passed, .drawn: return []
    case .give(let given, let leaves): return give(given, at: spot, thenLeaves: leaves)
    case .clear: return clear(spot)
    case .message(let text):
      say(text, .error)
      return []
    case .open(let instance): return open(instance, of: spot)
    case .add: return addInstance(to: spot)
    case .remove(let instance): return removeInstance(instance, from: spot)
    case .insert(let place): return insertInstance(before: place, to: spot)
    case .move(let instance, let place): return moveInstance(instance, of: spot, to: place)
    case .leave: return judge(spot)
    case .at(let row, .give(let given, let leaves)):
      let effects = give(given, at: row, thenLeaves: false)
      let isGiven = interview.map { $0.presence(at: row) != .notReached } ?? false
      return effects + (leaves && isGiven ? judge(spot) : [])
    case .at(let row, let outcome): return take(outcome, at: row)
    case .leaveBlank(let rows):
      guard let interview else { return [] }
      let effects = rows.flatMap { record(.leave(interview.path(of: $0))) }
      return effects + judge(spot)
    }
  }

  /// Hands the long text over to the person's own editor; what is typed is kept first.
  mutating func openEditor() -> [Effect] {
    guard case .longText(let editor)? = editor else {
      say(words.noEditor)
      return []
    }
    return keepDraft() + [.edit(editor.area.text)]
  }

  /// The rows of a grid no one has answered.
  func waitingRows(of spot: Spot) -> [Spot] {
    guard let interview else { return [] }
    return interview.rows(of: spot).filter { interview.presence(at: $0) == .notReached }
  }

  private mutating func clear(_ spot: Spot) -> [Effect] {
    guard let interview, interview.answer(at: spot) != nil else {
      reload(spot)
      return []
    }
    let effects = record(.clear(interview.path(of: spot)))
    reload(spot)
    say(words.cleared)
    return effects
  }

  /// Takes the answer as stored, leaving nothing of what was typed.
  mutating func reload(_ spot: Spot) {
    guard let interview else { return }
    drafts[spot] = nil
    // A grid's row has no editor of its own: the grid keeps its place.
    guard interview.position == spot else { return }
    editor = Editor(for: spot, in: interview, draft: nil)
  }

  /// Stores what was given, if it is an answer; then says what is to be said of it, or goes on.
  mutating func give(_ given: Given, at spot: Spot, thenLeaves: Bool) -> [Effect] {
    guard let interview else { return [] }
    var effects: [Effect] = []
    do throws(Rejection) {
      for event in try interview.events(for: given, at: spot) where !interview.holds(event) {
        effects += record(event)
      }
    } catch {
      say(rejected(error), .error)
      return []
    }
    drafts[spot] = nil
    if case .special = given, let typed = editor?.draft, !typed.isEmpty { displaced[spot] = typed }
    // What was typed is the answer now: nothing of it is left to keep.
    if editor?.draft != nil || given.holdsOther, let now = self.interview {
      editor = Editor(for: spot, in: now, draft: nil)
    }
    tellUnticked(at: spot, since: interview)
    guard thenLeaves else { return effects }
    return effects + judge(spot)
  }

  func rejected(_ rejection: Rejection) -> String {
    let texts = interview?.languagePlace ?? 0
    return "\(glyphs.wrong) \(rejection.sentence(in: words.language, texts: texts))"
  }

  /// Says that an exclusive answer unticked the others, or one of them unticked it.
  private mutating func tellUnticked(at spot: Spot, since before: Interview) {
    guard let interview, case .selectMultiple? = interview.item(at: spot).question?.kind else {
      return
    }
    let old = before.givenNames(at: spot)
    let new = interview.givenNames(at: spot)
    if !old.isEmpty, !new.isEmpty, Set(old).isDisjoint(with: new) { say(words.untickedOthers) }
  }

  /// Looks at the checks of an answer just given: an error keeps here, a warning asks, else on.
  mutating func judge(_ spot: Spot) -> [Effect] {
    guard let interview else { return [] }
    let findings = interview.findings(at: spot)
    if let finding = findings.first(where: \.blocks) {
      say(blocked(by: finding), .error)
      editor = Editor(for: spot, in: interview, draft: nil)
      return []
    }
    if let finding = findings.first(where: \.asks) {
      editor = Editor(for: spot, in: interview, draft: nil)
      overlay = .panel(confirmationPanel(finding))
      return []
    }
    let kept = message
    let effects = moveOn(from: spot)
    if let info = findings.first(where: \.informs) {
      say(sentence(of: info))
    } else {
      message = message ?? kept
      if message == nil, interview.presence(at: spot) == .leftBlank {
        say(words.leftBlank(name(of: spot)))
      }
    }
    return effects
  }

  /// A finding's sentence: the author's message, or the required one.
  func sentence(of finding: Finding) -> String {
    guard let interview else { return "" }
    switch finding.matter {
    case .required:
      let message = interview.item(at: finding.spot).question?.requiredMessage
      return message.map { interview.text($0, at: finding.spot) } ?? words.requiredWithoutAnswer
    case .check(let spot, _, _):
      let check = interview.questionnaire.checks[spot.check]
      return interview.text(check.message, inInstance: spot.frame)
    }
  }

  /// What stands in the way, and the other questions where it may be mended.
  func blocked(by finding: Finding) -> String {
    let others = finding.others.prefix(Self.mostOthers).map(name)
    let more = others.isEmpty ? "" : " \(words.seeAlso(others.joined(separator: ", ")))"
    let said = sentence(of: finding)
    let sentence = said == words.requiredWithoutAnswer ? words.neededToFinish : said
    return "\(glyphs.wrong) \(sentence)\(more)"
  }

  /// Other questions named at once: the summary names them all.
  static let mostOthers = 5

  /// A question by its number and short label, and its instance where it is in one.
  func name(of spot: Spot) -> String {
    guard let interview else { return "" }
    let number = interview.item(at: spot).number.map { $0 + ". " } ?? ""
    return number + interview.shortLabel(of: spot) + interview.instanceMark(of: spot)
  }

  mutating func moveOn(from spot: Spot) -> [Effect] {
    guard let interview else { return [] }
    if interview.item(at: spot).question?.endsInterview == true { return finish() }
    let isReturning = returning == spot
    returning = nil
    guard !isReturning, let next = interview.stop(after: spot) else { return go(to: nil) }
    let isBackOnList = interview.roster(ofFrame: spot.frame) == next
    let effects = go(to: next)
    if isBackOnList { tellIncomplete(spot.frame) }
    return effects
  }

  private mutating func tellIncomplete(_ frame: Int) {
    guard let interview else { return }
    let completion = interview.completion(ofInstance: frame)
    guard completion.done < completion.of else { return }
    say("! \(words.instanceIncomplete(interview.title(ofInstance: frame)))", .warning)
  }
}
