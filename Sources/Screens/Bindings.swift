import Console

/// Every key the program knows, by where the person is.
///
/// The help rows and the help screen are
/// printed from these tables, so they cannot promise a key that does nothing.
enum Bindings {
  /// Everywhere in an interview.
  static let interview: [Binding] = [
    Binding([.control("p"), .function(6)], .plan, priority: 8),
    Binding([.control("r"), .function(8)], .remaining, priority: 6),
    Binding([.control("n"), .function(4)], .remark, priority: 5),
    Binding([.control("z")], .undo, priority: 5),
    Binding([.control("y")], .redo, priority: 0),
    Binding([.escape], .menu, priority: 9),
    Binding([.control("q"), .control("c")], .quit, priority: 10),
    Binding([.function(1)], .help, priority: 0),
    Binding([.control("l")], .redraw, priority: 0),
    Binding([.control("k"), .function(7)], .special, priority: 0),
    Binding([.function(2)], .language, priority: 0),
  ]

  /// Beside a field's own keys, where no digit gives its special answers.
  static let special = Binding([.control("k"), .function(7)], .special, priority: 7)

  static let walk: [Binding] = [
    Binding([.enter, .pageDown], .validate, priority: 9),
    Binding([.pageUp, .backTab], .back, priority: 8),
  ]

  /// - Parameter letters: what answers too: `o` and `n` where the choices are yes and no.
  static func choice(_ count: Int, letters: [Character] = []) -> [Binding] {
    let keys = (letters + letters.flatMap { Array($0.uppercased()) }).map(Key.character)
    let shown = letters.map(String.init).joined(separator: ", ")
    return [
      Binding(.digits(through: 99), .answer, shown: "1-\(count)", priority: 9),
      Binding(keys, .answer, shown: shown, priority: letters.isEmpty ? 0 : 9),
      Binding([.up, .down, .home, .end], .point, shown: "↑↓", priority: 7),
      Binding([.character(" ")], .tick, priority: 7),
      Binding([.delete], .clear, priority: 4),
      Binding([.character("?")], .help, priority: 0),
    ] + walk
  }

  /// A scale is read across: the arrows go both ways.
  static func scale(_ count: Int) -> [Binding] {
    [
      Binding(.digits(through: 99), .answer, shown: "1-\(count)", priority: 9),
      Binding([.left, .right, .up, .down, .home, .end], .point, shown: "← →", priority: 7),
      Binding([.character(" ")], .tick, priority: 7),
      Binding([.delete], .clear, priority: 4),
      Binding([.character("?")], .help, priority: 0),
    ] + walk
  }

  static func grid(_ count: Int) -> [Binding] {
    [
      Binding(.digits(through: 99), .answer, shown: "1-\(count)", priority: 9),
      Binding([.up, .down, .left, .right, .home, .end], .point, shown: "↑↓ ← →", priority: 7),
      Binding([.character(" ")], .tick, priority: 6),
      Binding([.delete], .clear, priority: 4),
      Binding([.character("?")], .help, priority: 0),
    ] + walk
  }

  static func rank(_ count: Int) -> [Binding] {
    [
      Binding([.up, .down, .home, .end], .point, shown: "↑↓", priority: 8),
      Binding([.character(" ")], .nextRank, priority: 8),
      Binding(.digits(through: count), .giveRank, priority: 7),
      Binding([.delete], .remove, priority: 5),
      Binding([.character("?")], .help, priority: 0),
    ] + walk
  }

  static func choices(_ count: Int) -> [Binding] {
    [
      Binding(.digits(through: 99), .tick, shown: "1-\(count)", priority: 9),
      Binding([.character(" ")], .tick, priority: 8),
      Binding([.up, .down, .home, .end], .point, shown: "↑↓", priority: 6),
      Binding([.delete], .clear, priority: 4),
      Binding([.character("?")], .help, priority: 0),
    ] + walk
  }

  /// A line of text: letters, digits and editing keys are the field's own.
  static let line: [Binding] = [
    Binding([.enter, .pageDown, .tab], .validate, priority: 9),
    Binding([.control("u")], .emptyField, priority: 6),
    Binding([.up, .down], .point, shown: "↓", priority: 0),
    Binding([.control("d")], .quit, priority: 0),
    Binding([.pageUp, .backTab], .back, priority: 8),
    Binding(.typing, .type, priority: 0),
    Binding([.backspace], .erase, priority: 0),
  ]

