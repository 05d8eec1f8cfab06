import Archives
import ArgumentParser
import Exports
import Formulas
import Glibc
import Interviews
import Records

/// Finished and stopped interviews, to files others can open.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write interviews as tables or JSON. Exporter les entretiens.")

  @OptionGroup var common: CommonOptions

  @Option(help: "Folder to make. Dossier à créer.")
  var to: String

  @Option(help: "csv, csv-excel-fr, csv-long, jsonl, datapackage.")
  var format: ExportFormat = .csv

  @Option(help: "pseudonymised, full.")
  var profile: ExportProfile = .pseudonymised

  @Flag(help: "Do not ask before a full export. Ne pas demander de confirmation.")
  var yes = false

  @Flag(help: "Replace an earlier export there. Remplacer un export précédent.")
  var replace = false

  @Flag(help: "Interviews in progress too. Aussi les entretiens en cours.")
  var includeDrafts = false

  @Flag(help: "Only simulated interviews. Seulement les entretiens simulés.")
  var simulated = false

  @Option(help: "Several choices: column, indicators, both. Choix multiples.")
  var choices: ExportChoices.Severals = .column

  @Option(help: "On top of columns: name, label, both. En tête des colonnes.")
  var headers: ExportChoices.Headers = .name

  @Option(help: "A question each row of a repeat says again; may be repeated. Question répétée.")
  var parent: [String] = []

  @Flag(help: "How long each interview took, pauses left out. Durée des entretiens.")
  var durations = false

  @Option(help: "fr, en.")
  var lang: Language?

  func run() throws {
    let language = LaptopSettings().language(asked: lang)
    let words = ExportWords.of(language)
    if profile == .full, !yes, !isConfirmed(words) { throw Exit.with(Exit.usage, words.refused) }
    let unlocking = Unlocking(places: Places(options: common), language: language)
    let run = ExportRun(
      archive: try unlocking.archiveToRead(), choices: exportChoices(language), filter: filter)
    try checkParents(run, words, language)
    let outcome: ExportRun.Outcome
    do throws(FileFailure) {
      outcome = try run.run(
        to: Places.absolute(to), replace ? .replace : .keep, at: Clock.now(),
        progress: Output.progress())
    } catch {
      throw Exit.with(error, in: language)
    }
    Output.endProgress()
    Exit.complain(of: outcome.failures, in: language)
    Output.say(
      words.told(outcome.count, outcome.dropped, profile, at: to).joined(separator: "\n") + "\n")
    if !outcome.failures.isEmpty { throw ExitCode(Exit.problems) }
  }

  private func checkParents(
    _ run: ExportRun, _ words: ExportWords, _ language: Language
  ) throws {
    let unknown: (name: String, nearest: String?)?
    do throws(FileFailure) {
      unknown = try run.unknownParent()
    } catch {
      throw Exit.with(error, in: language)
    }
    if let unknown {
      throw Exit.with(Exit.usage, words.unknownParent(unknown.name, unknown.nearest))
    }
  }

  private func exportChoices(_ language: Language) -> ExportChoices {
    var choices = ExportChoices(in: language)
    choices.format = format
    choices.profile = profile
    choices.severals = self.choices
    choices.headers = headers
    choices.parents = parent
    choices.durations = durations ? .written : .left
    return choices
  }

  private var filter: ExportFilter {
    var filter = ExportFilter()
    filter.includesDrafts = includeDrafts
    if simulated { filter.kinds = [.simulated] }
    return filter
  }

  /// Asked of the person at a terminal only: a script says `--yes`.
  private func isConfirmed(_ words: ExportWords) -> Bool {
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { return false }
    Output.complain("\(words.fullWarning)\n\(words.fullQuestion) ")
    let answer = readLine()?.lowercased() ?? ""
    return words.yes.contains(answer)
  }
}

extension ExportFormat: ExpressibleByArgument {}
extension ExportProfile: ExpressibleByArgument {}
extension ExportChoices.Severals: ExpressibleByArgument {}
extension ExportChoices.Headers: ExpressibleByArgument {}
