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
    let heads = words.helpHeads
    var lines: [(key: String, label: String)] = []
    let add = { (head: String, more: [(key: String, label: String)]) in
      if !more.isEmpty { lines += [("", head)] + more + [("", "")] }
    }
    switch screen {
    case .home: add(heads.move, help(on: homeBindings))
    case .report(let place): add(heads.move, help(on: reportBindings(place)))
    case .plan: add(heads.move, help(on: Bindings.plan))
    case .summary: add(heads.move, help(on: summaryBindings))
    case .question:
      let all = questionBindings
      add(heads.answer, help(on: all.filter { $0.action.isAnswering }))
      add(heads.move, help(on: all.filter { !$0.action.isAnswering }))
    }
    add(heads.safe, [("", words.helpSafe)])
    add(heads.trouble, words.helpTrouble.map { ("", $0) })
    return lines.dropLast()
  }

  /// One line per thing to do, with every key that does it.
  private func help(on bindings: [Binding]) -> [(key: String, label: String)] {
    var lines: [(key: String, label: String)] = []
    for binding in bindings {
      let label = words.actions[binding.action] ?? ""
      let key = binding.fullName(in: words)
      if key.isEmpty || label.isEmpty { continue }
      if let same = lines.firstIndex(where: { $0.label == label }) {
        lines[same].key += ", " + key
      } else {
        lines.append((key, label))
      }
    }
    return lines
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
    canvas.fill(Area(row: area.row, column: 0, rows: area.rows, columns: columns))
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
    case .report: words.actions[.results] ?? ""
    case .plan: words.plan
    case .summary: words.summary
    case .question:
      interview.flatMap { now in now.position.map { now.shortLabel(of: $0) } } ?? ""
    }
  }
}

extension Binding {
  /// Every key of a binding, for help: `^P, F6`.
  func fullName(in words: borrowing Words) -> String {
    switch keys {
    case .keys(let keys) where shown == nil:
      return keys.map { words.name(of: $0) }.joined(separator: ", ")
    case .keys, .digits: return name(in: words)
    case .typing: return shown ?? ""
    }
  }
}
