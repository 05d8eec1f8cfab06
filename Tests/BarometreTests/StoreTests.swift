import PseudoTerminals
import Testing

/// What the coordinator does with interviews: list, show, reopen, trash, restore.
@Suite struct StoreTests {
  let laptop: Laptop

  init() throws {
    laptop = try Laptop()
    try laptop.write(Self.form, to: "rue.json")
  }

  static let form = """
    {"format": 1, "id": "rue", "version": "1", "title": {"fr": "La rue", "en": "The street"},
     "languages": ["fr", "en"], "interview_label": "${nom}", "refused": "${accord} = 'non'",
     "choice_lists": {"on": [
       {"name": "oui", "label": {"fr": "Oui", "en": "Yes"}},
       {"name": "non", "label": {"fr": "Non", "en": "No"}}]},
     "items": [
       {"type": "select_one", "name": "accord", "choices": "on", "required": true,
        "label": {"fr": "D’accord ?", "en": "Do you agree?"}},
       {"type": "text", "name": "nom", "label": {"fr": "Votre rue ?", "en": "Your street?"},
        "relevant": "${accord} = 'oui'"}]}
    """

  /// Answers in line mode, and leaves.
  private func answer(_ lines: String...) throws {
    let run = try laptop.run(
      ["fill", "\(laptop.folder)/rue.json", "--linear", "--lang", "fr", "--interviewer", "PC07"],
      input: (lines + [":q"]).joined(separator: "\n") + "\n")
    try #require(run.ending == .exited(0), "\(run.complaints)")
  }

  private func run(_ arguments: String..., language: String = "fr") throws -> PipedProgram {
    try laptop.run(arguments + ["--lang", language])
  }

  @Test func `the list says what came of each, and the response rate`() throws {
    #expect(try run("list").output == "Aucun entretien.\n")
    try answer("1", "rue de l’Œuf", "2")
    try answer("2", "2")
    try answer("1", "place du Marché")
    let french = try run("list")
    #expect(french.ending == .exited(0) && french.complaints == "")
    #expect(french.output.contains("rue de l’Œuf     rue            terminé"))
    #expect(french.output.contains("place du Marché  rue            en cours"))
    #expect(french.output.contains("Terminés\u{A0}: 1   refus\u{A0}: 1   arrêtés\u{A0}: 0"))
    #expect(french.output.contains("Taux de réponse\u{A0}: 50,0\u{A0}% (1 sur 2"))
    let english = try run("list", language: "en")
    #expect(english.output.contains("Response rate: 50.0% (1 of 2: finished, refused and stopped)"))
    let found = try run("list", "marche")
    #expect(found.output.contains("place du Marché") && !found.output.contains("Œuf"))
    let json = try run("list", "--json").output
    #expect(json.contains(#""outcome": "refused""#) && json.contains(#""response_rate": 50.0"#))
  }

  @Test func `the home screen says what no export holds yet, and what cannot be read`() throws {
    try answer("1", "rue de l’Œuf", "2")
    let waiting = try laptop.run(["--linear", "--lang", "fr"], input: ":q\n").output
    #expect(waiting.contains("terminé") && waiting.contains("n’est pas encore exporté"))
    let export = try run("export", "--to", "\(laptop.folder)/sortie")
    #expect(export.ending == .exited(0), "\(export.complaints)")
    let done = try laptop.run(["--linear", "--lang", "fr"], input: ":q\n").output
    #expect(done.contains("terminé, exporté") && !done.contains("n’est pas encore exporté"))
    let id = try laptop.interview()
    for file in ["journal.jsonl", "interview.json"] {
      try laptop.write("x", to: "data/interviews/\(id)/\(file)")
    }
    let unread = try laptop.run(["--linear", "--lang", "fr"], input: "1\n:q\n").output
    #expect(unread.contains("1 \(id), illisible") && unread.contains("journal.jsonl"))
  }

  @Test func `all that is held is shown, in both languages and as data`() throws {
    try answer("1", "rue de l’Œuf", ":p", ":q")
    let id = try laptop.interview()
    let french = try run("show", String(id.suffix(8)))
    #expect(french.ending == .exited(0) && french.complaints == "")
    #expect(french.output.contains("Votre rue ?\u{A0}: rue de l’Œuf"))
    #expect(french.output.contains("PC07  réponse nom = rue de l’Œuf"))
    #expect(french.output.contains("Code de retrait"))
    #expect(try run("show", id, language: "en").output.contains("Do you agree?: Yes"))
    let json = try run("show", id, "--json").output
    #expect(json.contains(#""nom": "rue de l’Œuf""#) && json.contains(#""do": "answer""#))
  }

