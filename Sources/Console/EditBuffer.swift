/// Characters, a caret among them, and the way back: what a field and a text area share.
package struct EditBuffer: Hashable, Sendable {
  package private(set) var characters: [Character]
  /// From 0, before the first character, to `count`, after the last.
  package private(set) var caret: Int
  package let maximum: Int?

  package init(_ text: String = "", maximum: Int? = nil) {
    characters = Array(text)
    caret = characters.count
    self.maximum = maximum
  }

  package var text: String { String(characters) }
  package var isEmpty: Bool { characters.isEmpty }
  package var count: Int { characters.count }
  package var canUndo: Bool { false }
  package var canRedo: Bool { false }
}
