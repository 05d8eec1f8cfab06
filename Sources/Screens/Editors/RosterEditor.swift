import Console
import Formulas
import Interviews
import Questions

/// The list of a repeat: open an instance, add, remove, close the list.
struct RosterEditor: Hashable {
  /// Instances from 0, then "add", then "close".
  private(set) var pointed: Int

  init(_ spot: Spot, _ interview: Interview) {
    let instances = interview.instances(of: spot)
    let incomplete = instances.firstIndex { frame in
      let completion = interview.completion(ofInstance: frame)
      return completion.done < completion.of
    }
    pointed = incomplete ?? (instances.isEmpty ? 0 : instances.count + 1)
  }

  /// - Parameter instance: from 1.
  mutating func point(atInstance instance: Int) { pointed = instance - 1 }

  mutating func press(_ key: Key, _ action: Action?, in context: EditorContext) -> Outcome {
    let count = context.interview.instances(of: context.spot).count
    pointed = min(pointed, count + 1)
    if action == .point {
      pointed = key.moved(from: pointed, last: count + 1)
      return .drawn
    }
    if action == .answer {
      guard let digit = key.digit, digit >= 1, digit <= count else { return .drawn }
      return .open(instance: digit)
    }
    if action == .remove {
      return pointed < count
        ? .remove(instance: pointed + 1) : .message(context.words.pointAtInstance)
    }
    if action == .open { return open(pointed, of: count) }
    if action == .add { return .add }
    return action == .carryOn ? .leave : .passed
  }

  mutating func click(_ place: Int, in context: EditorContext) -> Outcome {
    pointed = place
    return open(place, of: context.interview.instances(of: context.spot).count)
  }

  private func open(_ place: Int, of count: Int) -> Outcome {
    if place < count { return .open(instance: place + 1) }
    return place == count ? .add : .leave
  }

  func draw(on body: inout Body, in context: EditorContext) {
    let instances = context.interview.instances(of: context.spot)
    for (place, frame) in instances.enumerated() { draw(place, frame, on: &body, in: context) }
    body.blank()
    let last = [
      "+ \(context.words.addInstance)", "\(context.glyphs.right) \(context.words.closeList)",
    ]
    for (place, text) in last.enumerated() {
      let line = body.lines.count
      let isPointed = pointed == instances.count + place
      body.line(
        [
          pointer(isPointed, context),
          .init(column: 6, text: text, style: isPointed ? .focus : .text),
        ], target: .init(.row, instances.count + place), isEntry: true)
      if isPointed { body.markFocus(from: line, column: 6) }
    }
    body.blank()
    body.text(context.words.rosterHint, at: 5, style: .quiet)
  }

  private func draw(_ place: Int, _ frame: Int, on body: inout Body, in context: EditorContext) {
    let isPointed = pointed == place
    let line = body.lines.count
    let completion = context.interview.completion(ofInstance: frame)
    let isDone = completion.done == completion.of
    let hasBlank = completion.blank > 0
    let begun = completion.done == 0 ? context.glyphs.open : context.glyphs.partial
    let mark = !isDone ? begun : hasBlank ? context.glyphs.offRoute : context.glyphs.done
    let state = "\(mark) \(completion.done)/\(completion.of)"
    let stateColumn = max(20, body.width - 8)
    let title = TextWidth.clipped(
      TextWidth.sanitized(context.interview.title(ofInstance: frame)), to: stateColumn - 11,
      glyphs: context.glyphs)
    body.line(
      [
        pointer(isPointed, context),
        .init(column: 5, text: "\(place + 1)", style: .key),
        .init(column: 8, text: title, style: isPointed ? .focus : .text),
        .init(column: stateColumn, text: state, style: isDone && !hasBlank ? .success : .text),
      ], target: .init(.row, place), isEntry: true)
    if isPointed { body.markFocus(from: line, column: 8) }
  }

  private func pointer(_ isPointed: Bool, _ context: EditorContext) -> Body.Run {
    .init(column: 3, text: isPointed ? String(context.glyphs.pointer) : " ", style: .strong)
  }

  func flag(in context: EditorContext) -> String {
    guard let roster = context.interview.item(at: context.spot).roster else { return "" }
    return context.words.instancesFrom(
      roster.minimum, roster.maximum, context.interview.instances(of: context.spot).count)
  }

  func spoken(in context: EditorContext) -> [String] {
    let instances = context.interview.instances(of: context.spot)
    let lines = instances.enumerated().map { place, frame in
      let completion = context.interview.completion(ofInstance: frame)
      let title = context.interview.title(ofInstance: frame)
      return "\(place + 1) \(title) \(completion.done)/\(completion.of)"
    }
    return lines + ["+ \(context.words.addInstance)", "0 \(context.words.closeList)"]
      + (lines.isEmpty ? [] : [context.words.linearRoster])
  }

  /// A number opens that instance, `+` adds one, `+2` one before the second, `-2` removes that,
  /// `2>1` puts it first; 0 or blank closes the list once every instance is complete, else opens
  /// the first that is not.
  func read(_ line: String, in context: EditorContext) -> Outcome {
    let typed = line.trimmed
    let count = context.interview.instances(of: context.spot).count
    if typed.isEmpty {
      return open(RosterEditor(context.spot, context.interview).pointed, of: count)
    }
    if typed == "+" { return .add }
    if let (from, to) = Self.move(typed), min(from, to) >= 1, max(from, to) <= count {
      return .move(instance: from, to: to)
    }
    guard let number = Int(typed), abs(number) <= count else {
      let names = (0...count).map(String.init) + ["+"]
      let refusal = Rejection.notAChoice(typed, nearest: names.contains(typed) ? typed : nil)
      return .message(
        refusal.sentence(in: context.words.language, texts: context.interview.languagePlace))
    }
    if number == 0 { return .leave }
    if typed.hasPrefix("+") { return .insert(before: number) }
    return number > 0 ? .open(instance: number) : .remove(instance: -number)
  }

  /// `2>1`: which, and where to.
  private static func move(_ typed: String) -> (from: Int, to: Int)? {
    let halves = typed.split(separator: ">").map { Int($0.trimmed) }
    guard halves.count == 2, let from = halves[0], let to = halves[1] else { return nil }
    return (from, to)
  }
}
