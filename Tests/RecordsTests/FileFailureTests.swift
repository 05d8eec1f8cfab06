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

  private static let reasons: [FileFailure.Reason] = [
    .full, .quota, .readOnly, .denied, .missing, .notAFolder, .isAFolder, .device, .tooManyOpen,
    .nameTooLong, .unsupported, .other(99),
  ]

  private static let refusals = FileFailure.Step.allCases.flatMap { step in
    reasons.map { FileFailure.refused(step, path: "/d/ici", $0) }
  }

  /// Each with what its sentence has to name.
  private static let others: [(FileFailure, [String])] = [
    (.busy(path: "/d/ici", by: "PC07", since: Sample.moment(0)), ["PC07", "09:00", "ici"]),
    (.newerLayout(path: "/d/ici", found: 3, newest: 1), ["/d/ici", "3", "1"]),
    (.unreadable(path: "/d/ici"), ["/d/ici"]),
    (.noInterview(id: "x1", folder: "/d"), ["x1", "/d"]),
    (.severalInterviews("x", ids: ["x1", "x2"]), ["x1", "x2"]), (.inTrash(id: "x1"), ["x1"]),
    (.notEnded(id: "x1"), ["x1"]), (.ended(id: "x1"), ["barometre reopen x1"]),
    (.otherQuestionnaire(id: "x1", "a", "b"), ["x1", "a", "b"]),
    (.noQuestionnaire(hash: "0123", path: "/d/ici"), ["0123", "/d/ici"]),
    (.noArchive(path: "/d/ici"), ["/d/ici"]),
    (.notUnpacked(path: "/d/ici", program: "unzip"), ["/d/ici", "unzip"]),
    (.alreadyThere(path: "/d/ici"), ["/d/ici"]),
    (.notAnExport(path: "/d/ici", entry: "notes.txt"), ["/d/ici", "notes.txt"]),
  ]

  private func expect(_ sentences: (french: String, english: String), toName names: [String]) {
    #expect(sentences.french != sentences.english)
    for sentence in [sentences.french, sentences.english] {
      #expect(names.allSatisfy { sentence.contains($0) }, "\(sentence)")
      #expect(!sentence.contains("'") && !sentence.contains("  "), "\(sentence)")
    }
    for mark in [" :", " ;", " ?", " !", "« ", " »"] {
      #expect(!sentences.french.contains(mark), "\(sentences.french)")
    }
  }

  @Test func `every refusal of the disk has its sentence in both languages`() {
    let all = Self.refusals.map { ($0, ["/d/ici"]) } + Self.others
    for (failure, names) in all {
      expect(
        (failure.sentence(in: .french), failure.sentence(in: .english)), toName: names)
    }
    let said = all.map { $0.0.sentence(in: .french) }
    #expect(Set(said).count == said.count, "each says something else")
  }

  @Test func `what waits in memory is told by its reason first, in both languages`() {
    let full = FileFailure.refused(.write, path: "/d/ici", .full)
    #expect(
      full.waitingSentence(in: .french).hasPrefix("Le disque est plein\u{A0}: rien n’est perdu"))
    #expect(full.waitingSentence(in: .english).hasPrefix("The disk is full: nothing is lost"))
    for failure in Self.refusals {
      expect(
        (failure.waitingSentence(in: .french), failure.waitingSentence(in: .english)), toName: [])
    }
  }

  @Test(arguments: [
    (Recovery.torn(path: "/d/ici"), ["/d/ici"]),
    (
      .damaged(path: "/d/ici", line: 7, recovered: 6, kept: "k.jsonl"),
      ["/d/ici", "7", "6", "k.jsonl"]
    ),
    (
      .fromPicture(path: "/d/ici", as: Sample.moment(0), kept: "k.jsonl"),
      ["/d/ici", "09:00", "k.jsonl"]
    ),
  ])
  func `every damage has its sentence in both languages`(recovery: Recovery, names: [String]) {
    expect((recovery.sentence(in: .french), recovery.sentence(in: .english)), toName: names)
  }
}
