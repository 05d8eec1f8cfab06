import Formulas
import Questions

/// One entry that an event replaces: what it should read from now on.
enum Change: Hashable, Sendable {
  case answer(Spot, Answer?)
  case remark(Spot, String?)
  case instances(Spot, Instances)
  case confirmation(CheckSpot, Confirmation?)
}

/// What an event replaced, and where the person was answering.
struct Step: Hashable, Sendable {
  let spot: Spot
  let changes: [Change]
}

/// What can be undone, and redone: per event, the entries it replaced.
struct UndoStack: Hashable, Sendable {
  private(set) var done: [Step] = []
  private(set) var undone: [Step] = []

  /// Keeps what a new event replaced: what was undone before can no longer be redone.
  mutating func record(_ step: Step) {
    done.append(step)
    undone = []
  }

  mutating func takeDone() -> Step? { done.popLast() }
  mutating func takeUndone() -> Step? { undone.popLast() }
  mutating func keepDone(_ step: Step) { done.append(step) }
  mutating func keepUndone(_ step: Step) { undone.append(step) }
}

extension Interview {
  /// Makes every change, and returns what puts things back.
  mutating func make(_ changes: [Change], at spot: Spot) -> Step {
    let before = changes.map { replace($0) }
    Relevance.settle(&tree, from: changes.compactMap(\.spot))
    return Step(spot: spot, changes: before.reversed())
  }

  /// Makes one change, and returns the one that takes it back.
  private mutating func replace(_ change: Change) -> Change {
    switch change {
    case .answer(let spot, let answer):
      let old = tree[spot].answer
      tree[spot].answer = answer
      return .answer(spot, old)
    case .remark(let spot, let remark):
      let old = tree[spot].remark
      tree[spot].remark = remark
      return .remark(spot, old)
    case .instances(let spot, let instances):
      let old = tree.instances(spot.item, in: spot.frame)
      tree.replaceInstances(at: spot, with: instances)
      return .instances(spot, old)
    case .confirmation(let spot, let confirmation):
      let old = confirmations[spot]
      confirmations[spot] = confirmation
      return .confirmation(spot, old)
    }
  }
}

extension Change {
  /// Where to look again.
  var spot: Spot? {
    switch self {
    case .answer(let spot, _), .instances(let spot, _): spot
    case .remark, .confirmation: nil
    }
  }
}

extension AnswerTree {
  /// Puts other instances in a repeat; those left out are set aside, and looked at again.
  mutating func replaceInstances(at spot: Spot, with instances: Instances) {
    let old = self.instances(spot.item, in: spot.frame)
    frames[spot.frame].rosters[spot.item] = instances
    let staying = Set(instances.frames.prefix(instances.live))
    var left: [Spot] = []
    for frame in old.frames where !staying.contains(frame) && frames[frame].ordinal != 0 {
      frames[frame].ordinal = 0
      left += children(of: spot.item, inFrame: frame)
    }
    var arrived: [Spot] = []
    for (place, frame) in instances.frames.prefix(instances.live).enumerated() {
      if frames[frame].ordinal == 0 { arrived += children(of: spot.item, inFrame: frame) }
      frames[frame].ordinal = place + 1
    }
    let everyone = descendants(of: spot.frame, inside: questionnaire.items[spot.item].repeats)
      .flatMap { live(spot.item, in: $0) }
    let positional = questionnaire.dependencies.positional.flatMap { item in
      questionnaire.items[item].repeats.last == spot.item
        ? everyone.map { Spot(frame: $0, item: item) } : []
    }
    Relevance.settle(&self, from: left + arrived + positional + outsideReaders(of: spot))
  }

  /// The items directly in a repeat, in one of its instances.
  private func children(of roster: Int, inFrame frame: Int) -> [Spot] {
    var spots: [Spot] = []
    var child = roster + 1
    while child < questionnaire.items[roster].end {
      spots.append(Spot(frame: frame, item: child))
      child = questionnaire.items[child].end
    }
    return spots
  }

  /// Everything that reads instances of a repeat together: their order may have changed.
  private func outsideReaders(of spot: Spot) -> [Spot] {
    let roster = questionnaire.items[spot.item]
    var spots: Set<Spot> = []
    for source in spot.item..<roster.end {
      for reader in questionnaire.dependencies.readers[source]
      where reader.depth <= roster.repeats.count {
        let base = ancestor(of: spot.frame, at: reader.depth)
        let repeats = questionnaire.items[reader.item].repeats
        for frame in descendants(of: base, inside: repeats) {
          spots.insert(Spot(frame: frame, item: reader.item))
        }
      }
    }
    return Array(spots)
  }
}
