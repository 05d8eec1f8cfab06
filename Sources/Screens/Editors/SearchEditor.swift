import Console
import Formulas
import Interviews
import Questions

/// Choices among too many to read: what is typed finds them, Enter takes the one pointed at.
///
/// Letters and digits belong to the search; nothing is stored until a line is taken. Where several
/// may be chosen, Enter ticks or unticks the line pointed at, and goes on once nothing is.
struct SearchEditor: Hashable {
  let source: SearchSource
  let specials: [Option]
  private(set) var field = TextField(maximum: Self.mostCharacters)
  private(set) var found: ListSearch.Result
  /// Among the lines found, then the special answers; nil while nothing was typed or pointed at,
  /// so that a stray Enter takes nothing.
  private(set) var pointed: Int?
  /// Whether the arrows chose it: the cursor stands there, no more in the field.
  private(set) var isPointedByHand = false
  private(set) var other: OtherField?
  /// In line mode, the first of the lines said last.
  private var firstSpoken = 0
  /// What is ticked, and its rules, where several may be chosen.
  private(set) var several: ChoicesEditor?

  /// No name is longer.
  private static let mostCharacters = 200

  /// Nil where the choices of the question can simply be read.
  init?(_ spot: Spot, _ interview: Interview, several: ChoicesEditor? = nil) {
    guard let source = SearchSource(spot, interview) else { return nil }
    self.source = source
    self.several = several
    specials = Option.specials(of: interview, at: spot, hasCodes: false)
    found = source.find("")
    other = several == nil ? OtherField(spot, interview) : nil
    find("")
  }

  /// Whether keys go to the text of an `other` choice.
  var isInOther: Bool { (other ?? several?.other)?.isActive == true }

  var bindings: [Binding] {
    if isInOther { return Bindings.line }
    return several == nil || pointed == nil ? Bindings.search : Bindings.searchTicking
  }

  mutating func press(_ key: Key, _ action: Action?, in context: EditorContext) -> Outcome {
    if isInOther { return pressInOther(key, action, in: context) }
    if action == .tick { return pointed.map { take($0, in: context) } ?? .drawn }
    if action == .validate { return validate(in: context) }
    if action == .point {
      point(key)
      return .drawn
    }
    if action == .pages { return page(in: context) }
    if field.isEmpty, key == .control("d") || key == .delete {
      return key == .delete ? .clear : .passed
    }
    if action == .undo, field.canUndo { return retype { _ = $0.undo() } }
    if action == .redo, field.canRedo { return retype { _ = $0.redo() } }
    guard action?.isTyping ?? true else { return .passed }
    var edited = field
    if edited.press(key) == .ignored { return .passed }
    return retype { $0 = edited }
  }

  mutating func click(
    _ clickable: Clickable, _ place: Int, in context: EditorContext
  ) -> Outcome {
    guard clickable == .option, place < last + 1 else { return .drawn }
    pointed = place
    return take(place, in: context)
  }

  private var last: Int { found.places.count + specials.count - 1 }

  /// Changes what is typed, and finds again; the best line is pointed at.
  private mutating func retype(_ change: (inout TextField) -> Void) -> Outcome {
    let before = field.text
    change(&field)
    isPointedByHand = false
    guard field.text != before else { return .drawn }
    find(field.text)
    return .drawn
  }

  private mutating func find(_ text: String) {
    found = source.find(text)
    if let several, text.trimmed.isEmpty { found = source.found(first: several.ticked) }
    pointed = text.trimmed.isEmpty || found.places.isEmpty ? nil : 0
  }

  private mutating func point(_ key: Key) {
    guard last >= 0 else { return }
    if key == .up, pointed == nil || pointed == 0 {
      isPointedByHand = false
      if field.isEmpty { pointed = nil }
      return
    }
    pointed = key.moved(from: pointed ?? -1, last: last)
    isPointedByHand = true
  }

  /// A page of lines further; at their end, what Enter does.
  private mutating func page(in context: EditorContext) -> Outcome {
    guard let lastFound = found.places.indices.last, (pointed ?? -1) < lastFound else {
      return validate(in: context)
    }
    pointed = min((pointed ?? 0) + max(1, context.rows / 2), lastFound)
    isPointedByHand = true
    return .drawn
  }

  private mutating func validate(in context: EditorContext) -> Outcome {
    if let pointed, several == nil { return take(pointed, in: context) }
    guard pointed != nil || field.text.trimmed.isEmpty else {
      return .message(
        context.words.nothingFound(field.text, context.interview.isRequired(context.spot)))
    }
    if let several { return .give(several.given, thenLeaves: true) }
    let given = context.interview.givenNames(at: context.spot).first ?? ""
    return .give(Given.text(given).asGiven(in: specials), thenLeaves: true)
  }

