import Formulas
import Foundation
import Questions
import Scenarios
import Testing

/// The JSON reader: RFC 8259 and nothing beyond it, every fault at its place.
@Suite struct JSONTextTests {
  struct Wrong: CustomTestStringConvertible {
    let text: String
    let fact: JSONFault.Fact
    let line: Int
    let column: Int

    init(_ text: String, _ fact: JSONFault.Fact, _ line: Int = 1, _ column: Int = 1) {
      self.text = text
      self.fact = fact
      self.line = line
      self.column = column
    }

    var testDescription: String { text }
  }

  static let wrong: [Wrong] = [
    Wrong("", .empty), Wrong(" \n\t", .empty), Wrong("\u{FEFF}{}", .byteOrderMark),
    Wrong("{", .unexpectedEnd, 1, 2), Wrong("[1", .unexpectedEnd, 1, 3),
    Wrong("\"ab", .unexpectedEnd, 1, 4), Wrong("{\"a\"", .unexpectedEnd, 1, 5),
    Wrong("{\"a\":", .unexpectedEnd, 1, 6), Wrong("[\"é\", ", .unexpectedEnd, 1, 7),
    Wrong("{} {}", .afterTheEnd("{"), 1, 4), Wrong("1 true", .afterTheEnd("true"), 1, 3),
    Wrong("{\"a\": 1,\n}", .trailingComma, 2, 1), Wrong("[1,]", .trailingComma, 1, 4),
    Wrong("[1 2]", .missingComma, 1, 4), Wrong("{\"a\" 1}", .missingColon, 1, 6),
    Wrong("{a: 1}", .sayInstead("a", "\"a\""), 1, 2),
    Wrong("{'a': 1}", .sayInstead("'", "\""), 1, 2),
    Wrong("{\"a\" = 1}", .sayInstead("=", ":"), 1, 6),
    Wrong("[1; 2]", .sayInstead(";", ","), 1, 3), Wrong("# non\n1", .comment),
    Wrong("{\"a\": 0,5}", .sayInstead("0,5", "0.5"), 1, 7), Wrong("[0x78]", .badNumber("0x"), 1, 2),
    Wrong("[“x”]", .sayInstead("“", "\""), 1, 2),
    Wrong("[None]", .sayInstead("None", "null"), 1, 2),
    Wrong("[,1]", .unexpected(","), 1, 2), Wrong("[é]", .unexpected("é"), 1, 2),
    Wrong("// non\n1", .comment), Wrong("NaN", .unexpected("NaN")),
    Wrong("[True]", .sayInstead("True", "true"), 1, 2), Wrong("[tru]", .unexpected("tru"), 1, 2),
    Wrong("[nul", .unexpected("nul"), 1, 2), Wrong("01", .badNumber("01")),
    Wrong("-", .badNumber("-")), Wrong("1.", .badNumber("1.")), Wrong(".5", .unexpected(".")),
    Wrong("+1", .unexpected("+")), Wrong("1e", .badNumber("1e")), Wrong("-01", .badNumber("-01")),
    Wrong("[1.e3]", .badNumber("1.e3"), 1, 2), Wrong("\"\\x\"", .badEscape("\\x"), 1, 2),
    Wrong("\"\\u12g4\"", .badEscape("\\u"), 1, 2),
    Wrong("\"é\\ud800\"", .badEscape("\\ud800"), 1, 3),
    Wrong("\"\\udc00\"", .badEscape("\\udc00"), 1, 2),
    Wrong("\"\\ud83d\\u0041\"", .badEscape("\\ud83d"), 1, 2),
    Wrong("\"a\nb\"", .controlCharacter(10), 1, 3), Wrong("\"\t\"", .controlCharacter(9), 1, 2),
    Wrong(String(repeating: "[", count: 300), .tooDeep(200), 1, 202),
  ]

