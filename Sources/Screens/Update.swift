import Console
import Formulas
import Interviews
import Questions

/// Takes one event: total, and nothing happens outside the returned effects.
package func update(_ app: inout App, _ event: AppEvent) -> [Effect] {
  let effects = take(event, by: &app)
  app.tellSetAside()
  app.wrapReading()
  return effects
}

private func take(_ event: AppEvent, by app: inout App) -> [Effect] {
  switch event {
  case .key(let key): return app.press(key)
  case .resize(let columns, let rows):
    app.columns = columns
    app.rows = rows
  case .rested: return app.keepDraft()
  case .idle:
    app.isHidden = true
    return app.keepDraft()
  case .saved(let time): app.saving = .saved(time)
  case .notSaved(let sentence):
    app.saving = .failed(app.waiting + 1)
    app.say("\(app.glyphs.wrong) \(sentence)", .error)
  case .opened(let interview, let time):
    app.interview = interview
    app.standing = Standing(interview)
    app.drafts = interview.drafts
    app.saving = time.isEmpty ? .nothingYet : .saved(time)
    app.message = nil
    app.arrive()
    let missing = interview.questionnaire.missingFiles
    if !missing.isEmpty {
      app.say("! \(app.words.listMissing(missing))", .warning)
    } else if !time.isEmpty {
      app.tellLanguage(of: interview)
    }
  case .lasted(let minutes): app.minutes = minutes
  case .closed: app.showHome()
  case .edited(let text): app.editor?.replace(with: text)
  case .listed(let entries, let shelf): app.home.list(entries, from: shelf)
  case .trashCounted(let count): app.home.count(trashed: count)
  case .reported(let report): app.show(report)
  case .exportOffered(let place): app.openExport(place)
  case .exporting(let done, let all): app.tellProgress(done, of: all)
  case .exported(let lines): app.tellExport(lines)
  case .failed(let sentence): app.say("\(app.glyphs.wrong) \(sentence)", .error)
  }
  return []
}

extension App {
  /// Overlay, then editor, then screen, then what is common to all.
  mutating func press(_ key: Key) -> [Effect] {
    if isHidden { return pressHidden(key) }
    if case .mouse(let row, let column, let kind) = key {
      return click(row: row, column: column, kind)
    }
    if layout.isTooSmall {
      return key == .control("q") || key == .control("c") ? leave() : []
    }
    if overlay != nil { return pressOverlay(key) }
    switch screen {
    case .home: return pressHome(key)
    case .plan: return pressPlan(key)
    case .summary: return pressSummary(key)
    case .report: return pressReport(key)
    case .question: return pressQuestion(key)
    }
  }

  /// Pauses and leaves at once: from a window too small to ask anything.
  private mutating func leave() -> [Effect] {
    guard interview != nil else { return [.quit] }
    return record(.pause(reason: "")) + [.rest, .quit]
  }

  /// Makes an event part of the interview, and asks for it to be written.
  mutating func record(_ event: Event) -> [Effect] {
    guard var now = interview else { return [.append(event)] }
    // Not held twice while it changes: a copy of ten thousand answers is felt.
    interview = nil
    standing.apply(event, to: &now)
    interview = now
    return [.append(event)]
  }

  /// Says how many answers came to wait for the route, after whatever else there is to say.
  mutating func tellSetAside() {
    let count = standing.takeUntold()
    guard count > 0 else { return }
    let told = words.setAside(count)
    switch message?.weight {
    case .error?: say("\(message?.text ?? "") \(told)", .error)
    case .plain?, .warning?: say("\(message?.text ?? "") \(told)", .warning)
    case nil: say(told, .warning)
    }
  }

  /// Says that an interview taken up again is not in the language of the home screen, where it
  /// could be.
  fileprivate mutating func tellLanguage(of interview: Interview) {
    let languages = interview.questionnaire.languages
    let held = languages[interview.languagePlace]
    guard held != language.rawValue, languages.contains(language.rawValue) else { return }
    say(Words[language].heldIn(held))
  }

  /// How many events are not on disk yet.
  var waiting: Int { if case .failed(let count) = saving { count } else { 0 } }

  /// Shows the home screen: the interview was let go.
  fileprivate mutating func showHome() {
    if let interview { home.leave(interview.start.id) }
    interview = nil
    minutes = nil
    editor = nil
    drafts = [:]
    displaced = [:]
    returning = nil
    screen = .home
    saving = .nothingYet
  }

  /// Shows what stands where the person stands now.
  mutating func arrive() {
    guard let interview else {
      screen = .home
      return
    }
    guard let spot = interview.position else {
      screen = .summary(SummaryScreen(interview))
      editor = nil
      return
    }
    screen = .question
    editor = Editor(for: spot, in: interview, draft: drafts[spot])
  }

