import Console
import Formulas
import Questions
import Testing

@testable import Screens

/// The sizes and languages a picture is kept at.
struct Stage: CustomTestStringConvertible, Sendable {
  let columns: Int
  let rows: Int
  let language: String

  /// Names the picture: `80x24-fr`.
  var name: String { "\(columns)x\(rows)-\(language)" }
  var testDescription: String { name }

  func play(_ questionnaire: Questionnaire = .mairies) -> Screenplay {
    Screenplay(questionnaire, columns, rows, in: language)
  }

  /// From a wide window to the smallest, in both languages.
  static let all = [(120, 40), (80, 24), (60, 16), (40, 10)].flatMap { columns, rows in
    ["fr", "en"].map { Stage(columns: columns, rows: rows, language: $0) }
  }
}

/// Every kind of question, whole screens.
@Suite struct KindPictures {
  @Test(arguments: Stage.all) func `a notice is read`(stage: Stage) throws {
    try stage.play().expect("notice-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `a notice is acknowledged`(stage: Stage) throws {
    var play = stage.play()
    play.go(to: "accord")
    try play.expect("acknowledge-\(stage.name)")
    play.press(.end)
    play.type("1")
    try play.expect("acknowledged-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `a text is typed`(stage: Stage) throws {
    var play = stage.play()
    play.go(to: "commune")
    play.type("Œutrange-lès-Étain")
    try play.expect("text-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `a long text is typed`(stage: Stage) throws {
    var play = stage.play()
    play.go(to: "attentes")
    play.type("Un interlocuteur unique, joignable au téléphone.")
    play.press(.enter)
    play.type("Et des délais écrits pour les subventions (DETR) : l’an passé, huit mois d’attente.")
    try play.expect("long-text-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `a number too large is refused`(stage: Stage) throws {
    var play = stage.play()
    play.go(to: "agents")
    play.give("12500")
    try play.expect("integer-refused-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `a special answer is pointed at`(stage: Stage) throws {
    var play = stage.play()
    play.go(to: "agents")
    play.press(.down, .down)
    try play.expect("integer-special-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `a warning asks`(stage: Stage) throws {
    var play = stage.play()
    play.go(to: "agents")
    play.give("1250")
    try play.expect("warning-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `one choice is not answered yet`(stage: Stage) throws {
    var play = stage.play()
    play.go(to: "interlocuteur")
    try play.expect("choice-open-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `one choice is answered`(stage: Stage) throws {
    var play = stage.play()
    play.go(to: "interlocuteur")
    play.type("3")
    try play.expect("choice-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `another choice opens its line`(stage: Stage) throws {
    var play = stage.play()
    play.go(to: "interlocuteur")
    play.type("4La permanence")
    try play.expect("choice-other-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `a code of two digits waits`(stage: Stage) throws {
    var play = stage.play()
    play.go(to: "departement")
    play.type("1")
    try play.expect("choice-code-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `one tick too many is refused`(stage: Stage) throws {
    var play = stage.play()
    play.go(to: "services")
    play.type("1234")
    try play.expect("choices-full-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `an exclusive answer stands alone`(stage: Stage) throws {
    var play = stage.play()
    play.go(to: "services")
    play.type("136")
    try play.expect("choices-exclusive-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `a ticked other opens its line`(stage: Stage) throws {
    var play = stage.play()
    play.go(to: "services")
    play.type("15La Banque des territoires")
    try play.expect("choices-other-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `a list of entries`(stage: Stage) throws {
    var play = stage.play()
    play.go(to: "adjoints_oui")
    play.type("1")
    play.press(.enter)
    play.type("+")
    play.give("Claire Noël")
    play.give("2020")
    play.type("+")
    play.give("Ali Bensaïd")
    play.go(to: "adjoint")
    try play.expect("repeat-\(stage.name)")
    play.press(.enter)
    try play.expect("repeat-inside-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `a long notice is cut, then read to its end`(
    stage: Stage
  ) throws {
    let text = (1...40).map { "Ligne \($0)." }.joined(separator: "\\n")
    var play = stage.play(
      .small(
        #"{"type": "acknowledge", "name": "q", "label": "Vos droits", "text": "\#(text)"}"#))
    try play.expect("acknowledge-long-\(stage.name)")
    play.press(.end)
    try play.expect("acknowledge-long-end-\(stage.name)")
  }

  @Test func `the same picture in ASCII`() throws {
    var play = Screenplay(.mairies, glyphs: .ascii)
    play.go(to: "services")
    play.type("13")
    try play.expect("choices-ascii")
    let isPlain = play.picture.inASCII.text.allSatisfy { $0.isASCII }
    #expect(isPlain)
  }

  @Test func `wide characters stay in their columns`() throws {
    var play = Screenplay(.mairies)
    play.go(to: "commune")
    play.type("漢字の町 👩‍🚀 é́")
    try play.expect("text-wide")
  }
}
