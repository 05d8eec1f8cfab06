import Formulas

/// One JSON object being read: each key is asked for by name; what was not asked for is a problem.
struct KeyReader {
  let json: JSONText
  let object: JSONValue
  /// What the object is, as messages name it.
  let owner: Problem.Owner
  let names: Names
  /// Where formulas in it stand.
  let standing: Standing
  var problems: [Problem] = []
  /// The members asked for, by place; a set of names would cost more than it looks.
  private var isAsked: [Bool]
  /// Keys asked for that are not there, to offer the nearest.
  private var absent: [String] = []
  /// Members read for a key they misspell, by place; each is reported.
  private var misspelt: [(key: String, place: Int)] = []

  /// What a formula needs to know of its place.
  struct Standing {
    var repeats: [Int] = []
    /// The item's own number; nil outside items.
    var item: Int?
    var list: ChoiceList?
    var calculation: Formula?
  }

  /// - Parameter needed: keys without which nothing can be made of the object: one that is misspelt
  ///   is read as what it should be.
  init(
    _ object: JSONValue, in json: JSONText, owner: Problem.Owner, names: Names, standing: Standing,
    needed: [String] = []
  ) {
    self.object = object
    self.json = json
    self.owner = owner
    self.names = names
    self.standing = standing
    isAsked = [Bool](repeating: false, count: object.members?.count ?? 0)
    reportDuplicates()
    for key in needed { readMisspelt(key) }
  }

  private mutating func readMisspelt(_ key: String) {
    guard let member = object.misspelling(of: key, on: owner),
      let place = object.members?.firstIndex(of: member)
    else { return }
    isAsked[place] = true
    misspelt.append((key, place))
    report(.unknownKey(member.name, nearest: key), at: member.nameOffset)
  }

  /// Whether a member was read for a key it misspells.
  func isMisspelt(_ member: JSONMember) -> Bool {
    misspelt.contains { object.members?[$0.place] == member }
  }

  /// What stands for a key; nil where nothing does.
  func node(_ key: String) -> JSONValue? {
    object[key]
      ?? misspelt.first { $0.key == key }.flatMap { found in object.members?[found.place].value }
  }

  private mutating func reportDuplicates() {
    guard let members = object.members else { return }
    for (place, member) in members.enumerated()
    where members[..<place].contains(where: { $0.name == member.name }) {
      report(.duplicateKey(member.name), at: member.nameOffset)
      isAsked[place] = true
    }
  }

  mutating func report(
    _ fact: Problem.Fact, severity: Problem.Severity = .error, at offset: Int
  ) {
    // A key that is there, misspelt, is reported as that.
    if case .missingKey(let key, _) = fact, object.misspelling(of: key, on: owner) != nil {
      return
    }
    problems.append(Problem(fact, severity: severity, at: offset, in: json))
  }

  /// The value of a key; nil where it is absent.
  mutating func value(_ key: String) -> JSONValue? {
    guard let members = object.members, let place = members.firstIndex(where: { $0.name == key })
    else {
      absent.append(key)
      return misspelt.isEmpty ? nil : node(key)
    }
    isAsked[place] = true
    return members[place].value
  }

  private mutating func take<Result>(
    _ key: String, _ shape: Problem.Shape, _ reading: (JSONValue) -> Result?
  ) -> Result? {
    guard let value = value(key) else { return nil }
    guard let result = reading(value) else {
      report(.wrongType(key, expected: shape), at: value.offset)
      return nil
    }
    return result
  }

  mutating func string(_ key: String) -> String? { take(key, .string, \.string) }

  /// Reports a name that is no word: empty, or with a space in it.
  mutating func checkWord(_ name: String?, _ key: String) {
    guard let name, let node = node(key) else { return }
    if name.isEmpty { report(.emptyText, at: node.offset) }
    if name.contains(where: \.isWhitespace) { report(.spaceInName(name), at: node.offset) }
  }

  mutating func flag(_ key: String) -> Bool? {
    take(key, .flag) { value in
      guard case .boolean(let flag) = value.kind else { return nil }
      return flag
    }
  }

