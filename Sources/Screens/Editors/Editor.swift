import Console
import Formulas
import Interviews
import Questions

/// What the person is doing at one stop: a draft, of which nothing is stored until it is valid.
enum Editor: Hashable {
  case notice(NoticeEditor)
  case acknowledge(AcknowledgeEditor)
  case line(LineEditor)
  case longText(LongTextEditor)
  case choice(ChoiceEditor)
  case choices(ChoicesEditor)
  case search(SearchEditor)
  case grid(GridEditor)
  case rank(RankEditor)
  case roster(RosterEditor)

  /// The editor of a stop, with what was answered there.
  ///
  /// - Parameter draft: what was typed there and not validated.
  init(for spot: Spot, in interview: Interview, draft: String?) {
    guard let question = interview.item(at: spot).question else {
      self = .roster(RosterEditor(spot, interview))
      return
    }
    switch question.kind {
    case .note, .calculate, .other, .row: self = .notice(NoticeEditor())
    case .grid: self = .grid(GridEditor(spot, interview))
    case .rank(let rank): self = .rank(RankEditor(spot, interview, rank, draft: draft))
    case .acknowledge: self = .acknowledge(AcknowledgeEditor(spot, interview))
    case .text(let text) where text.isMultiline:
      self = .longText(LongTextEditor(spot, interview, text, draft: draft))
    case .text, .number, .date, .time:
      self = .line(LineEditor(spot, interview, question.kind, draft: draft))
    case .selectOne:
      self =
        SearchEditor(spot, interview).map(Editor.search)
        ?? .choice(ChoiceEditor(spot, interview))
    case .selectMultiple(let choices):
      let several = ChoicesEditor(spot, interview, choices, draft: draft)
      self =
        SearchEditor(spot, interview, several: several).map(Editor.search) ?? .choices(several)
    }
  }
}

extension Editor {
  mutating func press(_ key: Key, _ action: Action?, in context: EditorContext) -> Outcome {
    switch self {
    case .notice(var editor):
      defer { self = .notice(editor) }
      return editor.press(key, action, in: context)
    case .acknowledge(var editor):
      defer { self = .acknowledge(editor) }
      return editor.press(key, action, in: context)
    case .line(var editor):
      defer { self = .line(editor) }
      return editor.press(key, action, in: context)
    case .longText(var editor):
      defer { self = .longText(editor) }
      return editor.press(key, action, in: context)
    case .choice(var editor):
      defer { self = .choice(editor) }
      return editor.press(key, action, in: context)
    case .choices(var editor):
      defer { self = .choices(editor) }
      return editor.press(key, action, in: context)
    case .search(var editor):
      defer { self = .search(editor) }
      return editor.press(key, action, in: context)
    case .grid(var editor):
      defer { self = .grid(editor) }
      return editor.press(key, action, in: context)
    case .rank(var editor):
      defer { self = .rank(editor) }
      return editor.press(key, action, in: context)
    case .roster(var editor):
      defer { self = .roster(editor) }
      return editor.press(key, action, in: context)
    }
  }

  /// A click on what the editor drew, whatever is pointed at.
  mutating func click(
    _ clickable: Clickable, _ place: Int, in context: EditorContext
  ) -> Outcome {
    switch self {
    case .acknowledge: return press(.character("1"), .confirm, in: context)
    case .line(var editor):
      defer { self = .line(editor) }
      return editor.click(clickable, place)
    case .choice(var editor):
      defer { self = .choice(editor) }
      return editor.click(clickable, place, in: context)
    case .choices(var editor):
      defer { self = .choices(editor) }
      return editor.click(clickable, place, in: context)
    case .search(var editor):
      defer { self = .search(editor) }
      return editor.click(clickable, place, in: context)
    case .grid(var editor):
      defer { self = .grid(editor) }
      return editor.click(place, in: context)
    case .rank(var editor):
      defer { self = .rank(editor) }
      return editor.click(place, in: context)
    case .roster(var editor):
      defer { self = .roster(editor) }
      return editor.click(place, in: context)
    case .notice, .longText: return .passed
    }
  }

  func draw(on body: inout Body, in context: EditorContext) {
    switch self {
    case .notice(let editor): editor.draw(on: &body, in: context)
    case .acknowledge(let editor): editor.draw(on: &body, in: context)
    case .line(let editor): editor.draw(on: &body, in: context)
    case .longText(let editor): editor.draw(on: &body, in: context)
    case .choice(let editor): editor.draw(on: &body, in: context)
    case .choices(let editor): editor.draw(on: &body, in: context)
    case .search(let editor): editor.draw(on: &body, in: context)
    case .grid(let editor): editor.draw(on: &body, in: context)
    case .rank(let editor): editor.draw(on: &body, in: context)
    case .roster(let editor): editor.draw(on: &body, in: context)
    }
  }

  var bindings: [Binding] {
    switch self {
    case .notice: Bindings.notice
    case .acknowledge: Bindings.acknowledge
    case .line(let editor): editor.bindings
    case .longText: Bindings.longText
    case .choice(let editor): editor.bindings
    case .choices(let editor): editor.bindings
    case .search(let editor): editor.bindings
    case .grid(let editor): editor.bindings
    case .rank(let editor): editor.bindings
    case .roster: Bindings.roster
    }
  }

