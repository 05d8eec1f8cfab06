import Formulas
import Questions
import Testing

/// The text of a questionnaire, with two special answers and a list of yes and no.
///
/// - Parameters:
///   - items: as in a file, without the outer brackets.
///   - lists: further choice lists, as members of an object.
///   - checks: cross-question checks, without the outer brackets.
///   - languages: codes apart by spaces.
///   - top: further top-level members.
package func form(
  _ items: String, lists: String = "", checks: String = "", languages: String = "fr",
  top: String = ""
) -> String {
  let codes = languages.split(separator: " ").map { "\"\($0)\"" }.joined(separator: ", ")
  let lists = lists.isEmpty ? "" : ", \(lists)"
  let top = top.isEmpty ? "" : ", \(top)"
  return """
    {"format": 1, "id": "essai", "version": "1", "title": "Essai", "languages": [\(codes)],
     "missing": [{"name": "nsp", "kind": "dont_know", "label": "Ne sait pas"},
                 {"name": "refus", "kind": "refused", "label": "Refuse"}],
     "choice_lists": {"ouinon": [{"name": "oui", "label": "Oui"}, {"name": "non", "label": "Non"}]\
    \(lists)},
     "items": [\(items)], "checks": [\(checks)]\(top)}
    """
}

/// One item; `more` are further members, after a label that is its name unless they
/// begin with one.
package func item(_ type: String, _ name: String, _ more: String = "") -> String {
  let label = more.hasPrefix(#""label""#) ? "" : #", "label": "\#(name)""#
  let more = more.isEmpty ? "" : ", \(more)"
  return #"{"type": "\#(type)", "name": "\#(name)"\#(label)\#(more)}"#
}

/// Items one after another.
package func items(_ items: String...) -> String { items.joined(separator: ",\n") }

/// A question of yes and no.
package func yesOrNo(_ name: String, _ more: String = "") -> String {
  item("select_one", name, #""choices": "ouinon""# + (more.isEmpty ? "" : ", \(more)"))
}

/// A group or a repeat, and what it holds.
package func within(
  _ type: String, _ name: String, _ children: [String], _ more: String = ""
) -> String {
  let own = more.isEmpty ? "" : "\(more), "
  return item(type, name, "\(own)\"items\": [\(children.joined(separator: ", "))]")
}

/// A question's check.
package func check(
  _ name: String, _ constraint: String, _ severity: String = "warning", _ more: String = ""
) -> String {
  let more = more.isEmpty ? "" : ", \(more)"
  return #"""
    {"name": "\#(name)", "severity": "\#(severity)", "constraint": "\#(constraint)", \#
    "message": "\#(name) ?"\#(more)}
    """#
}

/// Reads a questionnaire that should be sound; its problems, where it is not, are the failure.
package func questionnaire(
  _ source: String, files: [String: String] = [:],
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> Questionnaire {
  do throws(Problems) {
    return try QuestionnaireFile.read(Array(source.utf8)) { name in
      files[name].map { Array($0.utf8) }
    }.questionnaire
  } catch {
    for problem in error.all {
      Issue.record(
        "\(problem.line(of: "form", in: .english))", sourceLocation: sourceLocation)
    }
    throw error
  }
}
