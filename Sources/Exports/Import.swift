import Formulas
import Interviews
import Questions

/// Tables of an earlier edition, as interviews ended the day they were held.
package struct Import: Sendable {
  package struct Row: Sendable {
    /// What its first cell says.
    package let key: String
    package let contents: Contents
    fileprivate let path: String
    fileprivate let line: Int
  }

  /// In the order of the table of interviews.
  package let rows: [Row]
  private let questionnaire: Questionnaire

  /// - Parameters:
  ///   - tables: one of interviews, and at most one per repeat.
  ///   - set: answers for every interview whose table says nothing of that question.
  /// - Throws: every fault; nothing is imported then.
  package init(
    _ tables: [TableText], on questionnaire: Questionnaire, set: [(name: String, text: String)]
  ) throws(ImportFaults) {
    self.questionnaire = questionnaire
    var faults: [ImportFault] = []
    var understood: [ImportTable] = []
    for table in tables {
      if let key = tables.first?.header.first, let own = table.header.first, own != key {
        faults.append(ImportFault(.otherKey(own, expected: key), path: table.path, line: 1))
      }
      do throws(ImportFaults) {
        understood.append(try ImportTable(table, on: questionnaire))
      } catch {
        faults += error.all
      }
    }
    let constants = Self.constants(set, on: questionnaire, &faults)
    faults += Self.shapeFaults(understood, on: questionnaire)
    guard faults.isEmpty, let interviews = understood.first(where: { $0.roster == nil }) else {
      throw ImportFaults(all: faults)
    }
    var drafts = Self.drafts(interviews, constants, &faults)
    for table in understood where table.roster != nil { Self.add(table, to: &drafts, &faults) }
    guard faults.isEmpty else { throw ImportFaults(all: faults) }
    rows = drafts.order.compactMap { key in
      drafts.byKey[key].map {
        Row(
          key: key, contents: $0.contents(on: questionnaire), path: interviews.text.path,
          line: $0.line)
      }
    }
  }

  /// The interview of a row, ended; and what found no place in it.
  package func interview(of row: Row, _ start: Start) -> (Interview, [ImportFault]) {
    let interview = Interview(
      start, on: questionnaire, holding: row.contents, language: start.language,
      status: .finished, revision: 1)
    let kept = Set(Self.paths(interview.contents.nodes, []))
    let lost = Self.paths(row.contents.nodes, []).filter { !kept.contains($0) }
    return (
      interview,
      lost.map {
        ImportFault(.notTaken(column: $0.column, $0.value), path: row.path, line: row.line)
      }
    )
  }

  private struct Place: Hashable {
    let column: String
    let value: String
  }

  private static func paths(_ nodes: [Contents.Node], _ around: [String]) -> [Place] {
    nodes.flatMap { node in
      switch node {
      case .value(let name, let value):
        [Place(column: (around + [name]).joined(separator: "."), value: value.plain)]
      case .instances(let name, let instances):
        instances.enumerated().flatMap { place, nodes in
          paths(nodes, around + ["\(name)[\(place + 1)]"])
        }
      }
    }
  }

  /// The questionnaire that knows most of the tables' columns; nil where none knows any.
  package static func fitting(
    _ tables: [TableText], among questionnaires: [Questionnaire]
  ) -> Questionnaire? {
    let known = questionnaires.map { form in
      (form, tables.reduce(0) { $0 + ImportTable.known($1.header, on: form) })
    }
    return known.max { $0.1 < $1.1 }.flatMap { $0.1 > 0 ? $0.0 : nil }
  }
}

