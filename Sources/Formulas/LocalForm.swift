/// Numbers, dates and times as a reader of a language writes them.
package struct LocalForm: Hashable, Sendable {
  package let language: Language

  package init(language: Language) {
    self.language = language
  }

  package func number(_ number: Number, decimals: Int? = nil) -> String { number.description }
  package func date(_ date: CalendarDate) -> String { date.description }
  package func time(_ time: ClockTime) -> String { time.description }
  package func dateTime(_ moment: DateTime) -> String { moment.description }

  /// The number a person typed; nil if it is none.
  package func number(reading text: some StringProtocol) -> Number? { Number(reading: text) }
}
