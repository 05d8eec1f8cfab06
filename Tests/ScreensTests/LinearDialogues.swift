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
      self.init(play)
    }

    init(_ questionnaire: Questionnaire) { self.init(Screenplay(questionnaire)) }

    init(_ play: Screenplay) {
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
    {"type": "repeat", "name": "f", "label": "Fiches", "item_label": "${nom}", "items": [
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
    #expect(reader.printed.contains("un point seul") && !reader.printed.contains("Tab"))
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
    #expect(reader.printed.contains("3 Terminer et exporter (après avoir réglé 1 point)"))
    reader.read("5")
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

  @Test(arguments: ["2", "refus"])
  func `a special answer is given by its place in the list, or its name`(word: String) {
    var reader = Reader(
      .small(
        """
        {"type": "integer", "name": "n", "label": "N", "missing": ["nsp", "refus"]}
        """))
    reader.read(":k \(word)")
    #expect(reader.events.contains(.special(AnswerPath("n"), "refus")), "\(reader.printed)")
  }

  @Test func `the interviewer's code is asked for, an empty line takes the one proposed`() throws {
    var reader = Reader(home: Self.form, proposing: "PC07")
    reader.read("1")
    #expect(reader.printed.contains("Qui mène l’entretien") && reader.printed.contains("[PC07]"))
    reader.read("")
    let begin = Effect.begin(form: 0, language: "fr")
    #expect(try reader.effects == [.identify(InterviewerCode("PC07")), begin])
    var other = Reader(home: Self.form, proposing: "PC07")
    other.read("1", "CB", "1")
    #expect(try other.effects == [.identify(InterviewerCode("CB")), begin, begin])
  }

  @Test func `what the menu does on screen it does in lines`() {
    var reader = Reader(Self.form)
    reader.read("3", "2", ":b", ":e")
    #expect(reader.events.last == .clear(AnswerPath("c")))
    reader.read(":m")
    let wanted = [
      "Question précédente", "Note", "Bilan", "Réglages", "La personne arrête l’entretien",
    ]
    for label in wanted { #expect(reader.printed.contains(label), "\(label)") }
    #expect(!reader.printed.contains("Masquer l’écran"))
    reader.read("1")
    #expect(reader.printed.contains("Combien ?"))
    reader.read(":r")
    #expect(reader.printed.contains("Oui ?"))
    reader.read("n")
    #expect(
      reader.events.contains(.answer(AnswerPath("c"), .choice("non"), isProposal: false)))
  }

  @Test func `the home screen is searched, thrown away and reopened in lines`() {
    var reader = Reader(Screenplay(home: ScreenPictures.entries))
    #expect(reader.printed.contains("1 Ancerville, Mairies de Lorraine 2026, 3/9, 14:32"))
    reader.read("etain")
    #expect(reader.printed.contains("1 Étain") && !reader.printed.contains("Ancerville"))
    reader.read("-1")
    #expect(reader.effects == [.trash("3"), .list(.interviews)])
    #expect(reader.printed.contains("Étain : à la corbeille (:u pour annuler)."))
    reader.read(":u")
    #expect(reader.effects.suffix(2) == [.restore("3"), .list(.interviews)])
    reader.read(":u")
    #expect(reader.printed.contains("Rien à annuler."))
    reader.read("1", "2 une faute")
    #expect(reader.effects.last == .reopen("3", reason: "une faute"))
    reader.read("")
    #expect(reader.printed.contains("8 + Mairies de Lorraine 2026"))
    reader.read(":m")
    #expect(reader.printed.contains("Voir la corbeille"))
    reader.read("1")
    #expect(reader.effects.last == .begin(form: 0, language: "fr", .training))
  }

  @Test func `a search that finds nothing says so, and how to see everything again`() {
    var reader = Reader(Screenplay(home: ScreenPictures.entries))
    reader.read("zzz")
    #expect(reader.printed.contains("Aucun entretien ne correspond à « zzz ». Ligne vide"))
    reader.read("3")
    #expect(!reader.printed.contains("de 1 à 0"))
    reader.read("", ":m")
    #expect(reader.printed.contains("Entraînement"))
    var trash = Screenplay(home: ScreenPictures.entries)
    trash.play(.listed([], .trash))
    #expect(Reader(trash).printed.contains("La corbeille est vide."))
  }

  @Test(arguments: ["6 un ami", "6: un ami", "6 : un ami"])
  func `a choice that opens a text says how both are given on a line`(line: String) {
    var reader = Reader(
      .small(
        #"""
        {"type": "select_one", "name": "q", "label": "Q", "choices": [
          {"name": "a", "label": "A"}, {"name": "b", "label": "B"}, {"name": "c", "label": "C"},
          {"name": "d", "label": "D"}, {"name": "e", "label": "E"},
          {"name": "f", "label": "Autre", "other": "texte"}]},
        {"type": "select_multiple", "name": "m", "label": "M", "choices": "themes"}
        """#))
    #expect(reader.printed.contains("6 Autre : tapez « 6: le texte »"))
    reader.read(line)
    #expect(reader.answer("q") == "f" && reader.answer("texte") == "un ami")
    #expect(reader.printed.contains("5 Aucun thème (exclut les autres réponses)"))
  }

  @Test func `messages name the commands of line mode, not keys`() {
    var reader = Reader(Self.form)
    reader.read("11")
    #expect(reader.printed.contains("revenez avec :b") && !reader.printed.contains("PgPréc"))
    reader.read("3", ":b", ":e")
    #expect(reader.printed.contains("Réponse effacée (:u pour annuler)."))
  }

  @Test func `a trial says that it is one`() {
    var play = Screenplay(home: [])
    play.play(.opened(Interview(Screenplay.start("fr", .training), on: Self.form), savedAt: ""))
    #expect(Reader(play).printed.contains("[ENTRAÎNEMENT · "))
  }

  @Test func `the plan is searched and filtered in lines`() {
    var reader = Reader(.mairies)
    reader.read("", ":p")
    let sections = ["Accueil 0/1", "La commune 0/2", "1 Bonjour", "2 1 Vos droits", "non posée"]
    for text in sections { #expect(reader.printed.contains(text), "\(text)") }
    reader.read("prefecture")
    #expect(reader.printed.contains("1 4 Premier interlocuteur"))
    #expect(!reader.printed.contains("Vos droits"))
    reader.read("1", ":n à revoir", ":f", ":f", ":f")
    #expect(reader.printed.contains("(Notes)") && reader.printed.contains("note"))
    reader.read("1")
    #expect(reader.printed.contains("Qui est votre premier interlocuteur"))
    reader.read(":p", "")
    #expect(reader.printed.contains("Qui est votre premier interlocuteur"))
  }

  @Test func `the entries of a list are inserted, moved and removed in lines`() {
    var reader = Reader(Self.form)
    reader.read("3", "2", "1", "Une ligne", ".", "+", "Claire", "+", "Ali")
    #expect(reader.printed.contains("1 Claire") && reader.printed.contains("-1 retire"))
    reader.read("2>1")
    #expect(reader.printed.contains("1 Ali") && reader.printed.contains("2 Claire"))
    reader.read("+2", "Zoé")
    #expect(reader.answer("f[2].nom") == "Zoé" && reader.answer("f[3].nom") == "Claire")
    reader.read("-1")
    #expect(reader.answer("f[1].nom") == "Zoé")
    reader.read("9>1")
    #expect(reader.printed.contains("9>1") && reader.answer("f[1].nom") == "Zoé")
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

  @Test(arguments: ["0", "", ":b"]) func `a list laid over is left, and says how`(line: String) {
    var reader = Reader(Screenplay(home: []))
    reader.read(":m")
    let settings = reader.printed.split(separator: "\n").first { $0.hasSuffix(" Réglages") }
    reader.read(settings?.split(separator: " ").first.map(String.init) ?? "")
    #expect(reader.printed.contains("0 Retour"))
    reader.read("12")
    #expect(reader.printed.contains("Tapez un numéro de 1 à 5 ; 0, :b ou une ligne vide"))
    reader.read(line)
    #expect(reader.walk.app.overlay == nil && reader.printed.contains("ENTRETIENS"))
  }

  @Test func `each help says the commands of its own place`() {
    var home = Reader(Screenplay(home: ScreenPictures.entries))
    #expect(!home.printed.contains("-1"))
    for line in [":?", "?"] {
      home.read(line)
      #expect(home.printed.contains(":r résultats") && home.printed.contains("-1 met"))
      #expect(!home.printed.contains(":r reste à faire"))
    }
    var reader = Reader(Self.form)
    reader.read("?")
    #expect(reader.printed.contains(":r reste à faire") && reader.events.isEmpty)
    var text = Reader(.small(#"{"type": "text", "name": "t", "label": "T"}"#))
    text.read("?")
    #expect(text.answer("t") == "?")
  }

  @Test func `a command is no code: it is done, and the code is asked again later`() {
    var reader = Reader(home: Self.form, proposing: "PC07")
    reader.read("1", ":?")
    #expect(reader.printed.contains(":r résultats") && reader.printed.contains("Qui mène"))
    reader.read(":m")
    #expect(reader.effects.isEmpty && reader.printed.contains("Réglages"))
  }

  @Test func `what was thrown away comes back in lines`() {
    var reader = Reader(Screenplay(home: ScreenPictures.entries))
    reader.read("-1")
    #expect(reader.printed.contains("(:u pour annuler)"))
    reader.read(":u")
    #expect(reader.effects.suffix(2) == [.restore("1"), .list(.interviews)])
  }

  @Test func `a refusal says again what is allowed, and names no key`() {
    var reader = Reader(Self.form)
    reader.read("3", "9")
    #expect(reader.printed.contains("1 Oui\n2 Non\n"))
    reader.read("2", "1 2 3")
    for key in ["^", "PgPréc", "Espace", "décochez"] { #expect(!reader.printed.contains(key)) }
  }

  @Test func `the place is said as on screen, and the summary names its questions`() {
    var reader = Reader(.mairies)
    reader.read("", "1")
    #expect(reader.printed.contains("· question 2 sur "))
    reader.read(":s")
    #expect(reader.printed.contains("Premier interlocuteur (question 4)"))
  }

  @Test func `leaving says that all is saved, and how to go on`() {
    var reader = Reader(Self.form)
    reader.read("3", ":q")
    let farewell = reader.walk.farewell()
    #expect(farewell.contains("Tout est enregistré. Pour reprendre : barometre --linear"))
    #expect(farewell.contains("fill --linear --resume 00000001"))
    var home = Reader(Screenplay(home: []))
    home.read(":q")
    #expect(home.walk.farewell() == "\nTout est enregistré.\n")
  }

  @Test(arguments: [":q", ""]) func `quitting pauses`(command: String) {
    var reader = Reader(Self.form)
    if command.isEmpty { reader.end() } else { reader.read(command) }
    #expect(reader.effects == [.append(.pause(reason: "")), .rest, .quit])
  }
}
