import Formulas
import Questions

// Instances of repeats: they come, go and move, and their answers stay with them.

extension Interview {
  /// What an instance more comes to, at the end or before one.
  package func acceptInstance(
    of spot: Spot, before position: Int? = nil
  ) throws(Rejection) -> Event {
    let count = try freeCount(of: spot)
    if let maximum = tree.item(spot).roster?.maximum, count >= maximum {
      throw .tooManyInstances(maximum: maximum)
    }
    let path = path(of: spot)
    return position.map { .insert(instance($0, of: path)) } ?? .add(path)
  }

  /// What taking an instance away comes to.
  package func acceptRemoval(of position: Int, from spot: Spot) throws(Rejection) -> Event {
    let count = try freeCount(of: spot)
    if let minimum = tree.item(spot).roster?.minimum, count <= minimum {
      throw .tooFewInstances(minimum: minimum)
    }
    return .remove(instance(position, of: path(of: spot)))
  }

  private func instance(_ position: Int, of roster: AnswerPath) -> AnswerPath {
    let step = AnswerPath.Step(roster.name, instance: position)
    return AnswerPath(steps: Array(roster.steps.dropLast()) + [step])
  }

  /// How many instances there are, where the person may change that.
  private func freeCount(of spot: Spot) throws(Rejection) -> Int {
    guard let roster = tree.item(spot).roster, tree[spot].isRelevant else { throw .notAsked }
    let count = instances(of: spot).count
    let standpoint = Standpoint(tree: tree, frame: spot.frame, item: spot.item)
    if let fixed = roster.count, !fixed.value(in: standpoint).isBlank {
      throw .fixedInstances(count)
    }
    return count
  }
}

extension Interview {
  mutating func addInstance(_ path: AnswerPath, before position: Int?) {
    guard let spot = spot(of: path), tree.item(spot).roster != nil else { return }
    let new = tree.newFrame(of: spot.item, in: spot.frame)
    rearrange(spot) { live in
      live.insert(new, at: min(max((position ?? .max) - 1, 0), live.count))
    }
  }

  mutating func removeInstance(_ path: AnswerPath) {
    guard let (spot, place) = instance(path) else { return }
    rearrange(spot) { live in live.remove(at: place) }
  }

  mutating func moveInstance(_ path: AnswerPath, to target: Int) {
    guard let (spot, place) = instance(path) else { return }
    rearrange(spot) { live in
      let frame = live.remove(at: place)
      live.insert(frame, at: min(max(target - 1, 0), live.count))
    }
  }

  /// The repeat a path's last step names, and where its instance stands, from 0.
  private func instance(_ path: AnswerPath) -> (Spot, Int)? {
    guard let spot = spot(of: path), tree.item(spot).roster != nil,
      let instance = path.steps.last?.instance,
      tree.frame(of: instance, in: spot.item, under: spot.frame) != nil
    else { return nil }
    return (spot, instance - 1)
  }

  /// Puts a repeat's instances in another order; those set aside stay after the others.
  private mutating func rearrange(_ spot: Spot, _ reorder: (inout [Int]) -> Void) {
    let old = tree.instances(spot.item, in: spot.frame)
    var live = Array(old.frames.prefix(old.live))
    reorder(&live)
    let all = live + old.frames.dropFirst(old.live)
    let instances = Instances(frames: all, live: live.count, byHand: live.count)
    change([.instances(spot, instances)], at: spot)
  }
}