  /// What was typed and not validated; nil where there is nothing to keep.
  var draft: String? {
    switch self {
    case .line(let editor): editor.draft
    case .longText(let editor): editor.draft
    case .choices(let editor): editor.draft
    case .rank(let editor): editor.draft
    case .search(let editor): editor.several?.draft
    case .notice, .acknowledge, .choice, .grid, .roster: nil
    }
  }

  /// Points at an instance of a repeat, from 1.
  mutating func point(atInstance instance: Int) {
    guard case .roster(var editor) = self else { return }
    editor.point(atInstance: instance)
    self = .roster(editor)
  }

  /// Puts a text in the place of a long one.
  mutating func replace(with text: String) {
    guard case .longText(var editor) = self else { return }
    editor.replace(with: text)
    self = .longText(editor)
  }

  /// The line an `other` choice opens, where the question has one.
  var other: OtherField? {
    switch self {
    case .choice(let editor): editor.list.other
    case .choices(let editor): editor.other
    case .search(let editor): editor.other ?? editor.several?.other
    case .notice, .acknowledge, .line, .longText, .grid, .rank, .roster: nil
    }
  }

  /// What taking the whole answer away comes to, whatever has the keys.
  var clearing: Outcome {
    switch self {
    case .notice, .roster: .passed
    case .grid(let editor): editor.target.map { .at($0, .clear) } ?? .passed
    case .acknowledge, .line, .longText, .choice, .choices, .search, .rank: .clear
    }
  }

  /// What the message row says while nothing else does.
  func status(in context: EditorContext) -> String {
    switch self {
    case .notice: context.words.nothingToType
    case .acknowledge(let editor): editor.status(in: context)
    case .choice(let editor): editor.status(in: context)
    case .choices(let editor): editor.status(in: context)
    case .search(let editor): editor.status(in: context)
    case .line(let editor): editor.status(in: context)
    case .grid(let editor): editor.status(in: context)
    case .rank(let editor): editor.status(in: context)
    case .roster: ""
    case .longText(let editor): editor.status(in: context)
    }
  }

  /// Whether no digit gives the special answers its question may have.
  var hidesSpecials: Bool {
    switch self {
    case .line, .longText, .search: true
    case .choice(let editor): editor.list.options.hideSpecials
    case .choices(let editor): editor.list.options.hideSpecials
    case .grid(let editor): editor.options.hideSpecials
    case .rank(let editor): editor.list.options.hideSpecials
    case .notice, .acknowledge, .roster: false
    }
  }

  /// Whether the arrows scroll what is read.
  var scrolls: Bool {
    switch self {
    case .notice, .acknowledge: true
    case .line, .longText, .choice, .choices, .search, .grid, .rank, .roster: false
    }
  }

  /// What stands at the right of the question: whether it must be answered, how many.
  func flag(in context: EditorContext) -> String {
    let required = context.interview.isRequired(context.spot) ? context.words.required : ""
    switch self {
    case .choices(let editor): return editor.flag(required, in: context)
    case .grid(let editor): return editor.flag(required, in: context)
    case .rank(let editor): return editor.flag(required, in: context)
    case .roster(let editor): return editor.flag(in: context)
    case .search(let editor): return editor.several?.flag(required, in: context) ?? required
    case .notice, .acknowledge, .line, .longText, .choice: return required
    }
  }

  /// Where a special answer goes: a grid's row, else the stop itself.
  func target(_ spot: Spot) -> Spot {
    if case .grid(let editor) = self { return editor.target ?? spot }
    return spot
  }

  /// The lines line mode prints under the question: numbered options, bounds.
  func spoken(in context: EditorContext) -> [String] {
    switch self {
    case .notice: []
    case .acknowledge: ["1 " + context.words.confirmRead]
    case .line(let editor): editor.spoken(in: context)
    case .longText: [context.words.linearLongText]
    case .choice(let editor): editor.spoken(in: context.words)
    case .choices(let editor): editor.spoken(in: context.words)
    case .search(let editor): editor.spoken(in: context)
    case .grid(let editor): editor.spoken(in: context)
    case .rank(let editor): editor.spoken(in: context)
    case .roster(let editor): editor.spoken(in: context)
    }
  }

  /// What a typed line comes to in line mode; blank leaves an optional question.
  mutating func read(_ line: String, in context: EditorContext) -> Outcome {
    switch self {
    case .notice: return .leave
    case .acknowledge: return .give(.text(line.trimmed.isEmpty ? "" : "OK"), thenLeaves: true)
    case .line, .longText: return .give(.text(line), thenLeaves: true)
    case .choice(let editor): return .give(editor.read(line), thenLeaves: true)
    case .choices(let editor): return .give(editor.read(line), thenLeaves: true)
    case .search(var editor):
      defer { self = .search(editor) }
      return editor.read(line, in: context)
    case .grid(let editor): return editor.read(line, in: context)
    case .rank(let editor): return .give(editor.read(line), thenLeaves: true)
    case .roster(let editor): return editor.read(line, in: context)
    }
  }
}

extension Option {
  /// One line of line mode.
  var spoken: String { code.map { "\($0) \(label)" } ?? "\(name) \(label)" }
}

extension [Option] {
  /// The option a word means: its code, its name, or its letter.
  func named(_ word: String) -> Option? {
    if let code = Int(word), let option = first(where: { $0.code == code }) { return option }
    return first { $0.name == word || $0.letter.map(String.init) == word }
  }
}
