import Formulas
import Questions

/// An export that was made: one line of `DATA/exports.jsonl`.
package struct PastExport: Hashable, Sendable {
  package let at: DateTime
  /// The folder written.
  package let place: String
  /// Of the interviews in it.
  package let ids: Set<String>

  package init(at: DateTime, place: String, ids: Set<String>) {
    self.at = at
    self.place = place
    self.ids = ids
  }

  /// The exports a file tells of, a line each; a line that cannot be read tells of none.
  package static func all(in file: [UInt8]) -> [PastExport] {
    file.split(separator: UInt8(ascii: "\n")).compactMap { line in
      guard let json = try? JSONText(Array(line)).root,
        let at = json["at"]?.string.flatMap({ DateTime(reading: $0) }),
        let place = json["place"]?.string, let ids = json["ids"]?.elements
      else { return nil }
      return PastExport(at: at, place: place, ids: Set(ids.compactMap(\.string)))
    }
  }
}
