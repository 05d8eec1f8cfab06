/// Characters, a caret among them, and the way back: what a field and a text area share.
package struct EditBuffer: Hashable, Sendable {
  package private(set) var characters: [Character]
  /// From 0, before the first character, to `count`, after the last.
  package private(set) var caret: Int
  package let maximum: Int?
  private var past: [Moment] = []
  private var future: [Moment] = []
  private var burst = Burst.none

  /// A text and its caret at one time.
  private struct Moment: Hashable {
    var characters: [Character]
    var caret: Int
  }

  /// What the last edits were: those of one burst are undone together.
  private enum Burst: Hashable {
    case none
    case typing
    case deleting
  }

  /// Most bursts that can be taken back.
  ///
  /// Chosen: a person asks for a handful.
  private static let mostMoments = 200

  package init(_ text: String = "", maximum: Int? = nil) {
    characters = Array(text)
    caret = characters.count
    self.maximum = maximum
  }

  package var text: String { String(characters) }
  package var isEmpty: Bool { characters.isEmpty }
  package var count: Int { characters.count }
  package var canUndo: Bool { !past.isEmpty }
  package var canRedo: Bool { !future.isEmpty }
}

// Changes.
extension EditBuffer {
  /// Types one character; one that combines with the character before it joins it.
  package mutating func type(_ character: Character) -> EditOutcome {
    let outcome = insert(String(character), as: .typing)
    if character.isWhitespace { burst = .none }
    return outcome
  }

  /// Inserts a text in one burst of its own.
  package mutating func insert(_ text: String) -> EditOutcome { insert(text, as: .none) }

  private mutating func insert(_ text: String, as kind: Burst) -> EditOutcome {
    guard !text.isEmpty else { return .ignored }
    let left = caret > 0 ? caret - 1 : caret
    var added = Array(String(characters[left..<caret]) + text)
    let room = maximum.map { $0 - (count - (caret - left)) } ?? .max
    let allowed = max(room, caret - left)
    let isCut = added.count > allowed
    if isCut { added = Array(added.prefix(allowed)) }
    guard !isCut || added.count > caret - left else { return .full }
    remember(kind)
    characters.replaceSubrange(left..<caret, with: added)
    caret = left + added.count
    joinAtCaret()
    return isCut ? .full : .changed
  }

  /// Makes one character of two that combine on either side of the caret.
  private mutating func joinAtCaret() {
    guard caret > 0, caret < count else { return }
    let pair = "\(characters[caret - 1])\(characters[caret])"
    guard pair.count == 1 else { return }
    characters.replaceSubrange(caret - 1...caret, with: Array(pair))
  }

  /// Removes the characters of a range and puts the caret there.
  private mutating func remove(_ range: Range<Int>, as kind: Burst) -> EditOutcome {
    guard !range.isEmpty else { return .ignored }
    remember(kind)
    characters.removeSubrange(range)
    caret = range.lowerBound
    joinAtCaret()
    return .changed
  }

  package mutating func deleteBackward() -> EditOutcome {
    remove(max(0, caret - 1)..<caret, as: .deleting)
  }

  package mutating func deleteForward() -> EditOutcome {
    remove(caret..<min(count, caret + 1), as: .deleting)
  }

  package mutating func deleteWordBackward() -> EditOutcome {
    remove(startOfWord..<caret, as: .none)
  }

  package mutating func clear() -> EditOutcome { remove(0..<count, as: .none) }

  /// Puts another text in place of this one, as one burst.
  package mutating func replace(with text: String) {
    remember(.none)
    characters = Array(text)
    caret = count
  }

  package mutating func undo() -> EditOutcome {
    guard let moment = past.popLast() else { return .ignored }
    future.append(now)
    return restore(moment)
  }

  package mutating func redo() -> EditOutcome {
    guard let moment = future.popLast() else { return .ignored }
    past.append(now)
    return restore(moment)
  }

  private var now: Moment { Moment(characters: characters, caret: caret) }

  private mutating func restore(_ moment: Moment) -> EditOutcome {
    characters = moment.characters
    caret = moment.caret
    burst = .none
    return .changed
  }

  private mutating func remember(_ kind: Burst) {
    future = []
    if kind == .none || kind != burst { past.append(now) }
    if past.count > Self.mostMoments { past.removeFirst() }
    burst = kind
  }
}

// Moves.
extension EditBuffer {
  /// Puts the caret at a place, brought into the text; it ends the burst.
  package mutating func move(to place: Int) -> EditOutcome {
    let place = min(max(0, place), count)
    guard place != caret else { return .ignored }
    caret = place
    burst = .none
    return .moved
  }

  /// The beginning of the word before the caret.
  package var startOfWord: Int {
    var place = caret
    while place > 0, !Self.isInWord(characters[place - 1]) { place -= 1 }
    while place > 0, Self.isInWord(characters[place - 1]) { place -= 1 }
    return place
  }

  /// The end of the word after the caret.
  package var endOfWord: Int {
    var place = caret
    while place < count, !Self.isInWord(characters[place]) { place += 1 }
    while place < count, Self.isInWord(characters[place]) { place += 1 }
    return place
  }

  private static func isInWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }
}

/// What a key did to a text.
package enum EditOutcome: Hashable, Sendable {
  case changed
  case moved
  /// The text has its maximum length: nothing was added, or not all of it.
  case full
  /// The key means nothing here, or changes nothing.
  case ignored
}
