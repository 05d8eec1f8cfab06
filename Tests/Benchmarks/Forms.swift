import Formulas
import Foundation
import Questions

/// Large questionnaires of a known shape.
enum Forms {
  /// Every question is asked where `q0` is yes.
  static func star(_ count: Int) -> [UInt8] { star(count, readers: count) }

  /// The first ones are asked where `q0` is yes, the others always.
  static func star(_ count: Int, readers: Int) -> [UInt8] {
    form(count) { $0 <= readers ? "q0" : nil }
  }

  /// Every question is asked where the one before is yes.
  static func chain(_ count: Int) -> [UInt8] { form(count) { "q\($0 - 1)" } }

  private static func form(_ count: Int, _ reads: (Int) -> String?) -> [UInt8] {
    let items = (0..<count).map { place in
      let source = place == 0 ? nil : reads(place)
      let relevant = source.map { ", \"relevant\": \"${\($0)} = 'oui'\"" } ?? ""
      return
        "{\"type\": \"select_one\", \"name\": \"q\(place)\", \"label\": \"Question \(place) ?\","
        + " \"choices\": \"on\"\(relevant)}"
    }
    return whole(items.joined(separator: ",\n"))
  }

  /// Ten thousand questions in all: two hundred instances of fifty.
  static let rosters: [UInt8] = {
    let fields = (0..<50).map { place in
      let relevant = place == 0 ? "" : ", \"relevant\": \"${f\(place - 1)} > 0\""
      return "{\"type\": \"integer\", \"name\": \"f\(place)\", \"label\": \"?\"\(relevant)}"
    }
    return whole(
      """
      {"type": "repeat", "name": "r", "label": "R", "items": [\(fields.joined(separator: ",\n"))]},
      {"type": "calculate", "name": "total", "calculation": "sum(${f0})"}
      """)
  }()

  static func whole(_ items: String) -> [UInt8] {
    Array(
      """
      {"format": 1, "id": "bench", "version": "1", "title": "B", "languages": ["fr"],
       "choice_lists": {"on": [{"name": "oui", "label": "Oui"}, {"name": "non", "label": "Non"}]},
       "items": [\(items)]}
      """.utf8)
  }

  static func read(_ bytes: [UInt8]) -> Questionnaire {
    do throws(Problems) {
      return try QuestionnaireFile.read(bytes).questionnaire
    } catch {
      preconditionFailure("the form is sound: \(error.all.map { $0.sentence(in: .english) })")
    }
  }

  /// The questionnaire shipped with the program.
  static let barometre: [UInt8] = {
    let file = URL(filePath: "\(root)/Questionnaires/barometre/questionnaire.json")
    guard let data = try? Data(contentsOf: file) else { preconditionFailure("it is shipped") }
    return Array(data)
  }()

  /// The project's folder.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path()

  /// The same form for pyxform: a spreadsheet's rows as CSV.
  static func spreadsheet(_ count: Int, _ reads: (Int) -> String) -> String {
    var text = "survey,,,,\n,type,name,label,relevant\n"
    for place in 0..<count {
      let relevant = place == 0 ? "" : "${\(reads(place))} = 'oui'"
      text += ",select_one on,q\(place),Question \(place) ?,\(relevant)\n"
    }
    return text + "choices,,,,\n,list_name,name,label,\n,on,oui,Oui,\n,on,non,Non,\n"
  }
}
