import Formulas
import Interviews
import Questions
import Records

/// A small questionnaire with one of each thing that is stored in its own way.
package enum Sample {
  package static let source = #"""
    {
      "format": 1, "id": "mairies", "version": "2 bis", "title": "Mairies",
      "interview_label": "${commune}", "languages": ["fr", "en"],
      "refused": "${commune} = 'refus'",
      "choice_lists": {
        "themes": [
          {"name": "eau", "label": "Eau"},
          {"name": "ecole", "label": "École"},
          {"name": "port", "label": "Port", "relevant": "${cotiere} = 'oui'"},
          {"name": "autre", "label": "Autre", "other": "theme_libre"}
        ],
        "oui_non": [{"name": "oui", "label": "Oui"}, {"name": "non", "label": "Non"}]
      },
      "missing": [
        {"name": "nsp", "kind": "dont_know", "label": "Ne sait pas"},
        {"name": "refus", "kind": "refused", "label": "Refuse"}
      ],
      "items": [
        {"type": "note", "name": "accueil", "label": "Bonjour"},
        {"type": "acknowledge", "name": "accord", "label": "D’accord ?", "required": true},
        {"type": "group", "name": "la_commune", "items": [
          {"type": "text", "name": "commune", "label": "Commune"},
          {"type": "integer", "name": "population", "label": "Population", "missing": ["nsp"],
           "checks": [{"name": "S01", "severity": "warning", "message": "Beaucoup ?",
                       "constraint": "${population} < 100000"}]},
          {"type": "calculate", "name": "double", "calculation": "${population} * 2.50"},
          {"type": "select_one", "name": "cotiere", "label": "Côtière ?", "choices": "oui_non"},
          {"type": "text", "name": "port_nom", "label": "Port", "relevant": "${cotiere} = 'oui'"},
          {"type": "select_multiple", "name": "theme", "label": "Thèmes", "choices": "themes",
           "missing": ["nsp", "refus"]}
        ]},
        {"type": "repeat", "name": "dispositif", "label": "Dispositifs", "items": [
          {"type": "text", "name": "nom", "label": "Nom"},
          {"type": "integer", "name": "budget", "label": "Budget", "missing": ["refus"],
           "checks": [{"name": "S09", "severity": "warning", "message": "Tant ?",
                       "constraint": "${budget} < 1000"}]},
          {"type": "repeat", "name": "seance", "label": "Séances", "items": [
            {"type": "integer", "name": "presents", "label": "Présents"}
          ]}
        ]},
        {"type": "text", "name": "mot", "label": "Un mot ?", "appearance": "multiline"}
      ]
    }
    """#

  package static let bytes = Array(source.utf8)

  package static let questionnaire: Questionnaire = {
    do throws(Problems) {
      return try QuestionnaireFile.read(bytes).questionnaire
    } catch {
      preconditionFailure("the sample is sound: \(error.all.map(\.fact))")
    }
  }()

  package static func start(
    id: String = "019aa1b2-0000-7000-8000-000000000001", hash: String = "0123abcd",
    kind: Start.Kind = .interview
  ) -> Start {
    Start(
      id: id, code: "K7QF-2M9P-X4", kind: kind, questionnaireHash: hash, interviewer: "PC07",
      started: moment(0), language: "fr")
  }

  package static func head(
    id: String = "019aa1b2-0000-7000-8000-000000000001", hash: String = "0123abcd",
    kind: Start.Kind = .interview
  ) -> RecordHead {
    RecordHead(start(id: id, hash: hash, kind: kind), on: questionnaire)
  }

  /// A morning in June; `minutes` later.
  package static func moment(_ minutes: Int) -> DateTime {
    let text = "2018-06-12T\(two(9 + minutes / 60)):\(two(minutes % 60)):11+02:00"
    guard let moment = DateTime(reading: text) else {
      preconditionFailure("\(text) is a moment")
    }
    return moment
  }

  private static func two(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }

  package static func path(_ text: String) -> AnswerPath {
    guard let path = AnswerPath(reading: text) else { preconditionFailure("\(text) is a path") }
    return path
  }

  /// A path, where one is expected.
  package static func at(_ text: String, _ value: Value) -> Event {
    .answer(path(text), value, isProposal: false)
  }

  /// Every kind of event, in an order that makes sense.
  package static let walk: [Event] = [
    .go(path("accord"), isBack: false),
    at("accord", .text("OK")),
    at("commune", .text("L’Haÿ-les-Roses\n« 94 » \\ \"rosiers\"")),
    at("population", .number(Number(120_000))),
    .confirm(check: "S01", path("population"), explanation: "vérifié"),
    .remark(path("population"), "chiffre à vérifier"),
    at("cotiere", .choice("oui")),
    at("port_nom", .text("Port aux Roses")),
    .answer(path("theme"), .choices(["eau", "port", "autre"]), isProposal: true),
    at("theme_libre", .text("roses")),
    .go(path("dispositif"), isBack: false),
    .add(path("dispositif")),
    at("dispositif[1].nom", .text("Budget participatif")),
    at("dispositif[1].budget", .number(Number(2000))),
    .confirm(check: "S09", path("dispositif[1].budget"), explanation: "voté"),
    .add(path("dispositif[1].seance")),
    at("dispositif[1].seance[1].presents", .number(Number(12))),
    .insert(path("dispositif[1]")),
    at("dispositif[1].nom", .text("Conseil")),
    .special(path("dispositif[1].budget"), "refus"),
    .move(path("dispositif[1]"), to: 2),
    .add(path("dispositif")),
    at("dispositif[3].nom", .text("De trop")),
    .remove(path("dispositif[3]")),
    .undo,
    .redo,
    .language("en"),
    .go(path("population"), isBack: true),
    .pause(reason: "téléphone"),
    .resume,
    at("cotiere", .choice("non")),
    .clear(path("theme_libre")),
    .draft(path("mot"), "Je di"),
    .leave(path("mot")),
    .go(nil, isBack: false),
  ]
}

/// An interview and the journal it leaves, as a session would write it.
package struct Story: Sendable {
  package private(set) var record: Record
  package private(set) var journal: [UInt8]
  private var minutes = 0

  package init(_ head: RecordHead = Sample.head(), telling events: [Event] = []) {
    record = Record(
      head: head, course: Course(started: head.start.started),
      interview: Interview(head.start, on: Sample.questionnaire))
    journal = JournalLine.head(head).bytes + [Replay.lineFeed]
    for event in events { tell(event) }
  }

  /// One minute later, something happens.
  package mutating func tell(_ event: Event) {
    minutes += 1
    let at = Sample.moment(minutes)
    record.apply(event, at: at, by: "PC07")
    journal += JournalLine.event(event, at: at, by: "PC07").bytes + [Replay.lineFeed]
  }

  /// The picture it makes now, as text.
  package var picture: String {
    String(decoding: Picture(of: record).file(journalBytes: journal.count), as: UTF8.self)
  }
}

extension Record {
  /// Everything it says, to compare two.
  package var picture: String {
    String(decoding: Picture(of: self).file(journalBytes: 0), as: UTF8.self)
  }
}
