import Console
import Formulas
import Questions
import Testing

@testable import Screens

/// Dates, times, scales, grids and ranks, whole screens.
@Suite struct FieldPictures {
  private static let dates = Questionnaire.small(
    """
    {"type": "group", "name": "g", "label": {"fr": "Vos fonctions", "en": "Your office"}, "items": [
      {"type": "date", "name": "entree", "number": "5", "required": true, "missing": ["nsp"],
       "coarsest": "year",
       "label": {"fr": "À quelle date avez-vous pris vos fonctions ?", "en": "When did you take office?"},
       "hint": {"fr": "Le mois ou l’année suffisent.", "en": "The month or the year will do."}},
      {"type": "time", "name": "heure", "number": "6",
       "label": {"fr": "À quelle heure commence le conseil ?", "en": "When does the council start?"}},
      {"type": "decimal", "name": "taux", "number": "7", "minimum": 0, "maximum": 100, "decimals": 2,
       "unit": "%", "missing": ["nsp", "refus"],
       "label": {"fr": "Quel est le taux de la taxe foncière ?", "en": "What is the land tax rate?"}}]}
    """)

  private static let scales = Questionnaire.small(
    """
    {"type": "group", "name": "g", "label": {"fr": "Satisfaction", "en": "Satisfaction"}, "items": [
      {"type": "select_one", "name": "delais", "number": "1", "appearance": "likert",
       "missing": ["nsp", "refus"],
       "label": {"fr": "Les délais de réponse de la préfecture sont raisonnables.",
                 "en": "The prefecture answers in reasonable time."},
       "choices": [
         {"name": "n2", "label": {"fr": "Pas du tout d’accord", "en": "Strongly disagree"}},
         {"name": "n1", "label": {"fr": "Plutôt pas d’accord", "en": "Disagree"}},
         {"name": "p1", "label": {"fr": "Plutôt d’accord", "en": "Agree"}},
         {"name": "p2", "label": {"fr": "Tout à fait d’accord", "en": "Strongly agree"}}]},
      {"type": "grid", "name": "services", "number": "2", "required": true, "missing": ["nsp"],
       "label": {"fr": "Êtes-vous satisfait de ces services ?", "en": "Are you pleased with these?"},
       "choices": "oui_non",
       "rows": [
         {"name": "pref", "label": {"fr": "Préfecture", "en": "Prefecture"}},
         {"name": "ddfip", "label": {"fr": "Finances publiques (DDFiP)", "en": "Public finances"}},
         {"name": "ars", "label": {"fr": "Agence régionale de santé", "en": "Health agency"}}]},
      {"type": "rank", "name": "priorites", "number": "3", "choices": "themes", "max_selected": 3,
       "missing": ["nsp"],
       "label": {"fr": "Classez vos trois premières priorités.", "en": "Rank your first three priorities."}}]}
    """)

  private func play(_ form: Questionnaire, _ stage: Stage, at path: String) -> Screenplay {
    var play = stage.play(form)
    play.go(to: path)
    return play
  }

  @Test(arguments: Stage.all) func `a date is typed, its month beside it`(stage: Stage) throws {
    var play = play(Self.dates, stage, at: "entree")
    try play.expect("date-open-\(stage.name)")
    play.type("5/7/2020")
    try play.expect("date-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `a date whose day is not known`(stage: Stage) throws {
    var play = play(Self.dates, stage, at: "entree")
    play.type("00/07/2020")
    try play.expect("date-month-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `a time and a decimal are typed`(stage: Stage) throws {
    var play = play(Self.dates, stage, at: "heure")
    play.type("18h30")
    try play.expect("time-\(stage.name)")
    play.press(.enter)
    play.type("61,35")
    try play.expect("decimal-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `a scale is answered`(stage: Stage) throws {
    var play = play(Self.scales, stage, at: "delais")
    play.type("4")
    try play.expect("scale-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `a grid is half filled`(stage: Stage) throws {
    var play = play(Self.scales, stage, at: "services")
    play.type("12")
    play.press(.right)
    try play.expect("grid-half-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `two ranks of three are given`(stage: Stage) throws {
    var play = play(Self.scales, stage, at: "priorites")
    play.press(.down, .down, .character(" "), .down, .character(" "), .down)
    try play.expect("rank-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `one rank more than there are`(stage: Stage) throws {
    var play = play(Self.scales, stage, at: "priorites")
    play.press(.down, .character(" "), .down, .character(" "), .down, .character(" "), .down)
    play.press(.character(" "))
    try play.expect("rank-full-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `the settings`(stage: Stage) throws {
    var play = play(Self.scales, stage, at: "priorites")
    play.choose(fromMenu: play.app.words.actions[.settings] ?? "")
    try play.expect("settings-\(stage.name)")
  }

  @Test(arguments: Stage.all) func `a hidden screen`(stage: Stage) throws {
    var play = play(Self.scales, stage, at: "priorites")
    play.play(.idle)
    try play.expect("hidden-\(stage.name)")
  }
}
