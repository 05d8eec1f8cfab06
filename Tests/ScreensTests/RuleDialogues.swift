import Console
import Formulas
import Interviews
import Questions
import Testing

@testable import Screens

/// What holds everywhere: checks that block, doors for hands without Control, the cursor, the keys
/// of numbers.
@Suite struct RuleDialogues {
  private static let next = #"{"type": "text", "name": "suite", "label": "Suite"}"#

  private func play(
    _ items: String, _ columns: Int = 80, _ rows: Int = 24, settings: Settings = Settings()
  ) -> Screenplay {
    Screenplay(.small("\(items), \(Self.next)"), columns, rows, settings: settings)
  }

  private static let checked = """
    {"type": "integer", "name": "q", "label": "Q", "checks": [
      {"name": "pair", "severity": "error", "constraint": ". mod 2 = 0", "message": "Impair."}]}
    """

  @Test func `an error is stored, keeps from going on and from finishing, never from leaving`() {
    var play = play(Self.checked)
    play.give("3")
    #expect(play.answer("q") == "3" && play.question == "q" && play.message == "✗ Impair.")
    play.press(.control("p"))
    #expect(play.picture.text.contains("✗ Q") || play.picture.text.contains("● Q"))
    play.press(.escape)
    play.goToSummary()
    #expect(play.picture.text.contains("À RÉGLER"))
    play.type("2")
    #expect(play.question == "q" && !play.effects.contains(.finish))
    play.press(.pageUp)
    #expect(play.question == nil)
    play.go(to: "q")
    play.press(.control("u"))
    play.give("4")
    #expect(play.question == "suite")
  }

  private static let grid = """
    {"type": "grid", "name": "g", "label": "G", "choices": "oui_non", "required": true,
     "missing": ["nsp"], "rows": [{"name": "a", "label": "A"}, {"name": "b", "label": "B"}]}
    """

  @Test func `a digit answers a row of a grid and goes down one`() {
    var play = play(Self.grid)
    play.type("18")
    #expect(play.answer("a") == "oui" && play.answer("b") == "(nsp)" && play.question == "g")
    play.press(.enter)
    #expect(play.question == "suite")
  }

  @Test func `a grid keeps one at the row that waits`() {
    var play = play(Self.grid)
    play.type("1")
    play.press(.enter)
    #expect(play.question == "g" && play.message.contains("«\u{A0}B\u{A0}»"))
    play.press(.pageUp, .up, .delete)
    #expect(play.answer("a") == nil)
  }

  @Test(arguments: [Key.left, .right])
  func `in a grid whose choices are all filtered out nothing is pointed at`(key: Key) {
    var play = play(
      """
      {"type": "integer", "name": "n", "label": "N"},
      {"type": "grid", "name": "g", "label": "G", "choices": "oui_non",
       "choice_filter": "${n} > 0", "rows": [{"name": "a", "label": "A"}]}
      """)
    play.press(.enter, key, .character(" "))
    #expect(play.question == "g")
    #expect(play.answer("a") == nil && play.message == Words.french.nothingTicked)
  }

  @Test func `a grid left with a blank row is told as any question left blank`() {
    var play = play(
      """
      {"type": "grid", "name": "g", "label": "G", "choices": "oui_non",
       "rows": [{"name": "a", "label": "A"}, {"name": "b", "label": "B"}]}
      """)
    play.type("1")
    play.press(.enter)
    #expect(play.question == "suite")
    #expect(play.message == "Laissée sans réponse : G. PgPréc y revient.")
    play.press(.control("p"))
    #expect(play.picture.text.contains("– G"))
    play.goToSummary()
    #expect(play.picture.text.contains("SANS RÉPONSE (2)"))
    #expect(play.picture.text.contains("○ G"))
  }

  @Test func `for trained hands the last row of a grid goes on`() {
    var settings = Settings()
    settings.advances = true
    var play = play(Self.grid, settings: settings)
    play.type("12")
    #expect(play.question == "suite" && play.answer("b") == "non")
  }

  @Test func `Page Down shows the options below, takes none of them, and then goes on`() {
    var play = Screenplay(.mairies, 60, 16)
    play.go(to: "departement")
    #expect(!play.picture.text.contains("Calvados"))
    play.press(.pageDown, .pageDown, .pageDown)
    #expect(play.picture.text.contains("Ne sait pas") && play.question == "departement")
    play.press(.pageDown)
    #expect(play.answer("departement") == "" && play.question != "departement")
  }

  @Test func `the menu can do all that keys do in an interview`() {
    var play = Screenplay(.mairies)
    for stop in ["interlocuteur", "services", "agents", "accord"] {
      play.go(to: stop)
      play.press(.escape)
      guard case .panel(let panel)? = play.app.overlay, case .menu(let actions) = panel.purpose
      else {
        Issue.record("Escape opens the menu")
        return
      }
      let keys = Bindings.interview.map(\.action) + [.back, .clear]
      for action in keys where action != .menu { #expect(actions.contains(action), "\(action)") }
      play.press(.escape)
    }
  }

  @Test func `the terminal's cursor is on what the arrows point at`() throws {
    var play = Screenplay(.mairies)
    for stop in ["interlocuteur", "services", "departement"] {
      play.go(to: stop)
      for _ in 0..<6 {
        play.press(.down)
        let cursor = try #require(play.picture.cursor)
        let line = play.picture.text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(line[cursor.row].contains("▸"), "\(stop)")
      }
    }
    play.press(.control("p"))
    let cursor = try #require(play.picture.cursor)
    let lines = play.picture.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[cursor.row].contains("▸"))
  }

