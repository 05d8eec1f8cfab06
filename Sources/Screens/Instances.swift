import Console
import Formulas
import Interviews
import Questions

// The instances of a repeat: opened, added and removed from its list.

extension App {
  mutating func open(_ instance: Int, of spot: Spot) -> [Effect] {
    guard let interview else { return [] }
    let frames = interview.instances(of: spot)
    guard frames.indices.contains(instance - 1) else { return [] }
    let frame = frames[instance - 1]
    let first = interview.route(inInstance: frame).first(where: interview.isRemaining)
    guard let target = first ?? interview.firstStop(inInstance: frame) else { return [] }
    return go(to: target)
  }

  mutating func addInstance(to spot: Spot) -> [Effect] {
    guard let interview else { return [] }
    do throws(Rejection) {
      let effects = record(try interview.acceptInstance(of: spot))
      let count = self.interview?.instances(of: spot).count ?? 0
      return effects + open(count, of: spot)
    } catch {
      say(rejected(error), .error)
      return []
    }
  }

  /// Puts a new instance before the one pointed at, or moves that one by a place.
  mutating func rearrange(_ action: Action) -> [Effect] {
    guard let interview, let spot = interview.position, case .roster(let editor)? = editor else {
      return []
    }
    let frames = interview.instances(of: spot)
    guard frames.indices.contains(editor.pointed) else {
      say(words.pointAtInstance)
      return []
    }
    let place = editor.pointed + 1
    if action == .insert { return insertInstance(before: place, to: spot) }
    return moveInstance(place, of: spot, to: action == .moveUp ? place - 1 : place + 1)
  }

  /// Puts an instance in another place; where there is no such place, nothing happens.
  mutating func moveInstance(_ instance: Int, of spot: Spot, to place: Int) -> [Effect] {
    guard let interview else { return [] }
    let frames = interview.instances(of: spot)
    guard frames.indices.contains(instance - 1), frames.indices.contains(place - 1) else {
      return []
    }
    let effects = record(.move(interview.path(ofInstance: frames[instance - 1]), to: place))
    reload(spot)
    editor?.point(atInstance: place)
    say(words.moved(interview.title(ofInstance: frames[instance - 1]), place))
    return effects
  }

  mutating func insertInstance(before place: Int, to spot: Spot) -> [Effect] {
    guard let interview else { return [] }
    do throws(Rejection) {
      let effects = record(try interview.acceptInstance(of: spot, before: place))
      return effects + open(place, of: spot)
    } catch {
      say(rejected(error), .error)
      return []
    }
  }

  mutating func removeInstance(_ instance: Int, from spot: Spot) -> [Effect] {
    guard let interview else { return [] }
    let frames = interview.instances(of: spot)
    let title =
      frames.indices.contains(instance - 1)
      ? interview.title(ofInstance: frames[instance - 1]) : ""
    do throws(Rejection) {
      let effects = record(try interview.acceptRemoval(of: instance, from: spot))
      reload(spot)
      say(words.removed(title))
      return effects
    } catch {
      say(rejected(error), .error)
      return []
    }
  }
}
