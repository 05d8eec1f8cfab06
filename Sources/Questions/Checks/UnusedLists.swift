import Formulas

// Lists nothing uses: a slip in a name, or what is left of a question taken out.
extension DeskCheck {
  mutating func findUnusedLists() {
    let named = Set(outline.entries.compactMap { $0.node["choices"]?.string })
    // A question whose list is misspelt meant one of these.
    let unknown = named.filter { lists[$0] == nil }
    for member in json.root["choice_lists"]?.members ?? [] where !named.contains(member.name) {
      let isMeant = unknown.contains { nearestName(to: $0, among: lists.keys) == member.name }
      guard !isMeant, lists[member.name] != nil, !isQuoted(member.name, in: json.root) else {
        continue
      }
      warn(.unusedList(member.name), at: member.nameOffset)
    }
  }

  /// Whether some formula names the list, as `pulldata('list', …)` does.
  private func isQuoted(_ name: String, in value: JSONValue) -> Bool {
    switch value.kind {
    case .null, .boolean, .number: false
    case .string(let text): text.contains("'\(name)'") || text.contains("\"\(name)\"")
    case .array(let elements): elements.contains { isQuoted(name, in: $0) }
    case .object(let members): members.contains { isQuoted(name, in: $0.value) }
    }
  }
}
