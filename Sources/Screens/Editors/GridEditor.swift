import Console
import Formulas
import Interviews
import Questions

/// Several rows, the same choices: a digit answers a row and goes down one.
struct GridEditor: Hashable {
  let rows: [Spot]
  /// The columns, then the special answers.
  let options: [Option]
  /// The row pointed at, by place.
  private(set) var row: Int
  /// The column pointed at; nil until the arrows are used.
  private(set) var column: Int?
  /// Whether a row was answered or pointed at: until then, where rows are shown one at a time, the
  /// question is read first.
  private(set) var isBegun: Bool

  init(_ spot: Spot, _ interview: Interview) {
    rows = interview.rows(of: spot)
    options = rows.first.map { Option.all(of: interview, at: $0) } ?? []
    row = rows.firstIndex { interview.presence(at: $0) == .notReached } ?? 0
    isBegun = rows.contains { interview.presence(at: $0) != .notReached }
  }

  /// Where keys answer: the row pointed at.
  var target: Spot? { rows.indices.contains(row) ? rows[row] : nil }

  var bindings: [Binding] { Bindings.grid(options.compactMap(\.code).max() ?? 0) }

  mutating func press(_ key: Key, _ action: Action?, in context: EditorContext) -> Outcome {
    if action == .answer, let digit = key.digit {
      guard let option = options.first(where: { $0.code == digit }) else {
        return .message(context.words.noOption(digit))
      }
      isBegun = true
      return give(option, in: context)
    }
    if action == .point {
      if isBegun || key != .down || isTable(context.width) { point(key) }
      isBegun = true
      return .drawn
    }
    if action == .tick {
      return column.map { give(options[$0], in: context) } ?? .message(context.words.nothingTicked)
    }
    if action == .clear { return target.map { .at($0, .clear) } ?? .drawn }
    return action == .validate ? validate(in: context) : .passed
  }

  mutating func click(_ place: Int, in context: EditorContext) -> Outcome {
    guard rows.indices.contains(place) else { return .drawn }
    row = place
    isBegun = true
    return .drawn
  }

  private mutating func point(_ key: Key) {
    switch key {
    case .left where !options.isEmpty: column = max(0, (column ?? options.count) - 1)
    case .right where !options.isEmpty: column = min(options.count - 1, (column ?? -1) + 1)
    case .up, .down, .home, .end: row = key.moved(from: row, last: rows.count - 1)
    case .left, .right, .character, .enter, .newline, .tab, .backTab, .escape, .backspace, .delete,
      .insert, .pageUp, .pageDown, .function, .control, .alt, .paste, .mouse:
      break
    }
  }

  private mutating func give(_ option: Option, in context: EditorContext) -> Outcome {
    guard let target else { return .drawn }
    row = min(row + 1, rows.count - 1)
    let isLast = rows.allSatisfy {
      $0 == target || context.interview.presence(at: $0) != .notReached
    }
    return .at(
      target, .give(Given(option), thenLeaves: isLast && context.settings.advances))
  }

  /// Done where every row has its answer; else goes to one that must have it, or leaves the rest.
  private mutating func validate(in context: EditorContext) -> Outcome {
    let interview = context.interview
    let waiting = rows.filter { interview.presence(at: $0).lacksAnswer }
    if let first = waiting.first, interview.isRequired(first) {
      row = rows.firstIndex(of: first) ?? row
      let label = interview.shortLabel(of: first)
      return .message("\(context.glyphs.wrong) \(context.words.rowWaits(label))")
    }
    let unreached = waiting.filter { interview.presence(at: $0) == .notReached }
    return unreached.isEmpty ? .leave : .leaveBlank(unreached)
  }

  func status(in context: EditorContext) -> String {
    let done = rows.count { !context.interview.presence(at: $0).lacksAnswer }
    let count = context.words.rowsDone(done, rows.count)
    return context.width < 56 ? count : "\(count) \(context.words.digitFillsRow)"
  }

  func flag(_ required: String, in context: EditorContext) -> String {
    required.isEmpty ? "" : context.words.eachRowRequired
  }

  /// The columns, and the row to answer next.
  func spoken(in context: EditorContext) -> [String] {
    let next = next(in: context)
    let label = next.map { context.interview.shortLabel(of: $0) } ?? ""
    return options.map(\.spoken) + [label]
  }

  /// The first row that waits; nil where none does.
  func next(in context: EditorContext) -> Spot? {
    rows.first { context.interview.presence(at: $0) == .notReached }
  }

  /// A code answers the row that waits; the last one answered ends the grid.
  func read(_ line: String, in context: EditorContext) -> Outcome {
    var editor = self
    guard let next = next(in: context) else { return .leave }
    if line.trimmed.isEmpty { return editor.validate(in: context) }
    let waiting = rows.count { context.interview.presence(at: $0) == .notReached }
    let given = options.named(line.trimmed).map(Given.init) ?? .text(line.trimmed)
    return .at(next, .give(given, thenLeaves: waiting == 1))
  }
}
