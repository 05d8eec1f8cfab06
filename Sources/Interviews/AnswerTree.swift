import Formulas
import Questions

/// All answers of an interview, and what follows from them.
struct AnswerTree: Sendable {
  private let origin: Origin
  /// A questionnaire's language, from 0.
  var language: Int
  /// The first is the interview itself; instances are never taken out, so that undo finds them.
  var frames: Pages<Frame>
  /// What answers keep of the rows they chose, so that a later file changes none of them.
  var rows: [Spot: ListRow] = [:]

  init(_ start: Start, on questionnaire: Questionnaire, language: Int) {
    origin = Origin(questionnaire: questionnaire, id: start.id, started: start.started)
    self.language = language
    let cells = Pages(repeating: Cell(), count: questionnaire.members.count)
    frames = [Frame(roster: nil, parent: 0, ordinal: 1, cells: cells)]
  }

  var questionnaire: Questionnaire { origin.questionnaire }
  /// The interview's: what its random numbers are drawn from.
  var id: String { origin.id }
  var started: DateTime { origin.started }

  /// What never changes, held once: each formula evaluated holds the tree.
  private final class Origin: Sendable {
    let questionnaire: Questionnaire
    let id: String
    let started: DateTime

    init(questionnaire: Questionnaire, id: String, started: DateTime) {
      self.questionnaire = questionnaire
      self.id = id
      self.started = started
    }
  }

  func item(_ spot: Spot) -> Item { questionnaire.items[spot.item] }

  subscript(spot: Spot) -> Cell {
    _read { yield frames[spot.frame].cells[questionnaire.items[spot.item].slot] }
    _modify { yield &frames[spot.frame].cells[questionnaire.items[spot.item].slot] }
  }

  func instances(_ roster: Int, in frame: Int) -> Instances {
    frames[frame].rosters[roster] ?? Instances()
  }

  /// The frames of a repeat's live instances, in order.
  func live(_ roster: Int, in frame: Int) -> ArraySlice<Int> {
    let instances = instances(roster, in: frame)
    return instances.frames.prefix(instances.live)
  }

  mutating func newFrame(of roster: Int, in parent: Int) -> Int {
    let count = questionnaire.items[roster].roster?.members.count ?? 0
    frames.append(
      Frame(
        roster: roster, parent: parent, ordinal: 0,
        cells: Pages(repeating: Cell(), count: count)))
    return frames.count - 1
  }

  /// The items directly in a frame, by slot.
  func members(of frame: Int) -> [Int] {
    guard let roster = frames[frame].roster else { return questionnaire.members }
    return questionnaire.items[roster].roster?.members ?? []
  }

  /// How many repeats are around a frame.
  func depth(of frame: Int) -> Int {
    frames[frame].roster.map { questionnaire.items[$0].repeats.count + 1 } ?? 0
  }

  /// The repeats around a frame, outermost first.
  func repeats(around frame: Int) -> [Int] {
    frames[frame].roster.map { questionnaire.items[$0].repeats + [$0] } ?? []
  }

  /// The frame around `frame` with `depth` repeats around it.
  func ancestor(of frame: Int, at depth: Int) -> Int {
    var here = frame
    for _ in 0..<max(0, self.depth(of: frame) - depth) { here = frames[here].parent }
    return here
  }

  /// The frames below `frame` where an item inside `repeats` stands, in order.
  func descendants(of frame: Int, inside repeats: [Int]) -> [Int] {
    var here = [frame]
    for roster in repeats.dropFirst(depth(of: frame)) {
      here = here.flatMap { live(roster, in: $0) }
    }
    return here
  }

  /// The spot of the item around this one; nil at the top.
  func parent(of spot: Spot) -> Spot? {
    guard let parent = item(spot).parent else { return nil }
    let isOutside = questionnaire.items[parent].roster != nil
    return Spot(frame: isOutside ? frames[spot.frame].parent : spot.frame, item: parent)
  }
}

extension AnswerTree: Equatable {
  /// The same questionnaire is the same object.
  static func == (left: AnswerTree, right: AnswerTree) -> Bool {
    left.questionnaire === right.questionnaire && left.id == right.id
      && left.started == right.started && left.language == right.language
      && left.frames == right.frames && left.rows == right.rows
  }
}

extension AnswerTree {
  /// The spot a path names; nil where there is none.
  ///
  /// A repeat's instance gives the repeat's spot.
  func spot(of path: AnswerPath) -> Spot? {
    guard let index = questionnaire.index(of: path.name) else { return nil }
    var frame = 0
    for step in path.steps.dropLast() {
      guard let roster = questionnaire.index(of: step.name), let instance = step.instance,
        let next = self.frame(of: instance, in: roster, under: frame)
      else { return nil }
      frame = next
    }
    guard questionnaire.items[index].repeats.last == frames[frame].roster else { return nil }
    return Spot(frame: frame, item: index)
  }

  /// The frame of a repeat's instance, from 1; nil where there is none.
  func frame(of instance: Int, in roster: Int, under frame: Int) -> Int? {
    let all = live(roster, in: frame)
    guard instance >= 1, instance <= all.count else { return nil }
    return all[all.startIndex + instance - 1]
  }

  func path(of spot: Spot) -> AnswerPath {
    let last = AnswerPath.Step(item(spot).name)
    return AnswerPath(steps: steps(to: spot.frame) + [last])
  }

  /// From 1; those set aside are counted on after the live ones, those removed are 1.
  private func place(ofFrame frame: Int) -> Int {
    let here = frames[frame]
    guard here.ordinal == 0, let roster = here.roster else { return max(1, here.ordinal) }
    return (instances(roster, in: here.parent).frames.firstIndex(of: frame) ?? 0) + 1
  }

  /// The instance a frame is.
  func path(ofFrame frame: Int) -> AnswerPath { AnswerPath(steps: steps(to: frame)) }

  private func steps(to frame: Int) -> [AnswerPath.Step] {
    guard let roster = frames[frame].roster else { return [] }
    let here = AnswerPath.Step(questionnaire.items[roster].name, instance: place(ofFrame: frame))
    return steps(to: frames[frame].parent) + [here]
  }
}
