import FoundationEssentials
import PseudoTerminals
import Testing

/// What the README says a coordinator will see.
@Suite struct ReadmeTests {
  let laptop: Laptop

  init() throws { laptop = try Laptop() }

  static let readme: String = {
    let root = #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined()
    let bytes = (try? Data(contentsOf: URL(filePath: "\(root)/README.md"))) ?? Data()
    return String(decoding: bytes, as: UTF8.self)
  }()

  /// The fenced block that starts so.
  static func block(_ start: String, in language: String = "") throws -> String {
    let opening = try #require(readme.firstRange(of: "\n```\(language)\n\(start)"))
    let rest = readme[opening.upperBound...]
    let end = try #require(rest.firstRange(of: "\n```"))
    return start + rest[..<end.lowerBound]
  }

  @Test func `its small questionnaire is sound, and its mistakes get these very words`() throws {
    let file = try Self.block("{\n  \"format\": 1, \"id\": \"satisfaction\"", in: "json")
    let folder = "\(laptop.folder)/Questionnaires/satisfaction"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    #expect(try said(of: file) == "")
    let misspelt = file.replacing("${useful} = 'no'", with: "${usefull} = 'no'")
      .replacing("\"maximum\"", with: "\"maximun\"")
    let path = "Questionnaires/satisfaction/questionnaire.json"
    #expect(try said(of: misspelt) == Self.block("\(path):8:71") + "\n")
    let wrong = file.replacing("${useful} = 'no'", with: "${useful} = 'nope'")
    #expect(try said(of: wrong) == Self.block("\(path):8:83") + "\n")
  }

  /// What `check` says of a questionnaire, its path from the folder it is run in.
  private func said(of questionnaire: String) throws -> String {
    try laptop.write(questionnaire, to: "Questionnaires/satisfaction/questionnaire.json")
    let run = try laptop.run([
      "check", "--lang", "en", "\(laptop.folder)/Questionnaires/satisfaction/questionnaire.json",
    ])
    return run.complaints.replacing("\(laptop.folder)/", with: "")
  }
}
