import Glibc
import PseudoTerminals
import Testing

/// Routes, languages and jumps, as an interviewer takes them.
@Suite struct RouteTests {
  let laptop: Laptop

  init() throws { laptop = try Laptop() }

  /// An interview that stands on question 9.
  private func atTheRole() throws -> PseudoTerminal {
    let terminal = try laptop.begin()
    try terminal.take(AgentInterview.opening)
    try terminal.waitFor(text: "9. Répondez-vous")
    return terminal
  }

  @Test func `élu and agent routes differ, and a changed status changes the route`() throws {
    let terminal = try atTheRole()
    try terminal.take(.choice("9. Répondez-vous", code: "1", "Élue ou élu"))
    try terminal.take(.choice("10. Quelle fonction", code: "1", "Maire"))
    try terminal.take(.choices("11. Par délégation", codes: ["1", "2"]))
    try terminal.waitFor(text: "13. Depuis combien de temps")
    for place in ["11. Par délégation", "10. Quelle fonction", "9. Répondez-vous"] {
      try terminal.press(Keys.pageUp, shows: place)
    }
    try terminal.take(.choice("9. Répondez-vous", code: "2", "Agente ou agent"))
    try terminal.take(.choice("12. Dans quel service", code: "1", "Direction générale"))
    try terminal.waitFor(text: "13. Depuis combien de temps")
    try terminal.press(Keys.pageUp, shows: "12. Dans quel service")
    try terminal.press(Keys.pageUp, shows: "9. Répondez-vous")
    try terminal.take(.choice("9. Répondez-vous", code: "1", "Élue ou élu"))
    try terminal.press("", shows: ["10. Quelle fonction", "1 (•) Maire"])
  }

  @Test func `refusing ends after the reason`() throws {
    let terminal = try laptop.begin()
    try terminal.take(AgentInterview.opening.prefix(1))
    try terminal.take(.choice("2. Après avoir", code: "2", "Non"))
    try terminal.take(.choice("3. Motif du refus", code: "1", "Manque de temps"))
    try terminal.press("", shows: "Merci. L’enquête s’arrête ici.")
    try terminal.press(Keys.enter, shows: AgentInterview.summary)
    try terminal.press("2", shows: "Entretien terminé et enregistré.")
    let rows = try #require(try laptop.export()["interviews.csv"]).split(separator: "\r\n")
    #expect(rows.count == 2)
    #expect(rows.last?.contains(",non,answered,manque_temps,answered,") == true, "\(rows)")
  }

  @Test func `the language switches live on a question and at home`() throws {
    let terminal = try laptop.start(["--lang", "fr"])
    try terminal.waitFor(text: "NOUVEL ENTRETIEN")
    try terminal.press(Keys.f2, shows: ["NEW INTERVIEW", "Barometer of digital local"])
    try terminal.press(Keys.f2, shows: ["NOUVEL ENTRETIEN", "Baromètre de la démocratie"])
    try terminal.press(Keys.f2, shows: "NEW INTERVIEW")
    try terminal.press(Keys.enter, shows: "1. Barometer of digital local democracy")
    try terminal.press(Keys.f2, shows: ["1. Baromètre de la démocratie", "obligatoire"])
    try terminal.press(Keys.f2, shows: ["1. Barometer of digital", "required"])
    try terminal.press(Keys.end, shows: "[ ] I have read")
    try terminal.press("1", shows: "[x] I have read")
    try terminal.press(Keys.enter, shows: "2. Having read this information")
    try terminal.press("1", shows: "1 (•) Yes")
    try terminal.press(Keys.f2, shows: ["2. Après avoir pris", "1 (•) Oui"])
    try terminal.press(Keys.enter, shows: "4. Au titre de quel type")
  }

