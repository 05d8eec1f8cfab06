import Formulas
import Interviews
import Questions
import Scenarios

extension Draw {
  /// Something a person could do now, or a journal could hold.
  mutating func event(in interview: Interview) -> Event {
    switch below(16) {
    case 0: .undo
    case 1: .redo
    case 2, 3: navigation(in: interview)
    case 4: .language(one(of: ["fr", "en", "de"]))
    case 5: .confirm(check: "S0", nil, explanation: "vu")
    default: change(in: interview)
    }
  }

  /// A move, and nothing else.
  mutating func navigation(in interview: Interview) -> Event {
    switch below(3) {
    case 0:
      switch interview.previous {
      case .stop(let spot): return .go(interview.path(of: spot), isBack: true)
      case .summary, nil: return .go(nil, isBack: true)
      }
    case 1:
      let next = interview.position.flatMap { interview.stop(after: $0) }
      return .go(next.map(interview.path), isBack: false)
    default:
      let route = interview.route
      return .go(route.isEmpty ? nil : interview.path(of: one(of: route)), isBack: false)
    }
  }

  /// An answer, an instance or a remark, somewhere.
  private mutating func change(in interview: Interview) -> Event {
    let spot = one(of: everySpot(in: interview))
    let path = interview.path(of: spot)
    let item = interview.item(at: spot)
    if item.roster != nil { return roster(path, count: interview.instances(of: spot).count) }
    guard let question = item.question, !once(in: 10) else { return .remark(path, "noté") }
    switch below(8) {
    case 0: return .clear(path)
    case 1: return .leave(path)
    case 2: return .special(path, question.missing.first ?? "nsp")
    case 3 where question.proposal != nil:
      return .answer(path, interview.proposal(at: spot), isProposal: true)
    default: return .answer(path, value(of: question.kind), isProposal: false)
    }
  }

  private mutating func roster(_ path: AnswerPath, count: Int) -> Event {
    let instance = AnswerPath.Step(path.name, instance: below(count + 1) + 1)
    let inside = AnswerPath(steps: path.steps.dropLast() + [instance])
    switch below(4) {
    case 0: return .add(path)
    case 1: return .insert(inside)
    case 2: return .remove(inside)
    default: return .move(inside, to: below(count + 1) + 1)
    }
  }

  private mutating func value(of kind: QuestionKind) -> Value {
    switch kind {
    case .number: return .number(Number(below(5)))
    case .selectOne, .row: return .choice(one(of: ["a", "b", "c"]))
    case .selectMultiple, .rank:
      let names = ["a", "b", "c"].filter { _ in once(in: 2) }
      return .choices(names.isEmpty ? ["c"] : names)
    case .note, .acknowledge, .text, .date, .time, .grid, .calculate, .other: return .text("mot")
    }
  }

  /// Every item of every instance there is, asked or not.
  private func everySpot(in interview: Interview) -> [Spot] {
    var spots: [Spot] = []
    collect(0..<interview.questionnaire.items.count, 0, interview, &spots)
    return spots
  }

  private func collect(
    _ range: Range<Int>, _ frame: Int, _ interview: Interview, _ spots: inout [Spot]
  ) {
    var here = range.lowerBound
    while here < range.upperBound {
      let spot = Spot(frame: frame, item: here)
      let item = interview.questionnaire.items[here]
      spots.append(spot)
      if item.roster != nil {
        for instance in interview.instances(of: spot) {
          collect(here + 1..<item.end, instance, interview, &spots)
        }
        here = item.end
      } else {
        here += 1
      }
    }
  }
}
