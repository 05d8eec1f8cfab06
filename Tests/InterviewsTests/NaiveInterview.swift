import Formulas
import Interviews
import Questions

/// A second engine, as plain as can be, to hold the real one against.
///
/// It keeps what was entered, copies all of it to undo, and works everything out anew after every
/// event. The two share the questionnaire and its formulas, and not a line of what decides which
/// questions are asked, what counts, how many instances there are.
struct NaiveInterview {
  /// What was entered in the interview itself, or in one instance of a repeat; by item.
  struct Facts {
    var answers: [Int: Answer] = [:]
    var remarks: [Int: String] = [:]
    /// What calculates came to: `once()` keeps it.
    var calculated: [Int: Value] = [:]
    var rosters: [Int: Roster] = [:]

    var holdsAnswers: Bool {
      !answers.isEmpty || !remarks.isEmpty
        || rosters.values.contains { $0.instances.contains(where: \.holdsAnswers) }
    }
  }

  struct Roster {
    /// Those that count, then those set aside.
    var instances: [Facts] = []
    /// How many the person made it; nil before.
    var byHand: Int?
  }

  /// Which instance of which repeat, from 0, outermost first.
  typealias Place = [(roster: Int, instance: Int)]

  let start: Start
  let form: Questionnaire
  private var language = 0
  private var facts = Facts()
  private(set) var past: [Facts] = []
  private(set) var future: [Facts] = []
  /// What follows from the facts.
  private(set) var now: NaiveEvaluation

  init(_ start: Start, on form: Questionnaire) {
    self.start = start
    self.form = form
    now = NaiveEvaluation(facts, start, form, language: 0)
    facts = now.settled
  }

  mutating func tell(_ event: Event) {
    switch event {
    case .answer(let path, let value, let isProposal, _):
      enter(.given(value, isProposal: isProposal), at: path)
    case .special(let path, let name): enter(.special(name), at: path)
    case .leave(let path): enter(.leftBlank, at: path)
    case .clear(let path): enter(nil, at: path)
    case .remark(let path, let text):
      guard let (item, place) = locate(path) else { return }
      change { Self.edit(&$0, place[...]) { $0.remarks[item] = text.isEmpty ? nil : text } }
    case .confirm(let name, nil, _):
      if form.checks.contains(where: { $0.name == name && $0.owner == nil }) { change { _ in } }
    case .confirm: preconditionFailure("only the top level's check is confirmed here")
    case .add(let path): rearrange(path) { live, _ in live.append(Facts()) }
    case .insert(let path):
      rearrange(path) { live, place in live.insert(Facts(), at: min(place, live.count)) }
    case .remove(let path):
      rearrange(path, mustBeThere: true) { live, place in live.remove(at: place) }
    case .move(let path, let target):
      rearrange(path, mustBeThere: true) { live, place in
        let moved = live.remove(at: place)
        live.insert(moved, at: min(max(target - 1, 0), live.count))
      }
    case .language(let code): language = form.languages.firstIndex(of: code) ?? language
    case .undo:
      guard let before = past.popLast() else { return }
      future.append(facts)
      facts = before
    case .redo:
      guard let after = future.popLast() else { return }
      past.append(facts)
      facts = after
    case .draft, .go, .pause, .resume, .finish, .stop, .reopen: return
    }
    now = NaiveEvaluation(facts, start, form, language: language)
    facts = now.settled
  }

  private mutating func change(_ edit: (inout Facts) -> Void) {
    past.append(facts)
    future = []
    edit(&facts)
  }

  private mutating func enter(_ answer: Answer?, at path: AnswerPath) {
    guard let (item, place) = locate(path), form.items[item].question != nil else { return }
    var old: Answer?
    Self.edit(&facts, place[...]) { old = $0.answers[item] }
    if old != answer { change { Self.edit(&$0, place[...]) { $0.answers[item] = answer } } }
  }

  private mutating func rearrange(
    _ path: AnswerPath, mustBeThere: Bool = false, _ reorder: (inout [Facts], Int) -> Void
  ) {
    guard let (item, place) = locate(path), form.items[item].roster != nil else { return }
    let count = now.count(of: item, at: place)
    let target = (path.steps.last?.instance ?? 1) - 1
    if mustBeThere, target >= count { return }
    change { facts in
      Self.edit(&facts, place[...]) { inside in
        let all = inside.rosters[item, default: Roster()].instances
        var live = Array(all.prefix(count))
        reorder(&live, target)
        inside.rosters[item] = Roster(
          instances: live + all.dropFirst(count), byHand: live.count)
      }
    }
  }

  /// The item a path names, and the instances around it; nil where one of them is not there.
  private func locate(_ path: AnswerPath) -> (item: Int, place: Place)? {
    guard let item = form.index(of: path.name) else { return nil }
    var place: Place = []
    for step in path.steps.dropLast() {
      guard let roster = form.index(of: step.name), let instance = step.instance,
        form.items[roster].repeats == place.map(\.roster),
        instance <= now.count(of: roster, at: place)
      else { return nil }
      place.append((roster, instance - 1))
    }
    return form.items[item].repeats == place.map(\.roster) ? (item, place) : nil
  }

  private static func edit(
    _ facts: inout Facts, _ place: ArraySlice<(roster: Int, instance: Int)>,
    _ change: (inout Facts) -> Void
  ) {
    guard let (roster, instance) = place.first else { return change(&facts) }
    edit(&facts.rosters[roster, default: Roster()].instances[instance], place.dropFirst(), change)
  }
}

extension NaiveInterview {
  /// Where the real engine tells another story, to be read in a failure.
  func differences(from interview: Interview) -> [String] {
    var found: [String] = []
    compare(0, 0, 0..<form.items.count, interview, &found)
    let aside = (now.setAsideCount, interview.setAside.count)
    if aside.0 != aside.1 { found.append("set aside: \(aside.0), not \(aside.1)") }
    if past.isEmpty == interview.canUndo { found.append("undo: \(past.count)") }
    if future.isEmpty == interview.canRedo { found.append("redo: \(future.count)") }
    return found
  }

  private func compare(
    _ mine: Int, _ theirs: Int, _ range: Range<Int>, _ interview: Interview,
    _ found: inout [String]
  ) {
    var item = range.lowerBound
    while item < range.upperBound {
      let spot = Spot(frame: theirs, item: item)
      let standing = now.standing(item, mine)
      let isGrid = form.items[item].question?.isGrid == true
      if standing.isRelevant != interview.isAsked(spot)
        || standing.value != interview.value(at: spot)
        || !isGrid && now.presence(item, mine) != interview.presence(at: spot)
      {
        let real = (interview.value(at: spot), interview.presence(at: spot))
        found.append("\(interview.path(of: spot)): \(standing), not \(real)")
      }
      if form.items[item].roster != nil {
        let (ours, others) = (now.live(item, mine), interview.instances(of: spot))
        if ours.count != others.count {
          found.append("\(interview.path(of: spot)): \(ours.count) of \(others.count)")
        }
        for (one, other) in zip(ours, others) {
          compare(one, other, item + 1..<form.items[item].end, interview, &found)
        }
        item = form.items[item].end
      } else {
        item += 1
      }
    }
  }
}
