import Questions
import Records

/// A table's columns, found in one version of the questionnaire.
struct BoundTable: Sendable {
  /// By item; nil for the interviews, and where this version has no such repeat.
  let roster: Int?
  /// Whether this version has rows for it.
  let hasRows: Bool
  /// In the layout's order.
  let cells: [BoundCell]
  /// The questions that stand in it.
  let fields: [BoundField]

  init(_ table: TableLayout, in form: Questionnaire) {
    let roster = table.roster.flatMap { name in
      form[name]?.roster == nil ? nil : form.index(of: name)
    }
    self.roster = roster
    hasRows = table.roster == nil || roster != nil
    let depth = table.repeats.count
    cells = table.columns.map { BoundCell($0, depth, in: form) }
    fields = table.fields.enumerated().compactMap { place, field in
      guard let item = form.index(of: field.name), form.items[item].question != nil else {
        return nil
      }
      return BoundField(place: place, item: item, hasStatus: field.hasStatus)
    }
  }
}

/// A question of a table, in one version.
struct BoundField: Sendable {
  /// Among the layout's fields.
  let place: Int
  let item: Int
  let hasStatus: Bool
}

/// A column, in one version: where its cells are read.
enum BoundCell: Sendable {
  /// The question is not in this version.
  case absent
  case head(PictureScan.Head)
  case position(up: Int)
  case seconds
  /// The item's answer, in the frame so many levels up.
  case value(item: Int, up: Int)
  case flag(item: Int, choice: [UInt8])
  case rank(item: Int, choice: [UInt8])
  case status(item: Int)

  init(_ column: Column, _ depth: Int, in form: Questionnaire) {
    switch column.content {
    case .head(let head): self = .head(head)
    case .position(let up): self = .position(up: up)
    case .seconds: self = .seconds
    case .value(let field), .option(let field, _), .status(let field):
      guard let item = form.index(of: field.name), form.items[item].question != nil else {
        self = .absent
        return
      }
      self = Self.cell(column.content, item, up: max(0, depth - form.items[item].repeats.count))
    }
  }

  private static func cell(_ content: Column.Content, _ item: Int, up: Int) -> BoundCell {
    switch content {
    case .value: .value(item: item, up: up)
    case .option(let field, let choice) where field.isRank:
      .rank(item: item, choice: Array(choice.name.utf8))
    case .option(_, let choice): .flag(item: item, choice: Array(choice.name.utf8))
    case .status: .status(item: item)
    case .head, .position, .seconds: .absent
    }
  }
}
