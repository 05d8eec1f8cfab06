import Formulas

/// One choice of a list, or several.
package struct ChoiceQuestion: Hashable, Sendable {
  package enum Appearance: String, CaseIterable, Hashable, Sendable {
    case likert
    case search
  }

  package let list: ChoiceList
  /// Which choices are offered: a bare name in it is the choice's own attribute.
  package let filter: Formula?
  /// When single choices are offered, by their name.
  package let conditions: [String: Formula]
  package let appearance: Appearance?
  /// At least so many, once answered; select_multiple only.
  package let minimumSelected: Int?
  package let maximumSelected: Int?

  init(_ keys: inout KeyReader, isMultiple: Bool) {
    list = keys.choiceList("choices", isMultiple: isMultiple)
    filter = keys.filter("choice_filter", over: list)
    conditions = keys.conditions(of: list)
    appearance = keys.oneOf("appearance", Appearance.allCases.map(\.rawValue))
      .flatMap(Appearance.init)
    minimumSelected = isMultiple ? keys.count("min_selected") : nil
    maximumSelected = isMultiple ? keys.count("max_selected", atLeast: 1) : nil
    keys.inOrder("min_selected", minimumSelected, "max_selected", maximumSelected)
    // Choices that stand alone are never several.
    let most = list.choices.count { !$0.exclusive }
    for (key, asked) in [("min_selected", minimumSelected), ("max_selected", maximumSelected)] {
      guard let asked, asked > max(most, 1), !list.choices.isEmpty else { continue }
      keys.report(
        .moreThanChoices(key, choices: most), severity: key == "min_selected" ? .error : .warning,
        at: keys.object[key]?.offset ?? keys.object.offset)
    }
  }

  /// The one choice named; blank where nothing is.
  static func one(of input: String, offered: [String]) throws(Rejection) -> Value {
    let name = input.trimmed
    if name.isEmpty { return .blank }
    guard offered.contains(name) else {
      throw .notAChoice(name, nearest: nearestName(to: name, among: offered))
    }
    return .choice(name)
  }

  /// The choices named, in list order; blank where there are none.
  func several(of input: String, offered: [String]) throws(Rejection) -> Value {
    let names = input.split(whereSeparator: \.isWhitespace).map(String.init)
    for name in names where !offered.contains(name) {
      throw .notAChoice(name, nearest: nearestName(to: name, among: offered))
    }
    let chosen = list.ordered(Array(Set(names)))
    if chosen.isEmpty { return .blank }
    if let alone = chosen.first(where: { list[$0]?.exclusive == true }), chosen.count > 1 {
      throw .exclusive(list[alone]?.label ?? LocalizedText(alone))
    }
    if let maximumSelected, chosen.count > maximumSelected {
      throw .tooMany(chosen.count, maximum: maximumSelected)
    }
    let isAlone = chosen.count == 1 && list[chosen[0]]?.exclusive == true
    if let minimumSelected, chosen.count < minimumSelected, !isAlone {
      throw .tooFew(chosen.count, minimum: minimumSelected)
    }
    return .choices(chosen)
  }

  func shown(_ value: Value, language: Int) -> String {
    let label = { (name: String) in self.list[name]?.label[language] ?? name }
    switch value {
    case .choice(let name): return label(name)
    case .choices(let names): return names.map(label).joined(separator: ", ")
    case .blank, .boolean, .number, .text, .date, .time, .dateTime: return value.plain
    }
  }

  /// The choice that opens a free text, and the name that text is stored under.
  package func otherText(of question: String) -> (choice: String, name: String)? {
    for choice in list.choices {
      if let name = choice.other { return (choice.name, name.isEmpty ? question + "_other" : name) }
    }
    return nil
  }
}
