import Archives
import ArgumentParser
import Formulas
import Interviews
import Records

/// A finished interview taken up again, to be corrected.
struct ReopenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen",
    abstract: "Reopen a finished interview, to correct it. Rouvrir un entretien terminé.")

  @OptionGroup var common: CommonOptions

  @Option(help: "Why; kept with the interview. Motif, gardé avec l’entretien.")
  var reason: String

  @Option(help: "The interviewer's code. Code de la personne qui mène l’entretien.")
  var interviewer: String?

  @Option(help: "fr, en.")
  var lang: Language?

  @Argument(help: "The interview's id, or the start or end of it that `list` shows.")
  var id: String

  func run() throws {
    let language = LaptopSettings().language(asked: lang)
    let reason = self.reason.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !reason.isEmpty else { throw Exit.with(Exit.usage, Self.noReason(language)) }
    let interviewer = try Opening.interviewer(interviewer, in: language)
    let archive = try Unlocking(places: Places(options: common), language: language)
      .archiveToWrite()
    do throws(FileFailure) {
      let opened = try archive.reopen(
        try archive.find(id), for: reason, by: interviewer, at: Clock.now())
      if let recovery = opened.recovery { Exit.complain(recovery.sentence(in: language)) }
      Output.say(Self.done(opened, language) + "\n")
    } catch {
      throw Exit.with(error, in: language)
    }
  }

  private static func noReason(_ language: Language) -> String {
    switch language {
    case .french: "barometre\u{A0}: --reason est vide. Dites pourquoi l’entretien est rouvert."
    case .english: "barometre: --reason is blank. Say why the interview is reopened."
    }
  }

  private static func done(_ opened: Archive.Opened, _ language: Language) -> String {
    let (label, id) = (opened.interview.label, opened.journal.id)
    let revision = opened.interview.revision
    switch language {
    case .french:
      return "\(label)\u{A0}: rouvert, révision \(revision). La révision \(revision - 1) compte"
        + " jusqu’à ce que celle-ci soit terminée\u{A0}: barometre fill --resume \(id)"
    case .english:
      return "\(label): reopened, revision \(revision). Revision \(revision - 1) counts until this"
        + " one is finished: barometre fill --resume \(id)"
    }
  }
}
