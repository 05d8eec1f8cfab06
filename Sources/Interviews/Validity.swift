import Formulas
import Questions

// What is said of answers: what is missing, and what the checks have to say.

extension Interview {
  /// Whether an answer must be given there now.
  package func isRequired(_ spot: Spot) -> Bool {
    guard let question = tree.item(spot).question, tree[spot].isRelevant else { return false }
    switch question.required {
    case .never: return false
    case .always: return true
    case .when(let formula):
      return formula.holds(in: Standpoint(tree: tree, frame: spot.frame, item: spot.item))
    }
  }

  /// What is said of the answer at a spot: of itself, and of it beside others.
  package func findings(at spot: Spot) -> [Finding] {
    var findings: [Finding] = []
    if isWaitedFor(spot) {
      findings.append(Finding(matter: .required, spot: spot, reads: [spot]))
    }
    for place in questionnaire.dependencies.checks[spot.item] {
      let repeats = questionnaire.checks[place].repeats
      for frame in frames(inside: repeats, seenFrom: spot.frame) {
        if let finding = finding(CheckSpot(check: place, frame: frame), at: spot) {
          findings.append(finding)
        }
      }
    }
    return findings
  }

  /// Whether an answer that must be given there is not; for a grid, one of its rows'.
  private func isWaitedFor(_ spot: Spot) -> Bool {
    isRequired(spot)
      && answerSpots(of: spot).contains { presence(at: $0).lacksAnswer }
  }

  /// The frames inside `repeats` that share with `frame` every repeat around both.
  private func frames(inside repeats: [Int], seenFrom frame: Int) -> [Int] {
    let mine = tree.repeats(around: frame)
    let common = zip(repeats, mine).prefix { $0 == $1 }.count
    return tree.descendants(of: tree.ancestor(of: frame, at: common), inside: repeats)
  }

  /// Everything to say of the whole interview, in asking order.
  package var findings: [Finding] {
    var findings: [Finding] = []
    for spot in route where isWaitedFor(spot) {
      findings.append(Finding(matter: .required, spot: spot, reads: [spot]))
    }
    for (place, check) in questionnaire.checks.enumerated() {
      for frame in tree.descendants(of: 0, inside: check.repeats) {
        let spot = CheckSpot(check: place, frame: frame)
        if let finding = finding(spot, at: nil) { findings.append(finding) }
      }
    }
    let order = Dictionary(
      route.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return findings.sorted { (order[$0.spot] ?? 0) < (order[$1.spot] ?? 0) }
  }

  /// What a check has to say now; nil where it holds, or is not looked at.
  ///
  /// - Parameter place: the question to name; nil: the last it reads that is asked, else where it
  ///   is written, else the last stop.
  private func finding(_ spot: CheckSpot, at place: Spot?) -> Finding? {
    let check = questionnaire.checks[spot.check]
    guard isLookedAt(spot) else { return nil }
    let standpoint = Standpoint(tree: tree, frame: spot.frame, item: check.owner)
    guard check.constraint.value(in: standpoint) == .boolean(false) else { return nil }
    let reads = questionsRead(by: spot)
    guard let at = place ?? reads.last ?? owningStop(of: spot) ?? route.last else { return nil }
    let confirmation = confirmations[spot]
    let holds = confirmation?.values == values(lookedAtBy: spot)
    return Finding(
      matter: .check(spot, check.severity, confirmed: holds ? confirmation?.explanation : nil),
      spot: at, reads: reads)
  }

  /// The item a check is written on; nil at top level.
  private func owner(of spot: CheckSpot) -> Spot? {
    guard let owner = questionnaire.checks[spot.check].owner else { return nil }
    let isRoster = questionnaire.items[owner].roster != nil
    return Spot(frame: isRoster ? tree.frames[spot.frame].parent : spot.frame, item: owner)
  }

  private func owningStop(of spot: CheckSpot) -> Spot? {
    owner(of: spot).flatMap { tree.item($0).isStop ? $0 : nil }
  }

  private func isLookedAt(_ spot: CheckSpot) -> Bool {
    let check = questionnaire.checks[spot.check]
    if let owner = owner(of: spot), !tree[owner].isRelevant { return false }
    if check.readsMissingList(of: questionnaire) { return false }
    let standpoint = Standpoint(tree: tree, frame: spot.frame, item: check.owner)
    if let condition = check.relevant { return condition.holds(in: standpoint) }
    if check.constraint.readsCandidate, standpoint.candidate.isBlank { return false }
    return check.constraint.references.allSatisfy { reference in
      switch reference.reach {
      case .special: true
      case .one, .label: !standpoint.value(of: reference.symbol).isBlank
      case .every(let depth):
        standpoint.values(of: reference.symbol, within: depth).contains { !$0.isBlank }
      }
    }
  }

  /// The values a confirmation is given for.
  func values(lookedAtBy spot: CheckSpot) -> [Value] {
    let check = questionnaire.checks[spot.check]
    let standpoint = Standpoint(tree: tree, frame: spot.frame, item: check.owner)
    let candidate = check.constraint.readsCandidate ? [standpoint.candidate] : []
    return candidate
      + check.constraint.references.flatMap { reference -> [Value] in
        switch reference.reach {
        case .one, .label: [standpoint.value(of: reference.symbol)]
        case .special: standpoint.special(of: reference.symbol).map { [.text($0)] } ?? [.blank]
        case .every(let depth): standpoint.values(of: reference.symbol, within: depth)
        }
      }
  }

  /// The stops a check reads, through calculates too, in asking order.
  private func questionsRead(by spot: CheckSpot) -> [Spot] {
    questionnaire.dependencies.questions[spot.check]
      .flatMap { item -> [Spot] in
        frames(inside: questionnaire.items[item].repeats, seenFrom: spot.frame)
          .map { Spot(frame: $0, item: item) }
      }
      .filter { tree[$0].isRelevant && tree.item($0).isStop }
  }

  /// How a check's place is written: its name, then the item it is written on.
  package func key(of spot: CheckSpot) -> String {
    let check = questionnaire.checks[spot.check]
    return ownerPath(of: spot).map { "\(check.name) \($0)" } ?? check.name
  }

  /// The path of what a check is written on; nil at top level.
  package func ownerPath(of spot: CheckSpot) -> AnswerPath? {
    guard let owner = questionnaire.checks[spot.check].owner else { return nil }
    if questionnaire.items[owner].roster != nil { return tree.path(ofFrame: spot.frame) }
    return tree.path(of: Spot(frame: spot.frame, item: owner))
  }

  /// The check of that name at that place; nil where there is none.
  func checkSpot(_ name: String, _ path: AnswerPath?) -> CheckSpot? {
    for (place, check) in questionnaire.checks.enumerated() where check.name == name {
      guard let path else {
        if check.owner == nil { return CheckSpot(check: place, frame: 0) }
        continue
      }
      guard let owner = check.owner, questionnaire.items[owner].name == path.name,
        let spot = spot(of: path)
      else { continue }
      guard let instance = path.steps.last?.instance else {
        return CheckSpot(check: place, frame: spot.frame)
      }
      if let frame = tree.frame(of: instance, in: owner, under: spot.frame) {
        return CheckSpot(check: place, frame: frame)
      }
    }
    return nil
  }
}
