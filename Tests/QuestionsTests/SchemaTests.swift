import Formulas
import Foundation
import Questions
import Testing

/// The JSON Schema of questionnaires says exactly what the reader takes.
@Suite struct SchemaTests {
  let schema: JSONValue

  init() throws {
    let file = ShippedQuestionnaireTests.folder.appending(path: "questionnaire.schema.json")
    schema = try JSONText([UInt8](Data(contentsOf: file))).root
  }

  func definition(_ name: String) throws -> JSONValue {
    try #require(schema["$defs"]?[name], "the schema defines \(name)")
  }

  func keys(_ object: JSONValue) throws -> Set<String> {
    Set(try #require(object["properties"]?.members).map(\.name))
  }

  func words(_ object: JSONValue, _ key: String) throws -> Set<String> {
    Set(try #require(object["properties"]?[key]?["enum"]?.elements).compactMap(\.string))
  }

  @Test(arguments: ItemType.allCases)
  func `a type has in the schema the keys it is read from`(type: ItemType) throws {
    let definition = try definition(type.rawValue)
    #expect(try keys(definition) == type.keys)
    let required = definition["required"]?.elements?.compactMap(\.string) ?? []
    #expect(Set(required).isSubset(of: type.keys))
  }

  @Test func `the types are the same`() throws {
    #expect(try words(definition("item"), "type") == Set(ItemType.allCases.map(\.rawValue)))
  }

  @Test func `words to choose among are the same`() throws {
    #expect(
      try words(definition("check"), "severity") == Set(Check.Severity.allCases.map(\.rawValue)))
    #expect(
      try words(definition("special"), "kind") == Set(SpecialAnswer.Kind.allCases.map(\.rawValue)))
    #expect(
      try words(definition("integer"), "personal")
        == Set(Question.Personal.allCases.map(\.rawValue)))
    #expect(
      try words(definition("select_one"), "appearance")
        == Set(ChoiceQuestion.Appearance.allCases.map(\.rawValue)))
    #expect(
      try words(definition("date"), "precision")
        == Set(CalendarDate.Precision.allCases.map(\.name)))
  }

  /// A questionnaire with one object of each kind, a key more in one of them.
  static func file(_ place: String, _ key: String) -> String {
    let more = { (here: String) in here == place ? "\"\(key)\": {}, " : "" }
    return """
      {\(more("top"))"format": 1, "id": "x", "version": "1", "title": "T", "languages": ["fr"],
       "missing": [{\(more("special"))"name": "nsp", "kind": "dont_know", "label": "?"}],
       "items": [{"type": "grid", "name": "g", "label": "?",
         "choices": [{"name": "a", "label": "A"}],
         "rows": [{\(more("row"))"name": "r", "label": "R"}],
         "checks": [{\(more("check"))"name": "c", "severity": "info", "constraint": "1 = 1",
           "message": "!"}]}]}
      """
  }

  static func isKnown(_ key: String, _ place: String) -> Bool {
    FaultTableTests.problems(in: file(place, key)).allSatisfy { problem in
      switch problem.fact {
      case .unknownKey(key, _), .misplacedKey(key, _, _): false
      default: true  // Any other fault comes of the value given, not of the key.
      }
    }
  }

  @Test(arguments: ["top", "special", "row", "check"])
  func `every key of the schema is read, and no other`(place: String) throws {
    let known = try keys(place == "top" ? schema : definition(place))
    for key in known { #expect(Self.isKnown(key, place), "\(key) is read") }
    let others = ItemType.everyKey.union(["name", "kind", "severity", "constraint", "message"])
      .union(try keys(schema))
    for key in others.subtracting(known) {
      #expect(!Self.isKnown(key, place), "\(key) is in the schema")
    }
  }

  @Test func `the shipped questionnaires name their schema`() throws {
    for file in ShippedQuestionnaireTests.files {
      let root = try JSONText([UInt8](Data(contentsOf: file))).root
      #expect(root["$schema"]?.string == "../questionnaire.schema.json")
    }
  }
}
