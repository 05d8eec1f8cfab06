import Console
import Screens

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
    if walk.app.listsLatestOnly { perform([.list]) }
    while !isOver {
      Output.say(walk.prompt())
      perform(walk.read(Self.line()))
    }
    Output.say(walk.farewell())
    return 0
  }

  /// The next line of standard input, whatever its bytes; nil at the end.
  private static func line() -> String? { readLine(strippingNewline: true) }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      if effect == .quit { isOver = true }
      for event in runner.run(effect, walk.app.interview) {
        perform(update(&walk.app, event))
      }
    }
  }
}
