import Archives
import ArgumentParser
import Console
import Formulas
import Glibc
import Interviews
import Questions
import Records
import Reports

/// What the association publishes.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "The results: figures, bases, charts. Les résultats : chiffres, bases, graphiques.")

  @OptionGroup var common: CommonOptions

  @Option(help: "Else the one of most interviews. Sinon, celui de la plupart des entretiens.")
  var questionnaire: String?

  @Option(help: "A question that splits every figure. Une question qui ventile chaque chiffre.")
  var by: String?

  @Option(
    help: "interview, imported, simulated, training; else the first two. Sinon les deux premiers.")
  var kind: [String] = []

  @Flag(help: "Only simulated interviews. Seulement les entretiens simulés.")
  var simulated = false

  @Flag(help: "As data. En données.")
  var json = false

  @Flag(help: "As one table. En un tableau.")
  var csv = false

  @Flag(help: "In Markdown. En Markdown.")
  var markdown = false

  @Option(help: "One page to this file. Une page dans ce fichier.")
  var html: String?

  @Option(
    help: "Folder of another edition's interviews. Dossier des entretiens d’une autre édition.")
  var compare: String?

  @Flag(help: "Hide no cell: not to be published. Ne rien masquer : ne pas publier.")
  var unmasked = false

  @Option(help: "fr, en.")
  var lang: Language?

  func validate() throws {
    if [json, csv, markdown, html != nil].count(where: { $0 }) > 1 {
      throw ValidationError("One format at a time. Un seul format à la fois.")
    }
    if simulated, !kind.isEmpty {
      throw ValidationError("--simulated, --kind: one of them. L’un des deux.")
    }
  }

  func run() throws {
    let language = LaptopSettings().language(asked: lang)
    let places = Places(options: common)
    let named = try questionnaire.map { try QuestionnaireOnDisk($0, places, language).read() }
    let findings = try findings(places, FormFile.all(in: places), on: named, language)
    let other = try compare.map { folder in
      var places = places
      places.asked.data = folder
      // In the words it was asked in, not in those of today.
      let edition = try self.findings(places, [], on: nil, language)
      return Report(edition.tabulation, isInternal: unmasked)
    }
    let report = Report(findings.tabulation, isInternal: unmasked, comparedTo: other)
    do {
      try write(Voice(report, in: language))
    } catch let failure as FileFailure {
      throw Exit.with(failure, in: language)
    }
    if !findings.failures.isEmpty { throw ExitCode(Exit.problems) }
  }

  private func findings(
    _ places: Places, _ forms: [FormFile], on named: Questionnaire?, _ language: Language
  ) throws -> Findings {
    let kinds = try kinds(language)
    let archive = try Unlocking(places: places, language: language).archiveToRead()
    do throws(Findings.Lack) {
      defer { Output.endProgress() }
      let findings = try Findings(
        archive, forms, of: kinds, on: named, by: by, progress: Output.progress())
      Exit.complain(of: findings.failures, in: language)
      return findings
    } catch {
      throw told(error, places, language)
    }
  }

  private func told(
    _ lack: Findings.Lack, _ places: Places, _ language: Language
  ) -> ExitCode {
    switch lack {
    case .noInterview:
      Exit.with(
        Exit.data, "barometre: \(places.archive.folder): \(lack.sentence(in: language))")
    case .noQuestion(let nearest): Exit.with(Exit.usage, noQuestion(nearest, language))
    case .disk(let failure): Exit.with(failure, in: language)
    }
  }

  private func noQuestion(_ nearest: String?, _ language: Language) -> String {
    switch language {
    case .french:
      "barometre: --by : aucune question ne s’appelle « \(by ?? "") »."
        + (nearest.map { " Vouliez-vous dire « \($0) » ?" } ?? "")
    case .english:
      "barometre: --by: no question is called ‘\(by ?? "")’."
        + (nearest.map { " Did you mean ‘\($0)’?" } ?? "")
    }
  }

  private func write(_ voice: Voice) throws {
    if let html {
      try DurableFile.replace(html, with: Array(HTMLReport(voice).page.utf8))
      Output.say(html + "\n")
    } else if json {
      Output.say(String(decoding: JSONReport(voice).bytes, as: UTF8.self))
    } else if csv {
      Output.say(String(decoding: TableReport(voice).csv, as: UTF8.self))
    } else if markdown {
      Output.say(MarkdownReport(voice).text)
    } else {
      Output.say(TextReport(voice, columns: Self.columns, glyphs: Self.glyphs).text)
    }
  }

  private func kinds(_ language: Language) throws -> Set<Start.Kind> {
    if kind.isEmpty { return simulated ? [.simulated] : [.interview, .imported] }
    return Set(
      try kind.map { word in
        guard let kind = Start.Kind(rawValue: word) else {
          let all = Start.Kind.allCases.map(\.rawValue).joined(separator: ", ")
          throw Exit.with(Exit.usage, "barometre: --kind \(word): \(all)")
        }
        return kind
      })
  }

  /// Those of the terminal, 100 at most; 80 where there is none.
  private static var columns: Int { min(100, Output.columns ?? 80) }

  /// ASCII on a terminal whose locale is not UTF-8, and on the Linux console.
  private static var glyphs: Glyphs {
    guard isatty(STDOUT_FILENO) == 1 else { return .unicode }
    let locale =
      Places.environment("LC_ALL") ?? Places.environment("LC_CTYPE")
      ?? Places.environment("LANG") ?? ""
    let isUTF8 = locale.uppercased().replacing("-", with: "").contains("UTF8")
    return isUTF8 && Places.environment("TERM") != "linux" ? .unicode : .ascii
  }
}
