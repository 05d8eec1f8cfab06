import Formulas

/// The tree's names and shape: read first, since any formula may name any item.
struct Outline {
  struct Entry {
    let name: String
    let index: Int
    let type: ItemType
    let node: JSONValue
    let parent: Int?
    var end: Int
    let repeats: [Int]
    let slot: Int
    let list: ChoiceList?
    /// For the text an `other` choice opens: the question and the choice.
    let opener: OtherText?
    /// For a row: its own object, inside the grid's.
    let row: JSONValue?

    /// The names of the special answers it offers; nil where they cannot be read.
    var specials: Set<String>? {
      guard opener == nil, let value = node["missing"] else { return [] }
      return value.elements.map { Set($0.compactMap(\.string)) }
    }

    var calculation: JSONValue? {
      node["calculation"]
        ?? (type == .calculate ? node.meant("calculation", on: .item(name, type))?.value : nil)
    }
  }

  private(set) var entries: [Entry] = []
  /// Names of items that are there, but cannot be read.
  private(set) var broken: Set<String> = []
  private(set) var problems: [Problem] = []
  /// How many items stand directly in each repeat, by its index; -1 for the root.
  private var filled: [Int: Int] = [:]
  private var seen: [String: Int] = [:]
  private let json: JSONText
  private let lists: [String: ChoiceList]
  private let languages: [String]

  init(_ items: [JSONValue], lists: [String: ChoiceList], languages: [String], in json: JSONText) {
    self.json = json
    self.lists = lists
    self.languages = languages
    read(items, parent: nil, repeats: [])
  }

  private mutating func read(_ items: [JSONValue], parent: Int?, repeats: [Int]) {
    for node in items { readItem(node, parent: parent, repeats: repeats) }
  }

  private mutating func readItem(_ node: JSONValue, parent: Int?, repeats: [Int]) {
    guard node.members != nil else {
      return report(.wrongType("items", expected: .object), node.offset)
    }
    let owner = Problem.Owner.item(node["name"]?.string ?? "", nil)
    let type = itemType(node, owner)
    // What has neither is said once.
    let isEmpty = type == nil && node.meant("name", on: owner) == nil
    let name = isEmpty ? nil : itemName(node)
    guard let type, let name else { return losePlace(of: node) }
    let list = choiceList(node, of: name, type)
    let index = append(name, type, node, parent: parent, repeats: repeats, list: list)
    let isOpen = type == .selectOne || type == .selectMultiple
    if let list, isOpen, let other = opener(in: list) {
      let text = OtherText(question: index, choice: other.choice)
      let textName = other.name.isEmpty ? name + "_other" : other.name
      claim(textName, at: json.place(ofChoice: other.choice, "other", in: node))
      append(textName, .text, node, parent: parent, repeats: repeats, opener: text)
    }
    if type == .grid { readRows(node, of: index, list, repeats: repeats) }
    if type == .group || type == .roster,
      let children = node.meant("items", on: owner)?.value.elements
    {
      read(children, parent: index, repeats: type == .roster ? repeats + [index] : repeats)
      entries[index].end = entries.count
    }
  }

  /// Keeps the names of an item that cannot be read, and of what it holds.
  private mutating func losePlace(of node: JSONValue) {
    let owner = Problem.Owner.item("", nil)
    if let name = node.meant("name", on: owner)?.value.string { broken.insert(name) }
    for key in ["items", "rows"] {
      for child in node.meant(key, on: owner)?.value.elements ?? [] { losePlace(of: child) }
    }
  }

  /// The rows of a grid: items inside it, which draw on its choices.
  private mutating func readRows(
    _ node: JSONValue, of grid: Int, _ list: ChoiceList?, repeats: [Int]
  ) {
    for row in node["rows"]?.elements ?? [] {
      guard row.members != nil else {
        report(.wrongType("rows", expected: .object), row.offset)
        continue
      }
      guard let name = itemName(row) else { continue }
      append(name, .selectOne, node, parent: grid, repeats: repeats, list: list, row: row)
    }
    entries[grid].end = entries.count
  }

  /// The type; where it is misspelt, reported, the one it should have been.
  private mutating func itemType(_ node: JSONValue, _ owner: Problem.Owner) -> ItemType? {
    guard let type = node.meant("type", on: owner)?.value else {
      report(.missingKey("type", on: owner), node.offset)
      return nil
    }
    guard let word = type.string else {
      report(.wrongType("type", expected: .string), type.offset)
      return nil
    }
    if let known = ItemType(rawValue: word) { return known }
    let meant = OtherWords.type(for: word)
    if let meant, meant.drawsOnList, let list = Self.list(inType: word) {
      report(.listInType(word, meant, list: list), type.offset)
      return meant
    }
    let allowed = ItemType.allCases.map(\.rawValue)
    let nearest = meant?.rawValue ?? nearestName(to: word, among: allowed)
    report(.unknownWord(word, key: "type", allowed: allowed, nearest: nearest), type.offset)
    return nearest.flatMap(ItemType.init)
  }