  /// The line a choice opens: the arrows lead back to the options.
  static let otherLine: [Binding] = line.map { binding in
    binding.action == .point ? Binding([.up, .down], .point, shown: "↑↓", priority: 5) : binding
  }

  /// A search: letters and digits find, the arrows point, Enter takes.
  static let search: [Binding] = [
    Binding(.typing, .type, shown: "a-z", priority: 8),
    Binding([.up, .down], .point, shown: "↑↓", priority: 7),
    Binding([.enter, .tab], .validate, priority: 9),
    Binding([.control("u")], .emptyField, priority: 6),
    Binding([.pageDown], .pages, priority: 0),
    Binding([.pageUp, .backTab], .back, priority: 8),
    Binding([.control("d")], .quit, priority: 0),
    Binding([.backspace], .erase, priority: 0),
  ]

  /// The same while a line is pointed at among several to choose: Enter ticks it, Tab goes on.
  static let searchTicking: [Binding] =
    [Binding([.enter], .tick, priority: 9), Binding([.tab], .validate, priority: 8)]
    + search.filter { $0.action != .validate }

  /// A date: the arrows go from day to day once one is typed.
  static let date: [Binding] = line.map { binding in
    binding.action == .point
      ? Binding([.up, .down], .day, shown: "↑↓", priority: 5) : binding
  }

  static let longText: [Binding] = [
    Binding([.enter, .newline], .newLine, priority: 8),
    Binding([.tab, .pageDown], .validateField, priority: 9),
    Binding([.control("o"), .function(9)], .editor, priority: 6),
    Binding([.control("u")], .emptyField, priority: 4),
    Binding([.pageUp, .backTab], .back, priority: 7),
    Binding(.typing, .type, priority: 0),
  ]

  static let notice: [Binding] = [
    Binding([.enter, .pageDown, .character(" ")], .carryOn, priority: 9),
    Binding([.up, .down, .home, .end], .scroll, shown: "↑↓", priority: 7),
    Binding([.pageUp, .backTab], .back, priority: 8),
    Binding([.character("?")], .help, priority: 0),
  ]

  static let acknowledge: [Binding] = [
    Binding(.digits(through: 1), .confirm, shown: "1", priority: 9),
    Binding([.enter, .pageDown], .validate, priority: 9),
    Binding([.character(" ")], .confirm, priority: 0),
    Binding([.up, .down, .home, .end], .scroll, shown: "↑↓", priority: 7),
    Binding([.delete], .clear, priority: 0),
    Binding([.pageUp, .backTab], .back, priority: 8),
    Binding([.character("?")], .help, priority: 0),
  ]

  static let roster: [Binding] = [
    Binding([.up, .down, .home, .end], .point, shown: "↑↓", priority: 7),
    Binding([.enter, .character(" ")], .open, priority: 9),
    Binding([.character("+"), .insert], .add, priority: 5),
    Binding([.delete], .remove, priority: 6),
    Binding([.pageDown], .carryOn, priority: 6),
    Binding([.pageUp, .backTab], .back, priority: 8),
    Binding(.digits(through: 99), .answer, priority: 0),
    Binding([.character("?")], .help, priority: 0),
  ]

  static let plan: [Binding] = [
    Binding([.up, .down, .home, .end], .point, shown: "↑↓", priority: 7),
    Binding([.enter], .visit, priority: 9),
    Binding([.left, .right], .fold, shown: "← →", priority: 5),
    Binding([.pageDown, .pageUp], .pages, shown: "PgUp/PgDn", priority: 0),
    Binding([.tab, .backTab], .filter, priority: 6),
    Binding([.control("r"), .function(8)], .remaining, priority: 6),
    Binding([.escape, .control("p"), .function(6)], .close, priority: 8),
    Binding([.control("q"), .control("c")], .quit, priority: 8),
    Binding([.function(1)], .help, priority: 0),
    Binding([.control("l")], .redraw, priority: 0),
    Binding([.function(2)], .language, priority: 0),
    Binding(.typing, .type, shown: "a-z", priority: 4),
    Binding([.backspace, .delete, .control("u")], .erase, priority: 0),
  ]

  static let summary: [Binding] = [
    Binding([.up, .down, .home, .end], .point, shown: "↑↓", priority: 7),
    Binding([.enter, .character(" ")], .visit, priority: 9),
    Binding(.digits(through: SummaryScreen.Step.allCases.count), .choose, priority: 8),
    Binding([.pageDown, .pageUp], .pages, priority: 0),
    Binding([.backTab], .back, priority: 6),
    Binding([.function(5)], .export, priority: 3),
    Binding([.character("?")], .help, priority: 0),
  ]

