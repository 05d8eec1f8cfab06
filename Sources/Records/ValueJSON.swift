import Formulas
import Questions

// Values in journals and pictures: numbers are exact decimals; names of several choices an array;
// all else a string, read back with the type of the question it answers.

extension JSONTree {
  package init(_ value: Value) {
    switch value {
    case .blank: self = .null
    case .boolean(let truth): self = .boolean(truth)
    case .number(let number): self = .number(number.description)
    case .choices(let names): self = .array(names.map(JSONTree.string))
    case .text, .date, .time, .dateTime, .choice: self = .string(value.plain)
    }
  }
}

extension JSONTree {
  init(_ row: ListRow) {
    self = .object(zip(row.columns, row.fields).map { .init($0, .string($1)) })
  }
}

extension ListRow {
  /// Reads what a row is written as; nil for any other shape.
  init?(_ json: JSONValue) {
    guard let members = json.members else { return nil }
    let fields = members.compactMap(\.value.string)
    guard fields.count == members.count else { return nil }
    self.init(columns: members.map(\.name), fields: fields)
  }
}

extension JSONValue {
  /// The value this stands for, as an answer of `type`; nil where it is of another shape.
  ///
  /// - Parameter type: nil where the questionnaire does not say: the shape decides.
  package func value(as type: ValueType?) -> Value? {
    switch kind {
    case .null: .blank
    case .boolean(let truth): type == .boolean || type == nil ? .boolean(truth) : nil
    case .number(let digits):
      type == .number || type == nil ? Number(reading: digits).map(Value.number) : nil
    case .string(let text): Self.value(text, as: type ?? .text)
    case .array(let elements):
      type == .choices || type == nil ? Self.names(elements).map(Value.choices) : nil
    case .object: nil
    }
  }

  private static func value(_ text: String, as type: ValueType) -> Value? {
    switch type {
    case .text: .text(text)
    case .date: CalendarDate(reading: text).map(Value.date)
    case .time: ClockTime(reading: text).map(Value.time)
    case .dateTime: DateTime(reading: text).map(Value.dateTime)
    case .choice: .choice(text)
    case .number, .boolean, .choices: nil
    }
  }

  private static func names(_ elements: [JSONValue]) -> [String]? {
    let names = elements.compactMap(\.string)
    return names.count == elements.count ? names : nil
  }
}

extension Questionnaire {
  /// The type of the answers of an item; nil for what holds none, or is not there.
  package func valueType(of name: String) -> ValueType? { self[name]?.question?.kind.valueType }
}
