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
  var lang: Language?

  @Argument(help: "A questionnaire: its file, its folder or its name.")
  var questionnaire: String

  func validate() throws {
    guard runs > 0 else { throw ValidationError("--runs: 1, 2, 3…") }
  }

  func run() throws {
    let language = LaptopSettings().language(asked: lang)
    let places = Places(options: common)
    let disk = try QuestionnaireOnDisk(questionnaire, places, language)
    let form = try disk.read()
    var simulation = Simulation(form)
    do throws(FileFailure) {
      let archive = places.archive
      let hash = save ? try archive.keep(questionnaire: disk.bytes) : ""
      let batch = save ? try archive.beginBatch(by: Self.holder, at: Clock.now()) : nil
      var seeds = SeededGenerator(seed: seed)
      let begun = Clock.milliseconds()
      for run in 0..<runs {
        var chance = SeededGenerator(seed: seeds.next())
        let start = start(hash, form.languages[0], using: &chance)
        let walk = simulation.walk(start, using: &chance)
        if walk.deadEnd == nil { try batch?.add(Self.record(of: walk)) }
        tellProgress(run, since: begun)
      }
      if isatty(STDERR_FILENO) == 1 { Output.complain("\r\u{1B}[K") }
      try batch?.finish()
      let saved = batch.map { (count: $0.count, place: archive.folder) }
      Output.say(SimulationReport(simulation, language).text(saved: saved))
    } catch {
      throw Exit.with(error, in: language)
    }
    if !simulation.deadEnds.isEmpty { throw ExitCode(Exit.problems) }
  }

  private static let holder = "simulate"

  /// Each started at an hour of work, on one of the ninety days before.
  ///
  /// The same seed gives the same walks; saved ones have ids and codes of their own, so that a
  /// second time adds as many.
  private func start(
    _ hash: String, _ language: String, using chance: inout SeededGenerator
  ) -> Start {
    let now = Clock.now()
    let morning = now.adding(seconds: 9 * 3600 - Int(now.time.seconds)) ?? now
    let days = Int.random(in: 1...90, using: &chance)
    let seconds = Int.random(in: 0..<9 * 3600, using: &chance)
    let started = morning.adding(seconds: seconds - days * 86_400) ?? morning
    var system = SystemRandomNumberGenerator()
    let milliseconds = UInt64(max(0, started.instant)) * 1000
    let id =
      save
      ? RecordIdentifier.draw(milliseconds: milliseconds, using: &system)
      : RecordIdentifier.draw(milliseconds: milliseconds, using: &chance)
    return Start(
      id: id, code: WithdrawalCode.draw(using: &system), kind: .simulated, mode: .selfCompleted,
      questionnaireHash: hash, interviewer: Self.holder, started: started, language: language)
  }

  private static func record(of walk: RandomWalk) -> Record {
    let start = walk.interview.start
    var course = Course(started: start.started)
    for (event, second) in walk.events {
      course.note(event, at: start.started.adding(seconds: second) ?? start.started, by: holder)
    }
    return Record(
      head: RecordHead(start, on: walk.interview.questionnaire), course: course,
      interview: walk.interview)
  }

  /// Said once a second has passed, on a terminal only.
  private func tellProgress(_ run: Int, since begun: UInt64) {
    guard run.isMultiple(of: 50), isatty(STDERR_FILENO) == 1 else { return }
    if Clock.milliseconds() - begun > 1000 { Output.complain("\r\(run) / \(runs)") }
  }
}
