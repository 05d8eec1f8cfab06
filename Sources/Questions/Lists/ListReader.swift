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
      let first = lists[member.name]
      if first != nil { report(.duplicateKey(member.name), member.nameOffset) }
      if let values = member.value.elements {
        let list = list(member.name, values, at: member.value.offset)
        // Which of two is meant is not known: what names a choice of either is not at fault.
        lists[member.name] =
          first.map { ChoiceList(name: list.name, choices: $0.choices + list.choices) } ?? list
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
      if let name = value.string {
        // Names alone: one fault, however many there are.
        if choices.isEmpty { report(.bareChoice(name), value.offset) }
        choices.append(Choice(name: name, label: LocalizedText(name), attributes: [:]))
        continue
      }
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
      standing: .init(), needed: ["name", "label"])
    defer { problems += keys.problems }
    guard let name = keys.string("name"), !name.isEmpty else {
      if keys.node("name")?.string?.isEmpty != false, keys.problems.isEmpty {
        keys.report(.missingKey("name", on: keys.owner), at: value.offset)
      }
      return nil
    }
    let label = keys.text("label")
    if keys.node("label") == nil {
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
    guard let value = keys.value("relevant") else { return nil }
    if let text = value.string { return SourceText(text: text, offset: value.offset) }
    keys.report(.wrongType("relevant", expected: .formula), at: value.offset)
    return nil
  }

  /// Every further key, as text.
  private func attributes(_ value: JSONValue, _ keys: inout KeyReader) -> [String: String] {
    let own: Set = ["name", "label", "exclusive", "other", "anchor", "relevant"]
    var attributes: [String: String] = [:]
    for member in value.members ?? [] where !own.contains(member.name) && !keys.isMisspelt(member) {
      let text = OtherWords.localized(member.name).flatMap { own.contains($0) ? $0 : nil }
      if let nearest = text ?? nearestName(to: member.name, among: own.sorted()) {
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
    var seen: Set<String> = []
    return values.compactMap { value in
      guard value.members != nil else {
        report(.wrongType("missing", expected: .object), value.offset)
        return nil
      }
      var keys = KeyReader(
        value, in: json, owner: .special(value["name"]?.string), names: names, standing: .init(),
        needed: ["name", "kind", "label"])
      defer { problems += keys.problems }
      let kinds = SpecialAnswer.Kind.allCases.map(\.rawValue)
      let name = keys.string("name")
      if let name, !seen.insert(name).inserted {
        keys.report(.duplicateSpecial(name), at: value["name"]?.offset ?? value.offset)
      }
      keys.checkWord(name, "name")
      let kind = keys.oneOf("kind", kinds).flatMap(SpecialAnswer.Kind.init)
      let label = keys.text("label")
      keys.finish()
      for key in ["name", "kind", "label"] where keys.node(key) == nil {
        keys.report(.missingKey(key, on: keys.owner), at: value.offset)
      }
      // What is wrong with it is said: the questions that offer it are not at fault.
      return name.map {
        SpecialAnswer(name: $0, kind: kind ?? .dontKnow, label: label ?? LocalizedText($0))
      }
    }
  }

  private mutating func report(_ fact: Problem.Fact, _ offset: Int) {
    problems.append(Problem(fact, at: offset, in: json))
  }
}
