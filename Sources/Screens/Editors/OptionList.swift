import Console

/// Options as both choice editors draw and point at them.
struct OptionList: Hashable {
  let options: [Option]
  /// By place; nil while nothing is pointed at, so that a stray Enter picks nothing.
  var pointed: Int?
  /// Digits typed so far of a code that more digits could follow.
  var pending = ""

  init(_ options: [Option], pointed: Int?) {
    self.options = options
    self.pointed = pointed
  }

  /// Moves the pointer; the first step down goes to the first option.
  mutating func point(_ key: Key) {
    guard !options.isEmpty else { return }
    pending = ""
    let start = pointed ?? (key == .up ? options.count : -1)
    pointed = key.moved(from: start, last: options.count - 1)
  }

  mutating func point(at place: Int) {
    pending = ""
    pointed = place
  }

  /// What a typed digit comes to: an option once no other code could be meant.
  mutating func type(_ digit: Int) -> Option? {
    let typed = pending + String(digit)
    let meant = options.filter { $0.code.map(String.init)?.hasPrefix(typed) ?? false }
    pending = ""
    if meant.count == 1, String(meant[0].code ?? 0) == typed { return take(meant[0]) }
    if !meant.isEmpty { pending = typed }
    return nil
  }

  /// After a digit that gave no option: a code begun, or no option of that number.
  func outcome(of digit: Int, in context: EditorContext) -> Outcome {
    pending.isEmpty ? .message(context.words.noOption(digit)) : .drawn
  }

  /// The option a pending code means by now.
  mutating func resolve() -> Option? {
    defer { pending = "" }
    return Int(pending).flatMap { code in options.first { $0.code == code } }.flatMap { take($0) }
  }

  private mutating func take(_ option: Option) -> Option {
    pointed = options.firstIndex(of: option)
    return option
  }

  /// Draws every option; exclusive ones and special answers each under a rule.
  ///
  /// - Parameters:
  ///   - mark: what stands before an option: its bracketed state.
  ///   - isChosen: whether it is answered.
  ///   - firstPlace: how many options are drawn elsewhere, before these.
  ///   - opened: the line an answered `other` choice opens, drawn under it.
  func draw(
    on body: inout Body, glyphs: Glyphs, excludes: String, mark: (Option) -> String,
    isChosen: (Option) -> Bool, firstPlace: Int = 0,
    opened: (other: OtherField, context: EditorContext)? = nil
  ) {
    let codeWidth = options.contains { ($0.code ?? 0) > 9 } ? 2 : 1
    var part = Option.Part.choice
    for (place, option) in options.enumerated() {
      if option.part != part {
        drawRule(on: &body, glyphs: glyphs, label: option.part == .exclusive ? excludes : "")
        part = option.part
      }
      let isPointed = place == pointed
      let first = body.lines.count
      let code = option.code.map(String.init) ?? ""
      let column = 3 + codeWidth + 1 + TextWidth.width(of: mark(option)) + 1
      let style: Style = isPointed ? .focus : isChosen(option) ? .chosen : .text
      body.text(option.label, at: column, style: style, target: .init(.option, firstPlace + place))
      body.markEntry(first)
      let padding = String(repeating: " ", count: max(0, codeWidth - code.count))
      let lead = "\(isPointed ? String(glyphs.pointer) : " ") \(padding)\(code) \(mark(option)) "
      body.append(.init(column: 1, text: lead, style: isPointed ? .strong : style), to: first)
      if isPointed { body.markFocus(from: first, column: column) }
      if let opened, opened.other.choice == option.name {
        opened.other.draw(on: &body, in: opened.context)
      }
    }
  }

  private func drawRule(on body: inout Body, glyphs: Glyphs, label: String) {
    let rule = String(repeating: glyphs.horizontal, count: 3)
    body.line(label.isEmpty ? rule : "\(rule)  \(label)", at: 3, style: .quiet)
  }
}
