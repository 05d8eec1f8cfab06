import Formulas
import Questions

// The route: which stops there are now, in order, and how the person moves among them.

extension Interview {
  /// The first stop at or after an item, in one frame; nil where the frame ends first.
  private func stop(from item: Int, in frame: Int) -> Spot? {
    let end =
      tree.frames[frame].roster.map { questionnaire.items[$0].end }
      ?? questionnaire.items.count
    var here = item
    while here < end {
      let spot = Spot(frame: frame, item: here)
      let isRelevant = tree[spot].isRelevant
      if isRelevant, questionnaire.items[here].isStop { return spot }
      switch questionnaire.items[here].content {
      case .group where isRelevant: here += 1
      case .group, .roster, .question: here = questionnaire.items[here].end
      }
    }
    return nil
  }

  package func firstStop() -> Spot? { stop(from: 0, in: 0) }

  /// The first stop of a repeat's instance; nil where all its questions are skipped.
  package func firstStop(inInstance frame: Int) -> Spot? {
    tree.frames[frame].roster.flatMap { stop(from: $0 + 1, in: frame) }
  }

  /// The stop after this one: after an instance's last, its repeat's list; nil after the last.
  package func stop(after spot: Spot) -> Spot? {
    let from = questionnaire.items[spot.item].end
    if let next = stop(from: from, in: spot.frame) { return next }
    return roster(ofFrame: spot.frame)
  }

  /// Every stop asked now, in order: a repeat's list, then its instances.
  package var route: [Spot] {
    var spots: [Spot] = []
    collect(from: 0, in: 0, into: &spots)
    return spots
  }

  private func collect(from item: Int, in frame: Int, into spots: inout [Spot]) {
    var here = stop(from: item, in: frame)
    while let spot = here {
      spots.append(spot)
      if questionnaire.items[spot.item].roster != nil {
        for instance in tree.live(spot.item, in: spot.frame) {
          collect(from: spot.item + 1, in: instance, into: &spots)
        }
      }
      here = stop(from: questionnaire.items[spot.item].end, in: frame)
    }
  }

  /// Every stop of one instance, in order, those of repeats inside it included.
  package func route(inInstance frame: Int) -> [Spot] {
    guard let roster = tree.frames[frame].roster else { return route }
    var spots: [Spot] = []
    collect(from: roster + 1, in: frame, into: &spots)
    return spots
  }

  /// Whether a stop still waits for the person.
  package func isRemaining(_ spot: Spot) -> Bool {
    guard let question = tree.item(spot).question else { return !tree[spot].isPassed }
    guard question.holdsAnswer, question.calculation == nil else {
      return !tree[spot].isPassed
    }
    return presence(at: spot) == .notReached
  }

  /// Whether a stop counts in `question 3 of 9`: a notice to read does not.
  package func isNumbered(_ spot: Spot) -> Bool {
    item(at: spot).question?.kind.holdsAnswer ?? true
  }

  /// The first stop that still waits; nil where none does.
  package var firstRemaining: Spot? { route.first(where: isRemaining) }

  /// Asked so far, over what the route now holds; the stop stood on counts once passed.
  package var progress: (done: Int, of: Int) {
    let route = route
    return (route.count { !isRemaining($0) }, route.count)
  }

  /// How many stops still wait.
  package var remainingCount: Int {
    let (done, all) = progress
    return all - done
  }

  /// The top-level group a spot is in; nil outside every group.
  package func section(of spot: Spot) -> Item? {
    var top: Item?
    var here: Spot? = spot
    while let spot = here {
      let item = tree.item(spot)
      if item.question == nil, item.roster == nil { top = item }
      here = tree.parent(of: spot)
    }
    return top
  }

  /// Where going back leads: the last place on the trail that is still on the route; nil where the
  /// trail is at its start.
  package var previous: Place? {
    for place in trail.reversed() where place != position {
      guard let place else { return .summary }
      if isStop(place) { return .stop(place) }
    }
    guard let position, let here = route.firstIndex(of: position), here > 0 else { return nil }
    return .stop(route[here - 1])
  }

  /// Somewhere a person can stand.
  package enum Place: Hashable, Sendable {
    case stop(Spot)
    case summary
  }

  /// On the route: asked, in an instance that is not set aside, and with a screen of its own.
  private func isStop(_ spot: Spot) -> Bool { tree[spot].isRelevant && tree.item(spot).isStop }

  mutating func go(to path: AnswerPath?, isBack: Bool) {
    let target = path.flatMap { spot(of: $0) }
    if path != nil, !(target.map { tree.item($0).isStop } ?? false) { return }
    if isBack {
      while let last = trail.popLast(), last != target {}
    } else if position != target {
      trail.append(position)
    }
    stand(at: target)
  }

  /// Stands there; where it is not asked, on the next stop that is.
  mutating func stand(at spot: Spot?) {
    if let position, position != spot { tree[position].isPassed = true }
    position = spot
    settlePosition()
  }

  /// Where the stop stood on is no longer asked, stands on the next that is.
  mutating func settlePosition() {
    guard let spot = position, !isStop(spot) else { return }
    tree[spot].isPassed = true
    var here: Spot? = spot
    while let spot = here, !isStop(spot) {
      let isAside = tree.frames[spot.frame].ordinal == 0
      here = isAside ? roster(ofFrame: spot.frame) : stop(after: spot)
    }
    position = here
  }
}

extension Interview {
  /// Every stop of the questionnaire, asked or not, in the instances there are.
  package var everyStop: [Spot] {
    var spots: [Spot] = []
    collectEvery(from: 0, to: questionnaire.items.count, in: 0, into: &spots)
    return spots
  }

  private func collectEvery(from: Int, to end: Int, in frame: Int, into spots: inout [Spot]) {
    var here = from
    while here < end {
      let item = questionnaire.items[here]
      let spot = Spot(frame: frame, item: here)
      if item.isStop { spots.append(spot) }
      if item.roster != nil {
        for instance in tree.live(here, in: frame) {
          collectEvery(from: here + 1, to: item.end, in: instance, into: &spots)
        }
        here = item.end
      } else {
        here += 1
      }
    }
  }
}
