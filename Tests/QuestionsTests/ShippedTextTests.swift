import Foundation
import Questions
import Testing

/// Every text of the questionnaires that ship, as their authors would sign it.
@Suite struct ShippedTextTests {
  /// A text in one language, and where it is said.
  struct Said: CustomTestStringConvertible {
    let file: String
    let language: String
    let text: String

    var testDescription: String { text }
  }

  static let languages = ["fr", "en"]

  static let texts: [Said] = ShippedQuestionnaireTests.files.flatMap { file -> [Said] in
    guard let data = try? Data(contentsOf: file), let json = try? JSONText([UInt8](data)).root
    else { return [] }
    return said(json).map { Said(file: file.path, language: $0, text: $1) }
  }

  private static func said(_ value: JSONValue) -> [(String, String)] {
    if let elements = value.elements { return elements.flatMap(said) }
    return (value.members ?? []).flatMap { member -> [(String, String)] in
      if let text = member.value.string {
        return languages.contains(member.name) ? [(member.name, text)] : []
      }
      return said(member.value)
    }
  }

  /// Texts that stand for every language: names and units that are the same in all.
  static let sharedTexts: [String: Set<String>] = [
    "barometre": ["€", "INSEE"], "reunion": [],
  ]

  @Test func `R21: there are texts in both languages, as many`() {
    let (french, english) = (
      Self.texts.filter { $0.language == "fr" }, Self.texts.filter { $0.language == "en" }
    )
    #expect(french.count > 700 && french.count == english.count)
    #expect(Self.texts.allSatisfy { !$0.text.isEmpty && $0.text == trimmed($0.text) })
  }

  @Test(
    arguments: [
      "notice_rgpd", "consent_participation", "consent_mention_collectivite", "consent_recontact",
    ], languages)
  func `R21: without the notice or a consent in a language, the questionnaire is refused`(
    name: String, language: String
  ) throws {
    let file = ShippedQuestionnaireTests.folder.appending(path: "barometre/questionnaire.json")
    let source = try String(contentsOf: file, encoding: .utf8)
    for key in [#""label": "#, #""hint": "#] + (name == "notice_rgpd" ? [#""text": "#] : []) {
      let parts = source.components(separatedBy: #""name": "\#(name)""#)
      let place = try #require(parts[1].range(of: key))
      let (before, after) = (parts[1][..<place.upperBound], parts[1][place.upperBound...])
      let text = try #require(after.range(of: #""\#(language)": ""#))
      let end = try #require(after[text.upperBound...].firstIndex(of: "\""))
      let without = after.replacingCharacters(in: text.upperBound..<end, with: "")
      let changed = parts[0] + #""name": "\#(name)""# + before + without
      do {
        _ = try QuestionnaireFile.read(Array(changed.utf8))
        Issue.record("\(name) is read without its \(key) in \(language)")
      } catch {
        #expect(error.all.contains { $0.fact == .missingTranslation(language) })
      }
    }
  }

  private func trimmed(_ text: String) -> String { text.trimmingCharacters(in: .whitespaces) }

  @Test(arguments: ShippedQuestionnaireTests.files)
  func `a text for every language says nothing a language would`(file: URL) throws {
    let root = try JSONText([UInt8](Data(contentsOf: file))).root
    let folder = file.deletingLastPathComponent().lastPathComponent
    let shared = Self.plainTexts(root)
    #expect(shared.subtracting(Self.sharedTexts[folder] ?? []) == [])
  }

  private static func plainTexts(_ value: JSONValue) -> Set<String> {
    if let elements = value.elements {
      return elements.reduce(into: []) { $0.formUnion(plainTexts($1)) }
    }
    let keys: Set = [
      "label", "hint", "text", "short_label", "item_label", "message", "when_blank",
      "required_message", "pattern_message", "title", "description", "unit",
    ]
    return (value.members ?? []).reduce(into: []) { texts, member in
      if let text = member.value.string {
        if keys.contains(member.name), value["file"] == nil, value["each"] == nil {
          texts.insert(text)
        }
      } else {
        texts.formUnion(plainTexts(member.value))
      }
    }
  }

  @Test func `no text has straight quotes, double spaces or three full stops`() {
    for said in Self.texts {
      let bare = said.text.replacing(/\$\{[^}]*\}/, with: "")
      #expect(!bare.contains(/["']|  |\.\.\./), "\(said.text)")
    }
  }

  /// Where a French text breaks a rule of its typography; blank where it does not.
  static func french(_ text: String) -> String {
    let bare = text.replacing(/\$\{[^}]*\}/, with: "x").replacing(/https?:\S+/, with: "")
    let faults: [(Regex<Substring>, String)] = [
      (/[^\u{A0}?!…][;:?!»%€]/, "no-break space before ; : ? ! » % €"),
      (/«[^\u{A0}]/, "no-break space after «"), (/[“”‘]/, "guillemets, not English quotes"),
      (/\u{202F}/, "no narrow no-break space: terminal fonts lack it"),
      (/\d \d/, "no-break space inside numbers"),
      (/\x20[;:?!»%€]/, "a plain space before ; : ? ! » % €"),
    ]
    return faults.filter { bare.contains($0.0) }.map(\.1).joined(separator: "; ")
  }

  @Test func `French texts have their no-break spaces`() {
    for said in Self.texts where said.language == "fr" {
      #expect(Self.french(said.text) == "", "\(said.text)")
    }
  }

  @Test func `English texts have none before their punctuation, and no guillemets`() {
    for said in Self.texts where said.language == "en" {
      #expect(!said.text.contains(/[\u{A0} ][;:?!%]|[«»]/), "\(said.text)")
    }
  }

  @Test(arguments: [
    ("Quel âge ?", false), ("Quel âge\u{A0}?", true), ("« ici »", false),
    ("«\u{A0}ici\u{A0}»", true), ("12 500 habitants", false), ("12\u{A0}500", true), ("50%", false),
    ("Vraiment\u{A0}?!", true), ("${a}: oui", false), ("${a|value}\u{A0}: oui", true),
  ])
  func `the rules of French typography themselves hold`(text: String, isSound: Bool) {
    #expect(Self.french(text).isEmpty == isSound)
  }
}
