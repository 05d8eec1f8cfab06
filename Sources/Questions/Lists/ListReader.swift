import Formulas

/// Choices as written, to lists and special answers.
struct ListReader {
  let json: JSONText
  let languages: [String]
  /// The bytes of a list's file, by name; nil where it is not installed.
  let files: (String) -> [UInt8]?
  private(set) var problems: [Problem] = []

  init(json: JSONText, languages: [String], files: @escaping (String) -> [UInt8]? = { _ in nil }) {
    self.json = json
    self.languages = languages
    self.files = files
  }

  private var names: Names { Names(languages: languages) }

  /// Every list under `choice_lists`.
  mutating func lists(_ value: JSONValue) -> [String: ChoiceList] {
    guard let members = value.members else {
      report(.wrongType("choice_lists", expected: .object), value.offset)
      return [:]
    }
    var lists: [String: ChoiceList] = [:]
    for member in members {
      if lists[member.name] != nil { report(.duplicateKey(member.name), member.nameOffset) }
      if let values = member.value.elements {
        lists[member.name] = list(member.name, values, at: member.value.offset)
      } else if member.value.members != nil {
        var keys = KeyReader(
          member.value, in: json, owner: .list(member.name), names: names, standing: .init())
        let file = FileList(&keys, files: files)
        lists[member.name] = ChoiceList(name: member.name, file: file)
        problems += keys.problems
      } else {
        report(.wrongType(member.name, expected: .array), member.value.offset)
      }
    }
    return lists
  }

  /// One list.
  mutating func list(_ name: String, _ values: [JSONValue], at offset: Int) -> ChoiceList {
    if values.isEmpty { report(.emptyList(name), offset) }
    var seen: Set<String> = []
    var choices: [Choice] = []
    var folded: [String: String] = [:]
    for value in values {
      guard let choice = choice(value) else { continue }
      let known = folded.updateValue(choice.name, forKey: choice.name.lowercased())
      if let known, known != choice.name {
        let fact = Problem.Fact.choicesAlike(known, choice.name, list: name)
        problems.append(Problem(fact, severity: .warning, at: value.offset, in: json))
      }
      if !seen.insert(choice.name).inserted {
        report(.duplicateChoice(choice.name, list: name), value.offset)
      }
      choices.append(choice)
    }
    if choices.count(where: { $0.other != nil }) > 1 { report(.severalOthers(name), offset) }
    return ChoiceList(name: name, choices: choices)
  }

  private mutating func choice(_ value: JSONValue) -> Choice? {
    guard value.members != nil else {
      report(.wrongType("choices", expected: .object), value.offset)
      return nil
    }
    let written = value["name"]?.string
    var keys = KeyReader(
      value, in: json, owner: .choice(written), names: names,
      standing: .init())
    defer { problems += keys.problems }
    guard let name = keys.string("name"), !name.isEmpty else {
      keys.report(.missingKey("name", on: keys.owner), at: value.offset)
      return nil
    }
    let label = keys.text("label")
    if value["label"] == nil {
      keys.report(.missingKey("label", on: keys.owner), at: value.offset)
    }
    return Choice(
      name: name, label: label ?? LocalizedText(name),
      exclusive: keys.flag("exclusive") ?? false, other: other(&keys),
      isAnchored: keys.oneOf("anchor", ["last"]) != nil, relevant: condition(&keys),
      attributes: attributes(value, &keys))
  }

  /// `true` stands for `QUESTION_other`: an empty name here, since a list does not know its users.
  private mutating func other(_ keys: inout KeyReader) -> String? {
    guard let value = keys.value("other") else { return nil }
    switch value.kind {
    case .boolean(let flag): return flag ? "" : nil
    case .string(let name) where Outline.isName(name): return name
    case .string(let name): keys.report(.badName(name), at: value.offset)
    case .null, .number, .array, .object:
      keys.report(.wrongType("other", expected: .flag), at: value.offset)
    }
    return nil
  }

  private func condition(_ keys: inout KeyReader) -> SourceText? {
    keys.string("relevant").flatMap { text in
      keys.object["relevant"].map { SourceText(text: text, offset: $0.offset) }
    }
  }

  /// Every further key, as text.
  private func attributes(_ value: JSONValue, _ keys: inout KeyReader) -> [String: String] {
    let own: Set = ["name", "label", "exclusive", "other", "anchor", "relevant"]
    var attributes: [String: String] = [:]
    for member in value.members ?? [] where !own.contains(member.name) {
      if let nearest = nearestName(to: member.name, among: own.sorted()) {
        keys.report(
          .attributeLikeKey(member.name, nearest: nearest), severity: .warning,
          at: member.nameOffset)
      }
      switch member.value.kind {
      case .string(let text), .number(let text): attributes[member.name] = text
      case .boolean(let flag): attributes[member.name] = flag ? "true" : "false"
      case .null, .array, .object:
        keys.report(.wrongType(member.name, expected: .string), at: member.value.offset)
      }
    }
    return attributes
  }

  /// The special answers under `missing`.
  mutating func specials(_ values: [JSONValue]) -> [SpecialAnswer] {
    values.compactMap { value in
      var keys = KeyReader(
        value, in: json, owner: .special(value["name"]?.string), names: names, standing: .init())
      defer { problems += keys.problems }
      let kinds = SpecialAnswer.Kind.allCases.map(\.rawValue)
      let name = keys.string("name")
      let kind = keys.oneOf("kind", kinds).flatMap(SpecialAnswer.Kind.init)
      let label = keys.text("label")
      keys.finish()
      for (key, isThere) in [("name", name != nil), ("label", label != nil)] where !isThere {
        if value[key] == nil { keys.report(.missingKey(key, on: keys.owner), at: value.offset) }
      }
      if value["kind"] == nil { keys.report(.missingKey("kind", on: keys.owner), at: value.offset) }
      guard let name, let kind, let label else { return nil }
      return SpecialAnswer(name: name, kind: kind, label: label)
    }
  }

  private mutating func report(_ fact: Problem.Fact, _ offset: Int) {
    problems.append(Problem(fact, at: offset, in: json))
  }
}
