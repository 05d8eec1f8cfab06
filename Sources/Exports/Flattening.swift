import Formulas
import Interviews
import Questions
import Records

/// Interviews on one questionnaire, as tables: one row per interview, and one table per repeat.
///
/// A question's column has its value, and `NAME_status` says why there is one or none: `answered`,
/// the name of the special answer, `left_blank`, `skipped`, `not_reached`. Calculated values and the
/// texts of `other` choices have no status of their own. The program's own columns start with `_`,
/// which no question can. The withdrawal code is in none.
package struct Flattening {
  private let questionnaire: Questionnaire
  private let sheets: [Sheet]
  package private(set) var tables: [Table]

  /// The columns of one table.
  private struct Sheet {
    /// By item; nil for the interviews themselves.
    let roster: Int?
    let columns: [Column]
  }

  private struct Column {
    let item: Int
    let matter: Matter
    let name: String
  }

  private enum Matter {
    case value
    case status
  }

  /// Tables without a row yet, every column there whatever was answered.
  package init(_ questionnaire: Questionnaire) {
    self.questionnaire = questionnaire
    let rosters = questionnaire.items.filter { $0.roster != nil }.map(\.index)
    sheets = ([nil] + rosters).map { Self.sheet($0, of: questionnaire) }
    var taken: Set<String> = []
    tables = sheets.map { sheet in
      var name = sheet.roster.map { questionnaire.items[$0].name } ?? "interviews"
      while !taken.insert(name.lowercased()).inserted { name += "_" }
      return Table(
        name: name,
        columns: Self.ownColumns(sheet.roster, of: questionnaire) + sheet.columns.map(\.name))
    }
  }

  private static func sheet(_ roster: Int?, of questionnaire: Questionnaire) -> Sheet {
    let names = Set(questionnaire.items.map { $0.name.lowercased() })
    var columns: [Column] = []
    for item in questionnaire.items where item.repeats.last == roster {
      guard let question = item.question, question.kind.valueType != nil else { continue }
      columns.append(Column(item: item.index, matter: .value, name: item.name))
      guard question.kind.standsAlone else { continue }
      var name = "\(item.name)_status"
      while names.contains(name.lowercased()) { name += "_" }
      columns.append(Column(item: item.index, matter: .status, name: name))
    }
    return Sheet(roster: roster, columns: columns)
  }

  /// What a row says before its answers: of the interview, or of the instance's place in it.
  private static func ownColumns(_ roster: Int?, of questionnaire: Questionnaire) -> [String] {
    guard let roster else {
      return [
        "_id", "_questionnaire", "_version", "_kind", "_mode", "_status", "_revision", "_language",
        "_interviewer", "_started", "_finished",
      ]
    }
    let around = questionnaire.items[roster].repeats.map { "_\(questionnaire.items[$0].name)" }
    return ["_id"] + around + ["_position"]
  }

  /// Adds an interview's rows.
  package mutating func append(_ record: Record) {
    let interview = record.interview
    for (place, sheet) in sheets.enumerated() {
      let around = sheet.roster.map { questionnaire.items[$0].repeats + [$0] } ?? []
      for (frame, positions) in Self.instances(around[...], in: 0, of: interview) {
        let id = Value.text(record.head.start.id)
        let own = sheet.roster == nil ? Self.own(record) : [id] + positions
        tables[place].append(own + sheet.columns.map { Self.cell($0, in: frame, of: interview) })
      }
    }
  }

  /// Every instance inside `repeats`, with its position in each.
  private static func instances(
    _ repeats: ArraySlice<Int>, in frame: Int, of interview: Interview
  ) -> [(frame: Int, positions: [Value])] {
    guard let roster = repeats.first else { return [(frame, [])] }
    let spot = Spot(frame: frame, item: roster)
    guard interview.isAsked(spot) else { return [] }
    return interview.instances(of: spot).enumerated().flatMap { place, instance in
      instances(repeats.dropFirst(), in: instance, of: interview)
        .map { ($0.frame, [.number(Number(place + 1))] + $0.positions) }
    }
  }

  private static func own(_ record: Record) -> [Value] {
    let start = record.head.start
    return [
      .text(start.id), .text(record.head.questionnaire), .text(record.head.version),
      .text(start.kind.rawValue), .text(start.mode.rawValue),
      .text(record.interview.status.rawValue), .number(Number(record.interview.revision)),
      .text(record.interview.language), .text(start.interviewer), .dateTime(start.started),
      record.course.finished.map(Value.dateTime) ?? .blank,
    ]
  }

  private static func cell(_ column: Column, in frame: Int, of interview: Interview) -> Value {
    let spot = Spot(frame: frame, item: column.item)
    switch column.matter {
    case .value: return interview.value(at: spot)
    case .status: return .text(interview.presence(at: spot).word)
    }
  }
}

extension Presence {
  /// How a table writes it.
  fileprivate var word: String {
    switch self {
    case .answered: "answered"
    case .special(let name): name
    case .leftBlank: "left_blank"
    case .notReached: "not_reached"
    case .skipped: "skipped"
    }
  }
}
