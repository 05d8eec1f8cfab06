import Formulas

/// A questionnaire on paper, in Markdown: all of it, filters and checks told in plain words, every
/// option with its code.
///
/// For translators, ethics files and field manuals. What is written of one question is in
/// `PaperQuestion.swift`.
package struct PaperForm {
  let questionnaire: Questionnaire
  /// The language it is written in, from 0.
  let place: Int
  let terms: PaperTerms
  let prose: Prose
  var lines: [String] = []

  /// - Parameter language: one of the questionnaire's codes; its default where it has no such.
  package init(_ questionnaire: Questionnaire, in language: String) {
    self.questionnaire = questionnaire
    let place = questionnaire.place(of: language)
    self.place = place
    let spoken = Language(rawValue: questionnaire.languages[place]) ?? .english
    terms = .of(spoken)
    prose = Prose(
      in: spoken,
      called: { name in questionnaire[name].map { called($0, in: questionnaire, place) } ?? name },
      choice: { question, name in
        questionnaire[question]?.question?.kind.choices?.list[name]?.label[place]
      },
      special: { questionnaire.special($0)?.label[place] })
  }

  /// The whole form; ends with a newline.
  package var markdown: String {
    var form = self
    form.write()
    return form.lines.joined(separator: "\n") + "\n"
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

  /// A text that Markdown reads as it is.
  package static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if "\\`*_[]<>#|".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }

  /// An author's text, each piped name as what stands there: `[Name of the authority]`.
  func text(_ text: LocalizedText) -> String {
    let whole = LocalizedText.pieces(of: text[place]).map { piece in
      switch piece {
      case .text(let text): return Self.escaped(text)
      case .shown(let name), .raw(let name, _):
        let item = questionnaire[name]
        let label = item?.shortLabel?[place] ?? item?.label?[place]
        return "[\(Self.escaped(label ?? terms.system[name] ?? name))]"
      }
    }.joined()
    // A line that ends is no paragraph that ends: Markdown joins it to the next, but for two spaces.
    return whole.replacing("\n", with: "  \n").replacing("  \n  \n", with: "\n\n")
  }

  func words(_ formula: Formula) -> String { Self.escaped(prose.words(of: formula.text)) }

  /// Adds a paragraph; nothing where it is empty.
  mutating func add(_ paragraph: String) {
    if !paragraph.isEmpty { lines += ["", paragraph] }
  }

  private mutating func write() {
    lines.append("# \(text(questionnaire.title))")
    add("`\(questionnaire.id)`, \(terms.version) \(Self.escaped(questionnaire.version))")
    add(questionnaire.description.map(text) ?? "")
    add(terms.legend)
    for item in questionnaire.items { write(item) }
    let top = questionnaire.checks.filter { $0.owner == nil }
    if !top.isEmpty { add("## \(terms.wholeForm)") }
    for check in top { write(check) }
  }

  private mutating func write(_ item: Item) {
    switch item.content {
    case .group: writeHeading(item)
    case .roster(let roster):
      writeHeading(item)
      writeSheets(roster)
    case .question(let question): write(question, item)
    }
    for check in item.checks { write(check) }
  }

  private mutating func writeHeading(_ item: Item) {
    add(
      "\(String(repeating: "#", count: 2 + depth(of: item))) \(item.label.map(text) ?? item.name)")
    add(item.hint.map(text) ?? "")
    add(item.relevant.map { "*\(terms.askIf)\(words($0))*" } ?? "")
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

  private mutating func writeSheets(_ roster: Roster) {
    var rules = [terms.instances(roster.minimum, roster.maximum)]
    rules += [roster.count, roster.open].compactMap(\.self).map { terms.sheets + words($0) }
    rules += roster.itemLabel.map { ["\(terms.sheetTitle)\(text($0))"] } ?? []
    add("*\(rules.joined(separator: " · "))*")
  }

  private mutating func write(_ check: Check) {
    let severity = "**\(terms.severity(check.severity))** `\(check.name)`"
    let when = check.relevant.map { ", \(terms.when)\(words($0))" } ?? ""
    // A check that always speaks says when, and nothing else.
    let isCondition = check.constraint.text.filter { !$0.isWhitespace } != "false()"
    let condition = isCondition ? "\(words(check.constraint))\(terms.otherwise)" : ""
    add("> \(severity)\(when)\(terms.colon)\(condition)\(terms.quoted(text(check.message)))")
  }
}

/// What a question is called in conditions: its number and short label; what is calculated, its
/// label in brackets.
private func called(_ item: Item, in questionnaire: Questionnaire, _ place: Int) -> String {
  let label = item.shortLabel?[place] ?? item.label?[place] ?? item.name
  let number = item.question?.opener.map { questionnaire.items[$0.question].number } ?? item.number
  if case .calculate? = item.question?.kind { return "[\(label)]" }
  return number.map { "\($0) (\(label))" } ?? label
}
