import PseudoTerminals
import Testing

/// What an author does at the desk: check, look a function up, try a formula.
@Suite struct DeskTests {
  let laptop: Laptop

  init() throws { laptop = try Laptop() }

  /// A questionnaire with one warning: a list nothing uses.
  static let warned = """
    {"format": 1, "id": "x", "version": "1", "title": "T", "languages": ["fr"],
     "choice_lists": {"on": [{"name": "oui", "label": "Oui"}]},
     "items": [{"type": "integer", "name": "n", "label": "N"},
       {"type": "calculate", "name": "c", "calculation": "${n} * 2"}]}
    """

  @Test func `a warning alone lets through, unless all must be well`() throws {
    try laptop.write(Self.warned, to: "essai.json")
    let file = "\(laptop.folder)/essai.json"
    let run = try laptop.run(["check", file, "--lang", "en"])
    #expect(run.ending == .exited(0))
    #expect(run.complaints == "\(file):2:19: warning: No question uses the list ‘on’.\n")
    #expect(try laptop.run(["check", file, "--strict"]).ending == .exited(1))
  }

  @Test func `a check as data is JSON, on standard output`() throws {
    try laptop.write(Self.warned.replacing("integer", with: "interger"), to: "essai.json")
    let run = try laptop.run(["check", "\(laptop.folder)/essai.json", "--json", "--lang", "en"])
    #expect(run.ending == .exited(1))
    #expect(run.complaints == "")
    #expect(run.output.contains(#""severity": "error""#))
    #expect(run.output.contains(#""line": 3,"#))
    #expect(run.output.contains("Did you mean ‘integer’?"))
  }

  @Test func `a file that is not there does not keep the others from being checked`() throws {
    try laptop.write(Self.warned, to: "essai.json")
    let files = ["\(laptop.folder)/absent.json", "\(laptop.folder)/essai.json"]
    let run = try laptop.run(["check"] + files + ["--lang", "fr"])
    #expect(run.ending == .exited(74))
    #expect(run.complaints.contains("absent.json:1:1: erreur: "))
    #expect(run.complaints.contains("essai.json:2:19: attention: "))
  }

  @Test(arguments: ["/dev/zero", "/dev/tty", "/proc/self/mem", "/"])
  func `what is no file on a disk is told, and keeps nobody waiting`(path: String) throws {
    let run = try laptop.run(["check", path, "--lang", "en"])
    #expect(run.ending == .exited(74))
    #expect(run.complaints.hasPrefix("\(path):1:1: error: "))
    let data = try laptop.run(["check", path, "--json"])
    #expect(data.ending == .exited(74) && data.output.contains(#""severity": "error""#))
  }

  @Test func `a questionnaire is checked by its name too`() throws {
    let run = try laptop.run(["check", "barometre", "--questionnaires", Laptop.questionnaires])
    #expect(run.ending == .exited(0), "\(run.complaints)")
  }

  @Test func `what a file quotes neither moves the cursor nor makes a second line`() throws {
    let hostile = #"{"\u001b[2J\u001b[31m": 1, "a\nb: error: c": 2, "\u202etxt": 3}"#
    try laptop.write(hostile, to: "essai.json")
    let run = try laptop.run(["check", "\(laptop.folder)/essai.json", "--lang", "en"])
    #expect(run.ending == .exited(1))
    #expect(!run.complaints.contains { "\u{1B}\u{202E}".contains($0) })
    #expect(
      run.complaints.split(separator: "\n").allSatisfy { $0.contains("essai.json:1:") },
      "\(run.complaints)")
  }

  @Test(arguments: [
    ("1 + 2 * 3", "7"), ("1 = 1", "true"), ("'a' = 'b'", "false"), ("''", ""), ("0.1 + 0.2", "0.3"),
    ("date('2020-07-05') + 30", "2020-08-04"), ("concat('é', 1)", "é1"), ("1 div 0", ""),
  ])
  func `a formula prints its value alone`(formula: String, value: String) throws {
    let run = try laptop.run(["formula", formula])
    #expect(run.ending == .exited(0))
    #expect(run.output == value + "\n" && run.complaints == "")
  }

  @Test func `a wrong formula is told where and why`() throws {
    let run = try laptop.run(["formula", "1 + bigger(2)", "--lang", "en"])
    #expect(run.ending == .exited(65))
    #expect(run.complaints == "formula:1:5: error: No function is called ‘bigger’.\n")
    #expect(run.output == "")
  }

  @Test func `a formula reads the answers of an interview`() throws {
    try laptop.write(Self.warned, to: "essai.json")
    let file = "\(laptop.folder)/essai.json"
    let walk = try laptop.run(["simulate", file, "--runs", "1", "--save"])
    #expect(walk.ending == .exited(0))
    let answers = "\(laptop.data)/interviews/\(try laptop.interview())/interview.json"
    let options = ["--questionnaire", file, "--answers", answers]
    let run = try laptop.run(["formula", "${c} = ${n} * 2 or ${n} = ''"] + options)
    #expect(run.output == "true\n", "\(run.complaints)")
    let unknown = try laptop.run(["formula", "${m}", "--lang", "fr"] + options)
    #expect(unknown.ending == .exited(65))
    #expect(unknown.complaints.hasPrefix("formula:1:1: erreur: "))
  }

  @Test func `the functions are printed in the language asked`() throws {
    let french = try laptop.run(["functions", "--lang", "fr"])
    #expect(french.ending == .exited(0))
    #expect(french.output.contains("  substr(text, start, end?)\n"))
    #expect(french.output.contains("NOMBRES"))
    #expect(try laptop.run(["functions", "--lang", "en"]).output.contains("NUMBERS"))
  }
}
