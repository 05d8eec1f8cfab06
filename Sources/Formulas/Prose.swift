/// A formula told in plain words, for paper forms, translators and ethics files.
///
/// What has no plain words stays as it is written: the reader loses nothing.
package struct Prose {
  package let language: Language
  /// How a question is called: its number, its short label.
  private let called: (String) -> String
  /// A choice's label, by question and name; nil where its list has none.
  private let choice: (String, String) -> String?
  /// A special answer's label, by name.
  private let special: (String) -> String?

  package init(
    in language: Language, called: @escaping (String) -> String,
    choice: @escaping (String, String) -> String?, special: @escaping (String) -> String?
  ) {
    self.language = language
    self.called = called
    self.choice = choice
    self.special = special
  }

  /// The words of a sound formula; the formula itself where it is not.
  package func words(of formula: String) -> String {
    guard let phrase = FormulaParser.parse(formula).0 else { return formula }
    return words(phrase)
  }

  private var terms: Terms { Terms.of(language) }

  private func words(_ phrase: Phrase, inside isInside: Bool = false) -> String {
    switch phrase.kind {
    case .number(let number, _): return LocalForm(language: language).number(number)
    case .text(let text): return text.isEmpty ? terms.nothing : terms.quoted(text)
    case .name(let name): return called(name)
    case .word(let word): return terms.attribute(word)
    case .candidate: return terms.candidate
    case .parent: return terms.instance
    case .call(let name, _, let arguments): return call(name, arguments, inside: isInside)
    case .all(let parts): return joined(parts, terms.and, isInside)
    case .any(let parts): return joined(parts, terms.or, isInside)
    case .equality(let left, let isEqual, let right): return equality(left, isEqual, right)
    case .order(let left, let order, let right):
      return "\(words(left, inside: true)) \(terms.order(order)) \(words(right, inside: true))"
    case .chain(let first, let links):
      return links.reduce(words(first, inside: true)) { text, link in
        "\(text) \(Self.sign(link.operation)) \(words(link.operand, inside: true))"
      }
    case .negated(let part): return "−\(words(part, inside: true))"
    }
  }

  private static func sign(_ operation: Operation) -> String {
    switch operation {
    case .plus: "+"
    case .minus: "−"
    case .times: "×"
    case .over: "÷"
    case .remainder: "mod"
    }
  }

  private func joined(_ parts: [Phrase], _ word: String, _ isInside: Bool) -> String {
    let text = parts.map { words($0, inside: true) }.joined(separator: " \(word) ")
    return isInside ? "(\(text))" : text
  }

  private func equality(_ left: Phrase, _ isEqual: Bool, _ right: Phrase) -> String {
    if case .text("") = right.kind {
      if let name = asked(special: left) { return terms.specialFilled(called(name), !isEqual) }
      let subject = words(left, inside: true)
      guard case .name = left.kind else { return terms.held(subject, !isEqual) }
      return terms.filled(subject, !isEqual)
    }
    let verb = isEqual ? terms.equals : terms.differs
    return "\(subject(left)) \(verb) \(meaning(right, beside: left))"
  }

  /// A question, or what `missing()` says of it.
  private func subject(_ phrase: Phrase) -> String {
    if let name = asked(special: phrase) { return terms.specialOf(called(name)) }
    return words(phrase, inside: true)
  }

  /// The question `missing()` asks about; nil for anything else.
  private func asked(special phrase: Phrase) -> String? {
    guard case .call("missing", _, let arguments) = phrase.kind,
      case .name(let name)? = arguments.first?.kind
    else { return nil }
    return name
  }

  /// A text as the label it stands for beside a question.
  private func meaning(_ phrase: Phrase, beside subject: Phrase) -> String {
    guard case .text(let name) = phrase.kind else { return words(phrase, inside: true) }
    if asked(special: subject) != nil { return terms.quoted(special(name) ?? name) }
    guard case .name(let question) = subject.kind else { return terms.quoted(name) }
    return terms.quoted(choice(question, name) ?? name)
  }

  private func call(_ name: String, _ arguments: [Phrase], inside isInside: Bool) -> String {
    switch (name, arguments.count) {
    case ("not", 1): return denied(arguments[0], inside: isInside)
    case ("selected", 2):
      return "\(subject(arguments[0])) \(terms.includes) "
        + meaning(arguments[1], beside: arguments[0])
    case ("one-of", 2...): return oneOf(arguments, terms.isAmong)
    default:  // Every other call has its words, or none: `String` is not an enum of ours.
      let parts = arguments.map { words($0, inside: true) }
      guard let template = terms.calls["\(name)/\(arguments.count)"] ?? terms.calls[name] else {
        return "\(name)(\(parts.joined(separator: ", ")))"
      }
      return Self.filled(template, parts)
    }
  }

  /// A template, `$1` its first argument; arguments it does not name come after, apart by commas.
  private static func filled(_ template: String, _ parts: [String]) -> String {
    var text = template
    for (place, part) in parts.enumerated() {
      text = text.replacing("$\(place + 1)", with: part)
    }
    return text.replacing("$*", with: parts.joined(separator: ", "))
  }

  private func oneOf(_ arguments: [Phrase], _ verb: String) -> String {
    let choices = arguments.dropFirst().map { meaning($0, beside: arguments[0]) }
    return "\(subject(arguments[0])) \(verb) \(choices.joined(separator: ", "))"
  }

  /// What is true where the phrase is not: `not()` says so of blank too, and so do these words.
  private func denied(_ phrase: Phrase, inside isInside: Bool = false) -> String {
    switch phrase.kind {
    case .equality(let left, let isEqual, let right): return equality(left, !isEqual, right)
    case .order(let left, let order, let right):
      return "\(words(left, inside: true)) \(terms.differs) \(terms.order(order)) "
        + words(right, inside: true)
    case .all(let parts): return denied(parts, terms.or, isInside)
    case .any(let parts): return denied(parts, terms.and, isInside)
    case .call("not", _, let arguments) where arguments.count == 1:
      return words(arguments[0], inside: isInside)
    case .call("selected", _, let arguments) where arguments.count == 2:
      return "\(subject(arguments[0])) \(terms.excludes) "
        + meaning(arguments[1], beside: arguments[0])
    case .call("one-of", _, let arguments) where arguments.count > 1:
      return oneOf(arguments, terms.isNotAmong)
    case .call(let name, _, let arguments) where terms.denials[name] != nil:
      return Self.filled(terms.denials[name] ?? "", arguments.map { words($0, inside: true) })
    case .number, .text, .name, .word, .candidate, .parent, .call, .chain, .negated:
      return "\(terms.not) (\(words(phrase)))"
    }
  }

  private func denied(_ parts: [Phrase], _ word: String, _ isInside: Bool) -> String {
    let text = parts.map { denied($0, inside: true) }.joined(separator: " \(word) ")
    return isInside ? "(\(text))" : text
  }
}