  @Test(arguments: wrong)
  func `what is no JSON is told where and why`(row: Wrong) {
    let bytes = Array(row.text.utf8)
    do throws(JSONFault) {
      _ = try JSONText(bytes)
      Issue.record("it was read")
    } catch {
      #expect(error.fact == row.fact)
      #expect(Place(of: error.offset, in: bytes) == Place(line: row.line, column: row.column))
    }
  }

  @Test(arguments: [
    ("null", JSONValue.Kind.null), (" true\n", .boolean(true)), ("false", .boolean(false)),
    ("-0", .number("-0")), ("1e400", .number("1e400")), ("12.50E-3", .number("12.50E-3")),
    ("\"\"", .string("")), ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", .string("\"\\/\u{8}\u{C}\n\r\t")),
    ("\"\\u00e9\\u0000\\uD83D\\uDE00\"", .string("é\0😀")), ("\"é😀\"", .string("é😀")),
    ("{}", .object([])), ("[ ]", .array([])),
  ])
  func `sound JSON reads as what it says`(text: String, kind: JSONValue.Kind) throws {
    #expect(try JSONText(Array(text.utf8)).root.kind == kind)
  }

  @Test func `two hundred levels are read, and every value knows its place`() throws {
    let deep = String(repeating: "[", count: 200) + String(repeating: "]", count: 200)
    #expect(throws: Never.self) { try JSONText(Array(deep.utf8)) }
    let text = try JSONText(Array("{\"é\":\n  [1, {\"b\": \"x\"}]}".utf8))
    let list = try #require(text.root["é"]?.elements)
    #expect(text.place(of: list[0].offset) == Place(line: 2, column: 4))
    #expect(text.place(of: try #require(list[1]["b"]).offset) == Place(line: 2, column: 13))
    #expect(list[1]["c"] == nil && list[0]["b"] == nil && list[0].integer == 1)
  }

  @Test func `a place inside a string allows for its escapes`() throws {
    let text = try JSONText(Array(#"["a\n\u00e9\uD83D\uDE00b"]"#.utf8))
    let string = try #require(text.root.elements?.first)
    let decoded = try #require(string.string)
    let inside = decoded.utf8.count - 1
    let offset = text.offset(of: inside, in: string)
    #expect(text.bytes[offset] == UInt8(ascii: "b"))
    #expect(text.offset(of: 1000, in: string) == text.bytes.count - 2)
  }

  @Test(arguments: [[0x22, 0xFF, 0x22], [0x22, 0xC3, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22]])
  func `bytes that are not UTF-8 are refused`(bytes: [UInt8]) {
    let fault = #expect(throws: JSONFault.self) { try JSONText(bytes) }
    #expect(fault?.fact == .notUTF8 && fault?.offset == 0)
  }

  @Test(arguments: 0..<8)
  func `no change of bytes in a questionnaire makes reading it trap`(seed: Int) throws {
    let original = try [UInt8](Data(contentsOf: ShippedQuestionnaireTests.files[0]))
    var draw = Draw(seed: seed)
    for _ in 0..<40 {
      var bytes = original
      for _ in 0...draw.below(4) { draw.change(&bytes) }
      do throws(Problems) {
        _ = try QuestionnaireFile.read(bytes)
      } catch {
        #expect(!error.all.isEmpty)
        for problem in error.all {
          #expect(problem.offset <= bytes.count)
          #expect(!problem.line(of: "f", in: .french).isEmpty)
          #expect(!problem.line(of: "f", in: .english).isEmpty)
        }
      }
    }
  }
}

extension Draw {
  /// A byte other, gone, or more; a stretch gone or twice.
  mutating func change(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    let place = below(bytes.count)
    let stretch = place..<min(place + below(60) + 1, bytes.count)
    switch below(6) {
    case 0: bytes[place] = UInt8(below(256))
    case 1: bytes.remove(at: place)
    case 2: bytes.insert(one(of: Array("{}[]\",:\\$'0".utf8)), at: place)
    case 3: bytes.removeSubrange(stretch)
    case 4: bytes.insert(contentsOf: bytes[stretch], at: below(bytes.count))
    default: bytes.removeSubrange(place...)
    }
  }
}
