import Formulas
import Interviews

extension ReportWords {
  static let french = ReportWords(
    language: .french,
    results: "Résultats",
    interviews: { $0 > 1 ? "\($1) entretiens" : "\($1) entretien" },
    kind: { kind, count in
      switch kind {
      case .interview: "\(count > 1 ? "menés" : "mené") avec ce questionnaire"
      case .imported: "repris d’une édition passée"
      case .simulated: count > 1 ? "simulés" : "simulé"
      case .training: "d’entraînement"
      }
    },
    mode: { mode, count in
      switch mode {
      case .faceToFace: "en face à face"
      case .telephone: "par téléphone"
      case .video: "en visioconférence"
      case .selfCompleted: count > 1 ? "remplis seuls" : "rempli seul"
      }
    },
    between: { "du \($0) au \($1)" },
    on: { "le \($0)" },
    remember: "À retenir",
    nothingYet: "Aucun entretien terminé : il n’y a pas encore de résultats.",
    outOf: { "\($0) sur \($1)" },
    base: { "base \($0)" },
    baseTitle: "Base",
    masked: "masquée",
    fewerThan: { "moins de \($0)" },
    smallBase: { "moins de \($0) réponses : effectifs seuls" },
    hiddenNumber: "non publié",
    absent: { "hors base \($0)" },
    leftBlank: "laissé vide",
    notReached: "non renseigné",
    skipped: "non concerné",
    outside: "autre réponse",
    noAnswer: "sans réponse",
    nobody: "aucune réponse",
    mean: "moyenne",
    median: "médiane",
    published: { "publié auparavant : \($0)" },
    refused: { questions in
      "Croisement refusé : \(questions.map { "« \($0) »" }.joined(separator: " et ")) ne sont "
        + "jamais publiés ensemble, les personnes y seraient reconnaissables."
    },
    question: "Question",
    by: { "selon : \($0)" },
    internalOnly: "USAGE INTERNE : aucune case n’est masquée. Ne pas publier.",
    method: "Méthode",
    notes: { smallestCell, fewest in
      [
        "Les répondants sont volontaires : ils ne représentent pas l’ensemble des personnes ou des "
          + "organismes concernés.",
        "Chaque chiffre est donné avec sa base : ceux qui ont répondu. « Ne sait pas », refus, sans "
          + "objet, laissé vide et non concerné sont comptés à part, jamais dans la base.",
        "Sous \(fewest) réponses, seuls les effectifs sont donnés, sans pourcentage.",
      ]
        + (smallestCell.map { least in
          [
            "Une case de moins de \(least) réponses est masquée (0 est montré), et assez d’autres "
              + "pour qu’on ne puisse pas la retrouver par soustraction."
          ]
        } ?? [])
    },
    merge: { unit, merge in
      let less = merge.described - merge.distinct
      return "\(unit) : \(merge.described) fiches, dont \(less) "
        + (less > 1 ? "décrivent" : "décrit")
        + " ce qu’une autre décrit déjà ; \(merge.distinct) "
        + (merge.distinct > 1 ? "comptent." : "compte.")
    },
    definedBy: { "Chiffres définis par le questionnaire « \($0) », version \($1)." },
    colon: "\u{A0}: ",
    percent: { "\($0)\u{A0}%" },
    comparedTo: { "Comparé à : \($0), \($1)" },
    otherEdition: { "édition comparée : \($0)" },
    editionCompared: "Édition comparée",
    besideEdition: { "entre parenthèses, l’édition comparée : \($0)" },
    differenceTitle: "Écart en points",
    points: { "\($0) points" },
    difference: { difference, margin in
      "écart : \(difference)" + (margin.map { " (marge ± \($0))" } ?? "")
    },
    newWording: {
      "Pas de comparaison : « \($0) » n’était pas demandé dans les mêmes termes."
    },
    newChoices: { "Pas de comparaison : « \($0) » n’avait pas les mêmes réponses possibles." },
    newFormula: "Pas de comparaison : ce chiffre n’était pas calculé de la même façon.",
    marginNote:
      "La marge d’un écart, à 95 %, vaudrait pour deux tirages au sort ; elle ne dit rien de ceux "
      + "qui n’ont pas répondu.",
    sections: "Parties",
    answer: "Réponse",
    number: "Effectif",
    share: "Part",
    table: "Tableau",
    skipToResults: "Aller aux résultats",
    all: "Ensemble")
}
