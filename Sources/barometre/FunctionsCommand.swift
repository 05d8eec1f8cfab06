import ArgumentParser
import Formulas

/// The manual of the formula language's functions.
struct FunctionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "functions",
    abstract: "What formulas can call. Les fonctions des formules.")

  @Option(help: "fr, en.")
  var lang: Language?

  @Flag(help: "As tables of Markdown. En tableaux Markdown.")
  var markdown = false

  func run() {
    let manual = FunctionManual(in: LaptopSettings().language(asked: lang))
    Output.say(markdown ? manual.markdown : manual.text)
  }
}
