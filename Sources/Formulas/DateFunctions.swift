extension Function {
  /// Dates and times; a month or a year reads as its first day.
  static let dateFunctions: [Function] = [
    Function(
      "today", [], gives: .always(.date), fr: "Le jour où l’entretien a commencé.",
      en: "The day the interview started.", .told { _, surroundings in .date(surroundings.today) }),
    Function(
      "now", [], gives: .always(.dateTime), fr: "Le moment où l’entretien a commencé.",
      en: "The moment the interview started.",
      .told { _, surroundings in .dateTime(surroundings.now) }),
    Function(
      "date", [.value("value")], gives: .always(.date),
      fr: "La date d’un texte ISO, d’un nombre de jours depuis 1970 ou d’une date avec heure.",
      en: "The date of an ISO text, of a number of days since 1970 or of a date with time.",
      .one { $0.converted(to: .date) }),
    Function(
      "date-time", [.value("value")], gives: .always(.dateTime),
      fr: "Le moment d’un texte ISO avec décalage ; une date donne son minuit.",
      en: "The moment of an ISO text with its offset; a date gives its midnight.",
      .told { arguments, surroundings in
        let moment = arguments[0].converted(to: .dateTime)
        guard moment == .blank, case .date(let date) = arguments[0].converted(to: .date),
          let midnight = ClockTime(hour: 0, minute: 0)
        else { return moment }
        return DateTime(date: date, time: midnight, offset: surroundings.now.offset)
          .map(Value.dateTime) ?? .blank
      }),
    Function(
      "format-date", [.moment("date"), .quoted("format")], gives: .always(.text),
      fr: "La date écrite selon un modèle : %Y %y %m %n %b %B %d %e %a %A %H %M.",
      en: "The date written after a model: %Y %y %m %n %b %B %d %e %a %A %H %M.",
      .told { arguments, surroundings in
        DateModel.write(arguments[0], as: arguments[1].plain, in: surroundings.language)
      }),
    Function(
      "decimal-date-time", [.moment("date")], gives: .always(.number),
      fr: "Les jours depuis 1970, l’heure en fraction de jour.",
      en: "The days since 1970, the time as a fraction of a day.",
      .one { $0.converted(to: .number) }),
    Function(
      "months-between", [.date("from"), .date("to")], gives: .always(.number),
      fr: "Les mois entiers d’une date à l’autre ; négatif si la seconde est avant.",
      en: "The whole months from one date to the other; negative if the second is earlier.",
      .two { from, to in
        guard case .date(let from) = from, case .date(let to) = to else { return .blank }
        return .number(Number(months(from: from, to: to)))
      }),
  ]
}

private func months(from: CalendarDate, to: CalendarDate) -> Int {
  guard from.dayNumber <= to.dayNumber else { return -months(from: to, to: from) }
  let months = (to.year - from.year) * 12 + to.month - from.month
  return to.day < from.day ? months - 1 : months
}
