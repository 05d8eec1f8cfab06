import Formulas
import Questions
import Scenarios
import Testing

@testable import Interviews

/// What holds whatever the questionnaire and whatever is done: on random forms, random events.
@Suite struct PropertyTests {
  /// Events told on each form.
  static let eventCount = 120

  @Test(arguments: 0..<40)
  func `after every event, the state is what a fresh evaluation gives`(seed: Int) {
    var draw = Draw(seed: seed)
    var story = Scenario(on: RandomForm.questionnaire(seed: seed))
    for _ in 0..<Self.eventCount {
      let event = draw.event(in: story.interview)
      story.tell(event)
      let tree = story.interview.tree
      guard tree != tree.settledAfresh else { continue }
      let differences = tree.differences(from: tree.settledAfresh)
      Issue.record("after \(event): \(differences)")
      return
    }
  }

  @Test(arguments: 100..<120)
  func `replaying the events gives the same interview`(seed: Int) {
    var draw = Draw(seed: seed)
    var story = Scenario(on: RandomForm.questionnaire(seed: seed))
    for _ in 0..<Self.eventCount { story.tell(draw.event(in: story.interview)) }
    #expect(story.replayed() == story.interview)
  }

  @Test(arguments: 200..<230)
  func `undoing everything gives back the start, and redoing gives back the end`(seed: Int) {
    var draw = Draw(seed: seed)
    let questionnaire = RandomForm.questionnaire(seed: seed)
    let start = Scenario(on: questionnaire)
    var story = start
    for _ in 0..<Self.eventCount { story.tell(draw.event(in: story.interview)) }
    while story.interview.canRedo { story.tell(.redo) }
    story.tell(.language("fr"))
    let end = story.interview.holdings
    var undone = 0
    while story.interview.canUndo {
      story.tell(.undo)
      undone += 1
    }
    #expect(story.interview.holdings == start.interview.holdings, "after \(undone) steps")
    while story.interview.canRedo { story.tell(.redo) }
    #expect(story.interview.holdings == end)
    #expect(story.replayed() == story.interview)
  }

  @Test(arguments: 300..<310)
  func `moving about never changes an answer, and always leads to a stop of the route`(seed: Int) {
    var draw = Draw(seed: seed)
    var story = Scenario(on: RandomForm.questionnaire(seed: seed))
    for _ in 0..<Self.eventCount {
      story.tell(draw.event(in: story.interview))
      let before = story.interview
      story.tell(draw.navigation(in: story.interview))
      #expect(story.interview.holdings == before.holdings)
      #expect(story.interview.progress.done >= before.progress.done)
      guard let position = story.interview.position else { continue }
      #expect(story.interview.route.contains(position))
    }
  }

  @Test(arguments: 400..<410)
  func `what is set aside is what its count says, and a summary never traps`(seed: Int) {
    var draw = Draw(seed: seed)
    var story = Scenario(on: RandomForm.questionnaire(seed: seed))
    for _ in 0..<Self.eventCount {
      story.tell(draw.event(in: story.interview))
      let interview = story.interview
      #expect(interview.setAsideCount >= interview.contents.setAside.count)
      let summary = Summary(of: interview)
      #expect(summary.answeredCount <= summary.askedCount)
      for spot in interview.route { _ = interview.findings(at: spot) }
    }
  }

  @Test(arguments: 500..<520)
  func `finishing forgets what is off the route and keeps the rest`(seed: Int) {
    var draw = Draw(seed: seed)
    var story = Scenario(on: RandomForm.questionnaire(seed: seed))
    for _ in 0..<Self.eventCount { story.tell(draw.event(in: story.interview)) }
    let before = story.interview.holdings
    story.tell(.finish)
    let after = story.interview
    #expect(after.holdings.nodes == before.nodes && after.holdings.specials == before.specials)
    #expect(after.contents.setAside.isEmpty && after.setAsideCount == 0 && !after.canUndo)
    #expect(after.tree == after.tree.settledAfresh)
    let rebuilt = Interview(
      after.start, on: after.questionnaire, holding: after.contents, language: after.language,
      status: .finished, revision: 1)
    #expect(rebuilt.contents == after.contents && rebuilt.route.count == after.route.count)
    #expect(story.replayed() == after)
  }
}

extension Interview {
  /// Everything it holds, but for where the person stands.
  var holdings: Contents {
    var contents = contents
    contents.position = nil
    return contents
  }
}

extension AnswerTree {
  /// The same answers, everything that follows from them forgotten and evaluated again.
  ///
  /// What `once()` kept is an answer of a kind: it stays.
  var settledAfresh: AnswerTree {
    var fresh = self
    for frame in frames.indices {
      if frames[frame].roster != nil { fresh.frames[frame].ordinal = 0 }
      for roster in frames[frame].rosters.keys { fresh.frames[frame].rosters[roster]?.live = 0 }
      for (slot, item) in members(of: frame).enumerated() {
        let calculation = questionnaire.items[item].question?.calculation
        fresh.frames[frame].cells[slot].isRelevant = false
        fresh.frames[frame].cells[slot].special = nil
        if calculation?.keepsCandidate != true { fresh.frames[frame].cells[slot].value = .blank }
      }
    }
    Relevance.settleAll(&fresh)
    return fresh
  }

  /// Where two evaluations of the same answers differ, to be read in a failure.
  func differences(from other: AnswerTree) -> [String] {
    frames.indices.flatMap { frame -> [String] in
      let (one, two) = (frames[frame], other.frames[frame])
      let path = path(ofFrame: frame)
      let own = one.ordinal == two.ordinal ? [] : ["\(path): at \(one.ordinal), \(two.ordinal)"]
      let cells = members(of: frame).enumerated().compactMap { slot, item -> String? in
        let (left, right) = (one.cells[slot], two.cells[slot])
        let name = questionnaire.items[item].name
        return left == right ? nil : "\(path).\(name): \(left) against \(right)"
      }
      let rosters = one.rosters == two.rosters ? [] : ["\(path): \(one.rosters), \(two.rosters)"]
      return own + cells + rosters
    }
  }
}
