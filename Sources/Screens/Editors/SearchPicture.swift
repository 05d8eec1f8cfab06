import Console
import Formulas
import Interviews
import Questions

// The search, drawn: the field and how many it finds, the lines that fit, special answers.

extension SearchEditor {
  func draw(on body: inout Body, in context: EditorContext) {
    let first = body.lines.count
    let caret = drawField(on: &body, in: context)
    let isLow = context.rows < Self.lowest
    if !isLow { body.blank() }
    let tail = specials.isEmpty || isLow ? 0 : specials.count + 1
    let rows = max(context.rows - body.lines.count - tail, isLow ? context.rows - 1 : 4)
    // Where there is little room, the question is read first; typing brings the lines.
    let isOut = isLow && field.isEmpty && pointed == nil
    let row = isOut ? nil : drawFound(on: &body, rows: rows, in: context)
    let isOnSpecial = (pointed ?? 0) >= found.places.count
    let special = isLow && !isOnSpecial ? nil : drawSpecials(on: &body, in: context)
    let given = context.interview.givenNames(at: context.spot).first
    if let other, other.choice == given { other.draw(on: &body, in: context) }
    if let other = several?.other, several?.ticked.contains(other.choice) == true {
      other.draw(on: &body, in: context)
    }
    guard !isInOther else { return }
    let hand = isPointedByHand ? row ?? special : nil
    body.markFocus(from: first, column: caret)
    if let hand { body.placeCursor(line: hand, column: Self.column) }
  }

  /// Where labels start.
  private static let column = 5
  /// With fewer rows than this, special answers are only drawn once pointed at: ^K gives them.
  private static let lowest = 12

  /// `Rechercher : [ st etienne▏     ]  74 / 34 945`; the column of the caret.
  private func drawField(on body: inout Body, in context: EditorContext) -> Int {
    let isWide = body.width >= 60
    let label = isWide ? context.words.search : ""
    let start = (isWide ? Self.column : 1) + TextWidth.width(of: label)
    let total = context.shown(source.count)
    let count =
      field.isEmpty
      ? context.words.lineCount(total) : context.words.foundOf(context.shown(found.count), total)
    let width = max(8, min(40, body.width - start - TextWidth.width(of: count) - 7))
    let window = field.window(width: width)
    let padding = String(repeating: " ", count: max(0, width - TextWidth.width(of: window.text)))
    body.line(
      [
        .init(column: isWide ? Self.column : 1, text: label + "[", style: .strong),
        .init(
          column: start + 2, text: window.text + padding,
          style: isPointedByHand ? .field : .field.focused),
        .init(column: start + 2 + width, text: "]  " + count, style: .quiet),
      ], target: .init(.field))
    return start + 2 + window.caretColumn
  }

  /// The lines around the one pointed at; the line of that one.
  private func drawFound(on body: inout Body, rows: Int, in context: EditorContext) -> Int? {
    guard !found.places.isEmpty else {
      let text = context.words.nothingFound(
        field.text, context.interview.isRequired(context.spot))
      body.text(text, at: Self.column, style: .quiet)
      return nil
    }
    let isFound = pointed.map { found.places.indices.contains($0) } ?? false
    let here = isFound ? pointed ?? 0 : 0
    let page = max(1, rows - 1 - (source.headings.isEmpty ? 0 : 1))
    let start = here / page * page
    let shown = found.places[start...].prefix(page).map { source.entry($0) }
      .map { marked($0, glyphs: context.glyphs) }
    let columns = FoundColumns(shown, headings: source.headings, width: body.width)
    if columns.isAcross, !source.headings.isEmpty {
      body.line(columns.runs(source.headings, style: .quiet))
    }
    let given = context.interview.givenNames(at: context.spot).first
    var line: Int?
    for (offset, entry) in shown.enumerated() {
      let isPointed = start + offset == pointed
      if isPointed { line = body.lines.count }
      let isGiven = several?.ticked.contains(entry.name) ?? (entry.name == given)
      let style: Style = isPointed ? .focus : isGiven ? .chosen : .text
      columns.draw(
        entry, place: start + offset, style: style,
        pointer: isPointed ? context.glyphs.pointer : " ", on: &body)
    }
    let more = found.count - start - shown.count
    if more > 0 {
      let text = context.words.more(more)
      let column = max(Self.column, body.width - TextWidth.width(of: text) - 1)
      body.line(text, at: column, style: .quiet)
    }
    return line
  }

