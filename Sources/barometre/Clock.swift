import Formulas
import Glibc

/// The only place that reads the time.
enum Clock {
  /// Now, local, to the second.
  static func now() -> DateTime {
    var seconds = time(nil)
    var local = tm()
    localtime_r(&seconds, &local)
    guard
      let date = CalendarDate(
        year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday)),
      let clock = ClockTime(
        hour: Int(local.tm_hour), minute: Int(local.tm_min), second: min(Int(local.tm_sec), 59)),
      let now = DateTime(date: date, time: clock, offset: Int(local.tm_gmtoff) / 60)
    else { preconditionFailure("the system's calendar has no such moment") }
    return now
  }

  /// Since 1970-01-01T00:00:00Z.
  static func milliseconds() -> UInt64 {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return UInt64(now.tv_sec) * 1000 + UInt64(now.tv_nsec) / 1_000_000
  }

  /// `14:32` today, `12/03` on another day, the year too on another year's.
  static func brief(_ moment: DateTime, now: DateTime) -> String {
    if moment.date == now.date { return hours(of: moment) }
    let text = moment.date.description
    let parts = text.split(separator: "-")
    guard parts.count == 3 else { return text }
    let isThisYear = moment.date.year == now.date.year
    return isThisYear ? "\(parts[2])/\(parts[1])" : "\(parts[2])/\(parts[1])/\(parts[0].suffix(2))"
  }

  /// `14:32`.
  static func hours(of moment: DateTime) -> String {
    String(moment.time.description.prefix(5))
  }
}

/// Keeps what is told often from being told more often than it can be read.
struct Pace {
  /// In milliseconds.
  private static let pause: UInt64 = 200
  private var last = Clock.milliseconds()

  /// Whether enough time has gone by since it last was, or since the start.
  mutating func isDue() -> Bool {
    let now = Clock.milliseconds()
    guard now - last >= Self.pause else { return false }
    last = now
    return true
  }
}