  @Test func `the interviewer's code is asked once per start, and kept with every event`() throws {
    let terminal = try laptop.start(["--lang", "fr"], interviewer: nil)
    try terminal.waitFor(text: "NOUVEL ENTRETIEN")
    try terminal.press(Keys.enter, shows: "Qui mène l’entretien")
    try terminal.press("CB", shows: "[CB ")
    try terminal.press(Keys.enter, shows: "1. Baromètre de la démocratie")
    try terminal.press(Keys.control("q"), shows: "Quitter cet entretien ?")
    try terminal.press("2", shows: "ENTRETIENS")
    try terminal.press(Keys.enter, shows: "1. Baromètre de la démocratie")
    let journal = try laptop.text(of: "journal.jsonl")
    #expect(
      journal.contains(#""interviewer":"CB""#) && journal.contains(#""by":"CB","do":"resume""#))
    #expect(!journal.contains(#""by":"PC"#))
    try terminal.send(Keys.control("q") + Keys.control("q"))
    #expect(try terminal.waitForExit() == .exited(0))
    let again = try laptop.start(
      ["fill", "--resume", laptop.interview(), "--lang", "fr"], interviewer: nil)
    try again.press("", shows: ["Qui mène l’entretien", "CB "])
    try again.press(Keys.enter, shows: "1. Baromètre de la démocratie")
    let audit = try laptop.run(["audit"])
    #expect(audit.ending == .exited(0) && audit.complaints == "")
    #expect(audit.output.hasPrefix("instance ID,event,node,start,end,user\r\n"))
    #expect(audit.output.contains(",form resume,,") && audit.output.contains(",CB\r\n"))
  }

  @Test func `resuming from home lands on the exact question`() throws {
    let terminal = try atTheRole()
    try terminal.press(Keys.control("q"), shows: "Quitter cet entretien ?")
    try terminal.press("2", shows: ["ENTRETIENS", "Saint-Étienne-d’Œuf", "7/10"])
    try terminal.press(Keys.enter, shows: "9. Répondez-vous")
    try terminal.press(Keys.pageUp, shows: ["8. Quelle est la population", "[ 2800 "])
    try terminal.send(Keys.control("q") + Keys.control("q"))
    #expect(try terminal.waitForExit() == .exited(0))
    let home = try laptop.start(["--lang", "fr"])
    try home.waitFor(text: "Saint-Étienne-d’Œuf")
    try home.press(Keys.enter, shows: "8. Quelle est la population")
  }

  @Test func `undo and redo go on after the program was killed`() throws {
    let terminal = try atTheRole()
    try terminal.press("1", shows: "1 (•) Élue ou élu")
    try terminal.press("2", shows: "2 (•) Agente ou agent")
    try terminal.press(Keys.pageUp, shows: "8. Quelle est la population")
    terminal.signal(SIGKILL)
    #expect(try terminal.waitForExit() == .killed(SIGKILL))
    let second = try laptop.resume()
    try second.waitFor(text: "8. Quelle est la population")
    try second.press(Keys.control("z"), shows: ["9. Répondez-vous", "1 (•) Élue", "Annulé"])
    second.signal(SIGKILL)
    #expect(try second.waitForExit() == .killed(SIGKILL))
    let third = try laptop.resume()
    try third.press("", shows: ["9. Répondez-vous", "1 (•) Élue"])
    try third.press(Keys.control("y"), shows: ["9. Répondez-vous", "2 (•) Agente", "Rétabli"])
  }

  @Test func `the summary leads to a question and back`() throws {
    let terminal = try laptop.begin()
    try terminal.take(AgentInterview.turns)
    try terminal.waitFor(text: AgentInterview.summary)
    try terminal.press(Keys.home, shows: "▸")
    for _ in 1...3 { try terminal.send(Keys.down) }
    try terminal.press(Keys.enter, shows: ["5bis. Quel est le nom", "[ Saint-Étienne-d’Œuf "])
    try terminal.press(Keys.control("u"), shows: "[                  ")
    try terminal.press("Bar-le-Duc", shows: "[ Bar-le-Duc ")
    try terminal.press(Keys.end + Keys.enter, shows: [AgentInterview.summary, "Bar-le-Duc"])
  }

  @Test func `stopped because the person ended it, it is exported so`() throws {
    let terminal = try atTheRole()
    try terminal.press(Keys.escape, shows: "La personne arrête l’entretien")
    let menu = terminal.screen.lines
    let stop = try #require(menu.first { $0.contains("La personne arrête l’entretien") })
    let place = try #require(menu.firstIndex(of: stop))
    let first = try #require(menu.firstIndex { $0.contains("▸") })
    for _ in first..<place { try terminal.send(Keys.down) }
    try terminal.press(Keys.enter, shows: "La personne arrête l’entretien ?")
    try terminal.press("2", shows: "Entretien arrêté à la demande")
    #expect(try laptop.text(of: "interview.json").contains(#""status": "stopped""#))
    let rows = try #require(try laptop.export()["interviews.csv"]).split(separator: "\r\n")
    #expect(rows.count == 2)
    #expect(rows.last?.contains(",stopped,") == true)
    #expect(rows.last?.contains("Saint-Étienne-d’Œuf,answered,55010,answered,") == true)
  }
}
