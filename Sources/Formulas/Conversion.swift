extension Value {
  /// The value as another type; blank where it does not read as one.
  ///
  /// A number from a text that writes one, from a date its days since 1970 with the time of its
  /// own clock as a fraction, from a condition 1 or 0. A date from ISO text of any precision, from
  /// a number of days, from a moment. A choice or choices from the words of a text. A text from
  /// anything, in its plain form.
  func converted(to type: ValueType) -> Value {
    switch type {
    case .text: .written(plain)
    case .number: Value(asNumber)
    case .date: asDate.map(Value.date) ?? .blank
    case .dateTime: asDateTime.map(Value.dateTime) ?? .blank
    case .time: asTime.map(Value.time) ?? .blank
    case .boolean: asTruth.map(Value.boolean) ?? .blank
    case .choice: isBlank ? .blank : .choice(plain)
    case .choices: asChoices
    }
  }

  /// What a text in quotes reads as where that type is needed; blank if it does not.
  ///
  /// As `converted(to:)`, but a date with time is no date.
  static func literal(_ text: String, as type: ValueType) -> Value {
    if type == .date { return CalendarDate(reading: text).map(Value.date) ?? .blank }
    return Value.text(text).converted(to: type)
  }

  private var asNumber: Number? {
    switch self {
    case .blank: nil
    case .number(let number): number
    case .boolean(let truth): truth ? .one : .zero
    case .date(let date): Number(date.dayNumber)
    case .time(let time): Number(Int(time.seconds)).divided(by: Number(86_400))
    case .dateTime(let moment):
      Number(moment.date.dayNumber * 86_400 + Int(moment.time.seconds)).divided(by: Number(86_400))
    case .text, .choice, .choices: Number(reading: plain)
    }
  }

  private var asDate: CalendarDate? {
    switch self {
    case .blank, .boolean, .time: nil
    case .date(let date): date
    case .dateTime(let moment): moment.date
    case .number(let days): days.roundedDown()?.whole.flatMap { CalendarDate(dayNumber: $0) }
    case .text, .choice, .choices:
      CalendarDate(reading: plain) ?? DateTime(reading: plain)?.date
    }
  }

  private var asDateTime: DateTime? {
    switch self {
    case .dateTime(let moment): moment
    case .text, .choice, .choices: DateTime(reading: plain)
    case .blank, .boolean, .number, .date, .time: nil
    }
  }

  private var asTime: ClockTime? {
    switch self {
    case .time(let time): time
    case .dateTime(let moment): moment.time
    case .text, .choice, .choices: ClockTime(reading: plain)
    case .blank, .boolean, .number, .date: nil
    }
  }

  private var asTruth: Bool? {
    switch self {
    case .boolean(let truth): truth
    case .text, .choice, .choices: plain == "true" ? true : plain == "false" ? false : nil
    case .blank, .number, .date, .time, .dateTime: nil
    }
  }

  private var asChoices: Value {
    if case .choices = self { return self }
    let names = plain.split(whereSeparator: \.isWhitespace).map(String.init)
    return names.isEmpty ? .blank : .choices(names)
  }

  /// Whether two values are equal as `=` has it: blank equals nothing.
  func equals(_ other: Value) -> Bool {
    switch (self, other) {
    case (.text(let one), .text(let two)), (.choice(let one), .choice(let two)),
      (.text(let one), .choice(let two)), (.choice(let one), .text(let two)):
      one == two && !one.isEmpty
    case (.number(let one), .number(let two)): one == two
    case (.boolean(let one), .boolean(let two)): one == two
    case (.date(let one), .date(let two)): one.dayNumber == two.dayNumber
    case (.time(let one), .time(let two)): one == two
    case (.dateTime(let one), .dateTime(let two)): one.instant == two.instant
    case (.choices(let one), .choices(let two)): one == two && !one.isEmpty
    case (.blank, _), (.boolean, _), (.number, _), (.text, _), (.date, _), (.time, _),
      (.dateTime, _), (.choice, _), (.choices, _):
      false
    }
  }

  /// Whether the comparison holds; never where a side is blank or the types differ.
  func stands(_ order: Order, _ other: Value) -> Bool {
    switch (self, other) {
    case (.number(let one), .number(let two)): compare(one, order, two)
    case (.date(let one), .date(let two)): compare(one.dayNumber, order, two.dayNumber)
    case (.time(let one), .time(let two)): compare(one, order, two)
    case (.dateTime(let one), .dateTime(let two)): compare(one.instant, order, two.instant)
    case (.blank, _), (.boolean, _), (.number, _), (.text, _), (.date, _), (.time, _),
      (.dateTime, _), (.choice, _), (.choices, _):
      false
    }
  }
}

private func compare<Ordered: Comparable>(_ one: Ordered, _ order: Order, _ two: Ordered) -> Bool {
  switch order {
  case .below: one < two
  case .atMost: one <= two
  case .above: one > two
  case .atLeast: one >= two
  }
}
