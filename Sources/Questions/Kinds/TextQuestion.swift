import Formulas

/// A typed text.
package struct TextQuestion: Hashable, Sendable {
  /// In user-perceived characters.
  package let minimumLength: Int?
  /// In user-perceived characters.
  package let maximumLength: Int?
  package let pattern: Pattern?
  package let patternMessage: LocalizedText?
  package let isMultiline: Bool

  init(_ keys: inout KeyReader) {
    minimumLength = keys.count("min_length")
    maximumLength = keys.count("max_length", atLeast: 1)
    keys.inOrder("min_length", minimumLength, "max_length", maximumLength)
    pattern = keys.pattern("pattern")
    patternMessage = keys.text("pattern_message")
    isMultiline = keys.oneOf("appearance", ["multiline"]) != nil
  }

  /// The text, its ends trimmed; blank where nothing is left.
  func value(of input: String) throws(Rejection) -> Value {
    let text = input.trimmed
    if text.isEmpty { return .blank }
    let length = text.count
    if let minimumLength, length < minimumLength {
      throw .tooShort(length, minimum: minimumLength)
    }
    if let maximumLength, length > maximumLength {
      throw .tooLong(length, maximum: maximumLength)
    }
    if let pattern, !pattern.matches(text) { throw .notInPattern(text, message: patternMessage) }
    return .text(text)
  }
}

/// The free text of a choice marked `other`.
package struct OtherText: Hashable, Sendable {
  /// The question it belongs to, by index.
  package let question: Int
  /// The choice that opens it.
  package let choice: String

  /// In user-perceived characters (`formats.md` §1).
  package static let maximumLength = 80

  func value(of input: String) throws(Rejection) -> Value {
    let text = input.trimmed
    guard text.count <= Self.maximumLength else {
      throw .tooLong(text.count, maximum: Self.maximumLength)
    }
    return text.isEmpty ? .blank : .text(text)
  }
}

extension StringProtocol {
  /// Without the white space at its ends.
  package var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
