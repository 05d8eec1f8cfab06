import Formulas
import Testing

/// Formulas told in plain words.
@Suite struct ProseTests {
  static func prose(_ language: Language) -> Prose {
    let titles = ["age": "3 (Âge)", "themes": "4 (Thèmes)", "avis": "5 (Avis)"]
    let choices = ["oui": "Oui", "non": "Non", "eau": "L’eau"]
    return Prose(
      in: language, called: { titles[$0] ?? "[\($0)]" },
      choice: { _, name in choices[name] }, special: { $0 == "nsp" ? "Ne sait pas" : nil })
  }

  @Test(arguments: [
    ("${avis} = 'oui'", "5 (Avis) est «\u{A0}Oui\u{A0}»", "5 (Avis) is “Oui”"),
    ("not(${avis} = 'oui')", "5 (Avis) n’est pas «\u{A0}Oui\u{A0}»", "5 (Avis) is not “Oui”"),
    ("not(not(${avis} = 'oui'))", "5 (Avis) est «\u{A0}Oui\u{A0}»", "5 (Avis) is “Oui”"),
    ("${avis} != ''", "5 (Avis) a une réponse", "5 (Avis) has an answer"),
    (
      "pulldata('villes', 'code', 'nom', ${avis}) = ''",
      "la colonne «\u{A0}code\u{A0}» de «\u{A0}villes\u{A0}» où «\u{A0}nom\u{A0}» est 5 (Avis) "
        + "est vide", "column “code” of “villes” where “nom” is 5 (Avis) is empty"
    ),
    (
      "selected(${themes}, 'eau')", "4 (Thèmes) comprend «\u{A0}L’eau\u{A0}»",
      "4 (Thèmes) includes “L’eau”"
    ),
    (
      "not(selected(${themes}, 'eau'))", "4 (Thèmes) ne comprend pas «\u{A0}L’eau\u{A0}»",
      "4 (Thèmes) does not include “L’eau”"
    ),
    (
      "one-of(${avis}, 'oui', 'non')",
      "5 (Avis) est parmi «\u{A0}Oui\u{A0}», «\u{A0}Non\u{A0}»", "5 (Avis) is one of “Oui”, “Non”"
    ),
    (
      "not(one-of(${avis}, 'oui', 'non'))",
      "5 (Avis) n’est pas parmi «\u{A0}Oui\u{A0}», «\u{A0}Non\u{A0}»",
      "5 (Avis) is none of “Oui”, “Non”"
    ),
    (
      "missing(${age}) = 'nsp'",
      "la réponse spéciale à 3 (Âge) est «\u{A0}Ne sait pas\u{A0}»",
      "the special answer to 3 (Âge) is “Ne sait pas”"
    ),
    (
      "missing(${age}) = ''", "3 (Âge) n’a pas de réponse spéciale", "3 (Âge) has no special answer"
    ),
    (". >= 0.5 * ${age}", "la réponse ≥ 0,5 × 3 (Âge)", "the answer ≥ 0.5 × 3 (Âge)"),
    (". <= 12500", "la réponse ≤ 12\u{A0}500", "the answer ≤ 12,500"),
    (
      "not(${age} > 5 and ${avis} = 'oui')",
      "3 (Âge) n’est pas > 5 ou 5 (Avis) n’est pas «\u{A0}Oui\u{A0}»",
      "3 (Âge) is not > 5 or 5 (Avis) is not “Oui”"
    ),
    (
      "${age} > 5 and not(${avis} = 'oui' or ${avis} = 'non')",
      "3 (Âge) > 5 et (5 (Avis) n’est pas «\u{A0}Oui\u{A0}» et 5 (Avis) n’est pas «\u{A0}Non\u{A0}»)",
      "3 (Âge) > 5 and (5 (Avis) is not “Oui” and 5 (Avis) is not “Non”)"
    ),
    (
      "not(contact-details(.))", "la réponse ne semble pas contenir de coordonnées",
      "the answer does not seem to hold contact details"
    ),
    ("name != ${avis}", "le code du choix n’est pas 5 (Avis)", "the choice’s code is not 5 (Avis)"),
    ("region = ${avis}", "region du choix est 5 (Avis)", "the choice’s region is 5 (Avis)"),
    (
      "round(${age} div 2, 1)", "3 (Âge) ÷ 2 arrondi à 1 décimales",
      "3 (Âge) ÷ 2 rounded to 1 decimals"
    ),
    ("${age} >", "${age} >", "${age} >"),
  ])
  func `a formula is told in plain words`(formula: String, french: String, english: String) {
    #expect(Self.prose(.french).words(of: formula) == french)
    #expect(Self.prose(.english).words(of: formula) == english)
  }

  @Test(arguments: Language.allCases)
  func `every function has words, however many arguments it is given`(language: Language) {
    for function in Function.all {
      let most = min(function.arity.upperBound, function.arity.lowerBound + 2)
      for count in function.arity.lowerBound...most {
        let arguments = (0..<count).map { "${a\($0)}" }.joined(separator: ", ")
        let words = Self.prose(language).words(of: "\(function.name)(\(arguments))")
        #expect(!words.contains("\(function.name)("), "\(words)")
        #expect(!words.contains("$"), "\(function.name), \(count): \(words)")
      }
    }
  }
}
