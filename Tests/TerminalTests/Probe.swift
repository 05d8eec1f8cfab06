import PseudoTerminals

/// Runs the probe in a terminal and waits for its first picture.
func probe(
  _ arguments: String..., environment: [String: String] = [:], columns: Int = 80, rows: Int = 24
) throws -> PseudoTerminal {
  let variables = ["LANG": "C.UTF-8"].merging(environment) { _, given in given }
  let terminal = try PseudoTerminal(
    [builtProgram("TerminalProbe")] + arguments, environment: variables, columns: columns,
    rows: rows)
  try terminal.waitFor(text: "coin")
  return terminal
}

extension PseudoTerminal {
  /// Whether these bytes were sent, in this order and together.
  func sent(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    return output.indices.contains { output[$0...].starts(with: wanted) }
  }
}
