import Foundation
import Questions
import Testing

/// R14: what the questionnaires that ship never ask, in any of their texts, names or lists.
@Suite struct SensitiveTextTests {
  /// A text, and what it is of: an item's name, or a list's and its choice's.
  struct Said {
    let owner: String
    let text: String
  }

  /// Words of politics, unions, faith, health, origin and intimate life, in both languages.
  nonisolated(unsafe) private static let words =
    #/
    \b(politi[cq]|partis?\b(?!\ de)|part(y|ies)\b|étiquette|nuance|élector|elector|élection|gauche|
    droite|left-wing|right-wing|socialis|républicain|republican|écologis|communis|insoumis|macron|
    rassemblement\ national|syndi[cq]|union|\bcgt\b|\bcfdt\b|religi|\bfoi\b|faith|croyan|belief|
    confession|église|church|mosqu|santé|health|handicap|disab|maladie|illness|grossesse|pregnan|
    sexe|sexu|sex\b|genre\ (?!de)|gender|âge|age\b|ethni|raci|race|origine|origin\b|nationalit|
    naissance|birth|génétiq|genetic|biométr|biometr)
    /#.ignoresCase()

  /// Where such a word is about something else than the person asked, and what.
  private static let aboutSomethingElse: [String: String] = [
    "l_type_collectivite/syndicat_mixte": "a kind of authority",
    "l_raisons/decision_politique": "the authority's choice not to use a tool",
    "l_besoins/portage_politique": "backing within the authority",
    "l_themes/sante": "a theme of public policy",
    "l_criteres_choix/accessibilite": "a tool anyone can use",
    "notice_rgpd": "says that none is asked",
    "strategie_participation": "a policy of the authority",
    "disp_age_mois": "how old a scheme is",
    "commentaire_libre": "asks not to write any",
  ]

  static func isSensitive(_ text: String) -> Bool {
    text.replacing(/\$\{[^}]*\}/, with: "").replacing("_", with: " ").contains(words)
  }

  private static let keys: Set = [
    "label", "hint", "text", "short_label", "item_label", "message", "required_message",
    "column", "show", "search", "key",
  ]

  /// Every text an item, a choice or a list shows, and its name.
  private static func said(_ value: JSONValue, _ owner: String) -> [Said] {
    if let elements = value.elements { return elements.flatMap { said($0, owner) } }
    guard let members = value.members else { return [] }
    let name = value["name"]?.string
    let here = name.map { owner.hasPrefix("l_") ? "\(owner)/\($0)" : $0 } ?? owner
    return members.flatMap { member -> [Said] in
      let texts = [member.value.string].compactMap(\.self) + said(texts: member.value)
      if member.name == "name" || keys.contains(member.name) {
        return texts.map { Said(owner: here, text: $0) } + said(member.value, here)
      }
      return said(member.value, member.name.hasPrefix("l_") ? member.name : here)
    }
  }

  /// A text in each language, or the names of columns.
  private static func said(texts value: JSONValue) -> [String] {
    (value.members ?? []).compactMap(\.value.string) + (value.elements ?? []).compactMap(\.string)
  }

  @Test(arguments: ShippedQuestionnaireTests.files)
  func `R14: nothing is asked, or offered in a list, of opinions, unions, faith, health or origin`(
    file: URL
  ) throws {
    let root = try JSONText([UInt8](Data(contentsOf: file))).root
    let all = ["choice_lists", "items"].compactMap { root[$0] }.flatMap { Self.said($0, "") }
    #expect(all.count > 40)
    let found = Set(all.filter { Self.isSensitive($0.text) }.map(\.owner))
    #expect(found.subtracting(Self.aboutSomethingElse.keys) == [])
  }

  @Test func `R14: each exception is still one`() throws {
    let file = ShippedQuestionnaireTests.folder.appending(path: "barometre/questionnaire.json")
    let root = try JSONText([UInt8](Data(contentsOf: file))).root
    let all = ["choice_lists", "items"].compactMap { root[$0] }.flatMap { Self.said($0, "") }
    let found = Set(all.filter { Self.isSensitive($0.text) }.map(\.owner))
    #expect(Set(Self.aboutSomethingElse.keys).subtracting(found) == [])
  }

  @Test(arguments: [
    ("De quel parti êtes-vous membre ?", true), ("Quelle est votre étiquette politique ?", true),
    ("Which party do you belong to?", true), ("Les Républicains", true), ("Divers gauche", true),
    ("Êtes-vous syndiqué ?", true), ("Which trade union?", true), ("Votre religion", true),
    ("Votre état de santé", true), ("Votre âge ?", true), ("Your age?", true), ("sexe", true),
    ("origine_ethnique", true), ("Ethnic origin", true), ("Situation de handicap", true),
    ("Réunions publiques", false), ("Recueillir des préférences par vote", false),
    ("Une partie des réponses", false), ("Image de la commune", false), ("Village", false),
  ])
  func `the rule itself holds`(text: String, isCaught: Bool) {
    #expect(Self.isSensitive(text) == isCaught)
  }
}