extension Import {
  /// What is known of one interview while its tables are read.
  fileprivate struct Draft {
    let line: Int
    var given: [(question: Int, answer: Answer)]
    /// By repeat: its instances, in the order of the rows.
    var instances: [Int: [[(question: Int, answer: Answer)]]] = [:]

    func contents(on questionnaire: Questionnaire) -> Contents {
      var contents = Contents()
      contents.nodes = Self.nodes(given, [], on: questionnaire, &contents)
      for (roster, all) in instances.sorted(by: { $0.key < $1.key }) {
        let name = questionnaire.items[roster].name
        let nodes = all.enumerated().map { place, given in
          let step = AnswerPath.Step(name, instance: place + 1)
          return Self.nodes(given, [step], on: questionnaire, &contents)
        }
        contents.nodes.append(.instances(name, nodes))
      }
      return contents
    }

    private static func nodes(
      _ given: [(question: Int, answer: Answer)], _ around: [AnswerPath.Step],
      on questionnaire: Questionnaire, _ contents: inout Contents
    ) -> [Contents.Node] {
      given.compactMap { question, answer in
        let name = questionnaire.items[question].name
        let path = AnswerPath(steps: around + [AnswerPath.Step(name)])
        switch answer {
        case .given(let value, _): return .value(name, value)
        case .special(let special): contents.specials.append(.init(path, special))
        case .leftBlank: contents.leftBlank.append(path)
        }
        return nil
      }
    }
  }

  fileprivate struct Drafts {
    var order: [String] = []
    var byKey: [String: Draft] = [:]
  }

  private static func constants(
    _ set: [(name: String, text: String)], on questionnaire: Questionnaire,
    _ faults: inout [ImportFault]
  ) -> [(question: Int, answer: Answer)] {
    set.compactMap { name, text in
      guard let item = questionnaire[name], item.question?.holdsAnswer == true,
        item.repeats.isEmpty
      else {
        let names = questionnaire.items.filter { $0.question != nil && $0.repeats.isEmpty }
        let nearest = nearestName(to: name, among: names.map(\.name))
        let fact = ImportFault.Fact.noSuchColumn(name, nearest: nearest)
        faults.append(ImportFault(fact, path: "--set \(name)", line: 0))
        return nil
      }
      do throws(Rejection) {
        return try questionnaire.answer(text, to: item.index).map { (item.index, $0) }
      } catch {
        faults.append(ImportFault(.rejected(column: name, error), path: "--set \(name)", line: 0))
        return nil
      }
    }
  }

  /// One table of interviews, at most one per repeat.
  private static func shapeFaults(
    _ tables: [ImportTable], on questionnaire: Questionnaire
  ) -> [ImportFault] {
    var seen: Set<Int?> = []
    var faults: [ImportFault] = []
    for table in tables where !seen.insert(table.roster).inserted {
      let name = table.roster.map { questionnaire.items[$0].name } ?? "interviews"
      faults.append(ImportFault(.severalTables(of: name), path: table.text.path, line: 1))
    }
    if !seen.contains(nil), let first = tables.first {
      faults.append(ImportFault(.noInterviews, path: first.text.path, line: 1))
    }
    return faults
  }

  private static func drafts(
    _ table: ImportTable, _ constants: [(question: Int, answer: Answer)],
    _ faults: inout [ImportFault]
  ) -> Drafts {
    var drafts = Drafts()
    for row in table.text.rows {
      let key = row.cells[0]
      if key.isEmpty {
        faults.append(ImportFault(.blankKey, path: table.text.path, line: row.line))
      }
      if drafts.byKey[key] != nil {
        faults.append(ImportFault(.keyTwice(key), path: table.text.path, line: row.line))
      }
      let (given, wrong) = table.answers(row)
      faults += wrong
      let said = Set(given.map(\.question))
      let all = constants.filter { !said.contains($0.question) } + given
      drafts.order.append(key)
      drafts.byKey[key] = Draft(line: row.line, given: all)
    }
    return drafts
  }

  private static func add(
    _ table: ImportTable, to drafts: inout Drafts, _ faults: inout [ImportFault]
  ) {
    guard let roster = table.roster else { return }
    // An interview without a row has no instance, whatever number it was to open with.
    for key in drafts.order { drafts.byKey[key]?.instances[roster] = [] }
    for row in table.text.rows {
      let (given, wrong) = table.answers(row)
      faults += wrong
      if drafts.byKey[row.cells[0]] == nil {
        let fact = ImportFault.Fact.noSuchInterview(row.cells[0])
        faults.append(ImportFault(fact, path: table.text.path, line: row.line))
      }
      drafts.byKey[row.cells[0]]?.instances[roster, default: []].append(given)
    }
  }
}
