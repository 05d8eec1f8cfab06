import Formulas
import Questions

// Choices that are rows of a file: what an answer keeps of its row prevails over the file of now.

extension AnswerTree {
  /// The choice a name stands for at a spot; nil where its list has none of that name.
  func choice(_ name: String, at spot: Spot) -> Choice? {
    guard let list = item(spot).question?.kind.choices?.list else { return nil }
    if let file = list.file, let row = rows[spot], row[file.key] == name {
      return file.choice(row)
    }
    return list[name]
  }

  /// The names an input may give at a spot; of a file's, only the one it gives.
  func names(offeredTo input: String, at spot: Spot) -> [String] {
    guard let question = item(spot).question?.kind.choices else { return [] }
    guard question.list.file != nil else { return offered(at: spot).map(\.name) }
    guard let choice = choice(input.trimmed, at: spot),
      isOffered(choice, of: question, at: spot)
    else { return [] }
    return [choice.name]
  }

  /// What an answer keeps of the row it chose; nil where its choices are no file's.
  func row(of value: Value, at spot: Spot) -> ListRow? {
    guard case .choice(let name) = value,
      let file = item(spot).question?.kind.choices?.list.file
    else { return nil }
    return file.row(named: name) ?? rows[spot]
  }

  /// What `pulldata` finds: in the rows answers keep, then in the list.
  func lookup(_ list: String, column: String, keyColumn: String, value: String) -> String? {
    guard let found = questionnaire.lists[list] else { return nil }
    if found.file != nil {
      for (spot, row) in rows where row[keyColumn] == value {
        if item(spot).question?.kind.choices?.list.name == list { return row[column] }
      }
    }
    return found.lookup(
      column: column, keyColumn: keyColumn, value: value, language: language)
  }
}

extension Interview {
  /// Which rows of a file are offered at a question now, by place; nil where all are.
  ///
  /// One look at each row, for the screen that searches them: not for every key.
  package func offeredRows(at spot: Spot) -> [Bool]? {
    guard let question = tree.item(spot).question?.kind.choices, let filter = question.filter,
      let table = question.list.file?.table
    else { return nil }
    var standpoint = Standpoint(tree: tree, frame: spot.frame, item: spot.item)
    return (0..<table.rowCount).map { place in
      standpoint.row = (table, place)
      return filter.holds(in: standpoint)
    }
  }
}

extension Check {
  /// Whether it looks up a list whose file is not installed: then nothing can be said.
  func readsMissingList(of questionnaire: Questionnaire) -> Bool {
    formulas.contains { formula in
      formula.lists.contains { questionnaire.lists[$0]?.isMissing ?? false }
    }
  }
}
