import Formulas
import Interviews
import Questions
import Testing

/// A dialogue: one interview, told step by step, and every event it was made of.
///
/// Names stand for the nearest question of that name, seen from where the person is: inside the
/// instance they are walking, its own; a path (`dispositif[2].disp_nom`) stands for itself.
package struct Scenario {
  package private(set) var interview: Interview
  package private(set) var events: [Event] = []
  private let start: Start

  /// - Parameters:
  ///   - source: a questionnaire file, as `form` writes one.
  ///   - files: the texts of lists' files, by name; those it names and that are not there are not
  ///     installed.
  package init(
    _ source: String, files: [String: String] = [:],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    self.init(on: try questionnaire(source, files: files, sourceLocation: sourceLocation))
  }

  /// - Parameter started: when, as written in a journal.
  package init(
    on questionnaire: Questionnaire, id: String = "019aa1b2-0000-7000-8000-000000000001",
    started: String = june2018
  ) {
    start = Self.start(id: id, language: questionnaire.languages[0], started: started)
    interview = Interview(start, on: questionnaire)
  }

  /// An interview in French, on a morning in June.
  package static func start(
    id: String = "019aa1b2-0000-7000-8000-000000000001", language: String = "fr",
    started: String = june2018
  ) -> Start {
    guard let moment = DateTime(reading: started) else {
      preconditionFailure("\(started) is a moment")
    }
    return Start(
      id: id, code: "K7QF-2M9P-X4", questionnaireHash: "", interviewer: "PC07", started: moment,
      language: language)
  }

  /// A morning in June.
  package static let june2018 = "2018-06-12T09:03:11+02:00"

  package mutating func tell(_ event: Event) {
    interview.apply(event)
    events.append(event)
  }

  /// A fresh interview to which the same things happened.
  package func replayed() -> Interview {
    var fresh = Interview(start, on: interview.questionnaire)
    for event in events { fresh.apply(event) }
    return fresh
  }
}

// What the person does.
extension Scenario {
  /// Stands there, then answers as if typed.
  package mutating func answer(
    _ name: String, _ input: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let spot = try stand(at: name, sourceLocation)
    tell(try interview.accept(input, at: spot))
  }

  package mutating func special(
    _ name: String, _ special: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let spot = try stand(at: name, sourceLocation)
    tell(try interview.accept(special: special, at: spot))
  }

  /// Passes over a question: Enter on an empty field.
  package mutating func leave(
    _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try answer(name, "", sourceLocation: sourceLocation)
  }

  /// Takes an answer away.
  package mutating func clear(
    _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    tell(.clear(interview.path(of: try spot(name, sourceLocation))))
  }

  /// Takes what is proposed.
  package mutating func takeProposal(
    _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let spot = try stand(at: name, sourceLocation)
    tell(.answer(interview.path(of: spot), interview.proposal(at: spot), isProposal: true))
  }

  /// Goes to the stop after this one; to the summary after the last.
  package mutating func next() {
    guard let position = interview.position else { return }
    tell(.go(interview.stop(after: position).map(interview.path), isBack: false))
  }

  /// Goes back the way the person came.
  package mutating func back() {
    switch interview.previous {
    case nil: return
    case .summary: tell(.go(nil, isBack: true))
    case .stop(let spot): tell(.go(interview.path(of: spot), isBack: true))
    }
  }

  package mutating func go(
    to name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    tell(.go(interview.path(of: try spot(name, sourceLocation)), isBack: false))
  }

  package mutating func goToSummary() { tell(.go(nil, isBack: false)) }

  package mutating func undo() { tell(.undo) }

  package mutating func redo() { tell(.redo) }

  /// Adds an instance, at the end or before one.
  package mutating func add(
    _ name: String, before position: Int? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let spot = try stand(at: name, sourceLocation)
    tell(try interview.acceptInstance(of: spot, before: position))
  }

  package mutating func remove(
    _ name: String, _ position: Int, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let spot = try stand(at: name, sourceLocation)
    tell(try interview.acceptRemoval(of: position, from: spot))
  }

  package mutating func move(
    _ name: String, _ position: Int, to target: Int,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let spot = try stand(at: name, sourceLocation)
    let roster = interview.path(of: spot)
    let step = AnswerPath.Step(roster.name, instance: position)
    tell(.move(AnswerPath(steps: roster.steps.dropLast() + [step]), to: target))
  }

  /// Opens an instance from its repeat's list: stands at its first stop.
  package mutating func open(
    _ name: String, _ position: Int, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let spot = try stand(at: name, sourceLocation)
    let instances = interview.instances(of: spot)
    try #require(instances.indices.contains(position - 1), sourceLocation: sourceLocation)
    let first = try #require(
      interview.firstStop(inInstance: instances[position - 1]), sourceLocation: sourceLocation)
    tell(.go(interview.path(of: first), isBack: false))
  }

  /// Confirms the warnings shown at a question.
  package mutating func confirm(
    _ name: String, because explanation: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for finding in interview.findings(at: try spot(name, sourceLocation)) where finding.asks {
      guard case .check(let check, _, _) = finding.matter else { continue }
      let written = interview.questionnaire.checks[check.check].name
      tell(.confirm(check: written, interview.ownerPath(of: check), explanation: explanation))
    }
  }

  private mutating func stand(at name: String, _ location: SourceLocation) throws -> Spot {
    let spot = try spot(name, location)
    if interview.position != spot, interview.isAsked(spot), interview.item(at: spot).isStop {
      tell(.go(interview.path(of: spot), isBack: false))
    }
    return spot
  }
}
