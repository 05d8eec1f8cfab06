import Formulas

/// A value kept up to date by its formula; never asked.
package struct CalculateQuestion: Hashable, Sendable {
  package let type: ValueType?
  package let unit: LocalizedText?
  /// Digits shown after the mark; nil: as many as there are.
  package let decimals: Int?
  /// Gives the values it may take their labels and their order.
  package let labels: ChoiceList?

  init(_ keys: inout KeyReader) {
    type = keys.calculatedType
    unit = keys.text("unit")
    decimals = keys.decimals()
    labels = keys.labels("choices")
  }

  func shown(_ value: Value, language: Int, in form: LocalForm) -> String {
    if let label = labels?[value.plain]?.label[language] { return label }
    let text: String
    switch value {
    case .number(let number): text = form.number(number, decimals: decimals)
    case .date(let date): text = form.date(date)
    case .blank, .boolean, .text, .time, .dateTime, .choice, .choices: text = value.plain
    }
    guard let unit, !value.isBlank else { return text }
    return "\(text)\u{A0}\(unit[language])"
  }
}
