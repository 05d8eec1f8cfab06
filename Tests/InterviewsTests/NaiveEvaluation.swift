import Formulas
import Interviews
import Questions

/// Everything that follows from what was entered, asked back from each question to what it reads.
final class NaiveEvaluation {
  struct Standing {
    var isRelevant = false
    var value = Value.blank
    var special: String?
  }

  private struct Frame {
    var facts: NaiveInterview.Facts
    let roster: Int?
    let parent: Int
    /// From 1.
    let position: Int
    var standings: [Standing?]
    var live: [Int: [Int]] = [:]
  }

  let start: Start
  let form: Questionnaire
  let language: Int
  private var frames: [Frame] = []

  init(_ facts: NaiveInterview.Facts, _ start: Start, _ form: Questionnaire, language: Int) {
    self.start = start
    self.form = form
    self.language = language
    frames = [frame(facts, nil, 0, 1)]
    for item in form.items.indices { askAll(item, 0) }
  }

  private func frame(
    _ facts: NaiveInterview.Facts, _ roster: Int?, _ parent: Int, _ position: Int
  ) -> Frame {
    Frame(
      facts: facts, roster: roster, parent: parent, position: position,
      standings: [Standing?](repeating: nil, count: form.items.count))
  }

  private func askAll(_ item: Int, _ frame: Int) {
    let around = form.items[item].repeats.dropFirst(repeats(around: frame).count)
    guard let roster = around.first else {
      _ = standing(item, frame)
      if form.items[item].roster != nil { _ = live(item, frame) }
      return
    }
    for instance in live(roster, frame) { askAll(item, instance) }
  }

  private func repeats(around frame: Int) -> [Int] {
    frames[frame].roster.map { form.items[$0].repeats + [$0] } ?? []
  }

  func standing(_ item: Int, _ frame: Int) -> Standing {
    if let known = frames[frame].standings[item] { return known }
    var standing = Standing()
    standing.isRelevant = isRelevant(item, frame)
    if standing.isRelevant, let question = form.items[item].question {
      (standing.value, standing.special) = answer(question, item, frame)
    }
    frames[frame].standings[item] = standing
    return standing
  }

  private func isRelevant(_ item: Int, _ frame: Int) -> Bool {
    if let parent = form.items[item].parent {
      let isInstance = form.items[parent].roster != nil
      if !standing(parent, isInstance ? frames[frame].parent : frame).isRelevant { return false }
    }
    if let text = form.items[item].question?.opener {
      return standing(text.question, frame).value.names.contains(text.choice)
    }
    return form.items[item].relevant?.holds(in: reader(frame, item)) ?? true
  }

  private func answer(
    _ question: Question, _ item: Int, _ frame: Int
  ) -> (Value, String?) {
    if let calculation = question.calculation {
      return (calculation.value(in: reader(frame, item)), nil)
    }
    switch frames[frame].facts.answers[item] {
    case .special(let name)?: return (.blank, name)
    case .leftBlank?, nil: return (.blank, nil)
    case .given(let value, let isProposal)?:
      if isProposal, let formula = question.proposal {
        let proposed = question.kind.fitted(formula.value(in: reader(frame, item)))
        if offered(proposed, question, item, frame).plain != value.plain { return (.blank, nil) }
      }
      return (offered(value, question, item, frame), nil)
    }
  }

  /// A value without the choices that are not offered.
  private func offered(
    _ value: Value, _ question: Question, _ item: Int, _ frame: Int
  ) -> Value {
    guard let choices = question.kind.choices else { return value }
    let left = value.names.filter { name in
      guard let choice = choices.list[name] else { return question.isFiltered == false }
      let reader = NaiveReader(evaluation: self, frame: frame, item: item, choice: choice)
      return choices.filter?.holds(in: reader) ?? true
        && choices.conditions[name]?.holds(in: reader) ?? true
    }
    if left.isEmpty, !value.names.isEmpty { return .blank }
    if case .choices = value { return .choices(left) }
    return value
  }

  private func reader(_ frame: Int, _ item: Int) -> NaiveReader {
    NaiveReader(evaluation: self, frame: frame, item: item, choice: nil)
  }

