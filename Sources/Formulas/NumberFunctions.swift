extension Function {
  /// Numbers; blank for what is blank and for what has no exact result.
  static let numberFunctions: [Function] = [
    Function(
      "number", [.value("value")], gives: .always(.number),
      fr: "Le nombre qu’écrit un texte (vide sinon), les jours depuis 1970 d’une date, "
        + "1 ou 0 d’une condition.",
      en: "The number a text writes (otherwise blank), a date’s days since 1970, 1 or 0 for a "
        + "condition.", .one { $0.converted(to: .number) }),
    Function(
      "round", [.number("number"), .number("decimals")], 1...2, gives: .always(.number),
      fr: "Le nombre arrondi à l’entier, ou à ce nombre de décimales ; les moitiés montent.",
      en: "The number rounded to a whole one, or to so many decimals; halves go up.",
      .many { arguments in
        guard case .number(let number)? = arguments.first else { return .blank }
        guard arguments.count > 1 else { return Value(number.rounded()) }
        guard case .number(let decimals) = arguments[1], let places = decimals.whole else {
          return .blank
        }
        return Value(number.rounded(decimals: places))
      }),
    Function(
      "int", [.number("number")], gives: .always(.number),
      fr: "La partie entière, décimales ôtées.", en: "The whole part, decimals dropped.",
      number { $0.truncated }),
    Function(
      "abs", [.number("number")], gives: .always(.number), fr: "Le nombre sans son signe.",
      en: "The number without its sign.", number { $0.isNegative ? -$0 : $0 }),
    Function(
      "floor", [.number("number")], gives: .always(.number),
      fr: "Le plus grand entier qui ne le dépasse pas.",
      en: "The largest whole number not above it.", number { $0.roundedDown() }),
    Function(
      "ceiling", [.number("number")], gives: .always(.number),
      fr: "Le plus petit entier qu’il ne dépasse pas.",
      en: "The smallest whole number not below it.",
      number { number in (-number).roundedDown().map { -$0 } }),
    Function(
      "pow", [.number("number"), .number("exponent")], gives: .always(.number),
      fr: "La puissance ; un exposant à décimales, comme 0.5, prend une racine.",
      en: "The power; an exponent with decimals, such as 0.5, takes a root.",
      .two { base, exponent in
        guard case .number(let base) = base, case .number(let exponent) = exponent else {
          return .blank
        }
        return Value(base.raised(to: exponent))
      }),
    Function(
      "random", [], gives: .always(.number),
      fr: "Un nombre de 0 à 1, tiré une fois par entretien et par endroit.",
      en: "A number from 0 to 1, drawn once per interview and place.", .form(.random)),
  ]

  private static func number(_ body: @escaping @Sendable (Number) -> Number?) -> Body {
    .one { value in
      if case .number(let number) = value { Value(body(number)) } else { .blank }
    }
  }
}

extension Value {
  /// The number, or blank if there is none.
  init(_ number: Number?) {
    self = number.map(Value.number) ?? .blank
  }
}
