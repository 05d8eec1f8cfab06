import Formulas

/// One question on paper: its words, its rules, what can be answered.
extension PaperForm {
  mutating func write(_ question: Question, _ item: Item) {
    switch question.kind {
    case .other, .row: return  // Written with the question they belong to.
    case .calculate: return writeCalculation(question, item)
    case .note, .acknowledge, .text, .number, .date, .time, .selectOne, .selectMultiple, .rank,
      .grid:
      break
    }
    let number = item.number.map { "\($0). " } ?? ""
    add("**\(number)\(item.label.map(text) ?? item.name)** `\(item.name)`")
    add(item.hint.map(text) ?? "")
    add(item.text.map(text) ?? "")
    add(item.relevant.map { "*\(terms.askIf)\(words($0))*" } ?? "")
    let rules = rules(question, item)
    add(rules.isEmpty ? "" : "*\(rules.joined(separator: " · "))*")
    writeAnswers(question, item)
  }

  private mutating func writeCalculation(_ question: Question, _ item: Item) {
    let label = (item.label ?? item.shortLabel).map { " \(terms.quoted(text($0)))" } ?? ""
    let formula = question.calculation.map { "\(terms.colon)\(words($0))" } ?? ""
    let personal = question.personal.map { " *(\(terms.personal($0)))*" } ?? ""
    add("> *\(terms.calculated)* `\(item.name)`\(label)\(formula)\(personal)")
  }

  private func rules(_ question: Question, _ item: Item) -> [String] {
    var rules = question.kind.rules(place, terms)
    if case .text(let kind) = question.kind {
      rules += kind.pattern.map { ["\(terms.pattern)`\($0.text)`"] } ?? []
      rules += kind.patternMessage.map { ["\(terms.elseSay)\(terms.quoted(text($0)))"] } ?? []
    }
    switch question.required {
    case .never: break
    case .always: rules.append(terms.required)
    case .when(let formula): rules.append("\(terms.requiredIf)\(words(formula))")
    }
    rules += question.requiredMessage.map { ["\(terms.elseSay)\(terms.quoted(text($0)))"] } ?? []
    rules += question.kind.choices?.filter.map { ["\(terms.offeredIf)\(words($0))"] } ?? []
    rules += question.calculation.map { ["\(terms.calculated)\(terms.colon)\(words($0))"] } ?? []
    rules += question.proposal.map { ["\(terms.proposed)\(words($0))"] } ?? []
    if question.isRandomized { rules.append(terms.drawn) }
    if question.endsInterview { rules.append(terms.ends) }
    rules += question.personal.map { [terms.personal($0)] } ?? []
    rules += item.shortLabel.map { ["\(terms.short)\(terms.quoted(text($0)))"] } ?? []
    rules += question.whenBlank.map { ["\(terms.whenBlank)\(terms.quoted(text($0)))"] } ?? []
    return rules
  }

  private mutating func writeAnswers(_ question: Question, _ item: Item) {
    var options: [String] = []
    if let choices = question.kind.choices {
      options = choices.list.choices.map { option($0, of: choices, in: question, item) }
      if let file = choices.list.file { options.append(line() + " *(\(described(file)))*") }
    } else if question.kind.holdsAnswer {
      options = question.kind == .acknowledge ? ["- [ ] \(terms.read)"] : [line()]
    }
    options += question.missing.compactMap { name in
      questionnaire.special(name).map { "- [ ] *\(Self.escaped($0.label[place]))* `\(name)`" }
    }
    if question.isGrid { return writeGrid(item, options) }
    if !options.isEmpty { lines += [""] + options }
  }

  /// Where an answer is written by hand.
  private func line() -> String { terms.answer + String(repeating: "…", count: 10) }

  private func option(
    _ choice: Choice, of choices: ChoiceQuestion, in question: Question, _ item: Item
  ) -> String {
    var marks = choices.conditions[choice.name].map { ["\(terms.offeredIf)\(words($0))"] } ?? []
    if choice.exclusive { marks.append(terms.exclusive) }
    if choice.isAnchored, question.isRandomized { marks.append(terms.last) }
    if let other = choices.otherText(of: item.name), other.choice == choice.name {
      marks.append("\(terms.specify)`\(other.name)`")
    }
    let note = marks.isEmpty ? "" : " (\(marks.joined(separator: ", ")))"
    return "- [ ] \(Self.escaped(choice.label[place])) `\(choice.name)`\(note)"
  }

  /// A grid's options, numbered, then its rows with a box for each.
  private mutating func writeGrid(_ grid: Item, _ options: [String]) {
    let numbers = options.indices.map { $0 + 1 }
    lines += [""] + zip(numbers, options).map { "\($0). \($1.trimmingPrefix("- [ ] "))" }
    lines += ["", "| |" + numbers.map { " \($0) |" }.joined()]
    lines.append("|---|" + numbers.map { _ in "---|" }.joined())
    for row in questionnaire.items where row.parent == grid.index {
      let condition = row.relevant.map { " *(\(terms.askIf)\(words($0)))*" } ?? ""
      let label = "\(row.label.map(text) ?? row.name) `\(row.name)`\(condition)"
      lines.append("| \(label) |" + numbers.map { _ in " ☐ |" }.joined())
    }
  }

  /// Where a file's rows come from, how they are found, and what is stored of them.
  private func described(_ list: FileList) -> String {
    let columns = { (names: [String]) in names.map { "`\($0)`" }.joined(separator: ", ") }
    let parts: [(String, [String])] = [
      (terms.fileStored, [list.key]),
      (terms.fileShown, [list.label[place]] + list.shown.map(\.column)),
      (terms.fileSearched, list.searched), (terms.fileWeight, [list.weight].compactMap(\.self)),
    ]
    let told = parts.filter { !$0.1.isEmpty }.map { "\($0.0) \(columns($0.1))" }
    return "\(terms.file) `\(list.file)`\(terms.colon)\(told.joined(separator: ", "))"
  }
}
