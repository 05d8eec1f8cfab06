import Console
import Formulas
import Interviews
import Questions

/// One choice among several: a digit answers, arrows only point, Enter takes what is pointed at.
struct ChoiceEditor: Hashable {
  private(set) var list: OptionList
  private let proposed: String?
  /// A `likert`: drawn across where it fits.
  private let isScale: Bool

  init(_ spot: Spot, _ interview: Interview) {
    let options = Option.all(of: interview, at: spot).withLetters(in: interview.frameLanguage)
    let proposed = interview.proposal(at: spot).names.first
    let given = interview.givenNames(at: spot).first ?? proposed
    self.proposed = proposed
    list = OptionList(
      options, pointed: options.firstIndex { $0.name == given },
      other: OtherField(spot, interview))
    isScale = interview.item(at: spot).question?.kind.choices?.appearance == .likert
  }

  var options: [Option] { list.options }

  var bindings: [Binding] {
    if list.isTyping { return Bindings.otherLine }
    let last = options.compactMap(\.code).max() ?? 0
    return isScale
      ? Bindings.scale(last) : Bindings.choice(last, letters: options.compactMap(\.letter))
  }

  mutating func press(_ key: Key, _ action: Action?, in context: EditorContext) -> Outcome {
    if list.isTyping, let choice = list.other?.choice {
      return list.pressLine(key, action, with: choice)
    }
    if action == .answer { return answer(key, in: context) }
    if action == .point {
      list.point(key, given: context.interview.givenNames(at: context.spot))
      return .drawn
    }
    if action == .tick {
      return list.takePointed().map { give($0, in: context) }
        ?? .message(context.words.nothingTicked)
    }
    if action == .validate { return list.page(key, in: context) ? .drawn : validate(in: context) }
    return action == .clear ? .clear : .passed
  }

  /// A digit of a code, or the letter of a yes or a no.
  private mutating func answer(_ key: Key, in context: EditorContext) -> Outcome {
    if let digit = key.digit {
      return list.type(digit).map { give($0, in: context) }
        ?? list.outcome(of: digit, in: context)
    }
    guard case .character(let typed) = key,
      let place = options.firstIndex(where: { $0.letter?.lowercased() == typed.lowercased() })
    else { return .passed }
    list.point(at: place)
    return give(options[place], in: context)
  }

  mutating func click(
    _ clickable: Clickable, _ place: Int, in context: EditorContext
  ) -> Outcome {
    list.click(clickable, place).map { give($0, in: context) } ?? .drawn
  }

  private mutating func validate(in context: EditorContext) -> Outcome {
    if !list.pending.isEmpty {
      guard let option = list.resolve() else { return .drawn }
      return .give(Given(option), thenLeaves: !list.open(option))
    }
    let given = context.interview.givenNames(at: context.spot).first
    let opening = list.other?.choice
    if let proposed, list.pointed.map({ options[$0].name }) == proposed, proposed != opening {
      return .give(.proposal, thenLeaves: true)
    }
    guard let pointed = list.pointed, !list.isPaged, options[pointed].name != given else {
      return .give(.text(given ?? "").asGiven(in: options), thenLeaves: true)
    }
    let option = options[pointed]
    if option.name == opening { return give(option, in: context) }
    return .give(Given(option), thenLeaves: true)
  }

  private mutating func give(_ option: Option, in context: EditorContext) -> Outcome {
    let opens = list.open(option)
    return .give(Given(option), thenLeaves: context.settings.advances && !opens)
  }

  func draw(on body: inout Body, in context: EditorContext) {
    let given = context.interview.givenNames(at: context.spot).first
    let mark = { (option: Option) in
      option.name == given ? "(\(context.glyphs.chosen))" : "( )"
    }
    if isScale, list.fitsAcross(body.width) {
      list.drawAcross(on: &body, in: context, mark: mark, isChosen: { $0.name == given })
    } else {
      list.draw(on: &body, in: context, mark: mark, isChosen: { $0.name == given })
    }
  }

  func status(in context: EditorContext) -> String {
    if !list.pending.isEmpty {
      return "\(context.words.code)\(list.pending)\(context.glyphs.caret)"
    }
    guard let given = context.interview.givenNames(at: context.spot).first,
      let option = options.first(where: { $0.name == given })
    else { return context.proposed }
    let code = option.code.map { "\($0) " } ?? ""
    return context.words.answerIs(code + option.label)
  }

  func spoken(in words: borrowing Words) -> [String] { list.spoken(in: words) }

  /// A number or a name; after that of an `other` choice, its text, a colon before it or not.
  func read(_ line: String) -> Given {
    let typed = line.trimmed
    let (word, rest) = typed.firstWord
    if let option = options.named(typed) { return Given(option) }
    let number = word.hasSuffix(":") ? String(word.dropLast()) : word
    guard let option = options.named(number), option.name == list.other?.choice else {
      return .text(typed)
    }
    let text = rest.hasPrefix(":") ? String(rest.dropFirst()).trimmed : rest
    return .text(option.name, other: text)
  }
}

extension Given {
  init(_ option: Option) {
    switch option.part {
    case .choice, .exclusive: self = .text(option.name)
    case .special: self = .special(option.name)
    }
  }

  /// The same, as a special answer where its name is one.
  func asGiven(in options: [Option]) -> Given {
    guard case .text(let name, _) = self, let option = options.first(where: { $0.name == name })
    else { return self }
    return Given(option)
  }
}

extension Interview {
  /// The names given at a choice: choices that count, or the special answer.
  func givenNames(at spot: Spot) -> [String] {
    switch presence(at: spot) {
    case .answered: value(at: spot).names
    case .special(let name): [name]
    case .leftBlank, .notReached, .skipped: []
    }
  }
}

extension String {
  /// What stands before the first space, and after it.
  var firstWord: (word: String, rest: String) {
    guard let space = firstIndex(of: " ") else { return (self, "") }
    return (String(self[..<space]), self[space...].trimmed)
  }
}
