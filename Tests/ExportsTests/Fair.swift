import Exports
import Formulas
import Interviews
import Questions
import Records
import SampleInterviews

/// Two versions of a questionnaire with one of each thing an export writes in its own way, and three
/// interviews on them.
enum Fair {
  private static let head = #"""
    "title": "Foire", "interview_label": "${ville}", "languages": ["fr", "en"],
    "missing": [
      {"name": "nsp", "kind": "dont_know", "label": {"fr": "Ne sait pas", "en": "Don’t know"}},
      {"name": "refus", "kind": "refused", "label": {"fr": "Refuse", "en": "Refuses"}}
    ],
    """#

  /// - Parameters:
  ///   - more: a question only this version has, after `habitants`.
  ///   - themes: more choices.
  private static func source(_ version: String, more: String, themes: String, last: String)
    -> String
  {
    #"{"format": 1, "id": "foire", "version": "\#(version)", "# + head + #"""
      "choice_lists": {
        "themes": [
          {"name": "eau", "label": {"fr": "Eau", "en": "Water"}},
          {"name": "ecole", "label": {"fr": "École", "en": "School"}}, \#(themes)
          {"name": "autre", "label": {"fr": "Autre", "en": "Other"}, "other": "theme_libre"}
        ],
        "oui_non": [
          {"name": "oui", "label": {"fr": "Oui", "en": "Yes"}},
          {"name": "non", "label": {"fr": "Non", "en": "No"}}
        ]
      },
      "items": [
        {"type": "acknowledge", "name": "accord", "label": {"fr": "D’accord ?", "en": "Agreed?"}},
        {"type": "text", "name": "ville", "label": {"fr": "Ville", "en": "Town"},
         "personal": "indirect"},
        {"type": "integer", "name": "habitants", "number": "1", "missing": ["nsp"],
         "label": {"fr": "Habitants", "en": "Inhabitants"}, "minimum": 0, "maximum": 3000000,
         "checks": [{"name": "S01", "severity": "warning", "message": {"fr": "Tant ?", "en": "So many?"},
                     "constraint": "${habitants} < 100000"}]}, \#(more)
        {"type": "decimal", "name": "surface", "label": {"fr": "Surface", "en": "Area"}},
        {"type": "calculate", "name": "dense", "calculation": "${habitants} div ${surface} > 1000"},
        {"type": "select_one", "name": "cotiere", "label": {"fr": "Côtière ?", "en": "Coastal?"},
         "choices": "oui_non", "missing": ["refus"]},
        {"type": "text", "name": "port", "label": {"fr": "Port de ${ville}", "en": "Port of ${ville}"},
         "relevant": "${cotiere} = 'oui'"},
        {"type": "select_multiple", "name": "themes", "label": {"fr": "Thèmes", "en": "Themes"},
         "choices": "themes", "missing": ["nsp", "refus"]},
        {"type": "rank", "name": "ordre", "label": {"fr": "Ordre", "en": "Order"}, "choices": "oui_non"},
        {"type": "grid", "name": "avis", "label": {"fr": "Avis", "en": "Views"}, "choices": "oui_non",
         "rows": [{"name": "avis_eau", "label": {"fr": "L’eau", "en": "Water"}},
                  {"name": "avis_ecole", "label": {"fr": "L’école", "en": "School"}}]},
        {"type": "date", "name": "visite", "label": {"fr": "Visite", "en": "Visit"}},
        {"type": "date", "name": "debut", "precision": "month", "coarsest": "year",
         "label": {"fr": "Début", "en": "Start"}},
        {"type": "time", "name": "heure", "label": {"fr": "Heure", "en": "Time"}},
        {"type": "repeat", "name": "projet", "label": {"fr": "Projets", "en": "Projects"}, "items": [
          {"type": "text", "name": "nom", "label": {"fr": "Nom", "en": "Name"}},
          {"type": "integer", "name": "budget", "label": {"fr": "Budget", "en": "Budget"},
           "missing": ["refus"]},
          {"type": "repeat", "name": "seance", "label": {"fr": "Séances", "en": "Sessions"}, "items": [
            {"type": "integer", "name": "presents", "label": {"fr": "Présents", "en": "Present"}}
          ]}
        ]}, \#(last)
        {"type": "text", "name": "mot", "label": {"fr": "Un mot ?", "en": "A word?"},
         "appearance": "multiline"}
      ]}
      """#
  }

  static let first = read(
    source(
      "1", more: "", themes: "",
      last: #"{"type": "time", "name": "fin", "label": {"fr": "Fin", "en": "End"}},"#))
  static let second = read(
    source(
      "2",
      more: #"{"type": "integer", "name": "elus", "label": {"fr": "Élus", "en": "Councillors"}},"#,
      themes: #"{"name": "route", "label": {"fr": "Route", "en": "Road"}},"#, last: ""))

  private static func read(_ source: String) -> Questionnaire {
    do throws(Problems) {
      return try QuestionnaireFile.read(Array(source.utf8)).questionnaire
    } catch {
      preconditionFailure("the fair is sound: \(error.all.map(\.fact))")
    }
  }

  static let versions = [
    ExportPlan.Version(hash: "0001", questionnaire: first),
    ExportPlan.Version(hash: "0002", questionnaire: second),
  ]

  /// An interview's picture.
  static func picture(_ number: Int, on form: Questionnaire, _ events: [Event]) -> [UInt8] {
    let start = Start(
      id: "019aa1b2-0000-7000-8000-00000000000\(number)", code: "K7QF-2M9P-X4",
      questionnaireHash: form.version == "1" ? "0001" : "0002", interviewer: "PC07",
      started: Sample.moment(number), language: "fr")
    var record = Record(
      head: RecordHead(start, on: form), course: Course(started: start.started),
      interview: Interview(start, on: form))
    for (place, event) in events.enumerated() {
      record.apply(event, at: Sample.moment(number + place), by: "PC07")
    }
    return Picture(of: record).file(journalBytes: 0)
  }

  /// Every answer there can be, with what breaks careless writers.
  private static let full: [Event] = [
    Sample.at("accord", .text("OK")),
    Sample.at("ville", .text("L’Haÿ-les-Roses\n« 94 » ; \\ \"rosiers\", 🌹\t✓")),
    Sample.at("habitants", .number(Number(120_000))),
    .confirm(check: "S01", Sample.path("habitants"), explanation: "vérifié; \"oui\""),
    .remark(Sample.path("habitants"), "-1 de moins ; K7QF-2M9P-X4"),
    Sample.at("surface", Number(reading: "-3.95").map(Value.number) ?? .blank),
    Sample.at("cotiere", .choice("oui")), Sample.at("port", .text("=HYPERLINK(\"http://x\")")),
    Sample.at("themes", .choices(["eau", "ecole", "autre"])),
    Sample.at("theme_libre", .text("@roses")),
    Sample.at("ordre", .choices(["non", "oui"])), Sample.at("avis_eau", .choice("oui")),
    Sample.at("avis_ecole", .choice("non")),
    .answer(Sample.path("visite"), date("2018-06-12"), isProposal: false),
    .answer(Sample.path("debut"), date("2017"), isProposal: false),
    .answer(
      Sample.path("heure"), ClockTime(reading: "09:05").map(Value.time) ?? .blank, isProposal: false
    ),
    .add(Sample.path("projet")), Sample.at("projet[1].nom", .text("Budget participatif")),
    Sample.at("projet[1].budget", .number(Number(2000))), .add(Sample.path("projet[1].seance")),
    Sample.at("projet[1].seance[1].presents", .number(Number(12))),
    .add(Sample.path("projet[1].seance")),
    Sample.at("projet[1].seance[2].presents", .number(Number(7))), .add(Sample.path("projet")),
    Sample.at("projet[2].nom", .text("Conseil")),
    .special(Sample.path("projet[2].budget"), "refus"),
    .leave(Sample.path("mot")), .finish,
  ]

  private static let absent: [Event] = [
    Sample.at("accord", .text("OK")), .leave(Sample.path("ville")),
    .special(Sample.path("habitants"), "nsp"), .special(Sample.path("cotiere"), "refus"),
    .special(Sample.path("themes"), "nsp"), .stop(reason: "lassé"),
  ]

  private static let later: [Event] = [
    Sample.at("ville", .text("Ham")), Sample.at("habitants", .number(Number(4_500))),
    Sample.at("elus", .number(Number(29))), Sample.at("themes", .choices(["route"])), .finish,
  ]

  private static func date(_ text: String) -> Value {
    CalendarDate(reading: text).map(Value.date) ?? .blank
  }

  static let pictures = [
    picture(1, on: first, full), picture(2, on: first, absent), picture(3, on: second, later),
  ]

  /// Every file of an export, by path.
  ///
  /// - Parameter cut: how many interviews each part has.
  static func files(_ choices: ExportChoices, cut: Int = 3) -> [String: [UInt8]] {
    let plan = ExportPlan(versions, choices)
    var totals = ExportPart(plan)
    var files = plan.streams.map(\.bytes)
    for start in stride(from: 0, to: pictures.count, by: cut) {
      var part = ExportPart(plan)
      for picture in pictures[start..<min(start + cut, pictures.count)] {
        let isFirst = PictureScan.questionnaireHash(in: picture) == "0001"
        var scan = PictureScan(isFirst ? first : second)
        scan.bytes = picture
        guard scan.read() else { continue }
        part.add(scan, seconds: 60)
      }
      for (place, bytes) in part.takeBytes().enumerated() { files[place] += bytes }
      totals.count(part)
    }
    var all = Dictionary(zip(plan.streams.map(\.path), files), uniquingKeysWith: { $1 })
    for file in plan.companions(totals) { all[file.path] = file.bytes }
    let written = all.sorted { $0.key < $1.key }.map {
      ExportManifest.Written(path: $0.key, count: $0.value.count, hash: "SHA256")
    }
    all[ExportManifest.name] = ExportManifest(plan, totals, ExportFilter())
      .bytes(written, exported: Sample.moment(90))
    return all
  }
}
