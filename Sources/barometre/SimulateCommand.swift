import Archives
import ArgumentParser
import Formulas
import Glibc
import Interviews
import Questions
import Records

/// Random walks of a questionnaire: what no one reads off the page.
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Walk a questionnaire at random. Parcourir un questionnaire au hasard.")

  @OptionGroup var common: CommonOptions

  @Option(help: "How many walks. Nombre de parcours.")
  var runs = 1000

  @Option(help: "What fixes the draws. Graine du hasard.")
  var seed: UInt64 = 1

  @Flag(help: "Keep them as finished interviews of kind simulated. Les enregistrer.")
  var save = false

  @Option(help: "fr, en.")
  var lang: String?

  @Argument(help: "A questionnaire: its file, its folder or its name.")
  var questionnaire: String

  func run() throws {
    let language = LaptopSettings().language(asked: lang)
    let places = Places(options: common)
    let disk = try QuestionnaireOnDisk(questionnaire, places, language)
    let form = try disk.read()
    var simulation = Simulation(form)
    var chance = SeededGenerator(seed: seed)
    do throws(FileFailure) {
      let archive = places.archive
      let hash = save ? try archive.keep(questionnaire: disk.bytes) : ""
      let begun = Clock.milliseconds()
      for run in 0..<max(0, runs) {
        let start = start(form, hash, using: &chance)
        var walk = RandomWalk(start, on: form)
        walk.run(using: &chance)
        simulation.add(walk)
        if save, walk.deadEnd == nil { try keep(walk, start, in: archive) }
        tellProgress(run, since: begun)
      }
    } catch {
      throw Exit.with(error, in: language)
    }
    if isatty(STDERR_FILENO) == 1 { Output.complain("\r\u{1B}[K") }
    Output.say(SimulationReport(simulation, language).text)
    if !simulation.deadEnds.isEmpty { throw ExitCode(Exit.problems) }
  }

  private func start(
    _ form: Questionnaire, _ hash: String, using chance: inout SeededGenerator
  ) -> Start {
    Start(
      id: RecordIdentifier.draw(milliseconds: Clock.milliseconds(), using: &chance),
      code: WithdrawalCode.draw(using: &chance), kind: .simulated, mode: .selfCompleted,
      questionnaireHash: hash, interviewer: "simulate", started: Clock.now(),
      language: form.languages[0])
  }

  private func keep(
    _ walk: RandomWalk, _ start: Start, in archive: Archive
  ) throws(FileFailure) {
    let head = RecordHead(start, on: walk.interview.questionnaire)
    let journal = try archive.begin(head, by: "simulate")
    for event in walk.events {
      try journal.append(event, at: start.started, by: "simulate")
    }
    try journal.close(walk.interview, by: "simulate")
  }

  /// Said once a second has passed, on a terminal only.
  private func tellProgress(_ run: Int, since begun: UInt64) {
    guard run.isMultiple(of: 50), isatty(STDERR_FILENO) == 1 else { return }
    if Clock.milliseconds() - begun > 1000 { Output.complain("\r\(run) / \(runs)") }
  }
}

/// What a simulation found, in words.
struct SimulationReport {
  private let simulation: Simulation
  private let language: Language

  init(_ simulation: Simulation, _ language: Language) {
    self.simulation = simulation
    self.language = language
  }

  var text: String {
    let (path, minutes) = (simulation.path, simulation.minutes)
    let ends = simulation.deadEnds.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value))" }
    switch language {
    case .french:
      return lines(
        [
          ("Parcours", ["\(simulation.runs)"]),
          ("Longueur (écrans)", ["médiane \(path.median), au plus \(path.longest)"]),
          ("Durée estimée (minutes)", ["médiane \(minutes.median), au plus \(minutes.longest)"]),
          ("Questions jamais atteintes", simulation.neverReached),
          ("Choix jamais proposés", simulation.neverOffered),
          ("Contrôles jamais déclenchés", simulation.neverFired), ("Impasses", ends),
        ], none: "aucune", colon: "\u{A0}: ")
    case .english:
      return lines(
        [
          ("Walks", ["\(simulation.runs)"]),
          ("Length (screens)", ["median \(path.median), at most \(path.longest)"]),
          ("Expected duration (minutes)", ["median \(minutes.median), at most \(minutes.longest)"]),
          ("Questions never reached", simulation.neverReached),
          ("Choices never offered", simulation.neverOffered),
          ("Checks never fired", simulation.neverFired), ("Dead ends", ends),
        ], none: "none", colon: ": ")
    }
  }

  private func lines(_ parts: [(String, [String])], none: String, colon: String) -> String {
    parts.map { name, values in
      "\(name)\(colon)\(values.isEmpty ? none : values.joined(separator: ", "))\n"
    }.joined()
  }
}
