import Formulas

extension Rejection {
  /// Non-breaking spaces (U+00A0) before ; : ? ! and inside « », as French print does.
  func french(_ texts: Int) -> String {
    let form = LocalForm(language: .french)
    switch self {
    case .required(let message):
      return message?[texts] ?? "Une réponse est nécessaire pour continuer."
    case .nothingTicked:
      return "Rien de coché : Espace ou le numéro pour cocher."
    case .notANumber(let input):
      return "« \(input.short) » n’est pas un nombre. Écrivez des chiffres, par exemple 12500."
    case .tooManyDecimals(let input, 0):
      return "« \(input.short) » : un nombre entier est attendu, sans virgule."
    case .tooManyDecimals(let input, let allowed):
      return "« \(input.short) » : \(allowed) \(allowed > 1 ? "décimales" : "décimale") au plus."
    case .aboveMaximum(let number, let maximum, let decimals):
      let given = form.number(number, decimals: decimals)
      return "\(given) dépasse le maximum (\(form.number(maximum)))."
        + " Corrigez, ou revenez avec PgPréc."
    case .belowMinimum(let number, let minimum, let decimals):
      let given = form.number(number, decimals: decimals)
      return "\(given) est sous le minimum (\(form.number(minimum)))."
        + " Corrigez, ou revenez avec PgPréc."
    case .offStep(let number, let step):
      return
        "\(form.number(number)) : la valeur va de \(form.number(step)) en \(form.number(step))."
    case .notATime(let input):
      return "«\u{A0}\(input.short)\u{A0}» n’est pas une heure. Par exemple\u{A0}: 14h30, ou 14:30."
    case .notADate(let input, let asked):
      return "« \(input.short) » n’est pas une date. Écrivez par exemple \(Self.sample(asked))."
    case .dateTooVague(let date, .day) where date.precision == .month:
      return "\(form.date(date)) : il faut aussi le jour."
    case .dateTooVague(let date, .day):
      return "\(form.date(date)) : il faut aussi le jour et le mois."
    case .dateTooVague(let date, _):
      return "\(form.date(date)) : il faut aussi le mois."
    case .tooShort(let length, let minimum):
      return "\(characters(length)) : il en faut au moins \(minimum)."
    case .tooLong(let length, let maximum):
      return "\(characters(length)) : \(maximum) au plus."
    case .notInPattern(let input, let message):
      return message?[texts] ?? "« \(input.short) » n’a pas la forme attendue."
    case .notAChoice(let input, let nearest):
      let hint = nearest.map { " Vouliez-vous dire « \($0) » ?" } ?? ""
      return "« \(input.short) » n’est pas une des réponses proposées.\(hint)"
    case .exclusive(let label):
      return "« \(label[texts]) » exclut les autres réponses."
    case .tooMany(_, let maximum):
      return "Maximum \(maximum) : décochez une réponse avant d’en ajouter une autre."
    case .tooFew(let count, let minimum):
      return "\(count) \(count > 1 ? "cochées" : "cochée") : il en faut au moins \(minimum)."
    case .notOffered(let name):
      return "« \(name.short) » n’est pas proposé ici."
    case .calculated: return "Cette valeur est calculée : elle ne se saisit pas."
    case .notAsked: return "Cette question n’est pas posée ici."
    case .tooManyInstances(let maximum): return "Pas plus de \(maximum) dans cette liste."
    case .tooFewInstances(let minimum): return "Au moins \(minimum) dans cette liste."
    case .fixedInstances(let count): return "Le nombre (\(count)) vient d’une autre réponse."
    }
  }

  private static func sample(_ precision: CalendarDate.Precision) -> String {
    switch precision {
    case .day: "5/7/2020 ou 5 juillet 2020"
    case .month: "7/2020 ou juillet 2020"
    case .year: "2020"
    }
  }

  private func characters(_ count: Int) -> String {
    count > 1 ? "\(count) caractères" : "\(count) caractère"
  }
}

extension String {
  /// At most 40 characters, to quote.
  var short: String { count > 40 ? prefix(39) + "…" : self }
}
