import Interviews
import Questions
import Records

/// One interview's rows of one table, in a dialect.
struct RowWriting {
  let scan: PictureScan
  let bytes: UnsafeBufferPointer<UInt8>
  /// From the first answer to the end; nil where it is not written.
  let seconds: Int?

  func write(_ table: BoundTable, to text: inout CSVText) {
    guard table.hasRows else { return }
    guard let roster = table.roster else { return write(table.cells, in: 0, to: &text) }
    for frame in scan.instances.indices where scan.instances[frame].roster == roster {
      write(table.cells, in: frame, to: &text)
    }
  }

  private func write(_ cells: [BoundCell], in frame: Int, to text: inout CSVText) {
    for cell in cells {
      switch cell {
      case .absent: text.next()
      case .head(let head): answer(scan[head], to: &text)
      case .position(let up):
        text.field(String(scan.instances[self.frame(up, from: frame)].ordinal))
      case .seconds: text.field(seconds.map(String.init) ?? "")
      case .value(let item, let up):
        let cell = scan[Spot(frame: self.frame(up, from: frame), item: item)]
        if cell.mark == .answered { answer(cell.written, to: &text) } else { text.next() }
      case .flag(let item, let choice):
        option(scan[Spot(frame: frame, item: item)], to: &text) {
          place(of: choice, in: $0) == 0 ? "0" : "1"
        }
      case .rank(let item, let choice):
        option(scan[Spot(frame: frame, item: item)], to: &text) {
          String(place(of: choice, in: $0))
        }
      case .status(let item): status(scan[Spot(frame: frame, item: item)], to: &text)
      }
    }
    text.endRow()
  }

  /// The frame so many levels up.
  private func frame(_ up: Int, from frame: Int) -> Int {
    var here = frame
    for _ in 0..<up { here = scan.instances[here].parent }
    return here
  }

  /// Any answer: texts without their quotes, numbers as they are, several names apart by a space.
  func answer(_ written: ScannedBytes, to text: inout CSVText) {
    let raw = piece(written)
    switch raw.first {
    case nil: text.next()
    case UInt8(ascii: "\"")?:
      if written.isEscaped {
        text.field(scan.text(of: written))
      } else {
        text.field(piece(written.inside))
      }
    case UInt8(ascii: "[")?:
      names(in: written).withUnsafeBufferPointer { text.field($0) }
    default: text.number(raw)
    }
  }

  func status(_ cell: PictureScan.Cell, to text: inout CSVText) {
    if cell.mark == .special { return answer(cell.written, to: &text) }
    text.next()
    text.word(cell.mark.word)
  }

  private func option(
    _ cell: PictureScan.Cell, to text: inout CSVText, _ word: (ScannedBytes) -> String
  ) {
    text.field(cell.mark == .answered ? word(cell.written) : "")
  }

  /// Every question of every instance there is, table after table.
  func eachField(of version: [BoundTable], _ body: (Spot, BoundField) -> Void) {
    for table in version where table.hasRows {
      for frame in scan.instances.indices where scan.instances[frame].roster == table.roster {
        for field in table.fields { body(Spot(frame: frame, item: field.item), field) }
      }
    }
  }

  /// `dispositif[2].nom`, as pictures write it.
  func path(of spot: Spot) -> [UInt8] {
    var path = Array(scan.questionnaire.items[spot.item].name.utf8)
    var frame = spot.frame
    while let roster = scan.instances[frame].roster {
      let name = scan.questionnaire.items[roster].name
      path = Array("\(name)[\(scan.instances[frame].ordinal)].".utf8) + path
      frame = scan.instances[frame].parent
    }
    return path
  }

  func piece(_ written: ScannedBytes) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[written.range.clamped(to: 0..<bytes.count)])
  }

  /// The names of an array, apart by a space.
  private func names(in written: ScannedBytes) -> [UInt8] {
    var names: [UInt8] = []
    var isInside = false
    for byte in piece(written) {
      if byte == UInt8(ascii: "\"") {
        if !isInside, !names.isEmpty { names.append(UInt8(ascii: " ")) }
        isInside.toggle()
      } else if isInside {
        names.append(byte)
      }
    }
    return names
  }

  /// Which of the names it is, from 1; 0 where it is none.
  private func place(of name: [UInt8], in written: ScannedBytes) -> Int {
    let names = names(in: written).split(separator: UInt8(ascii: " "))
    return (names.firstIndex { $0.elementsEqual(name) } ?? -1) + 1
  }
}

extension PictureScan.Cell.Mark {
  /// How a status column writes it; of a special answer, its name stands there instead.
  var word: StaticString {
    switch self {
    case .answered, .special: "answered"
    case .leftBlank: "left_blank"
    case .notReached: "not_reached"
    case .skipped: "skipped"
    }
  }
}
