import Formulas
import Interviews
import Questions
import Records

/// What one interview holds, as indicators read it: the values that count, and why others are
/// missing.
///
/// A class that is filled again for each interview: a hundred thousand of them take no more memory
/// than one.
package final class Sheet {
  /// Why a question has no value.
  enum Gap: Hashable, Sendable {
    case none
    case skipped
    case notReached
    case leftBlank
    /// By its place in `Questionnaire.specials`.
    case special(UInt8)
  }

  /// The interview itself, or one instance of a repeat.
  struct Frame {
    /// By item; nil for the interview itself.
    let roster: Int?
    let parent: Int
    /// From 1.
    let ordinal: Int
    /// By slot.
    var values: [Value]
    var gaps: [Gap]
  }

  let questionnaire: Questionnaire
  /// By item: its slot, and how many repeats are around it.
  let slots: [Int]
  let depths: [Int]
  private(set) var start: Start
  /// The first is the interview; then instances, each after the one it stands in.
  private(set) var frames: [Frame] = []
  /// For another version of the questionnaire: the item of the same name there, by item.
  private var twins: (of: Questionnaire, places: [Int?])?

  /// A sheet of one record.
  ///
  /// - Parameter questionnaire: what reads it; the record may be of another version of it, whose
  ///   questions of the same name and type are taken.
  package init(_ record: Record, on questionnaire: Questionnaire) {
    self.questionnaire = questionnaire
    slots = questionnaire.items.map(\.slot)
    depths = questionnaire.items.map(\.repeats.count)
    start = record.head.start
    fill(record)
  }

  /// Takes up another record.
  package func fill(_ record: Record) {
    start = record.head.start
    let interview = record.interview
    if twins?.of !== interview.questionnaire {
      twins = (interview.questionnaire, questionnaire.twins(in: interview.questionnaire))
    }
    frames.removeAll(keepingCapacity: true)
    add(0, roster: nil, parent: 0, ordinal: 1, of: interview)
  }

  private func add(
    _ frame: Int, roster: Int?, parent: Int, ordinal: Int, of interview: Interview
  ) {
    let here = frames.count
    let spots = members(of: roster).map { member in
      twins?.places[member].map { Spot(frame: frame, item: $0) }
    }
    frames.append(
      Frame(
        roster: roster, parent: parent, ordinal: ordinal,
        values: spots.map { $0.map { interview.value(at: $0) } ?? .blank },
        gaps: spots.map { $0.map { gap(at: $0, interview) } ?? .skipped }))
    for (member, spot) in zip(members(of: roster), spots) {
      guard let spot, questionnaire.items[member].roster != nil, interview.isAsked(spot) else {
        continue
      }
      for (place, instance) in interview.instances(of: spot).enumerated() {
        add(instance, roster: member, parent: here, ordinal: place + 1, of: interview)
      }
    }
  }

  private func gap(at spot: Spot, _ interview: Interview) -> Gap {
    switch interview.presence(at: spot) {
    case .special(let name):
      let place = questionnaire.specials.firstIndex { $0.name == name }
      return place.map { .special(UInt8(clamping: $0)) } ?? .notReached
    case .leftBlank: return .leftBlank
    case .answered: return .none
    case .notReached: return .notReached
    case .skipped: return .skipped
    }
  }

  /// The items directly in a repeat, or outside every one, by slot.
  private func members(of roster: Int?) -> [Int] {
    roster.map { questionnaire.items[$0].roster?.members ?? [] } ?? questionnaire.members
  }

  /// The frame around `frame` with `depth` repeats around it.
  func ancestor(of frame: Int, at depth: Int) -> Int {
    var here = frame
    while let roster = frames[here].roster, depths[roster] + 1 > depth {
      here = frames[here].parent
    }
    return here
  }

  /// The instances of a repeat directly in a frame, in order.
  func instances(of roster: Int, in frame: Int) -> [Int] {
    frames.indices.filter { frames[$0].roster == roster && frames[$0].parent == frame }
  }

  /// Whether anything was said there: an instance opened and left as it was describes nothing.
  func isDescribed(_ frame: Int) -> Bool {
    fullness(of: frame) > 0
      || frames[frame].gaps.contains { gap in
        switch gap {
        case .leftBlank, .special: true
        case .none, .skipped, .notReached: false
        }
      }
  }

  /// How many questions hold a value there: what tells the fuller of two descriptions.
  func fullness(of frame: Int) -> Int {
    let members = members(of: frames[frame].roster)
    return zip(members, frames[frame].values).count { item, value in
      !value.isBlank && questionnaire.items[item].question?.kind.standsAlone == true
    }
  }
}

extension Questionnaire {
  /// By item: the one of the same name in another version, where both hold the same type in the same
  /// repeat.
  fileprivate func twins(in other: Questionnaire) -> [Int?] {
    items.map { item in
      guard let twin = other[item.name],
        twin.question?.kind.valueType == item.question?.kind.valueType,
        twin.repeats.map({ other.items[$0].name }) == item.repeats.map({ items[$0].name })
      else { return nil }
      return twin.index
    }
  }
}