  /// Goes to a stop, or to the summary, keeping what was being typed.
  mutating func go(to spot: Spot?, isBack: Bool = false) -> [Effect] {
    var effects = keepDraft()
    message = nil
    guard let interview else { return [] }
    effects += record(.go(spot.map { interview.path(of: $0) }, isBack: isBack))
    arrive()
    return effects
  }

  /// Keeps what is typed and not validated, in the journal too: nothing is lost.
  mutating func keepDraft() -> [Effect] {
    guard case .question = screen, let interview, let spot = interview.position, let editor else {
      return []
    }
    drafts[spot] = editor.draft
    let noted = openPanel.map { keepRemark($0) } ?? []
    return noted + unkeptDrafts.flatMap { record(.draft(interview.path(of: $0.spot), $0.text)) }
  }

  /// Whether something is typed that no journal holds yet.
  package var hasUnkeptDraft: Bool {
    !unkeptDrafts.isEmpty || openPanel.flatMap(unkeptRemark) != nil
  }

  private var openPanel: Panel? { if case .panel(let panel)? = overlay { panel } else { nil } }

  /// What is typed and no journal holds yet: in the question's editor, in its `other` line.
  private var unkeptDrafts: [(spot: Spot, text: String)] {
    guard case .question = screen, let interview, let spot = interview.position, let editor else {
      return []
    }
    let typed = [(spot, editor.draft)] + (editor.other.map { [($0.spot, $0.draft)] } ?? [])
    return typed.map { ($0, $1 ?? "") }.filter { $1 != interview.drafts[$0] ?? "" }
  }

  /// Verbs every interview screen shares; nil where the action is not one of them.
  mutating func perform(_ action: Action) -> [Effect]? {
    switch action {
    case .plan: return openPlan()
    case .remaining: return goToRemaining()
    case .remark: return openRemark()
    case .special: return openSpecials()
    case .undo: return undo(.undo)
    case .redo: return undo(.redo)
    case .menu: return openMenu()
    case .help: return openHelp()
    case .quit: return openQuit()
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .results: return [.report]
    case .hide:
      isHidden = true
      return []
    case .summary: return go(to: nil)
    case .export: return [.offerExport]
    case .language: return switchLanguage()
    case .stop: return openStop()
    case .back: return goBack()
    case .settings: return openSettings()
    case .editor: return openEditor()
    case .insert, .moveUp, .moveDown: return rearrange(action)
    case .training: return openTraining()
    case .trashed: return [.list(.trash)]
    case .interviews: return [.list(.interviews)]
    case .answer, .confirm, .tick, .point, .type, .erase, .emptyField, .clear, .validate, .carryOn,
      .scroll,
      .newLine, .open, .add, .remove, .choose, .close, .new, .filter, .pages, .validateField,
      .visit, .fold, .save, .pause, .trash, .restore, .day, .nextRank, .giveRank:
      return nil
    }
  }

  mutating func goBack() -> [Effect] {
    guard let place = interview?.previous else {
      say(words.firstQuestion)
      return []
    }
    switch place {
    case .stop(let spot): return go(to: spot, isBack: true)
    case .summary: return go(to: nil, isBack: true)
    }
  }

  mutating func goToRemaining() -> [Effect] {
    guard let interview else { return [] }
    guard let spot = interview.firstRemaining else {
      let effects = go(to: nil)
      say(words.nothingRemains)
      return effects
    }
    let isHere = screen == .question && spot == interview.position
    let effects = go(to: spot)
    if isHere { say(words.firstRemaining) }
    return effects
  }

  private mutating func undo(_ event: Event) -> [Effect] {
    guard let interview else { return [] }
    let isUndo = event == .undo
    guard isUndo ? interview.canUndo : interview.canRedo else {
      say(isUndo ? words.nothingToUndo : words.nothingToRedo)
      return []
    }
    let effects = record(event)
    if let spot = self.interview?.position {
      drafts[spot] = isUndo ? displaced.removeValue(forKey: spot) : nil
    }
    arrive()
    let place = changed(since: interview)
    say(isUndo ? words.undone(place) : words.redone(place))
    return effects
  }

  /// What an undo led back to, by name: an answer, or a note.
  private func changed(since before: Interview) -> String {
    guard let interview, let spot = interview.position else { return "" }
    let isNote = interview.remark(at: spot) != before.remark(at: spot)
    return isNote ? words.noteOn(name(of: spot)) : name(of: spot)
  }

  mutating func switchLanguage() -> [Effect] {
    guard let interview else {
      language = language.next
      return [.keep(.language)]
    }
    let languages = interview.questionnaire.languages
    guard languages.count > 1 else { return [] }
    var effects = keepDraft()
    let next = languages[(interview.languagePlace + 1) % languages.count]
    effects += record(.language(next))
    let shown = screen
    arrive()
    switch shown {
    case .home, .question, .report: break
    case .plan(let plan): screen = .plan(plan.refreshed(in: self.interview))
    case .summary: break
    }
    return effects
  }
}
