import Console
import Interviews

// Help is printed from the tables that dispatch keys.

extension App {
  mutating func openHelp() -> [Effect] {
    overlay = .help(Scroll())
    return []
  }

  /// The lines of help for where the person is.
  var helpLines: [(key: String, label: String)] {
    let words = words
    let rows = { (bindings: [Binding]) in
      bindings.compactMap { binding -> (key: String, label: String)? in
        let label = words.actions[binding.action] ?? ""
        let name = binding.fullName(in: words)
        return name.isEmpty || label.isEmpty ? nil : (name, label)
      }
    }
    let heads = words.helpHeads
    var lines: [(key: String, label: String)] = []
    let add = { (head: String, more: [(key: String, label: String)]) in
      if !more.isEmpty { lines += [("", head)] + more + [("", "")] }
    }
    switch screen {
    case .home: add(heads.move, rows(Bindings.home))
    case .plan: add(heads.move, rows(Bindings.plan))
    case .summary: add(heads.move, rows(summaryBindings))
    case .question:
      add(heads.answer, rows(editor?.bindings ?? []))
      add(heads.move, rows(Bindings.interview))
    }
    add(heads.safe, [("", words.helpSafe)])
    add(heads.trouble, words.helpTrouble.map { ("", $0) })
    return lines.dropLast()
  }

  mutating func pressHelp(_ key: Key, _ page: Scroll) -> [Effect] {
    var page = page
    let action = Bindings.help.action(for: key)
    if action == .scroll {
      page.press(key, rows: helpArea.inside.rows, of: helpLines.count)
      overlay = .help(page)
    }
    if action == .close || action == .quit { overlay = nil }
    return action == .quit ? openQuit() : []
  }

  var helpArea: Area {
    let layout = layout
    let width = min(columns - 2, 90)
    return Area(
      row: 1, column: (columns - width) / 2, rows: max(3, layout.fieldKeys - 1), columns: width)
  }

  func drawHelp(_ page: Scroll, on canvas: inout Canvas) {
    let area = helpArea
    canvas.box(area)
    canvas.write(
      " \(words.helpTitle(helpSubject)) ", row: area.row, column: area.column + 2, style: .strong)
    let inside = area.inside
    let lines = helpLines
    let keyWidth = min(22, inside.columns / 2)
    for (row, line) in lines.dropFirst(page.first).prefix(inside.rows).enumerated() {
      let at = inside.row + row
      if line.key.isEmpty {
        let isHead = line.label.allSatisfy { !$0.isLowercase }
        canvas.write(
          line.label, row: at, column: inside.column + 1, style: isHead ? .strong : .text,
          width: inside.columns - 2)
      } else {
        canvas.write(line.key, row: at, column: inside.column + 2, style: .key, width: keyWidth)
        canvas.write(
          line.label, row: at, column: inside.column + 3 + keyWidth,
          width: inside.columns - keyWidth - 4)
      }
    }
    if page.first + inside.rows < lines.count {
      canvas.write(
        " \(words.more(lines.count - page.first - inside.rows)) ", row: area.row + area.rows - 1,
        endingAt: area.column + area.columns - 2, style: .quiet)
    }
    canvas.cursor = Canvas.Position(row: inside.row, column: inside.column + 1)
  }

  private var helpSubject: String {
    switch screen {
    case .home: words.program
    case .plan: words.plan
    case .summary: words.summary
    case .question:
      interview.flatMap { now in now.position.map { now.shortLabel(of: $0) } } ?? ""
    }
  }
}

extension Binding {
  /// Every key of a binding, for help: `^P, F6`.
  func fullName(in words: Words) -> String {
    switch keys {
    case .keys(let keys) where shown == nil:
      return keys.map { words.name(of: $0) }.joined(separator: ", ")
    case .keys, .digits: return name(in: words)
    case .typing: return shown ?? ""
    }
  }
}
