import Formulas
import Questions

/// Questionnaires drawn at random: relevance, calculations, filters and repeats over one another.
package struct RandomForm {
  private var draw: Draw
  private var count = 0
  /// What may be read: written earlier, or holding no formula.
  private var readable: [Readable] = []

  private struct Readable {
    let name: String
    let kind: Kind
    let repeats: [String]
  }

  private enum Kind {
    case number, one, several, roster
  }

  private init(seed: Int) { draw = Draw(seed: seed) }

  /// A sound questionnaire; one whose formulas go in a circle is drawn again.
  package static func questionnaire(seed: Int) -> Questionnaire {
    var attempt = 0
    while true {
      var random = RandomForm(seed: seed &+ attempt &* 1_000_003)
      let source = form(
        random.children(in: [], count: 8).joined(separator: ",\n"),
        checks: random.topChecks(), languages: "fr en")
      do throws(Problems) {
        return try QuestionnaireFile.read(Array(source.utf8)).questionnaire
      } catch {
        let unsound = error.all.filter { problem in
          if case .cycle = problem.fact { return false }
          return problem.severity == .error
        }
        precondition(unsound.isEmpty, "\(unsound.map { $0.sentence(in: .english) })")
      }
      attempt += 1
    }
  }

  private mutating func children(in repeats: [String], count: Int) -> [String] {
    (0..<count).map { _ in item(in: repeats) }
  }

  private mutating func item(in repeats: [String]) -> String {
    count += 1
    let name = "q\(count)"
    let relevant = draw.once(in: 3) ? condition(in: repeats) : nil
    var more = relevant.map { ["\"relevant\": \"\($0)\""] } ?? []
    switch draw.below(10) {
    case 0 where repeats.count < 2:
      let (text, own) = (children(in: repeats, count: 2), more.joined(separator: ", "))
      return within("group", name, text, own)
    case 1 where repeats.count < 2, 2 where repeats.count < 2:
      return roster(name, in: repeats, &more)
    case 3, 4:
      let number = number(in: repeats)
      let kept = draw.once(in: 4) ? "once(\(number))" : number
      let calculation = "\"calculation\": \"\(kept)\""
      readable.append(Readable(name: name, kind: .number, repeats: repeats))
      return Scenarios.item("calculate", name, (more + [calculation]).joined(separator: ", "))
    case 5, 6: return choices(name, in: repeats, &more)
    case 7: return grid(name, in: repeats, &more)
    default:
      if draw.once(in: 4) { more.append("\"default\": \"\(number(in: repeats))\"") }
      if draw.once(in: 4) {
        more.append("\"checks\": [\(check("S\(count)", ". < 3"))]")
      }
      more.append(#""missing": ["nsp"]"#)
      readable.append(Readable(name: name, kind: .number, repeats: repeats))
      return Scenarios.item("integer", name, more.joined(separator: ", "))
    }
  }

  private mutating func roster(
    _ name: String, in repeats: [String], _ more: inout [String]
  ) -> String {
    more.append("\"max\": 3")
    switch draw.below(3) {
    case 0: more.append("\"repeat_count\": \"\(number(in: repeats))\"")
    case 1: more.append("\"open\": \"\(number(in: repeats))\"")
    default: break
    }
    readable.append(Readable(name: name, kind: .roster, repeats: repeats))
    let text = children(in: repeats + [name], count: 3)
    return within("repeat", name, text, more.joined(separator: ", "))
  }

  private mutating func choices(
    _ name: String, in repeats: [String], _ more: inout [String]
  ) -> String {
    let isMultiple = draw.once(in: 2)
    let letters = ["a", "b", "c"].map { letter in
      let relevant = draw.once(in: 4) ? ", \"relevant\": \"\(condition(in: repeats))\"" : ""
      let other = letter == "c" && draw.once(in: 2) ? ", \"other\": true" : ""
      return "{\"name\": \"\(letter)\", \"label\": \"\(letter)\"\(relevant)\(other)}"
    }
    more.append("\"choices\": [\(letters.joined(separator: ", "))], \"missing\": [\"refus\"]")
    if draw.once(in: 4) {
      more.append("\"choice_filter\": \"name != 'b' or \(condition(in: repeats))\"")
    }
    readable.append(Readable(name: name, kind: isMultiple ? .several : .one, repeats: repeats))
    let type = isMultiple ? "select_multiple" : "select_one"
    return Scenarios.item(type, name, more.joined(separator: ", "))
  }

  private mutating func grid(
    _ name: String, in repeats: [String], _ more: inout [String]
  ) -> String {
    let rows = ["r", "s"].map { letter in
      let relevant = draw.once(in: 3) ? ", \"relevant\": \"\(condition(in: repeats))\"" : ""
      return "{\"name\": \"\(name)\(letter)\", \"label\": \"\(letter)\"\(relevant)}"
    }
    more.append(
      #""missing": ["nsp"], "randomize": true, "rows": [\#(rows.joined(separator: ", "))]"#)
    let choices = ["a", "b", "c"].map { "{\"name\": \"\($0)\", \"label\": \"\($0)\"}" }
    more.append("\"choices\": [\(choices.joined(separator: ", "))]")
    for letter in ["r", "s"] {
      readable.append(Readable(name: name + letter, kind: .one, repeats: repeats))
    }
    return Scenarios.item("grid", name, more.joined(separator: ", "))
  }

  private mutating func topChecks() -> String {
    check("S0", "\(number(in: [])) < 4", "warning", #""relevant": "true()""#)
  }

  /// A condition over something readable from inside `repeats`.
  private mutating func condition(in repeats: [String]) -> String {
    guard !readable.isEmpty else { return "true()" }
    let read = draw.one(of: readable)
    guard repeats.starts(with: read.repeats), read.kind != .roster else {
      return "\(gathered(read)) > \(draw.below(3))"
    }
    let name = "${\(read.name)}"
    switch read.kind {
    case .number: return draw.one(of: ["\(name) > 2", "\(name) = 1", "\(name) != ''"])
    case .one: return draw.one(of: ["\(name) = 'a'", "\(name) != 'b'", "\(name) = ''"])
    case .several: return "selected(\(name), 'b')"
    case .roster: return "true()"
    }
  }

  /// A number read from inside `repeats`.
  private mutating func number(in repeats: [String]) -> String {
    if !repeats.isEmpty, draw.once(in: 6) { return "position(..)" }
    if draw.once(in: 10) { return "round(random() * 5)" }
    guard !readable.isEmpty else { return "2" }
    let read = draw.one(of: readable)
    guard repeats.starts(with: read.repeats), read.kind != .roster else { return gathered(read) }
    let name = "${\(read.name)}"
    switch read.kind {
    case .number:
      return draw.one(of: [name, "coalesce(\(name), 1)", "\(name) + 1", gathered(read)])
    case .one:
      return draw.one(of: ["if(\(name) = 'a', 1, 3)", "string-length(choice-name(\(name)))"])
    case .several: return "count-selected(\(name))"
    case .roster: return "1"
    }
  }

  private mutating func gathered(_ read: Readable) -> String {
    let name = "${\(read.name)}"
    switch read.kind {
    case .number:
      let text = "string-length(join('/', \(name)))"
      return draw.one(of: ["sum(\(name))", "max(\(name))", "count(\(name))", text])
    case .one, .several: return draw.one(of: ["count-non-empty(\(name))", "duplicates(\(name))"])
    case .roster: return "count(\(name))"
    }
  }
}
