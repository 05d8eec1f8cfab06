import Formulas
import Interviews
import Questions
import Testing

// What a test asks of a dialogue.
extension Scenario {
  /// The spot of a name or a path.
  package func spot(
    _ name: String, _ location: SourceLocation = #_sourceLocation
  ) throws -> Spot {
    let path = try #require(AnswerPath(reading: name), sourceLocation: location)
    if path.steps.count == 1, let position = interview.position {
      let around = interview.path(of: position).steps.dropLast()
      for count in (0...around.count).reversed() {
        let near = AnswerPath(steps: around.prefix(count) + path.steps)
        if let spot = interview.spot(of: near) { return spot }
      }
    }
    return try #require(
      interview.spot(of: path), "nothing is called \(name) here", sourceLocation: location)
  }

  /// Whether it is asked now; something that is nowhere is not.
  package func asks(_ name: String) -> Bool {
    (try? spot(name)).map { interview.isAsked($0) } ?? false
  }

  /// The value that counts, in plain form; blank is empty.
  package func value(
    _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    interview.value(at: try spot(name, sourceLocation)).plain
  }

  package func presence(
    _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Presence {
    interview.presence(at: try spot(name, sourceLocation))
  }

  /// Every stop asked now, in order, by path.
  package var route: [String] { interview.route.map { interview.path(of: $0).description } }

  /// Where the person stands, by path; `summary` on the summary.
  package var position: String {
    interview.position.map { interview.path(of: $0).description } ?? "summary"
  }

  /// How many instances a repeat has now.
  package func count(
    _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Int {
    interview.instances(of: try spot(name, sourceLocation)).count
  }

  /// The names of the choices offered.
  package func offered(
    _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [String] {
    interview.offered(at: try spot(name, sourceLocation)).map(\.name)
  }

  /// What is said at a question, each by its check's key, `required` for a missing answer; a
  /// confirmed warning has `, confirmed` after it.
  package func said(
    at name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [String] {
    interview.findings(at: try spot(name, sourceLocation)).map(written)
  }

  /// What is said of the whole interview.
  package var said: [String] { interview.findings.map(written) }

  private func written(_ finding: Finding) -> String {
    switch finding.matter {
    case .required: "required \(interview.path(of: finding.spot))"
    case .check(let check, _, let confirmed):
      interview.key(of: check) + (confirmed == nil ? "" : ", confirmed")
    }
  }

  /// A text as it is read at a question.
  package func label(
    of name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let spot = try spot(name, sourceLocation)
    return interview.item(at: spot).label.map { interview.text($0, at: spot) } ?? ""
  }
}
