import ArgumentParser
import Formulas

/// Where the program starts.
@main
enum Program {
  /// Without arguments, the home screen at once: reading arguments takes a quarter of its start.
  static func main() {
    guard CommandLine.arguments.count == 1 else {
      if let unknown = Barometre.unknownCommand { Barometre.exit(withError: unknown) }
      return Barometre.main()
    }
    do {
      try Opening(Places(), WalkChoices()).run(first: [])
    } catch {
      Barometre.exit(withError: error)
    }
  }
}

/// `barometre`: one file per command; `home` is what runs without any.
struct Barometre: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "barometre",
    abstract: "Interviews in a terminal, offline. Entretiens dans un terminal, hors ligne.",
    discussion: """
      Without a command: the home screen. Sans commande : l’écran d’accueil.

      barometre --linear: no screen, one question per line (screen readers). \
      Sans écran, une question par ligne (lecteurs d’écran).
      """,
    version: "0.1.0",
    subcommands: [
      HomeCommand.self, FillCommand.self, CheckCommand.self, ExportCommand.self,
      ImportCommand.self, ReportCommand.self,
      ListCommand.self, ShowCommand.self, ReopenCommand.self, TrashCommand.self,
      RestoreCommand.self, MergeCommand.self, ConflictsCommand.self,
      MigrateCommand.self, AuditCommand.self, PrintCommand.self, SimulateCommand.self,
      FunctionsCommand.self, FormulaCommand.self,
      KeysCommand.self, WithdrawCommand.self, ContactsCommand.self, PurgeCommand.self,
      VaultCommand.self,
    ],
    defaultSubcommand: HomeCommand.self)

  /// What a first word that names no command brings, said in the laptop's language with the nearest
  /// name: the parser would take it for an argument of the home screen.
  fileprivate static var unknownCommand: ExitCode? {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName }
    let word = CommandLine.arguments[1]
    guard !word.hasPrefix("-"), word != "help", !names.contains(word) else { return nil }
    let nearest = nearestName(to: word, among: names)
    let all = names.joined(separator: ", ")
    switch LaptopSettings().language(asked: nil) {
    case .french:
      let sentence = nearest.map { "vouliez-vous dire « \($0) » ?" } ?? "les commandes sont \(all)."
      return Exit.with(Exit.usage, "barometre : « \(word) » n’est pas une commande ; \(sentence)")
    case .english:
      let sentence = nearest.map { "did you mean “\($0)”?" } ?? "the commands are \(all)."
      return Exit.with(Exit.usage, "barometre: “\(word)” is no command; \(sentence)")
    }
  }
}