  /// A number of things: whole, 0 or more.
  mutating func count(_ key: String) -> Int? {
    guard let count = take(key, .wholeNumber, \.integer) else { return nil }
    if count >= 0 { return count }
    report(.negative(key), at: object[key]?.offset ?? object.offset)
    return nil
  }

  /// A number of things, of which there must be some.
  mutating func count(_ key: String, atLeast least: Int) -> Int? {
    guard let count = count(key) else { return nil }
    if count >= least { return count }
    report(.tooSmall(key, least: least), at: object[key]?.offset ?? object.offset)
    return nil
  }

  /// Digits after the mark: as many as a number has.
  mutating func decimals() -> Int? {
    guard let decimals = count("decimals") else { return nil }
    if decimals <= 38 { return decimals }
    report(.tooLarge("decimals", most: 38), at: object["decimals"]?.offset ?? object.offset)
    return nil
  }

  /// Reports a number of instances, written as such, that is negative or above `max`.
  mutating func checkCount(_ formula: Formula?, _ key: String, _ maximum: Int?) {
    guard case .number(let number)? = formula?.constant, let node = node(key) else { return }
    if number < Number(0) {
      report(.negative(key), at: json.offset(of: 0, in: node))
    } else if let maximum, number > Number(maximum) {
      report(.tooLarge(key, most: maximum), at: json.offset(of: 0, in: node))
    }
  }

  mutating func number(_ key: String) -> Number? {
    guard let value = value(key) else { return nil }
    guard case .number(let text) = value.kind else {
      report(.wrongType(key, expected: .number), at: value.offset)
      return nil
    }
    if let number = Number(json: text) { return number }
    report(.tooManyDigits(text), at: value.offset)
    return nil
  }

  /// A number above 0.
  mutating func positive(_ key: String) -> Number? {
    guard let number = number(key), let node = node(key) else { return nil }
    if number > Number(0) { return number }
    report(.notPositive(key), at: node.offset)
    return nil
  }

  mutating func array(_ key: String) -> [JSONValue]? { take(key, .array, \.elements) }

  /// One of a few words; for one that is misspelt, which is reported, the one it should have been.
  mutating func oneOf(_ key: String, _ allowed: [String]) -> String? {
    guard let word = string(key) else { return nil }
    if allowed.contains(word) { return word }
    let nearest = nearestName(to: word, among: allowed)
    report(
      .unknownWord(word, key: key, allowed: allowed, nearest: nearest),
      at: node(key)?.offset ?? object.offset)
    return nearest
  }

  /// Reports two bounds that cross.
  mutating func inOrder<Bound: Comparable>(
    _ lowKey: String, _ low: Bound?, _ highKey: String, _ high: Bound?
  ) {
    guard let low, let high, low > high else { return }
    report(.crossed(lowKey, highKey), at: object[lowKey]?.offset ?? object.offset)
  }

  mutating func pattern(_ key: String) -> Pattern? {
    guard let source = string(key), let node = node(key) else { return nil }
    if source.isEmpty { report(.emptyText, severity: .warning, at: node.offset) }
    do throws(PatternFault) {
      return try Pattern(source)
    } catch {
      report(.pattern(error), at: json.offset(of: error.range.lowerBound, in: node))
      return nil
    }
  }

  /// A localized text, its languages and piped names checked.
  mutating func text(_ key: String) -> LocalizedText? {
    guard let node = value(key) else { return nil }
    let (text, found) = names.text(node, key: key, repeats: standing.repeats, in: json)
    problems += found
    return text
  }

  /// A formula, compiled where the item stands.
  mutating func formula(_ key: String, expecting types: Set<ValueType>?) -> Formula? {
    guard let source = take(key, .formula, \.string), let node = node(key) else { return nil }
    return compile(source, node, expecting: types, in: names.scope(standing.repeats))
  }

  /// A proposal: of the question's own type, and among its choices.
  mutating func proposal(of kind: QuestionKind) -> Formula? {
    guard let source = take("default", .formula, \.string), let node = object["default"] else {
      return nil
    }
    var scope = names.scope(standing.repeats)
    scope.results = standing.list?.names
    let formula = compile(source, node, expecting: kind.valueType.map { [$0] }, in: scope)
    if standing.list?.file == nil, let value = formula?.constant,
      let rejection = kind.rejection(of: value)
    {
      report(.refusedDefault(rejection), at: json.offset(of: 0, in: node))
    }
    return formula
  }

