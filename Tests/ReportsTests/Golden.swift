import FoundationEssentials
import Glibc
import Testing

/// A report as it must be, kept in `Goldens`; `UPDATE_GOLDEN=1` writes what there is instead.
enum Golden {
  static func expect(
    _ text: String, is name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")
    let file = folder.appending(path: name)
    if getenv("UPDATE_GOLDEN") != nil { try Data(text.utf8).write(to: file) }
    let golden = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    if text == golden { return }
    let lines = (text.split(separator: "\n"), golden.split(separator: "\n"))
    let first = zip(lines.0, lines.1).first { $0 != $1 }
    Issue.record(
      "\(name) is not the golden. First difference:\n\(first?.0 ?? "")\n\(first?.1 ?? "")",
      sourceLocation: sourceLocation)
  }
}
