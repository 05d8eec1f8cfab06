import Testing

@testable import Formulas

/// What a formula says of itself to those who keep it up to date.
struct FormulaTests {
  private let sheet: Sheet

  init() throws {
    var sheet = try Sheet("sheet.tsv")
    sheet.columns = ["towns": ["name", "label", "population", "region"]]
    self.sheet = sheet
  }

  private func reads(_ text: String, at place: String = "") throws -> [String] {
    let names = Dictionary(uniqueKeysWithValues: sheet.symbols.map { ($0.value.index, $0.key) })
    return try Formula(text, in: sheet.scope(at: place)).references.map {
      "\(names[$0.symbol] ?? "") \($0.reach)"
    }
  }

  @Test(arguments: [
    ("", "${age} > 5 and ${age} < 9", ["age one"]),
    ("", "${age} + ${weight}", ["age one", "weight one"]),
    ("", "missing(${age}) = 'nsp'", ["age special"]),
    ("", "choice-name(${consent})", ["consent label"]),
    ("", "sum(${rooms})", ["rooms every(within: 0)"]), ("", "sum(${age})", ["age one"]),
    ("", "count(${homes})", ["homes every(within: 0)"]),
    ("", "count(${members})", ["members every(within: 0)"]),
    ("homes[1]", "sum(${rooms}) + ${rooms}", ["rooms every(within: 0)", "rooms one"]),
    ("homes[1]", "count(${homes})", ["homes every(within: 0)"]),
    ("homes[1]", "count(${members})", ["members every(within: 1)"]),
    ("homes[1]", "max(${years})", ["years every(within: 1)"]),
    ("homes[1].members[1]", "max(${years})", ["years every(within: 1)"]),
    ("homes[1].members[1]", "join(' ', ${rooms})", ["rooms every(within: 0)"]),
    ("homes[1].members[1]", "min(${years}, 5)", ["years one"]),
    ("homes[1].members[1]", "count(${members})", ["members every(within: 1)"]),
    (
      "homes[1]", "indexed-repeat(${years}, ${members}, ${rooms})",
      ["rooms one", "years every(within: 1)"]
    ),
    ("", "indexed-repeat(${years}, ${homes}, 1, ${members}, 1)", ["years every(within: 0)"]),
  ])
  func `a formula names what it reads, each once`(place: String, text: String, reads: [String])
    throws
  {
    #expect(try self.reads(text, at: place) == reads)
  }

  @Test func `a formula says what else it depends on`() throws {
    var scope = sheet.scope(at: "homes[1]", candidate: "age")
    scope.attributes = .named(["name", "region"])
    let text =
      "once(. + random() + random() + position(..)) > 0 and region = ${town} and "
      + "pulldata('towns', 'label', 'name', name) = ''"
    let formula = try Formula(text, in: scope)
    #expect(formula.readsCandidate && formula.keepsCandidate && formula.readsPosition)
    #expect(formula.readsAttributes && formula.randomPlaces == 2 && formula.lists == ["towns"])
    let plain = try Formula("1", in: scope)
    #expect(!plain.readsCandidate && !plain.keepsCandidate && !plain.readsPosition)
    #expect(!plain.readsAttributes && plain.randomPlaces == 0 && plain.lists == [])
  }

  @Test(arguments: [
    ("5", ValueType.number, Value.number(Number(5))), ("'5'", .number, .number(Number(5))),
    ("5", .text, .text("5")), ("'oui'", .choice, .choice("oui")), ("''", .choice, .blank),
    ("'mail site'", .choices, .choices(["mail", "site"])), ("${consent}", .text, .text("oui")),
    ("selected-at(${tools}, 0)", .choice, .choice("mail")), ("1", .choice, .choice("1")),
    ("concat('mail', ' ', 'site')", .choices, .choices(["mail", "site"])),
    ("true()", .boolean, .boolean(true)), ("${age}", .text, .text("34")),
  ])
  func `a formula yields the type expected of it`(text: String, type: ValueType, value: Value)
    throws
  {
    let formula = try Formula(text, expecting: [type], in: sheet.scope())
    #expect(formula.value(in: sheet.surroundings()) == value)
    #expect(formula.type == type || value == .blank)
  }

  @Test func `a default date keeps the precision it is written with`() throws {
    let formula = try Formula("'1995-01'", expecting: [.date], in: sheet.scope())
    #expect(formula.value(in: sheet.surroundings()).plain == "1995-01")
  }

  @Test func `the dot is the value that is tried`() throws {
    let formula = try Formula(". >= 10 and . <= 20", in: sheet.scope(candidate: "age"))
    #expect(formula.holds(in: sheet.surroundings(candidate: .number(Number(15)))))
    #expect(!formula.holds(in: sheet.surroundings(candidate: .number(Number(21)))))
    #expect(!formula.holds(in: sheet.surroundings()))
  }

  @Test func `once keeps what is already there`() throws {
    let formula = try Formula("once(today())", in: sheet.scope())
    let kept = Value.date(try #require(CalendarDate(reading: "2001-01-01")))
    #expect(formula.value(in: sheet.surroundings(candidate: kept)) == kept)
    #expect(formula.value(in: sheet.surroundings()).plain == "2018-06-12")
  }

  @Test func `months and days are named in the interview's language`() throws {
    let formula = try Formula("format-date(${born}, '%A %e %B, %a %b')", in: sheet.scope())
    var seat = sheet.surroundings()
    #expect(formula.value(in: seat).plain == "lundi 5 mars, lun. mars")
    seat.language = .english
    #expect(formula.value(in: seat).plain == "Monday 5 March, Mon Mar")
  }

  @Test func `formulas written alike are equal`() throws {
    let scope = sheet.scope()
    #expect(try Formula("${age} > 5", in: scope) == Formula("${age} > 5", in: scope))
    #expect(try Formula("${age} > 5", in: scope) != Formula("${age} > 6", in: scope))
  }
}
