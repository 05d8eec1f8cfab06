import Archives
import ArgumentParser
import Formulas
import Records

/// Every interview there is, and how the collection stands.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the interviews, and the response rate. Lister les entretiens.")

  @OptionGroup var common: CommonOptions

  @Flag(help: "As data, on standard output. En données.")
  var json = false

  @Flag(help: "What is in the trash. Ce qui est dans la corbeille.")
  var trash = false

  @Option(help: "fr, en.")
  var lang: Language?

  @Argument(help: "Only those whose label holds this. Seulement ceux dont le nom contient ceci.")
  var search: String?

  func run() throws {
    let language = LaptopSettings().language(asked: lang)
    let shelf: Archive.Shelf
    do throws(FileFailure) {
      shelf = try Places(options: common).archive.shelf(of: trash ? .trash : .interviews)
    } catch {
      throw Exit.with(error, in: language)
    }
    let wanted = search.map(Fold.fold) ?? ""
    let found = shelf.listings.filter { wanted.isEmpty || Fold.fold($0.label).contains(wanted) }
    let list = InterviewList(found, of: Fieldwork(shelf.listings), language)
    Output.say(json ? list.json : list.text)
    for failure in shelf.failures {
      Exit.complain("barometre: \(failure.sentence(in: language))")
    }
    if let failure = shelf.failures.first { throw ExitCode(failure.exitCode) }
  }
}