  private mutating func take(_ place: Int, in context: EditorContext) -> Outcome {
    if several != nil { return tick(place, in: context) }
    guard found.places.indices.contains(place) else {
      return .give(Given(specials[place - found.places.count]), thenLeaves: true)
    }
    let entry = source.entry(found.places[place])
    let opens = entry.name == other?.choice
    if opens { other?.isActive = true }
    return .give(.text(entry.name), thenLeaves: !opens)
  }

  /// Ticks or unticks a line; then the next is searched.
  private mutating func tick(_ place: Int, in context: EditorContext) -> Outcome {
    let name =
      found.places.indices.contains(place)
      ? source.entry(found.places[place]).name : specials[place - found.places.count].name
    guard let option = several?.options.named(name),
      let outcome = several?.toggle(option, in: context)
    else { return .drawn }
    if case .message = outcome { return outcome }
    field.replace(with: "")
    isPointedByHand = false
    find("")
    return outcome
  }

  private mutating func pressInOther(
    _ key: Key, _ action: Action?, in context: EditorContext
  ) -> Outcome {
    guard var field = other else {
      return several?.press(key, action, in: context) ?? .passed
    }
    defer { other = field }
    return field.press(key, action, with: field.choice)
  }

  func status(in context: EditorContext) -> String {
    let answer = context.interview.shownAnswer(at: context.spot)
    guard !answer.isEmpty else { return context.proposed }
    // Which of the homonyms it is.
    let given = several == nil ? context.interview.givenNames(at: context.spot).first : nil
    let shown = given.flatMap { source.entry(named: $0) }?.shown.filter { !$0.isEmpty } ?? []
    return context.words.answerIs(([answer] + shown).joined(separator: " · "))
  }
}

// Line mode: a line searches; then the number of a line takes it.
extension SearchEditor {
  /// Lines said at once: each has a digit of its own.
  private static let mostSpoken = 9
  /// What is typed for the lines after them.
  private static let furtherSpoken = "+"

  func spoken(in context: EditorContext) -> [String] {
    if let several { return several.spoken(in: context.words) }
    let others = specials.isEmpty ? [] : [":k " + specials.map(\.label).joined(separator: ", ")]
    return [context.words.searchLine(context.shown(source.count))] + others
  }

  mutating func read(_ line: String, in context: EditorContext) -> Outcome {
    if let several { return .give(several.read(line), thenLeaves: true) }
    let typed = line.trimmed
    if typed.isEmpty { return .give(.text(""), thenLeaves: true) }
    if typed == Self.furtherSpoken, !field.isEmpty { return speak(Self.mostSpoken, in: context) }
    if let digit = Int(typed), typed.count == 1, !field.isEmpty,
      spokenLines.indices.contains(firstSpoken + digit - 1)
    {
      let place = found.places[firstSpoken + digit - 1]
      return .give(.text(source.entry(place).name), thenLeaves: true)
    }
    let (word, rest) = typed.firstWord
    if word == other?.choice { return .give(.text(word, other: rest), thenLeaves: true) }
    if let entry = source.entry(named: typed) { return .give(.text(entry.name), thenLeaves: true) }
    field.replace(with: typed)
    find(typed)
    guard !found.places.isEmpty else {
      field.replace(with: "")
      return .message(
        context.words.nothingFound(typed, context.interview.isRequired(context.spot)))
    }
    firstSpoken = 0
    return speak(0, in: context)
  }

  /// The lines to be said, in what was found.
  private var spokenLines: ArraySlice<Int> {
    found.places[min(firstSpoken, found.places.count)...].prefix(Self.mostSpoken)
  }

  /// Says the lines found, so many further; the first again past the last.
  private mutating func speak(_ step: Int, in context: EditorContext) -> Outcome {
    firstSpoken += step
    if firstSpoken >= found.places.count { firstSpoken = 0 }
    let lines = spokenLines.enumerated().map { place, row in
      let entry = source.entry(row)
      return "\(place + 1) " + ([entry.label] + entry.shown).joined(separator: ", ")
    }
    let more = found.count - firstSpoken - lines.count
    let further = more > 0 ? [context.words.more(more) + context.words.furtherLines] : []
    return .message((lines + further + [context.words.searchNumber]).joined(separator: "\n"))
  }
}
