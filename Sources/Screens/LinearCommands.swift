import Console
import Interviews
import Questions

/// What a line that starts with a colon asks for, by its letter.
enum LinearCommand: String, CaseIterable {
  case back = "b"
  case plan = "p"
  case filter = "f"
  case remaining = "r"
  case summary = "s"
  case note = "n"
  case special = "k"
  case erase = "e"
  case undo = "u"
  case redo = "y"
  case language = "l"
  case export = "x"
  case menu = "m"
  case help = "?"
  case quit = "q"
}

extension LinearWalk {
  /// Does what a line that starts with a colon asks for.
  ///
  /// What lies over the screen is left first, but for help and for a command that is none.
  mutating func command(_ typed: String) -> [Effect] {
    let (letter, rest) = typed.firstWord
    asked = []
    guard let command = LinearCommand(rawValue: letter.lowercased()) else {
      app.say(app.words.unknownCommand(":" + letter))
      return []
    }
    if command == .help {
      app.say(help.joined(separator: "\n"))
      return []
    }
    let wasOver = app.overlay != nil
    app.overlay = nil
    return wasOver && command == .back ? [] : perform(command, rest)
  }

  private mutating func perform(_ command: LinearCommand, _ rest: String) -> [Effect] {
    let isHome = app.interview == nil
    switch command {
    case .help: return []
    case .quit: return pause()
    case .language: return app.switchLanguage()
    case .back: return isHome ? leaveList() : app.goBack()
    case .plan: return openPlan()
    case .filter: return filter()
    case .summary: return isHome ? [] : app.perform(.summary) ?? []
    case .undo: return isHome ? app.untrash() : app.perform(.undo) ?? []
    case .redo: return app.perform(.redo) ?? []
    case .remaining: return app.perform(isHome ? .results : .remaining) ?? []
    case .erase: return clear()
    case .menu:
      // What only a picture has is not offered.
      return app.openMenu(without: [
        .new, .trash, .help, .redraw, .hide, .suspend, .insert, .moveUp, .moveDown,
      ])
    case .note: return note(rest)
    case .special: return special(rest)
    case .export: return app.perform(.export) ?? []
    }
  }

  /// The commands there are where the person is.
  private var help: [String] {
    app.interview == nil ? app.words.linearHomeHelp : app.words.linearHelp
  }

  /// Whether `?` asks for help: everywhere but where a text is typed.
  var takesHelp: Bool {
    guard case .question = app.screen, let interview = app.interview,
      let spot = interview.position, case .text? = interview.item(at: spot).question?.kind
    else { return true }
    return false
  }
}
