import Formulas
import Questions

/// An order drawn once per interview and question, the same each time it is shown.
///
/// Park and Miller's generator and the shuffle ODK publishes for `randomize()`, seeded by the
/// question: `INTERVIEW-ID/QUESTION`.
enum RandomOrder {
  /// The generator's modulus, 2³¹ − 1.
  private static let modulus = 2_147_483_647

  /// Places 0 to `count` − 1, shuffled.
  static func places(_ count: Int, seed: Int) -> [Int] {
    var state = seed % modulus
    if state <= 0 { state += modulus - 1 }
    var places: [Int] = []
    for next in 0..<count {
      state = state * 16_807 % modulus
      let place = (state - 1) * (next + 1) / (modulus - 1)
      if place == next {
        places.append(next)
      } else {
        places.append(places[place])
        places[place] = next
      }
    }
    return places
  }

  /// The seed of one question of one interview, in the generator's range.
  static func seed(interview id: String, question: String) -> Int {
    Int(StableHash.of("\(id)/\(question)".utf8) % UInt64(modulus - 1)) + 1
  }

  /// `elements` shuffled, those anchored left at their end.
  static func shuffled<Element>(
    _ elements: [Element], seed: Int, isAnchored: (Element) -> Bool
  ) -> [Element] {
    let free = elements.filter { !isAnchored($0) }
    return places(free.count, seed: seed).map { free[$0] } + elements.filter(isAnchored)
  }
}

extension AnswerTree {
  /// Choices or rows in the order they are shown at a spot.
  func ordered<Element>(
    _ elements: [Element], at spot: Spot, isAnchored: (Element) -> Bool
  ) -> [Element] {
    let item = item(spot)
    guard item.question?.isRandomized == true else { return elements }
    let seed = RandomOrder.seed(interview: id, question: item.name)
    return RandomOrder.shuffled(elements, seed: seed, isAnchored: isAnchored)
  }
}

extension Interview {
  /// The rows of a grid asked now, in the order they are shown; none for other stops.
  package func rows(of spot: Spot) -> [Spot] {
    guard tree.item(spot).question?.isGrid == true else { return [] }
    let rows = (spot.item + 1..<tree.item(spot).end).map { Spot(frame: spot.frame, item: $0) }
      .filter { tree[$0].isRelevant }
    return tree.ordered(rows, at: spot) { _ in false }
  }

  /// The spots that hold a stop's answers: a grid's rows, else the stop itself.
  package func answerSpots(of spot: Spot) -> [Spot] {
    if tree.item(spot).question?.isGrid == true { return rows(of: spot) }
    return [spot]
  }
}
