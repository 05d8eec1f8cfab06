import Archives
import ArgumentParser
import Exports
import Formulas
import Interviews
import Records

/// What is kept apart from the answers.
struct ContactsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contacts",
    abstract: "Contact details, kept apart. Coordonnées, gardées à part.",
    subcommands: [ContactsExport.self])
}

/// The only way contact details leave the laptop.
struct ContactsExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the contact details of ended interviews. Exporter les coordonnées.")

  @OptionGroup var common: CommonOptions

  @Option(help: "Folder to make. Dossier à créer.")
  var to: String

  @Option(help: "fr, en.")
  var lang: Language?

  func run() throws {
    let language = LaptopSettings().language(asked: lang)
    let archive = try Unlocking(places: Places(options: common), language: language).archiveToRead()
    var count = 0
    do throws(FileFailure) {
      let (records, failures) = try archive.endedRecordsWithContacts()
      Exit.complain(of: failures, in: language)
      let counted = records.filter { ExportFilter.results.contains($0.head.start.kind) }
      count = try write(counted, archive)
    } catch {
      throw Exit.with(error, in: language)
    }
    Output.say(Self.done(count, to, language) + "\n")
  }

  /// A file for each version of a questionnaire, in a folder of its own where there are several.
  ///
  /// - Returns: how many people are in them; where there is none, nothing is written.
  private func write(_ records: [Record], _ archive: Archive) throws(FileFailure) -> Int {
    let versions = Dictionary(grouping: records) { $0.head.start.questionnaireHash }
    var sheets: [(folder: String, sheet: ContactSheet)] = []
    for (hash, records) in versions.sorted(by: { $0.key < $1.key }) {
      var sheet = ContactSheet(records[0].interview.questionnaire)
      for record in records { sheet.append(record) }
      guard !sheet.table.rows.isEmpty else { continue }
      sheets.append(("\(records[0].head.questionnaire)-\(hash.prefix(8))/", sheet))
    }
    if sheets.isEmpty { return 0 }
    let place = Places.absolute(to)
    let folder = try Placing(at: place).begin(.keep)
    var sum: [UInt8] = []
    for (name, sheet) in sheets {
      let file = sheet.file
      sum += file.bytes
      try folder.append(file.bytes, to: (sheets.count == 1 ? "" : name) + file.path)
    }
    try folder.finish()
    // Noted, so that withdrawing names it.
    try archive.note(
      exportTo: place, at: Clock.now(), format: "contacts", profile: "complet",
      hash: Archive.hash(of: sum), ids: sheets.flatMap(\.sheet.ids))
    return sheets.reduce(0) { $0 + $1.sheet.table.rows.count }
  }

  private static func done(_ count: Int, _ place: String, _ language: Language) -> String {
    switch (language, count) {
    case (.french, 0): "Aucune coordonnée à exporter."
    case (.english, 0): "No contact details to export."
    case (.french, _):
      "Coordonnées de \(count) \(count > 1 ? "personnes" : "personne") exportées\u{A0}: \(place)."
        + " Elles désignent des personnes\u{A0}: gardez ce dossier à part, effacez-le après usage."
    case (.english, _):
      "Contact details of \(count) \(count == 1 ? "person" : "people") exported: \(place). They"
        + " name people: keep that folder apart, erase it after use."
    }
  }
}
