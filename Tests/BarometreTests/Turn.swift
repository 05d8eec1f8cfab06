import PseudoTerminals

/// One stop of an interview told key by key, and line by line.
struct Turn {
  /// What only this stop shows.
  let place: [String]
  /// What is typed there in line mode.
  let line: String
  /// What is pressed there, each with what it shows; then Enter goes on.
  let presses: [Press]
  /// What goes on to the next stop.
  let leaving: String

  struct Press {
    let keys: String
    let shows: String
  }

  init(
    _ place: [String], line: String, _ presses: [Press], leaving: String = Keys.enter
  ) {
    self.place = place
    self.line = line
    self.presses = presses
    self.leaving = leaving
  }

  /// A choice by its number, which its list marks.
  static func choice(_ place: String..., code: String, _ label: String) -> Turn {
    Turn(place, line: code, [Press(keys: code, shows: "\(code) (•) \(label)")])
  }

  /// Several choices by their numbers.
  static func choices(_ place: String..., codes: [String]) -> Turn {
    let presses = codes.map { Press(keys: $0, shows: "\($0) [x] ") }
    return Turn(place, line: codes.joined(separator: " "), presses)
  }

  /// A line of text, or a number.
  ///
  /// End comes before Enter: right after text faster than fingers, Enter would be part of a paste.
  static func text(_ place: String..., typed: String) -> Turn {
    Turn(
      place, line: typed, [Press(keys: typed, shows: "[ \(typed) ")],
      leaving: Keys.end + Keys.enter)
  }

  /// A special answer, by its place in the list ^K opens.
  static func special(_ place: String..., option: String, name: String, _ label: String) -> Turn {
    let presses = [
      Press(keys: Keys.control("k"), shows: "─ Sans réponse ─"),
      Press(keys: option, shows: "(•) \(label)"),
    ]
    return Turn(place, line: ":k \(name)", presses)
  }

  func isShown(on screen: VirtualScreen) -> Bool {
    place.allSatisfy(screen.text.contains)
  }

  /// The presses still to do on this screen: those after the last whose doing shows.
  func presses(leftOn screen: VirtualScreen) -> ArraySlice<Press> {
    let last = presses.lastIndex { screen.text.contains($0.shows) }
    return presses[(last.map { $0 + 1 } ?? 0)...]
  }
}

extension PseudoTerminal {
  /// Answers a stop, and goes on to the next.
  func take(_ turn: Turn) throws {
    try waitFor("\(turn.place)", turn.isShown)
    for press in turn.presses(leftOn: screen) { try self.press(press.keys, shows: press.shows) }
    try send(turn.leaving)
  }

  func take(_ turns: some Sequence<Turn>) throws {
    for turn in turns { try take(turn) }
  }
}
