import Formulas
import Foundation
import Questions
import Scenarios
import Testing

@testable import Interviews

/// What holds whatever the questionnaire and whatever is done: on random forms, random events.
@Suite struct PropertyTests {
  /// Events told on each form; `BAROMETRE_EVENTS=2500` makes a hundred thousand on forty forms.
  static let eventCount =
    ProcessInfo.processInfo.environment["BAROMETRE_EVENTS"].flatMap { Int($0) } ?? 60

  @Test(arguments: 0..<40)
  func `after every event, all is as a plain second engine has it`(seed: Int) {
    var draw = Draw(seed: seed)
    let form = RandomForm.questionnaire(seed: seed)
    var story = Scenario(on: form)
    var naive = NaiveInterview(story.interview.start, on: form)
    #expect(naive.differences(from: story.interview) == [])
    for number in 0..<Self.eventCount {
      let event = draw.event(in: story.interview)
      story.tell(event)
      naive.tell(event)
      let differences = naive.differences(from: story.interview)
      guard differences.isEmpty else {
        Issue.record("event \(number), \(event): \(differences)")
        return
      }
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
      #expect(interview.setAside.count >= interview.contents.setAside.count)
      let summary = Summary(of: interview)
      #expect(summary.answeredCount <= summary.askedCount)
      for spot in interview.route { _ = interview.findings(at: spot) }
    }
  }

  @Test(arguments: 500..<520)
  func `finishing forgets what is off the route, keeps the rest, and reads back equal`(seed: Int) {
    var draw = Draw(seed: seed)
    var story = Scenario(on: RandomForm.questionnaire(seed: seed))
    for _ in 0..<Self.eventCount { story.tell(draw.event(in: story.interview)) }
    let before = story.interview.holdings
    story.tell(.finish)
    let after = story.interview
    #expect(after.holdings.nodes == before.nodes && after.holdings.specials == before.specials)
    #expect(after.contents.setAside.isEmpty && after.setAside.isEmpty && !after.canUndo)
    let rebuilt = Interview(
      after.start, on: after.questionnaire, holding: after.contents, language: after.language,
      status: .finished, revision: 1)
    #expect(rebuilt == after && story.replayed() == after)
    for _ in 0..<20 { story.tell(draw.event(in: story.interview)) }
    while story.interview.canUndo { story.tell(.undo) }
    #expect(story.interview.holdings == after.holdings, "undo stops at a finish")
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
