import Foundation
import Testing

/// The screens the README shows are pictures kept here: they cannot go stale.
@Suite struct ReadmeTests {
  /// What announces a screen, before the name of its picture.
  private static let mark = "<!-- screen: "

  @Test func `every screen of the README is a picture kept`() throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent()
    let file = tests.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "README.md")
    let text = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    var parts = text.components(separatedBy: Self.mark)
    try #require(parts.count > 3, "the README shows screens")
    for place in parts.indices.dropFirst() {
      let part = parts[place]
      let name = try #require(part.components(separatedBy: " -->").first)
      let fences = part.components(separatedBy: "```\n")
      try #require(fences.count >= 3, "\(name) stands between fences")
      let golden = tests.appending(path: "Goldens/\(name).txt")
      let picture = try String(decoding: Data(contentsOf: golden), as: UTF8.self)
        .components(separatedBy: "=== styles")[0]
      if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
        parts[place] = ([fences[0], picture] + fences.dropFirst(2)).joined(separator: "```\n")
      } else {
        #expect(fences[1] == picture, "\(name) is not what the program shows")
      }
    }
    let updated = parts.joined(separator: Self.mark)
    if updated != text { try Data(updated.utf8).write(to: file) }
  }
}
