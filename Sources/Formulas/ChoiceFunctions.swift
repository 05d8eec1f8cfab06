extension Function {
  /// Conditions, choices and what is missing.
  static let choiceFunctions: [Function] = [
    Function(
      "if", [.condition("condition"), .value("then"), .value("else")], gives: .alike(from: 1),
      fr: "La deuxième valeur si la condition est vraie, la troisième sinon.",
      en: "The second value if the condition is true, otherwise the third.", .form(.choose)),
    Function(
      "coalesce", [.value("value"), .value("value")], 2...Int.max, gives: .alike(from: 0),
      fr: "La première valeur qui n’est pas vide.", en: "The first value that is not blank.",
      .form(.firstFilled)),
    Function(
      "once", [.value("value")], gives: .alike(from: 0),
      fr: "La valeur déjà enregistrée ici, ou celle-ci la première fois.",
      en: "The value already stored here, or this one the first time.", .form(.once)),
    Function(
      "not", [.condition("condition")], gives: .always(.boolean),
      fr: "Vrai si la condition est fausse ou vide.",
      en: "True if the condition is false or blank.",
      .one { .boolean(!$0.holds) }),
    Function(
      "true", [], gives: .always(.boolean), fr: "Vrai.", en: "True.", .many { _ in .boolean(true) }),
    Function(
      "false", [], gives: .always(.boolean), fr: "Faux.", en: "False.",
      .many { _ in .boolean(false) }),
    Function(
      "boolean", [.value("value")], gives: .always(.boolean),
      fr: "Faux si la valeur est vide, zéro ou fausse ; vrai sinon.",
      en: "False if the value is blank, zero or false; otherwise true.", .one(truth)),
    Function(
      "selected", [.words("choices"), Parameter(name: "name", accepts: .choiceName, reads: .here)],
      gives: .always(.boolean), fr: "Vrai si ce choix est parmi ceux retenus.",
      en: "True if this choice is among those selected.", .two(selected)),
    Function(
      "count-selected", [.words("choices")], gives: .always(.number),
      fr: "Combien de choix sont retenus ; 0 si aucun.",
      en: "How many choices are selected; 0 if none is.",
      .one { choices in .number(Number(words(choices).count)) }),
    Function(
      "selected-at", [.words("choices"), .number("index")], gives: .element,
      fr: "Le choix à ce rang, compté depuis 0 ; vide au-delà.",
      en: "The choice at this index, counted from 0; blank beyond.", .two(selectedAt)),
    Function(
      "choice-name", [.question("question")], gives: .always(.text),
      fr: "Le libellé du choix retenu, tel qu’il est affiché.",
      en: "The label of the selected choice, as it is shown.", .form(.label)),
    Function(
      "jr:choice-name", [.value("name"), .question("'${question}'")], gives: .always(.text),
      fr: "Le libellé de ce nom dans la liste de la question citée.",
      en: "The label of this name in the list of the quoted question.", .form(.labelOf)),
    Function(
      "one-of", [.value("value"), .value("value")], 2...Int.max, gives: .always(.boolean),
      fr: "Vrai si la première valeur est égale à l’une des suivantes.",
      en: "True if the first value equals one of the others.", .form(.oneOf)),
    Function(
      "missing", [.question("question")], gives: .always(.text),
      fr: "Le nom de la réponse spéciale donnée (ne sait pas, refus…) ; vide sinon.",
      en: "The name of the special answer given (don’t know, refused…); otherwise blank.",
      .form(.special)),
    Function(
      "pulldata", [.quoted("list"), .quoted("column"), .quoted("key column"), .value("value")],
      gives: .always(.text),
      fr: "Ce que la liste contient dans la colonne, là où la colonne clé a cette valeur.",
      en: "What the list holds in the column, where the key column has this value.",
      .form(.lookup)),
  ]
}

/// The names in a value: those of its choices, or the words of a text.
private func words(_ value: Value) -> [Substring] {
  if case .choices(let names) = value { return names.map { $0[...] } }
  return value.plain.split(whereSeparator: \.isWhitespace)
}

private func selected(_ choices: Value, _ name: Value) -> Value {
  let wanted = name.plain
  switch choices {
  case .blank, .boolean, .number, .date, .time, .dateTime: return .boolean(false)
  case .choice(let only): return .boolean(!wanted.isEmpty && only == wanted)
  case .choices(let names): return .boolean(!wanted.isEmpty && names.contains(wanted))
  case .text: return .boolean(words(choices).contains { $0 == wanted })
  }
}

private func selectedAt(_ choices: Value, _ index: Value) -> Value {
  guard case .number(let number) = index, let place = number.whole else { return .blank }
  let names = words(choices)
  guard names.indices.contains(place) else { return .blank }
  let name = String(names[place])
  return if case .text = choices { .written(name) } else { .choice(name) }
}

private func truth(_ value: Value) -> Value {
  switch value {
  case .boolean: value
  case .number(let number): .boolean(number != .zero)
  case .blank, .text, .date, .time, .dateTime, .choice, .choices: .boolean(!value.isBlank)
  }
}
