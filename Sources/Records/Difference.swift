import Formulas
import Interviews

/// A place where two states of an interview do not hold the same.
package struct Difference: Hashable, Sendable {
  /// As the picture names it: `population`, `dispositif[1].disp_nom`; a remark's after `✎`.
  package let place: String
  /// Nil where the first holds nothing there.
  package let first: String?
  /// Nil where the second holds nothing there.
  package let second: String?

  package init(place: String, first: String?, second: String?) {
    self.place = place
    self.first = first
    self.second = second
  }

  /// What differs between two states, in the first's order, then what only the second holds.
  package static func between(_ first: Contents, _ second: Contents) -> [Difference] {
    let (old, new) = (first.held, second.held)
    let byPlace = { (held: [(String, String)]) in
      Dictionary(held, uniquingKeysWith: { first, _ in first })
    }
    let (olds, news) = (byPlace(old), byPlace(new))
    let changed = old.filter { news[$0.0] != $0.1 }
      .map { Difference(place: $0.0, first: $0.1, second: news[$0.0]) }
    let added = new.filter { olds[$0.0] == nil }
      .map { Difference(place: $0.0, first: nil, second: $0.1) }
    return changed + added
  }
}

extension Contents {
  /// Everything held, by place: values in their plain form, special answers in brackets.
  package var held: [(String, String)] {
    Self.held(nodes, under: nil)
      + specials.map { ($0.path.description, "(\($0.held))") }
      + leftBlank.map { ($0.description, "") }
      + remarks.map { ("✎ \($0.path)", $0.held) }
  }

  private static func held(_ nodes: [Node], under path: AnswerPath?) -> [(String, String)] {
    nodes.flatMap { node -> [(String, String)] in
      switch node {
      case .value(let name, let value):
        let step = AnswerPath.Step(name)
        return [((path?.appending(step) ?? AnswerPath(name)).description, value.plain)]
      case .instances(let name, let instances):
        return instances.enumerated().flatMap { place, nodes in
          let step = AnswerPath.Step(name, instance: place + 1)
          return held(nodes, under: path?.appending(step) ?? AnswerPath(steps: [step]))
        }
      }
    }
  }
}
