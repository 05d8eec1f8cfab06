/// One line being typed.
///
/// Positions and lengths count characters as a person sees them: `é` is one.
package struct TextField: Hashable, Sendable {
  package private(set) var buffer: EditBuffer

  /// A field holding `text` with the caret at its end; no `maximum` is no limit.
  package init(_ text: String = "", maximum: Int? = nil) {
    buffer = EditBuffer(text, maximum: maximum)
  }

  package var text: String { buffer.text }
  package var isEmpty: Bool { buffer.isEmpty }
  package var count: Int { buffer.count }
  package var caret: Int { buffer.caret }
  package var maximum: Int? { buffer.maximum }
  package var canUndo: Bool { buffer.canUndo }
  package var canRedo: Bool { buffer.canRedo }

  /// Does what a key means in a field, and says what came of it.
  ///
  /// Characters and pastes are inserted, Control-U empties the field, Control-W removes a word;
  /// undoing is left to the screen, which also has answers to undo.
  package mutating func press(_ key: Key) -> EditOutcome {
    switch key {
    case .character(let character): type(character)
    case .paste(let text): buffer.insert(Self.line(of: text))
    case .backspace: buffer.deleteBackward()
    case .delete: buffer.deleteForward()
    case .left: buffer.move(to: caret - 1)
    case .right: buffer.move(to: caret + 1)
    case .home: buffer.move(to: 0)
    case .end, .control("e"): buffer.move(to: count)
    case .control("u"): buffer.clear()
    case .control("w"): buffer.deleteWordBackward()
    case .enter, .newline, .tab, .backTab, .escape, .insert, .up, .down, .pageUp, .pageDown,
      .function, .control, .alt, .mouse:
      .ignored
    }
  }

  /// Inserts a text at the caret, as a paste does.
  package mutating func insert(_ text: String) -> EditOutcome {
    buffer.insert(Self.line(of: text))
  }

  package mutating func moveToPreviousWord() -> EditOutcome {
    buffer.move(to: buffer.startOfWord)
  }

  package mutating func moveToNextWord() -> EditOutcome { buffer.move(to: buffer.endOfWord) }

  /// Puts the caret before the character at `place`, brought into the text.
  package mutating func move(to place: Int) -> EditOutcome { buffer.move(to: place) }

  /// Replaces everything; one undo brings it back.
  package mutating func replace(with text: String) { buffer.replace(with: text) }

  /// Takes back the last burst of typing.
  package mutating func undo() -> EditOutcome { buffer.undo() }

  package mutating func redo() -> EditOutcome { buffer.redo() }

  private mutating func type(_ character: Character) -> EditOutcome {
    character.isNewline ? .ignored : buffer.type(character)
  }

  /// Pasted text on one line: newlines and tabs become spaces, but for those at its ends.
  private static func line(of text: String) -> String {
    var characters = text[...]
    while let last = characters.last, last.isNewline { characters.removeLast() }
    while let first = characters.first, first.isNewline { characters.removeFirst() }
    return String(characters.map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }
}

extension TextField {
  /// The part that shows in `width` columns, caret included.
  ///
  /// The view jumps by half its width, so that the text stands still while one types. No width
  /// shows nothing.
  package func window(width: Int) -> Window {
    guard width > 0 else {
      return Window(text: "", caretColumn: 0, isCutLeft: !isEmpty, isCutRight: !isEmpty)
    }
    let caretColumn = Self.columns(of: buffer.characters[..<caret])
    let step = max(1, width / 2)
    let overflow = max(0, caretColumn - (width - 1))
    let scrolled = (overflow + step - 1) / step * step
    var first = 0
    var start = 0
    while start < scrolled, first < caret {
      start += TextWidth.width(of: buffer.characters[first])
      first += 1
    }
    var last = first
    var used = 0
    while last < count {
      used += TextWidth.width(of: buffer.characters[last])
      if used > width { break }
      last += 1
    }
    return Window(
      text: String(buffer.characters[first..<last]), caretColumn: caretColumn - start,
      isCutLeft: first > 0, isCutRight: last < count)
  }

  private static func columns(of characters: ArraySlice<Character>) -> Int {
    characters.reduce(0) { $0 + TextWidth.width(of: $1) }
  }

  /// What shows of a field.
  package struct Window: Hashable, Sendable {
    package var text: String
    /// The caret's column from the window's left edge, below its width.
    package var caretColumn: Int
    package var isCutLeft: Bool
    package var isCutRight: Bool
  }
}
