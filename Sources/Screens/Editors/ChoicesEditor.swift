import Console
import Formulas
import Interviews
import Questions

/// Several choices: a digit or Space ticks, Enter only validates.
struct ChoicesEditor: Hashable {
  private(set) var list: OptionList
  private let question: ChoiceQuestion
  /// Names ticked, special answers too; stored as soon as they are an answer.
  private(set) var ticked: [String]
  /// Ticks too few to be an answer, kept while the person looks elsewhere.
  private(set) var draft: String?
  private let proposed: [String]

  init(_ spot: Spot, _ interview: Interview, _ question: ChoiceQuestion, draft: String?) {
    list = OptionList(
      Option.all(of: interview, at: spot), pointed: nil, other: OtherField(spot, interview))
    self.question = question
    self.draft = draft
    let stored = interview.givenNames(at: spot)
    proposed = interview.proposal(at: spot).names
    let drafted = draft.map { $0.split(separator: " ").map(String.init) }
    let names = Set(list.options.map(\.name))
    ticked = drafted?.filter(names.contains) ?? (stored.isEmpty ? proposed : stored)
  }

  var options: [Option] { list.options }

  var bindings: [Binding] {
    list.isTyping
      ? Bindings.otherLine : Bindings.choices(options.compactMap(\.code).max() ?? 0)
  }

  mutating func press(_ key: Key, _ action: Action?, in context: EditorContext) -> Outcome {
    if list.isTyping {
      return list.pressLine(key, action, with: ticked.joined(separator: " "))
    }
    if action == .tick {
      if let digit = key.digit { return tick(digit, in: context) }
      return list.takePointed().map { toggle($0, in: context) }
        ?? .message(context.words.nothingTicked)
    }
    if action == .point {
      list.point(key, given: ticked)
      return .drawn
    }
    if action == .validate { return list.page(key, in: context) ? .drawn : validate(in: context) }
    return action == .clear ? .clear : .passed
  }

  /// A digit ticks; one that cannot belong to the code begun ticks that code first.
  private mutating func tick(_ digit: Int, in context: EditorContext) -> Outcome {
    let before = list.closed(by: digit).map { toggle($0, in: context) }
    if case .message? = before { return before ?? .drawn }
    let now =
      list.type(digit).map { toggle($0, in: context) } ?? list.outcome(of: digit, in: context)
    guard case .give = now else { return before ?? now }
    return now
  }

  /// Goes on; with a code begun, resolves it first, and goes on too for trained hands.
  private mutating func validate(in context: EditorContext) -> Outcome {
    guard !list.pending.isEmpty else { return .give(given, thenLeaves: true) }
    let outcome = list.resolve().map { toggle($0, in: context) } ?? .drawn
    guard context.settings.advances, case .give(let given, _) = outcome, !list.isTyping else {
      return outcome
    }
    return .give(given, thenLeaves: true)
  }

  mutating func click(
    _ clickable: Clickable, _ place: Int, in context: EditorContext
  ) -> Outcome {
    list.click(clickable, place).map { toggle($0, in: context) } ?? .drawn
  }

  /// The line an `other` choice opens, where the question has one.
  var other: OtherField? { list.other }

  /// What is ticked, as an input.
  var given: Given {
    if !proposed.isEmpty, ticked == proposed { return .proposal }
    if let name = ticked.first, options.named(name)?.part == .special { return .special(name) }
    return .text(ticked.joined(separator: " "))
  }

  /// Ticks or unticks, under the rules: exclusive choices stand alone, no more than the maximum.
  mutating func toggle(_ option: Option, in context: EditorContext) -> Outcome {
    if ticked.contains(option.name) {
      ticked.removeAll { $0 == option.name }
      return ticked.isEmpty ? .clear : store(opening: false, in: context)
    }
    let alone = Set(options.filter { $0.part != .choice }.map(\.name))
    let isAlone = option.part != .choice
    let kept = isAlone ? [] : ticked.filter { !alone.contains($0) }
    if let maximum = question.maximumSelected, kept.count >= maximum {
      let refusal = Rejection.tooMany(kept.count + 1, maximum: maximum)
      return .message(
        "\(context.glyphs.wrong) "
          + refusal.sentence(
            in: context.words.language, texts: context.interview.languagePlace))
    }
    ticked = question.list.ordered(kept + [option.name])
    if option.part == .special { ticked = [option.name] }
    return store(opening: list.open(option), in: context)
  }

  /// Stores what is an answer already; fewer than the minimum waits.
  private mutating func store(opening: Bool, in context: EditorContext) -> Outcome {
    let isEnough = ticked.count >= (question.minimumSelected ?? 0)
    let isAlone = ticked.first.flatMap { options.named($0) }?.part != .choice
    draft = isEnough || isAlone ? nil : ticked.joined(separator: " ")
    guard draft == nil else { return .drawn }
    // Nothing can be added to what stands alone.
    return .give(given, thenLeaves: isAlone && !opening && context.settings.advances)
  }

  func draw(on body: inout Body, in context: EditorContext) {
    list.draw(
      on: &body, in: context, excludes: context.words.excludesOthers,
      mark: { ticked.contains($0.name) ? "[\(context.glyphs.ticked)]" : "[ ]" },
      isChosen: { ticked.contains($0.name) })
    guard !ticked.isEmpty, options.named(ticked[0])?.part == .choice else { return }
    body.blank()
    let count = context.words.ticked(ticked.count, question.maximumSelected)
    body.line(count, at: max(1, body.width - TextWidth.width(of: count) - 1), style: .quiet)
  }

  func status(in context: EditorContext) -> String {
    list.pending.isEmpty ? "" : "\(context.words.code)\(list.pending)\(context.glyphs.caret)"
  }

  func flag(_ required: String, in context: EditorContext) -> String {
    guard question.minimumSelected != nil || question.maximumSelected != nil else {
      return required
    }
    return context.words.severalFrom(question.minimumSelected, question.maximumSelected)
  }

  func spoken(in words: borrowing Words) -> [String] { list.spoken(in: words) }

  /// Codes or names apart by spaces; the text of an `other` choice after a colon.
  func read(_ line: String) -> Given {
    let halves = line.split(separator: ":", maxSplits: 1).map(\.trimmed)
    let words = (halves.first ?? "").split(whereSeparator: { $0 == " " || $0 == "," })
    let named = words.map { options.named(String($0)) }
    if named.count == 1, let option = named[0], option.part == .special { return Given(option) }
    let names = zip(words, named).map { $1?.name ?? String($0) }
    return .text(names.joined(separator: " "), other: halves.count == 2 ? halves[1] : nil)
  }
}
