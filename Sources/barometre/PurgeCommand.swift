import Archives
import ArgumentParser
import Formulas
import Records
import Vaults

/// Removes what was kept as long as the questionnaire says.
struct PurgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "purge",
    abstract: "What was kept long enough: listed, then removed. Effacer ce qui est échu.")

  @OptionGroup var common: CommonOptions

  @Flag(help: "Remove it; without this, it is only listed. Effacer ; sinon, seulement lister.")
  var confirm = false

  @Option(help: "fr, en.")
  var lang: Language?

  func run() throws {
    let language = LaptopSettings().language(asked: lang)
    let places = Places(options: common)
    let now = Clock.now()
    do {
      var (entries, failures) = try places.archive.overdue(on: now.date)
      if confirm {
        let archive = try archive(places, for: entries, language)
        if archive.keys.isEmpty {
          failures += entries.filter(\.needsKey).map { .sealed(id: $0.id) }
          entries.removeAll(where: \.needsKey)
        }
        try archive.purge(entries, by: Opening.hostName, at: now)
      }
      Output.say(PurgeReport(entries, isDone: confirm, now, language).text)
      Exit.complain(of: failures, in: language)
      if !failures.isEmpty { throw ExitCode(Exit.problems) }
    } catch let failure as FileFailure {
      throw Exit.with(failure, in: language)
    }
  }

  /// Unlocked only where something cannot be taken out of a sealed interview without a key.
  private func archive(
    _ places: Places, for entries: [Overdue], _ language: Language
  ) throws -> Archive {
    guard entries.contains(where: \.needsKey) else { return places.archive }
    return try Unlocking(places: places, language: language).archiveToRead()
  }
}

/// What is overdue, or was removed, in words.
struct PurgeReport {
  private let entries: [Overdue]
  private let isDone: Bool
  private let now: DateTime
  private let language: Language

  init(_ entries: [Overdue], isDone: Bool, _ now: DateTime, _ language: Language) {
    self.entries = entries
    self.isDone = isDone
    self.now = now
    self.language = language
  }

  var text: String {
    let day = LocalForm(language: language).dateTime(now)
    if entries.isEmpty { return nothing(day) + "\n" }
    let lines = entries.map { "  \($0.since)  \($0.id)  \(matter($0.matter))" }
    return ([head(day)] + lines + (isDone ? [] : [next])).map { $0 + "\n" }.joined()
  }

  private func nothing(_ day: String) -> String {
    switch language {
    case .french: "Rien n’est échu, le \(day)."
    case .english: "Nothing is overdue, \(day)."
    }
  }

  private func head(_ day: String) -> String {
    switch (language, isDone) {
    case (.french, true): "Effacé le \(day) (noté dans purges.jsonl)\u{A0}:"
    case (.french, false): "Échu, le \(day), et encore gardé\u{A0}:"
    case (.english, true): "Removed, \(day) (noted in purges.jsonl):"
    case (.english, false): "Overdue, \(day), and still held:"
    }
  }

  private func matter(_ matter: Overdue.Matter) -> String {
    switch (language, matter) {
    case (.french, .contacts): "coordonnées"
    case (.french, .texts): "textes libres, notes et explications"
    case (.french, .interview): "tout l’entretien"
    case (.english, .contacts): "contact details"
    case (.english, .texts): "free texts, remarks and explanations"
    case (.english, .interview): "the whole interview"
    }
  }

  private var next: String {
    switch language {
    case .french:
      "Rien n’a été effacé. Exportez ce qui doit rester, sous forme anonyme, puis\u{A0}: barometre"
        + " purge --confirm"
    case .english:
      "Nothing was removed. Export what must stay, without names, then: barometre purge --confirm"
    }
  }
}
