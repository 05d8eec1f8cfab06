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
    let report = PurgeReport(now: Clock.now(), language: language)
    do {
      let (entries, unread) = try places.archive.overdue(on: report.now.date)
      guard confirm else {
        Output.say(report.listing(entries))
        return try leave(unread, language)
      }
      let archive = try archive(places, for: entries, language)
      let (removed, failures) = try archive.purge(
        entries, by: Opening.hostName, at: report.now)
      Output.say(report.removal(removed, isAll: failures.isEmpty))
      try leave(unread + failures, language)
    } catch let failure as FileFailure {
      throw Exit.with(failure, in: language)
    }
  }

  /// Unlocked only where something cannot be taken out of a sealed interview without a key.
  private func archive(
    _ places: Places, for entries: [Overdue], _ language: Language
  ) throws -> Archive {
    guard entries.contains(where: \.needsKey) else { return places.archive }
    return try Unlocking(places: places, language: language).archiveToClear()
  }

  /// Says what stays and why; how many sealed interviews keep their texts, and what to give.
  private func leave(_ failures: [FileFailure], _ language: Language) throws {
    let others = failures.filter { failure in
      if case .sealed = failure { false } else { true }
    }
    Exit.complain(of: others, in: language)
    if others.count < failures.count {
      let words = VaultWords(language: language)
      Exit.complain("barometre: \(words.keepTexts(failures.count - others.count))")
    }
    if !failures.isEmpty { throw ExitCode(Exit.problems) }
  }
}

/// What is overdue, or was removed, in words.
struct PurgeReport {
  let now: DateTime
  let language: Language

  /// What is to go, and what it takes.
  func listing(_ entries: [Overdue]) -> String {
    if entries.isEmpty { return nothing + "\n" }
    let sealed = entries.count(where: \.needsKey)
    let key = sealed > 0 ? [VaultWords(language: language).needKey(sealed)] : []
    return ([overdue] + entries.map(line) + key + [next]).map { $0 + "\n" }.joined()
  }

  /// What went.
  ///
  /// - Parameter isAll: whether nothing else had to.
  func removal(_ entries: [Overdue], isAll: Bool) -> String {
    if entries.isEmpty { return (isAll ? nothing : nothingRemoved) + "\n" }
    return ([removed] + entries.map(line)).map { $0 + "\n" }.joined()
  }

  private var day: String { LocalForm(language: language).dateTime(now) }

  private func line(_ entry: Overdue) -> String {
    "  \(entry.since)  \(entry.id)  \(matter(entry.matter))"
  }

  private var nothing: String {
    switch language {
    case .french: "Rien n’est échu, le \(day)."
    case .english: "Nothing is overdue, \(day)."
    }
  }

  private var nothingRemoved: String {
    switch language {
    case .french: "Rien n’a été effacé, le \(day)."
    case .english: "Nothing was removed, \(day)."
    }
  }

  private var removed: String {
    switch language {
    case .french: "Effacé le \(day) (noté dans purges.jsonl)\u{A0}:"
    case .english: "Removed, \(day) (noted in purges.jsonl):"
    }
  }

  private var overdue: String {
    switch language {
    case .french: "Échu, le \(day), et encore gardé\u{A0}:"
    case .english: "Overdue, \(day), and still held:"
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
