/// Why the terminal cannot be taken; the program then goes on in line mode, or leaves.
package enum TerminalFault: Error, Hashable, Sendable {
  /// Standard input or standard output is a file or a pipe.
  case notATerminal
  /// No description of `name`, nor of any terminal we fall back on.
  case unknownTerminal(name: String)
  /// The cursor of `name` cannot be placed: a printing terminal, or `dumb`.
  case fixedCursor(name: String)
  /// The system refused the little it takes.
  case noMemory
}

/// What is not as it should be, though the session goes on.
package enum TerminalRemark: Hashable, Sendable {
  /// No locale in UTF-8: accents are not drawn, and cannot be typed.
  case notUTF8(codeset: String)
  /// `requested` is unknown here; the description of `used` stands in.
  case standsIn(requested: String, used: String)
}
