import Console

/// Options as the choice editors draw and point at them, and the line one of them may open.
struct OptionList: Hashable {
  let options: [Option]
  /// The text an `other` choice opens; nil where none does.
  var other: OtherField?
  /// By place; nil while nothing is pointed at, so that a stray Enter picks nothing.
  var pointed: Int?
  /// Whether a page brought the pointer where it is, to be seen only.
  private(set) var isPaged = false
  /// Digits typed so far of a code that more digits could follow.
  var pending = ""

  init(_ options: [Option], pointed: Int?, other: OtherField? = nil) {
    self.options = options
    self.pointed = pointed
    self.other = other
  }

  /// Whether keys go to the line that is open.
  var isTyping: Bool { other?.isActive ?? false }

  /// Moves the pointer; the first step down goes to the first option.
  ///
  /// - Parameter given: what is answered: below the option that opens a line, that line stands.
  mutating func point(_ key: Key, given: [String] = []) {
    guard !options.isEmpty else { return }
    let last = options.count - 1
    let entering = key == .down ? [opening, last] : key == .up ? [opening.map { $0 + 1 }] : []
    if let opening, given.contains(options[opening].name), entering.contains(pointed) {
      point(at: opening)
      other?.isActive = true
      return
    }
    (pending, isPaged) = ("", false)
    let start = pointed ?? (key == .up ? options.count : -1)
    pointed = key.moved(from: start, last: options.count - 1)
  }

  /// The place of the option that opens a line; nil where none does.
  private var opening: Int? {
    other.flatMap { other in options.firstIndex { $0.name == other.choice } }
  }

  /// What a key does in the open line: the arrows leave it, the rest is the line's.
  ///
  /// - Parameter names: what is answered, as the line is given with it.
  mutating func pressLine(_ key: Key, _ action: Action?, with names: String) -> Outcome {
    guard action == .point else { return other?.press(key, action, with: names) ?? .passed }
    leaveLine(key)
    return .drawn
  }

  /// The option pointed at, for Space to take: a code begun is over.
  mutating func takePointed() -> Option? {
    pending = ""
    return pointed.map { options[$0] }
  }

  /// Leaves the open line for the option it belongs to, or the one below, if there is one.
  private mutating func leaveLine(_ key: Key) {
    guard let opening, key == .up || opening < options.count - 1 else { return }
    other?.isActive = false
    point(at: key == .up ? opening : opening + 1)
  }

  mutating func point(at place: Int) {
    (pending, isPaged) = ("", false)
    pointed = place
  }

  /// Points a page further where nothing is answered and options stand below the screen.
  ///
  /// - Returns: false where the key has nothing to show.
  mutating func page(_ key: Key, in context: EditorContext) -> Bool {
    let last = options.count - 1
    guard key == .pageDown, context.lineCount > context.rows, (pointed ?? -1) < last,
      context.interview.givenNames(at: context.spot).isEmpty
    else { return false }
    (pending, isPaged) = ("", true)
    pointed = min((pointed ?? -1) + max(1, context.rows / 2), last)
    return true
  }

  /// The option clicked on; a click on the line gives it the keys.
  mutating func click(_ clickable: Clickable, _ place: Int) -> Option? {
    other?.isActive = clickable == .field
    guard clickable == .option, options.indices.contains(place) else { return nil }
    point(at: place)
    return options[place]
  }

  /// Gives the keys to the line an option opens.
  ///
  /// - Returns: whether it opens one.
  mutating func open(_ option: Option) -> Bool {
    guard let other, other.choice == option.name else { return false }
    self.other?.isActive = true
    return true
  }

  /// The option a code begun means, where this digit cannot belong to it.
  mutating func closed(by digit: Int) -> Option? {
    let typed = pending + String(digit)
    let goesOn = options.contains { $0.code.map(String.init)?.hasPrefix(typed) ?? false }
    return goesOn ? nil : resolve()
  }

  /// What a typed digit comes to: an option once no other code could be meant.
  mutating func type(_ digit: Int) -> Option? {
    let typed = pending + String(digit)
    let meant = options.filter { $0.code.map(String.init)?.hasPrefix(typed) ?? false }
    pending = ""
    if meant.count == 1, String(meant[0].code ?? 0) == typed { return take(meant[0]) }
    guard !meant.isEmpty else { return nil }
    pending = typed
    // What Enter and Space would take is seen.
    if let place = options.firstIndex(where: { $0.code == Int(typed) }) {
      (pointed, isPaged) = (place, false)
    }
    return nil
  }

  /// After a digit that gave no option: a code begun, or no option of that number.
  func outcome(of digit: Int, in context: EditorContext) -> Outcome {
    guard pending.isEmpty else { return .drawn }
    let other = options.hideSpecials ? " \(context.words.specialKey)" : ""
    return .message(context.words.noOption(digit) + other)
  }

  /// The option a pending code means by now.
  mutating func resolve() -> Option? {
    defer { pending = "" }
    return Int(pending).flatMap { code in options.first { $0.code == code } }.flatMap { take($0) }
  }

  private mutating func take(_ option: Option) -> Option {
    isPaged = false
    pointed = options.firstIndex(of: option)
    return option
  }

  /// Draws every option; exclusive ones and special answers each under a rule.
  ///
  /// - Parameters:
  ///   - mark: what stands before an option: its bracketed state.
  ///   - isChosen: whether it is answered: the line its choice opens is drawn under it then.
  ///   - firstPlace: how many options are drawn elsewhere, before these.
  func draw(
    on body: inout Body, in context: EditorContext, excludes: String = "",
    mark: (Option) -> String, isChosen: (Option) -> Bool, firstPlace: Int = 0
  ) {
    let glyphs = context.glyphs
    let codeWidth = options.contains { ($0.code ?? 0) > 9 } ? 2 : 1
    var part = Option.Part.choice
    for (place, option) in options.enumerated() {
      if option.part != part {
        let keys = option.code == nil ? "^K, F7" : ""
        let label = option.part == .exclusive ? excludes : keys
        drawRule(on: &body, glyphs: glyphs, label: label)
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
      if let other, other.choice == option.name, isChosen(option) {
        other.draw(on: &body, in: context)
      }
    }
  }

  /// The options in line mode, each with what its line may say besides.
  func spoken(in words: borrowing Words) -> [String] {
    options.map { option in
      if option.name == other?.choice {
        return option.spoken + words.linearOther(option.code.map(String.init) ?? option.name)
      }
      switch option.part {
      case .exclusive: return "\(option.spoken) (\(words.excludesOthers))"
      case .choice, .special: return option.spoken
      }
    }
  }

  private func drawRule(on body: inout Body, glyphs: Glyphs, label: String) {
    let rule = String(repeating: glyphs.horizontal, count: 3)
    body.line(label.isEmpty ? rule : "\(rule)  \(label)", at: 3, style: .quiet)
  }
}
