import Console
import Questions
import Scenarios
import Testing

@testable import Screens

/// The kinds with an editor of their own, answered in lines as on screen.
@Suite struct LinearKinds {
  static let form = Questionnaire.small(
    """
    {"type": "time", "name": "heure", "label": "À quelle heure ?", "missing": ["nsp"]},
    {"type": "rank", "name": "rang", "label": "Dans quel ordre ?", "max_selected": 2,
     "missing": ["nsp"], "choices": [
       {"name": "eau", "label": "L’eau"}, {"name": "air", "label": "L’air"},
       {"name": "feu", "label": "Le feu"}]},
    {"type": "select_one", "name": "echelle", "label": "D’accord ?", "appearance": "likert",
     "missing": ["refus"], "choices": [
       {"name": "non", "label": "Pas du tout"}, {"name": "moyen", "label": "Ni l’un ni l’autre"},
       {"name": "oui", "label": "Tout à fait"}]},
    {"type": "grid", "name": "grille", "label": "Et ceci ?", "missing": ["nsp"],
     "randomize": true, "choices": "oui_non", "rows": [
       {"name": "parc", "label": "Le parc"}, {"name": "rue", "label": "La rue"},
       {"name": "quai", "label": "Le quai"}]},
    {"type": "select_multiple", "name": "tirage", "label": "Lesquels ?", "randomize": true,
     "choices": [
       {"name": "a", "label": "Un"}, {"name": "b", "label": "Deux"}, {"name": "c", "label": "Trois"},
       {"name": "d", "label": "Fin", "anchor": "last"}]},
    {"type": "note", "name": "fin", "label": "Fin"}
    """)

  var reader = LinearDialogues.Reader(form)

  @Test mutating func `each is asked and answered in lines`() {
    #expect(reader.printed.contains("À quelle heure"))
    reader.read("25h")
    #expect(reader.printed.contains("25h") && reader.answer("heure") == "")
    reader.read("9h30")
    #expect(reader.answer("heure") == "09:30")
    #expect(reader.printed.contains("1 L’eau\n") && reader.printed.contains("3 Le feu"))
    reader.read("3 1")
    #expect(reader.answer("rang") == "feu eau")
    #expect(reader.printed.contains("2 Ni l’un ni l’autre"))
    reader.read("2")
    #expect(reader.answer("echelle") == "moyen")
    reader.read("1", "2", ":k nsp")
    #expect(
      ["parc", "rue", "quai"].compactMap { reader.answer($0) }.sorted() == ["", "non", "oui"])
    #expect(reader.printed.contains("Lesquels"))
  }

  @Test mutating func `an order drawn at random is the same on screen and in lines`() {
    var play = Screenplay(Self.form)
    play.go(to: "tirage")
    reader.read(":k nsp", ":k nsp", ":k refus", "1", "1", "1")
    let labels = ["Un", "Deux", "Trois", "Fin"]
    let spoken = reader.printed.split(separator: "\n").compactMap { line in
      labels.first { line.hasSuffix(" \($0)") }
    }
    let shown = play.picture.text.split(separator: "\n").compactMap { line in
      labels.first { line.contains("[ ] \($0)") }
    }
    #expect(spoken == shown && spoken.count == 4 && spoken.last == "Fin")
  }

  @Test mutating func `on screen, Space ranks, a digit fills a row, Enter goes on`() {
    var play = Screenplay(Self.form)
    play.give("9h30")
    #expect(play.answer("heure") == "09:30" && play.question == "rang")
    play.press(.down, .down, .character(" "), .up, .character(" "), .enter)
    #expect(play.answer("rang") == "air eau" && play.question == "echelle")
    play.give("3")
    #expect(play.answer("echelle") == "oui" && play.question == "grille")
    play.type("121")
    play.press(.enter)
    #expect(play.question == "tirage")
    #expect(
      ["parc", "rue", "quai"].compactMap { play.answer($0) }.sorted() == ["non", "oui", "oui"])
  }
}
