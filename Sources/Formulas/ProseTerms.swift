extension Prose {
  /// The words formulas are told in.
  struct Terms: Sendable {
    let and: String
    let or: String
    let nor: String
    let not: String
    let equals: String
    let differs: String
    let includes: String
    let excludes: String
    let isNeither: String
    let nothing: String
    let candidate: String
    let instance: String
    let quoted: @Sendable (_ text: String) -> String
    let filled: @Sendable (_ subject: String, _ isFilled: Bool) -> String
    let specialOf: @Sendable (_ question: String) -> String
    let specialFilled: @Sendable (_ question: String, _ isFilled: Bool) -> String
    /// By function: `$1` is its first argument, `$*` all of them.
    let calls: [String: String]

    func order(_ order: Order) -> String {
      switch order {
      case .below: "<"
      case .atMost: "≤"
      case .above: ">"
      case .atLeast: "≥"
      }
    }

    static func of(_ language: Language) -> Terms {
      switch language {
      case .french: french
      case .english: english
      }
    }

    private static let french = Terms(
      and: "et", or: "ou", nor: "ni", not: "sauf si", equals: "est", differs: "n’est pas",
      includes: "comprend", excludes: "ne comprend pas", isNeither: "n’est ni",
      nothing: "rien", candidate: "la réponse", instance: "cette fiche",
      quoted: { "«\u{A0}\($0)\u{A0}»" },
      filled: { "\($0) \($1 ? "a une réponse" : "est sans réponse")" },
      specialOf: { "la réponse spéciale à \($0)" },
      specialFilled: { "\($0) \($1 ? "a" : "n’a pas de") réponse spéciale" },
      calls: [
        "boolean": "$1", "choice-name": "le libellé de $1", "coalesce": "la première remplie de $*",
        "concat": "$* mis bout à bout", "contact-details": "$1 semble contenir des coordonnées",
        "contains": "$1 contient $2", "count": "le nombre de $1",
        "count-non-empty": "le nombre de $1 remplis",
        "count-selected": "le nombre de choix cochés à $1",
        "duplicates": "le nombre de doublons de $1", "ends-with": "$1 finit par $2",
        "false": "jamais", "fold": "$1 sans accents ni capitales",
        "if": "($2 si $1, sinon $3)", "int": "la partie entière de $1",
        "join": "les $2 réunis", "luhn": "la clé de contrôle de $1 est juste",
        "max": "le plus grand de $*", "min": "le plus petit de $*",
        "months-between": "le nombre de mois de $1 à $2", "normalize-space": "$1",
        "now": "l’heure de l’entretien",
        "number": "$1", "position": "le rang de $1", "pulldata": "la colonne $2 de $1 où $3 est $4",
        "regex": "$1 a la forme $2", "round": "$1 arrondi", "starts-with": "$1 commence par $2",
        "string": "$1", "string-length": "la longueur de $1", "sum": "la somme des $1",
        "today": "la date de l’entretien", "true": "toujours",
      ])

    private static let english = Terms(
      and: "and", or: "or", nor: "nor", not: "unless", equals: "is", differs: "is not",
      includes: "includes", excludes: "does not include", isNeither: "is neither",
      nothing: "nothing", candidate: "the answer", instance: "this sheet",
      quoted: { "“\($0)”" },
      filled: { "\($0) \($1 ? "has an answer" : "has no answer")" },
      specialOf: { "the special answer to \($0)" },
      specialFilled: { "\($0) \($1 ? "has a" : "has no") special answer" },
      calls: [
        "boolean": "$1", "choice-name": "the label of $1", "coalesce": "the first filled of $*",
        "concat": "$* put together", "contact-details": "$1 seems to hold contact details",
        "contains": "$1 contains $2", "count": "the number of $1",
        "count-non-empty": "the number of $1 filled",
        "count-selected": "the number of choices ticked at $1",
        "duplicates": "the number of duplicates of $1", "ends-with": "$1 ends with $2",
        "false": "never", "fold": "$1 without accents or capitals",
        "if": "($2 if $1, otherwise $3)", "int": "the whole part of $1",
        "join": "all $2 together", "luhn": "the check digit of $1 is right",
        "max": "the greatest of $*", "min": "the least of $*",
        "months-between": "the months from $1 to $2", "normalize-space": "$1",
        "now": "the time of the interview",
        "number": "$1", "position": "the rank of $1", "pulldata": "column $2 of $1 where $3 is $4",
        "regex": "$1 has the form $2", "round": "$1 rounded", "starts-with": "$1 starts with $2",
        "string": "$1", "string-length": "the length of $1", "sum": "the sum of the $1",
        "today": "the date of the interview", "true": "always",
      ])
  }
}
