import Interviews
import Questions

/// One pass over the bytes of a picture, into a `PictureScan`.
struct PictureFileReading {
  private var scanner: JSONScanner
  private let bytes: UnsafeBufferPointer<UInt8>
  private let names: NameTable
  /// Answers come before what is said of their absence.
  private var hasAnswers = false
  private var saysAbsences = false
  /// The instance the last path led to: the next one is most often near.
  private var last = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ names: NameTable) {
    scanner = JSONScanner(bytes)
    self.bytes = bytes
    self.names = names
  }

  /// Whether all was as this program writes it.
  var isSound: Bool { scanner.isSound && hasAnswers && saysAbsences }

  mutating func read(into scan: inout PictureScan) {
    var isMore = enterObject()
    while isMore {
      let name = scanner.name()
      switch Self.memberNames.place(of: piece(name)).map({ Self.members[$0].member }) {
      case .head(let head)?: set(head, scanner.value(), in: &scan)
      case .questionnaire?: readQuestionnaire(into: &scan)
      case .answers?:
        hasAnswers = true
        readAnswers(of: 0, into: &scan)
      case .missing?: readSpecials(into: &scan)
      case .leftBlank?: readPaths(.leftBlank, into: &scan)
      case .notReached?:
        saysAbsences = true
        readPaths(.notReached, into: &scan)
      case .remarks?: for note in notes() { scan.add(remark: note) }
      case .confirmed?: for note in notes() { scan.add(confirmed: note) }
      case nil: _ = scanner.value()
      }
      isMore = goesOnInObject()
    }
  }

  /// The members of a picture that are looked at.
  private enum Member {
    case head(PictureScan.Head)
    case questionnaire, answers, missing, leftBlank, notReached, remarks, confirmed
  }

  private static let members: [(name: String, member: Member)] = [
    ("layout", .head(.layout)), ("id", .head(.id)), ("code", .head(.code)),
    ("kind", .head(.kind)), ("mode", .head(.mode)), ("status", .head(.status)),
    ("revision", .head(.revision)), ("parent", .head(.parent)), ("label", .head(.label)),
    ("language", .head(.language)), ("interviewer", .head(.interviewer)),
    ("started", .head(.started)), ("updated", .head(.updated)), ("finished", .head(.finished)),
    ("journal_bytes", .head(.journalBytes)), ("questionnaire", .questionnaire),
    ("answers", .answers), ("missing", .missing), ("left_blank", .leftBlank),
    ("not_reached", .notReached), ("remarks", .remarks), ("confirmed", .confirmed),
  ]
  private static let memberNames = NameTable(members.map(\.name))

  private func set(
    _ head: PictureScan.Head, _ written: ScannedBytes, in scan: inout PictureScan
  ) {
    if piece(written).first != UInt8(ascii: "n") { scan.set(head, written) }
  }

  private mutating func readQuestionnaire(into scan: inout PictureScan) {
    var isMore = enterObject()
    while isMore {
      let name = scanner.name()
      let value = scanner.value()
      switch piece(name).count {
      case 2: scan.set(.questionnaire, value)
      case 7: scan.set(.version, value)
      case 6: scan.set(.hash, value)
      default: scanner.fail()
      }
      isMore = goesOnInObject()
    }
  }

  /// The answers of a frame, and those of the instances in it.
  private mutating func readAnswers(of frame: Int, into scan: inout PictureScan) {
    var isMore = enterObject()
    while isMore {
      let name = scanner.name()
      guard let item = item(name, in: frame, of: &scan) else { return scanner.fail() }
      let spot = Spot(frame: frame, item: item)
      if scan.places[item].width != nil {
        scan.set(spot, .init(mark: .answered, written: .none))
        readInstances(of: spot, into: &scan)
      } else {
        scan.set(spot, .init(mark: .answered, written: scanner.value()))
      }
      isMore = goesOnInObject()
    }
  }

  private mutating func readInstances(of roster: Spot, into scan: inout PictureScan) {
    var ordinal = 0
    var isMore = scanner.enter(UInt8(ascii: "["), UInt8(ascii: "]"))
    while isMore {
      ordinal += 1
      let frame = scan.addInstance(of: roster.item, in: roster.frame, ordinal: ordinal)
      readAnswers(of: frame, into: &scan)
      isMore = scanner.goesOn(to: UInt8(ascii: "]"))
    }
  }

  private mutating func readSpecials(into scan: inout PictureScan) {
    var isMore = enterObject()
    while isMore {
      let path = scanner.name()
      let special = scanner.value()
      guard let spot = spot(path, in: &scan) else { return scanner.fail() }
      scan.set(spot, .init(mark: .special, written: special))
      isMore = goesOnInObject()
    }
  }

  private mutating func readPaths(
    _ mark: PictureScan.Cell.Mark, into scan: inout PictureScan
  ) {
    var isMore = scanner.enter(UInt8(ascii: "["), UInt8(ascii: "]"))
    while isMore {
      let path = scanner.string().inside
      guard let spot = spot(path, in: &scan) else { return scanner.fail() }
      scan.set(spot, .init(mark: mark, written: .none))
      isMore = scanner.goesOn(to: UInt8(ascii: "]"))
    }
  }

  private mutating func notes() -> [PictureScan.Note] {
    var notes: [PictureScan.Note] = []
    var isMore = enterObject()
    while isMore {
      let key = scanner.name()
      notes.append(.init(key: key, text: scanner.value()))
      isMore = goesOnInObject()
    }
    return notes
  }

  private mutating func enterObject() -> Bool {
    scanner.enter(UInt8(ascii: "{"), UInt8(ascii: "}"))
  }

  private mutating func goesOnInObject() -> Bool { scanner.goesOn(to: UInt8(ascii: "}")) }
}

// Names and paths, found among what was read.
extension PictureFileReading {
  private func piece(_ written: ScannedBytes) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[written.range.clamped(to: 0..<bytes.count)])
  }

  /// The item of that name that stands directly in a frame; nil where none does.
  private func item(_ name: ScannedBytes, in frame: Int, of scan: inout PictureScan) -> Int? {
    guard let item = names.place(of: piece(name)),
      scan.places[item].roster == scan.instances[frame].roster
    else { return nil }
    return item
  }

  /// The spot of a path: `population`, `dispositif[2].nom`; nil where there is none.
  private mutating func spot(_ path: ScannedBytes, in scan: inout PictureScan) -> Spot? {
    var frame = 0
    var (start, end) = (Int(path.start), Int(path.end))
    while let bracket = bytes[start..<max(start, end)].firstIndex(of: UInt8(ascii: "[")) {
      var ordinal = 0
      var here = bracket + 1
      while here < end, bytes[here] != UInt8(ascii: "]") {
        ordinal = ordinal &* 10 &+ Int(bytes[here]) - 48
        here += 1
      }
      guard let roster = item(ScannedBytes(start, bracket), in: frame, of: &scan),
        let next = instance(ordinal, of: roster, in: frame, of: &scan)
      else { return nil }
      frame = next
      start = here + 2
    }
    return item(ScannedBytes(start, end), in: frame, of: &scan).map { Spot(frame: frame, item: $0) }
  }

  /// The frame of an instance; looked for from where the last one was, then from the first.
  private mutating func instance(
    _ ordinal: Int, of roster: Int, in frame: Int, of scan: inout PictureScan
  ) -> Int? {
    for start in [last, frame + 1] {
      var here = start
      while here < scan.instances.count {
        let instance = scan.instances[here]
        if instance.roster == roster, instance.parent == frame, instance.ordinal == ordinal {
          last = here
          return here
        }
        here += 1
      }
    }
    return nil
  }
}
