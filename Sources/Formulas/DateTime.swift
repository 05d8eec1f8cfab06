/// A moment: a day and a time as a clock shows them, and that clock's offset from UTC.
///
/// Two moments are equal when they are written alike; formulas compare their `instant`.
package struct DateTime: Hashable, Sendable, CustomStringConvertible {
  package let date: CalendarDate
  package let time: ClockTime
  private let packedOffset: Int16

  /// Minutes ahead of UTC, -1,439 to 1,439.
  package var offset: Int { Int(packedOffset) }

  /// Makes a moment; nil where the offset is a day or more.
  ///
  /// The date is taken to the day: a month reads as its first day.
  package init?(date: CalendarDate, time: ClockTime, offset: Int) {
    guard (-1439...1439).contains(offset),
      let day = CalendarDate(year: date.year, month: date.month, day: date.day)
    else { return nil }
    self.date = day
    self.time = time
    packedOffset = Int16(offset)
  }

  /// Reads ISO 8601 with an offset: `2018-06-12T09:03:11+02:00`, seconds optional, or `Z`.
  ///
  /// Fractions of a second are read and dropped.
  package init?(reading text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 17, bytes[10] == UInt8(ascii: "T"),
      let date = CalendarDate(reading: String(decoding: bytes[..<10], as: UTF8.self)),
      let mark = bytes.lastIndex(where: { "Z+-".utf8.contains($0) }), mark >= 16,
      let time = Self.time(bytes[11..<mark]), let offset = Self.offset(bytes[mark...])
    else { return nil }
    self.init(date: date, time: time, offset: offset)
  }

  /// Seconds since 1970-01-01T00:00:00Z.
  package var instant: Int {
    date.dayNumber * 86_400 + Int(time.seconds) - offset * 60
  }

  /// The moment so many seconds later, by the same clock; nil outside years 1 to 9999.
  package func adding(seconds: Int) -> DateTime? {
    let (sum, overflow) = Int(time.seconds).addingReportingOverflow(seconds)
    guard !overflow else { return nil }
    let second = (sum % 86_400 + 86_400) % 86_400
    guard let day = date.adding(days: (sum - second) / 86_400),
      let clock = ClockTime(
        hour: second / 3600, minute: second / 60 % 60, second: second % 60)
    else { return nil }
    return DateTime(date: day, time: clock, offset: offset)
  }

  /// ISO 8601 with seconds and offset, `Z` never: `2018-06-12T09:03:11+00:00`.
  package var description: String {
    let clock = [time.hour, time.minute, time.second].map { padded($0, to: 2) }
    let sign = offset < 0 ? "-" : "+"
    let ahead = "\(padded(abs(offset) / 60, to: 2)):\(padded(abs(offset) % 60, to: 2))"
    return "\(date)T\(clock.joined(separator: ":"))\(sign)\(ahead)"
  }

  private static func time(_ bytes: ArraySlice<UInt8>) -> ClockTime? {
    let parts = bytes.split(
      separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2 {
      guard let clock = parts.first, clock.count == 8, !parts[1].isEmpty,
        parts[1].allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
      else { return nil }
    }
    return parts.first.flatMap { ClockTime(reading: String(decoding: $0, as: UTF8.self)) }
  }

  private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
    let bytes = Array(bytes)
    if bytes == Array("Z".utf8) { return 0 }
    guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"), let hours = wholeNumber(bytes[1..<3]),
      let minutes = wholeNumber(bytes[4..<6]), hours < 24, minutes < 60
    else { return nil }
    let ahead = hours * 60 + minutes
    return bytes[0] == UInt8(ascii: "-") ? -ahead : ahead
  }
}
