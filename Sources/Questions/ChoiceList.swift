import Formulas

/// A named list of choices, in file order.
package struct ChoiceList: Hashable, Sendable {
  package let name: String
  package let choices: [Choice]
  package let names: Set<String>
  /// What `pulldata` may ask of it: `name` and the attributes any choice has.
  package let columns: Set<String>
  private let byName: [String: Int]

  package init(name: String, choices: [Choice]) {
    self.name = name
    self.choices = choices
    names = Set(choices.map(\.name))
    columns = choices.reduce(into: ["name"]) { $0.formUnion($1.attributes.keys) }
    byName = Dictionary(
      choices.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package subscript(name: String) -> Choice? { position(of: name).map { choices[$0] } }

  /// Where a choice stands, from 0; the first of its name.
  package func position(of name: String) -> Int? { byName[name] }

  /// What the choices hold under a name; those without it are left out.
  package func values(of attribute: String) -> Set<String> {
    attribute == "name" ? names : Set(choices.compactMap { $0.attributes[attribute] })
  }

  /// The first choice whose `keyColumn` reads `value`, as its `column`; nil where there is none.
  package func lookup(column: String, keyColumn: String, value: String) -> String? {
    if value.isEmpty { return nil }
    if keyColumn == "name" { return self[value]?.attribute(column) }
    return choices.first { $0.attribute(keyColumn) == value }?.attribute(column)
  }

  /// Places in the list, of the names given, in list order; names it lacks are left out.
  package func ordered(_ names: [String]) -> [String] {
    names.compactMap { name in position(of: name).map { (name, $0) } }
      .sorted { $0.1 < $1.1 }.map(\.0)
  }
}

/// One thing that can be chosen.
package struct Choice: Hashable, Sendable {
  package let name: String
  package let label: LocalizedText
  /// Ticking it unticks the others; shown last, under a rule.
  package let exclusive: Bool
  /// The name its free text is stored under; nil where it opens none, empty for `QUESTION_other`.
  package let other: String?
  /// Stays where it is when the order is drawn at random.
  package let isAnchored: Bool
  package let relevant: SourceText?
  /// Further keys, as text.
  package let attributes: [String: String]

  package func attribute(_ name: String) -> String? {
    name == "name" ? self.name : attributes[name]
  }
}

/// A formula's text and where its string starts in the file: not compiled yet.
package struct SourceText: Hashable, Sendable {
  package let text: String
  package let offset: Int
}

/// A special answer: what stands in place of a value.
package struct SpecialAnswer: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case dontKnow = "dont_know"
    case refused
    case notApplicable = "not_applicable"
  }

  package let name: String
  package let kind: Kind
  package let label: LocalizedText
}
