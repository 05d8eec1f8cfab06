extension Key {
  /// The key of a character or a control other than Escape; `nil` for what no key types.
  init?(typed scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x08, 0x7F: self = .backspace
    case 0x09: self = .tab
    case 0x0A: self = .newline
    case 0x0D: self = .enter
    case 0x01...0x1A:
      guard let letter = Unicode.Scalar(scalar.value + 0x60) else { return nil }
      self = .control(Character(letter))
    case 0x00...0x1F, 0x80...0x9F: return nil
    // Every other scalar is a character.
    default: self = .character(Character(scalar))
    }
  }

  /// The key of a sequence that came apart: what followed `Esc [` or `Esc O`, final byte included.
  ///
  /// The sequences are those of xterm and the VT220; modifiers are dropped. Others give `nil`.
  init?(introducer: Unicode.Scalar, tail: String) {
    guard let final = tail.last else { return nil }
    switch final {
    case "A": self = .up
    case "B": self = .down
    case "C": self = .right
    case "D": self = .left
    case "H": self = .home
    case "F": self = .end
    case "Z": self = .backTab
    case "P", "Q", "R", "S":
      guard introducer == "O", let code = final.asciiValue else { return nil }
      self = .function(Int(code) - 0x4F)
    case "~": self.init(numbered: tail.dropLast().prefix { $0 != ";" })
    // A sequence we have no key for.
    default: return nil
    }
  }

  /// The key of `Esc [ number ~`.
  private init?(numbered number: Substring) {
    switch Int(number) {
    case 1, 7: self = .home
    case 2: self = .insert
    case 3: self = .delete
    case 4, 8: self = .end
    case 5: self = .pageUp
    case 6: self = .pageDown
    case let code? where (11...15).contains(code): self = .function(code - 10)
    case let code? where (17...21).contains(code): self = .function(code - 11)
    case let code? where (23...24).contains(code): self = .function(code - 12)
    // Not a key of this keyboard.
    default: return nil
    }
  }
}
