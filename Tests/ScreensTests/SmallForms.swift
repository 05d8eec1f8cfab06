import Foundation
import Questions
import Scenarios

extension Questionnaire {
  /// A questionnaire written in a test: its items, in the file's own form.
  static func small(_ items: String) -> Questionnaire {
    reading(
      """
      {"format": 1, "id": "small", "version": "1", "title": "Petit", "languages": ["fr", "en"],
       "missing": [
         {"name": "so", "kind": "not_applicable", "label": {"fr": "Sans objet", "en": "N/A"}},
         {"name": "nsp", "kind": "dont_know", "label": {"fr": "Ne sait pas", "en": "Don’t know"}},
         {"name": "refus", "kind": "refused", "label": {"fr": "Refuse", "en": "Refused"}}],
       "choice_lists": {
         "oui_non": [
           {"name": "oui", "label": {"fr": "Oui", "en": "Yes"}},
           {"name": "non", "label": {"fr": "Non", "en": "No"}}],
         "douze": [\((1...12).map { "{\"name\": \"n\($0)\", \"label\": \"Choix \($0)\"}" }
          .joined(separator: ", "))],
         "themes": [
           {"name": "eau", "label": {"fr": "Eau", "en": "Water"}},
           {"name": "ecole", "label": {"fr": "École", "en": "School"}},
           {"name": "voirie", "label": {"fr": "Voirie", "en": "Roads"}},
           {"name": "autre", "label": {"fr": "Autre (préciser)", "en": "Other (say which)"},
            "other": "theme_libre"},
           {"name": "aucun", "label": {"fr": "Aucun thème", "en": "None"}, "exclusive": true}]},
       "items": [\(items)]}
      """)
  }

  static func reading(_ text: String, files: [String: String] = [:]) -> Questionnaire {
    do throws(Problems) {
      return try QuestionnaireFile.read(Array(text.utf8)) { name in
        files[name].map { Array($0.utf8) }
      }.questionnaire
    } catch {
      preconditionFailure("the questionnaire is sound: \(error.all.map(\.fact))")
    }
  }

  /// Every kind once, in sections: the stage of most pictures.
  static let mairies = reading(mairiesText)

  /// The questionnaire shipped with the program, its list not installed.
  static let barometre = barometre(files: [:])

  /// The same, with a list made up.
  static let barometreWithList = barometre(files: ["collectivites.csv": sampleList])

  private static func barometre(files: [String: String]) -> Questionnaire {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Questionnaires/barometre/questionnaire.json")
    guard let data = try? Data(contentsOf: file) else { preconditionFailure("it is shipped") }
    return reading(String(decoding: data, as: UTF8.self), files: files)
  }

