import Formulas
import Questions
import Testing

/// What a person is told when an input is no answer, word for word.
@Suite struct RejectionTests {
  struct Row: CustomTestStringConvertible {
    let rejection: Rejection
    let french: String
    let english: String

    init(_ rejection: Rejection, _ french: String, _ english: String) {
      self.rejection = rejection
      self.french = french
      self.english = english
    }

    var testDescription: String { english }
  }

  static let label = LocalizedText(perLanguage: ["Aucun", "None"])

  static let rows: [Row] = [
    Row(.required(message: label), "Aucun", "None"),
    Row(
      .required(message: nil), "Une réponse est nécessaire pour continuer.",
      "An answer is needed to continue."),
    Row(
      .nothingTicked, "Rien de coché : Espace ou le numéro pour cocher.",
      "Nothing ticked: Space or its number to tick."),
    Row(
      .notANumber("douze"),
      "« douze » n’est pas un nombre. Écrivez des chiffres, par exemple 12500.",
      "“douze” is not a number. Write digits, for example 12500."),
    Row(
      .tooManyDecimals("1,5", allowed: 0), "« 1,5 » : un nombre entier est attendu, sans virgule.",
      "“1,5”: a whole number is expected, no decimals."),
    Row(
      .tooManyDecimals("1,555", allowed: 2), "« 1,555 » : 2 décimales au plus.",
      "“1,555”: 2 decimals at most."),
    Row(
      .tooManyDecimals("1,55", allowed: 1), "« 1,55 » : 1 décimale au plus.",
      "“1,55”: 1 decimal at most."),
    Row(
      .aboveMaximum(Number(1250), maximum: Number(1000), decimals: nil),
      "1 250 dépasse le maximum (1 000). Corrigez, ou revenez avec PgPréc.",
      "1,250 is above the maximum (1,000). Correct it, or go back (PgUp)."),
    Row(
      .belowMinimum(Number(-5), minimum: Number(0), decimals: 0),
      "-5 est sous le minimum (0). Corrigez, ou revenez avec PgPréc.",
      "-5 is below the minimum (0). Correct it, or go back (PgUp)."),
    Row(
      .offStep(Number(7), step: Number(5)), "7 : la valeur va de 5 en 5.",
      "7: values go by 5."),
    Row(
      .tooShort(1, minimum: 2), "1 caractère : il en faut au moins 2.",
      "1 character: at least 2 needed."),
    Row(.tooLong(81, maximum: 80), "81 caractères : 80 au plus.", "81 characters: 80 at most."),
    Row(
      .notInPattern("x", message: nil), "« x » n’a pas la forme attendue.",
      "“x” does not have the expected form."),
    Row(.notInPattern("x", message: label), "Aucun", "None"),
    Row(
      .notAChoice("oiu", nearest: "oui"),
      "« oiu » n’est pas une des réponses proposées. Vouliez-vous dire « oui » ?",
      "“oiu” is not one of the answers offered. Did you mean “oui”?"),
    Row(
      .notAChoice("x", nearest: nil), "« x » n’est pas une des réponses proposées.",
      "“x” is not one of the answers offered."),
    Row(
      .exclusive(label), "« Aucun » exclut les autres réponses.",
      "“None” excludes the other answers."),
    Row(
      .tooMany(4, maximum: 3), "Maximum 3 : décochez une réponse avant d’en ajouter une autre.",
      "Maximum 3: untick an answer before adding another."),
    Row(
      .tooFew(1, minimum: 2), "1 cochée : il en faut au moins 2.", "1 ticked: at least 2 needed."),
    Row(
      .tooFew(2, minimum: 3), "2 cochées : il en faut au moins 3.", "2 ticked: at least 3 needed."),
    Row(.notOffered("so"), "« so » n’est pas proposé ici.", "“so” is not offered here."),
    Row(
      .calculated, "Cette valeur est calculée : elle ne se saisit pas.",
      "This value is calculated: it is not typed."),
    Row(.notAsked, "Cette question n’est pas posée ici.", "This question is not asked here."),
    Row(
      .tooManyInstances(maximum: 5), "Pas plus de 5 dans cette liste.",
      "No more than 5 in this list."),
    Row(.tooFewInstances(minimum: 1), "Au moins 1 dans cette liste.", "At least 1 in this list."),
    Row(
      .fixedInstances(3), "Le nombre (3) vient d’une autre réponse.",
      "The number (3) comes from another answer."),
  ]

  @Test(arguments: rows)
  func `a rejection is said in both languages`(row: Row) {
    let french = row.rejection.sentence(in: .french, texts: 0)
    #expect(french.replacing("\u{A0}", with: " ") == row.french)
    #expect(row.rejection.sentence(in: .english, texts: 1) == row.english)
  }

  @Test(arguments: rows)
  func `French has no breaking space before its marks or inside its guillemets`(row: Row) {
    let french = row.rejection.sentence(in: .french, texts: 0)
    for broken in [" :", " ;", " ?", " !", "« ", " »"] { #expect(!french.contains(broken)) }
  }

  @Test func `a long input is quoted by its beginning`() {
    let long = String(repeating: "é", count: 60)
    let said = Rejection.notANumber(long).sentence(in: .english, texts: 0)
    #expect(said.hasPrefix("“" + String(repeating: "é", count: 39) + "…”"))
  }
}
