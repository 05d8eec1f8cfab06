import Formulas

/// Words of XLSForm and other tools, and what stands for them here.
enum OtherWords {
  /// Our key for another tool's; nil where we know none.
  static func key(for word: String, on owner: Problem.Owner) -> String? {
    let words: [String: String] =
      switch owner {
      case .questionnaire: top
      case .item: item
      case .choice: ["value": "name", "nom": "name", "id": "name", "text": "label"]
      case .check: ["constraint_message": "message", "condition": "constraint"]
      case .indicator, .target: ["filter": "where", "relevant": "where"]
      case .special, .unit, .disclosure, .retention, .list: [:]
      }
    return words[word] ?? localized(word)
  }

  /// A text's key, as spreadsheets write it once per language: `label::fr`, `hint_en`.
  static func localized(_ word: String) -> String? {
    let parts = word.split(separator: ":", maxSplits: 1).map(String.init)
    if let key = parts.first, parts.count == 2, texts.contains(key) { return key }
    let key = String(word.dropLast(3))
    return word.dropLast(2).hasSuffix("_") && texts.contains(key) ? key : nil
  }

  private static let texts: Set = [
    "label", "hint", "text", "message", "title", "required_message",
  ]

  private static let top = [
    "choices": "choice_lists", "lists": "choice_lists", "questions": "items", "survey": "items",
    "form_id": "id", "form_title": "title", "instance_name": "interview_label",
    "default_language": "languages",
  ]

  private static let item = [
    "calculate": "calculation", "min": "minimum", "max": "maximum", "constraint": "checks",
    "constraint_message": "checks", "list": "choices", "list_name": "choices",
    "options": "choices", "questions": "items", "children": "items", "condition": "relevant",
    "visible_if": "relevant", "read_only": "calculation", "readonly": "calculation",
    "guidance_hint": "text", "mandatory": "required", "regex": "pattern", "title": "label",
    "filter": "choice_filter", "count": "repeat_count",
  ]

  /// Our type for another tool's, which a list's name may follow; nil where we know none.
  static func type(for word: String) -> ItemType? {
    let words = word.lowercased().split { $0 == " " || $0 == "_" }.map(String.init)
    guard let first = words.first else { return nil }
    if first == "begin", words.count == 2 { return types[words[1]] }
    if first == "select", words.count > 1 {
      if words[1] == "one" { return .selectOne }
      return ["multiple", "many", "all", "several"].contains(words[1]) ? .selectMultiple : nil
    }
    return ItemType(rawValue: first) ?? types[first]
  }

  private static let types: [String: ItemType] = [
    "group": .group, "section": .group, "page": .group, "repeat": .roster, "roster": .roster,
    "loop": .roster, "int": .integer, "number": .integer, "range": .integer, "float": .decimal,
    "double": .decimal, "string": .text, "textarea": .text, "select1": .selectOne,
    "radio": .selectOne, "dropdown": .selectOne, "select": .selectMultiple,
    "checkbox": .selectMultiple, "checkboxes": .selectMultiple, "ranking": .rank,
    "datetime": .date, "year": .date, "month": .date, "trigger": .acknowledge,
    "formula": .calculate, "matrix": .grid, "label": .note,
  ]
}

extension JSONValue {
  /// The member that stands for `key`: its own, else one misspelt.
  func meant(_ key: String, on owner: Problem.Owner) -> JSONMember? {
    members?.first { $0.name == key } ?? misspelling(of: key, on: owner)
  }

  /// The member whose name is nearly `key`, or another tool's word for it; nil where the key itself
  /// is there, or nothing like it.
  func misspelling(of key: String, on owner: Problem.Owner) -> JSONMember? {
    guard let members, !members.contains(where: { $0.name == key }) else { return nil }
    return members.first {
      nearestName(to: $0.name, among: [key]) != nil
        || OtherWords.key(for: $0.name, on: owner) == key
    }
  }
}

extension Number {
  /// A number as JSON writes it, with an exponent or without; nil past 38 digits.
  init?(json text: String) {
    let parts = text.split { $0 == "e" || $0 == "E" }
    guard parts.count == 2 else {
      self.init(reading: text)
      return
    }
    guard let exponent = Int(parts[1]), abs(exponent) <= 99 else { return nil }
    let halves = parts[0].split(separator: ".")
    let decimals = (halves.count > 1 ? halves[1].utf8.count : 0) - exponent
    var digits = parts[0].filter(\.isNumber) + String(repeating: "0", count: max(0, -decimals))
    if decimals > 0 {
      digits = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -decimals))
    }
    self.init(reading: (text.hasPrefix("-") ? "-" : "") + digits)
  }
}