  @Test func `a list that is cut says so, and shows the answer at once`() {
    var play = Screenplay(.mairies, 40, 10)
    play.go(to: "departement")
    #expect(play.picture.text.contains("de plus"))
    play.type("12")
    play.press(.enter, .pageUp)
    #expect(play.picture.text.contains("▸ 12 (•) Cantal"))
  }

  @Test(arguments: [
    (#""minimum": -5"#, "-3", "-3"), (#""minimum": 0"#, "-3", "63"),
    (#""minimum": 0"#, "&é-", "126"),
    (#""minimum": -5"#, "(", "5"),
  ])
  func `a minus is one where a number may be negative, else a digit of the row`(
    bounds: String, typed: String, number: String
  ) {
    var play = play(#"{"type": "integer", "name": "q", "label": "Q", \#(bounds)}"#)
    play.give(typed)
    #expect(play.answer("q") == number)
  }

  @Test(arguments: ["61,35", "61.35", " 61,35 "])
  func `a decimal is typed with a comma or a point`(typed: String) {
    var play = play(#"{"type": "decimal", "name": "q", "label": "Q", "decimals": 2}"#)
    play.give(typed)
    #expect(play.answer("q") == "61.35")
  }

  @Test func `ranks say what is left to give, what is pointed at and what is full`() {
    var play = play(

      #"""
      {"type": "rank", "name": "q", "label": "Q", "choices": "themes", "min_selected": 2,
       "max_selected": 2}
      """#
    )
    #expect(play.picture.text.contains("Espace Rang suivant   1-2 Rang   Entrée Suite"))
    play.type("1")
    #expect(play.message == "Rien de pointé : ↓ d’abord, puis Espace ou le rang.")
    play.press(.down, .character(" "))
    #expect(play.picture.text.contains("Reste 1 rang à donner.") && play.answer("q") == nil)
    play.press(.down)
    play.type("1")
    #expect(play.answer("q") == "ecole eau")
    play.press(.down, .character(" "))
    #expect(play.message == "✗ Tous les rangs sont donnés : Suppr en retire un.")
    play.press(.up, .delete)
    #expect(play.picture.text.contains("Reste 1 rang à donner."))
  }

  @Test(arguments: [
    (
      #""precision": "day""#,
      "par exemple 5/7/2020, 5 juillet 2020, hier ; a : aujourd’hui"
    ),
    (#""coarsest": "month""#, "par exemple 5/7/2020, hier ; jour inconnu : 7/2020"),
    (
      #""precision": "month", "coarsest": "year""#,
      "par exemple 7/2020 ; mois inconnu : 2020"
    ),
  ])
  func `a date says how it is typed and what may be left out`(keys: String, sample: String) {
    let play = play(#"{"type": "date", "name": "q", "label": "Q", \#(keys)}"#)
    #expect(play.picture.text.contains(sample))
  }

  @Test(arguments: [
    ("12/5/2026", "il y a 1 mois"), ("12/6/2025", "il y a 1 an"),
    ("13/10/2020", "il y a 5 ans et 7 mois"), ("1/6/2026", nil), ("1/1/2030", nil),
  ])
  func `a day typed says how long ago it was`(typed: String, said: String?) {
    var play = play(#"{"type": "date", "name": "q", "label": "Q"}"#)
    play.type(typed)
    let shown = play.picture.text
    #expect(said.map { shown.contains($0) } ?? !shown.contains("il y a"))
  }

  @Test func `a number says its decimals and its step`() {
    let play = play(
      #"{"type": "decimal", "name": "q", "label": "Q", "minimum": 0, "decimals": 2, "step": 0.25}"#)
    #expect(play.picture.text.contains("au moins 0 · 2 décimales · de 0,25 en 0,25"))
  }

  @Test func `a long text says how to say why there is none`() {
    var play = play(
      #"{"type": "text", "name": "q", "label": "Q", "appearance": "multiline", "missing": ["refus"]}"#
    )
    #expect(play.picture.text.contains("Tab valide. ^K : sans réponse."))
    play.press(.control("k"))
    #expect(play.answer("q") == "(refus)")
  }

  @Test func `Control-J breaks a line as Enter does`() {
    var play = play(#"{"type": "text", "name": "q", "label": "Q", "appearance": "multiline"}"#)
    play.type("un")
    play.press(.newline)
    play.type("deux")
    play.press(.pageDown)
    #expect(play.answer("q") == "un\ndeux" && play.question == "suite")
  }

  @Test func `the note on a question is saved by Enter, and says so`() {
    var play = play(Self.grid)
    play.press(.control("n"))
    #expect(play.picture.text.contains("Entrée Enregistrer"))
  }
}
