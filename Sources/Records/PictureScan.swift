import Formulas
import Interviews
import Questions

/// One interview as the bytes of its picture tell it: what exports and reports of many are made
/// from, since making an `Interview` of each takes a hundred times longer.
///
/// Made once for a questionnaire and used for one picture after the other: fill `bytes`, then
/// `read()`. Answers stay bytes until they are asked for, by `Spot`, as in an `Interview`. The
/// withdrawal code is struck out wherever it stands: nothing made from a scan can tell it.
package struct PictureScan: Sendable {
  package let questionnaire: Questionnaire
  /// The file, to be filled in place: no memory is asked for anew.
  package var bytes: [UInt8] = []
  /// The interview itself, then every instance, each after the one around it.
  package private(set) var instances: [Instance] = []
  /// In file order.
  package private(set) var remarks: [Note] = []
  package private(set) var confirmed: [Note] = []
  var cells: [Cell] = []
  private var heads = [ScannedBytes](repeating: .none, count: Head.allCases.count)
  private let names: NameTable
  /// By item.
  let places: [Place]

  /// What stands at a question.
  package struct Cell: Hashable, Sendable {
    package enum Mark: Hashable, Sendable {
      case skipped
      case answered
      /// Its name is what was written.
      case special
      case leftBlank
      case notReached
    }

    package var mark: Mark
    /// An answer or a special answer's name, as written; of a repeat, nothing.
    package var written: ScannedBytes

    static let skipped = Cell(mark: .skipped, written: .none)
  }

  /// One instance of a repeat; the first is the interview itself.
  package struct Instance: Hashable, Sendable {
    /// The repeat, by item; nil for the interview itself.
    package let roster: Int?
    package let parent: Int
    /// From 1.
    package let ordinal: Int
    /// Where its cells start.
    let first: Int
  }

  /// A remark, or a confirmed warning's explanation: its key and its text, as written.
  package struct Note: Hashable, Sendable {
    package let key: ScannedBytes
    package let text: ScannedBytes
  }

  /// What a picture says of the interview as a whole; `questionnaire`, `version` and `hash` are
  /// those of its questionnaire.
  package enum Head: Int, CaseIterable, Sendable {
    case layout, id, code, kind, mode, status, revision, parent, label, language, interviewer
    case started, updated, finished, questionnaire, version, hash, journalBytes
  }

  /// Where an item's answers stand.
  struct Place: Sendable {
    /// The innermost repeat around it, by item; nil at the top.
    let roster: Int?
    /// Its cell, from its instance's first.
    let slot: Int
    /// Of a repeat: how many cells an instance has; nil for other items.
    let width: Int?
  }

  package init(_ questionnaire: Questionnaire) {
    self.questionnaire = questionnaire
    names = NameTable(questionnaire.items.map(\.name))
    places = questionnaire.items.map {
      Place(roster: $0.repeats.last, slot: $0.slot, width: $0.roster?.members.count)
    }
  }

  /// How a head was written, quotes included; `null` and absent alike are `.none`.
  package subscript(head: Head) -> ScannedBytes { heads[head.rawValue] }

  package subscript(spot: Spot) -> Cell {
    cells[instances[spot.frame].first + places[spot.item].slot]
  }

  /// Reads the picture in `bytes`.
  ///
  /// - Returns: false where this program did not write it so, or wrote it before absences were said
  ///   in it: to be read whole then, by `Picture.read`.
  package mutating func read() -> Bool {
    instances.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    remarks.removeAll(keepingCapacity: true)
    confirmed.removeAll(keepingCapacity: true)
    for place in heads.indices { heads[place] = .none }
    add(Instance(roster: nil, parent: 0, ordinal: 1, first: 0), width: questionnaire.members.count)
    let file = bytes
    guard (try? UTF8Span(validating: file.span)) != nil else { return false }
    let isSound = file.withUnsafeBufferPointer { bytes in
      var reading = PictureFileReading(bytes, names)
      reading.read(into: &self)
      return reading.isSound && bytes[self[.layout].range].elementsEqual(Self.layout)
    }
    if isSound { strikeCode() }
    return isSound
  }

  /// Puts an `x` for each character of the withdrawal code.
  private mutating func strikeCode() {
    let code = Array(bytes[self[.code].inside.range])
    guard let first = code.first else { return }
    let found = file(startingWith: first).filter { bytes[$0...].starts(with: code) }
    for start in found {
      for place in code.indices { bytes[start + place] = UInt8(ascii: "x") }
    }
  }

  /// Where a byte stands.
  private func file(startingWith byte: UInt8) -> [Int] {
    bytes.withUnsafeBufferPointer { file in file.indices.filter { file[$0] == byte } }
  }

  private static let layout = Array(String(RecordHead.newestLayout).utf8)
}

// What a reading fills in.
extension PictureScan {
  mutating func set(_ head: Head, _ written: ScannedBytes) {
    heads[head.rawValue] = written
  }

  mutating func set(_ spot: Spot, _ cell: Cell) {
    cells[instances[spot.frame].first + places[spot.item].slot] = cell
  }

  mutating func add(remark: Note) { remarks.append(remark) }

  mutating func add(confirmed note: Note) { confirmed.append(note) }

  /// - Returns: its frame.
  mutating func addInstance(of roster: Int, in parent: Int, ordinal: Int) -> Int {
    add(
      Instance(roster: roster, parent: parent, ordinal: ordinal, first: cells.count),
      width: places[roster].width ?? 0)
    return instances.count - 1
  }

  private mutating func add(_ instance: Instance, width: Int) {
    instances.append(instance)
    for _ in 0..<width { cells.append(.skipped) }
  }
}
