import Console
import Formulas

/// The month of a date, its day marked: for a date typed by hand to be checked at a glance.
struct CalendarPicture {
  /// Seven days of two digits, and what marks one.
  static let width = 22
  private let date: CalendarDate
  private let form: LocalForm

  init(_ date: CalendarDate, _ form: LocalForm) {
    self.date = date
    self.form = form
  }

  /// Draws it at the right of lines already there, and on more where there are too few.
  func draw(on body: inout Body, from first: Int) {
    let column = body.width - Self.width
    let lines = weeks
    while body.lines.count < first + lines.count + 2 { body.blank() }
    let title = CalendarDate(year: date.year, month: date.month, precision: .month) ?? date
    let name = form.date(title)
    let middle = max(0, (Self.width - TextWidth.width(of: name)) / 2)
    body.append(.init(column: column + middle, text: name, style: .strong), to: first)
    let days = form.weekdayInitials.joined(separator: " ")
    body.append(.init(column: column + 1, text: days, style: .quiet), to: first + 1)
    for (row, week) in lines.enumerated() {
      for (weekday, day) in week.enumerated() where day > 0 {
        let isIt = day == date.day
        let digits = day < 10 ? " \(day)" : String(day)
        body.append(
          .init(
            column: column + weekday * 3, text: isIt ? "[\(digits)]" : " \(digits)",
            style: isIt ? .chosen : .text), to: first + 2 + row)
      }
    }
  }

  /// The days of each week, from Monday; 0 outside the month.
  private var weeks: [[Int]] {
    guard let start = CalendarDate(year: date.year, month: date.month) else { return [] }
    var days = [Int](repeating: 0, count: start.weekday)
    var day: CalendarDate? = start
    while let here = day, here.month == date.month {
      days.append(here.day)
      day = here.adding(days: 1)
    }
    return stride(from: 0, to: days.count, by: 7).map {
      Array(days[$0..<min($0 + 7, days.count)])
    }
  }
}
