import Console
import Formulas
import Interviews
import Questions

/// A line to type: a text, a number or a date, special answers below it.
struct LineEditor: Hashable {
  private(set) var field: TextField
  private let kind: QuestionKind
  private let original: String
  /// Whether what stands in the field is proposed: not answered, or taken as it was.
  private let isProposed: Bool
  private let specials: [Option]
  private let form: LocalForm
  /// What `hier` counts from.
  private let today: CalendarDate
  /// Which special answer the arrows are on; nil while the line has the keys.
  private(set) var pointed: Int?

  init(_ spot: Spot, _ interview: Interview, _ kind: QuestionKind, draft: String?) {
    self.kind = kind
    let proposal = interview.proposal(at: spot)
    isProposed = !proposal.isBlank
    original = Self.written(isProposed ? proposal : interview.enteredValue(at: spot), interview)
    field = TextField(draft ?? original, maximum: Self.mostCharacters)
    specials = Option.specials(of: interview, at: spot, hasCodes: false)
    form = LocalForm(language: interview.frameLanguage)
    today = interview.start.started.date
  }

  /// Enough to type too much and be told so, not enough to drown in.
  private static let mostCharacters = 10_000

  /// A value as it would be typed.
  private static func written(_ value: Value, _ interview: Interview) -> String {
    switch value {
    case .date(let date): return LocalForm(language: interview.frameLanguage).typed(date)
    case .number(let number):
      return interview.frameLanguage == .french
        ? number.description.replacing(".", with: ",") : number.description
    case .blank, .boolean, .text, .time, .dateTime, .choice, .choices: return value.plain
    }
  }

  /// What was typed and differs from what is stored.
  var draft: String? { field.text == original ? nil : field.text }

  mutating func press(_ key: Key, _ action: Action?, in context: EditorContext) -> Outcome {
    if action == .validate { return validate(in: context) }
    if action == .point || action == .day {
      point(key)
      return .drawn
    }
    // Control-D leaves an empty line only.
    if key == .control("d"), !field.isEmpty { return .drawn }
    if let pointed, key == .character(" ") {
      return .give(Given(specials[pointed]), thenLeaves: false)
    }
    if action == .undo, field.canUndo, draft != nil {
      _ = field.undo()
      return .drawn
    }
    if action == .redo, field.canRedo {
      _ = field.redo()
      return .drawn
    }
    guard action?.isTyping ?? true else { return .passed }
    return edit(key, in: context)
  }

  mutating func click(_ clickable: Clickable, _ place: Int) -> Outcome {
    guard clickable == .option, specials.indices.contains(place) else {
      pointed = nil
      return .drawn
    }
    pointed = place
    return .give(Given(specials[place]), thenLeaves: false)
  }

  private func validate(in context: EditorContext) -> Outcome {
    if let pointed { return .give(Given(specials[pointed]), thenLeaves: true) }
    if field.isEmpty, case .special(let name) = context.interview.presence(at: context.spot) {
      return .give(.special(name), thenLeaves: true)
    }
    let isTaken = isProposed && field.text == original
    return .give(isTaken ? .proposal : .text(field.text), thenLeaves: true)
  }

  /// A day later or earlier where a day is typed; else down to the special answers, and back.
  private mutating func point(_ key: Key) {
    if pointed == nil, let day {
      let next = day.adding(days: key == .up ? 1 : -1)
      if let next { field.replace(with: form.typed(next)) }
      return
    }
    guard !specials.isEmpty else { return }
    if key == .up { pointed = pointed.flatMap { $0 > 0 ? $0 - 1 : nil } }
    if key == .down { pointed = min((pointed ?? -1) + 1, specials.count - 1) }
  }

  private mutating func edit(_ key: Key, in context: EditorContext) -> Outcome {
    var key = key
    if let pointed, key == .left || key == .right {
      self.pointed = min(max(pointed + (key == .left ? -1 : 1), 0), specials.count - 1)
      return .drawn
    }
    if case .character(let character) = key {
      guard let typed = accepted(character, in: context) else { return .drawn }
      key = .character(typed)
      pointed = nil
    }
    return field.press(key) == .ignored ? .passed : .drawn
  }

  /// The character a number field takes for the one typed: the unshifted AZERTY row gives digits.
  private func accepted(_ character: Character, in context: EditorContext) -> Character? {
    guard case .number(let number) = kind else { return character }
    if character.isASCII, character.isWholeNumber { return character }
    if character == "," || character == "." || character.isWhitespace { return character }
    let allowsNegative = number.minimum.map { $0.isNegative } ?? true
    if character == "-", allowsNegative, field.caret == 0 { return character }
    guard context.settings.azerty, let digit = character.digitOnAzertyRow else { return character }
    return Character(String(digit))
  }

  /// The day typed, where a day is asked; nil where the text is no date yet, or less precise.
  private var day: CalendarDate? {
    guard case .date(let question) = kind, question.precision == .day else { return nil }
    let date = form.date(reading: field.text, today: today)
    return date?.precision == .day ? date : nil
  }

  /// How many whole months ago the day typed was; nil where none is, or less than a month.
  private var age: Int? {
    guard let day else { return nil }
    let months = (today.year - day.year) * 12 + today.month - day.month
    let whole = months - (today.day < day.day ? 1 : 0)
    return whole > 0 ? whole : nil
  }