  @Test func `reopened with a reason, corrected, it replaces what it was`() throws {
    try answer("1", "rue de l’Œuf", "2")
    let id = try laptop.interview()
    let ended = try run("fill", "--resume", id, "--linear")
    #expect(ended.ending == .exited(65) && ended.complaints.contains("barometre reopen"))
    let blank = try run("reopen", id, "--reason", "  ")
    #expect(blank.ending == .exited(64) && blank.complaints.contains("--reason"))
    let reopened = try run("reopen", id, "--reason", "faute de frappe")
    #expect(reopened.ending == .exited(0), "\(reopened.complaints)")
    #expect(reopened.output.contains("rouvert, révision 2"))
    let shown = try run("show", id).output
    #expect(shown.contains("va à (bilan)") && shown.contains("rouvre = faute de frappe"))
    let twice = try run("reopen", id, "--reason", "encore")
    #expect(twice.ending == .exited(65) && twice.complaints.contains("ni terminé ni arrêté"))
  }

  @Test func `another laptop's folder is brought in, packed or not, and clashes are decided`()
    throws
  {
    let away = try StoreTests()
    try away.answer("1", "rue de l’Œuf", "2")
    let first = try run("merge", away.laptop.data)
    #expect(first.ending == .exited(0) && first.complaints == "")
    #expect(first.output == "\(away.laptop.data)\u{A0}: 1 nouveau\n")
    let packed = try PipedProgram(
      ["/bin/tar", "-cf", "\(laptop.folder)/pc02.tar", "-C", away.laptop.folder, "data"])
    try #require(packed.ending == .exited(0))
    let again = try run("merge", "\(laptop.folder)/pc02.tar", language: "en")
    #expect(again.output == "\(laptop.folder)/pc02.tar: 1 known already\n")
    #expect(try laptop.interviews().count == 1)
    let id = try laptop.interview()
    _ = try run("reopen", id, "--reason", "ici", "--interviewer", "PC01")
    _ = try away.run("reopen", id, "--reason", "là-bas", "--interviewer", "PC02")
    let clash = try run("merge", away.laptop.data)
    #expect(clash.ending == .exited(1) && clash.output.contains("1 en conflit"))
    #expect(try run("conflicts").output.contains("rue de l’Œuf  \(id)"))
    #expect(try run("conflicts", "--keep", "mine").ending == .exited(64))
    let kept = try run("conflicts", id, "--keep", "theirs")
    #expect(kept.ending == .exited(0) && kept.output.contains("remplacé par celui reçu"))
    #expect(try run("conflicts").output == "Aucun conflit à trancher.\n")
    #expect(try run("show", id).output.contains("rouvre = là-bas"))
    let nothing = try run("merge", "\(laptop.folder)/rue.json")
    #expect(nothing.ending == .exited(65) && nothing.complaints.contains("tar"))
    #expect(try run("merge", "\(laptop.folder)/x").complaints.contains("aucun entretien"))
  }

  @Test func `a new version takes an interview under way only when told to`() throws {
    try answer("1", "rue de l’Œuf")
    let id = try laptop.interview()
    let source = Self.form.replacing(#""version": "1""#, with: #""version": "2""#)
      .replacing(#""name": "nom""#, with: #""name": "voie""#)
      .replacing("${nom}", with: "${voie}")
    try laptop.write(source, to: "rue2.json")
    let new = "\(laptop.folder)/rue2.json"
    let told = try run("migrate", id, "--to", new)
    #expect(told.ending == .exited(0) && told.complaints == "")
    #expect(told.output.contains("1 réponse gardée"))
    #expect(told.output.contains("nom\u{A0}: rue de l’Œuf"))
    #expect(told.output.contains("Rien n’a été changé. Pour le faire, ajoutez --yes."))
    #expect(try run("show", id).output.contains("rue de l’Œuf"))
    let done = try run("migrate", id, "--to", new, "--yes", language: "en")
    #expect(done.ending == .exited(0) && done.output.contains("1 interview taken there."))
    let shown = try run("show", id).output
    #expect(shown.contains("(rue 2)") && shown.contains("change de version"))
    #expect(try run("migrate", id, "--to", new).output.contains("déjà sur cette version (rue 2)"))
    let gone = try run("fill", "--resume", id, "--linear")
    #expect(gone.ending == .exited(0) && gone.output.contains("Votre rue ?"))
  }

  @Test func `what is put in the trash is out of the list until it is restored`() throws {
    try answer("1", "rue de l’Œuf", "2")
    let id = try laptop.interview()
    let trashed = try run("trash", id)
    #expect(trashed.ending == .exited(0) && trashed.output.contains("barometre restore \(id)"))
    #expect(try run("list").output == "Aucun entretien.\n")
    #expect(try run("list", "--trash").output.contains("rue de l’Œuf"))
    let shown = try run("show", id)
    #expect(shown.ending == .exited(65) && shown.complaints.contains("dans la corbeille"))
    #expect(try run("restore", String(id.suffix(6))).ending == .exited(0))
    #expect(try run("list").output.contains("rue de l’Œuf"))
  }
}
