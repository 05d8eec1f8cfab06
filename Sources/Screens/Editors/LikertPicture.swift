import Console

// A scale, drawn across where there is room.

extension OptionList {
  /// The narrowest a step of a scale may be, in columns, for its label to be read.
  private static let narrowestStep = 11

  /// Whether the choices fit side by side.
  func fitsAcross(_ width: Int) -> Bool {
    let steps = options.count { $0.part != .special }
    return steps > 1 && steps <= 9 && (width - 4) / steps >= Self.narrowestStep
  }

  /// Draws the choices side by side, labels wrapped under them; special answers below.
  func drawAcross(
    on body: inout Body, in context: EditorContext, mark: (Option) -> String,
    isChosen: (Option) -> Bool
  ) {
    let steps = options.filter { $0.part != .special }
    let width = (body.width - 4) / steps.count
    let labels = steps.map { Wrapping.lines(of: TextWidth.sanitized($0.label), width: width - 2) }
    let first = body.lines.count
    for _ in 0..<(2 + (labels.map(\.count).max() ?? 0)) { body.blank() }
    for (place, option) in steps.enumerated() {
      let column = 4 + place * width
      let isPointed = place == pointed
      let style: Style = isPointed ? .focus : isChosen(option) ? .chosen : .text
      let code = option.code.map(String.init) ?? ""
      body.append(.init(column: column + 1, text: code, style: .key), to: first)
      body.append(.init(column: column, text: mark(option), style: style), to: first + 1)
      for (line, text) in labels[place].enumerated() {
        body.append(.init(column: column, text: text, style: style), to: first + 2 + line)
      }
      if isPointed { body.markFocus(from: first, column: column) }
    }
    let below = pointed.flatMap { $0 >= steps.count ? $0 - steps.count : nil }
    let specials = OptionList(options.filter { $0.part == .special }, pointed: below)
    specials.draw(
      on: &body, in: context, mark: mark, isChosen: isChosen, firstPlace: steps.count)
  }
}
