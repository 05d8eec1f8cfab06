import Formulas
import Questions
import Testing

/// What decimal and date questions make of what is typed.
@Suite struct TypedValueTests {
  static let daySample = " Écrivez par exemple 5/7/2020 ou 5 juillet 2020."
  static let monthSample = " Écrivez par exemple 7/2020 ou juillet 2020."

  /// The kind of the only question of a small questionnaire.
  static func kind(_ keys: String) throws -> QuestionKind {
    let source = """
      {"format": 1, "id": "x", "version": "1", "title": "T", "languages": ["fr"],
       "items": [{"name": "q", "label": "Q", \(keys)}]}
      """
    let questionnaire = try QuestionnaireFile.read(Array(source.utf8)).questionnaire
    return try #require(questionnaire["q"]?.question?.kind)
  }

  /// The value, or the French sentence that refuses it.
  static func outcome(_ typed: String, _ kind: QuestionKind) throws -> String {
    let today = try #require(CalendarDate(reading: "2020-03-01"))
    do throws(Rejection) {
      return try kind.value(of: typed, offered: [], in: .french, today: today).plain
    } catch {
      return error.sentence(in: .french, texts: 0).replacing("\u{A0}", with: " ")
    }
  }

  @Test(arguments: [
    ("12,5", "12.5"), ("12.5", "12.5"), ("1 234,56", "1234.56"), ("", ""), ("0", "0"),
    ("12,345", "« 12,345 » : 2 décimales au plus."),
    ("-1", "-1,00 est sous le minimum (0). Corrigez, ou revenez avec PgPréc."),
    ("2000,1", "2 000,10 dépasse le maximum (2 000). Corrigez, ou revenez avec PgPréc."),
    ("x", "« x » n’est pas un nombre. Écrivez des chiffres, par exemple 12500."),
  ])
  func `a decimal is read`(typed: String, outcome: String) throws {
    let kind = try Self.kind(#""type": "decimal", "minimum": 0, "maximum": 2000, "decimals": 2"#)
    #expect(try Self.outcome(typed, kind) == outcome)
  }

  @Test func `a decimal without decimals takes any number of them`() throws {
    let kind = try Self.kind(#""type": "decimal""#)
    #expect(try Self.outcome("3,14159265358979", kind) == "3.14159265358979")
  }

  @Test(arguments: [
    ("5/7/2020", "2020-07-05"), ("hier", "2020-02-29"), ("", ""),
    ("juillet 2020", "juillet 2020 : il faut aussi le jour."),
    ("2020", "2020 : il faut aussi le jour et le mois."),
    (
      "5/13/2020",
      "« 5/13/2020 » n’est pas une date." + Self.daySample
    ),
  ])
  func `a date to the day is read`(typed: String, outcome: String) throws {
    #expect(try Self.outcome(typed, Self.kind(#""type": "date""#)) == outcome)
  }

  @Test(arguments: [
    ("5/7/2020", "2020-07"), ("07/2020", "2020-07"), ("2020", "2020"),
    ("hier", "2020-02"),
    (
      "demain matin",
      "« demain matin » n’est pas une date." + Self.monthSample
    ),
  ])
  func `a date to the month, or to the year, is read`(typed: String, outcome: String) throws {
    let kind = try Self.kind(#""type": "date", "precision": "month", "coarsest": "year""#)
    #expect(try Self.outcome(typed, kind) == outcome)
  }

  @Test func `a year alone is read`() throws {
    let kind = try Self.kind(#""type": "date", "precision": "year""#)
    #expect(try Self.outcome("5/7/2020", kind) == "2020")
    #expect(try Self.outcome("2020", kind) == "2020")
  }

  @Test func `a month that is needed is asked for`() throws {
    let kind = try Self.kind(#""type": "date", "precision": "month""#)
    #expect(try Self.outcome("2020", kind) == "2020 : il faut aussi le mois.")
  }

  @Test func `a date is shown as precise as it is`() throws {
    let kind = try Self.kind(#""type": "date", "precision": "month", "coarsest": "year""#)
    let form = LocalForm(language: .french)
    let month = try #require(CalendarDate(reading: "2020-07"))
    let year = try #require(CalendarDate(reading: "2020"))
    #expect(kind.shown(.date(month), language: 0, in: form) == "juillet 2020")
    #expect(kind.shown(.date(year), language: 0, in: form) == "2020")
  }
}
