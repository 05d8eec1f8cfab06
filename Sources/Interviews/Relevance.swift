import Formulas
import Questions

/// Decides again what is asked and what counts, after a change: only what depends on it, in an
/// order where each item comes after all it reads, and no further where nothing changed.
struct Relevance {
  private var agenda: [Entry] = []
  /// What `once()` kept before, where it changed.
  private var kept: [Change] = []

  /// A spot to look at, by rank: a binary heap, smallest first.
  private struct Entry: Comparable {
    let rank: Int
    let spot: Spot

    static func < (left: Entry, right: Entry) -> Bool {
      if left.rank != right.rank { return left.rank < right.rank }
      return left.spot.frame == right.spot.frame
        ? left.spot.item < right.spot.item : left.spot.frame < right.spot.frame
    }
  }

  /// Looks at `spots`, then at whatever their change reaches.
  ///
  /// - Returns: what gives back the values `once()` kept; nothing else is needed to undo.
  @discardableResult
  static func settle(_ tree: inout AnswerTree, from spots: some Sequence<Spot>) -> [Change] {
    var relevance = Relevance()
    for spot in spots { relevance.push(spot, tree) }
    while let spot = relevance.pop() { relevance.evaluate(spot, in: &tree) }
    return relevance.kept
  }

  /// Looks at everything: when an interview opens, or its language changes.
  static func settleAll(_ tree: inout AnswerTree) {
    let spots = tree.frames.indices.flatMap { frame in
      tree.members(of: frame).map { Spot(frame: frame, item: $0) }
    }
    settle(&tree, from: spots)
  }

  private mutating func evaluate(_ spot: Spot, in tree: inout AnswerTree) {
    let old = tree[spot]
    let isRelevant = Self.isRelevant(spot, in: tree)
    let (value, special) = isRelevant ? Self.standing(spot, in: tree) : (.blank, nil)
    if old.isRelevant != isRelevant { tree[spot].isRelevant = isRelevant }
    if old.value != value {
      tree[spot].value = value
      if tree.item(spot).question?.calculation?.keepsCandidate == true {
        kept.append(.kept(spot, old.value))
      }
    }
    if old.special != special { tree[spot].special = special }
    let hasChanged =
      old.isRelevant != isRelevant || old.value != value || old.special != special
    let hasMoved = tree.item(spot).roster != nil && adjustInstances(of: spot, in: &tree)
    if old.isRelevant != isRelevant { pushChildren(of: spot, in: tree) }
    if hasChanged || hasMoved { pushReaders(of: spot, in: tree) }
  }

  private static func isRelevant(_ spot: Spot, in tree: AnswerTree) -> Bool {
    if let parent = tree.parent(of: spot), !tree[parent].isRelevant { return false }
    if tree.frames[spot.frame].ordinal == 0 { return false }
    let item = tree.item(spot)
    if let text = item.question?.opener {
      let opener = tree[Spot(frame: spot.frame, item: text.question)]
      return opener.isRelevant && opener.value.names.contains(text.choice)
    }
    if item.question?.isListMissing == true, tree.rows[spot] == nil { return false }
    guard let condition = item.relevant else { return true }
    return condition.holds(in: Standpoint(tree: tree, frame: spot.frame, item: spot.item))
  }

  /// The value that counts of an item that is asked, and its special answer.
  private static func standing(_ spot: Spot, in tree: AnswerTree) -> (Value, String?) {
    guard let question = tree.item(spot).question else { return (.blank, nil) }
    if let calculation = question.calculation {
      let standpoint = Standpoint(tree: tree, frame: spot.frame, item: spot.item)
      return (calculation.value(in: standpoint), nil)
    }
    switch tree[spot].answer {
    case .given(let value, let isProposal):
      if isProposal, !tree.isProposed(value, at: spot) { return (.blank, nil) }
      return (tree.available(value, at: spot), nil)
    case .special(let name): return (.blank, name)
    case .leftBlank, nil: return (.blank, nil)
    }
  }

  /// Opens or sets aside instances; true where some did.
  private mutating func adjustInstances(of spot: Spot, in tree: inout AnswerTree) -> Bool {
    let old = tree.instances(spot.item, in: spot.frame)
    var instances = old
    let wanted = tree.wantedInstances(of: spot, now: old)
    while instances.frames.count < wanted {
      instances.frames.append(tree.newFrame(of: spot.item, in: spot.frame))
    }
    let hasMoved = old.live != wanted
    instances.live = wanted
    if instances != old { tree.frames[spot.frame].rosters[spot.item] = instances }
    return renumber(spot, in: &tree) || hasMoved
  }

  /// Gives each instance its position, and looks again at those whose position changed.
  private mutating func renumber(_ spot: Spot, in tree: inout AnswerTree) -> Bool {
    let instances = tree.instances(spot.item, in: spot.frame)
    var hasMoved = false
    for (place, frame) in instances.frames.enumerated() {
      let ordinal = place < instances.live ? place + 1 : 0
      let old = tree.frames[frame].ordinal
      guard old != ordinal else { continue }
      hasMoved = true
      tree.frames[frame].ordinal = ordinal
      if (old == 0) != (ordinal == 0) { pushChildren(of: spot, inFrame: frame, tree) }
      for spot in tree.placed(by: spot.item, inInstance: frame) { push(spot, tree) }
    }
    return hasMoved
  }

  private mutating func pushChildren(of spot: Spot, in tree: AnswerTree) {
    switch tree.item(spot).content {
    case .question, .group: pushChildren(of: spot, inFrame: spot.frame, tree)
    case .roster:
      for frame in tree.instances(spot.item, in: spot.frame).frames {
        pushChildren(of: spot, inFrame: frame, tree)
      }
    }
  }

  private mutating func pushChildren(of spot: Spot, inFrame frame: Int, _ tree: AnswerTree) {
    var child = spot.item + 1
    let end = tree.item(spot).end
    while child < end {
      push(Spot(frame: frame, item: child), tree)
      child = tree.questionnaire.items[child].end
    }
  }

  private mutating func pushReaders(of spot: Spot, in tree: AnswerTree) {
    for reader in tree.questionnaire.dependencies.readers[spot.item] {
      let base = tree.ancestor(of: spot.frame, at: reader.depth)
      let repeats = tree.questionnaire.items[reader.item].repeats
      if tree.depth(of: base) == repeats.count {
        push(Spot(frame: base, item: reader.item), tree)
      } else {
        for frame in tree.descendants(of: base, inside: repeats) {
          push(Spot(frame: frame, item: reader.item), tree)
        }
      }
    }
  }

  private mutating func push(_ spot: Spot, _ tree: AnswerTree) {
    agenda.append(Entry(rank: tree.questionnaire.dependencies.rank[spot.item], spot: spot))
    var child = agenda.count - 1
    while child > 0, agenda[child] < agenda[(child - 1) / 2] {
      agenda.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  /// The next spot, each once however often it was pushed.
  private mutating func pop() -> Spot? {
    guard let first = agenda.first else { return nil }
    repeat { removeFirst() } while agenda.first == first
    return first.spot
  }

  private mutating func removeFirst() {
    agenda.swapAt(0, agenda.count - 1)
    agenda.removeLast()
    var parent = 0
    while true {
      var smallest = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < agenda.count && agenda[child] < agenda[smallest] {
        smallest = child
      }
      if smallest == parent { return }
      agenda.swapAt(parent, smallest)
      parent = smallest
    }
  }
}
