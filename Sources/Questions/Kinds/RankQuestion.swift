import Formulas

/// Choices put in order, the first one first.
package struct RankQuestion: Hashable, Sendable {
  package let choices: ChoiceQuestion

  init(_ keys: inout KeyReader) { choices = ChoiceQuestion(&keys, isMultiple: true) }

  /// How many ranks there are to give: `max_selected`, else one per choice.
  package var ranks: Int { choices.maximumSelected ?? choices.list.choices.count }

  /// The choices named, in the order given; blank where there are none.
  func value(of input: String, offered: [String]) throws(Rejection) -> Value {
    var names: [String] = []
    for name in input.split(whereSeparator: \.isWhitespace).map(String.init) {
      guard offered.contains(name) else {
        throw .notAChoice(name, nearest: nearestName(to: name, among: offered))
      }
      if !names.contains(name) { names.append(name) }
    }
    if names.isEmpty { return .blank }
    guard names.count <= ranks else { throw .tooMany(names.count, maximum: ranks) }
    if let least = choices.minimumSelected, names.count < least {
      throw .tooFew(names.count, minimum: least)
    }
    return .choices(names)
  }

  /// The labels in order, numbered.
  func shown(_ value: Value, language: Int) -> String {
    value.names.enumerated().map { place, name in
      "\(place + 1). \(choices.list[name]?.label[language] ?? name)"
    }.joined(separator: ", ")
  }
}

extension Value {
  /// The names of the choices it holds.
  package var names: [String] {
    switch self {
    case .choice(let name): [name]
    case .choices(let names): names
    case .blank, .boolean, .number, .text, .date, .time, .dateTime: []
    }
  }
}
