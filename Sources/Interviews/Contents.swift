import Formulas
import Questions

/// Everything an interview holds, by path and in asking order: what its picture is written from,
/// and what a finished one is rebuilt from.
package struct Contents: Hashable, Sendable {
  /// An answer that counts, or the instances of a repeat; groups do not nest.
  package enum Node: Hashable, Sendable {
    case value(String, Value)
    case instances(String, [[Node]])
  }

  /// Something that stands at a path.
  package struct Placed<Held: Hashable & Sendable>: Hashable, Sendable {
    package let path: AnswerPath
    package let held: Held

    package init(_ path: AnswerPath, _ held: Held) {
      self.path = path
      self.held = held
    }
  }

  /// A warning confirmed: its key (`S09 dispositif[1]`), and why.
  package struct Confirmed: Hashable, Sendable {
    package let key: String
    package let explanation: String

    package init(key: String, explanation: String) {
      self.key = key
      self.explanation = explanation
    }
  }

  /// Values that count, calculated ones included; a repeat on the route is there even if empty.
  package var nodes: [Node] = []
  package var specials: [Placed<String>] = []
  package var leftBlank: [AnswerPath] = []
  /// Asked, and nothing was said of them yet: what is in none of these lists is skipped.
  package var notReached: [AnswerPath] = []
  /// Values entered that do not count now: off the route, or choices no longer offered.
  package var setAside: [Placed<Value>] = []
  /// What the answers above keep of the rows of lists' files.
  package var rows: [Placed<ListRow>] = []
  package var remarks: [Placed<String>] = []
  /// Only those given for the values of now.
  package var confirmed: [Confirmed] = []
  /// Nil on the summary.
  package var position: AnswerPath?

  package init() {}
}

extension Interview {
  /// What the interview holds now, but for what is kept apart.
  package var contents: Contents {
    var contents = Contents()
    contents.nodes = collect(0..<questionnaire.items.count, in: 0, into: &contents)
    contents.confirmed = confirmed
    contents.position = position.map(path)
    return contents
  }

  /// The nodes of the items of `range` that stand in a frame.
  private func collect(
    _ range: Range<Int>, in frame: Int, into contents: inout Contents
  ) -> [Contents.Node] {
    var nodes: [Contents.Node] = []
    var here = range.lowerBound
    while here < range.upperBound {
      let spot = Spot(frame: frame, item: here)
      let item = questionnaire.items[here]
      if questionnaire.keepsSomethingApart, item.isKeptApart(among: questionnaire.items) {
        here += 1
        continue
      }
      if let remark = remark(at: spot) { contents.remarks.append(.init(path(of: spot), remark)) }
      switch item.content {
      case .group: here += 1
      case .question:
        if let node = node(at: spot, into: &contents) { nodes.append(node) }
        // A grid's rows follow it.
        here += 1
      case .roster:
        let all = tree.instances(here, in: frame)
        let instances = all.frames
          .map { collect(here + 1..<item.end, in: $0, into: &contents) }
        if isAsked(spot) {
          nodes.append(.instances(item.name, Array(instances.prefix(all.live))))
        }
        here = item.end
      }
    }
    return nodes
  }

  /// The value that counts at a question; what does not count goes where it belongs.
  private func node(at spot: Spot, into contents: inout Contents) -> Contents.Node? {
    let cell = tree[spot]
    let isCalculated = item(at: spot).question?.calculation != nil
    if !isCalculated, let aside = aside(cell) {
      contents.setAside.append(.init(path(of: spot), aside))
    }
    guard cell.isRelevant else { return nil }
    if let special = cell.special { contents.specials.append(.init(path(of: spot), special)) }
    if cell.value.isBlank {
      if cell.answer == .leftBlank {
        contents.leftBlank.append(path(of: spot))
      } else if cell.special == nil, item(at: spot).question?.kind.standsAlone == true {
        contents.notReached.append(path(of: spot))
      }
      return nil
    }
    if let row = tree.rows[spot] { contents.rows.append(.init(path(of: spot), row)) }
    return .value(item(at: spot).name, cell.value)
  }

  /// What was entered in a cell and does not count; nil where all of it does.
  ///
  /// A proposal that was taken and has changed since is proposed again, not set aside.
  func aside(_ cell: Cell) -> Value? {
    guard case .given(let entered, let isProposal)? = cell.answer, entered != cell.value,
      !(isProposal && cell.isRelevant && cell.value.isBlank)
    else { return nil }
    let counting = Set(cell.value.names)
    guard case .choices(let names) = entered else { return entered }
    return .choices(names.filter { !counting.contains($0) })
  }

  /// The confirmations given for the values of now, in the order of the checks.
  private var confirmed: [Contents.Confirmed] {
    confirmations
      .filter { isLive($0.key.frame) && $0.value.values == values(lookedAtBy: $0.key) }
      .filter { !isKeptApart($0.key) }
      .sorted { left, right in
        let (one, two) = (left.key, right.key)
        guard one.check == two.check else { return one.check < two.check }
        return ordinals(of: one.frame).lexicographicallyPrecedes(ordinals(of: two.frame))
      }
      .map { .init(key: key(of: $0.key), explanation: $0.value.explanation) }
  }

  /// Whether a check looks at what is kept apart.
  private func isKeptApart(_ spot: CheckSpot) -> Bool {
    guard let owner = questionnaire.checks[spot.check].owner else { return false }
    return questionnaire.items[owner].isKeptApart(among: questionnaire.items)
  }

  /// Whether a frame is an instance that counts, inside others that do.
  func isLive(_ frame: Int) -> Bool {
    guard tree.frames[frame].roster != nil else { return true }
    return tree.frames[frame].ordinal > 0 && isLive(tree.frames[frame].parent)
  }

  private func ordinals(of frame: Int) -> [Int] {
    guard tree.frames[frame].roster != nil else { return [] }
    return ordinals(of: tree.frames[frame].parent) + [tree.frames[frame].ordinal]
  }
}
