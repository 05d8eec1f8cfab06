import Console
import Formulas
import Interviews
import Questions

// One stop, one screen: what is asked, and the editor of the answer.

extension App {
  func context(_ interview: Interview, _ spot: Spot) -> EditorContext {
    let layout = layout
    var context = EditorContext(
      interview: interview, spot: spot, words: words, glyphs: glyphs, width: layout.measure,
      rows: layout.bodyRows, lineCount: 0, settings: settings)
    if let editor { context.lineCount = body(editor, in: context).lines.count }
    return context
  }

  var questionBindings: [Binding] { (editor?.bindings ?? []) + Bindings.interview }

  mutating func pressQuestion(_ key: Key) -> [Effect] {
    guard let interview, let spot = interview.position, var editor else { return [] }
    let action = questionBindings.action(for: key)
    let context = context(interview, spot)
    message = nil
    let outcome = editor.press(key, action, in: context)
    self.editor = editor
    switch outcome {
    case .passed: return action.flatMap { perform($0) } ?? []
    case .drawn: return []
    case .give(let given, let leaves): return give(given, at: spot, thenLeaves: leaves)
    case .clear: return clear(spot)
    case .message(let text):
      say(text, .error)
      return []
    case .open(let instance): return open(instance, of: spot)
    case .add: return addInstance(to: spot)
    case .remove(let instance): return removeInstance(instance, from: spot)
    case .leave: return moveOn(from: spot)
    }
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
  private mutating func reload(_ spot: Spot) {
    guard let interview else { return }
    drafts[spot] = nil
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
    tellSetAside(since: interview)
    guard thenLeaves else { return effects }
    return effects + judge(spot)
  }

  private func rejected(_ rejection: Rejection) -> String {
    let texts = interview?.languagePlace ?? 0
    return "\(glyphs.wrong) \(rejection.sentence(in: words.language, texts: texts))"
  }

  /// Says how many answers left the route, and what was unticked.
  private mutating func tellSetAside(since before: Interview) {
    guard let interview else { return }
    let count = interview.setAsideCount - before.setAsideCount
    if count > 0 { say(words.setAside(count), .warning) }
  }

  /// Looks at the checks of an answer just given: an error keeps here, a warning asks, else on.
  mutating func judge(_ spot: Spot) -> [Effect] {
    guard let interview else { return [] }
    let findings = interview.findings(at: spot)
    if let finding = findings.first(where: \.blocks) {
      say("\(glyphs.wrong) \(sentence(of: finding))", .error)
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
    if let info = findings.first {
      say(sentence(of: info))
    } else {
      message = message ?? kept
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

  mutating func moveOn(from spot: Spot) -> [Effect] {
    guard let interview else { return [] }
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

  mutating func open(_ instance: Int, of spot: Spot) -> [Effect] {
    guard let interview else { return [] }
    let frames = interview.instances(of: spot)
    guard frames.indices.contains(instance - 1) else { return [] }
    let frame = frames[instance - 1]
    let first = interview.route(inInstance: frame).first(where: interview.isRemaining)
    guard let target = first ?? interview.firstStop(inInstance: frame) else { return [] }
    return go(to: target)
  }

  mutating func addInstance(to spot: Spot) -> [Effect] {
    guard let interview else { return [] }
    do throws(Rejection) {
      let effects = record(try interview.acceptInstance(of: spot))
      let count = self.interview?.instances(of: spot).count ?? 0
      return effects + open(count, of: spot)
    } catch {
      say(rejected(error), .error)
      return []
    }
  }

  mutating func removeInstance(_ instance: Int, from spot: Spot) -> [Effect] {
    guard let interview else { return [] }
    let frames = interview.instances(of: spot)
    let title =
      frames.indices.contains(instance - 1)
      ? interview.title(ofInstance: frames[instance - 1]) : ""
    do throws(Rejection) {
      let effects = record(try interview.acceptRemoval(of: instance, from: spot))
      reload(spot)
      say(words.removed(title))
      return effects
    } catch {
      say(rejected(error), .error)
      return []
    }
  }
}

extension Interview {
  /// The events an input comes to: the answer, then the free text its `other` choice opened.
  ///
  /// - Throws: `Rejection`; nothing is to be applied then.
  func events(for given: Given, at spot: Spot) throws(Rejection) -> [Event] {
    switch given {
    case .special(let name): return [try accept(special: name, at: spot)]
    case .proposal: return [try acceptProposal(at: spot)]
    case .text(let text, let other):
      let event = try accept(text, at: spot)
      guard let other, let item = questionnaire.otherText(of: spot.item) else { return [event] }
      var after = self
      after.apply(event)
      let place = Spot(frame: spot.frame, item: item)
      guard after.isAsked(place) else { return [event] }
      return [event, try after.accept(other, at: place)]
    }
  }

  /// Whether an event would change nothing: the same answer given again is not stored again.
  func holds(_ event: Event) -> Bool {
    switch event {
    case .answer(let path, let value, let isProposal):
      spot(of: path).map { answer(at: $0) == .given(value, isProposal: isProposal) } ?? false
    case .special(let path, let name):
      spot(of: path).map { answer(at: $0) == .special(name) } ?? false
    case .leave(let path):
      spot(of: path).map { spot in
        answer(at: spot) == .leftBlank
          || item(at: spot).question?.kind.isAsked == false && answer(at: spot) == nil
      } ?? false
    case .clear, .draft, .remark, .confirm, .add, .insert, .remove, .move, .go, .language, .undo,
      .redo, .pause, .resume, .finish, .stop, .reopen:
      false
    }
  }
}
