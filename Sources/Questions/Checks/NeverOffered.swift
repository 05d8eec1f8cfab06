import Formulas

// Choices no answers lead to, and choices a person cannot tell apart.
extension DeskCheck {
  /// How many choices are looked at in all: a form whose every question filters a long list apart
  /// must not take seconds.
  private static let mostLooks = 100_000

  /// A list, and the questions that draw on it.
  private struct Use {
    let question: ChoiceQuestion
    let item: Int
  }

  mutating func findNeverOffered() {
    var uses: [String: [Use]] = [:]
    var order: [String] = []
    for item in items {
      guard let question = item.question?.kind.choices, question.list.file == nil else { continue }
      if case .row? = item.question?.kind { continue }
      // A list of the question's own may be called as one that several share.
      let isShared = entry(item.index).node["choices"]?.string != nil
      let name = (isShared ? "" : " ") + question.list.name
      if uses[name] == nil { order.append(name) }
      uses[name, default: []].append(Use(question: question, item: item.index))
    }
    var looks = 0
    for name in order {
      guard let uses = uses[name], let list = uses.first?.question.list else { continue }
      findImpossibleConditions(uses[0])
      if uses.allSatisfy(\.question.isFiltered) {
        looks += list.choices.count * uses.count
        if looks <= Self.mostLooks { findFilteredOut(list, uses) }
      } else if list.choices.allSatisfy({ $0.relevant == nil }) {
        findLabelsTwice(list, uses[0])
      }
    }
  }

  private mutating func findImpossibleConditions(_ use: Use) {
    for (choice, formula) in use.question.conditions where !formula.isDoubted {
      guard let source = use.question.list[choice]?.relevant,
        !Formula.canHold([formula], known: known)
      else { continue }
      let node = JSONValue(kind: .string(source.text), offset: source.offset)
      warn(.neverOffered(choice, others: 0), at: json.offset(of: 0, in: node))
    }
  }

  /// Choices that the filter of every question leaves out, said at the first.
  private mutating func findFilteredOut(_ list: ChoiceList, _ uses: [Use]) {
    var left = list.choices
    for use in uses {
      guard let filter = use.question.filter else { return }
      var answers: [[String?]: Bool] = [:]
      left = left.filter { choice in
        let held = filter.attributes.map(choice.attribute)
        if let known = answers[held] { return !known }
        let canHold = filter.canHold(choice.attribute, known: known)
        answers[held] = canHold
        return !canHold
      }
      if left.isEmpty { return }
    }
    guard let first = left.first else { return }
    let place = json.place(ofChoice: first.name, "name", in: entry(uses[0].item).node)
    let lacking = uses[0].question.filter?.attributes.first { first.attribute($0) == nil }
    let others = left.count - 1
    warn(
      lacking.map { .lacksAttribute(first.name, attribute: $0, others: others) }
        ?? .neverOffered(first.name, others: others), at: place)
  }

  private mutating func findLabelsTwice(_ list: ChoiceList, _ use: Use) {
    for place in list.choices.map(\.label.all.count).max().map({ 0..<$0 }) ?? 0..<0 {
      var names: [String: String] = [:]
      for choice in list.choices where !choice.label[place].isEmpty {
        let label = choice.label[place]
        guard let first = names.updateValue(choice.name, forKey: label), first != choice.name else {
          continue
        }
        let offset = json.place(ofChoice: choice.name, "label", in: entry(use.item).node)
        return warn(.labelTwice(label, first, choice.name), at: offset)
      }
    }
  }
}

extension ChoiceQuestion {
  /// Whether answers decide what it offers: a filter that reads none leaves choices out on purpose.
  fileprivate var isFiltered: Bool {
    filter.map { !$0.references.isEmpty && !$0.isDoubted } ?? false
  }
}
