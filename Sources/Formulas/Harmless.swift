extension String {
  /// The text with signs in place of what would move a terminal's cursor, turn a line round or
  /// start another: controls, formats (bidirectional overrides among them), line separators.
  ///
  /// - Parameter kept: those left as they are.
  package func harmless(keeping kept: Set<Unicode.Scalar> = []) -> String {
    guard unicodeScalars.contains(where: { $0.isHarmful && !kept.contains($0) }) else {
      return self
    }
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      result.append(scalar.isHarmful && !kept.contains(scalar) ? scalar.sign : scalar)
    }
    return String(result)
  }

  /// At most so many characters, the middle left out.
  package func shortened(to most: Int) -> String {
    guard utf8.count > most, count > most else { return self }
    return "\(prefix(most * 3 / 4))…\(suffix(most / 4 - 1))"
  }
}

extension Unicode.Scalar {
  fileprivate var isHarmful: Bool {
    if value >= 0x20 && value < 0x7F { return false }
    switch properties.generalCategory {
    // ZWNJ and ZWJ join letters of some scripts, and emoji.
    case .format: return value != 0x200C && value != 0x200D
    case .control, .lineSeparator, .paragraphSeparator, .surrogate: return true
    // Every other category draws something, in its place.
    default: return false
    }
  }

  /// Control Pictures (Unicode block 2400), else a box.
  fileprivate var sign: Unicode.Scalar {
    switch value {
    case 0..<0x20: Unicode.Scalar(0x2400 + value) ?? "□"
    case 0x7F: "␡"
    default: "□"
    }
  }
}
