import Formulas

/// A named list of choices: those written in the questionnaire, in order, or the rows of a file.
package struct ChoiceList: Hashable, Sendable {
  package let name: String
  /// None for a file's rows, which are searched and looked up where they stand.
  package let choices: [Choice]
  /// Nil for a file's rows.
  package let names: Set<String>?
  /// The names of those that exclude all others.
  let alone: Set<String>
  /// What a filter may name: `name` and the attributes any choice has, or a file's columns.
  package let columns: Columns
  /// The file it is read from; nil for a list written in the questionnaire.
  package let file: FileList?
  private let byName: [String: Int]
  /// What the choices hold, by attribute.
  private let held: [String: Set<String>]

  package init(name: String, choices: [Choice]) {
    self.name = name
    self.choices = choices
    names = Set(choices.map(\.name))
    alone = Set(choices.filter(\.exclusive).map(\.name))
    var held: [String: Set<String>] = [:]
    for choice in choices {
      for (name, text) in choice.attributes { held[name, default: []].insert(text) }
    }
    self.held = held
    columns = .named(Set(held.keys).union(["name"]))
    file = nil
    byName = Dictionary(
      choices.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  init(name: String, file: FileList) {
    self.name = name
    self.file = file
    choices = []
    names = nil
    alone = []
    columns = file.table.map { .named(Set($0.columns)) } ?? .unread
    byName = [:]
    held = [:]
  }

  package subscript(name: String) -> Choice? {
    if let file { return file.row(named: name).map(file.choice) }
    return position(of: name).map { choices[$0] }
  }

  /// Whether its file is not installed, so that nothing of it can be offered.
  package var isMissing: Bool { file.map { $0.table == nil } ?? false }

  /// Where a choice stands, from 0; the first of its name.
  package func position(of name: String) -> Int? { byName[name] }

  /// What the choices hold under a name, those without it left out; nil for a file's rows.
  package func values(of attribute: String) -> Set<String>? {
    guard file == nil else { return nil }
    return attribute == "name" ? names : held[attribute] ?? []
  }

  /// What `pulldata` may ask of it: a bare name, and the label of a list written here.
  var lookupColumns: Columns {
    switch columns {
    case .named(let names) where file == nil: .named(names.union(["label"]))
    case .named, .unread: columns
    }
  }

  /// The first choice whose `keyColumn` reads `value`, as its `column`; nil where there is none.
  ///
  /// - Parameter language: of a label, from 0.
  package func lookup(
    column: String, keyColumn: String, value: String, language: Int = 0
  ) -> String? {
    if value.isEmpty { return nil }
    if let file {
      return file.table?.lookup(column: column, keyColumn: keyColumn, value: value)
    }
    let read = { (choice: Choice, column: String) in
      column == "label" ? choice.label[language] : choice.attribute(column)
    }
    if keyColumn == "name" { return self[value].flatMap { read($0, column) } }
    return choices.first { read($0, keyColumn) == value }.flatMap { read($0, column) }
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

  init(
    name: String, label: LocalizedText, exclusive: Bool = false, other: String? = nil,
    isAnchored: Bool = false, relevant: SourceText? = nil, attributes: [String: String]
  ) {
    self.name = name
    self.label = label
    self.exclusive = exclusive
    self.other = other
    self.isAnchored = isAnchored
    self.relevant = relevant
    self.attributes = attributes
  }

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
