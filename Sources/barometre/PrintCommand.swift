import ArgumentParser
import Formulas
import Questions

/// A questionnaire on paper.
struct PrintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print",
    abstract: "The paper form, in Markdown. Le questionnaire papier, en Markdown.")

  @OptionGroup var common: CommonOptions

  @Option(help: "A language of the questionnaire.")
  var lang: String?

  @Argument(help: "A questionnaire: its file, its folder or its name.")
  var questionnaire: String

  func run() throws {
    let language = LaptopSettings().language(asked: lang.flatMap(Language.init))
    let form = try QuestionnaireOnDisk(questionnaire, Places(options: common), language).read()
    if let lang, !form.languages.contains(lang) {
      throw Exit.with(Exit.usage, language.hasNo(lang, among: form.languages))
    }
    let paper = PaperForm(form, in: lang ?? language.rawValue).markdown
    Output.say(paper.harmless(keeping: ["\n"]))
  }
}
