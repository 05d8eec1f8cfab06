import Console
import Formulas
import Interviews
import Questions

/// The program as a conversation: one prompt, one line.
///
/// The same app, editors and events as the
/// screens; the door for screen readers, scripts and pipes.
package struct LinearWalk: Sendable {
  package var app: App
  /// Lines of a long text so far; nil outside one.
  private var longText: [String]?
  /// What was asked last, so that a message alone does not print the question again.
  var asked: [String] = []

  package init(_ app: App) { self.app = app }

  /// What stands before what is typed.
  package static let mark = "> "

  /// What to print before the next line is read.
  package mutating func prompt() -> String {
    app.tellSetAside()
    var lines: [String] = []
    if let message = app.message { lines.append(spoken(message)) }
    app.message = nil
    if longText == nil {
      let question = question()
      if question != asked {
        lines += [""] + question
      } else if !lines.isEmpty {
        lines += allowed
      }
      asked = question
    }
    return lines.map { TextWidth.sanitizedLines($0) + "\n" }.joined() + Self.mark
  }

  /// What is left to print once the loop is over: whether all is saved, and how to go on.
  package func farewell() -> String {
    let end: String =
      switch (app.waiting, app.interview) {
      case (1..., _): app.words.someNotSaved(app.waiting)
      case (_, let interview?):
        app.words.linearPaused(interview.label, String(interview.start.id.suffix(8)))
      case (_, nil): app.words.linearSaved
      }
    let lines = ["", app.message.map(spoken) ?? "", end]
    return lines.enumerated().filter { $0 == 0 || !$1.isEmpty }
      .map { TextWidth.sanitizedLines($1) + "\n" }.joined()
  }

  /// A message made for the screens, its keys told as what is typed here.
  private func spoken(_ message: App.Message) -> String {
    app.words.linearPhrases.reduce(message.text) { text, phrase in
      text.replacing(phrase.onScreen, with: phrase.inLines)
    }
  }

  /// What the question asked takes, said again after a refusal.
  private var allowed: [String] {
    guard case .question = app.screen, app.overlay == nil, let interview = app.interview,
      let spot = interview.position, let editor = app.editor
    else { return [] }
    return editor.spoken(in: app.context(interview, spot))
  }

  /// Takes one line, without its newline; nil is the end of the input, which pauses.
  package mutating func read(_ line: String?) -> [Effect] {
    guard let line else { return pause() }
    if longText != nil { return readLongText(line) }
    if case .panel(let panel)? = app.overlay { return read(line, on: panel) }
    let typed = line.trimmed
    if typed.hasPrefix("::") { return answer(String(typed.dropFirst())) }
    if typed.hasPrefix(":") { return command(String(typed.dropFirst())) }
    if typed == "?", takesHelp { return command(typed) }
    switch app.screen {
    case .home: return readHome(typed)
    case .report(let place): return readResults(typed, place)
    case .question: return answer(line)
    case .plan: return readPlan(typed)
    case .summary: return readSummary(typed)
    }
  }

  mutating func pause() -> [Effect] {
    guard app.interview != nil else { return [.quit] }
    return app.record(.pause(reason: "")) + [.rest, .quit]
  }

  mutating func clear() -> [Effect] {
    guard let editor = app.editor, let spot = app.interview?.position else { return [] }
    return app.take(editor.clearing, at: spot)
  }

  mutating func note(_ text: String) -> [Effect] {
    guard let interview = app.interview, let spot = interview.position else { return [] }
    if text.isEmpty { return app.openRemark() }
    return app.record(.remark(interview.path(of: spot), text))
  }

  /// `:k` alone gives the only special answer, or lists them; `:k nsp` gives that one.
  mutating func special(_ word: String) -> [Effect] {
    guard let interview = app.interview, let spot = interview.position else { return [] }
    let specials = Option.specials(of: interview, at: spot)
    if word.isEmpty, specials.count != 1 { return app.openSpecials() }
    let place = (Int(word) ?? 0) - 1
    let listed = specials.indices.contains(place) ? specials[place] : nil
    let named = word.isEmpty ? specials.first : specials.named(word) ?? listed
    return give(special: named?.name ?? word, at: spot)
  }

  /// Gives a special answer, and goes on; in a grid, to the next row.
  private mutating func give(special name: String, at spot: Spot) -> [Effect] {
    let target = app.editor?.target(spot) ?? spot
    guard target != spot else { return app.give(.special(name), at: spot, thenLeaves: true) }
    let effects = app.give(.special(name), at: target, thenLeaves: false)
    app.reload(spot)
    let isDone = app.interview?.presence(at: spot) == .answered
    return effects + (isDone ? app.moveOn(from: spot) : [])
  }

  private mutating func answer(_ line: String) -> [Effect] {
    guard let interview = app.interview, let spot = interview.position, var editor = app.editor
    else { return [] }
    if case .longText = editor, !line.trimmed.isEmpty, longText == nil {
      longText = []
      return readLongText(line)
    }
    let context = app.context(interview, spot)
    let outcome = editor.read(line, in: context)
    app.editor = editor
    switch outcome {
    case .give(let given, let leaves):
      return app.give(blankKeeping(given, interview, spot), at: spot, thenLeaves: leaves)
    case .open(let instance): return app.open(instance, of: spot)
    case .add: return app.addInstance(to: spot)
    case .remove(let instance): return app.removeInstance(instance, from: spot)
    case .insert(let place): return app.insertInstance(before: place, to: spot)
    case .move(let instance, let place): return app.moveInstance(instance, of: spot, to: place)
    case .leave: return app.judge(spot)
    case .message(let text):
      app.say(text)
      return []
    case .at:
      let effects = app.take(outcome, at: spot)
      app.reload(spot)
      return effects
    case .leaveBlank: return app.take(.leaveBlank(app.waitingRows(of: spot)), at: spot)
    case .passed, .drawn, .clear: return []
    }
  }

  /// An empty line keeps what is answered already.
  private func blankKeeping(_ given: Given, _ interview: Interview, _ spot: Spot) -> Given {
    guard given == .text("") else { return given }
    switch interview.presence(at: spot) {
    case .special(let name): return .special(name)
    case .answered where !interview.proposal(at: spot).isBlank: return .proposal
    case .answered:
      let value = interview.value(at: spot)
      return .text(interview.frameLanguage == .french ? value.plain.frenchMark : value.plain)
    case .leftBlank, .notReached, .skipped:
      return interview.proposal(at: spot).isBlank ? given : .proposal
    }
  }

  /// Lines until one that is a full stop alone.
  private mutating func readLongText(_ line: String) -> [Effect] {
    guard line.trimmed == "." else {
      longText?.append(line)
      return []
    }
    let text = (longText ?? []).joined(separator: "\n")
    longText = nil
    guard let spot = app.interview?.position else { return [] }
    return app.give(.text(text), at: spot, thenLeaves: true)
  }

  private mutating func read(_ line: String, on panel: Panel) -> [Effect] {
    var typed = line.trimmed
    if typed.hasPrefix("::") {
      typed.removeFirst()
    } else if typed.hasPrefix(":") {
      return command(String(typed.dropFirst()))
    }
    if typed == "?" { return command(typed) }
    if panel.options.isEmpty {
      var filled = panel
      if !typed.isEmpty || !panel.proposesWritten { filled.field.replace(with: typed) }
      asked = []
      return app.validateField(filled)
    }
    if typed.isEmpty || typed == "0" {
      app.overlay = nil
      return []
    }
    let (word, rest) = typed.firstWord
    guard let number = Int(word), number >= 1, number <= panel.options.count else {
      app.say(app.words.chooseOption(panel.options.count))
      asked = []
      return []
    }
    if case .specials(let names) = panel.purpose, let spot = app.interview?.position {
      app.overlay = nil
      return give(special: names[number - 1], at: spot)
    }
    var filled = panel
    filled.field.replace(with: rest)
    return app.choose(number - 1, of: filled)
  }

  /// Leaves what is looked at without an interview: the results, the trash, a search.
  mutating func leaveList() -> [Effect] {
    if case .report(let place) = app.screen { return readResults("", place) }
    return readHome("")
  }

  /// A number opens, takes back from the trash or starts; `-2` throws the second away; other
  /// letters search, an empty line stops searching or leaves the trash.
  private mutating func readHome(_ typed: String) -> [Effect] {
    if typed.isEmpty, app.home.shelf == .trash { return [.list(.interviews)] }
    let count = app.home.found.count
    guard let number = Int(typed), count + app.home.offered.count > 0 else {
      app.home.find(typed)
      return []
    }
    if number < 0, -number <= count, app.home.shelf == .interviews {
      return app.trash(app.home.found[-number - 1])
    }
    guard number >= 1, number <= count + app.home.offered.count else {
      app.say(app.words.chooseNumber(count + app.home.offered.count))
      return []
    }
    app.home.point(at: number - 1)
    return app.home.target.map { app.open($0) } ?? []
  }

  /// A number opens a part of the results, an empty line goes back.
  private mutating func readResults(_ typed: String, _ place: ReportScreen) -> [Effect] {
    if typed.isEmpty { return app.pressReport(.escape) }
    let parts = app.reportParts
    guard let number = Int(typed), parts.indices.contains(number - 1) else {
      app.say(app.words.chooseNumber(parts.count))
      return []
    }
    var place = place
    place.point(at: number - 1)
    app.screen = .report(place)
    return place.isOpen ? [] : app.pressReport(.enter)
  }

  /// A number goes there, other words search, an empty line goes back.
  private mutating func readPlan(_ typed: String) -> [Effect] {
    guard let interview = app.interview, case .plan(var plan) = app.screen else { return [] }
    if typed.isEmpty {
      app.arrive()
      return []
    }
    let stops = plan.stops
    guard let number = Int(typed) else {
      plan.find(typed, interview)
      app.screen = .plan(plan)
      return []
    }
    guard stops.indices.contains(number - 1) else {
      app.say(app.words.chooseNumber(stops.count))
      return []
    }
    if interview.isAsked(stops[number - 1]) { return app.go(to: stops[number - 1]) }
    app.say(app.words.skipped)
    return []
  }

  mutating func openPlan() -> [Effect] {
    guard let interview = app.interview else { return [] }
    let effects = app.openPlan()
    if case .plan(var plan) = app.screen {
      plan.unfold(interview)
      app.screen = .plan(plan)
    }
    return effects
  }

  /// The plan's next filter.
  mutating func filter() -> [Effect] {
    guard let interview = app.interview else { return [] }
    if case .plan = app.screen {} else { _ = openPlan() }
    guard case .plan(var plan) = app.screen else { return [] }
    plan.turnFilter(interview)
    app.screen = .plan(plan)
    return []
  }

  private mutating func readSummary(_ typed: String) -> [Effect] {
    guard case .summary(let summary) = app.screen else { return [] }
    let number = Int(typed) ?? 0
    if let step = SummaryScreen.Step(rawValue: number - 1) { return app.takeStep(step) }
    let first = SummaryScreen.Step.allCases.count + 1
    let places = summary.places
    guard places.indices.contains(number - first),
      let spot = summary.rows[places[number - first]].spot
    else {
      app.say(app.words.chooseNumber(first - 1 + places.count))
      return []
    }
    app.returning = spot
    return app.go(to: spot)
  }
}

extension String {
  /// A decimal point as French writes it.
  fileprivate var frenchMark: String { replacing(".", with: ",") }
}
