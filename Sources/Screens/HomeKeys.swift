import Console
import Formulas
import Interviews
import Questions

// What keys do on the home screen.

extension App {
  var homeBindings: [Binding] {
    switch home.shelf {
    case .interviews: home.search.isEmpty ? Bindings.home : Bindings.search(Bindings.home)
    case .trash: home.search.isEmpty ? Bindings.trash : Bindings.search(Bindings.trash)
    }
  }

  mutating func pressHome(_ key: Key) -> [Effect] {
    let action = homeBindings.action(for: key)
    message = nil
    if action == .open || action == .restore { return home.target.map { open($0) } ?? [] }
    if action == .trash, home.search.isEmpty { return trashPointed() }
    if action == .undo { return untrash() }
    if let action, let effects = perform(action) { return effects }
    home.press(key, action)
    return []
  }

  /// Takes up an interview, or starts one.
  mutating func open(_ target: HomeScreen.Target) -> [Effect] {
    switch target {
    case .entry(let entry) where home.shelf == .trash: return restore(entry)
    case .entry(let entry):
      if let fault = entry.fault {
        say("\(glyphs.wrong) \(fault)", .error)
        return []
      }
      switch entry.status {
      case .inProgress: return start(.open(entry.id))
      case .finished, .stopped: return openReopening(entry)
      case .withdrawn:
        say(words.cannotReopen)
        return []
      }
    case .form(let form): return begin(form, as: home.kind)
    }
  }

  mutating func begin(_ form: Int, as kind: Start.Kind) -> [Effect] {
    start(.begin(form: form, language: home.forms[form].language(spoken: language), kind))
  }

  /// Starts a training interview on the questionnaire pointed at, or asks which.
  mutating func openTraining() -> [Effect] {
    if case .form(let form)? = home.target { return begin(form, as: .training) }
    return chooseTraining()
  }

  /// Asks which questionnaire to train on, where there are several.
  mutating func chooseTraining() -> [Effect] {
    if home.forms.count == 1 { return begin(0, as: .training) }
    overlay = .panel(
      Panel(
        .training, title: words.trainingTitle, text: [words.trainingExplained],
        options: home.forms.map { $0.title(in: language) }))
    return []
  }

  private mutating func openReopening(_ entry: HomeEntry) -> [Effect] {
    let text = [entry.label, words.reopenExplained(entry)]
    overlay = .panel(
      Panel(
        .reopen(entry.id), title: words.reopenTitle, text: text,
        options: [words.leaveAsItIs, words.reopenConfirm], fieldLabel: words.reopenReason))
    return []
  }

  /// A reason is asked for: a correction without one explains nothing.
  mutating func reopen(_ panel: Panel, _ id: String) -> [Effect] {
    let reason = panel.field.text.trimmed
    if !reason.isEmpty { return start(.reopen(id, reason: reason)) }
    var panel = panel
    panel.pointed = panel.options.count
    overlay = .panel(panel)
    say(words.reasonNeeded)
    return []
  }

  mutating func trashPointed() -> [Effect] {
    guard case .entry(let entry)? = home.target else {
      say(words.pointAtInterview)
      return []
    }
    return trash(entry)
  }

  mutating func trash(_ entry: HomeEntry) -> [Effect] {
    home.remember(trashed: entry)
    say(words.trashed(entry.label))
    return [.trash(entry.id), .list(.interviews)]
  }

  mutating func restore(_ entry: HomeEntry) -> [Effect] {
    home.forget(trashed: entry)
    say(words.restored(entry.label))
    return [.restore(entry.id), .list(home.shelf)]
  }

  /// Takes back the interview last thrown away; again, the one before it.
  mutating func untrash() -> [Effect] {
    guard let entry = home.trashed.last else {
      say(words.nothingToUndo)
      return []
    }
    return restore(entry)
  }
}
