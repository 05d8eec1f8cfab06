/// What people write who know spreadsheets, databases or programming, and what to write instead.
enum ForeignWords {
  /// Functions that do not exist, without their parentheses; lower case.
  static func function(_ name: String) -> String? { functions[name.lowercased()] }

  /// Words between two values that are no operators; lower case.
  static func link(_ word: String) -> String? { links[word.lowercased()] }

  /// Words alone that are no values; lower case.
  static func value(_ word: String) -> String? { values[word.lowercased()] }

  private static let functions = [
    "length": "string-length", "len": "string-length", "nbcar": "string-length",
    "sqrt": "pow(…, 0.5)", "racine": "pow(…, 0.5)", "power": "pow", "puissance": "pow",
    "lower-case": "fold", "lower": "fold", "minuscule": "fold", "upper-case": "fold",
    "isblank": "… = ''", "isnull": "… = ''", "empty": "… = ''", "estvide": "… = ''",
    "is-selected": "selected", "si": "if", "iif": "if", "when": "if", "case": "if",
    "somme": "sum", "total": "sum", "nb": "count", "nbval": "count-non-empty",
    "average": "sum(…) div count-non-empty(…)", "avg": "sum(…) div count-non-empty(…)",
    "mean": "sum(…) div count-non-empty(…)", "moyenne": "sum(…) div count-non-empty(…)",
    "concatenate": "concat", "concatener": "concat", "concaténer": "concat",
    "vlookup": "pulldata", "recherchev": "pulldata", "lookup": "pulldata",
    "datediff": "months-between, or one date minus another", "datedif": "months-between",
    "year": "format-date(…, '%Y')", "annee": "format-date(…, '%Y')",
    "month": "format-date(…, '%n')", "mois": "format-date(…, '%n')",
    "day": "format-date(…, '%e')", "jour": "format-date(…, '%e')",
    "index": "position(..)", "decimal-date": "decimal-date-time", "substring": "substr",
    "arrondi": "round", "non": "not", "vrai": "true", "faux": "false",
    "aujourdhui": "today", "maintenant": "now", "floor-div": "floor(… div …)",
    "startswith": "starts-with", "endswith": "ends-with", "match": "regex", "matches": "regex",
    "trim": "normalize-space", "supprespace": "normalize-space", "str": "string",
    "to-string": "string", "to-number": "number", "int-value": "number", "cnum": "number",
  ]

  private static let links = [
    "in": "selected(…, …)", "like": "contains(…, …)", "contains": "contains(…, …)",
    "is": "=", "eq": "=", "equals": "=", "ne": "!=", "gt": ">", "ge": ">=", "lt": "<",
    "le": "<=", "between": "… >= … and … <= …", "then": "if(…, …, …)", "else": "if(…, …, …)",
    "xor": "!=", "not": "!=", "divided": "div", "plus": "+", "minus": "-", "times": "*",
  ]

  private static let values = [
    "null": "''", "nil": "''", "none": "''", "empty": "''", "blank": "''", "vide": "''",
    "undefined": "''", "case": "if(…, …, …)", "when": "if(…, …, …)",
  ]
}
