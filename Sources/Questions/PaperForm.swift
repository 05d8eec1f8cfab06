import Formulas

/// A questionnaire on paper, in Markdown: every question with its filter, its checks, every choice
/// with its code.
///
/// For translators, ethics files and field manuals: formulas are told in plain words.
package struct PaperForm {
  private let questionnaire: Questionnaire
  private let place: Int
  private let terms: PaperTerms
  private let prose: Prose
  private var lines: [String] = []

  /// - Parameter language: one of the questionnaire's codes; its default where it has no such.
  package init(_ questionnaire: Questionnaire, in language: String) {
    self.questionnaire = questionnaire
    let place = questionnaire.place(of: language)
    self.place = place
    let spoken = Language(rawValue: questionnaire.languages[place]) ?? .english
    terms = .of(spoken)
    prose = Prose(
      in: spoken,
      called: { name in questionnaire[name].map { Self.called($0, place) } ?? name },
      choice: { question, name in
        questionnaire[question]?.question?.kind.choices?.list[name]?.label[place]
      },
      special: { questionnaire.special($0)?.label[place] })
  }

  /// An author's text, each piped name as what stands there: `[Name of the authority]`.
  private func text(_ text: LocalizedText) -> String {
    LocalizedText.pieces(of: text[place]).map { piece in
      switch piece {
      case .text(let text): return text
      case .shown(let name), .raw(let name, _):
        let item = questionnaire[name]
        return "[\(item?.shortLabel?[place] ?? item?.label?[place] ?? name)]"
      }
    }.joined()
  }

  /// The whole form; ends with a newline.
  package var markdown: String {
    var form = self
    form.write()
    return form.lines.joined(separator: "\n") + "\n"
  }

  /// What a question is called in conditions: its number, its short label.
  private static func called(_ item: Item, _ place: Int) -> String {
    let label = item.shortLabel?[place] ?? item.label?[place] ?? item.name
    guard let number = item.number else { return item.label == nil ? "`\(item.name)`" : label }
    return "\(number) (\(label))"
  }

  /// Who is asked a question, in words: its own condition, those of all around it, and the choice
  /// that opens it; empty where everyone is.
  package func base(of item: Item) -> String {
    var conditions: [String] = []
    if let opener = item.question?.opener {
      let name = questionnaire.items[opener.question].name
      conditions.append(prose.words(of: "selected(${\(name)}, '\(opener.choice)')"))
    }
    var here: Item? = item
    while let one = here {
      if let relevant = one.relevant { conditions.insert(prose.words(of: relevant.text), at: 0) }
      here = one.parent.map { questionnaire.items[$0] }
    }
    return conditions.joined(separator: "; ")
  }

  private mutating func write() {
    lines.append("# \(text(questionnaire.title))")
    lines.append("")
    lines.append("\(questionnaire.id), \(terms.version) \(questionnaire.version)")
    if let description = questionnaire.description { lines += ["", text(description)] }
    for item in questionnaire.items { write(item) }
    let top = questionnaire.checks.filter { $0.owner == nil }
    if !top.isEmpty {
      lines += ["", "## \(terms.wholeForm)", ""]
      for check in top { write(check) }
    }
  }

  private mutating func write(_ item: Item) {
    switch item.content {
    case .group: writeHeading(item, level: 2 + depth(of: item))
    case .roster(let roster):
      writeHeading(item, level: 2 + depth(of: item))
      let bounds = terms.instances(roster.minimum, roster.maximum)
      lines += ["", "*\(bounds)*"]
      for formula in [roster.count, roster.open].compactMap(\.self) {
        lines.append("")
        lines.append("*\(terms.sheets)\(prose.words(of: formula.text))*")
      }
    case .question(let question):
      if case .other = question.kind { return }
      if question.isAsked { write(question, item) }
    }
    for check in item.checks { write(check) }
  }

  /// How many groups and repeats are around an item.
  private func depth(of item: Item) -> Int {
    var depth = 0
    var here = item
    while let parent = here.parent {
      depth += 1
      here = questionnaire.items[parent]
    }
    return min(depth, 3)
  }

  private mutating func writeHeading(_ item: Item, level: Int) {
    let title = item.label.map(text) ?? item.name
    lines += ["", "\(String(repeating: "#", count: level)) \(title)"]
    if let hint = item.hint { lines += ["", text(hint)] }
    writeFilter(item)
  }

  private mutating func writeFilter(_ item: Item) {
    guard let relevant = item.relevant else { return }
    lines += ["", "*\(terms.askIf)\(prose.words(of: relevant.text))*"]
  }

  private mutating func write(_ question: Question, _ item: Item) {
    let number = item.number.map { "\($0). " } ?? ""
    lines += ["", "**\(number)\(item.label.map(text) ?? item.name)** `\(item.name)`"]
    if let hint = item.hint { lines += ["", text(hint)] }
    if let body = item.text { lines += ["", text(body)] }
    writeFilter(item)
    let rules = question.kind.rules(place, terms) + requirement(question)
    if !rules.isEmpty { lines += ["", "*\(rules.joined(separator: " · "))*"] }
    writeChoices(question, item)
  }

  private func requirement(_ question: Question) -> [String] {
    switch question.required {
    case .never: []
    case .always: [terms.required]
    case .when(let formula): ["\(terms.requiredIf)\(prose.words(of: formula.text))"]
    }
  }

  private mutating func writeChoices(_ question: Question, _ item: Item) {
    var options: [String] = []
    if let choices = question.kind.choices {
      if let filter = choices.filter {
        lines += ["", "*\(terms.offeredIf)\(prose.words(of: filter.text))*"]
      }
      for choice in choices.list.choices {
        let marks =
          [choice.exclusive ? terms.exclusive : nil, choice.other == nil ? nil : terms.specify]
          .compactMap(\.self)
        let note = marks.isEmpty ? "" : " (\(marks.joined(separator: ", ")))"
        options.append("- [ ] \(choice.label[place])\(note) `\(choice.name)`")
      }
      if let file = choices.list.file {
        options.append("\(terms.answer)…………………………… *\(terms.fromFile(file.file, file.searched))*")
      }
    } else if question.kind.holdsAnswer {
      options.append("\(terms.answer)……………………………")
    }
    options += question.missing.compactMap { name in
      questionnaire.special(name).map { "- [ ] *\($0.label[place])* `\(name)`" }
    }
    if !options.isEmpty { lines += [""] + options }
  }

  private mutating func write(_ check: Check) {
    let condition = check.relevant.map { " (\(terms.askIf)\(prose.words(of: $0.text)))" } ?? ""
    lines += [
      "",
      "> \(terms.severity(check.severity)) `\(check.name)`\(condition)\(terms.colon)"
        + "\(prose.words(of: check.constraint.text)). \(terms.elseSay)\(text(check.message))",
    ]
  }
}
