import Formulas
import Interviews
import Questions
import Records
import Reports

/// A small survey with a figure of each kind, and answers drawn by rule: 64 interviews.
enum Survey {
  static let source = #"""
    {
      "format": 1, "id": "outils", "version": "1",
      "title": {"fr": "Outils & <usages>", "en": "Tools & <uses>"}, "languages": ["fr", "en"],
      "missing": [
        {"name": "nsp", "kind": "dont_know", "label": {"fr": "Ne sait pas", "en": "Don’t know"}}
      ],
      "choice_lists": {
        "statut": [
          {"name": "elu", "label": {"fr": "Élue ou élu", "en": "Elected"}},
          {"name": "agent", "label": {"fr": "Agente ou agent", "en": "Staff"}}
        ],
        "accord": [
          {"name": "non2", "label": {"fr": "Pas du tout", "en": "Not at all"}},
          {"name": "non1", "label": {"fr": "Plutôt pas", "en": "Rather not"}},
          {"name": "milieu", "label": {"fr": "Ni l’un ni l’autre", "en": "Neither"}},
          {"name": "oui1", "label": {"fr": "Plutôt", "en": "Rather"}},
          {"name": "oui2", "label": {"fr": "Tout à fait", "en": "Quite"}}
        ],
        "usage": [
          {"name": "avis", "label": {"fr": "Donner un avis", "en": "Give an opinion"}},
          {"name": "vote", "label": {"fr": "Voter", "en": "Vote"}},
          {"name": "rien", "label": {"fr": "Rien", "en": "Nothing"}, "exclusive": true}
        ],
        "type": [
          {"name": "carte", "label": {"fr": "Carte", "en": "Map"}},
          {"name": "forum", "label": {"fr": "Forum", "en": "Forum"}}
        ]
      },
      "items": [
        {"type": "text", "name": "ville", "label": {"fr": "Ville ?", "en": "Town?"}},
        {"type": "select_one", "name": "statut", "choices": "statut",
         "label": {"fr": "Votre statut ?", "en": "Your status?"},
         "short_label": {"fr": "Statut", "en": "Status"}},
        {"type": "select_one", "name": "service", "choices": "type",
         "label": {"fr": "Votre service ?", "en": "Your department?"}},
        {"type": "grid", "name": "avis", "number": "3", "choices": "accord", "missing": ["nsp"],
         "label": {"fr": "À « ${ville} », ces outils sont-ils…", "en": "In “${ville}”, are these tools…"},
         "rows": [
           {"name": "utile", "label": {"fr": "utiles", "en": "useful"}},
           {"name": "clair", "label": {"fr": "clairs", "en": "clear"}}
         ]},
        {"type": "select_multiple", "name": "usages", "choices": "usage",
         "label": {"fr": "Usages ?", "en": "Uses?"}},
        {"type": "decimal", "name": "heures", "label": {"fr": "Temps ?", "en": "Time?"},
         "unit": {"fr": "heures", "en": "hours"}, "missing": ["nsp"]},
        {"type": "repeat", "name": "outil", "label": {"fr": "Outils", "en": "Tools"}, "items": [
          {"type": "text", "name": "nom", "label": {"fr": "Nom ?", "en": "Name?"}},
          {"type": "select_one", "name": "genre", "choices": "type",
           "label": {"fr": "Genre ?", "en": "Kind?"}}
        ]}
      ],
      "units": {
        "ville": {"each": "interview", "label": {"fr": "Villes", "en": "Towns"}, "identity": "${ville}", "prefer": ["${statut} = 'agent'"]},
        "outil": {"each": "outil", "identity": "${nom}"}
      },
      "disclosure": {"smallest_cell": 5, "forbidden": [["statut", "service"]]},
      "indicators": [
        {"name": "n", "label": {"fr": "Villes", "en": "Towns"}, "each": "interview", "unit": "ville",
         "of": "count", "section": {"fr": "Qui répond", "en": "Who answers"}},
        {"name": "statuts", "label": {"fr": "Statuts", "en": "Statuses"}, "each": "interview",
         "of": "distribution", "value": "${statut}"},
        {"name": "services", "label": {"fr": "Services", "en": "Departments"}, "each": "interview",
         "of": "distribution", "value": "${service}", "by": "statut"},
        {"name": "utile", "finding": "F1", "label": {"fr": "Jugent utile", "en": "Find it useful"},
         "each": "interview", "of": "share", "numerator": "one-of(${utile}, 'oui1', 'oui2')",
         "denominator": "${utile} != ''", "by": "statut", "published": {"fr": "9 sur 10", "en": "9 in 10"},
         "section": {"fr": "Ce qu’ils en pensent", "en": "What they think"}},
        {"name": "clair", "label": {"fr": "Jugent clair", "en": "Find it clear"},
         "each": "interview", "of": "share", "numerator": "one-of(${clair}, 'oui1', 'oui2')",
         "denominator": "${clair} != ''"},
        {"name": "usages", "label": {"fr": "Usages", "en": "Uses"}, "each": "interview",
         "of": "distribution", "value": "${usages}", "by": "statut"},
        {"name": "heures", "label": {"fr": "Temps passé", "en": "Time spent"}, "each": "interview",
         "of": "mean", "value": "${heures}", "by": "statut"},
        {"name": "mediane", "label": {"fr": "Temps médian", "en": "Median time"},
         "each": "interview", "of": "median", "value": "${heures}"},
        {"name": "cartes", "label": {"fr": "Cartes", "en": "Maps"}, "each": "outil",
         "unit": "outil", "of": "share", "numerator": "${genre} = 'carte'",
         "denominator": "${genre} != ''",
         "section": {"fr": "Les outils", "en": "The tools"}},
        {"name": "genres", "label": {"fr": "Genres", "en": "Kinds"}, "each": "outil",
         "unit": "outil", "of": "distribution", "value": "${genre}", "unmasked": true}
      ]
    }
    """#

  static func questionnaire(_ source: String = source) throws -> Questionnaire {
    try QuestionnaireFile.read(Array(source.utf8)).questionnaire
  }

  static let scale = ["non2", "non1", "milieu", "oui1", "oui2"]

  static let started = DateTime(reading: "2025-03-04T09:00:00+01:00")

  /// The interview of a place, from 0: every fourth an élu, every fortieth a town already told of.
  ///
  /// - Parameter utile: the answer to that question; nil: drawn as the others are.
  static func record(
    _ place: Int, on questionnaire: Questionnaire, utile: String? = nil
  ) throws -> Record {
    guard let started else { preconditionFailure("that is a moment") }
    var contents = Contents()
    contents.nodes = [
      .value("ville", .text("Ville \(place % 40)")),
      .value("statut", .choice(place.isMultiple(of: 4) ? "elu" : "agent")),
      .value("service", .choice(place < 3 ? "carte" : "forum")),
      .value("clair", .choice(scale[place % 5])),
      .value(
        "usages",
        .choices(place % 7 == 0 ? ["rien"] : place % 2 == 0 ? ["avis", "vote"] : ["avis"])),
    ]
    if let utile {
      contents.nodes.append(.value("utile", .choice(utile)))
    } else if place % 8 == 7 {
      contents.specials.append(.init(AnswerPath("utile"), "nsp"))
    } else {
      contents.nodes.append(
        .value("utile", .choice(place % 9 == 0 ? "non1" : "oui\(place % 2 + 1)")))
    }
    if place % 3 > 0 {
      let hours = Number(place).divided(by: Number(4)) ?? .zero
      contents.nodes.append(.value("heures", .number(hours)))
    } else {
      contents.leftBlank.append(AnswerPath("heures"))
    }
    let tool: [Contents.Node] = [
      .value("nom", .text("Outil \(place % 33)")),
      .value("genre", .choice(place % 33 < 31 ? "carte" : "forum")),
    ]
    contents.nodes.append(.instances("outil", [tool]))
    let start = Start(
      id: "2025-\(1000 + place)", code: "", mode: place % 5 == 0 ? .telephone : .faceToFace,
      questionnaireHash: "", interviewer: "PC07", started: started, language: "fr")
    let interview = Interview(
      start, on: questionnaire, holding: contents, language: "fr", status: .finished, revision: 1)
    return Record(
      head: RecordHead(start, on: questionnaire), course: Course(started: started),
      interview: interview)
  }

  static func tabulation(
    _ places: Range<Int> = 0..<64, _ source: String = source, by: String? = nil
  ) throws -> Tabulation {
    let questionnaire = try questionnaire(source)
    var tabulation = Tabulation(questionnaire, by: by.flatMap { questionnaire.index(of: $0) })
    let sheet = Sheet(questionnaire, by: by.flatMap { questionnaire.index(of: $0) })
    for place in places {
      tabulation.add(try sheet.filled(with: try record(place, on: questionnaire)))
    }
    return tabulation
  }

  /// So many interviews for each answer on the scale of `utile`.
  static func report(utile counts: [Int]) throws -> Report {
    let questionnaire = try questionnaire()
    var tabulation = Tabulation(questionnaire)
    let sheet = Sheet(questionnaire)
    let answers = zip(scale, counts).flatMap { Array(repeating: $0, count: $1) }
    for (place, answer) in answers.enumerated() {
      let record = try record(place, on: questionnaire, utile: answer)
      tabulation.add(try sheet.filled(with: record))
    }
    return Report(tabulation)
  }
}