  /// The summary, on one of the next steps.
  static let summaryStep: [Binding] = summary.map { binding in
    binding.action == .visit ? Binding([.enter, .character(" ")], .choose, priority: 9) : binding
  }

  static let home: [Binding] = [
    Binding([.up, .down, .home, .end], .point, shown: "↑↓", priority: 8),
    Binding([.enter], .open, priority: 11),
    Binding([.tab], .new, priority: 7),
    Binding([.control("t")], .training, priority: 4),
    Binding([.delete], .trash, priority: 5),
    Binding([.control("z")], .undo, priority: 0),
    Binding([.pageDown, .pageUp], .pages, priority: 0),
    Binding([.control("r"), .function(8)], .results, priority: 3),
    Binding([.function(2)], .language, priority: 4),
    Binding([.function(5)], .export, priority: 8),
    Binding([.function(1), .character("?")], .help, shown: "?", priority: 9),
    Binding([.escape], .menu, priority: 12),
    Binding([.control("q"), .control("c")], .quit, priority: 10),
    Binding([.control("l")], .redraw, priority: 0),
    Binding(.typing, .type, shown: "a-z", priority: 4),
    Binding([.backspace, .control("u")], .erase, priority: 0),
  ]

  /// The same while a search narrows the list: Escape gives it up before anything else.
  static func search(_ bindings: [Binding]) -> [Binding] {
    bindings.map { binding in
      binding.answers(to: .escape) ? Binding([.escape], .clear, priority: 12) : binding
    }
  }

  static let trash: [Binding] = [
    Binding([.up, .down, .home, .end], .point, shown: "↑↓", priority: 8),
    Binding([.enter], .restore, priority: 11),
    Binding([.escape, .tab], .interviews, priority: 12),
    Binding([.pageDown, .pageUp], .pages, priority: 0),
    Binding([.function(1), .character("?")], .help, shown: "?", priority: 9),
    Binding([.control("q"), .control("c")], .quit, priority: 10),
    Binding([.control("l")], .redraw, priority: 0),
    Binding(.typing, .type, shown: "a-z", priority: 4),
    Binding([.backspace, .delete, .control("u")], .erase, priority: 0),
  ]

  /// The parts of the results.
  static let report: [Binding] = [
    Binding([.up, .down, .home, .end], .point, shown: "↑↓", priority: 8),
    Binding([.enter, .right], .open, priority: 9),
    Binding([.escape, .left, .pageUp], .close, priority: 9),
    Binding([.function(2)], .language, priority: 5),
    Binding([.function(1), .character("?")], .help, shown: "?", priority: 6),
    Binding([.control("q"), .control("c")], .quit, priority: 10),
    Binding([.control("l")], .redraw, priority: 0),
  ]

  /// One part of them, read.
  static let reportPart: [Binding] = [
    Binding([.up, .down, .pageUp, .pageDown, .home, .end], .scroll, shown: "↑↓", priority: 8),
    Binding([.left, .right], .pages, shown: "← →", priority: 8),
    Binding([.escape, .enter], .close, priority: 9),
    Binding([.function(2)], .language, priority: 5),
    Binding([.function(1), .character("?")], .help, shown: "?", priority: 6),
    Binding([.control("q"), .control("c")], .quit, priority: 10),
    Binding([.control("l")], .redraw, priority: 0),
  ]

  /// A short list laid over the screen.
  static func list(_ count: Int) -> [Binding] {
    [
      Binding(.digits(through: count), .choose, priority: 9),
      Binding([.up, .down, .home, .end], .point, shown: "↑↓", priority: 7),
      Binding([.enter], .choose, priority: 8),
      Binding([.escape], .close, priority: 9),
      Binding([.control("q"), .control("c")], .quit, priority: 0),
    ]
  }

  /// A line to fill, laid over the screen; Enter does what it is for.
  static func field(_ purpose: Action) -> [Binding] {
    [
      Binding([.enter], purpose, priority: 9),
      Binding([.control("u")], .emptyField, priority: 5),
      Binding([.escape], .close, priority: 9),
      Binding([.control("q"), .control("c")], .quit, priority: 0),
      Binding(.typing, .type, priority: 0),
    ]
  }

  static let help: [Binding] = [
    Binding([.up, .down, .pageUp, .pageDown], .scroll, shown: "↑↓", priority: 8),
    Binding([.escape, .enter, .function(1), .character("?")], .close, priority: 9),
    Binding([.control("q"), .control("c")], .quit, priority: 0),
  ]
}
