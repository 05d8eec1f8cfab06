import Formulas
import Questions

// Finishing keeps only what is on the route; a finished interview is rebuilt from its contents.

extension Interview {
  /// Finishes or stops: what is left is what `contents` says and what is kept apart, rebuilt, so
  /// that an interview read back from its files is the one that was ended.
  mutating func end(as status: Status) {
    let apart = keptApart
    self = Interview(
      start, on: questionnaire, holding: contents, language: language, status: status,
      revision: revision, stopReason: stopReason)
    hold(apart)
  }

  /// Forgets what is off the route; taken proposals become the person's own.
  private mutating func keepOnlyTheRoute() {
    let kept = confirmations.filter {
      isLive($0.key.frame) && $0.value.values == values(lookedAtBy: $0.key)
    }
    let rows = tree.rows.filter { isLive($0.key.frame) && !tree[$0.key].value.isBlank }
    tree.rows = rows
    for frame in tree.frames.indices {
      for item in tree.members(of: frame) { keepWhatCounts(at: Spot(frame: frame, item: item)) }
    }
    confirmations = kept
    markPassed()
  }

  private mutating func keepWhatCounts(at spot: Spot) {
    let cell = tree[spot]
    guard cell.isRelevant else {
      tree[spot].answer = nil
      tree[spot].remark = nil
      return keepInstances([], at: spot)
    }
    keepInstances(Array(tree.live(spot.item, in: spot.frame)), at: spot)
    if tree.item(spot).question?.calculation != nil {
      tree[spot].answer = nil
    } else if case .given? = cell.answer {
      tree[spot].answer = cell.value.isBlank ? nil : .given(cell.value, isProposal: false)
    }
  }

  private mutating func keepInstances(_ live: [Int], at spot: Spot) {
    guard tree.item(spot).roster != nil else { return }
    let staying = Set(live)
    for frame in tree.instances(spot.item, in: spot.frame).frames where !staying.contains(frame) {
      tree.frames[frame].ordinal = 0
    }
    let byHand = tree[spot].isRelevant ? live.count : nil
    tree.frames[spot.frame].rosters[spot.item] =
      Instances(frames: live, live: live.count, byHand: byHand)
  }

  /// Where the person has been, as far as answers tell: everywhere once finished, else up to the
  /// last stop with an answer.
  mutating func markPassed() {
    for frame in tree.frames.indices {
      for slot in tree.frames[frame].cells.indices {
        tree.frames[frame].cells[slot].isPassed = false
      }
    }
    let route = route
    let last = route.lastIndex { spot in
      spot == position || presence(at: spot) != .notReached && item(at: spot).question != nil
    }
    let count = status == .finished ? route.count : last.map { $0 + 1 } ?? 0
    for spot in route.prefix(count) { tree[spot].isPassed = true }
  }

  /// An interview rebuilt from what it held when it was finished or stopped.
  ///
  /// Names the questionnaire does not have are passed over: nothing is validated.
  package init(
    _ start: Start, on questionnaire: Questionnaire, holding contents: Contents,
    language: String, status: Status, revision: Int, stopReason: String = ""
  ) {
    self.start = start
    tree = AnswerTree(start, on: questionnaire, language: questionnaire.place(of: language))
    self.status = status
    self.revision = revision
    self.stopReason = stopReason
    fill(contents.nodes, in: 0)
    for special in contents.specials { enter(.special(special.held), at: special.path) }
    for path in contents.leftBlank { enter(.leftBlank, at: path) }
    for row in contents.rows {
      if let spot = spot(of: row.path) { tree.rows[spot] = row.held }
    }
    for remark in contents.remarks {
      if let spot = spot(of: remark.path) { tree[spot].remark = remark.held }
    }
    Relevance.settleAll(&tree)
    for confirmed in contents.confirmed { confirm(confirmed) }
    position = contents.position.flatMap { spot(of: $0) }
    settlePosition()
    keepOnlyTheRoute()
  }

  private mutating func enter(_ answer: Answer, at path: AnswerPath) {
    if let spot = spot(of: path), tree.item(spot).question != nil { tree[spot].answer = answer }
  }

  private mutating func fill(_ nodes: [Contents.Node], in frame: Int) {
    for node in nodes {
      switch node {
      case .value(let name, let value):
        guard let spot = spot(named: name, in: frame) else { continue }
        if tree.item(spot).question?.calculation == nil {
          tree[spot].answer = .given(value, isProposal: false)
        } else {
          tree[spot].value = value  // What `once()` kept.
        }
      case .instances(let name, let instances):
        guard let spot = spot(named: name, in: frame), tree.item(spot).roster != nil
        else { continue }
        let frames = instances.map { _ in tree.newFrame(of: spot.item, in: frame) }
        tree.frames[frame].rosters[spot.item] =
          Instances(frames: frames, live: frames.count, byHand: frames.count)
        for (place, instance) in frames.enumerated() {
          tree.frames[instance].ordinal = place + 1
          fill(instances[place], in: instance)
        }
      }
    }
  }

  /// The spot of an item that stands directly in a frame; nil where none of that name does.
  private func spot(named name: String, in frame: Int) -> Spot? {
    guard let index = questionnaire.index(of: name),
      questionnaire.items[index].repeats.last == tree.frames[frame].roster
    else { return nil }
    return Spot(frame: frame, item: index)
  }

  /// Confirms again, for the values of now.
  ///
  /// A key is a check's name, and a path where it has one.
  private mutating func confirm(_ confirmed: Contents.Confirmed) {
    var spot = checkSpot(confirmed.key, nil)
    if let space = confirmed.key.lastIndex(of: " "), spot == nil {
      let path = AnswerPath(reading: confirmed.key[confirmed.key.index(after: space)...])
      spot = path.flatMap { checkSpot(String(confirmed.key[..<space]), $0) }
    }
    guard let spot else { return }
    confirmations[spot] = Confirmation(
      explanation: confirmed.explanation, values: values(lookedAtBy: spot))
  }
}
