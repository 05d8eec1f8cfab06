import Foundation
import Questions

/// A whole interview with the barometer, and exactly what it must be asked.
///
/// `InterviewsTests/Tables/personas.json`: answers by path (`!nsp` is a special answer, an empty
/// text passes), then the screens in order, a grid being one.
package struct Persona: Sendable, CustomStringConvertible {
  package let name: String
  package let answers: [String: String]
  package let asked: [String]
  package let hasList: Bool
  /// Calculated values to come to, by name.
  package let values: [String: String]

  package var description: String { name }

  package static let all: [Persona] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "InterviewsTests/Tables/personas.json")
    guard let data = try? Data(contentsOf: file), let json = try? JSONText([UInt8](data)).root
    else { return [] }
    let texts = { (value: JSONValue?) in
      Dictionary(
        (value?.members ?? []).map { ($0.name, $0.value.string ?? "") },
        uniquingKeysWith: { first, _ in first })
    }
    return (json.elements ?? []).map { persona in
      Persona(
        name: persona["persona"]?.string ?? "", answers: texts(persona["answers"]),
        asked: (persona["asked"]?.elements ?? []).compactMap(\.string),
        hasList: persona["list"]?.kind == .boolean(true), values: texts(persona["values"]))
    }
  }()
}
