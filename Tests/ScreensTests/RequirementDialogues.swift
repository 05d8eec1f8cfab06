import Console
import Formulas
import Interviews
import Questions
import Testing

@testable import Screens

/// What may always be done, on each screen of the barometer, by who is asked and by who asks.
@Suite struct RequirementDialogues {
  /// Interviews with the barometer, and a stop on each question they were asked, once.
  private static let stops: [(interview: Interview, spot: Spot, name: String)] = {
    var stops: [(Interview, Spot, String)] = []
    var seen: Set<String> = []
    for seed in 3...26 as ClosedRange<UInt64> {
      var dice = FuzzTests.Dice(state: seed)
      var simulation = Simulation(.barometre)
      let interview = simulation.walk(Screenplay.start("fr"), using: &dice).interview
      for spot in interview.route where seen.insert(interview.item(at: spot).name).inserted {
        stops.append((interview, spot, interview.item(at: spot).name))
      }
    }
    return stops
  }()

  private static func play(_ interview: Interview, at spot: Spot) -> Screenplay {
    var play = Screenplay(interview.questionnaire)
    play.play(.opened(interview, savedAt: "14:32"))
    play.go(to: interview.path(of: spot).description)
    return play
  }

  /// The same with nothing answered there.
  private static func unanswered(_ interview: Interview, at spot: Spot) -> Screenplay {
    var interview = interview
    for part in interview.answerSpots(of: spot) {
      interview.apply(.clear(interview.path(of: part)))
    }
    return play(interview, at: spot)
  }

  @Test(arguments: Language.allCases)
  func `R15: who asks is told to give no name, and that time and duration are kept`(
    language: Language
  ) {
    var play = Screenplay(home: [], in: language.rawValue)
    play.app.proposedInterviewer = "PC07"
    play.press(.enter)
    guard case .panel(let panel)? = play.app.overlay, case .interviewer = panel.purpose else {
      Issue.record("nobody is asked who they are")
      return
    }
    let told: [Language: [String]] = [
      .french: ["pas votre nom", "gardé avec chaque réponse", "l’heure", "la durée"],
      .english: ["not your name", "kept with each answer", "the time", "how long"],
    ]
    for words in told[language] ?? [] {
      #expect(panel.text.joined().contains(words), "\(words)")
    }
  }

  @Test func `R16: on each screen, one key pauses, and what was answered stays`() {
    #expect(Self.stops.count > 70)
    for (interview, spot, name) in Self.stops {
      var play = Self.play(interview, at: spot)
      let (before, written) = (play.interview.contents, play.events.count)
      play.press(.control("q"))
      guard case .panel(let panel)? = play.app.overlay else {
        Issue.record("\(name)")
        continue
      }
      #expect(panel.options.contains(play.app.words.pauseHome), "\(name)")
      #expect(play.interview.contents == before, "\(name)")
      play.type("2")
      #expect(play.events.dropFirst(written) == [.pause(reason: "")], "\(name)")
    }
  }

  @Test func `R16: on each screen, the menu lets the person end the interview`() {
    for (interview, spot, name) in Self.stops {
      var play = Self.play(interview, at: spot)
      play.choose(fromMenu: play.app.words.actions[.stop] ?? "")
      play.type("2")
      #expect(play.events.last == .stop(reason: ""), "\(name)")
    }
  }

  @Test func `R16: wherever special answers are offered, one key reaches them`() {
    var given: Set<String> = []
    for (interview, spot, name) in Self.stops {
      var play = Self.unanswered(interview, at: spot)
      let offered = Option.specials(of: play.interview, at: spot).map(\.name)
      let written = play.events.count
      play.press(.control("k"))
      if offered.count > 1 {
        guard case .panel(let panel)? = play.app.overlay else {
          Issue.record("\(name)")
          continue
        }
        #expect(panel.options.count == offered.count, "\(name)")
        play.type("1")
      }
      let specials = play.events.dropFirst(written).compactMap { event -> String? in
        if case .special(_, let special) = event { special } else { nil }
      }
      #expect(specials == Array(offered.prefix(1)), "\(name)")
      given.formUnion(specials)
    }
    #expect(given.isSuperset(of: ["nsp", "refus"]))
  }

  @Test func `R16: nothing keeps one on a question, but what the survey cannot do without`() {
    var staying: Set<String> = []
    for (interview, spot, name) in Self.stops {
      var play = Self.unanswered(interview, at: spot)
      let before = interview.path(of: spot).description
      let isSearched = if case .search? = play.app.editor { true } else { false }
      play.press(isSearched ? .enter : .pageDown)
      // A refusal ends there.
      if play.app.interview == nil { continue }
      let isOffered = !Option.specials(of: play.interview, at: spot).isEmpty
      if play.question == before, !isOffered { staying.insert(name) }
      if play.app.overlay != nil { play.press(.escape) }
      // Whatever is missing there, the plan is open.
      play.go(to: before)
      play.press(.control("p"))
      if case .plan = play.app.screen {} else { Issue.record("\(name)") }
    }
    #expect(
      staying == [
        "notice_rgpd", "consent_participation", "type_collectivite", "disp_nom",
        "consent_recontact",
      ])
  }
}
