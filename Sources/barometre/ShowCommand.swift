import Archives
import ArgumentParser
import Formulas
import Records

/// All that is held of one interview.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print all that is held of an interview. Montrer tout ce qui est gardé.",
    discussion: """
      It is read without being held: another program may go on writing it.
      Il est lu sans être retenu : un autre programme peut continuer à l’écrire.
      """)

  @OptionGroup var common: CommonOptions

  @Flag(help: "As data, on standard output. En données.")
  var json = false

  @Flag(help: "With the contact details kept apart. Avec les coordonnées gardées à part.")
  var contacts = false

  @Option(help: "One of its files instead, decrypted. Un de ses fichiers, déchiffré.")
  var file: String?

  @Option(help: "fr, en.")
  var lang: Language?

  @Argument(help: "The interview's id, or the start or end of it that `list` shows.")
  var id: String

  func run() throws {
    let language = LaptopSettings().language(asked: lang)
    let archive = try Unlocking(places: Places(options: common), language: language).archiveToRead()
    do throws(FileFailure) {
      let id = try archive.find(id)
      if let file { return Output.say(bytes: try archive.file(file, of: id)) }
      let holding = try archive.holding(id, opensContacts: contacts)
      let shown = ShownHolding(holding, language)
      Output.say(json ? shown.json : shown.text)
    } catch {
      throw Exit.with(error, in: language)
    }
  }
}
