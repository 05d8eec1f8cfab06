import Archives
import ArgumentParser
import Formulas
import Records

/// Takes a person at their word: what is held under their code goes.
struct WithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Erase all that is held under a withdrawal code. Retirer un entretien.")

  @OptionGroup var common: CommonOptions

  @Option(help: "fr, en.")
  var lang: Language?

  @Argument(help: "The ten characters handed over at the end. Le code remis à la fin.")
  var code: String

  func run() throws {
    let language = LaptopSettings().language(asked: lang)
    guard let code = WithdrawalCode.read(code) else {
      throw Exit.with(Exit.usage, "barometre: \(Self.noCode(self.code, language))")
    }
    let archive = Places(options: common).archive
    var report: WithdrawalReport
    do throws(FileFailure) {
      let found = try archive.withdraw(code, by: Opening.hostName, at: Clock.now())
      report = WithdrawalReport(found, try archive.pastExports(), language)
    } catch {
      throw Exit.with(error, in: language)
    }
    for warning in report.warnings { Exit.complain("barometre: \(warning)") }
    guard let text = report.text else {
      throw Exit.with(Exit.problems, "barometre: \(Self.noInterview(code, archive, language))")
    }
    Output.say(text)
  }

  private static func noCode(_ typed: String, _ language: Language) -> String {
    let letters = String(WithdrawalCode.alphabet)
    return switch language {
    case .french:
      "«\u{A0}\(typed)\u{A0}» n’est pas un code de retrait\u{A0}: dix caractères parmi \(letters),"
        + " dont le dernier vérifie les autres. Relisez-le caractère par caractère."
    case .english:
      "“\(typed)” is no withdrawal code: ten characters among \(letters), the last of which checks"
        + " the others. Read it again character by character."
    }
  }

  private static func noInterview(
    _ code: String, _ archive: Archive, _ language: Language
  ) -> String {
    switch language {
    case .french:
      "\(archive.folder)\u{A0}: aucun entretien sous le code \(code). Il est peut-être sur un autre"
        + " ordinateur\u{A0}; rien n’a été effacé."
    case .english:
      "\(archive.folder): no interview under the code \(code). It may be on another laptop; nothing"
        + " was erased."
    }
  }
}

/// What a withdrawal came to, in words.
struct WithdrawalReport {
  private let found: Withdrawal
  private let exports: [PastExport]
  private let language: Language

  /// - Parameter exports: all that were made; those without these interviews are left out.
  init(_ found: Withdrawal, _ exports: [PastExport], _ language: Language) {
    let ids = Set(found.tombstones.map(\.id))
    self.found = found
    self.exports = exports.filter { !$0.ids.isDisjoint(with: ids) }
    self.language = language
  }

  /// What could not be searched.
  var warnings: [String] {
    found.unread.map { path in
      switch language {
      case .french: "\(path)\u{A0}: illisible, le code n’y a pas été cherché."
      case .english: "\(path): cannot be read; the code was not looked for there."
      }
    }
  }

  /// Nil where no interview has the code.
  var text: String? {
    guard let stone = found.tombstones.first else { return nil }
    let day = LocalForm(language: language).dateTime(stone.withdrawn)
    let places = exports.map { "  \($0.at.date) \($0.at.time.short)  \($0.place)" }
    return ([head(day)] + (places.isEmpty ? [] : [redo] + places) + [elsewhere])
      .map { $0 + "\n" }.joined()
  }

  private func head(_ day: String) -> String {
    switch (language, found.removedSomething) {
    case (.french, true):
      "Entretien retiré\u{A0}: réponses, coordonnées, journal et corbeille effacés le \(day)."
    case (.french, false): "Déjà retiré le \(day)\u{A0}: il ne restait rien à effacer."
    case (.english, true):
      "Interview withdrawn: answers, contact details, journal and trash erased, \(day)."
    case (.english, false): "Already withdrawn, \(day): nothing was left to erase."
    }
  }

  private var redo: String {
    switch language {
    case .french: "Ces exports contiennent encore ses réponses\u{A0}: refaites-les, ou effacez-les."
    case .english: "These exports still hold its answers: make them again, or erase them."
    }
  }

  private var elsewhere: String {
    switch language {
    case .french:
      "Les copies sur d’autres ordinateurs disparaîtront à la prochaine fusion avec celui-ci."
    case .english: "Copies on other laptops will go when they are next merged with this one."
    }
  }
}
