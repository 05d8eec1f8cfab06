import Console
import Formulas
import Interviews
import Questions

// A grid, drawn: all rows where there is room, else the row pointed at.

extension GridEditor {
  /// Columns a row's label needs to be read.
  private static let narrowestLabel = 18

  private var choices: [Option] { options.filter { $0.part != .special } }

  /// The width of a cell.
  private var cell: Int { choices.count > 6 ? 4 : 6 }

  /// What is left to a row's label.
  private func labelWidth(_ width: Int) -> Int { width - 8 - options.count * cell }

  /// Whether all rows are shown together.
  func isTable(_ width: Int) -> Bool { labelWidth(width) >= Self.narrowestLabel }

  func draw(on body: inout Body, in context: EditorContext) {
    if isTable(body.width) {
      drawTable(on: &body, label: labelWidth(body.width), cell: cell, in: context)
    } else {
      drawRow(on: &body, in: context)
    }
  }

  private func drawTable(on body: inout Body, label: Int, cell: Int, in context: EditorContext) {
    // A code stays on the line its label begins on.
    let legend = options.map { "\($0.code.map(String.init) ?? "·")\u{A0}\($0.label)" }
    body.text(legend.joined(separator: "\u{A0}· "), at: 4, style: .quiet)
    body.blank()
    var head: [Body.Run] = []
    for (place, option) in options.enumerated() {
      let code = option.code.map(String.init) ?? "·"
      head.append(.init(column: start(of: place, label, cell) + 1, text: code, style: .key))
    }
    body.line(head)
    for place in rows.indices { drawLine(place, on: &body, label: label, cell: cell, in: context) }
  }

  /// The column a cell starts at; special answers stand a little apart.
  private func start(of place: Int, _ label: Int, _ cell: Int) -> Int {
    5 + label + place * cell + (options[place].part == .special ? 1 : 0)
  }

  private func drawLine(
    _ place: Int, on body: inout Body, label: Int, cell: Int, in context: EditorContext
  ) {
    let isPointed = place == row
    let spot = rows[place]
    let given = context.interview.givenNames(at: spot).first
    let first = body.lines.count
    let letter = Self.letter(of: place)
    body.text(
      context.interview.label(of: spot), at: 5, style: isPointed ? .focus : .text,
      target: .init(.row, place), width: label - 1)
    body.markEntry(first)
    body.append(
      .init(
        column: 1, text: "\(isPointed ? String(context.glyphs.pointer) : " ") \(letter)",
        style: isPointed ? .strong : .quiet), to: first)
    for (column, option) in options.enumerated() {
      let isGiven = option.name == given
      let isHere = isPointed && column == self.column
      let mark =
        isGiven ? String(context.glyphs.chosen) : isHere ? String(context.glyphs.pointer) : " "
      let text = isHere ? "[\(mark)]" : "(\(mark))"
      body.append(
        .init(
          column: start(of: column, label, cell), text: text,
          style: isHere ? .focus : isGiven ? .chosen : .text), to: first)
    }
    let presence = context.interview.presence(at: spot)
    if presence != .notReached {
      let isBlank = presence == .leftBlank
      let mark = isBlank ? context.glyphs.offRoute : context.glyphs.done
      body.append(
        .init(column: body.width - 2, text: String(mark), style: isBlank ? .quiet : .success),
        to: first)
    }
    if isPointed { body.markFocus(from: first, column: 5) }
  }

  /// One row at a time, its choices below it.
  private func drawRow(on body: inout Body, in context: EditorContext) {
    guard let target else { return }
    let given = context.interview.givenNames(at: target).first
    let line = body.lines.count
    body.text(
      "\(Self.letter(of: row)). \(context.interview.label(of: target)) (\(row + 1)/\(rows.count))",
      at: 1, style: .focus)
    for (place, option) in options.enumerated() {
      let mark = option.name == given ? String(context.glyphs.chosen) : " "
      let isHere = place == column
      let style: Style = isHere ? .focus : option.name == given ? .chosen : .text
      let pointer = isHere ? String(context.glyphs.pointer) : " "
      body.line([
        .init(column: 1, text: pointer, style: .strong),
        .init(column: 3, text: option.code.map(String.init) ?? " ", style: .key),
        .init(column: 5, text: "(\(mark)) \(option.label)", style: style),
      ])
    }
    if isBegun { body.markFocus(from: line, column: 1) }
  }

  /// a, b, … z, then aa.
  private static func letter(of place: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    let last = String(letters[place % 26])
    return place < 26 ? last : letter(of: place / 26 - 1) + last
  }
}

extension Interview {
  /// A stop's or a row's own wording.
  func label(of spot: Spot) -> String {
    item(at: spot).label.map { text($0, at: spot) } ?? item(at: spot).name
  }
}
