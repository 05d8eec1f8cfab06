import Formulas
import Questions

/// Descriptions of the same thing, of which one prevails: an authority interviewed twice counts once.
struct Ledger {
  let unit: CountedUnit
  /// Which description is the better: the preferred, then the fuller, then the later.
  struct Rank: Comparable {
    /// From 0 for the first preference; their number where none holds.
    let preference: Int
    let fullness: Int
    /// Seconds.
    let moment: Int

    /// Whether this one gives way to the other; of equals, to the one that came later.
    static func < (left: Rank, right: Rank) -> Bool {
      if left.preference != right.preference { return left.preference > right.preference }
      if left.fullness != right.fullness { return left.fullness < right.fullness }
      return left.moment < right.moment
    }
  }

  /// Where in `ranks` what has that identity stands.
  private var places: [String: Int] = [:]
  private var ranks: [Rank] = []
  /// By place; blank for what is its own unit.
  private var identities: [String] = []
  /// How many descriptions there were.
  private(set) var described = 0

  init(_ unit: CountedUnit) { self.unit = unit }

  /// How many different things were described.
  var distinct: Int { ranks.count }

  /// Takes note of one more description.
  ///
  /// - Returns: where its thing stands, from 0; nil where another description of it prevails.
  mutating func place(_ here: SheetPlace) -> Int? {
    described += 1
    let rank = Rank(
      preference: unit.prefer.firstIndex { $0.holds(in: here) } ?? unit.prefer.count,
      fullness: here.sheet.frames[here.frame].fullness, moment: here.now.instant)
    return place(unit.identity.value(in: here).plain, rank)
  }

  private mutating func place(_ identity: String, _ rank: Rank) -> Int? {
    guard !identity.isEmpty, let place = places[identity] else {
      if !identity.isEmpty { places[identity] = ranks.count }
      ranks.append(rank)
      identities.append(identity)
      return ranks.count - 1
    }
    if rank < ranks[place] { return nil }
    ranks[place] = rank
    return place
  }

  /// Takes note of all that another noted after it.
  ///
  /// - Returns: by place of the other, where that thing stands here; nil where a description here
  ///   prevails.
  mutating func absorb(_ other: Ledger) -> [Int?] {
    described += other.described
    return other.ranks.indices.map { place(other.identities[$0], other.ranks[$0]) }
  }
}
