import ArgumentParser
import Formulas
import Interviews
import Questions
import Records

/// What one formula yields, alone or over an interview's answers.
struct FormulaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formula",
    abstract: "Print what a formula yields. Calculer une formule.")

  @OptionGroup var common: CommonOptions

  @Option(help: "A questionnaire whose names it may use. Un questionnaire.")
  var questionnaire: String?

  @Option(help: "An interview.json, whose answers it reads. Les réponses d’un entretien.")
  var answers: String?

  @Option(help: "fr, en.")
  var lang: Language?

  @Argument(help: "For example: round(7 div 2). Par exemple.")
  var formula: String

  func run() throws {
    let language = LaptopSettings().language(asked: lang)
    Output.say(try value(in: language).plain + "\n")
  }

  func validate() throws {
    if answers != nil, questionnaire == nil {
      throw ValidationError("--answers needs --questionnaire. --answers demande --questionnaire.")
    }
  }

  private func value(in language: Language) throws -> Value {
    guard let questionnaire else {
      let bare = BareSurroundings(now: Clock.now(), language: language)
      let scope = Scope(symbols: { _ in nil }, names: { [] })
      return try read(language) { () throws(FormulaFaults) in try Formula(formula, in: scope) }
        .value(in: bare)
    }
    let disk = try QuestionnaireOnDisk(questionnaire, Places(options: common), language)
    let form = try disk.read()
    let read = try read(language) { () throws(FormulaFaults) in try form.formula(formula) }
    return try interview(on: form, language).value(of: read)
  }

  private func read(
    _ language: Language, _ reading: () throws(FormulaFaults) -> Formula
  ) throws -> Formula {
    do throws(FormulaFaults) {
      return try reading()
    } catch {
      for fault in error.faults {
        let before = formula.utf8.prefix(fault.range.lowerBound)
        let column = before.count { $0 & 0xC0 != 0x80 } + 1
        let word = language == .french ? "erreur" : "error"
        Exit.complain("formula:1:\(column): \(word): \(fault.sentence(in: language).harmless())")
      }
      throw ExitCode(Exit.data)
    }
  }

  /// The interview of `--answers`; without, one where nothing is answered yet.
  private func interview(on form: Questionnaire, _ language: Language) throws -> Interview {
    guard let answers else {
      return Interview(
        Start(
          id: "", code: "", questionnaireHash: "", interviewer: "", started: Clock.now(),
          language: language.rawValue), on: form)
    }
    guard let bytes = Places.bytes(of: answers) else {
      throw Exit.with(Exit.inputOutput, "\(answers):1:1: error: \(Self.unreadable(language))")
    }
    do throws(Unreadable) {
      return try Picture.read(bytes, on: form).picture.record(on: form).interview
    } catch {
      throw Exit.with(Exit.data, "\(answers):1:1: error: \(Self.noPicture(language))")
    }
  }

  private static func unreadable(_ language: Language) -> String {
    switch language {
    case .french: "Ce fichier ne peut pas être lu."
    case .english: "This file cannot be read."
    }
  }

  private static func noPicture(_ language: Language) -> String {
    switch language {
    case .french:
      "Ce n’est pas un entretien de ce questionnaire, ou il est d’un format plus récent."
    case .english: "This is no interview of that questionnaire, or of a newer layout."
    }
  }
}

/// Where a formula that names nothing is evaluated.
private struct BareSurroundings: Surroundings {
  let now: DateTime
  let language: Language

  var today: CalendarDate { now.date }
  var candidate: Value { .blank }
  var position: Int? { nil }

  func value(of symbol: Int) -> Value { .blank }
  func values(of symbol: Int, within depth: Int) -> [Value] { [] }
  func value(of symbol: Int, at positions: [Int]) -> Value { .blank }
  func special(of symbol: Int) -> String? { nil }
  func choiceLabel(of symbol: Int) -> String? { nil }
  func choiceLabel(_ name: String, of symbol: Int) -> String? { nil }
  func attribute(_ name: String) -> Value { .blank }
  func lookup(list: String, column: String, keyColumn: String, value: String) -> String? { nil }
  func random(_ place: Int) -> Number {
    Number(Int.random(in: 0..<1_000_000)).divided(by: Number(1_000_000)) ?? .zero
  }
}
