import Formulas

/// A time of day, to the minute.
package enum TimeQuestion {
  /// Reads `14:30`, `14h30`, `14 h 30`, `1430`, `14h`, `2:30 pm`; blank where nothing is typed.
  static func value(of input: String) throws(Rejection) -> Value {
    let typed = input.trimmed
    if typed.isEmpty { return .blank }
    guard let time = time(reading: typed) else { throw .notATime(typed) }
    return .time(time)
  }

  private static func time(reading typed: String) -> ClockTime? {
    var text = typed.lowercased().filter { !$0.isWhitespace && $0 != "." }
    var isAfternoon: Bool?
    for (ending, value) in [("am", false), ("pm", true)] where text.hasSuffix(ending) {
      isAfternoon = value
      text.removeLast(2)
    }
    guard let (hour, minute) = parts(of: text) else { return nil }
    guard let isAfternoon else { return ClockTime(hour: hour, minute: minute) }
    guard (1...12).contains(hour) else { return nil }
    return ClockTime(hour: hour % 12 + (isAfternoon ? 12 : 0), minute: minute)
  }

  private static func parts(of text: String) -> (hour: Int, minute: Int)? {
    let pieces = text.split(omittingEmptySubsequences: false, whereSeparator: { ":h".contains($0) })
    let numbers = pieces.filter { !$0.isEmpty }.map { Int($0) }
    guard numbers.allSatisfy({ $0 != nil }), pieces.first?.isEmpty == false else { return nil }
    let values = numbers.compactMap(\.self)
    switch (pieces.count, values.count) {
    case (1, 1) where text.count >= 3: return (values[0] / 100, values[0] % 100)
    case (1, 1), (2, 1): return (values[0], 0)
    case (2, 2): return (values[0], values[1])
    default: return nil  // More pieces than a time has.
    }
  }

  static func shown(_ value: Value, in form: LocalForm) -> String {
    guard case .time(let time) = value else { return value.plain }
    return form.time(time)
  }
}
