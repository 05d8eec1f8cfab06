/// Names of months and days.
struct CalendarWords {
  let months: [String]
  let shortMonths: [String]
  /// From Monday.
  let days: [String]
  let shortDays: [String]

  static func `in`(_ language: Language) -> CalendarWords {
    switch language {
    case .french: french
    case .english: english
    }
  }

  private static let french = CalendarWords(
    months: [
      "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
      "octobre", "novembre", "décembre",
    ],
    shortMonths: [
      "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
      "déc.",
    ],
    days: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    shortDays: ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."])

  private static let english = CalendarWords(
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ],
    shortMonths: [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ],
    days: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    shortDays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])
}
