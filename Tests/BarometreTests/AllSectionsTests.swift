import Foundation
import Interviews
import PseudoTerminals
import Questions
import Scenarios
import Testing

/// The whole barometer in a terminal, with the keys of an interviewer: every section, three schemes.
@Suite struct AllSectionsTests {
  let laptop: Laptop

  init() throws {
    laptop = try Laptop()
    let folder = "\(laptop.data)/lists"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try laptop.write(sampleList, to: "data/lists/collectivites.csv")
  }

  @Test func `an agent with three schemes goes through every section, and all of it is kept`()
    throws
  {
    let persona = try #require(Persona.all.first { $0.asked.count > 100 })
    let walk = try KeyedWalk(
      persona, try laptop.start(["fill", OfficialListTests.shipped, "--lang", "fr"], rows: 40))
    try walk.run()
    #expect(walk.sections >= 10)
    try walk.terminal.waitFor(text: AgentInterview.summary)
    try walk.terminal.press("2", shows: "Entretien terminé et enregistré.")
    let kept = try JSONText(Array(laptop.text(of: "interview.json").utf8)).root
    #expect(kept["status"]?.string == "finished")
    for (path, answer) in persona.answers where !answer.isEmpty && !path.hasPrefix("contact_") {
      let words = Self.answer(at: path, in: kept)?.split(separator: " ").sorted()
      #expect(words == answer.split(separator: " ").sorted(), "\(path)")
    }
    #expect(try !laptop.text(of: "interview.json").contains("c.fictif@"))
  }

  /// What the picture holds at a path, as a persona writes it.
  private static func answer(at path: String, in kept: JSONValue) -> String? {
    if let special = kept["missing"]?[path]?.string { return "!\(special)" }
    var value = kept["answers"]
    for step in path.split(separator: ".") {
      let parts = step.split(separator: "[")
      value = value?[String(parts[0])]
      if parts.count > 1, let place = Int(parts[1].dropLast()) {
        value = value?.elements?[place - 1]
      }
    }
    switch value?.kind {
    case .string(let text), .number(let text): return text
    case .array(let names):
      return names.compactMap(\.string).joined(separator: " ")
    case nil, .null, .boolean, .object: return nil
    }
  }
}

/// A persona's answers given key by key.
///
/// End comes before Enter where several keys were typed faster than fingers: Enter would be part of
/// a paste.
final class KeyedWalk {
  let terminal: PseudoTerminal
  private let persona: Persona
  private let form: Questionnaire
  private var sectionsSeen: Set<String> = []
  private var opened = 0

  init(_ persona: Persona, _ terminal: PseudoTerminal) throws {
    form = try Scenario.barometre().interview.questionnaire
    self.persona = persona
    self.terminal = terminal
  }

  /// How many sections the second row of the screen named.
  var sections: Int { sectionsSeen.count }

  func run() throws {
    for path in persona.asked {
      let name = String(path.split(separator: ".").last ?? "")
      let item = try #require(form[name])
      let sheet = path.contains("[") ? Int(path.split(separator: "[")[1].prefix(1)) : nil
      if sheet != nil, name == "disp_nom" { try openSheet(sheet ?? 1) }
      if sheet == nil, opened == 3, name == "eff" { try terminal.send(Keys.pageDown) }
      try waitFor(item, sheet)
      try answer(item, path)
    }
  }

  private func openSheet(_ sheet: Int) throws {
    opened = sheet
    let last = sheet == 1 ? "0/" : "Dispositif « "
    try terminal.waitFor("sheet \(sheet)") { screen in
      screen.text.contains("\(sheet)  Dispositif « sans nom »") && screen.text.contains(last)
    }
    try terminal.send(Keys.enter)
  }

  private func waitFor(_ item: Item, _ sheet: Int?) throws {
    let start = item.number.map { " \($0). " } ?? " Merci de votre participation"
    try terminal.waitFor("\(item.name) of \(sheet ?? 0)") { screen in
      screen.lines.contains { $0.hasPrefix(start) }
        && (sheet.map { screen.text.contains("(\($0)/3)") } ?? true)
    }
    // The options of the question before may still be half there, with other numbers.
    terminal.readUntilQuiet(for: 50)
    sectionsSeen.insert(String(terminal.screen.lines[1].prefix { $0 != "·" && $0 != "«" }))
  }

  private func answer(_ item: Item, _ path: String) throws {
    guard let kind = item.question?.kind else { return }
    let given = persona.answers[path] ?? ""
    if given.hasPrefix("!") {
      let special = try #require(form.special(String(given.dropFirst())))
      let place = try #require(item.question?.missing.firstIndex(of: special.name))
      try terminal.press(Keys.control("k"), shows: "─ Sans réponse ─")
      try terminal.press("\(place + 1)", shows: "(•) \(special.label[0])")
    } else {
      switch kind {
      case .acknowledge:
        try terminal.press(Keys.end, shows: "[ ] J’ai lu")
        try terminal.press("1", shows: "[x] J’ai lu")
      case .selectOne(let choice) where choice.list.file != nil:
        try terminal.press(given, shows: "Métropole fictive 02")
        try terminal.send(Keys.end)
      case .selectOne(let choice), .selectMultiple(let choice):
        for name in given.split(separator: " ") {
          try choose(try #require(choice.list[String(name)]).label[0])
        }
      case .grid(let grid):
        let rows = form.items.filter { $0.parent == item.index }
        let prefix = path.dropLast(item.name.count)
        for (done, row) in rows.enumerated() {
          let name = try #require(persona.answers[prefix + row.name])
          let place = try #require(grid.columns.list.position(of: name))
          try terminal.press("\(place + 1)", shows: "\(done + 1) ligne")
        }
        try terminal.send(Keys.end)
      case .text(let text) where text.isMultiline: return try terminal.send(given + Keys.tab)
      case .text, .number, .date, .time:
        if !given.isEmpty { try terminal.press(given, shows: "[ \(given)") }
        try terminal.send(Keys.end)
      case .note, .rank, .row, .calculate, .other: break
      }
    }
    try terminal.send(Keys.enter)
  }

  /// Chooses the option that reads so, by the number before it.
  private func choose(_ label: String) throws {
    let start = String(label.replacing("\u{A0}", with: " ").prefix(40))
    let mark = #/([0-9]+) [(\[].[)\]] /#
    let found = { (screen: VirtualScreen) -> (line: String, code: String)? in
      for line in screen.lines {
        guard let match = line.firstMatch(of: mark),
          line[match.range.upperBound...].hasPrefix(start)
        else { continue }
        return (line, String(match.1))
      }
      return nil
    }
    try terminal.waitFor("option \(start)") { found($0) != nil }
    let code = found(terminal.screen)?.code ?? ""
    try terminal.send(code)
    let isTicked = { (screen: VirtualScreen) in
      found(screen)?.line.contains(#/[(\[][•x][)\]]/#) ?? true
    }
    try terminal.waitFor("\(start) ticked, or a code begun") { screen in
      isTicked(screen) || screen.text.contains("Code : \(code)")
    }
    if !isTicked(terminal.screen) {
      try terminal.send(" ")
      try terminal.waitFor("\(start) ticked", isTicked)
    }
    // Keys closer than fingers' would be a paste, and the Enter after them part of it.
    terminal.readUntilQuiet(for: 30)
  }
}
