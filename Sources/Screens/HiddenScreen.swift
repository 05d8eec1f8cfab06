import Console

/// The screen while the person is away: no answer, no name, nothing of the interview.
extension App {
  func hiddenPicture(_ blank: Canvas) -> Canvas {
    var canvas = blank
    let lines = Wrapping.lines(of: words.hidden, width: max(1, columns - 2))
    let top = max(0, (rows - lines.count) / 2)
    for (place, line) in lines.enumerated() {
      canvas.write(
        line, row: top + place, column: max(0, (columns - TextWidth.width(of: line)) / 2))
    }
    canvas.cursor = Canvas.Position(row: min(top, rows - 1), column: 0)
    return canvas
  }

  /// Enter or Escape shows it again; nothing else does anything, so that no key answers unseen.
  mutating func pressHidden(_ key: Key) -> [Effect] {
    switch key {
    case .enter, .escape: isHidden = false
    case .character, .newline, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left,
      .right, .home, .end, .pageUp, .pageDown, .function, .control, .alt, .paste, .mouse:
      break
    }
    return []
  }
}