  /// Conditions in an array, each where it stands.
  mutating func conditions(_ key: String) -> [Formula] {
    (array(key) ?? []).compactMap { node in
      guard let source = node.string else {
        report(.wrongType(key, expected: .formula), at: node.offset)
        return nil
      }
      return compile(source, node, expecting: [.boolean], in: names.scope(standing.repeats))
    }
  }

  mutating func condition(_ key: String) -> Formula? {
    formula(key, expecting: [.boolean])
  }

  /// A constraint: `.` stands for the item's own value.
  mutating func constraint(_ key: String) -> Formula? {
    guard let source = take(key, .formula, \.string), let node = node(key) else { return nil }
    var scope = names.scope(standing.repeats)
    scope.candidate = standing.item.flatMap { names.symbol($0) }
    scope.everythingIsAnswered = object["relevant"] == nil
    return compile(source, node, expecting: [.boolean], in: scope)
  }

  /// The item's own calculation: compiled beforehand, since others may need its type.
  mutating func calculation() -> Formula? {
    _ = value("calculation")
    return standing.calculation
  }

  var calculatedType: ValueType? { standing.calculation?.type }

  /// The list a choice question draws on.
  mutating func choiceList(_ key: String, isMultiple: Bool) -> ChoiceList {
    _ = value(key)
    guard let list = standing.list else { return ChoiceList(name: "", choices: []) }
    guard isMultiple, case .item(_, let type?) = owner else { return list }
    for choice in list.choices where choice.name.contains(where: \.isWhitespace) {
      report(
        .spaceInChoice(choice.name, list: list.name, type: type),
        at: json.place(ofChoice: choice.name, "name", in: object))
    }
    return list
  }

  /// The list a calculate's values take their labels from; nil where it names none.
  mutating func labels(_ key: String) -> ChoiceList? {
    _ = value(key)
    return standing.list
  }

  /// A choice filter: a bare name is an attribute of the choice looked at.
  mutating func filter(_ key: String, over list: ChoiceList) -> Formula? {
    guard let source = take(key, .formula, \.string), let node = node(key) else { return nil }
    var scope = names.scope(standing.repeats, over: standing.list)
    if standing.list == nil { scope.attributes = .unread }
    return compile(source, node, expecting: [.boolean], in: scope)
  }

  /// The conditions of single choices.
  mutating func conditions(of list: ChoiceList) -> [String: Formula] {
    guard list.choices.contains(where: { $0.relevant != nil }) else { return [:] }
    var conditions: [String: Formula] = [:]
    let scope = names.scope(standing.repeats, over: list)
    for choice in list.choices {
      guard let source = choice.relevant else { continue }
      let node = JSONValue(kind: .string(source.text), offset: source.offset)
      conditions[choice.name] = compile(source.text, node, expecting: [.boolean], in: scope)
    }
    return conditions
  }

  private mutating func compile(
    _ source: String, _ node: JSONValue, expecting types: Set<ValueType>?, in scope: Scope
  ) -> Formula? {
    let (formula, found) = names.compile(source, node, expecting: types, scope: scope, json: json)
    problems += found
    return formula
  }

  /// Every key asked for, there or not.
  var keysAsked: Set<String> {
    Set(absent).union(zip(object.members ?? [], isAsked).filter(\.1).map(\.0.name))
  }

  /// Reports every key that was not asked for.
  ///
  /// - Parameter elsewhere: keys that exist, but on other types.
  mutating func finish(elsewhere: Set<String> = []) {
    for (place, member) in (object.members ?? []).enumerated() where !isAsked[place] {
      let asked = keysAsked
      let meant = OtherWords.key(for: member.name, on: owner).flatMap {
        asked.contains($0) ? $0 : nil
      }
      if elsewhere.contains(member.name) {
        report(.misplacedKey(member.name, on: owner, meant: meant), at: member.nameOffset)
      } else {
        let nearest =
          meant ?? nearestName(to: member.name, among: elsewhere.union(asked).sorted())
        report(.unknownKey(member.name, nearest: nearest), at: member.nameOffset)
      }
    }
  }
}
