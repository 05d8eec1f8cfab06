import Formulas

// Localized texts: a text per declared language, and only names that can be piped where they stand.
extension Names {
  /// A text per language, its piped names checked against where it stands.
  func text(
    _ node: JSONValue, key: String, repeats: [Int], in json: JSONText
  ) -> (LocalizedText?, [Problem]) {
    switch node.kind {
    case .string(let text):
      if text.allSatisfy(\.isWhitespace) {
        let empty = Problem(.emptyText, severity: .warning, at: node.offset, in: json)
        return (LocalizedText(text), [empty])
      }
      return (LocalizedText(text), pipeFaults(text, node, repeats, json))
    case .object(let members) where !members.isEmpty: return text(members, node, repeats, json)
    case .null, .boolean, .number, .array, .object:
      let fact = Problem.Fact.wrongType(key, expected: .localizedText)
      return (nil, [Problem(fact, at: node.offset, in: json)])
    }
  }

  private func text(
    _ members: [JSONMember], _ node: JSONValue, _ repeats: [Int], _ json: JSONText
  ) -> (LocalizedText, [Problem]) {
    var problems: [Problem] = []
    let report = { (fact: Problem.Fact, offset: Int) in
      problems.append(Problem(fact, at: offset, in: json))
    }
    var texts = [String?](repeating: nil, count: languages.count)
    var seen: Set<String> = []
    for member in members {
      if !seen.insert(member.name).inserted {
        report(.duplicateKey(member.name), member.nameOffset)
      }
      guard let place = languages.firstIndex(of: member.name) else {
        let nearest = nearestName(to: member.name, among: languages)
        report(.unknownLanguage(member.name, nearest: nearest), member.nameOffset)
        continue
      }
      guard let text = member.value.string else {
        report(.wrongType(member.name, expected: .string), member.value.offset)
        texts[place] = ""
        continue
      }
      texts[place] = text
      if text.allSatisfy(\.isWhitespace) {
        report(.missingTranslation(member.name), member.value.offset)
      }
      problems += pipeFaults(text, member.value, repeats, json)
    }
    // A misspelt code says it all: its text is there.
    if members.allSatisfy({ languages.contains($0.name) }), seen.count == members.count {
      for (place, text) in texts.enumerated() where text == nil {
        report(.missingTranslation(languages[place]), node.offset)
      }
    }
    return (LocalizedText(perLanguage: texts.map { $0 ?? "" }), problems)
  }

  private func pipeFaults(
    _ text: String, _ node: JSONValue, _ repeats: [Int], _ json: JSONText
  ) -> [Problem] {
    var problems = braceFaults(text, node, json)
    guard text.utf8.contains(UInt8(ascii: "$")) else { return problems }
    var place = 0
    for piece in LocalizedText.pieces(of: text) {
      if let fact = fault(of: piece, repeats) {
        let offset = json.offset(of: place, in: node)
        let severity: Problem.Severity = fact == .unclosedPipe ? .warning : .error
        problems.append(Problem(fact, severity: severity, at: offset, in: json))
      }
      place += piece.written.utf8.count
    }
    return problems
  }

  /// `{name}` where `${name}` is meant.
  private func braceFaults(_ text: String, _ node: JSONValue, _ json: JSONText) -> [Problem] {
    var problems: [Problem] = []
    let bytes = text.utf8
    var rest = bytes[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      let name = String(text[bytes.index(after: open)..<close])
      let before = text[..<open].last { !$0.isWhitespace }
      if mayPipe, before != "$", symbol(named: name) != nil {
        let place = json.offset(of: bytes.distance(from: bytes.startIndex, to: open), in: node)
        problems.append(Problem(.bracesAlone(name), severity: .warning, at: place, in: json))
      }
      rest = rest[bytes.index(after: open)...]
    }
    return problems
  }

  private func fault(of piece: LocalizedText.Piece, _ repeats: [Int]) -> Problem.Fact? {
    switch piece {
    case .text(let text): text.contains("${") ? .unclosedPipe : nil
    case .raw(let name, let after) where after != "value": .badPipe("\(name)|\(after)")
    case .shown(let name), .raw(let name, _): fault(ofPiped: name, repeats)
    }
  }

  private func fault(ofPiped name: String, _ repeats: [Int]) -> Problem.Fact? {
    if !mayPipe { return .pipeOutOfPlace(name) }
    if repeats.isEmpty, name == "_position" || name == "_count" { return .pipedOutsideRepeat(name) }
    if LocalizedText.systemNames.contains(name) || broken.contains(name)
      || doubled.contains(name)
    {
      return nil
    }
    guard let symbol = symbol(named: name) else {
      let known = names + LocalizedText.systemNames
      return .unknownPipe(name, nearest: nearestName(to: name, among: known))
    }
    switch symbol.role {
    case .group, .repeated: return .pipedGroup(name)
    case .value: break
    }
    guard !repeats.starts(with: symbol.repeats) else { return nil }
    let roster = zip(symbol.repeats, repeats.map(Int?.some) + [nil]).first { $0 != $1 }?.0
    return .pipedFromOutside(name, roster: roster.flatMap(self.name(of:)) ?? "")
  }
}

extension LocalizedText.Piece {
  /// As it stands in the text.
  fileprivate var written: String {
    switch self {
    case .text(let text): text
    case .shown(let name): "${\(name)}"
    case .raw(let name, let after): "${\(name)|\(after)}"
    }
  }
}
