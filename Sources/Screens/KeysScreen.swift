import Console
import Formulas

/// What `barometre keys` shows: each key as it arrived, and what it does in an interview.
///
/// For a keyboard, a terminal or a line that seems to swallow keys: nothing is stored.
package struct KeysScreen: Sendable {
  private let language: Language
  /// The newest last.
  private var arrivals: [Arrival] = []
  private var last: Key?

  private struct Arrival: Sendable {
    var name: String
    var meaning: String
    var count = 1
  }

  private var words: Words { _read { yield Words[language] } }

  package init(_ language: Language) { self.language = language }

  /// Takes note of a key.
  ///
  /// - Returns: whether the person leaves: Ctrl-Q, Ctrl-C or Escape, twice in a row.
  package mutating func take(_ key: Key) -> Bool {
    defer { last = key }
    if last == key, !arrivals.isEmpty {
      arrivals[arrivals.count - 1].count += 1
      return [.control("q"), .control("c"), .escape].contains(key)
    }
    arrivals.append(Arrival(name: name(of: key), meaning: meaning(of: key)))
    arrivals = arrivals.suffix(Self.most)
    return false
  }

  /// More lines than any screen shows.
  private static let most = 200

  /// The picture at a size; nothing but a sentence below the smallest size.
  package func picture(columns: Int, rows: Int, glyphs: Glyphs) -> Canvas {
    var canvas = Canvas(columns: columns, rows: rows, glyphs: glyphs)
    canvas.fill(Area(row: 0, column: 0, rows: 1, columns: columns), style: .title)
    canvas.write(words.keysTitle, row: 0, column: 1, style: .title, width: columns - 2)
    let invitation = Wrapping.lines(of: words.keysInvitation, width: max(1, columns - 2))
    for (row, line) in invitation.enumerated() { canvas.write(line, row: 2 + row, column: 1) }
    let top = 3 + invitation.count
    let shown = arrivals.suffix(max(0, rows - top))
    for (place, arrival) in shown.enumerated() {
      draw(arrival, row: top + place, isNewest: place == shown.count - 1, on: &canvas)
    }
    canvas.cursor = Canvas.Position(row: min(rows - 1, top + max(0, shown.count - 1)), column: 1)
    return canvas
  }

  private func draw(_ arrival: Arrival, row: Int, isNewest: Bool, on canvas: inout Canvas) {
    let width = min(24, canvas.columns / 2 - 2)
    let times = arrival.count > 1 ? " ×\(arrival.count)" : ""
    canvas.write(
      arrival.name + times, row: row, column: 1, style: isNewest ? .focus : .key, width: width)
    canvas.write(
      arrival.meaning, row: row, column: width + 3, width: max(0, canvas.columns - width - 4))
  }
}

// What a key is called, and what it does.
extension KeysScreen {
  private func name(of key: Key) -> String {
    switch key {
    case .alt(let character): "Alt+\(character)"
    case .paste(let text): words.keysPaste(text.count)
    case .mouse(let row, let column, let kind):
      words.keysMouse(kind == .press, row + 1, column + 1)
    case .character, .enter, .newline, .tab, .backTab, .escape, .backspace, .delete, .insert, .up,
      .down, .left, .right, .home, .end, .pageUp, .pageDown, .function, .control:
      words.name(of: key)
    }
  }

  private func meaning(of key: Key) -> String {
    switch key {
    case .character(let character): character.typedDigit.map(words.keysDigit) ?? words.keysText
    case .paste: words.keysText
    case .mouse: words.actions[.point] ?? ""
    case .alt, .enter, .newline, .tab, .backTab, .escape, .backspace, .delete, .insert, .up, .down,
      .left, .right, .home, .end, .pageUp, .pageDown, .function, .control:
      labels(of: key)
    }
  }

  /// What the help rows call it, wherever in an interview it does something.
  private func labels(of key: Key) -> String {
    var labels: [String] = []
    for table in [Bindings.choice(9), Bindings.line, Bindings.roster, Bindings.interview] {
      guard let action = table.action(for: key), let label = words.actions[action],
        !labels.contains(label)
      else { continue }
      labels.append(label)
    }
    return labels.isEmpty ? words.keysNothing : labels.joined(separator: ", ")
  }
}
