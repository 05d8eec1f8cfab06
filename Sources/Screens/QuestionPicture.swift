import Console
import Formulas
import Interviews
import Questions

// The question, drawn.

extension App {
  func drawQuestion(on canvas: inout Canvas) {
    guard let interview, let spot = interview.position, let editor else { return }
    let layout = layout
    drawSection(interview, spot, on: &canvas)
    let context = context(interview, spot)
    let area = Area(
      row: layout.bodyTop, column: 0,
      rows: max(1, layout.bodyRows - borrowedRows),
      columns: layout.measure)
    body(editor, in: context).draw(on: &canvas, in: area, more: words.more)
  }

  /// Section, number and progress: on the second row.
  private func drawSection(_ interview: Interview, _ spot: Spot, on canvas: inout Canvas) {
    let number = String(standing.percent) + "\u{A0}%"
    let barWidth = columns >= 80 ? 20 : columns >= 60 ? 10 : 0
    var end = columns - 1
    canvas.write(number, row: 1, endingAt: end)
    end -= 6
    if barWidth > 0 {
      // To the nearest; full only at the end.
      let nearest = (standing.percent * barWidth + 50) / 100
      let full = standing.percent == 100 ? barWidth : min(nearest, barWidth - 1)
      let bar =
        String(repeating: glyphs.barFull, count: full)
        + String(repeating: glyphs.barEmpty, count: barWidth - full)
      canvas.write(bar, row: 1, endingAt: end, style: .quiet)
      end -= barWidth + 1
    }
    let place = place(of: spot, interview)
    let room = end - 2
    let section = sectionTitle(interview, spot)
    let mark = sectionMark(interview, spot)
    let width = room - TextWidth.width(of: place) - TextWidth.width(of: mark) - 3
    let shown =
      TextWidth.clipped(TextWidth.sanitized(section), to: max(0, width), glyphs: glyphs) + mark
    canvas.write(
      shown.isEmpty ? place : "\(shown) · \(place)", row: 1, column: 1, width: max(0, room))
  }

  func sectionTitle(_ interview: Interview, _ spot: Spot) -> String {
    if interview.roster(ofFrame: spot.frame) != nil {
      return interview.title(ofInstance: spot.frame)
    }
    return interview.section(of: spot)?.label.map { interview.text($0, at: spot) } ?? ""
  }

  /// Which instance of how many: never cut with the title before it.
  func sectionMark(_ interview: Interview, _ spot: Spot) -> String {
    guard let roster = interview.roster(ofFrame: spot.frame) else { return "" }
    let instances = interview.instances(of: roster)
    let position = instances.firstIndex(of: spot.frame).map { $0 + 1 } ?? 1
    return " (\(position)/\(instances.count))"
  }

  /// `question 3 of 9`, or shorter where the screen is narrow; what is only read has no number.
  func place(of spot: Spot, _ interview: Interview) -> String {
    if interview.item(at: spot).question?.kind.holdsAnswer == false { return words.information }
    if columns < 60 { return "\(standing.number)/\(standing.count)" }
    return words.questionOf(standing.number, standing.count)
  }

  /// The bar beside a text to be read aloud.
  private func drawBar(_ lines: Range<Int>, on body: inout Body) {
    guard lines.count > 1 else { return }
    for line in lines {
      let mark =
        line == lines.lowerBound
        ? glyphs.barTop : line == lines.upperBound - 1 ? glyphs.barBottom : glyphs.vertical
      body.append(.init(column: 1, text: String(mark), style: .rule), to: line)
    }
  }

  /// The wording, the hint and the longer text, then the editor.
  func body(_ editor: Editor, in context: EditorContext) -> Body {
    let interview = context.interview
    let item = interview.item(at: context.spot)
    var body = Body(width: context.width)
    if layout.hasRules { body.blank() }
    let number = item.number.map { $0 + ". " } ?? ""
    let label = item.label.map { interview.text($0, at: context.spot) } ?? item.name
    let flag = editor.flag(in: context)
    let flagWidth = flag.isEmpty ? 0 : TextWidth.width(of: flag) + 2
    let hanging = number.isEmpty ? 0 : min(TextWidth.width(of: number), 8)
    let isWide = context.width >= 60
    let first = body.lines.count
    let width = context.width - (isWide ? flagWidth : 0)
    let wording = isWide || flag.isEmpty ? number + label : "\(number)\(label) (\(flag))"
    for line in Wrapping.lines(
      of: TextWidth.sanitized(wording), width: max(8, width - 1), hanging: hanging)
    {
      body.line(line, at: 1, style: .strong)
    }
    if !flag.isEmpty, isWide {
      body.append(
        .init(column: context.width - flagWidth + 2, text: flag, style: .quiet), to: first)
    }
    let hint = item.hint.map { interview.text($0, at: context.spot) }
    // Where rows are few, the answers come first.
    let isHintFirst = layout.hasRules || editor.scrolls
    if let hint, isHintFirst { body.text(hint, at: 1 + hanging, style: .quiet) }
    if let text = item.text {
      body.blank()
      let start = body.lines.count
      let wrapped = wrapped(interview.text(text, at: context.spot), for: context.width)
      for line in wrapped.lines { body.line(line, at: WrappedText.column) }
      drawBar(start..<body.lines.count, on: &body)
    }
    if layout.hasRules { body.blank() }
    editor.draw(on: &body, in: context)
    if let hint, !isHintFirst { body.text(hint, at: 1 + hanging, style: .quiet) }
    if let remark = interview.remark(at: context.spot) {
      body.blank()
      body.text(words.noteIs(remark), at: 1, style: .quiet)
    }
    return body
  }
}

/// A text to be read, wrapped for a width: long ones are scrolled key after key.
struct WrappedText: Hashable {
  /// Where its lines start; before them stands the bar.
  static let column = 3

  let text: String
  /// Columns of the body it is in.
  let width: Int
  let lines: [String]

  init(_ text: String, for width: Int) {
    self.text = text
    self.width = width
    lines = Wrapping.lines(
      of: TextWidth.sanitizedLines(text), width: max(8, width - Self.column))
  }
}

extension App {
  /// The text wrapped, as it was already where neither it nor the width changed.
  private func wrapped(_ text: String, for width: Int) -> WrappedText {
    if let reading, reading.width == width, reading.text == text { return reading }
    return WrappedText(text, for: width)
  }

  /// Wraps the text of the stop stood on before any picture needs it.
  mutating func wrapReading() {
    guard case .question = screen, let interview, let spot = interview.position,
      let text = interview.item(at: spot).text
    else {
      reading = nil
      return
    }
    reading = wrapped(interview.text(text, at: spot), for: layout.measure)
  }
}
