import Formulas
import Interviews
import Questions
import Records
import SampleInterviews
import Testing

@Suite struct PictureTests {
  @Test func `an interview's picture, whole`() {
    #expect(Story(telling: Sample.walk).picture == Self.golden)
  }

  @Test func `a picture reads back as written`() throws {
    let story = Story(telling: Sample.walk)
    let bytes = Array(story.picture.utf8)
    let (picture, length) = try Picture.read(bytes, on: Sample.questionnaire)
    #expect(length == story.journal.count)
    #expect(picture.contents == story.record.interview.contents)
    #expect(picture.file(journalBytes: length) == bytes)
  }

  @Test func `the exported line has neither the code nor the journal's size`() throws {
    let unnamed = Story()
    let exported = Picture(of: unnamed.record).exported
    let json = try JSONText(exported).root
    #expect(!String(decoding: exported, as: UTF8.self).contains("K7QF"))
    #expect(json["code"] == nil && json["label"] == nil && json["journal_bytes"] == nil)
    let named = Picture(of: Story(telling: Sample.walk).record).exported
    #expect(try JSONText(named).root["label"]?.string?.hasPrefix("L’Haÿ") == true)
  }

  @Test(arguments: [
    ("{}", Unreadable.noHead), ("", .noHead), (#"{"layout":1}"#, .noHead),
    (#"{"layout":2}"#, .newerLayout(2, newest: 1)),
  ])
  func `what is no picture is refused`(text: String, expected: Unreadable) {
    #expect(throws: expected) { try Picture.read(Array(text.utf8), on: Sample.questionnaire) }
  }

  static let golden = #"""
    {
      "layout": 1,
      "id": "019aa1b2-0000-7000-8000-000000000001",
      "code": "K7QF-2M9P-X4",
      "kind": "interview",
      "mode": "face_to_face",
      "questionnaire": {
        "id": "mairies",
        "version": "2 bis",
        "sha256": "0123abcd"
      },
      "status": "in_progress",
      "revision": 1,
      "parent": null,
      "label": "L’Haÿ-les-Roses\n94 \\ rosiers",
      "language": "en",
      "interviewer": "PC07",
      "started": "2018-06-12T09:00:11+02:00",
      "updated": "2018-06-12T09:34:11+02:00",
      "finished": null,
      "answers": {
        "accord": "OK",
        "commune": "L’Haÿ-les-Roses\n« 94 » \\ \"rosiers\"",
        "population": 120000,
        "double": 300000,
        "cotiere": "non",
        "theme": ["eau", "autre"],
        "dispositif": [
          {
            "nom": "Budget participatif",
            "budget": 2000,
            "seance": [
              {
                "presents": 12
              }
            ]
          },
          {
            "nom": "Conseil",
            "seance": []
          }
        ]
      },
      "missing": {
        "dispositif[2].budget": "refus"
      },
      "left_blank": ["mot"],
      "not_reached": [],
      "set_aside": {
        "port_nom": "Port aux Roses",
        "theme": ["port"]
      },
      "rows": {},
      "remarks": {
        "population": "chiffre à vérifier"
      },
      "confirmed": {
        "S01 population": "vérifié",
        "S09 dispositif[1].budget": "voté"
      },
      "order": {},
      "position": null,
      "journal_bytes": 4128
    }

    """#
}
