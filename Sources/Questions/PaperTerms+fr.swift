import Formulas

extension PaperTerms {
  static let french = PaperTerms(
    language: .french, version: "version",
    legend: "`Ainsi`\u{A0}: le nom ou le code enregistré. *En italique*\u{A0}: les conditions, "
      + "les règles et "
      + "les réponses qu’on ne lit pas à voix haute. [Entre crochets]\u{A0}: une réponse ou un calcul d’avant.",
    wholeForm: "Contrôles d’ensemble",
    askIf: "Poser si\u{A0}: ", offeredIf: "proposer si\u{A0}: ", when: "quand ",
    required: "obligatoire", requiredIf: "obligatoire si\u{A0}: ", calculated: "calculé",
    proposed: "réponse proposée\u{A0}: ", pattern: "de la forme ",
    drawn: "ordre tiré au sort", last: "reste en dernier", ends: "met fin à l’entretien",
    read: "Lu jusqu’à la fin", short: "en bref ", whenBlank: "sans réponse, on lit ",
    sheets: "fiches ouvertes au départ\u{A0}: ", sheetTitle: "titre d’une fiche\u{A0}: ",
    exclusive: "exclut les autres", specify: "préciser\u{A0}: ", answer: "Réponse\u{A0}: ",
    file: "liste du fichier", fileStored: "enregistrée par", fileShown: "montrée par",
    fileSearched: "cherchée par", fileWeight: "à égalité, d’abord le plus grand",
    elseSay: "sinon\u{A0}: ", otherwise: "\u{A0}; sinon\u{A0}: ", colon: "\u{A0}: ",
    severities: [.error: "Bloquant", .warning: "À confirmer", .info: "Information"],
    dates: [.day: "jour, mois et année", .month: "mois et année", .year: "année"],
    personalKinds: [
      .direct: "donnée personnelle directe, gardée à part",
      .indirect: "donnée personnelle indirecte", .freeText: "texte libre, à relire",
      .proof: "preuve du consentement",
    ],
    system: [
      "_code": "code de l’entretien", "_id": "numéro de l’entretien",
      "_started": "début de l’entretien", "_language": "langue de l’entretien",
      "_position": "rang de la fiche", "_count": "nombre de fiches",
    ],
    quoted: { "«\u{A0}\($0)\u{A0}»" },
    coarsest: { "à défaut, \($0)" }, time: "heure et minutes",
    step: { "de \($0) en \($0)" },
    decimals: { $0 == 1 ? "1 décimale au plus" : "\($0) décimales au plus" },
    instances: { low, high in
      switch (low, high) {
      case (0, nil): "autant de fiches qu’il faut"
      case (let low, nil): "au moins \(low) \(sheet(low))"
      case (0, let high?): "au plus \(high) \(sheet(high))"
      case (let low, let high?): "de \(low) à \(high) \(sheet(high))"
      }
    },
    range: { low, high in
      switch (low, high) {
      case (nil, nil): ""
      case (let low?, nil): "au moins \(low)"
      case (nil, let high?): "au plus \(high)"
      case (let low?, let high?): "de \(low) à \(high)"
      }
    },
    lengths: { low, high in
      let least = low.map { "au moins \($0)" }
      let most = high.map { "au plus \($0)" }
      let both = [least, most].compactMap(\.self).joined(separator: ", ")
      return both.isEmpty ? "" : "\(both) caractères"
    },
    choices: { low, high in
      switch (low, high) {
      case (nil, nil): "plusieurs réponses possibles"
      case (let low?, nil): "au moins \(low) \(reply(low))"
      case (nil, let high?): "\(high) \(reply(high)) au plus"
      case (let low?, let high?): "de \(low) à \(high) \(reply(high))"
      }
    },
    ranks: { "à classer, la première d’abord\u{A0}: \($0) \($0 == 1 ? "rang" : "rangs")" })

  private static func sheet(_ count: Int) -> String { count > 1 ? "fiches" : "fiche" }

  private static func reply(_ count: Int) -> String { count > 1 ? "réponses" : "réponse" }
}
