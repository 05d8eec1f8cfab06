import Formulas

/// A typed number: whole for `integer`, with decimals for `decimal`.
package struct NumberQuestion: Hashable, Sendable {
  /// In `unit`.
  package let minimum: Number?
  /// In `unit`.
  package let maximum: Number?
  /// What two neighbouring values differ by, counted from `minimum` or 0.
  package let step: Number?
  /// Digits allowed after the mark; nil: as many as are typed.
  package let decimals: Int?
  package let unit: LocalizedText?

  init(whole keys: inout KeyReader) {
    self.init(&keys, decimals: 0)
    for (key, bound) in [("minimum", minimum), ("maximum", maximum), ("step", step)] {
      guard let bound, !bound.isWhole, let node = keys.object[key] else { continue }
      keys.report(.wrongType(key, expected: .wholeNumber), at: node.offset)
    }
  }

  init(decimal keys: inout KeyReader) {
    let decimals = keys.decimals()
    self.init(&keys, decimals: decimals)
  }

  private init(_ keys: inout KeyReader, decimals: Int?) {
    minimum = keys.number("minimum")
    maximum = keys.number("maximum")
    keys.inOrder("minimum", minimum, "maximum", maximum)
    step = keys.positive("step")
    if let minimum, let maximum, minimum < maximum, let step, let room = maximum - minimum,
      step > room
    {
      keys.report(
        .stepTooLarge, severity: .warning, at: keys.object["step"]?.offset ?? keys.object.offset)
    }
    self.decimals = decimals
    unit = keys.text("unit")
  }

  func value(of input: String, in language: Language) throws(Rejection) -> Value {
    let typed = input.trimmed
    if typed.isEmpty { return .blank }
    guard let number = LocalForm(language: language).number(reading: typed) else {
      throw .notANumber(typed)
    }
    if let decimals, number.rounded(decimals: decimals) != number {
      throw .tooManyDecimals(typed, allowed: decimals)
    }
    if let maximum, number > maximum {
      throw .aboveMaximum(number, maximum: maximum, decimals: decimals)
    }
    if let minimum, number < minimum {
      throw .belowMinimum(number, minimum: minimum, decimals: decimals)
    }
    if let step, !isOnStep(number, step) { throw .offStep(number, step: step) }
    return .number(number)
  }

  private func isOnStep(_ number: Number, _ step: Number) -> Bool {
    guard let past = number - (minimum ?? Number(0)), let steps = past.divided(by: step)
    else { return false }
    return steps.rounded(decimals: 0) == steps
  }

  func shown(_ value: Value, language: Int, in form: LocalForm) -> String {
    guard case .number(let number) = value else { return value.plain }
    let text = form.number(number)
    return unit.map { "\(text)\u{A0}\($0[language])" } ?? text
  }

  /// Its bounds, unit, step and decimals, in a paper form's words.
  func rules(_ place: Int, _ terms: PaperTerms) -> [String] {
    let form = LocalForm(language: terms.language)
    let range = terms.range(minimum.map { form.number($0) }, maximum.map { form.number($0) })
    let bounds = [range, unit?[place] ?? ""].filter { !$0.isEmpty }.joined(separator: "\u{A0}")
    let grain = [
      step.map { terms.step(form.number($0)) },
      decimals.flatMap { $0 > 0 ? terms.decimals($0) : nil },
    ]
    return [bounds] + grain.compactMap(\.self)
  }
}
