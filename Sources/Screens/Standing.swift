import Interviews
import Questions

/// How far the person is: what the second row says.
///
/// Counted once per event, never per picture; where an event cannot change the route, by one.
struct Standing: Hashable {
  private(set) var done = 0
  private(set) var of = 0
  /// Of the question stood on, among those of the route, or of the instance.
  private(set) var number = 0
  private(set) var count = 0
  /// Answers that wait for the route to come back.
  private var setAside: Set<Spot> = []
  /// How many came to wait, and no one was told yet.
  private var untold = 0

  init() {}

  init(_ interview: Interview) {
    setAside = interview.setAside
    let route = interview.route
    of = route.count
    done = route.count { !interview.isRemaining($0) }
    guard let spot = interview.position else { return }
    let isInside = interview.roster(ofFrame: spot.frame) != nil
    for stop in isInside ? interview.route(inInstance: spot.frame) : route
    where interview.isNumbered(stop) {
      count += 1
      if stop == spot { number = count }
    }
  }

  var percent: Int { of == 0 ? 0 : done * 100 / of }

  /// The standing once an event is part of `interview`, which is changed here.
  mutating func apply(_ event: Event, to interview: inout Interview) {
    let here = interview.position
    guard let here, interview.leavesRouteAlone(event, at: here) else {
      let before = self
      interview.apply(event)
      self = Standing(interview)
      untold = before.untold + setAside.subtracting(before.setAside).count
      return
    }
    let wasRemaining = interview.isRemaining(here)
    interview.apply(event)
    done += (wasRemaining ? 1 : 0) - (interview.isRemaining(here) ? 1 : 0)
    if !interview.isSetAside(here) { setAside.remove(here) }
    if let now = interview.position, now != here {
      number += interview.stop(after: here) == now ? 1 : -1
    }
  }

  /// How many answers came to wait since this was last asked.
  mutating func takeUntold() -> Int {
    defer { untold = 0 }
    return untold
  }
}

extension Interview {
  /// Whether anything else is decided by what is answered there.
  private func isRead(_ spot: Spot) -> Bool {
    !questionnaire.dependencies.readers[spot.item].isEmpty
  }

  /// Whether an event changes nothing of the route: an answer no formula reads, a step to the
  /// stop after or before.
  fileprivate func leavesRouteAlone(_ event: Event, at here: Spot) -> Bool {
    switch event {
    case .answer(let path, _, _, _), .special(let path, _), .leave(let path), .clear(let path):
      return spot(of: path) == here && !isRead(here)
    case .go(let path?, _):
      guard let there = spot(of: path), there.frame == here.frame else { return false }
      let isAhead = stop(after: here) == there
      guard isAhead || stop(after: there) == here else { return false }
      // A repeat's instances are counted between it and what comes after it.
      guard item(at: isAhead ? here : there).question != nil else { return false }
      return isNumbered(here) && isNumbered(there)
    case .draft, .pause, .resume, .remark: return true
    case .go, .confirm, .add, .insert, .remove, .move, .language, .undo, .redo, .finish, .stop,
      .reopen:
      return false
    }
  }
}