  /// The instances of a repeat that count, in order.
  func live(_ roster: Int, _ frame: Int) -> [Int] {
    if let known = frames[frame].live[roster] { return known }
    let facts = frames[frame].facts.rosters[roster] ?? NaiveInterview.Roster()
    let live = (0..<wanted(roster, frame, facts)).map { place in
      let inside = place < facts.instances.count ? facts.instances[place] : .init()
      frames.append(self.frame(inside, roster, frame, place + 1))
      return frames.count - 1
    }
    frames[frame].live[roster] = live
    return live
  }

  private func wanted(_ item: Int, _ frame: Int, _ facts: NaiveInterview.Roster) -> Int {
    guard let roster = form.items[item].roster else { return 0 }
    let isAsked = standing(item, frame).isRelevant
    let most = min(roster.maximum ?? 10_000, 10_000)
    let number = { (formula: Formula?) -> Int? in
      guard isAsked, case .number(let number)? = formula?.value(in: self.reader(frame, item))
      else { return nil }
      return number.roundedDown()?.whole
    }
    if let count = number(roster.count) { return min(max(count, 0), most) }
    if let byHand = facts.byHand { return byHand }
    let filled = (facts.instances.lastIndex(where: \.holdsAnswers) ?? -1) + 1
    guard isAsked else { return filled }
    return max(filled, min(most, max(number(roster.open) ?? 0, roster.minimum)))
  }

  func count(of roster: Int, at place: NaiveInterview.Place) -> Int {
    let frame = place.reduce(0) { live($1.roster, $0)[$1.instance] }
    return live(roster, frame).count
  }
}

// What is compared, and what goes on from here.
extension NaiveEvaluation {
  func presence(_ item: Int, _ frame: Int) -> Presence {
    let (standing, answer) = (standing(item, frame), frames[frame].facts.answers[item])
    guard standing.isRelevant else {
      return .skipped(isSetAside: answer != nil && answer != .leftBlank)
    }
    if let special = standing.special { return .special(special) }
    if !standing.value.isBlank { return .answered }
    return answer == .leftBlank ? .leftBlank : .notReached
  }

  var setAsideCount: Int { setAsideCount(in: 0) }

  private func setAsideCount(in frame: Int) -> Int {
    let facts = frames[frame].facts
    let own = facts.answers.count { item, answer in
      guard form.items[item].question?.calculation == nil else { return false }
      let standing = standing(item, frame)
      switch answer {
      case .special: return !standing.isRelevant
      case .leftBlank: return false
      case .given(let value, let isProposal):
        let isProposedAgain = isProposal && standing.isRelevant && standing.value.isBlank
        return value != standing.value && !isProposedAgain
      }
    }
    return facts.rosters.reduce(own) { sum, entry in
      let live = live(entry.key, frame)
      return live.reduce(sum) { $0 + setAsideCount(in: $1) }
        + entry.value.instances.dropFirst(live.count).reduce(0) { $0 + allAside($1) }
    }
  }

  private func allAside(_ facts: NaiveInterview.Facts) -> Int {
    facts.answers.count { item, answer in
      form.items[item].question?.calculation == nil && answer != .leftBlank
        && answer != .given(.blank, isProposal: true)
    }
      + facts.rosters.values.flatMap(\.instances).reduce(0) { $0 + allAside($1) }
  }

  /// The facts, with what calculates came to and the instances that now stand ready.
  var settled: NaiveInterview.Facts { settled(0) }

  private func settled(_ frame: Int) -> NaiveInterview.Facts {
    var facts = frames[frame].facts
    facts.calculated = [:]
    for (item, standing) in frames[frame].standings.enumerated() {
      guard let standing, form.items[item].question?.calculation != nil else { continue }
      facts.calculated[item] = standing.value
    }
    for (roster, live) in frames[frame].live {
      var all = facts.rosters[roster] ?? .init()
      let aside = all.instances.dropFirst(live.count).map(forgotten)
      all.instances = live.map(settled) + aside
      facts.rosters[roster] = all
    }
    return facts
  }

  /// An instance set aside: what `once()` kept in it is gone.
  private func forgotten(_ facts: NaiveInterview.Facts) -> NaiveInterview.Facts {
    var facts = facts
    facts.calculated = [:]
    facts.rosters = facts.rosters.mapValues { roster in
      .init(instances: roster.instances.map(forgotten), byHand: roster.byHand)
    }
    return facts
  }
}

/// What a formula reads, standing in one instance.
struct NaiveReader: Surroundings {
  let evaluation: NaiveEvaluation
  let frame: Int
  let item: Int
  let choice: Choice?

