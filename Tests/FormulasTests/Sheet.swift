@testable import Formulas

/// Questions and answers to try formulas on, read from a table.
///
/// A row is: name, type (or `group`, `repeat`), the repeats around it, its choices (`name=label`),
/// then its answers, `1.2=text` for the second instance in the first, `*` before a special answer's
/// name, `-` for a question not asked; for a repeat, the instances there are.
struct Sheet: Sendable {
  var symbols: [String: Symbol] = [:]
  var answers: [Int: [(path: [Int], value: Value)]] = [:]
  var specials: [Int: [[Int]: String]] = [:]
  var labels: [Int: [String: String]] = [:]
  var columns: [String: Set<String>] = [:]

  init(_ file: String) throws {
    let rows = try table(file)
    let places = Dictionary(uniqueKeysWithValues: zip(rows.map { $0[0] }, rows.indices))
    for (index, row) in rows.enumerated() {
      let role: Symbol.Role =
        row[1] == "repeat" ? .repeated : valueType(row[1]).map { .value($0) } ?? .group
      var choices: [String: String] = [:]
      for choice in row[3].split(separator: "|") {
        let parts = choice.split(separator: "=", maxSplits: 1).map(String.init)
        choices[parts[0]] = parts.last
      }
      labels[index] = choices
      symbols[row[0]] = Symbol(
        index: index, role: role, repeats: words(row[2]).compactMap { places[$0] },
        choices: choices.isEmpty ? nil : Set(choices.keys))
      guard row.count > 4, !row[4].isEmpty else { continue }
      for cell in row[4].split(separator: "|") { read(String(cell), role, index) }
    }
  }

  private mutating func read(_ cell: String, _ role: Symbol.Role, _ index: Int) {
    let parts = cell.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts[0].split(separator: ".").compactMap { Int($0) }
    let text = parts.count > 1 ? String(parts[1]) : ""
    guard case .value(let type) = role else {
      answers[index, default: []].append((path, .boolean(true)))
      return
    }
    if text == "-" { return }
    if text.hasPrefix("*") { specials[index, default: [:]][path] = String(text.dropFirst()) }
    let value = text.hasPrefix("*") ? .blank : Value.text(text).converted(to: type)
    answers[index, default: []].append((path, value))
  }

  /// What a formula may name here; `place` is like `homes[1].members[2]`.
  func scope(at place: String = "", candidate: String = "") -> Scope {
    let (known, lists) = (symbols, columns)
    return Scope(
      symbols: { known[$0] }, names: { known.keys.sorted() },
      repeats: place.split(separator: ".").compactMap { part in
        known[String(part.prefix { $0 != "[" })]?.index
      },
      candidate: symbols[candidate], lists: { lists[$0].map(Columns.named) },
      listNames: { lists.keys.sorted() })
  }

  /// The answers as seen from one instance.
  func surroundings(at place: String = "", candidate: Value = .blank) -> Seat {
    let path = place.split(separator: ".").compactMap { part in
      Int(part.drop { $0 != "[" }.dropFirst().dropLast())
    }
    return Seat(sheet: self, path: path, candidate: candidate)
  }
}

/// One place in a sheet, from which a formula looks round.
struct Seat: Surroundings {
  let sheet: Sheet
  let path: [Int]
  let candidate: Value
  var language = Language.french
  var rows: [[String: String]] = [
    ["name": "75056", "label": "Paris", "population": "2133111", "region": "11"],
    ["name": "33063", "label": "Bordeaux", "population": "261804", "region": "75"],
    ["name": "55010", "label": "Ancerville", "population": "", "region": "44"],
  ]

  init(sheet: Sheet, path: [Int], candidate: Value) {
    self.sheet = sheet
    self.path = path
    self.candidate = candidate
  }

  private func depth(_ symbol: Int) -> Int {
    sheet.symbols.values.first { $0.index == symbol }?.repeats.count ?? 0
  }

  private func value(of symbol: Int, inside path: [Int]) -> Value {
    sheet.answers[symbol]?.first { $0.path == path }?.value ?? .blank
  }

  func value(of symbol: Int) -> Value {
    value(of: symbol, inside: Array(path.prefix(depth(symbol))))
  }

  func values(of symbol: Int, within depth: Int) -> [Value] {
    sheet.answers[symbol, default: []].filter { $0.path.starts(with: path.prefix(depth)) }
      .map(\.value)
  }

  func value(of symbol: Int, at positions: [Int]) -> Value {
    value(of: symbol, inside: path.prefix(depth(symbol) - positions.count) + positions)
  }

  func special(of symbol: Int) -> String? {
    sheet.specials[symbol]?[Array(path.prefix(depth(symbol)))]
  }

  func choiceLabel(of symbol: Int) -> String? {
    let names = value(of: symbol).plain.split(separator: " ")
    let labels = names.compactMap { sheet.labels[symbol]?[String($0)] }
    return labels.isEmpty ? nil : labels.joined(separator: ", ")
  }

  func choiceLabel(_ name: String, of symbol: Int) -> String? {
    sheet.labels[symbol]?[name]
  }

  func attribute(_ name: String) -> Value {
    .written(rows[0][name] ?? "")
  }

  func lookup(list: String, column: String, keyColumn: String, value: String) -> String? {
    rows.first { $0[keyColumn] == value }?[column]
  }

  var position: Int? { path.last }
  var today: CalendarDate { now.date }
  var now: DateTime {
    guard let now = DateTime(reading: "2018-06-12T09:03:11+02:00") else {
      preconditionFailure("the test's own moment does not read")
    }
    return now
  }

  func random(_ place: Int) -> Number {
    Number(reading: "0.\(place + 1)5") ?? .zero
  }
}
