import Console
import Formulas
import Interviews
import Questions
import Testing

@testable import Screens

/// What answering keys do: `terminal.md` §2, decisions 1 to 4, 13, 16 and 23.
@Suite struct AnsweringDialogues {
  static let choice = #"{"type": "select_one", "name": "q", "label": "Q", "choices": "oui_non"}"#
  static let next = #"{"type": "text", "name": "suite", "label": "Suite"}"#
  static let themes = """
    {"type": "select_multiple", "name": "q", "label": "Q", "choices": "themes", "max_selected": 2,
     "missing": ["nsp"]}
    """

  private func play(_ items: String..., settings: Settings = Settings()) -> Screenplay {
    Screenplay(.small((items + [Self.next]).joined(separator: ", ")), settings: settings)
  }

  @Test func `arrows point and answer nothing`() {
    var play = play(Self.choice)
    play.press(.down, .down, .up, .end, .home)
    #expect(play.answer("q") == nil && play.events.isEmpty)
  }

  @Test func `Enter on nothing pointed leaves an optional question blank`() {
    var play = play(Self.choice)
    play.press(.enter)
    #expect(play.answer("q") == "" && play.question == "suite")
  }

  @Test func `Enter on nothing pointed keeps one at a required question`() {
    var play = play(Self.choice.replacing("\"choices\"", with: "\"required\": true, \"choices\""))
    play.press(.enter)
    #expect(
      play.question == "q" && play.message.hasSuffix("Une réponse est nécessaire pour continuer."))
  }

  @Test func `Enter takes the option pointed at and goes on`() {
    var play = play(Self.choice)
    play.press(.down, .enter)
    #expect(play.answer("q") == "oui" && play.question == "suite")
  }

  @Test func `a digit answers and does not go on`() {
    var play = play(Self.choice)
    play.type("2")
    #expect(play.answer("q") == "non" && play.question == "q")
  }

  @Test func `a digit goes on for trained hands`() {
    var play = play(Self.choice, settings: Settings(advances: true))
    play.type("2")
    #expect(play.answer("q") == "non" && play.question == "suite")
  }

  @Test func `a digit no option has is answered with a sentence`() {
    var play = play(Self.choice)
    play.type("5")
    #expect(play.answer("q") == nil && play.message == "Pas de réponse 5 ici.")
  }

  @Test(arguments: zip("&é\"'(-è_çÉÈÇ§", [1, 2, 3, 4, 5, 6, 7, 8, 9, 2, 7, 9, 6]))
  func `the unshifted AZERTY row types digits`(mark: Character, digit: Int) {
    let themes = (1...9).map { "{\"name\": \"n\($0)\", \"label\": \"\($0)\"}" }
    let form = Questionnaire.reading(
      """
      {"format": 1, "id": "a", "version": "1", "title": "A", "languages": ["fr"],
       "choice_lists": {"neuf": [\(themes.joined(separator: ", "))]},
       "items": [{"type": "select_one", "name": "q", "label": "Q", "choices": "neuf"}]}
      """)
    var play = Screenplay(form)
    play.press(.character(mark))
    #expect(play.answer("q") == "n\(digit)")
  }

  @Test func `Delete takes the answer away, and undo brings it back`() {
    var play = play(Self.choice)
    play.type("1")
    play.press(.delete)
    #expect(play.answer("q") == nil)
    play.press(.control("z"))
    #expect(play.answer("q") == "oui")
  }

  @Test func `of two digits the first waits, in sight, for as long as it takes`() {
    var play = play(
      #"{"type": "select_one", "name": "q", "label": "Q", "choices": "douze"}"#)
    play.type("1")
    #expect(play.answer("q") == nil && play.picture.text.contains("Code : 1"))
    play.type("2")
    #expect(play.answer("q") == "n12")
    play.type("3")
    #expect(play.answer("q") == "n3")
  }

  @Test func `Enter takes the code begun and goes on, as it does of what is pointed at`() {
    var play = play(
      #"{"type": "select_one", "name": "q", "label": "Q", "choices": "douze"}"#)
    play.type("1")
    #expect(play.picture.text.contains("▸  1 ( )"))
    play.press(.enter)
    #expect(play.answer("q") == "n1" && play.question == "suite")
  }

  @Test(arguments: ["select_one", "select_multiple"])
  func `Space takes the code begun and stays`(type: String) {
    var play = play(
      "{\"type\": \"\(type)\", \"name\": \"q\", \"label\": \"Q\", \"choices\": \"douze\"}")
    play.type("1 ")
    #expect(play.answer("q") == "n1" && play.question == "q")
    play.press(.enter)
    #expect(play.answer("q") == "n1" && play.question == "suite")
  }

  @Test(arguments: [("fr", "o", "n"), ("en", "y", "N")])
  func `a letter answers yes or no`(language: String, yes: String, no: String) {
    var play = Screenplay(.small(Self.choice), in: language)
    play.type(yes)
    #expect(play.answer("q") == "oui" && play.question == "q")
    play.type(no)
    #expect(play.answer("q") == "non")
  }

  @Test func `a digit that cannot belong to the code begun ticks that code first`() {
    var play = play(
      #"{"type": "select_multiple", "name": "q", "label": "Q", "choices": "douze"}"#)
    play.type("13")
    #expect(play.answer("q") == "n1 n3")
    play.type("12")
    #expect(play.answer("q") == "n1 n3 n12")
  }

  @Test func `digits and Space tick, Enter only validates`() {
    var play = play(Self.themes)
    play.type("1")
    play.press(.down, .character(" "))
    #expect(play.answer("q") == "eau ecole" && play.question == "q")
    play.press(.enter)
    #expect(play.answer("q") == "eau ecole" && play.question == "suite")
  }

  @Test func `one tick too many is refused and says why`() {
    var play = play(Self.themes)
    play.type("123")
    #expect(play.answer("q") == "eau ecole")
    #expect(play.message == "✗ Maximum 2 : décochez une réponse avant d’en ajouter une autre.")
  }

  @Test func `an exclusive answer unticks the others, says so, and is unticked by them`() {
    var play = play(Self.themes)
    play.type("15")
    #expect(play.answer("q") == "aucun")
    #expect(play.message == "Les autres réponses ont été décochées (^Z pour annuler).")
    play.type("2")
    #expect(play.answer("q") == "ecole")
    play.press(.control("z"), .control("z"))
    #expect(play.answer("q") == "eau")
  }

  @Test func `ticks too few to be an answer wait while one looks elsewhere`() {
    var play = play(
      Self.choice.replacing("\"q\"", with: "\"avant\""),
      Self.themes.replacing("\"max_selected\": 2", with: "\"min_selected\": 2"))
    play.press(.enter)
    play.type("1")
    #expect(play.answer("q") == nil)
    play.press(.pageUp, .enter)
    #expect(play.picture.text.contains("1 [x] Eau"))
    play.type("2")
    #expect(play.answer("q") == "eau ecole")
  }

  @Test func `Enter with nothing ticked where an answer is needed says how to tick`() {
    var play = play(
      Self.themes.replacing("\"max_selected\": 2", with: "\"required\": true"))
    play.press(.enter)
    #expect(play.question == "q")
    #expect(play.message == "✗ Rien de coché : Espace ou le numéro pour cocher.")
  }

  @Test func `nothing ticked and Space: the message says how to tick`() {
    var play = play(Self.themes)
    play.press(.character(" "))
    #expect(play.message == "Rien de pointé : ↓ puis Espace, ou le numéro, pour cocher.")
  }

  @Test func `a choice marked other is told on the same screen`() {
    var play = play(Self.themes)
    play.type("4le port")
    play.press(.enter)
    #expect(play.answer("q") == "autre" && play.answer("theme_libre") == "le port")
    #expect(play.question == "suite")
  }

  @Test(arguments: ["^K", "F7"]) func `special answers are one key away`(name: String) {
    var play = play(
      #"{"type": "integer", "name": "q", "label": "Q", "missing": ["nsp", "refus"]}"#)
    play.press(name == "F7" ? .function(7) : .control("k"))
    play.type("2")
    #expect(play.answer("q") == "(refus)" && play.question == "q")
    play.press(.enter)
    #expect(play.question == "suite" && play.answer("q") == "(refus)")
  }

  @Test func `one special answer alone is given at once`() {
    var play = play(#"{"type": "text", "name": "q", "label": "Q", "missing": ["refus"]}"#)
    play.press(.control("k"))
    #expect(play.answer("q") == "(refus)")
  }

  @Test func `7, 8 and 9 are special answers of a short list`() {
    var play = play(
      Self.choice.replacing("\"choices\"", with: "\"missing\": [\"so\", \"nsp\"], \"choices\""))
    play.type("8")
    #expect(play.answer("q") == "(nsp)")
    play.type("7")
    #expect(play.answer("q") == "(so)")
  }

  @Test func `arrows reach the special answers below a line`() {
    var play = play(
      #"{"type": "integer", "name": "q", "label": "Q", "missing": ["nsp", "refus"]}"#)
    play.press(.down, .down, .enter)
    #expect(play.answer("q") == "(refus)" && play.question == "suite")
  }

  @Test func `numbers in French form, typed on a French keyboard or pasted`() {
    var play = play(#"{"type": "integer", "name": "q", "label": "Q"}"#)
    play.type("&é")
    play.press(.control("u"), .paste("12 500"), .enter)
    #expect(play.answer("q") == "12500")
    play.press(.pageUp, .control("u"))
    play.type("&é")
    play.press(.enter)
    #expect(play.answer("q") == "12")
  }

  @Test func `the arrows go from day to day once one is typed`() {
    var play = play(#"{"type": "date", "name": "q", "label": "Q", "missing": ["nsp"]}"#)
    play.press(.down, .up)
    #expect(!play.picture.text.contains("▸"))
    play.type("31/12/2025")
    play.press(.up)
    #expect(play.picture.text.contains("[ 01/01/2026"))
    play.press(.down, .down, .enter)
    #expect(play.answer("q") == "2025-12-30")
  }

  @Test(arguments: [
    ("5/7/20", "2020-07-05"), ("05072020", "2020-07-05"), ("aujourd’hui", "2026-06-12"),
    ("hier", "2026-06-11"), ("juillet 2020", "2020-07"), ("2020", "2020"),
    ("00/07/2020", "2020-07"), ("00/00/2020", "2020"),
  ])
  func `a date is typed as people write it, unknown day or month too`(
    typed: String, date: String
  ) {
    var play = play(
      #"{"type": "date", "name": "q", "label": "Q", "coarsest": "year"}"#)
    play.give(typed)
    #expect(play.answer("q") == date && play.question == "suite")
  }

  @Test func `Enter breaks the lines of a long text, Tab goes on`() {
    var play = play(
      #"{"type": "text", "name": "q", "label": "Q", "appearance": "multiline"}"#)
    play.type("un")
    play.press(.enter)
    play.type("deux")
    #expect(play.question == "q" && play.answer("q") == nil)
    play.press(.tab)
    #expect(play.answer("q") == "un\ndeux" && play.question == "suite")
  }

  @Test func `a notice is confirmed by an act, never by Enter`() {
    var play = play(
      #"{"type": "acknowledge", "name": "q", "label": "Q", "text": "Lu.", "required": true}"#)
    play.press(.enter, .enter)
    #expect(play.question == "q" && play.answer("q") == nil)
    play.type("1")
    play.press(.enter)
    #expect(play.answer("q") == "OK" && play.question == "suite")
  }

  @Test func `a text too long for the screen is read to its end before it is confirmed`() {
    let text = (1...60).map { "Ligne \($0)." }.joined(separator: "\\n")
    var play = play(
      #"{"type": "acknowledge", "name": "q", "label": "Q", "required": true, "text": "\#(text)"}"#)
    play.type("1")
    #expect(play.answer("q") == nil)
    play.press(.end)
    play.type("1")
    #expect(play.answer("q") == "OK")
  }
}
