import Interviews
import Questions
import Records

/// An interview a line: its picture, as `interview.json` has it, without the withdrawal code and
/// what the profile leaves out.
enum JSONLines {
  static let streams = [ExportStream(name: "interviews.jsonl", header: [])]

  static func write(
    _ row: RowWriting, _ version: [BoundTable], of form: FormPlan, to part: inout FormPart
  ) {
    part.writeLine { bytes in
      var line = JSONLine(row: row, version: version, bytes: bytes)
      line.write(form.choices.profile)
      bytes = line.bytes
    }
  }
}

/// One line being written.
private struct JSONLine {
  let row: RowWriting
  let version: [BoundTable]
  var bytes: [UInt8]

  private var scan: PictureScan { row.scan }

  mutating func write(_ profile: ExportProfile) {
    let keepsAll = profile.keepsWhatIsWritten
    open("{")
    for (name, head) in Self.heads {
      member(name)
      let isKept = keepsAll || head != .label && head != .interviewer
      value(scan[head], orElse: isKept ? "null" : "\"\"", isKept: isKept)
      if head == .mode { questionnaire() }
    }
    member("answers")
    answers(of: 0)
    member("missing")
    marks(.special)
    member("left_blank")
    marks(.leftBlank)
    member("not_reached")
    marks(.notReached)
    plain(#","set_aside":{},"rows":{}"#)
    member("remarks")
    notes(keepsAll ? scan.remarks : [], isTextKept: keepsAll)
    member("confirmed")
    notes(scan.confirmed, isTextKept: keepsAll)
    plain(#","order":{},"position":null}"#)
    bytes.append(Replay.lineFeed)
  }

  private static let heads: [(String, PictureScan.Head)] = [
    ("layout", .layout), ("id", .id), ("kind", .kind), ("mode", .mode), ("status", .status),
    ("revision", .revision), ("parent", .parent), ("label", .label), ("language", .language),
    ("interviewer", .interviewer), ("started", .started), ("updated", .updated),
    ("finished", .finished),
  ]

  private mutating func questionnaire() {
    member("questionnaire")
    open("{")
    for (name, head) in [
      ("id", PictureScan.Head.questionnaire), ("version", .version), ("sha256", .hash),
    ] {
      member(name)
      value(scan[head], orElse: "null", isKept: true)
    }
    plain("}")
  }

  /// The answers of a frame, then the instances of the repeats in it.
  private mutating func answers(of frame: Int) {
    open("{")
    let roster = scan.instances[frame].roster
    for table in version where table.roster == roster && table.hasRows {
      for field in table.fields {
        let cell = scan[Spot(frame: frame, item: field.item)]
        guard cell.mark == .answered else { continue }
        member(scan.questionnaire.items[field.item].name)
        value(cell.written, orElse: "null", isKept: true)
      }
    }
    for table in version {
      guard let inner = table.roster, scan.questionnaire.items[inner].repeats.last == roster,
        scan[Spot(frame: frame, item: inner)].mark == .answered
      else { continue }
      member(scan.questionnaire.items[inner].name)
      open("[")
      for instance in scan.instances(of: Spot(frame: frame, item: inner)) {
        separate()
        answers(of: instance)
      }
      plain("]")
    }
    plain("}")
  }

  /// The paths with a mark: special answers with their names, the others as a list.
  private mutating func marks(_ mark: PictureScan.Cell.Mark) {
    let isSpecial = mark == .special
    var line = self
    line.open(isSpecial ? "{" : "[")
    row.eachField(of: version) { spot, _ in
      let cell = line.scan[spot]
      guard cell.mark == mark else { return }
      line.separate()
      line.quoted(line.row.path(of: spot))
      if isSpecial {
        line.plain(":")
        line.value(cell.written, orElse: "null", isKept: true)
      }
    }
    line.plain(isSpecial ? "}" : "]")
    self = line
  }

  private mutating func notes(_ notes: [PictureScan.Note], isTextKept: Bool) {
    open("{")
    for note in notes {
      separate()
      quoted(Array(row.piece(note.key)))
      plain(":")
      value(note.text, orElse: "\"\"", isKept: isTextKept)
    }
    plain("}")
  }

  private mutating func member(_ name: String) {
    separate()
    quoted(Array(name.utf8))
    plain(":")
  }

  /// A comma, unless something was just opened or named.
  private mutating func separate() {
    switch bytes.last {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"), Replay.lineFeed, nil: break
    default: bytes.append(UInt8(ascii: ","))
    }
  }

  private mutating func open(_ bracket: String) { plain(bracket) }

  private mutating func plain(_ text: String) { bytes += text.utf8 }

  private mutating func quoted(_ text: [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    bytes += text
    bytes.append(UInt8(ascii: "\""))
  }

  /// What was written, without the spaces between.
  private mutating func value(_ written: ScannedBytes, orElse blank: String, isKept: Bool) {
    let raw = row.piece(written)
    guard isKept, let first = raw.first else { return plain(blank) }
    guard first == UInt8(ascii: "[") else { return bytes.append(contentsOf: raw) }
    var isInside = false
    for byte in raw {
      if byte == UInt8(ascii: "\"") { isInside.toggle() }
      if isInside || byte > UInt8(ascii: " ") { bytes.append(byte) }
    }
  }
}
