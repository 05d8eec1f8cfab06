import Archives
import ArgumentParser
import Console
import Formulas
import Glibc
import Interviews
import Questions
import Records

/// Interviews in progress taken to another version of their questionnaire.
struct MigrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate",
    abstract: "Take interviews to another version. Passer à une autre version du questionnaire.",
    discussion: """
      A new version never touches an interview under way: this does, once you confirm.
      Une nouvelle version ne touche aucun entretien commencé : ceci le fait, si vous confirmez.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: "The questionnaire to go to: its file, its folder or its name. Nouvelle version.")
  var to: String

  @Flag(help: "Do not ask. Ne pas demander de confirmation.")
  var yes = false

  @Option(help: "fr, en.")
  var lang: Language?

  @Argument(help: "Interviews, as `list` shows their ids.")
  var ids: [String]

  func run() throws {
    let language = LaptopSettings().language(asked: lang)
    let places = Places(options: common)
    let form = try QuestionnaireOnDisk(to, places, language)
    let version = Archive.Version(form.bytes, try form.read())
    let archive = try Unlocking(places: places, language: language).archiveToWrite()
    do throws(FileFailure) {
      var waiting: [String] = []
      for written in ids {
        let id = try archive.find(written)
        let migration = try archive.migration(of: id, to: version)
        Output.say(MigrationReport(id, migration, version, language).text)
        if migration != nil { waiting.append(id) }
      }
      if waiting.isEmpty { return }
      guard isConfirmed(language) else { return Output.say(Self.nothingDone(language)) }
      for id in waiting { try migrate(id, to: version, archive) }
      Output.say(Self.done(waiting.count, language))
    } catch {
      throw Exit.with(error, in: language)
    }
  }

  private func migrate(
    _ id: String, to version: Archive.Version, _ archive: Archive
  ) throws(FileFailure) {
    var chance = SystemRandomNumberGenerator()
    let key = ContactLines.drawKey(using: &chance)
    try archive.migrate(id, to: version, key: key, by: Opening.hostName, at: Clock.now())
  }

  /// Asked of the person at a terminal only: a script says `--yes`.
  private func isConfirmed(_ language: Language) -> Bool {
    if yes { return true }
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { return false }
    let (question, agreement): (String, [String]) =
      switch language {
      case .french: ("Faire ce passage\u{A0}? (o/n) ", ["o", "oui"])
      case .english: ("Go ahead? (y/n) ", ["y", "yes"])
      }
    Output.complain(question)
    return agreement.contains(readLine()?.lowercased() ?? "")
  }

  private static func nothingDone(_ language: Language) -> String {
    switch language {
    case .french: "Rien n’a été changé. Pour le faire, ajoutez --yes.\n"
    case .english: "Nothing was changed. To do it, add --yes.\n"
    }
  }

  private static func done(_ count: Int, _ language: Language) -> String {
    switch language {
    case .french: "\(count) \(count > 1 ? "entretiens passés" : "entretien passé").\n"
    case .english: "\(count) \(count > 1 ? "interviews" : "interview") taken there.\n"
    }
  }
}

/// What became, or would become, of the answers of one interview.
struct MigrationReport {
  private let id: String
  private let migration: Migration?
  private let version: Archive.Version
  private let language: Language

  /// - Parameter migration: nil where the interview is on that version already.
  init(_ id: String, _ migration: Migration?, _ version: Archive.Version, _ language: Language) {
    self.id = id
    self.migration = migration
    self.version = version
    self.language = language
  }

  var text: String {
    let form = version.questionnaire
    guard let migration else { return "\(id)\(colon)\(already) (\(form.id) \(form.version))\n" }
    let lines =
      ["\(TextWidth.sanitized(migration.label))  \(id)", "  \(kept(migration.keptCount))"]
      + rows(changed, migration.changed) + rows(dropped, migration.dropped)
    return lines.map { $0 + "\n" }.joined()
  }

  private func rows(_ title: String, _ passages: [Migration.Passage]) -> [String] {
    guard !passages.isEmpty else { return [] }
    return ["  \(title)\(colon)"]
      + passages.map { passage in
        let held = passage.held + (passage.becomes.map { " → \($0)" } ?? "")
        return "    \(passage.place)\(colon)\(TextWidth.sanitized(held))"
      }
  }

  private var colon: String {
    switch language {
    case .french: "\u{A0}: "
    case .english: ": "
    }
  }

  private var already: String {
    switch language {
    case .french: "déjà sur cette version"
    case .english: "on that version already"
    }
  }

  private func kept(_ count: Int) -> String {
    switch language {
    case .french: "\(count) \(count > 1 ? "réponses gardées" : "réponse gardée")"
    case .english: "\(count) \(count == 1 ? "answer" : "answers") kept"
    }
  }

  private var changed: String {
    switch language {
    case .french: "changées"
    case .english: "changed"
    }
  }

  private var dropped: String {
    switch language {
    case .french: "sans place dans cette version, donc perdues"
    case .english: "without a place in that version, so lost"
    }
  }
}
