import Formulas

/// A questionnaire file, read strictly: every problem at once, in file order.
package enum QuestionnaireFile {
  /// The newest `format` this program reads.
  package static let newestFormat = 1

  /// Reads a whole questionnaire, and the lists' files it names.
  ///
  /// - Parameter files: the bytes of a list's file, by name; nil where it is not installed, which is
  ///   only told.
  /// - Returns: the questionnaire, and what its author should know though it can be used.
  /// - Throws: `Problems`, where at least one is an error.
  package static func read(
    _ bytes: [UInt8], files: @escaping (String) -> [UInt8]? = { _ in nil }
  ) throws(Problems) -> (questionnaire: Questionnaire, warnings: [Problem]) {
    var reading = QuestionnaireReading(try parse(bytes), files: files)
    let questionnaire = reading.questionnaire()
    let all = Self.inOrder(Echoes(of: reading.problems, in: reading.json).without(reading.problems))
    guard let questionnaire, !all.contains(where: { $0.severity == .error }) else {
      throw Problems(all: all)
    }
    return (questionnaire, all)
  }

  /// Reads only what a home screen shows: what is wrong with the questions is not looked for, nor
  /// anything behind them once the head is known.
  package static func head(_ bytes: [UInt8]) throws(Problems) -> QuestionnaireHead {
    var reading = QuestionnaireReading(
      try parse(bytes, .head(wanted: wanted, long: long)), needed: wanted)
    guard let head = reading.head() else { throw Problems(all: inOrder(reading.headProblems)) }
    return head
  }

  private static let wanted = ["format", "id", "version", "title", "languages"]
  /// The long members, of which a head needs nothing.
  private static let long = ["choice_lists", "items", "checks", "indicators"]

  private static func parse(
    _ bytes: [UInt8], _ part: JSONParser.Part = .whole
  ) throws(Problems) -> JSONText {
    do throws(JSONFault) {
      return try JSONText(bytes, part)
    } catch {
      throw Problems(all: [Problem(error, in: bytes)])
    }
  }

  /// In file order, each once: a list used twice is not reported twice.
  private static func inOrder(_ problems: [Problem]) -> [Problem] {
    var seen: Set<Problem> = []
    return problems.filter { seen.insert($0).inserted }.sorted { $0.offset < $1.offset }
  }
}

/// One reading of one file.
struct QuestionnaireReading {
  let json: JSONText
  private(set) var problems: [Problem] = []
  private var top: KeyReader
  private var names = Names(languages: [])
  /// Whether it is a questionnaire at all, in a format we read.
  private var isReadable = false
  private let files: (String) -> [UInt8]?
  /// Keys without which nothing can be made of what was read.
  private let needed: [String]

  init(
    _ json: JSONText, needed: [String] = Self.needed,
    files: @escaping (String) -> [UInt8]? = { _ in nil }
  ) {
    self.json = json
    self.needed = needed
    self.files = files
    top = KeyReader(
      json.root, in: json, owner: .questionnaire, names: names, standing: .init(),
      needed: needed)
  }

  /// Without these nothing can be made of the file; `choice_lists` may be missing.
  private static let needed = [
    "format", "id", "version", "title", "languages", "items", "choice_lists",
  ]

  /// All that is wrong with what `head` read.
  var headProblems: [Problem] { problems + top.problems }

  /// The head; nil where a key is missing, though the rest can still be looked at.
  mutating func head() -> QuestionnaireHead? {
    guard json.root.members != nil else {
      report(.wrongType("questionnaire", expected: .object), json.root.offset)
      return nil
    }
    isReadable = checkFormat()
    guard isReadable else { return nil }
    let languages = languages()
    names = Names(languages: languages)
    problems += top.problems
    top = KeyReader(
      json.root, in: json, owner: .questionnaire, names: names, standing: .init(),
      needed: needed)
    _ = top.value("languages")
    _ = top.value("format")
    _ = top.value("$schema")
    let id = top.string("id")
    let version = top.string("version")
    let title = top.text("title")
    let description = top.text("description")
    for key in ["id", "version", "title", "languages", "items"]
    where needed.contains(key) && top.node(key) == nil {
      top.report(.missingKey(key, on: .questionnaire), at: json.root.offset)
    }
    if version?.isEmpty == true, let node = top.node("version") {
      top.report(.emptyText, severity: .warning, at: node.offset)
    }
    if let id, !Self.isIdentifier(id) {
      top.report(.badIdentifier(id), at: top.node("id")?.offset ?? 0)
    }
    for key in ["languages", "items"] {
      guard let node = top.node(key), node.elements?.isEmpty == true else { continue }
      top.report(.emptyList(key), at: node.offset)
    }
    guard let id, let version, let title, !languages.isEmpty else { return nil }
    return QuestionnaireHead(
      id: id, version: version, title: title, description: description, languages: languages)
  }

