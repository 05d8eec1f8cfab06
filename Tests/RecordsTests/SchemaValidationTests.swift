import Foundation
import Questions
import Records
import SampleInterviews
import Testing

/// What is shipped and what is written, before an independent reader of the schemas: Python's
/// `jsonschema`, where it is installed.
@Suite(.enabled(if: SchemaValidator.isInstalled, "python3 has no jsonschema here"))
struct SchemaValidationTests {
  @Test func `every shipped questionnaire is as the schema says`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: SchemaValidator.folder.path)
    let files = names.map { SchemaValidator.folder.appending(path: "\($0)/questionnaire.json") }
      .filter { FileManager.default.fileExists(atPath: $0.path) }
    #expect(!files.isEmpty)
    for file in files {
      #expect(SchemaValidator.faults("questionnaire", try Data(contentsOf: file)) == "")
    }
  }

  @Test func `the sample questionnaire is as the schema says`() {
    #expect(SchemaValidator.faults("questionnaire", Data(Sample.bytes)) == "")
  }

  @Test func `an interview's picture is as the schema says, at every step`() {
    var story = Story()
    for (step, event) in Sample.walk.enumerated() {
      story.tell(event)
      guard step.isMultiple(of: 6) || event == Sample.walk.last else { continue }
      #expect(SchemaValidator.faults("interview", Data(story.picture.utf8)) == "")
    }
    #expect(SchemaValidator.faults("interview", Data(Picture(of: story.record).exported)) == "")
  }

  @Test func `a wrong questionnaire is not`() {
    let wrong = Data(Sample.source.replacing("\"integer\"", with: "\"interger\"").utf8)
    #expect(SchemaValidator.faults("questionnaire", wrong).contains("interger"))
  }
}

/// Python's `jsonschema`, told a schema of ours and a text.
enum SchemaValidator {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Questionnaires")

  static let isInstalled = run(["-c", "import jsonschema"], input: Data()).status == 0

  /// Reads a JSON text on standard input; prints each place where it is not as the schema says.
  static let script = """
    import json, sys
    from jsonschema import Draft202012Validator as Validator
    schema = json.load(open(sys.argv[1], encoding="utf-8"))
    Validator.check_schema(schema)
    for error in Validator(schema).iter_errors(json.load(sys.stdin)):
        print(error.json_path, error.message[:200])
    """

  static func run(_ arguments: [String], input: Data) -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let (into, out) = (Pipe(), Pipe())
    process.standardInput = into
    process.standardOutput = out
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return (127, "") }
    into.fileHandleForWriting.write(input)
    try? into.fileHandleForWriting.close()
    let output = out.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  static func faults(_ schema: String, _ json: Data) -> String {
    let path = folder.appending(path: "\(schema).schema.json").path
    let (status, output) = run(["-c", script, path], input: json)
    return status == 0 ? output : "the validator left with \(status)"
  }
}
