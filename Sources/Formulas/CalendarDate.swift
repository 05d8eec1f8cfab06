/// A day, a month or a year of the Gregorian calendar, from year 1 to 9999.
///
/// A month or a year keeps its precision but reads as its first day wherever a day is needed.
/// Order is by first day, the less precise date first.
package struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// How much of the date is known.
  package enum Precision: Hashable, Sendable, CaseIterable, Comparable {
    case year
    case month
    case day
  }

  private let packedYear: Int16
  private let packedMonth: UInt8
  private let packedDay: UInt8
  package let precision: Precision

  package var year: Int { Int(packedYear) }
  /// From 1; 1 where only the year is known.
  package var month: Int { Int(packedMonth) }
  /// From 1; 1 where the day is not known.
  package var day: Int { Int(packedDay) }

  /// Makes a date; nil if the calendar has no such day.
  ///
  /// Parts beyond the precision are ignored.
  package init?(year: Int, month: Int = 1, day: Int = 1, precision: Precision = .day) {
    let month = precision == .year ? 1 : month
    let day = precision == .day ? day : 1
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    self.init(uncheckedYear: year, month: month, day: day, precision: precision)
  }

  /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, and nothing else; nil if there is no such day.
  package init?(reading text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard [4, 7, 10].contains(bytes.count), let year = wholeNumber(bytes[0..<4]) else { return nil }
    var month = 1
    var day = 1
    if bytes.count >= 7 {
      guard bytes[4] == UInt8(ascii: "-"), let read = wholeNumber(bytes[5..<7]) else { return nil }
      month = read
    }
    if bytes.count == 10 {
      guard bytes[7] == UInt8(ascii: "-"), let read = wholeNumber(bytes[8..<10]) else { return nil }
      day = read
    }
    let precision: Precision = bytes.count == 4 ? .year : bytes.count == 7 ? .month : .day
    self.init(year: year, month: month, day: day, precision: precision)
  }

  /// The day this many days after 1970-01-01; nil outside years 1 to 9999.
  package init?(dayNumber: Int) {
    guard (-719_162...2_932_896).contains(dayNumber) else { return nil }
    // Howard Hinnant, “chrono-compatible low-level date algorithms”, civil_from_days: years are
    // counted from March, so that a leap day is the last day of its year.
    let days = dayNumber + 719_468
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    self.init(
      uncheckedYear: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shifted + 2) / 5 + 1, precision: .day)
  }

  private init(uncheckedYear year: Int, month: Int, day: Int, precision: Precision) {
    packedYear = Int16(year)
    packedMonth = UInt8(month)
    packedDay = UInt8(day)
    self.precision = precision
  }

  /// Days from 1970-01-01 to the first day meant; negative before.
  package var dayNumber: Int {
    // The inverse of `init(dayNumber:)`, from the same source.
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear % 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The same day so many months later, the month's last where it has no such day; nil outside the
  /// years 1 to 9999.
  package func adding(months: Int) -> CalendarDate? {
    let count = year * 12 + month - 1 + months
    let (year, month) = (count / 12, count % 12 + 1)
    guard count >= 12, year <= 9999 else { return nil }
    let last = Self.length(ofMonth: month, year: year)
    return CalendarDate(year: year, month: month, day: min(day, last), precision: precision)
  }

  /// The day that many days later, to the day; nil outside years 1 to 9999.
  package func adding(days: Int) -> CalendarDate? {
    let (sum, overflow) = dayNumber.addingReportingOverflow(days)
    return overflow ? nil : CalendarDate(dayNumber: sum)
  }

  /// From 0, a Monday, to 6, a Sunday.
  package var weekday: Int {
    ((dayNumber + 3) % 7 + 7) % 7
  }

  /// ISO 8601, as precise as the date is.
  package var description: String {
    let start = padded(year, to: 4)
    return switch precision {
    case .year: start
    case .month: "\(start)-\(padded(month, to: 2))"
    case .day: "\(start)-\(padded(month, to: 2))-\(padded(day, to: 2))"
    }
  }

  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.dayNumber == right.dayNumber
      ? left.precision < right.precision : left.dayNumber < right.dayNumber
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// The number these ASCII digits write; nil if one is no digit or there is none.
func wholeNumber(_ digits: ArraySlice<UInt8>) -> Int? {
  var number = 0
  for byte in digits {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), number < 100_000_000 else {
      return nil
    }
    number = number * 10 + Int(byte - UInt8(ascii: "0"))
  }
  return digits.isEmpty ? nil : number
}

/// The number with zeros before it, as many digits as `width` asks for.
func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
