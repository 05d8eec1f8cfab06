import Formulas
import Interviews
import Questions

/// What a simulation found, in words.
struct SimulationReport {
  private let simulation: Simulation
  private let language: Language

  init(_ simulation: Simulation, _ language: Language) {
    self.simulation = simulation
    self.language = language
  }

  /// One line per finding, long lists cut.
  ///
  /// - Parameter saved: how many were kept, and in which folder.
  func text(saved: (count: Int, place: String)?) -> String {
    let (path, minutes) = (simulation.path, simulation.minutes)
    switch language {
    case .french:
      return """
        Parcours\u{A0}: \(simulation.runs)\(refusals)\(missing)
        Longueur (écrans)\u{A0}: médiane \(path.median), au plus \(path.longest)
        Durée estimée (minutes)\u{A0}: médiane \(minutes.median), au plus \(minutes.longest)
        Questions jamais atteintes\u{A0}: \(list(simulation.neverReached, none: "aucune"))
        Choix jamais proposés\u{A0}: \(list(simulation.neverOffered, none: "aucun"))
        Contrôles jamais déclenchés\u{A0}: \(list(simulation.neverFired, none: "aucun"))
        Impasses\u{A0}: \(list(deadEnds, none: "aucune"))

        """ + (saved.map { "Enregistrés\u{A0}: \($0.count) (\($0.place))\n" } ?? "")
    case .english:
      return """
        Walks: \(simulation.runs)\(refusals)\(missing)
        Length (screens): median \(path.median), at most \(path.longest)
        Expected duration (minutes): median \(minutes.median), at most \(minutes.longest)
        Questions never reached: \(list(simulation.neverReached, none: "none"))
        Choices never offered: \(list(simulation.neverOffered, none: "none"))
        Checks never fired: \(list(simulation.neverFired, none: "none"))
        Dead ends: \(list(deadEnds, none: "none"))

        """ + (saved.map { "Saved: \($0.count) (\($0.place))\n" } ?? "")
    }
  }

  /// Nothing where no one refuses.
  private var refusals: String {
    let count = simulation.refusals
    if count == 0 { return "" }
    switch language {
    case .french: return ", dont \(count) refus, non comptés dans la longueur et la durée"
    case .english:
      let word = count == 1 ? "refusal" : "refusals"
      return ", of which \(count) \(word), left out of length and duration"
    }
  }

  /// A line of its own; nothing where all lists are there.
  private var missing: String {
    let files = simulation.questionnaire.missingFiles
    if files.isEmpty { return "" }
    let names = files.joined(separator: ", ")
    return switch language {
    case .french: "\nListes non installées, ce qui en dépend n’est pas jugé\u{A0}: \(names)"
    case .english: "\nLists not installed, what depends on them is not judged: \(names)"
    }
  }

  private var deadEnds: [String] {
    simulation.deadEnds.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value))" }
  }

  /// Names shown of a list before the rest is counted.
  private static let mostNames = 40

  private func list(_ names: [String], none: String) -> String {
    let rest = names.count - Self.mostNames
    let shown = names.prefix(Self.mostNames) + (rest > 0 ? ["+ \(rest)"] : [])
    return shown.isEmpty ? none : shown.joined(separator: ", ")
  }
}
