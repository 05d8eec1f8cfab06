import Formulas
import Interviews
import Questions
import Records
import SampleInterviews
import Testing

/// A picture scanned says what the interview it was made of says.
@Suite struct PictureScanTests {
  private func scanned(_ text: String) -> PictureScan? {
    var scan = PictureScan(Sample.questionnaire)
    scan.bytes = Array(text.utf8)
    return scan.read() ? scan : nil
  }

  /// Compares every answer, absence and instance, from a frame on.
  private func expectSame(_ scan: PictureScan, _ interview: Interview, _ frames: (Int, Int)) {
    let roster = scan.instances[frames.0].roster
    for item in Sample.questionnaire.items where item.repeats.last == roster {
      let (here, there) = (
        Spot(frame: frames.0, item: item.index), Spot(frame: frames.1, item: item.index)
      )
      if item.roster != nil {
        let (scanned, held) = (scan.instances(of: here), interview.instances(of: there))
        #expect(scanned.count == held.count, "\(item.name)")
        for pair in zip(scanned, held) { expectSame(scan, interview, pair) }
      } else if item.question?.kind.standsAlone == true {
        #expect(scan.value(at: here) == interview.value(at: there), "\(item.name)")
        switch interview.presence(at: there) {
        case .skipped: #expect(scan[here].mark == .skipped, "\(item.name)")
        case let presence: #expect(scan.presence(at: here) == presence, "\(item.name)")
        }
      } else if item.question != nil {
        #expect(scan.value(at: here) == interview.value(at: there), "\(item.name)")
      }
    }
  }

  @Test func `at every step, the scan of a picture says what the interview does`() throws {
    var story = Story()
    for event in Sample.walk + [.finish] {
      story.tell(event)
      let scan = try #require(scanned(story.picture))
      expectSame(scan, story.record.interview, (0, 0))
      #expect(scan.text(of: .status) == story.record.interview.status.rawValue)
    }
  }

  @Test func `the heads, remarks and confirmations are read`() throws {
    let story = Story(telling: Sample.walk)
    let scan = try #require(scanned(story.picture))
    #expect(scan.text(of: .id) == story.record.head.start.id)
    #expect(scan.text(of: .version) == "2 bis")
    #expect(scan.text(of: .label) == "L’Haÿ-les-Roses\n94 \\ rosiers")
    #expect(scan.text(of: .finished) == "" && scan.text(of: .revision) == "1")
    #expect(scan.remarks.map { scan.raw($0.key) } == ["population"])
    #expect(scan.remarks.map { scan.text(of: $0.text) } == ["chiffre à vérifier"])
    #expect(
      scan.confirmed.map { scan.raw($0.key) } == ["S01 population", "S09 dispositif[1].budget"])
    #expect(PictureScan.questionnaireHash(in: scan.bytes) == "0123abcd")
  }

  @Test func `a second picture leaves nothing of the first`() throws {
    var scan = try #require(scanned(Story(telling: Sample.walk + [.finish]).picture))
    let other = Story(telling: [.stop(reason: "")])
    scan.bytes = Array(other.picture.utf8)
    let isRead = scan.read()
    #expect(isRead)
    expectSame(scan, other.record.interview, (0, 0))
    #expect(scan.remarks.isEmpty && scan.confirmed.isEmpty && scan.instances.count == 1)
  }

  @Test func `cut anywhere, a picture is not read`() {
    let picture = Array(Story(telling: Sample.walk + [.finish]).picture.utf8)
    var scan = PictureScan(Sample.questionnaire)
    for length in stride(from: 0, to: picture.count - 2, by: 3) {
      scan.bytes = Array(picture.prefix(length))
      let isRead = scan.read()
      #expect(!isRead, "the first \(length) bytes")
      _ = PictureScan.questionnaireHash(in: scan.bytes)
    }
  }

  @Test func `any byte changed, a picture is read or not, and nothing breaks`() {
    let picture = Array(Story(telling: Sample.walk + [.finish]).picture.utf8)
    var scan = PictureScan(Sample.questionnaire)
    let others = Array("\"\\{}[],:.0a ".utf8) + [0, 0xFF]
    for place in picture.indices {
      scan.bytes = picture
      // One of them in turn.
      scan.bytes[place] = others[place % others.count]
      guard scan.read() else { continue }
      for frame in scan.instances.indices {
        for item in Sample.questionnaire.items
        where item.repeats.last == scan.instances[frame].roster {
          _ = scan.value(at: Spot(frame: frame, item: item.index))
        }
      }
    }
  }

  @Test func `a picture of before absences were said is not read`() {
    let picture = Story(telling: [.finish]).picture
    let older = picture.split(separator: "\n").filter { !$0.contains("not_reached") }
      .joined(separator: "\n")
    #expect(scanned(older) == nil)
  }
}
