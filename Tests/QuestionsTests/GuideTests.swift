import Formulas
import Foundation
import Questions
import Testing

/// The guide that builds a first questionnaire step by step: each step is sound, each mistake gets
/// the message it says, and what comes out is the questionnaire that ships.
@Suite(.serialized) struct GuideTests {
  /// What the guide shows, in order.
  enum Part {
    /// JSON to save, or to add to what was saved.
    case block(String)
    /// A row of a table of mistakes: what one writes, what it should be, what `check` says.
    case mistake(wrong: String, right: String, says: String)
    /// From here on, the file is the one that ships.
    case shipped
  }

  static func parts(_ language: Language) throws -> [Part] {
    let guide = try ManualTests.section("guide", of: ManualTests.manual(language))
    var parts: [Part] = []
    var block: [Substring]?
    for line in guide.split(separator: "\n", omittingEmptySubsequences: false) {
      if let lines = block {
        block = line == "```" ? nil : lines + [line]
        if line == "```" { parts.append(.block(lines.joined(separator: "\n"))) }
      } else if line == "```json" {
        block = []
      } else if line.hasPrefix("### 7") {
        parts.append(.shipped)
      } else if let row = line.wholeMatch(of: /\| `(.*)` \| `(.*)` \| (.*) \|/) {
        parts.append(
          .mistake(wrong: String(row.1), right: String(row.2), says: String(row.3)))
      }
    }
    return parts
  }

  /// A file with one more part: questions at the end of `items`, or a key at the top level.
  static func adding(_ block: String, to file: String) throws -> String {
    if file.isEmpty { return block }
    let isItem = block.hasPrefix("{")
    let (before, after) = isItem ? ("\n    }", "\n  ]") : ("", "\n}")
    let place = try #require(file.ranges(of: before + after).last)
    let indented = block.replacing("\n", with: isItem ? "\n    " : "\n  ")
    return file[..<place.lowerBound] + "\(before),\n\(isItem ? "    " : "  ")\(indented)\(after)"
      + file[place.upperBound...]
  }

  static func shipped() throws -> String {
    let file = ShippedQuestionnaireTests.folder.appending(path: "reunion/questionnaire.json")
    return try String(contentsOf: file, encoding: .utf8)
  }

  @Test(arguments: Language.allCases)
  func `each step is sound, each mistake gets its message`(language: Language) throws {
    var file = ""
    var mistakes = 0
    for part in try Self.parts(language) {
      switch part {
      case .block(let block):
        file = try Self.adding(block, to: file)
        if block.hasPrefix("\"choice_lists\"") { continue }  // Nothing uses it yet.
        #expect(FaultTableTests.problems(in: file) == [], "\(block)")
      case .mistake(let wrong, let right, let says):
        mistakes += 1
        let place = try #require(file.firstRange(of: right), "\(right)")
        let broken = file.replacingCharacters(in: place, with: wrong)
        let lines = FaultTableTests.problems(in: broken).map { $0.line(of: "", in: language) }
        #expect(lines.count == 1 && lines[0].hasSuffix(": \(says)"), "\(wrong): \(lines)")
      case .shipped: file = try Self.shipped()
      }
    }
    #expect(mistakes == 20)
  }

  @Test(arguments: Language.allCases)
  func `the guide builds the questionnaire that ships`(language: Language) throws {
    var file = ""
    for case .block(let block) in try Self.parts(language) {
      file = try Self.adding(block, to: file)
    }
    let built = try QuestionnaireFile.read(Array(file.utf8)).questionnaire
    let shipped = try QuestionnaireFile.read(Array(Self.shipped().utf8)).questionnaire
    let place = shipped.place(of: language.rawValue)
    let questions = shipped.items.filter { $0.question != nil }
    #expect(built.items.map(\.name) == questions.map(\.name))
    #expect(questions.count { $0.question?.isAsked == true } == 12)
    for (one, other) in zip(built.items, questions) {
      #expect(one.label?[0] == other.label?[place])
      #expect(one.hint?[0] == other.hint?[place])
      #expect(one.number == other.number && one.relevant?.text == other.relevant?.text)
      #expect(one.question?.missing == other.question?.missing)
      #expect(one.question?.personal == other.question?.personal)
      let choices = [one, other].map { $0.question?.kind.choices?.list.choices.map(\.name) }
      #expect(choices[0] == choices[1])
    }
    #expect(built.checks.map(\.constraint.text) == shipped.checks.map(\.constraint.text))
  }
}
