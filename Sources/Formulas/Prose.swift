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
    case .number(_, let written): return written
    case .text(let text): return text.isEmpty ? terms.nothing : terms.quoted(text)
    case .name(let name): return called(name)
    case .word(let word): return word
    case .candidate: return terms.candidate
    case .parent: return terms.instance
    case .call(let name, _, let arguments): return call(name, arguments)
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
      return terms.filled(words(left, inside: true), !isEqual)
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

  private func call(_ name: String, _ arguments: [Phrase]) -> String {
    switch (name, arguments.count) {
    case ("not", 1): return denied(arguments[0])
    case ("selected", 2):
      return "\(subject(arguments[0])) \(terms.includes) "
        + meaning(arguments[1], beside: arguments[0])
    case ("one-of", 2...): return oneOf(arguments, terms.equals, terms.or)
    default:  // Every other call has its words, or none: `String` is not an enum of ours.
      let parts = arguments.map { words($0, inside: true) }
      guard let template = terms.calls[name] else {
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

  private func oneOf(_ arguments: [Phrase], _ verb: String, _ word: String) -> String {
    let choices = arguments.dropFirst().map { meaning($0, beside: arguments[0]) }
    let list = choices.joined(separator: " \(word) ")
    return "\(subject(arguments[0])) \(verb) \(list)"
  }

  private func denied(_ phrase: Phrase) -> String {
    switch phrase.kind {
    case .equality(let left, let isEqual, let right): return equality(left, !isEqual, right)
    case .call("selected", _, let arguments) where arguments.count == 2:
      return "\(subject(arguments[0])) \(terms.excludes) "
        + meaning(arguments[1], beside: arguments[0])
    case .call("one-of", _, let arguments) where arguments.count > 1:
      return oneOf(arguments, terms.isNeither, terms.nor)
    case .number, .text, .name, .word, .candidate, .parent, .call, .all, .any, .order, .chain,
      .negated:
      return "\(terms.not) (\(words(phrase)))"
    }
  }
}
