/// A time of day, to the second.
package struct ClockTime: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Seconds since midnight, 0 to 86,399.
  package let seconds: Int32

  /// Makes a time; nil outside 00:00:00 to 23:59:59.
  package init?(hour: Int, minute: Int, second: Int = 0) {
    guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second) else {
      return nil
    }
    seconds = Int32(hour * 3600 + minute * 60 + second)
  }

  /// Reads `HH:MM` or `HH:MM:SS`, and nothing else.
  package init?(reading text: some StringProtocol) {
    let bytes = Array(text.utf8)
    let colon = UInt8(ascii: ":")
    guard bytes.count == 5 || bytes.count == 8, bytes[2] == colon,
      let hour = wholeNumber(bytes[0..<2]), let minute = wholeNumber(bytes[3..<5])
    else { return nil }
    guard bytes.count == 8 else {
      self.init(hour: hour, minute: minute)
      return
    }
    guard bytes[5] == colon, let second = wholeNumber(bytes[6..<8]) else { return nil }
    self.init(hour: hour, minute: minute, second: second)
  }

  package var hour: Int { Int(seconds) / 3600 }
  package var minute: Int { Int(seconds) / 60 % 60 }
  package var second: Int { Int(seconds) % 60 }

  /// `HH:MM`, with `:SS` where the seconds are not zero.
  package var description: String {
    let short = "\(padded(hour, to: 2)):\(padded(minute, to: 2))"
    return second == 0 ? short : "\(short):\(padded(second, to: 2))"
  }

  package static func < (left: ClockTime, right: ClockTime) -> Bool {
    left.seconds < right.seconds
  }
}
