import Formulas
import Interviews
import Questions

/// One table to import, its columns understood: the interviews, or the instances of one repeat.
///
/// The first column names the interview. A column is a question's name; `NAME_status` is read for
/// what was left blank. Names starting with `_` or ending in `_index`, and calculated values, are
/// passed over.
struct ImportTable {
  let text: TableText
  /// The repeat whose instances are its rows, by index; nil for interviews.
  let roster: Int?
  private let columns: [Column]
  private let questionnaire: Questionnaire

  private struct Column {
    let place: Int
    /// By index.
    let question: Int
    /// Where its status stands, if anywhere.
    let status: Int?
  }

  /// - Throws: everything wrong with its columns.
  init(_ text: TableText, on questionnaire: Questionnaire) throws(ImportFaults) {
    self.text = text
    self.questionnaire = questionnaire
    var faults: [ImportFault.Fact] = []
    var columns: [Column] = []
    var seen: Set<String> = []
    for (place, name) in text.header.enumerated().dropFirst() {
      if !seen.insert(name).inserted { faults.append(.columnTwice(name)) }
      guard let item = questionnaire[name], let question = item.question else {
        if !Self.isPassedOver(name, on: questionnaire) {
          let names = questionnaire.items.filter { $0.question != nil }.map(\.name)
          faults.append(.noSuchColumn(name, nearest: nearestName(to: name, among: names)))
        }
        continue
      }
      guard question.holdsAnswer, !question.isGrid else { continue }
      let status = text.header.firstIndex(of: "\(name)_status")
      columns.append(Column(place: place, question: item.index, status: status))
    }
    self.columns = columns
    let first = columns.first.map { questionnaire.items[$0.question] }
    roster = first?.repeats.last
    if let first, first.repeats.count > 1 { faults.append(.innerRepeat(first.name)) }
    if let first,
      let other = columns.first(where: { questionnaire.items[$0.question].repeats != first.repeats }
      )
    {
      faults.append(.mixedTable(first.name, questionnaire.items[other.question].name))
    }
    let path = text.path
    guard faults.isEmpty else {
      throw ImportFaults(all: faults.map { ImportFault($0, path: path, line: 1) })
    }
  }

  private static func isPassedOver(_ name: String, on questionnaire: Questionnaire) -> Bool {
    let status = "_status"
    let isStatus =
      name.hasSuffix(status) && questionnaire[String(name.dropLast(status.count))] != nil
    return name.hasPrefix("_") || name.hasSuffix("_index") || isStatus
  }

  /// How many of a header's columns a questionnaire knows.
  static func known(_ header: [String], on questionnaire: Questionnaire) -> Int {
    header.count { questionnaire[$0]?.question != nil }
  }

  /// The answers of one row, and what is wrong in it.
  func answers(_ row: TableText.Row) -> (given: [(question: Int, answer: Answer)], [ImportFault]) {
    var given: [(question: Int, answer: Answer)] = []
    var faults: [ImportFault] = []
    for column in columns {
      let isLeftBlank = column.status.map { row.cells[$0] == "left_blank" } ?? false
      do throws(Rejection) {
        let answer = try questionnaire.answer(row.cells[column.place], to: column.question)
        if let answer = answer ?? (isLeftBlank ? .leftBlank : nil) {
          given.append((column.question, answer))
        }
      } catch {
        let name = questionnaire.items[column.question].name
        let fact = ImportFault.Fact.rejected(column: name, error)
        faults.append(ImportFault(fact, path: text.path, line: row.line))
      }
    }
    return (given, faults)
  }
}

extension Questionnaire {
  /// What a cell says of a question: a special answer's name, or a value in its plain form.
  ///
  /// - Returns: nil for a blank cell.
  func answer(_ cell: String, to question: Int) throws(Rejection) -> Answer? {
    guard let someDay = CalendarDate(year: 2000), let question = items[question].question else {
      return nil
    }
    if question.missing.contains(cell) { return .special(cell) }
    let names = question.kind.choices?.list.choices.map(\.name) ?? []
    let value = try question.kind.value(of: cell, offered: names, in: .english, today: someDay)
    return value.isBlank ? nil : .given(question.kind.fitted(value), isProposal: false)
  }
}