  var bindings: [Binding] { day == nil ? Bindings.line : Bindings.date }

  private var unit: LocalizedText? {
    guard case .number(let number) = kind else { return nil }
    return number.unit
  }

  func draw(on body: inout Body, in context: EditorContext) {
    let unit = unit.map { " " + $0[context.interview.languagePlace] } ?? ""
    let room = max(4, body.width - 8 - TextWidth.width(of: unit))
    let width = min(room, fieldWidth)
    let window = field.window(width: width)
    let padding = String(repeating: " ", count: max(0, width - TextWidth.width(of: window.text)))
    let line = body.lines.count
    let isFocused = pointed == nil
    let mark = context.isRefused && draft != nil ? String(context.glyphs.wrong) : ""
    body.line([
      .init(column: 2, text: mark, style: .error),
      .init(column: 4, text: "[ ", style: isFocused ? .strong : .quiet),
      .init(
        column: 6, text: window.text + padding, style: isFocused ? .field.focused : .field),
      .init(column: 6 + width, text: "]" + unit, style: .text),
    ])
    if isFocused { body.markFocus(from: line, column: 6 + window.caretColumn) }
    drawBounds(on: &body, width: width, in: context)
    drawSpecials(on: &body, in: context)
    if body.width >= 72, context.rows >= 14, let day {
      CalendarPicture(day, form).draw(on: &body, from: line)
    }
    if isFocused { body.placeCursor(line: line, column: 6 + window.caretColumn) }
  }

  /// As wide as what may be typed, within reason.
  private var fieldWidth: Int {
    switch kind {
    case .number(let number):
      let digits = [number.minimum, number.maximum].compactMap { $0?.description.count }.max()
      return max(12, (digits ?? 9) * 4 / 3 + 2)
    case .text(let text): return min(max(text.maximumLength ?? 60, 12), 60)
    case .date: return 24
    case .time: return 12
    case .note, .acknowledge, .selectOne, .selectMultiple, .rank, .grid, .row, .calculate, .other:
      return 40
    }
  }

  private func drawBounds(on body: inout Body, width: Int, in context: EditorContext) {
    let bounds = bounds(in: context)
    if !bounds.isEmpty { body.text(bounds, at: 6, style: .quiet) }
    if context.rows >= 10, let age { body.line(context.words.ago(age), at: 6, style: .quiet) }
  }

  private func bounds(in context: EditorContext) -> String {
    switch kind {
    case .number(let number):
      let range = context.words.bounds(
        number.minimum.map { form.number($0) }, number.maximum.map { form.number($0) })
      let decimals = number.decimals.flatMap { $0 > 0 ? context.words.decimals($0) : nil }
      let step = number.step.map { context.words.step(form.number($0)) }
      return [range, decimals, step].compactMap(\.self).filter { !$0.isEmpty }
        .joined(separator: " · ")
    case .text(let text):
      return text.maximumLength == nil && field.isEmpty
        ? "" : context.words.characters(field.count, text.maximumLength)
    case .date(let date):
      let typed = form.date(reading: field.text, today: today)
      return typed.map { form.fullDate(date.fitted($0)) }
        ?? context.words.dateSample(date.precision, date.coarsest)
    case .time: return context.words.timeSample
    case .note, .acknowledge, .selectOne, .selectMultiple, .rank, .grid, .row, .calculate, .other:
      return ""
    }
  }

  private func drawSpecials(on body: inout Body, in context: EditorContext) {
    guard !specials.isEmpty else { return }
    body.blank()
    body.line(String(repeating: context.glyphs.horizontal, count: 3), at: 3, style: .quiet)
    let given = context.interview.givenNames(at: context.spot).first
    for (place, special) in specials.enumerated() {
      let isPointed = place == pointed
      let isGiven = field.isEmpty && special.name == given
      let mark = isGiven ? "(\(context.glyphs.chosen))" : "( )"
      let line = body.lines.count
      let style: Style = isPointed ? .focus : isGiven ? .chosen : .text
      let arrow = day == nil ? " \(context.words.orWord) ↓" : ""
      let keys = place == 0 ? "   ^K, F7\(arrow)" : ""
      body.line(
        [
          .init(column: 1, text: isPointed ? String(context.glyphs.pointer) : " ", style: .strong),
          .init(column: 3, text: mark, style: style),
          .init(column: 7, text: special.label, style: style),
          .init(column: 7 + TextWidth.width(of: special.label), text: keys, style: .quiet),
        ], target: .init(.option, place))
      if isPointed { body.markFocus(from: line, column: 7) }
    }
  }

  func status(in context: EditorContext) -> String {
    field.text == original ? context.proposed : ""
  }

  func spoken(in context: EditorContext) -> [String] {
    let bounds = bounds(in: context)
    let unit = unit.map { [$0[context.interview.languagePlace]] } ?? []
    let isText = if case .text = kind { true } else { false }
    let line = (unit + (bounds.isEmpty || isText ? [] : [bounds])).joined(separator: ", ")
    let others = specials.isEmpty ? [] : [":k " + specials.map(\.label).joined(separator: ", ")]
    return (line.isEmpty ? [] : [line]) + others
  }
}
