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
