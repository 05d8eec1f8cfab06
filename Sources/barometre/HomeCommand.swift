import Archives
import ArgumentParser
import Console
import Formulas
import Glibc
import Interviews
import Questions
import Records
import Screens
import Terminal

/// The home screen.
struct HomeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "home", abstract: "The home screen. L’écran d’accueil.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var walk: WalkOptions

  func run() throws {
    let opening = Opening(Places(options: common), walk.choices)
    if let asked = walk.lang, Language(rawValue: asked) == nil {
      let known = Language.allCases.map(\.rawValue)
      throw Exit.with(Exit.usage, opening.language.hasNo(asked, among: known))
    }
    try opening.run(first: [])
  }
}

/// What the options of a walk say.
struct WalkChoices {
  var isLinear = false
  var language: String?
  var interviewer: String?
  var mode: String?
  var isTraining = false
  var isMonochrome = false
  var leavesMouse = false
  var lockAfter: Int?
}

/// Options of the commands that show screens.
struct WalkOptions: ParsableArguments {
  @Flag(
    help: """
      No screen, one question per line (screen readers). Sans écran, une question par ligne \
      (lecteurs d’écran).
      """)
  var linear = false

  @Option(help: "fr, en.")
  var lang: String?

  @Option(help: "The interviewer's code. Code de la personne qui mène l’entretien.")
  var interviewer: String?

  @Option(help: "face_to_face, telephone, video, self.")
  var mode: String?

  @Flag(help: "A training interview. Entretien d’entraînement.")
  var training = false

  @Flag(help: "No colours. Sans couleurs.")
  var mono = false

  @Flag(help: "Leave the mouse to the terminal. Laisser la souris au terminal.")
  var noMouse = false

  @Option(help: "Hide the screen after so many minutes without a key; 0: never. Masquer l’écran.")
  var lockAfter: Int?

  func validate() throws {
    if let lockAfter, lockAfter < 0 {
      throw ValidationError("--lock-after \(lockAfter): 0, 1, 2…")
    }
  }

  var choices: WalkChoices {
    WalkChoices(
      isLinear: linear, language: lang, interviewer: interviewer, mode: mode,
      isTraining: training, isMonochrome: mono, leavesMouse: noMouse,
      lockAfter: lockAfter)
  }
}

/// What is set up before the first picture.
struct Opening {
  let places: Places
  private let options: WalkChoices
  private let laptop = LaptopSettings()
  let language: Language
  /// What is started unless training is asked for.
  var kind: Start.Kind { options.isTraining ? .training : .interview }

  init(_ places: Places, _ options: WalkChoices) {
    self.places = places
    self.options = options
    language = laptop.language(asked: options.language.flatMap(Language.init))
  }

  /// Runs the screens or line mode until the person leaves.
  ///
  /// - Parameters:
  ///   - first: an interview to begin or to open, before anything is shown.
  ///   - forms: those to offer; nil: all that are found.
  /// - Throws: the status to leave with, its sentence said.
  func run(first: [Effect], forms: [FormFile]? = nil) throws {
    let isLinear = try isLinear()
    let runner = try runner(forms ?? FormFile.all(in: places))
    var app = try app(runner)
    if asksInterviewer { app.proposedInterviewer = laptop.interviewer?.text ?? "" }
    for effect in first { try begin(effect, &app, runner) }
    let status = try isLinear ? linear(app, runner) : onScreen(app, runner)
    if status != 0 { throw ExitCode(status) }
  }

  /// Nobody is asked through a pipe.
  private var asksInterviewer: Bool { options.interviewer == nil && isatty(STDIN_FILENO) == 1 }

  /// Does what was asked for before the terminal is taken, or asks first who does it.
  ///
  /// - Throws: the status to leave with, its sentence said, where no interview could be opened.
  private func begin(_ effect: Effect, _ app: inout App, _ runner: EffectRunner) throws {
    if app.proposedInterviewer != nil {
      if case .open(let id) = effect { try expectFree(id) }
      _ = app.start(effect)
      return
    }
    for event in runner.run(effect, app) {
      if case .failed(let sentence) = event, app.interview == nil {
        throw Exit.with(runner.refusal?.exitCode ?? Exit.data, "barometre: \(sentence)")
      }
      _ = update(&app, event)
    }
  }

  private func expectFree(_ id: String) throws {
    do throws(FileFailure) {
      try places.archive.expectFree(id, by: Self.hostName, at: Clock.now())
    } catch {
      throw Exit.with(error, in: language)
    }
  }