  private static let mairiesText = #"""
    {
      "format": 1, "id": "mairies", "version": "2",
      "title": {"fr": "Mairies de Lorraine 2026", "en": "Town halls of Lorraine 2026"},
      "interview_label": "${commune}", "languages": ["fr", "en"],
      "missing": [
        {"name": "so", "kind": "not_applicable", "label": {"fr": "Sans objet", "en": "N/A"}},
        {"name": "nsp", "kind": "dont_know",
         "label": {"fr": "Ne sait pas", "en": "Doesn’t know"}},
        {"name": "refus", "kind": "refused",
         "label": {"fr": "Ne souhaite pas répondre", "en": "Prefers not to answer"}}
      ],
      "choice_lists": {
        "interlocuteurs": [
          {"name": "prefet", "label": {"fr": "Le préfet ou la préfète", "en": "The prefect"}},
          {"name": "sous_prefet",
           "label": {"fr": "Le sous-préfet d’arrondissement", "en": "The sub-prefect"}},
          {"name": "secretariat",
           "label": {"fr": "Le secrétariat général", "en": "The general secretariat"}},
          {"name": "autre", "label": {"fr": "Autre (préciser)", "en": "Other (say who)"},
           "other": "interlocuteur_libre"}
        ],
        "services": [
          {"name": "prefecture",
           "label": {"fr": "La préfecture ou la sous-préfecture", "en": "The prefecture"}},
          {"name": "ddt", "label": {
            "fr": "La direction départementale des territoires, urbanisme et risques compris",
            "en": "The departmental directorate for land, planning and risks included"}},
          {"name": "rectorat", "label": {"fr": "Le rectorat", "en": "The education office"}},
          {"name": "ars", "label": {"fr": "L’agence régionale de santé",
            "en": "The regional health agency"}},
          {"name": "autre_service", "label": {"fr": "Un autre service", "en": "Another service"},
           "other": "service_libre"},
          {"name": "aucun_service", "exclusive": true,
           "label": {"fr": "Aucun de ces services", "en": "None of these"}}
        ],
        "departements": [
          {"name": "d01", "label": "Ain"}, {"name": "d02", "label": "Aisne"},
          {"name": "d03", "label": "Allier"}, {"name": "d04", "label": "Alpes"},
          {"name": "d05", "label": "Ardèche"}, {"name": "d06", "label": "Ardennes"},
          {"name": "d07", "label": "Ariège"}, {"name": "d08", "label": "Aube"},
          {"name": "d09", "label": "Aude"}, {"name": "d10", "label": "Aveyron"},
          {"name": "d11", "label": "Calvados"}, {"name": "d12", "label": "Cantal"}
        ],
        "oui_non": [
          {"name": "oui", "label": {"fr": "Oui", "en": "Yes"}},
          {"name": "non", "label": {"fr": "Non", "en": "No"}}
        ]
      },
      "items": [
        {"type": "group", "name": "accueil", "label": {"fr": "Accueil", "en": "Welcome"}, "items": [
          {"type": "note", "name": "bonjour", "label": {"fr": "Bonjour", "en": "Hello"}, "text": {
            "fr": "Nous allons parler de vos relations avec l’État. Il n’y a pas de bonne ou de mauvaise réponse.\n\nÀ lire posément.",
            "en": "We are going to talk of how you deal with the State. No answer is right or wrong.\n\nTo be read slowly."}},
          {"type": "acknowledge", "name": "accord", "number": "1", "required": true,
           "label": {"fr": "Vos droits", "en": "Your rights"},
           "hint": {"fr": "Lire ou résumer, puis confirmer.", "en": "Read or sum up, then confirm."},
           "text": {
            "fr": "Participer est facultatif.\nVos réponses restent confidentielles.",
            "en": "Taking part is optional.\nYour answers stay confidential."}}
        ]},
        {"type": "group", "name": "la_commune",
         "label": {"fr": "La commune", "en": "The municipality"}, "items": [
          {"type": "text", "name": "commune", "number": "2", "required": true, "max_length": 80,
           "label": {"fr": "Quel est le nom de la commune ?", "en": "What is the municipality called?"},
           "short_label": {"fr": "Nom de la commune", "en": "Name"}},
          {"type": "integer", "name": "agents", "number": "3", "minimum": 0, "maximum": 9999,
           "label": {"fr": "Combien d’agents la commune emploie-t-elle ?",
                     "en": "How many people does it employ?"},
           "short_label": {"fr": "Nombre d’agents", "en": "Staff"},
           "hint": {"fr": "Au 1er janvier, tous statuts confondus.", "en": "On 1 January, all included."},
           "unit": {"fr": "agents", "en": "people"}, "missing": ["nsp", "refus"],
           "checks": [{"name": "beaucoup", "severity": "warning", "constraint": ". <= 1000",
             "message": {"fr": "Plus de mille agents : est-ce bien cela ?",
                         "en": "More than a thousand: is that right?"}}]}
        ]},
        {"type": "group", "name": "etat",
         "label": {"fr": "Relations avec l’État", "en": "Dealing with the State"}, "items": [
          {"type": "select_one", "name": "interlocuteur", "number": "4", "required": true,
           "label": {"fr": "Qui est votre premier interlocuteur à la préfecture ?",
                     "en": "Whom do you first turn to at the prefecture?"},
           "short_label": {"fr": "Premier interlocuteur", "en": "First contact"},
           "hint": {"fr": "Une seule réponse. Lire les propositions.", "en": "One answer. Read them out."},
           "choices": "interlocuteurs", "missing": ["nsp", "refus"]},
          {"type": "select_multiple", "name": "services", "number": "5", "max_selected": 3,
           "min_selected": 1,
           "label": {"fr": "Quels services avez-vous sollicités depuis un an ?",
                     "en": "Which services did you call on in the past year?"},
           "short_label": {"fr": "Services sollicités", "en": "Services called on"},
           "choices": "services", "missing": ["nsp"]},
          {"type": "select_one", "name": "departement", "number": "6",
           "label": {"fr": "Dans quel département ?", "en": "In which department?"},
           "choices": "departements", "missing": ["nsp"]},
          {"type": "select_one", "name": "adjoints_oui", "number": "7", "choices": "oui_non",
           "label": {"fr": "Y a-t-il des adjoints ?", "en": "Are there deputies?"}},
          {"type": "repeat", "name": "adjoint", "number": "8", "min": 0, "max": 3,
           "relevant": "${adjoints_oui} = 'oui'",
           "label": {"fr": "Les adjoints", "en": "The deputies"},
           "item_label": {"fr": "Adjoint « ${nom} »", "en": "Deputy “${nom}”"}, "items": [
            {"type": "text", "name": "nom", "number": "8a", "required": true,
             "label": {"fr": "Son nom ?", "en": "Name?"}},
            {"type": "integer", "name": "annee", "number": "8b", "minimum": 1980, "maximum": 2026,
             "label": {"fr": "Depuis quelle année ?", "en": "Since which year?"}}
          ]}
        ]},
        {"type": "group", "name": "fin", "label": {"fr": "Conclusion", "en": "Conclusion"}, "items": [
          {"type": "text", "name": "attentes", "number": "9", "appearance": "multiline",
           "max_length": 2000, "missing": ["refus"],
           "label": {"fr": "Qu’attendez-vous en priorité des services de l’État ?",
                     "en": "What do you expect first from the State’s services?"},
           "short_label": {"fr": "Attentes", "en": "Expectations"},
           "hint": {"fr": "Notez mot à mot.", "en": "Write word for word."}}
        ]}
      ]
    }
    """#
}
