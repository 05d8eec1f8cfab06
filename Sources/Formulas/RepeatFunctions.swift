extension Function {
  /// What looks at several instances of a repeat at once.
  static let repeatFunctions: [Function] = [
    Function(
      "count", [.gathered("value", .anything)], 1...Int.max, gives: .always(.number),
      fr: "Combien de fiches, ou combien de fois la question est posée.",
      en: "How many instances, or how many times the question is asked.",
      .many { .number(Number($0.count)) }),
    Function(
      "count-non-empty", [.gathered("value", .anything)], 1...Int.max, gives: .always(.number),
      fr: "Combien de valeurs ne sont pas vides.", en: "How many values are not blank.",
      .many { values in .number(Number(values.count { !$0.isBlank })) }),
    Function(
      "sum", [.gathered("number", .number)], 1...Int.max, gives: .always(.number),
      fr: "La somme des nombres, les vides passés ; vide s’il n’y en a aucun.",
      en: "The sum of the numbers, blanks skipped; blank if there is none.", .many(sum)),
    Function(
      "min", [.gathered("value", .ordered)], 1...Int.max, gives: .alike(from: 0),
      fr: "Le plus petit nombre ou la date la plus ancienne, les vides passés.",
      en: "The smallest number or the earliest date, blanks skipped.",
      .many { values in extreme(values, .below) }),
    Function(
      "max", [.gathered("value", .ordered)], 1...Int.max, gives: .alike(from: 0),
      fr: "Le plus grand nombre ou la date la plus récente, les vides passés.",
      en: "The largest number or the latest date, blanks skipped.",
      .many { values in extreme(values, .above) }),
    Function(
      "join", [.value("separator"), .list("value")], 2...Int.max, gives: .always(.text),
      fr: "Les valeurs à la suite, séparées par le premier texte, les vides passés.",
      en: "The values one after another, the first text between them, blanks skipped.",
      .many { values in
        let filled = values.dropFirst().filter { !$0.isBlank }.map(\.plain)
        return .written(filled.joined(separator: values.first?.plain ?? ""))
      }),
    Function(
      "duplicates", [.list("value")], 1...Int.max, gives: .always(.number),
      fr: "Combien de valeurs répètent une valeur précédente, les vides passés.",
      en: "How many values repeat an earlier one, blanks skipped.",
      .many { values in
        let filled = values.filter { !$0.isBlank }.map(\.plain)
        return .number(Number(filled.count - Set(filled).count))
      }),
    Function(
      "position", [Parameter(name: "..", accepts: .parent, reads: .here)], gives: .always(.number),
      fr: "Le rang de cette fiche, compté depuis 1.",
      en: "The position of this instance, counted from 1.", .form(.position)),
    Function(
      "indexed-repeat",
      [
        .question("question"), Parameter(name: "repeat", accepts: .repeated, reads: .here),
        .number("position"),
      ], 3...Int.max, gives: .alike(from: 0),
      fr: "La valeur d’une question dans une fiche donnée, comptée depuis 1.",
      en: "A question’s value in a given instance, counted from 1.", .form(.indexed)),
  ]
}

private func sum(_ values: [Value]) -> Value {
  var total: Number?
  for case .number(let number) in values {
    guard let next = total.map({ $0 + number }) ?? number else { return .blank }
    total = next
  }
  return total.map(Value.number) ?? .blank
}

private func extreme(_ values: [Value], _ order: Order) -> Value {
  var found = Value.blank
  for value in values where !value.isBlank {
    if found == .blank || value.stands(order, found) { found = value }
  }
  return found
}
