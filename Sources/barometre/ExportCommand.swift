import Archives
import ArgumentParser
import Exports
import Formulas
import Interviews
import Records

/// Finished and stopped interviews, to files others can open.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write finished interviews as CSV and JSON. Exporter les entretiens terminés.")

  @OptionGroup var common: CommonOptions

  @Option(help: "Folder to make. Dossier à créer.")
  var to: String

  @Flag(help: "Replace an earlier export there. Remplacer un export précédent.")
  var replace = false

  @Flag(help: "Simulated interviews too. Les entretiens simulés aussi.")
  var simulated = false

  @Option(help: "fr, en.")
  var lang: String?

  func run() throws {
    let language = LaptopSettings().language(asked: lang)
    let archive = Places(options: common).archive
    var isWhole = true
    do throws(FileFailure) {
      let (records, failures) = try archive.endedRecords()
      for failure in failures { Exit.complain("barometre: \(failure.sentence(in: language))") }
      let kinds: Set<Start.Kind> = simulated ? [.simulated] : []
      let export = Export(of: records, kinds: Export.results.union(kinds))
      let files = export.files(ExportFormat.allCases).map { (path: $0.path, bytes: $0.bytes) }
      let endings = Set(files.compactMap { $0.path.split(separator: ".").last.map(String.init) })
      try Placing(at: to).place(
        files, existing: replace ? .replace(endings: endings.union(["csv", "jsonl"])) : .keep)
      Output.say(Self.done(export.records.count, to, language) + "\n")
      isWhole = failures.isEmpty
    } catch {
      throw Exit.with(error, in: language)
    }
    if !isWhole { throw ExitCode(Exit.problems) }
  }

  private static func done(_ count: Int, _ place: String, _ language: Language) -> String {
    switch language {
    case .french: "\(count) \(count > 1 ? "entretiens exportés" : "entretien exporté") : \(place)"
    case .english: "\(count) \(count == 1 ? "interview" : "interviews") exported: \(place)"
    }
  }
}
