import Formulas
import Interviews
import Questions
import Scenarios
import Testing

/// An interview in progress goes to another version of its questionnaire.
@Suite struct MigrationTests {
  private static let lists = #"""
    "vues": [{"name": "mer", "label": "Mer"}, {"name": "2018", "label": "2018"},
             {"name": "port", "label": "Port"}]
    """#

  private func read(_ items: String) throws -> Questionnaire {
    try QuestionnaireFile.read(Array(form(items, lists: Self.lists).utf8)).questionnaire
  }

  private func migrate(_ events: [Event], from old: String, to new: String) throws -> Migration {
    let old = try Scenario(form(old, lists: Self.lists))
    var interview = old.interview
    for event in events { interview.apply(event) }
    return Migration(of: interview, to: try read(new), hash: "nouveau")
  }

  private func at(_ path: String, _ value: Value) -> Event {
    .answer(AnswerPath(reading: path) ?? AnswerPath(path), value, isProposal: false)
  }

  @Test(arguments: [
    ("text", "integer", Value.text("12"), Value.number(Number(12)) as Value?),
    ("text", "integer", .text("douze"), nil), ("integer", "text", .number(Number(12)), .text("12")),
    ("text", "date", .text("2018-06"), .date(CalendarDate(reading: "2018-06")!)),
    ("date", "time", .date(CalendarDate(year: 2018)!), nil),
    ("text", "time", .text("09:05"), .time(ClockTime(hour: 9, minute: 5)!)),
    ("text", "acknowledge", .text("oui"), nil), ("acknowledge", "text", .text("OK"), .text("OK")),
    ("text", "note", .text("x"), nil), ("select_one", "text", .choice("mer"), .text("mer")),
    ("integer", "select_one", .number(Number(2018)), .choice("2018")),
    ("text", "select_one", .text("lac"), nil),
    ("select_one", "select_multiple", .choice("mer"), .choices(["mer"])),
    ("select_multiple", "select_one", .choices(["mer"]), .choice("mer")),
    ("select_multiple", "select_one", .choices(["mer", "port"]), nil),
    ("select_multiple", "rank", .choices(["port", "mer"]), .choices(["port", "mer"])),
  ])
  func `an answer reads as another type where it can`(
    from: String, to: String, held: Value, becomes: Value?
  ) throws {
    let write = { (type: String) in
      let choices = ["select_one", "select_multiple", "rank"].contains(type)
      return item(type, "q", choices ? #""choices": "vues""# : "")
    }
    let migration = try migrate([at("q", held)], from: write(from), to: write(to))
    let place = try #require(migration.interview.spot(of: AnswerPath("q")))
    #expect(migration.interview.value(at: place) == becomes ?? .blank)
    let isKept = becomes == held
    #expect(migration.keptCount == (isKept ? 1 : 0))
    let passage = Migration.Passage(place: "q", held: held.plain, becomes: becomes?.plain)
    #expect(migration.dropped == (becomes == nil ? [passage] : []))
    #expect(migration.changed == (becomes == nil || isKept ? [] : [passage]))
  }

  @Test func `choices that are gone are told, the others stay`() throws {
    let migration = try migrate(
      [at("q", .choices(["oui", "non"]))],
      from: item("select_multiple", "q", #""choices": "ouinon""#),
      to: item("select_multiple", "q", #""choices": [{"name": "non", "label": "Non"}]"#))
    #expect(
      migration.changed == [Migration.Passage(place: "q", held: "oui non", becomes: "non")])
  }

  @Test func `specials, blanks, remarks and drafts go along, or are told`() throws {
    let old = items(
      item("text", "a", #""missing": ["nsp"]"#), item("text", "b", #""missing": ["nsp"]"#),
      item("text", "c"), item("text", "d"), item("text", "e"))
    let events: [Event] = [
      .special(AnswerPath("a"), "nsp"), .special(AnswerPath("b"), "nsp"), .leave(AnswerPath("c")),
      .remark(AnswerPath("c"), "vide"), .draft(AnswerPath("d"), "brou"),
      .remark(AnswerPath("e"), "partie"),
    ]
    let migration = try migrate(
      events, from: old,
      to: items(
        item("text", "d"), item("text", "c"), item("text", "a", #""missing": ["nsp"]"#),
        item("text", "b")))
    let interview = migration.interview
    #expect(interview.contents.specials.map(\.path.description) == ["a"])
    #expect(interview.contents.leftBlank == [AnswerPath("c")])
    #expect(interview.contents.remarks.map(\.held) == ["vide"])
    #expect(interview.drafts.values.sorted() == ["brou"])
    #expect(migration.keptCount == 1)
    #expect(migration.dropped.map(\.place) == ["b", "✎ e"])
    #expect(!interview.canUndo)
  }

  @Test func `instances go along, inside others too, and a fixed number is not exceeded`() throws {
    let old = within(
      "repeat", "fiche", [item("text", "nom"), within("repeat", "seance", [item("text", "lieu")])])
    let events: [Event] = [
      .add(AnswerPath("fiche")), at("fiche[1].nom", .text("un")), .add(AnswerPath("fiche")),
      at("fiche[2].nom", .text("deux")), .add(AnswerPath(reading: "fiche[2].seance")!),
      at("fiche[2].seance[1].lieu", .text("Laon")),
    ]
    let same = try migrate(events, from: old, to: items(item("text", "nouveau"), old))
    #expect(same.keptCount == 3 && same.dropped.isEmpty)
    #expect(same.interview.contents.nodes.count == 1)
    let moved = try migrate(events, from: old, to: item("text", "nom"))
    #expect(
      moved.dropped.map(\.place) == ["fiche[1].nom", "fiche[2].nom", "fiche[2].seance[1].lieu"])
    let fixed = try migrate(
      events, from: old,
      to: within(
        "repeat", "fiche",
        [item("text", "nom"), within("repeat", "seance", [item("text", "lieu")])],
        #""repeat_count": "2""#))
    #expect(
      fixed.interview.instances(of: fixed.interview.spot(of: AnswerPath("fiche"))!).count == 2)
    #expect(fixed.keptCount == 3)
  }

  @Test func `what is off the route stays aside, and a confirmation as long as its values do`()
    throws
  {
    let check = #""checks": [{"name": "A", "severity": "warning", "message": "Tant ?","#
    let number = { (limit: Int) in
      item("integer", "n", check + #""constraint": ". < \#(limit)"}]"#)
    }
    let old = items(
      yesOrNo("f"), item("text", "suite", #""relevant": "${f} = 'oui'""#), number(10))
    let path = AnswerPath("n")
    let events = [
      at("f", .choice("oui")), at("suite", .text("x")), at("f", .choice("non")),
      at("n", .number(Number(50))), .confirm(check: "A", path, explanation: "vu"),
    ]
    let migration = try migrate(
      events, from: old,
      to: items(item("text", "suite", #""relevant": "${f} = 'oui'""#), number(20), yesOrNo("f")))
    #expect(migration.interview.contents.confirmed.map(\.explanation) == ["vu"])
    #expect(migration.interview.setAside.count == 1)
    #expect(migration.interview.offTheRoute == [at("suite", .text("x"))])
    let other = items(item("text", "n", check + #""constraint": ". = 'x'"}]"#))
    #expect(try migrate(events, from: old, to: other).interview.contents.confirmed.isEmpty)
  }
}
