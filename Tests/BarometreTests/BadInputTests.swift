import Glibc
import PseudoTerminals
import Testing

/// Wrong files and wrong use, told before the first question.
@Suite struct BadInputTests {
  let laptop: Laptop

  init() throws { laptop = try Laptop() }

  @Test(arguments: [("fr", "erreur: "), ("en", "error: ")])
  func `a missing questionnaire is told as data that is wrong`(
    language: String, mark: String
  ) throws {
    let run = try laptop.run(["fill", "\(laptop.folder)/nowhere.json", "--lang", language])
    #expect(run.ending == .exited(65))
    #expect(run.complaints.hasPrefix("\(laptop.folder)/nowhere.json:1:1: \(mark)"))
    #expect(run.output == "")
  }

  @Test func `a questionnaire's misspelt name brings the nearest`() throws {
    let run = try laptop.run(["fill", "barometer", "--lang", "fr"])
    #expect(run.ending == .exited(65))
    #expect(run.complaints.contains("« barometre »"))
  }

  @Test(arguments: [("fr", "Il y a : barometre.\n"), ("en", "There are: barometre.\n")])
  func `a questionnaire's name like no other brings them all`(
    language: String, names: String
  ) throws {
    let run = try laptop.run(["fill", "sondage", "--lang", language])
    #expect(run.ending == .exited(65))
    #expect(run.complaints.contains(names), "\(run.complaints)")
  }

  @Test(arguments: [
    ("fil", "barometre : « fil » n’est pas une commande ; vouliez-vous dire « fill » ?\n"),
    ("sonder", "barometre : « sonder » n’est pas une commande ; les commandes sont home, fill, "),
  ])
  func `a word that is no command brings the nearest, or all`(word: String, said: String) throws {
    let run = try laptop.run([word, "reunion"])
    #expect(run.ending == .exited(64))
    #expect(run.complaints.hasPrefix(said), "\(run.complaints)")
  }

  @Test(arguments: ["fill", "check", "print", "simulate"])
  func `a file's name with escape codes is told harmlessly`(command: String) throws {
    let name = "\(laptop.folder)/\u{1B}[2J\u{202E}\u{7}.json"
    try laptop.write("{", to: "\u{1B}[2J\u{202E}\u{7}.json")
    let run = try laptop.run([command, name])
    #expect(run.ending != .exited(0))
    #expect(run.complaints.contains("␛[2J"), "\(run.complaints)")
    #expect(!run.complaints.contains { $0 == "\u{1B}" || $0 == "\u{202E}" || $0 == "\u{7}" })
  }

  @Test(arguments: [
    ("fill", "fr", "erreur: "), ("fill", "en", "error: "), ("check", "fr", "erreur: "),
    ("check", "en", "error: "),
  ])
  func `broken JSON is told with its line and column`(
    command: String, language: String, mark: String
  ) throws {
    try laptop.write("{\n  \"format\": 1,\n  \"id\": \"essai\",,\n}\n", to: "essai.json")
    let file = "\(laptop.folder)/essai.json"
    let run = try laptop.run([command, file, "--lang", language])
    #expect(run.ending == .exited(command == "check" ? 1 : 65))
    #expect(run.complaints.hasPrefix("\(file):3:17: \(mark)"), "\(run.complaints)")
  }

  @Test(arguments: [
    ("type", "select_on", "select_one"), ("key", "requird", "required"),
  ])
  func `an unknown type or key brings the nearest`(
    matter: String, wrong: String, right: String
  ) throws {
    let type = matter == "type" ? wrong : "select_one"
    let key = matter == "key" ? wrong : "required"
    try laptop.write(
      """
      {"format": 1, "id": "essai", "version": "1", "languages": ["fr"],
       "title": {"fr": "Essai"},
       "items": [
         {"type": "\(type)", "name": "a", "label": {"fr": "A ?"}, "\(key)": true,
          "choices": [{"name": "oui", "label": {"fr": "Oui"}}]}
       ]}
      """, to: "essai.json")
    let run = try laptop.run(["fill", "\(laptop.folder)/essai.json", "--lang", "en"])
    #expect(run.ending == .exited(65))
    #expect(run.complaints.contains("essai.json:4:"), "\(run.complaints)")
    #expect(run.complaints.contains(wrong), "\(run.complaints)")
    #expect(run.complaints.contains("Did you mean ‘\(right)’?"), "\(run.complaints)")
  }

  @Test(arguments: [("fr", "impossible"), ("en", "cannot")])
  func `a data folder that cannot be made is told before the first question`(
    language: String, word: String
  ) throws {
    try laptop.write("", to: "file")
    let data = "\(laptop.folder)/file/data"
    let piped = try laptop.run(
      ["fill", "barometre", "--linear", "--lang", language, "--data", data])
    #expect(piped.ending == .exited(73))
    #expect(piped.output == "")
    #expect(piped.complaints.contains("\(laptop.folder)/file") && piped.complaints.contains(word))
    let terminal = try laptop.start(["fill", "barometre", "--lang", language, "--data", data])
    #expect(try terminal.waitForExit() == .exited(73))
    #expect(terminal.screen.text.contains(word))
    #expect(terminal.isGivenBack)
  }

  @Test(arguments: [
    ["home"], ["fill", "barometre", "--linear"], ["print", "barometre"], ["check", "barometre"],
    ["list"], ["report"],
  ])
  func `an unknown language is refused, those there are named`(command: [String]) throws {
    let run = try laptop.run(command + ["--lang", "de"])
    #expect(run.ending == .exited(64) && run.output == "")
    for word in ["de", "fr", "en"] { #expect(run.complaints.contains(word)) }
  }

  @Test(arguments: [[], ["fill", "barometre"]])
  func `without a terminal, it names line mode`(command: [String]) throws {
    let run = try laptop.run(command)
    #expect(run.ending == .exited(64))
    #expect(run.complaints.contains("--linear"))
  }

  @Test func `an interview open elsewhere is not opened twice`() throws {
    let first = try laptop.begin()
    try first.waitFor(text: "1. Baromètre")
    let second = try laptop.run(
      ["fill", "--resume", try laptop.interview(), "--linear", "--lang", "fr"], input: ":q\n")
    #expect(second.ending == .exited(75))
    #expect(second.complaints.contains("Ouvert ailleurs depuis "))
    #expect(second.complaints.contains(" par PC07. Fermez-le d’abord là-bas."))
    #expect(second.output == "")
    let third = try laptop.resume()
    #expect(try third.waitForExit() == .exited(75))
    #expect(third.screen.text.contains("Ouvert ailleurs depuis "))
    #expect(third.isGivenBack)
    let look = try laptop.run(["show", try laptop.interview(), "--lang", "fr"])
    #expect(look.ending == .exited(0) && look.output.contains("en cours"))
    try first.press(Keys.end, shows: "[ ] J’ai lu")
    try first.press("1", shows: "[x] J’ai lu")
  }

  @Test func `an interview that is not there is told`() throws {
    let run = try laptop.run(
      ["fill", "--resume", "nowhere", "--linear", "--lang", "en"], input: ":q\n")
    #expect(run.ending == .exited(65))
    #expect(run.complaints.contains("nowhere"))
  }
}
