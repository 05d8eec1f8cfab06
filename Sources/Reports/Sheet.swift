import Formulas
import Interviews
import Questions
import Records

/// What one interview holds, as indicators read it: the values that count, and why others are
/// missing.
///
/// A class that is filled again for each interview: a hundred thousand of them take no more memory
/// than one. Only what indicators read is made into values.
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
    /// Where its values start.
    let first: Int
    /// How many questions hold a value there: what tells the fuller of two descriptions.
    var fullness = 0
    /// Whether anything was said there: an instance opened and left as it was describes nothing.
    var isDescribed = false
  }

  let questionnaire: Questionnaire
  /// By item: its slot, and how many repeats are around it.
  let slots: [Int]
  let depths: [Int]
  /// Of the interview: what formulas and the census ask.
  private(set) var id = ""
  private(set) var kind = Start.Kind.interview
  private(set) var mode = Start.Mode.faceToFace
  private(set) var started: DateTime
  private(set) var language = ""
  /// The first is the interview; then instances, each after the one it stands in.
  private(set) var frames: [Frame] = []
  /// By frame, then by slot.
  private(set) var values: [Value] = []
  private(set) var gaps: [Gap] = []
  /// The items a frame of each repeat holds, by slot; those of the interview under -1.
  private var cells: [Int: [SheetCell]] = [:]
  /// The version of the questionnaire the last interview was on, and its frames here.
  private var version: Questionnaire?
  private var places: [Int?] = []
  private let needed: Set<Int>

  /// - Parameters:
  ///   - questionnaire: whose indicators are counted; interviews may be on other versions of it,
  ///     whose questions of the same name and type are taken.
  ///   - by: a question that splits every indicator, by index.
  package init(_ questionnaire: Questionnaire, by: Int? = nil) {
    self.questionnaire = questionnaire
    slots = questionnaire.items.map(\.slot)
    depths = questionnaire.items.map(\.repeats.count)
    needed = questionnaire.readByResults.union([by].compactMap(\.self))
    guard let moment = DateTime(reading: "2000-01-01T00:00:00+00:00") else {
      preconditionFailure("that is a moment")
    }
    started = moment
  }

  /// Takes up another interview.
  package func fill(_ scan: PictureScan) {
    if version !== scan.questionnaire { adopt(scan.questionnaire) }
    id = scan.text(of: .id)
    kind = Start.Kind(rawValue: scan.text(of: .kind)) ?? .interview
    mode = Start.Mode(rawValue: scan.text(of: .mode)) ?? .faceToFace
    started = DateTime(reading: scan.text(of: .started)) ?? started
    language = scan.text(of: .language)
    frames.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    gaps.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    for frame in scan.instances.indices { add(frame, of: scan) }
  }

  private func add(_ frame: Int, of scan: PictureScan) {
    let instance = scan.instances[frame]
    let roster = instance.roster.flatMap { rosters[$0] }
    guard instance.roster == nil || roster != nil,
      let parent = frame == 0 ? 0 : places[instance.parent]
    else { return places.append(nil) }
    places.append(frames.count)
    var here = Frame(
      roster: roster, parent: parent, ordinal: instance.ordinal, first: values.count)
    let members = roster ?? -1
    for place in cells[members, default: []].indices {
      guard let twin = cells[members]?[place].twin else {
        values.append(.blank)
        gaps.append(.skipped)
        continue
      }
      let spot = Spot(frame: frame, item: twin)
      let mark = scan[spot].mark
      if mark == .answered, cells[members]?[place].counts == true { here.fullness += 1 }
      if mark != .skipped, mark != .notReached {
        here.isDescribed = here.isDescribed || cells[members]?[place].counts == true
      }
      values.append(
        mark == .answered ? cells[members]?[place].value(at: spot, of: scan) ?? .blank : .blank)
      gaps.append(gap(mark, spot, scan))
    }
    frames.append(here)
  }

  private func gap(_ mark: PictureScan.Cell.Mark, _ spot: Spot, _ scan: PictureScan) -> Gap {
    switch mark {
    case .answered: return .none
    case .skipped: return .skipped
    case .notReached: return .notReached
    case .leftBlank: return .leftBlank
    case .special:
      let name = scan.text(of: scan[spot].written)
      let place = questionnaire.specials.firstIndex { $0.name == name }
      return place.map { .special(UInt8(clamping: $0)) } ?? .notReached
    }
  }

  /// By the repeat's item in the version read: the same repeat here.
  private var rosters: [Int: Int] = [:]

  private func adopt(_ version: Questionnaire) {
    self.version = version
    let twins = questionnaire.twins(in: version)
    rosters = [:]
    for (item, twin) in twins.enumerated() where questionnaire.items[item].roster != nil {
      if let twin { rosters[twin] = item }
    }
    let all =
      [(-1, questionnaire.members)]
      + questionnaire.items.compactMap { item in item.roster.map { (item.index, $0.members) } }
    cells = Dictionary(
      uniqueKeysWithValues: all.map { roster, members in
        (
          roster,
          members.map { item in
            SheetCell(questionnaire.items[item], twin: twins[item], isNeeded: needed.contains(item))
          }
        )
      })
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

  func value(_ item: Int, in frame: Int) -> Value { values[frames[frame].first + slots[item]] }

  func gap(_ item: Int, in frame: Int) -> Gap { gaps[frames[frame].first + slots[item]] }
}
