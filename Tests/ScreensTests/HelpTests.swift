import Console
import Formulas
import Interviews
import Questions
import Testing

@testable import Screens

/// The help rows are the dispatch table: what they promise happens.
@Suite struct HelpTests {
  /// Somewhere a person can be.
  enum Place: String, CaseIterable {
    case home
    case notice
    case acknowledge
    case line
    case longText
    case choice
    case choices
    case roster
    case plan
    case summary
    case menu
    case quit
    case remark
    case help
  }

  private func play(_ place: Place) -> Screenplay {
    if place == .home { return Screenplay(home: ScreenPictures.entries) }
    var play = Screenplay(.mairies)
    // Something to undo, somewhere to go back to, and somebody in the list.
    play.go(to: "adjoints_oui")
    play.type("1")
    play.press(.enter)
    play.type("+")
    play.give("Claire")
    switch place {
    case .home, .notice: play.go(to: "bonjour")
    case .acknowledge: play.go(to: "accord")
    case .line: play.go(to: "agents")
    case .longText: play.go(to: "attentes")
    case .choice: play.go(to: "interlocuteur")
    case .choices: play.go(to: "services")
    case .roster: play.go(to: "adjoint")
    case .plan: play.press(.control("p"), .up)
    case .summary: play.goToSummary()
    case .menu: play.press(.escape)
    case .quit: play.press(.control("q"))
    case .remark: play.press(.control("n"))
    case .help: play.press(.function(1))
    }
    switch place {
    case .line, .longText, .remark: play.type("12")
    case .choice, .choices:
      play.type("1")
      play.press(.down)
    case .home, .notice, .acknowledge, .roster, .plan, .summary, .menu, .quit, .help: break
    }
    play.resize(60, 12)
    return play
  }

  @Test(arguments: Place.allCases) func `the smallest window names the door out`(place: Place) {
    var play = play(place)
    for language in [Language.french, .english] {
      if play.app.words.language != language { _ = play.app.switchLanguage() }
      for (columns, rows) in [(40, 10), (60, 16), (80, 24)] {
        play.resize(columns, rows)
        let text = play.picture.text
        #expect(text.contains(language == .french ? "Échap" : "Esc"), "\(text)")
      }
    }
  }

  @Test(arguments: Place.allCases)
  func `every key shown does something, or says why not`(place: Place) {
    let play = play(place)
    let (field, global) = play.app.shownKeys
    for binding in field + global where binding.priority > 0 {
      let keys: [Key] =
        switch binding.keys {
        case .keys(let keys): keys
        case .digits: [.character("2"), .character("1")]
        case .typing: [.character("x")]
        }
      let changes = keys.contains { key in
        var after = play
        after.press(key)
        return after.picture != play.picture || after.effects != play.effects
      }
      #expect(changes, "\(binding.name(in: play.app.words)) at \(place)")
    }
  }

  @Test(arguments: Place.allCases)
  func `no key does two things in one place`(place: Place) {
    let (field, global) = play(place).app.shownKeys
    var seen: [Key: Action] = [:]
    for binding in field + global {
      guard case .keys(let keys) = binding.keys else { continue }
      for key in keys { #expect(seen.updateValue(binding.action, forKey: key) == nil) }
    }
  }

  @Test(arguments: [Language.french, .english])
  func `every action has a word, and help rows fit`(language: Language) {
    for action in Action.allCases { #expect(Words[language].actions[action]?.isEmpty == false) }
    for place in Place.allCases {
      let (field, global) = play(place).app.shownKeys
      for columns in 40...120 {
        for row in [field, global].map({ $0.helpRow(in: Words[language], width: columns) }) {
          let gap = HelpEntry.gap(in: columns)
          #expect(row.reduce(0) { $0 + $1.width + gap } - gap <= columns)
        }
      }
    }
  }

  @Test func `keys never bound are not`() {
    let never: [Key] = [
      .control("a"), .control("b"), .control("h"), .control("i"), .control("m"), .control("["),
      .control("\\"),
    ]
    let tables =
      [
        Bindings.interview, Bindings.line, Bindings.longText, Bindings.notice, Bindings.plan,
        Bindings.acknowledge, Bindings.roster, Bindings.summary, Bindings.summaryStep,
        Bindings.home,
        Bindings.field(.save), Bindings.trash,
        Bindings.help, Bindings.choice(9), Bindings.choices(9), Bindings.list(9),
      ]
    for table in tables {
      for key in never { #expect(table.action(for: key) == nil) }
    }
  }
}
