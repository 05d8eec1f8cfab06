import Console
import Formulas
import Interviews
import Questions
import Testing

@testable import Screens

/// Line mode: one reducer, the same editors, one line at a time.
@Suite struct LinearDialogues {
  /// A walk whose writes succeed, and the events it writes.
  struct Reader {
    var walk: LinearWalk
    private(set) var effects: [Effect] = []
    private(set) var printed = ""

    /// On the home screen, where the interviewer's code is still to be asked.
    init(home questionnaire: Questionnaire, proposing code: String) {
      var play = Screenplay(home: [], questionnaire)
      play.app.proposedInterviewer = code
      walk = LinearWalk(play.app)
      printed = walk.prompt()
    }

    init(_ questionnaire: Questionnaire) {
      let play = Screenplay(questionnaire)
      walk = LinearWalk(play.app)
      printed = walk.prompt()
    }

    var events: [Event] {
      effects.compactMap { if case .append(let event) = $0 { event } else { nil } }
    }

    /// The answer that counts at a path, as written.
    func answer(_ path: String) -> String? {
      guard let interview = walk.app.interview, let path = AnswerPath(reading: path) else {
        return nil
      }
      return interview.spot(of: path).map { interview.value(at: $0).plain }
    }

    mutating func read(_ lines: String...) {
      for line in lines {
        take(walk.read(line))
        printed = walk.prompt()
      }
    }

    mutating func end() { take(walk.read(nil)) }

    private mutating func take(_ effects: [Effect]) {
      for effect in effects {
        self.effects.append(effect)
        if case .append = effect { _ = update(&walk.app, .saved(at: "14:32")) }
        if effect == .close { _ = update(&walk.app, .closed) }
      }
    }
  }

  private static let form = Questionnaire.small(
    """
    {"type": "integer", "name": "n", "label": "Combien ?", "maximum": 10, "missing": ["nsp"],
     "checks": [{"name": "grand", "severity": "warning", "constraint": ". < 5",
                 "message": "Tant que cela ?"}]},
    {"type": "select_one", "name": "c", "label": "Oui ?", "choices": "oui_non"},
    {"type": "select_multiple", "name": "m", "label": "Thèmes", "choices": "themes"},
    {"type": "text", "name": "t", "label": "Racontez", "appearance": "multiline"},
    {"type": "repeat", "name": "f", "label": "Fiches", "items": [
      {"type": "text", "name": "nom", "label": "Nom"}]},
    {"type": "text", "name": "fin", "label": "Fin", "required": true}
    """)

  @Test func `a whole interview is read and answered in lines`() {
    var reader = Reader(Self.form)
    #expect(reader.printed.contains("Combien ?") && reader.printed.hasSuffix("> "))
    reader.read("11")
    #expect(reader.printed.contains("dépasse le maximum"))
    reader.read("7")
    #expect(reader.printed.contains("1 Oui, c’est exact"))
    reader.read("1 vérifié", "2", "1 4: le port")
    reader.read("Une ligne", "et une autre", ".")
    reader.read("+", "Claire", "0", "Voilà")
    #expect(reader.printed.contains("2 Terminer l’entretien"))
    reader.read("2")
    let wanted: [Event] = [
      .confirm(check: "grand", AnswerPath("n"), explanation: "vérifié"),
      .answer(AnswerPath("c"), .choice("non"), isProposal: false),
      .answer(AnswerPath("m"), .choices(["eau", "autre"]), isProposal: false),
      .answer(AnswerPath("theme_libre"), .text("le port"), isProposal: false),
      .answer(AnswerPath("t"), .text("Une ligne\net une autre"), isProposal: false),
      .add(AnswerPath("f")), .finish,
    ]
    for event in wanted { #expect(reader.events.contains(event), "\(event)") }
    #expect(reader.effects.suffix(2) == [.finish, .close])
  }

  @Test func `the same answers by line and by key write the same events`() {
    var reader = Reader(Self.form)
    reader.read("3", "2", "1 4: le port", "Une ligne", "et une autre", ".")
    reader.read("+", "Claire", "0", "Voilà", "2")
    var play = Screenplay(Self.form)
    play.give("3")
    play.press(.down, .down, .enter)
    play.type("1")
    play.type("4le port")
    play.press(.enter)
    play.type("Une ligne")
    play.press(.enter)
    play.type("et une autre")
    play.press(.tab)
    play.type("+")
    play.give("Claire")
    play.press(.pageDown)
    play.give("Voilà")
    play.type("2")
    // Keys tick one box after the other; a line says them all.
    let partial: [Event] = [.answer(AnswerPath("m"), .choices(["eau"]), isProposal: false)]
    #expect(play.events.filter { !partial.contains($0) } == reader.events)
  }

  @Test func `back, plan, summary, note, undo and redo`() {
    var reader = Reader(Self.form)
    reader.read("3", ":b")
    #expect(reader.printed.contains("Combien ?") && reader.printed.contains("Réponse : 3"))
    reader.read(":n à revoir", ":u")
    #expect(reader.events.contains(.remark(AnswerPath("n"), "à revoir")))
    reader.read(":y", ":p")
    #expect(reader.printed.contains("2 Oui ?"))
    reader.read("2")
    #expect(reader.printed.contains("1 Oui"))
    reader.read(":s")
    #expect(reader.printed.contains("Bilan") && reader.printed.contains("obligatoire"))
    reader.read("4")
    #expect(reader.printed.contains("Fin"))
    reader.read("fait")
    #expect(reader.printed.contains("Bilan"))
  }

  @Test func `special answers, language, help and an unknown command`() {
    var reader = Reader(Self.form)
    reader.read(":k")
    #expect(reader.events.contains(.special(AnswerPath("n"), "nsp")))
    reader.read(":l")
    #expect(reader.printed.contains("1 Yes"))
    reader.read(":l", ":?")
    #expect(reader.printed.contains(":b retour"))
    reader.read(":zz")
    #expect(reader.printed.contains("n’est pas une commande"))
  }

  @Test func `the interviewer's code is asked for, an empty line takes the one proposed`() {
    var reader = Reader(home: Self.form, proposing: "PC07")
    reader.read("1")
    #expect(reader.printed.contains("Qui mène l’entretien") && reader.printed.contains("[PC07]"))
    reader.read("")
    #expect(reader.effects == [.identify("PC07"), .begin(form: 0, language: "fr")])
    var other = Reader(home: Self.form, proposing: "PC07")
    other.read("1", "CB", "1")
    let begin = Effect.begin(form: 0, language: "fr")
    #expect(other.effects == [.identify("CB"), begin, begin])
  }

  @Test func `two colons begin a text with one`() {
    var reader = Reader(.small(#"{"type": "text", "name": "t", "label": "T"}"#))
    reader.read("::)")
    #expect(
      reader.events.first
        == .answer(AnswerPath("t"), .text(":)"), isProposal: false))
  }

  @Test func `an empty line keeps the answer`() {
    var reader = Reader(Self.form)
    reader.read("3", ":b", "")
    let answers = reader.events.filter { if case .answer = $0 { true } else { false } }
    #expect(answers.count == 1 && reader.printed.contains("Oui ?"))
  }

  @Test(arguments: [":q", ""]) func `quitting pauses`(command: String) {
    var reader = Reader(Self.form)
    if command.isEmpty { reader.end() } else { reader.read(command) }
    #expect(reader.effects == [.append(.pause(reason: "")), .rest, .quit])
  }
}