  /// The list a type names behind it, as XLSForm writes: `select_one list`.
  private static func list(inType word: String) -> String? {
    let words = word.split(separator: " ")
    return words.count > 1 ? String(words[1]) : nil
  }

  private mutating func itemName(_ node: JSONValue) -> String? {
    let type = node["type"]?.string.flatMap(ItemType.init)
    guard let value = node.meant("name", on: .item("", type))?.value else {
      report(.missingKey("name", on: .item("", type)), node.offset)
      return nil
    }
    guard let name = value.string else {
      report(.wrongType("name", expected: .string), value.offset)
      return nil
    }
    guard Self.isName(name) else {
      report(.badName(name), value.offset)
      return nil
    }
    claim(name, at: value.offset)
    return name
  }

  /// A letter, then letters, digits and underscores, all ASCII.
  static func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first, (97...122).contains(first | 0x20) else { return false }
    return name.utf8.allSatisfy {
      (97...122).contains($0 | 0x20) || (48...57).contains($0) || $0 == UInt8(ascii: "_")
    }
  }

  private mutating func claim(_ name: String, at offset: Int) {
    if let first = seen[name.lowercased()] {
      report(.duplicateName(name, line: json.place(of: first).line), offset)
    } else {
      seen[name.lowercased()] = offset
    }
  }

  private mutating func choiceList(
    _ node: JSONValue, of name: String, _ type: ItemType
  ) -> ChoiceList? {
    guard type.drawsOnList || type == .calculate else { return nil }
    guard let choices = node.meant("choices", on: .item(name, type))?.value else {
      if type == .calculate { return nil }
      if let list = node["type"]?.string.flatMap(Self.list) { return lists[list] }
      report(.missingKey("choices", on: .item(name, type)), node.offset)
      return nil
    }
    switch choices.kind {
    case .string(let listName):
      if let list = lists[listName] {
        if list.file != nil, type != .selectOne {
          report(.fileListOf(type, list: listName), choices.offset)
        }
        return list
      }
      // XLSForm's `list or_other` names the list first.
      let first = listName.split(separator: " ").first.map(String.init)
      let nearest =
        nearestName(to: listName, among: lists.keys) ?? first.flatMap { lists[$0]?.name }
      report(.unknownList(listName, nearest: nearest), choices.offset)
      return nearest.flatMap { lists[$0] }
    case .array(let values):
      var reader = ListReader(json: json, languages: languages)
      let list = reader.list(name, values, at: choices.offset)
      problems += reader.problems
      return list
    case .null, .boolean, .number, .object:
      report(.wrongType("choices", expected: .array), choices.offset)
      return nil
    }
  }

  private func opener(in list: ChoiceList) -> (choice: String, name: String)? {
    for choice in list.choices {
      if let name = choice.other { return (choice.name, name) }
    }
    return nil
  }

  @discardableResult
  private mutating func append(
    _ name: String, _ type: ItemType, _ node: JSONValue, parent: Int?, repeats: [Int],
    list: ChoiceList? = nil, opener: OtherText? = nil, row: JSONValue? = nil
  ) -> Int {
    let index = entries.count
    let home = repeats.last ?? -1
    let slot = filled[home, default: 0]
    filled[home] = slot + 1
    entries.append(
      Entry(
        name: name, index: index, type: type, node: node, parent: parent, end: index + 1,
        repeats: repeats, slot: slot, list: list, opener: opener, row: row))
    return index
  }

  private mutating func report(_ fact: Problem.Fact, _ offset: Int) {
    problems.append(Problem(fact, at: offset, in: json))
  }
}

extension JSONText {
  /// Where a key of a choice stands, in the question's own list or in the one it names; the question
  /// where it cannot be found.
  func place(ofChoice name: String, _ key: String, in question: JSONValue) -> Int {
    let written = question.meant("choices", on: .item("", nil))?.value
    let list = written?.string.flatMap { root["choice_lists"]?[$0] } ?? written
    let choice = list?.elements?.first { $0["name"]?.string == name }
    return (choice?[key] ?? choice ?? question).offset
  }
}