  private func standing(_ symbol: Int) -> NaiveEvaluation.Standing {
    evaluation.standing(symbol, evaluation.frame(seeing: symbol, from: frame))
  }

  func value(of symbol: Int) -> Value { standing(symbol).value }

  func values(of symbol: Int, within depth: Int) -> [Value] {
    evaluation.frames(of: symbol, from: frame, within: depth).flatMap { frame -> [Value] in
      let standing = evaluation.standing(symbol, frame)
      guard standing.isRelevant else { return [] }
      guard evaluation.form.items[symbol].roster != nil else { return [standing.value] }
      return evaluation.live(symbol, frame).map { _ in .boolean(true) }
    }
  }

  func value(of symbol: Int, at positions: [Int]) -> Value {
    evaluation.frame(of: symbol, from: frame, at: positions)
      .map { evaluation.standing(symbol, $0).value } ?? .blank
  }

  func special(of symbol: Int) -> String? { standing(symbol).special }

  func choiceLabel(of symbol: Int) -> String? {
    let labels = value(of: symbol).names.compactMap { choiceLabel($0, of: symbol) }
    return labels.isEmpty ? nil : labels.joined(separator: ", ")
  }

  func choiceLabel(_ name: String, of symbol: Int) -> String? {
    evaluation.form.items[symbol].question?.kind.choices?.list[name]?
      .label[evaluation.language]
  }

  func attribute(_ name: String) -> Value {
    choice?.attribute(name).map { $0.isEmpty ? .blank : .text($0) } ?? .blank
  }

  func lookup(list: String, column: String, keyColumn: String, value: String) -> String? {
    evaluation.form.lists[list]?.lookup(column: column, keyColumn: keyColumn, value: value)
  }

  var candidate: Value { evaluation.calculated(item, frame) }
  var position: Int? { evaluation.position(frame) }
  var today: CalendarDate { evaluation.start.started.date }
  var now: DateTime { evaluation.start.started }

  var language: Language {
    Language(rawValue: evaluation.form.languages[evaluation.language]) ?? .english
  }

  /// As the format says: the text `ID/PATH/PLACE`, hashed, its last 15 decimal digits.
  func random(_ place: Int) -> Number {
    let path = evaluation.path(item, frame)
    var hash = StableHash.of("\(evaluation.start.id)/\(path)/\(place)".utf8)
    hash = (hash ^ (hash >> 33)) &* 0xff51_afd7_ed55_8ccd
    hash = (hash ^ (hash >> 33)) &* 0xc4ce_b9fe_1a85_ec53
    hash ^= hash >> 33
    let digits = String(hash % 1_000_000_000_000_000)
    return Number(reading: "0." + String(repeating: "0", count: 15 - digits.count) + digits)
      ?? .zero
  }
}

// Where a formula finds what it reads.
extension NaiveEvaluation {
  /// The frame around one where an item stands.
  func frame(seeing item: Int, from frame: Int) -> Int {
    var here = frame
    while repeats(around: here).count > form.items[item].repeats.count {
      here = frames[here].parent
    }
    return here
  }

  func frames(of item: Int, from frame: Int, within depth: Int) -> [Int] {
    var base = frame
    while repeats(around: base).count > depth { base = frames[base].parent }
    let below = form.items[item].repeats.dropFirst(repeats(around: base).count)
    return below.reduce([base]) { all, roster in all.flatMap { live(roster, $0) } }
  }

  func frame(of item: Int, from frame: Int, at positions: [Int]) -> Int? {
    let repeats = form.items[item].repeats
    var here = frame
    while self.repeats(around: here).count > repeats.count - positions.count {
      here = frames[here].parent
    }
    for (roster, position) in zip(repeats.suffix(positions.count), positions) {
      let live = live(roster, here)
      guard live.indices.contains(position - 1) else { return nil }
      here = live[position - 1]
    }
    return here
  }

  func calculated(_ item: Int, _ frame: Int) -> Value {
    frames[frame].facts.calculated[item] ?? .blank
  }

  func position(_ frame: Int) -> Int? {
    frames[frame].roster == nil ? nil : frames[frame].position
  }

  func path(_ item: Int, _ frame: Int) -> String {
    var text = form.items[item].name
    var here = frame
    while let roster = frames[here].roster {
      text = "\(form.items[roster].name)[\(frames[here].position)].\(text)"
      here = frames[here].parent
    }
    return text
  }
}
