import Formulas
import Questions

/// One entry that an event replaces: what it should read from now on.
enum Change: Hashable, Sendable {
  case answer(Spot, Answer?)
  /// What an answer keeps of its list's row.
  case row(Spot, ListRow?)
  case remark(Spot, String?)
  case instances(Spot, Instances)
  case confirmation(CheckSpot, Confirmation?)
  /// What `once()` kept.
  case kept(Spot, Value)
}

/// What an event replaced, and where the person was answering: nil on the summary.
struct Step: Hashable, Sendable {
  let spot: Spot?
  let changes: [Change]
}

/// What can be undone, and redone: per event, the entries it replaced.
struct UndoStack: Hashable, Sendable {
  private(set) var done: Pages<Step> = []
  private(set) var undone: Pages<Step> = []

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
  mutating func make(_ changes: [Change], at spot: Spot?) -> Step {
    var before: [Change] = []
    var spots: [Spot] = []
    for change in changes { before.append(replace(change, lookingAgainAt: &spots)) }
    before += Relevance.settle(&tree, from: spots)
    return Step(spot: spot, changes: before.reversed())
  }

  /// Makes one change, and returns the one that takes it back.
  private mutating func replace(_ change: Change, lookingAgainAt spots: inout [Spot]) -> Change {
    switch change {
    case .answer(let spot, let answer):
      let old = tree[spot].answer
      tree[spot].answer = answer
      spots.append(spot)
      if (old == nil) != (answer == nil) { spots += tree.rosters(around: spot.frame) }
      return .answer(spot, old)
    case .row(let spot, let row):
      let old = tree.rows[spot]
      tree.rows[spot] = row
      spots.append(spot)
      return .row(spot, old)
    case .remark(let spot, let remark):
      let old = tree[spot].remark
      tree[spot].remark = remark
      if (old == nil) != (remark == nil) { spots += tree.rosters(around: spot.frame) }
      return .remark(spot, old)
    case .instances(let spot, let instances):
      let old = tree.instances(spot.item, in: spot.frame)
      spots += tree.replaceInstances(at: spot, with: instances)
      spots += [spot] + tree.rosters(around: spot.frame)
      return .instances(spot, old)
    case .confirmation(let spot, let confirmation):
      let old = confirmations[spot]
      confirmations[spot] = confirmation
      return .confirmation(spot, old)
    case .kept(let spot, let value):
      let old = tree[spot].value
      tree[spot].value = value
      spots.append(spot)
      return .kept(spot, old)
    }
  }
}

extension AnswerTree {
  /// The repeats around a frame: whether it holds answers may decide how many instances stand.
  func rosters(around frame: Int) -> [Spot] {
    var spots: [Spot] = []
    var here = frame
    while let roster = frames[here].roster {
      here = frames[here].parent
      spots.append(Spot(frame: here, item: roster))
    }
    return spots
  }

  /// Puts other instances in a repeat; those left out are set aside.
  ///
  /// - Returns: where to look again.
  mutating func replaceInstances(at spot: Spot, with instances: Instances) -> [Spot] {
    let old = self.instances(spot.item, in: spot.frame)
    frames[spot.frame].rosters[spot.item] = instances
    let staying = Set(instances.frames.prefix(instances.live))
    var spots: [Spot] = []
    for frame in old.frames where !staying.contains(frame) && frames[frame].ordinal != 0 {
      frames[frame].ordinal = 0
      spots += children(of: spot.item, inFrame: frame)
    }
    for (place, frame) in instances.frames.prefix(instances.live).enumerated() {
      if frames[frame].ordinal == 0 { spots += children(of: spot.item, inFrame: frame) }
      if frames[frame].ordinal != place + 1 {
        frames[frame].ordinal = place + 1
        spots += placed(by: spot.item, inInstance: frame)
      }
    }
    return spots + gatherers(of: spot)
  }

  /// Everything below an instance that reads where it stands.
  func placed(by roster: Int, inInstance frame: Int) -> [Spot] {
    questionnaire.dependencies.positional.flatMap { item -> [Spot] in
      let repeats = questionnaire.items[item].repeats
      guard repeats.contains(roster) else { return [] }
      return descendants(of: frame, inside: repeats).map { Spot(frame: $0, item: item) }
    }
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
  private func gatherers(of spot: Spot) -> [Spot] {
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
