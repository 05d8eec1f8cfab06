import Formulas

/// Where a question stands: which frame, which item.
///
/// Stays the same when instances move.
package struct Spot: Hashable, Sendable {
  package let frame: Int
  /// By index in the questionnaire.
  package let item: Int

  package init(frame: Int, item: Int) {
    self.frame = frame
    self.item = item
  }
}

/// What is known of one item in one frame.
struct Cell: Hashable, Sendable {
  /// As entered: kept while skipped.
  var answer: Answer?
  var remark: String?
  /// Whether the person has stood there and moved on.
  var isPassed = false
  /// Asked now.
  var isRelevant = false
  /// What counts: blank where skipped, unanswered, special.
  var value = Value.blank
  /// The special answer that counts.
  var special: String?
}

/// The instances of one repeat in one frame.
struct Instances: Hashable, Sendable {
  /// By frame; those past `live` are set aside.
  var frames: [Int] = []
  var live = 0
  /// How many the person made it by adding and removing, so that `open` decides no more; nil before.
  var byHand: Int?
}

/// One instance of a repeat, or the interview itself: the cells of the items directly in it.
struct Frame: Hashable, Sendable {
  /// The repeat, by item; nil for the interview itself.
  let roster: Int?
  let parent: Int
  /// From 1 among the live instances; 0 while set aside.
  var ordinal: Int
  /// By slot.
  var cells: Pages<Cell>
  /// By item of the repeats directly in it.
  var rosters: [Int: Instances] = [:]
}