  private func isLinear() throws -> Bool {
    let asked =
      options.isLinear || Places.environment("ACCESSIBLE") == "1"
      || Places.environment("TERM") == "dumb"
    if asked { return true }
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      throw Exit.with(Exit.usage, Self.noTerminal(language))
    }
    return false
  }

  static func noTerminal(_ language: Language) -> String {
    switch language {
    case .french: "barometre : l’entrée ou la sortie n’est pas un terminal. Utilisez --linear."
    case .english: "barometre: the input or the output is no terminal. Use --linear."
    }
  }

  private func runner(_ forms: [FormFile]) throws -> EffectRunner {
    let archive = try Unlocking(places: places, language: language).archiveToWrite()
    do throws(FileFailure) {
      try archive.makeFolders()
    } catch {
      throw Exit.with(error, in: language)
    }
    let mode = try mode()
    return EffectRunner(
      archive: archive, forms: forms,
      interviewer: try Self.interviewer(options.interviewer, in: language),
      mode: mode, language: language)
  }

  private func mode() throws -> Start.Mode {
    guard let word = options.mode else { return .faceToFace }
    if let mode = Start.Mode(rawValue: word) { return mode }
    let allowed = Start.Mode.allCases.map(\.rawValue)
    let nearest = nearestName(to: word, among: allowed).map { " (\($0) ?)" } ?? ""
    throw Exit.with(
      Exit.usage, "barometre: --mode \(word)\(nearest): \(allowed.joined(separator: ", "))")
  }

  /// The code of `--interviewer`; the laptop's name where none is given.
  ///
  /// - Throws: the status to leave with, its sentence said, where what is given is no code.
  static func interviewer(_ written: String?, in language: Language) throws -> String {
    guard let written else { return hostName }
    do throws(InterviewerCode.Fault) {
      return try InterviewerCode(written).text
    } catch {
      throw Exit.with(Exit.usage, "barometre: --interviewer: \(error.sentence(in: language))")
    }
  }

  /// The laptop's name, up to its first point.
  static var hostName: String {
    var name = [CChar](repeating: 0, count: 65)
    gethostname(&name, 64)
    let text = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    return text.split(separator: ".").first.map(String.init) ?? "PC"
  }

  private func app(_ runner: EffectRunner) throws -> App {
    var app = App(
      columns: 80, rows: 24, glyphs: .unicode, settings: settings, language: language,
      home: home(runner))
    // Without an index to tell them, every interview is read first.
    if !app.listsLatestOnly {
      for event in runner.run(.list(.interviews), app) { _ = update(&app, event) }
      if let refusal = runner.refusal { throw Exit.with(refusal, in: language) }
    }
    if let fault = laptop.fault?.sentence(in: language) { _ = update(&app, .failed(fault)) }
    return app
  }

  /// The latest interviews alone, where an index tells them at once: the others come after the first
  /// picture.
  private func home(_ runner: EffectRunner) -> HomeScreen {
    let latest = runner.latest()
    return HomeScreen(
      entries: latest?.entries ?? [], latestOf: latest?.total,
      forms: runner.forms.map { HomeForm($0.head) }, interviewer: options.interviewer ?? "",
      storage: runner.archive.isVaulted ? .sealed : .plain, kind: kind)
  }

  private func linear(_ app: App, _ runner: EffectRunner) -> Int32 {
    var session = LinearSession(app, runner)
    return session.run()
  }

  private func onScreen(_ app: App, _ runner: EffectRunner) throws -> Int32 {
    do throws(TerminalFault) {
      var terminal = try TerminalSession(terminalOptions)
      var session = Session(app, runner)
      return session.run(&terminal.driver)
    } catch {
      switch error {
      case .notATerminal: throw Exit.with(Exit.usage, Self.noTerminal(language))
      case .unknownTerminal(let name), .fixedCursor(let name):
        Exit.complain("TERM=\(name): --linear")
        return linear(app, runner)
      case .noMemory: throw ExitCode(Exit.inputOutput)
      }
    }
  }

  /// Those of the file, under what the options say for this once.
  private var settings: Settings {
    var settings = laptop.settings
    settings.usesMouse = settings.usesMouse && !options.leavesMouse
    settings.lockAfter = options.lockAfter ?? settings.lockAfter
    return settings
  }

  private var terminalOptions: TerminalOptions {
    var terminal = TerminalOptions.here
    if options.isMonochrome { terminal.theme = .monochrome }
    terminal.mouse = settings.usesMouse ? .captured : .released
    terminal.errorLog = "\(places.data)/errors.log"
    return terminal
  }
}

extension TerminalOptions {
  /// What the environment says of this terminal: `NO_COLOR` (no-color.org: not empty), `SSH_TTY`.
  static var here: TerminalOptions {
    var terminal = TerminalOptions()
    terminal.theme = Places.environment("NO_COLOR") == nil ? .colour : .monochrome
    terminal.line = Places.environment("SSH_TTY") == nil ? .local : .remote
    return terminal
  }
}