  /// A line with its box, where several may be chosen.
  private func marked(_ entry: SearchSource.Entry, glyphs: Glyphs) -> SearchSource.Entry {
    guard let several else { return entry }
    let box = several.ticked.contains(entry.name) ? "[\(glyphs.ticked)]" : "[ ]"
    return SearchSource.Entry(
      name: entry.name, label: "\(box) \(entry.label)", shown: entry.shown)
  }

  /// The line of the special answer pointed at.
  private func drawSpecials(on body: inout Body, in context: EditorContext) -> Int? {
    guard !specials.isEmpty else { return nil }
    body.line(String(repeating: context.glyphs.horizontal, count: 3), at: 3, style: .quiet)
    let given = context.interview.givenNames(at: context.spot).first
    var line: Int?
    for (offset, special) in specials.enumerated() {
      let place = found.places.count + offset
      let isPointed = place == pointed
      if isPointed { line = body.lines.count }
      let isGiven = special.name == given
      let mark = isGiven ? "(\(context.glyphs.chosen))" : "( )"
      let keys = offset == 0 && body.width >= 60 ? "   ^K, F7" : ""
      let style: Style = isPointed ? .focus : isGiven ? .chosen : .text
      body.line(
        [
          .init(column: 1, text: isPointed ? String(context.glyphs.pointer) : " ", style: .strong),
          .init(column: 3, text: "\(mark) \(special.label)", style: style),
          .init(
            column: 7 + TextWidth.width(of: special.label), text: keys, style: .quiet),
        ], target: .init(.option, place))
    }
    return line
  }

  /// How the lines found stand: what tells homonyms apart in columns at the right, or, where there
  /// is no room, after the label.
  private struct FoundColumns {
    let widths: [Int]
    let width: Int
    /// Whether there is room for columns.
    let isAcross: Bool
    private static let gap = 3

    init(_ entries: [SearchSource.Entry], headings: [String], width: Int) {
      let texts = entries.map(\.shown) + (headings.isEmpty ? [] : [headings])
      let count = texts.first?.count ?? 0
      widths = (0..<count).map { column in
        texts.map { TextWidth.width(of: $0[column]) }.max() ?? 0
      }
      self.width = width
      isAcross = width >= 60 && widths.reduce(0, { $0 + $1 + Self.gap }) < width / 2
    }

    private var start: Int { width - widths.reduce(0) { $0 + $1 + Self.gap } }

    /// One text per column.
    func runs(_ texts: [String], style: Style) -> [Body.Run] {
      var column = start + Self.gap - 1
      return zip(texts, widths).map { text, width in
        defer { column += width + Self.gap }
        return Body.Run(column: column, text: TextWidth.sanitized(text), style: style)
      }
    }

    func draw(
      _ entry: SearchSource.Entry, place: Int, style: Style, pointer: Character,
      on body: inout Body
    ) {
      let first = body.lines.count
      let shown = entry.shown.filter { !$0.isEmpty }
      let label = isAcross ? entry.label : ([entry.label] + shown).joined(separator: " · ")
      body.text(
        label, at: SearchEditor.column, style: style, target: .init(.option, place),
        width: (isAcross ? start : width - 1) - SearchEditor.column)
      body.append(.init(column: 3, text: String(pointer), style: .strong), to: first)
      if isAcross { for run in runs(entry.shown, style: style) { body.append(run, to: first) } }
    }
  }
}

extension EditorContext {
  /// A count as its reader writes it.
  func shown(_ count: Int) -> String {
    LocalForm(language: interview.frameLanguage).number(Number(count))
  }
}
