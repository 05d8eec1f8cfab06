import FoundationEssentials
import Glibc
import Testing

/// A text as it must be, kept in `Goldens`; `UPDATE_GOLDEN=1` writes what there is instead.
enum Golden {
  static func expect(
    _ text: String, is name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = URL(filePath: "\(folder)/\(name)")
    if getenv("UPDATE_GOLDEN") != nil { try Data(text.utf8).write(to: file) }
    let golden = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    if text == golden { return }
    let lines = (text.split(separator: "\n"), golden.split(separator: "\n"))
    let first = zip(lines.0, lines.1).first { $0 != $1 }
    Issue.record(
      """
      \(name), \(lines.0.count) lines, is not the golden, \(lines.1.count) lines. First difference:
      is:     \(first?.0 ?? "")
      golden: \(first?.1 ?? "")
      """, sourceLocation: sourceLocation)
  }

  private static let folder =
    #filePath.split(separator: "/").dropLast().map { "/\($0)" }.joined() + "/Goldens"
}

extension String {
  /// Without what differs from one run to the next: ids, codes, moments, hashes, sizes.
  var normalised: String {
    replacing(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, with: "ID")
      .replacing(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}/, with: "CODE")
      .replacing(/[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}[+-][0-9]{2}:[0-9]{2}/, with: "MOMENT")
      .replacing(/[0-9a-f]{64}/, with: "SHA256")
      .replacing(/"journal_bytes": ?[0-9]+/, with: "\"journal_bytes\": BYTES")
  }
}
