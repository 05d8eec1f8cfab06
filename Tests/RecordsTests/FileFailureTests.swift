import Formulas
import Records
import SampleInterviews
import Testing

@Suite struct FileFailureTests {
  @Test(arguments: [
    (
      FileFailure.refused(.write, path: "/d/journal.jsonl", .full), Language.french,
      "/d/journal.jsonl\u{A0}: impossible d’écrire le fichier\u{A0}: le disque est plein."
    ),
    (
      .refused(.sync, path: "/d/j", .other(99)), .english,
      "/d/j: what was written did not reach the disk: system error 99."
    ),
    (
      .busy(path: "/d/1", by: "PC07", since: Sample.moment(332)), .french,
      "Ouvert ailleurs depuis 14:32 par PC07. Fermez-le d’abord là-bas. Pour le regarder\u{A0}:"
        + " barometre show 1"
    ),
    (
      .busy(path: "/d/1", by: "", since: nil), .english,
      "Open elsewhere. Close it there first. To look at it: barometre show 1"
    ),
    (
      .newerLayout(path: "/d/1", found: 3, newest: 1), .english,
      "/d/1: layout 3 is newer than the newest this program reads (1): update barometre. The file"
        + " was left as it is."
    ),
  ])
  func `a failure says where, what and why`(
    failure: FileFailure, language: Language, sentence: String
  ) {
    #expect(failure.sentence(in: language) == sentence)
  }
}
