/// A pattern a whole text must match.
package struct Pattern: Hashable, Sendable {
  package let text: String

  package init(_ text: String) throws(PatternFault) {
    self.text = text
  }

  package func matches(_ text: String) -> Bool { false }
}

/// Why a pattern cannot be read, and where, in bytes of UTF-8 from its start.
package struct PatternFault: Error, Hashable {
  package let range: Range<Int>
  package func sentence(in language: Language) -> String { "" }
}
