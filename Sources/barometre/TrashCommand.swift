import Archives
import ArgumentParser
import Formulas
import Records

/// Interviews put aside: nothing is destroyed.
struct TrashCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trash",
    abstract: "Put interviews in the trash. Mettre des entretiens à la corbeille.")

  @OptionGroup var common: CommonOptions

  @Option(help: "fr, en.")
  var lang: Language?

  @Argument(help: "Interviews, as `list` shows their ids.")
  var ids: [String]

  func run() throws {
    let language = LaptopSettings().language(asked: lang)
    let archive = Places(options: common).archive
    do throws(FileFailure) {
      for written in ids {
        let id = try archive.find(written)
        try archive.trash(id, by: Opening.hostName, at: Clock.now())
        Output.say(Self.done(id, language) + "\n")
      }
    } catch {
      throw Exit.with(error, in: language)
    }
  }

  private static func done(_ id: String, _ language: Language) -> String {
    switch language {
    case .french: "\(id)\u{A0}: à la corbeille. Pour l’en sortir\u{A0}: barometre restore \(id)"
    case .english: "\(id): in the trash. To take it out: barometre restore \(id)"
    }
  }
}

/// Interviews taken out of the trash.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Take interviews out of the trash. Sortir des entretiens de la corbeille.")

  @OptionGroup var common: CommonOptions

  @Option(help: "fr, en.")
  var lang: Language?

  @Argument(help: "Interviews, as `list --trash` shows their ids.")
  var ids: [String]

  func run() throws {
    let language = LaptopSettings().language(asked: lang)
    let archive = Places(options: common).archive
    do throws(FileFailure) {
      for written in ids {
        let id = try archive.find(written, in: .trash)
        try archive.restore(id, by: Opening.hostName, at: Clock.now())
        Output.say(Self.done(id, language) + "\n")
      }
    } catch {
      throw Exit.with(error, in: language)
    }
  }

  private static func done(_ id: String, _ language: Language) -> String {
    switch language {
    case .french: "\(id)\u{A0}: de retour parmi les entretiens."
    case .english: "\(id): back among the interviews."
    }
  }
}
