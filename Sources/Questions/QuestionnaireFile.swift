import Formulas

/// A questionnaire file, read strictly: every problem at once, in file order.
package enum QuestionnaireFile {
  /// The newest `format` this program reads.
  package static let newestFormat = 1

  /// Reads a whole questionnaire.
  ///
  /// - Returns: the questionnaire, and what its author should know though it can be used.
  /// - Throws: `Problems`, where at least one is an error.
  package static func read(
    _ bytes: [UInt8]
  ) throws(Problems) -> (questionnaire: Questionnaire, warnings: [Problem]) {
    var reading = QuestionnaireReading(try parse(bytes))
    let questionnaire = reading.questionnaire()
    let all = Self.inOrder(reading.problems)
    guard let questionnaire, !all.contains(where: { $0.severity == .error }) else {
      throw Problems(all: all)
    }
    return (questionnaire, all)
  }

  /// Reads only what a home screen shows: what is wrong with the questions is not looked for.
  package static func head(_ bytes: [UInt8]) throws(Problems) -> QuestionnaireHead {
    var reading = QuestionnaireReading(try parse(bytes, passingOver: body))
    guard let head = reading.head() else { throw Problems(all: inOrder(reading.problems)) }
    return head
  }

  /// The long members, of which a head needs nothing.
  private static let body: Set = ["choice_lists", "items", "checks"]

  private static func parse(
    _ bytes: [UInt8], passingOver passedOver: Set<String> = []
  ) throws(Problems) -> JSONText {
    do throws(JSONFault) {
      return try JSONText(bytes, passingOver: passedOver)
    } catch {
      throw Problems(all: [Problem(.notJSON(error.fact), at: error.offset, in: bytes)])
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
  private var names = Names(languages: [], lists: [:], specials: [])

  init(_ json: JSONText) {
    self.json = json
    top = KeyReader(
      json.root, in: json, owner: "the questionnaire", names: names, standing: .init())
  }

  mutating func head() -> QuestionnaireHead? {
    guard json.root.members != nil else {
      report(.wrongType("questionnaire", expected: .object), json.root.offset)
      return nil
    }
    guard checkFormat() else { return nil }
    let languages = top.array("languages")?.compactMap(\.string) ?? []
    names = Names(languages: languages, lists: [:], specials: [])
    problems += top.problems
    top = KeyReader(
      json.root, in: json, owner: "the questionnaire", names: names, standing: .init())
    _ = top.value("languages")
    _ = top.value("format")
    _ = top.value("$schema")
    let id = top.string("id")
    let version = top.string("version")
    let title = top.text("title")
    let description = top.text("description")
    for key in ["id", "version", "title", "languages", "items"] where json.root[key] == nil {
      top.report(.missingKey(key, on: "the questionnaire"), at: json.root.offset)
    }
    if let id, !Self.isIdentifier(id) {
      top.report(.badIdentifier(id), at: json.root["id"]?.offset ?? 0)
    }
    if languages.isEmpty, let node = json.root["languages"] {
      top.report(.emptyList("languages"), at: node.offset)
    }
    guard let id, let version, let title, !languages.isEmpty else {
      problems += top.problems
      return nil
    }
    return QuestionnaireHead(
      id: id, version: version, title: title, description: description, languages: languages)
  }

  private mutating func checkFormat() -> Bool {
    guard let format = top.count("format") else {
      if json.root["format"] == nil {
        report(.missingKey("format", on: "the questionnaire"), json.root.offset)
      }
      problems += top.problems
      return false
    }
    guard format <= QuestionnaireFile.newestFormat else {
      let newest = QuestionnaireFile.newestFormat
      report(.newerFormat(format, newest: newest), json.root["format"]?.offset ?? 0)
      return false
    }
    return true
  }

  private static func isIdentifier(_ id: String) -> Bool {
    !id.isEmpty
      && id.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
  }

  mutating func questionnaire() -> Questionnaire? {
    guard let head = head() else { return nil }
    var reader = ListReader(json: json, languages: head.languages)
    let lists = top.value("choice_lists").map { reader.lists($0) } ?? [:]
    let specials = top.array("missing").map { reader.specials($0) } ?? []
    problems += reader.problems
    let outline = Outline(
      top.array("items") ?? [], lists: lists, languages: head.languages, in: json)
    problems += outline.problems
    names = Names(languages: head.languages, lists: lists, specials: specials.map(\.name))
    var reading = ItemReading(outline: outline, names: names, json: json)
    let items = reading.items()
    var topChecks = reading.topLevel(json.root)
    problems += reading.problems
    let checks = items.flatMap(\.checks) + topChecks.checks("checks", owner: nil)
    let interviewLabel = topChecks.text("interview_label")
    problems += topChecks.problems
    for key in ["checks", "interview_label", "units", "indicators", "disclosure", "retention"] {
      _ = top.value(key)
    }
    _ = top.value("targets")
    top.finish()
    problems += top.problems
    guard !problems.contains(where: { $0.severity == .error }) else { return nil }
    do throws(Dependencies.Circle) {
      return Questionnaire(
        head: head, lists: lists, specials: specials, interviewLabel: interviewLabel,
        items: items, members: items.filter(\.repeats.isEmpty).map(\.index), checks: checks,
        dependencies: try Dependencies(items: items, checks: checks))
    } catch {
      let members = error.members + error.members.prefix(1)
      report(
        .cycle(members.map { items[$0].name }),
        error.members.first.map { outline.entries[$0].node.offset } ?? 0)
      return nil
    }
  }

  private mutating func report(_ fact: Problem.Fact, _ offset: Int) {
    problems.append(Problem(fact, at: offset, in: json.bytes))
  }
}
