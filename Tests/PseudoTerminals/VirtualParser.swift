/// Where a screen stands in the bytes it is being fed.
struct VirtualParser: Sendable {
  var state = State.ground
  var pending: [UInt8] = []

  enum State: Sendable {
    case ground
    case escape
    /// After `Esc [`, with the parameters so far.
    case sequence(String)
    /// A title or another text nobody shows.
    case command
    /// After `Esc (` and the like: one more byte.
    case charset
  }
}

extension VirtualScreen {
  /// Shows what these bytes make of the picture; a sequence may end in the next call.
  package mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { feed(byte) }
  }

  private mutating func feed(_ byte: UInt8) {
    switch parser.state {
    case .ground: ground(byte)
    case .escape: escape(byte)
    case .sequence(let parameters): sequence(byte, parameters)
    case .command: if byte == 0x07 || byte == 0x5C { parser.state = .ground }
    case .charset: parser.state = .ground
    }
  }

  private mutating func ground(_ byte: UInt8) {
    switch byte {
    case 0x1B: parser.state = .escape
    case 0x00...0x1F: control(byte)
    case 0x7F: break
    // Text, perhaps in the middle of a character.
    default: text(byte)
    }
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x07: bells += 1
    case 0x08: move(columnsBy: -1)
    case 0x09: move(row: cursor.row, column: (cursor.column / 8 + 1) * 8)
    case 0x0A...0x0C: lineFeed()
    case 0x0D: move(row: cursor.row, column: 0)
    // Shifts and what else a terminal ignores.
    default: break
    }
  }

  private mutating func text(_ byte: UInt8) {
    parser.pending.append(byte)
    if let scalars = String(validating: parser.pending, as: UTF8.self)?.unicodeScalars {
      for scalar in scalars { draw(scalar) }
      parser.pending = []
    } else if parser.pending.count >= 4 {
      parser.pending = []
      draw("\u{FFFD}")
    }
  }

  private mutating func escape(_ byte: UInt8) {
    parser.state = .ground
    switch Character(Unicode.Scalar(byte)) {
    case "[": parser.state = .sequence("")
    case "]", "P": parser.state = .command
    case "(", ")", "*", "+": parser.state = .charset
    case "7": saveCursor()
    case "8": restoreCursor()
    case "D": lineFeed()
    case "E":
      move(row: cursor.row, column: 0)
      lineFeed()
    case "M": reverseLineFeed()
    case "c": reset()
    // Keypad modes and the like.
    default: break
    }
  }

  private mutating func sequence(_ byte: UInt8, _ parameters: String) {
    guard (0x40...0x7E).contains(byte) else {
      parser.state = .sequence(parameters + String(Unicode.Scalar(byte)))
      return
    }
    parser.state = .ground
    let isPrivate = parameters.hasPrefix("?")
    let numbers = parameters.drop { !$0.isNumber && $0 != ";" }
      .split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    let final = Character(Unicode.Scalar(byte))
    switch final {
    case "h" where isPrivate: for mode in numbers { setMode(mode, to: true) }
    case "l" where isPrivate: for mode in numbers { setMode(mode, to: false) }
    case "m" where !parameters.hasPrefix(">"): for number in numbers { style(number) }
    // Everything that moves, erases or scrolls.
    default: if !isPrivate { perform(final, numbers) }
    }
  }

  private mutating func perform(_ final: Character, _ numbers: [Int]) {
    let first = numbers.first ?? 0
    let count = max(1, first)
    let second = max(1, numbers.count > 1 ? numbers[1] : 1)
    switch final {
    case "A": move(rowsBy: -count)
    case "B", "e": move(rowsBy: count)
    case "C", "a": move(columnsBy: count)
    case "D": move(columnsBy: -count)
    case "E": move(row: cursor.row + count, column: 0)
    case "F": move(row: cursor.row - count, column: 0)
    case "G", "`": move(row: cursor.row, column: count - 1)
    case "H", "f": move(row: count - 1, column: second - 1)
    case "d": move(row: count - 1, column: cursor.column)
    case "J": eraseInDisplay(first)
    case "K": eraseInLine(first)
    case "X": erase(row: cursor.row, cursor.column..<cursor.column + count)
    case "@": shiftCharacters(count)
    case "P": shiftCharacters(-count)
    case "L": scroll(from: cursor.row, by: -count)
    case "M": scroll(from: cursor.row, by: count)
    case "S": scrollRegion(by: count)
    case "T": scrollRegion(by: -count)
    case "b": repeatLast(count)
    case "r": setRegion(count - 1, (numbers.count > 1 ? numbers[1] : rows) - 1)
    // Window reports and what else changes no cell.
    default: break
    }
  }

  private mutating func setMode(_ mode: Int, to isOn: Bool) {
    if isOn { modes.insert(mode) } else { modes.remove(mode) }
    if [47, 1047, 1049].contains(mode) { showAlternate(isOn) }
    if mode == 1049 { if isOn { saveCursor() } else { restoreCursor() } }
  }

  private mutating func style(_ number: Int) {
    switch number {
    case 0: look = VirtualLook()
    case 1: look.isBold = true
    case 2: look.isDim = true
    case 4: look.isUnderlined = true
    case 7: look.isReversed = true
    case 22: (look.isBold, look.isDim) = (false, false)
    case 24: look.isUnderlined = false
    case 27: look.isReversed = false
    case 30...37: look.foreground = number - 30
    case 39: look.foreground = nil
    // Backgrounds and character sets, which we do not use.
    default: break
    }
  }
}
