import ArgumentParser
import Console
import Formulas
import Screens
import Terminal

/// What arrives for each key: for a keyboard or a terminal that seems to swallow some.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Show what arrives for each key. Montrer ce que chaque touche envoie.")

  @Option(help: "fr, en.")
  var lang: Language?

  func run() throws {
    let language = LaptopSettings().language(asked: lang)
    do throws(TerminalFault) {
      var terminal = try TerminalSession(.here)
      show(KeysScreen(language), on: &terminal.driver)
    } catch {
      throw Exit.with(Exit.usage, Opening.noTerminal(language))
    }
  }

  private func show(_ screen: KeysScreen, on driver: inout TerminalDriver) {
    var screen = screen
    while true {
      let size = driver.size
      driver.present(
        screen.picture(columns: size.columns, rows: size.rows, glyphs: driver.glyphs))
      for event in driver.next() {
        switch event {
        case .key(let key): if screen.take(key) { return }
        case .hangup, .terminate: return
        case .resize, .resumed, .tick: break
        }
      }
    }
  }
}
