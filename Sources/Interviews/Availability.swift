import Formulas
import Questions

extension AnswerTree {
  /// Whether a choice is offered at a spot.
  func isOffered(_ choice: Choice, of question: ChoiceQuestion, at spot: Spot) -> Bool {
    guard question.filter != nil || question.conditions[choice.name] != nil else { return true }
    var standpoint = Standpoint(tree: self, frame: spot.frame, item: spot.item)
    standpoint.choice = choice
    if let filter = question.filter, !filter.holds(in: standpoint) { return false }
    return question.conditions[choice.name]?.holds(in: standpoint) ?? true
  }

  /// The choices offered at a spot, in file order, exclusive ones last.
  ///
  /// None of a file's rows, of which there may be many: `names(offeredTo:at:)` asks about one.
  func offered(at spot: Spot) -> [Choice] {
    guard let question = item(spot).question?.kind.choices else { return [] }
    let all = question.list.choices.filter { isOffered($0, of: question, at: spot) }
    let ordered = ordered(all.filter { !$0.exclusive }, at: spot, isAnchored: \.isAnchored)
    return ordered + all.filter(\.exclusive)
  }

  /// What is left of an answer once the choices no longer offered are set aside.
  func available(_ value: Value, at spot: Spot) -> Value {
    guard let item = item(spot).question, item.isFiltered, let question = item.kind.choices else {
      return value
    }
    let isOffered = { (name: String) in
      self.choice(name, at: spot).map { self.isOffered($0, of: question, at: spot) } ?? false
    }
    switch value {
    case .choice(let name): return isOffered(name) ? value : .blank
    case .choices(let names):
      let left = names.filter(isOffered)
      return left.isEmpty ? .blank : .choices(left)
    case .blank, .boolean, .number, .text, .date, .time, .dateTime: return value
    }
  }

  /// What a question's `default` comes to, as the question would store it; blank without one.
  func proposal(at spot: Spot) -> Value {
    guard let question = item(spot).question, let formula = question.proposal else {
      return .blank
    }
    let value = formula.value(in: Standpoint(tree: self, frame: spot.frame, item: spot.item))
    return available(question.kind.fitted(value), at: spot)
  }

  /// Whether an answer taken as proposed still is what is proposed; where nothing is, it stands.
  ///
  /// Without a `default`, a stored line is a fact. Compared in plain form: a formula's text may stand for a choice.
  func isProposed(_ value: Value, at spot: Spot) -> Bool {
    item(spot).question?.proposal == nil || proposal(at: spot).plain == value.plain
  }

  /// Instances beyond which a count is not believed: a slip of the keyboard, not a roster.
  static let mostInstances = 10_000

  /// How many instances a repeat should have now.
  ///
  /// `repeat_count` fixes it. Otherwise, until the person adds or removes one, `open` says how many
  /// stand ready, and an instance that holds an answer is never taken away. It depends on what was
  /// entered, not on how things came about, so that undoing gives back what there was.
  func wantedInstances(of spot: Spot, now instances: Instances) -> Int {
    guard let roster = item(spot).roster else { return 0 }
    let isAsked = self[spot].isRelevant
    let most = min(roster.maximum ?? Self.mostInstances, Self.mostInstances)
    let standpoint = Standpoint(tree: self, frame: spot.frame, item: spot.item)
    if isAsked, let count = roster.count?.value(in: standpoint).count {
      return min(max(count, 0), most)
    }
    if let byHand = instances.byHand { return byHand }
    let filled = (instances.frames.lastIndex(where: holdsAnswers) ?? -1) + 1
    guard isAsked else { return filled }
    let open = roster.open?.value(in: standpoint).count ?? 0
    return max(min(max(open, roster.minimum), most), filled)
  }

  /// Whether anything was answered in an instance, or below it.
  func holdsAnswers(_ frame: Int) -> Bool {
    frames[frame].cells.contains { $0.answer != nil || $0.remark != nil }
      || frames[frame].rosters.values.contains { $0.frames.contains(where: holdsAnswers) }
  }
}

extension Value {
  /// A number as a count of things: rounded down; nil for anything else.
  var count: Int? {
    guard case .number(let number) = self else { return nil }
    return number.roundedDown()?.whole
  }
}
