import ArgumentParser

/// Where the program starts.
@main
enum Program {
  /// Without arguments, the home screen at once: reading arguments takes a quarter of its start.
  static func main() {
    guard CommandLine.arguments.count == 1 else { return Barometre.main() }
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
}