  private mutating func languages() -> [String] {
    var codes: [String] = []
    for value in top.array("languages") ?? [] {
      guard let code = value.string else {
        top.report(.wrongType("languages", expected: .string), at: value.offset)
        continue
      }
      if !Self.isLanguage(code) {
        top.report(.badLanguage(code), at: value.offset)
      } else if codes.contains(code) {
        top.report(.duplicateLanguage(code), at: value.offset)
      } else {
        codes.append(code)
      }
    }
    return codes
  }

  private mutating func checkFormat() -> Bool {
    guard let format = top.count("format") else {
      if top.node("format") == nil {
        top.report(.missingKey("format", on: .questionnaire), at: json.root.offset)
      }
      problems += top.problems
      return false
    }
    if format == 0 {
      top.report(.tooSmall("format", least: 1), at: json.root["format"]?.offset ?? 0)
    }
    guard format <= QuestionnaireFile.newestFormat else {
      let newest = QuestionnaireFile.newestFormat
      report(.newerFormat(format, newest: newest), json.root["format"]?.offset ?? 0)
      return false
    }
    return true
  }

  /// A BCP 47 code: `fr`, `pt-BR`, `zh-Hant`.
  private static func isLanguage(_ code: String) -> Bool {
    let parts = code.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first?.utf8, (2...3).contains(first.count) else { return false }
    return first.allSatisfy { (97...122).contains($0) }
      && parts.dropFirst().allSatisfy { part in
        (1...8).contains(part.utf8.count)
          && part.utf8.allSatisfy { (97...122).contains($0 | 0x20) || (48...57).contains($0) }
      }
  }

  private static func isIdentifier(_ id: String) -> Bool {
    !id.isEmpty
      && id.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
  }

  mutating func questionnaire() -> Questionnaire? {
    let head = head()
    guard isReadable else { return nil }
    let languages = names.languages
    var reader = ListReader(json: json, languages: languages, files: files)
    let lists = top.value("choice_lists").map { reader.lists($0) } ?? [:]
    let specials = top.array("missing").map { reader.specials($0) } ?? []
    problems += reader.problems
    let outline = Outline(
      top.array("items") ?? [], lists: lists, languages: languages, in: json)
    problems += outline.problems
    names = Names(
      languages: languages, lists: lists, specials: specials.map(\.name),
      broken: outline.broken)
    var reading = ItemReading(outline: outline, names: names, json: json)
    let items = reading.items()
    var topChecks = reading.topLevel(json.root)
    problems += reading.problems
    let checks = items.flatMap(\.checks) + topChecks.checks("checks", owner: nil)
    let interviewLabel = topChecks.text("interview_label")
    let refused = topChecks.condition("refused")
    problems += topChecks.problems
    for key in ["checks", "interview_label", "refused"] { _ = top.value(key) }
    var resultsReading = ResultsReading(items, names: reading.names, json: json)
    var results = resultsReading.results(&top)
    results.refused = refused
    problems += resultsReading.problems
    top.finish()
    problems += top.problems
    let dependencies = dependencies(items, checks, outline)
    var desk = DeskCheck(
      items: items, checks: checks, lists: lists, outline: outline, json: json,
      rank: dependencies?.rank)
    desk.run()
    desk.findDirectReads(results, interviewLabel)
    problems += desk.problems
    guard let head, let dependencies, !problems.contains(where: { $0.severity == .error }) else {
      return nil
    }
    return Questionnaire(
      head: head, lists: lists, specials: specials, interviewLabel: interviewLabel, items: items,
      members: items.filter(\.repeats.isEmpty).map(\.index), checks: checks,
      dependencies: dependencies, results: results)
  }

  /// Who reads whom; nil where some do so in a circle, which is reported.
  private mutating func dependencies(
    _ items: [Item], _ checks: [Check], _ outline: Outline
  ) -> Dependencies? {
    do throws(Dependencies.Circles) {
      return try Dependencies(items: items, checks: checks)
    } catch {
      for circle in error.all {
        let members = circle.startingFirst { $0 }
        let names = members.map { items[$0].name }
        let read = names.count > 1 ? names[1] : names[0]
        let place = outline.entries[members[0]].place(ofReading: read) {
          json.offset(of: $0, in: $1)
        }
        report(.cycle(names + names.prefix(1)), place)
      }
      return nil
    }
  }

  private mutating func report(_ fact: Problem.Fact, _ offset: Int) {
    problems.append(Problem(fact, at: offset, in: json))
  }
}
