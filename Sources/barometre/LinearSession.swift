import Archives
import Console
import Glibc
import Screens
import Terminal

/// The loop of line mode: a prompt, a line, what it comes to.
struct LinearSession {
  private var walk: LinearWalk
  private let runner: EffectRunner
  private var isOver = false

  init(_ app: App, _ runner: EffectRunner) {
    walk = LinearWalk(app)
    self.runner = runner
  }

  mutating func run() -> Int32 {
    if walk.app.listsLatestOnly { perform([.list(.interviews)]) }
    while !isOver {
      Self.say(walk.prompt())
      perform(walk.read(Self.line()))
    }
    let fault = runner.saveAll()
    let end = fault.map(AppEvent.notSaved) ?? .saved(at: Clock.hours(of: Clock.now()))
    perform(update(&walk.app, end))
    Self.say(walk.farewell())
    return 0
  }

  /// Prints a text, in lines that break between words where a terminal would cut them.
  private static func say(_ text: String) {
    guard let columns = Output.columns else { return Output.say(text) }
    let mark = text.hasSuffix(LinearWalk.mark) ? LinearWalk.mark : ""
    // A line as wide as the terminal would make some of them skip one.
    let lines = Wrapping.lines(of: String(text.dropLast(mark.count)), width: columns - 1)
    Output.say(lines.joined(separator: "\n") + mark)
  }

  /// The next line of standard input, whatever its bytes; nil at the end.
  private static func line() -> String? { readLine(strippingNewline: true) }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      if effect == .quit { isOver = true }
      if case .edit(let text) = effect { edit(text) }
      for event in runner.run(effect, walk.app) {
        perform(update(&walk.app, event))
      }
    }
  }

  private mutating func edit(_ text: String) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      return perform(update(&walk.app, .failed(Opening.noTerminal(walk.app.language))))
    }
    do throws(EditorFault) {
      let text = try EditorLauncher(forDataIn: runner.archive.folder).edit(text)
      perform(update(&walk.app, .edited(text)))
    } catch {
      perform(update(&walk.app, .failed(error.sentence(in: walk.app.language))))
    }
  }
}
