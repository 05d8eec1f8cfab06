import Formulas
import Interviews
import Questions
import Records

/// One item of a sheet: where it stands in the version read, and the choices met there so far.
struct SheetCell {
  /// By item of the version read; nil where it has none of that name and type.
  let twin: Int?
  /// Whether an answer to it is a sign of a fuller description.
  let counts: Bool
  private let isNeeded: Bool
  private let isChoice: Bool
  /// A choice is made into a text once, not once for each interview.
  private var met: [(written: [UInt8], value: Value)] = []

  init(_ item: Item, twin: Int?, isNeeded: Bool) {
    self.twin = twin
    self.isNeeded = isNeeded
    counts = item.question?.kind.standsAlone == true
    isChoice = item.question?.kind.valueType == .choice
  }

  /// What was answered there; blank where no indicator reads it.
  mutating func value(at spot: Spot, of scan: PictureScan) -> Value {
    guard isNeeded else { return .blank }
    guard isChoice else { return scan.value(at: spot) }
    let written = scan.bytes[scan[spot].written.range]
    if let known = met.first(where: { $0.written.elementsEqual(written) }) { return known.value }
    let value = scan.value(at: spot)
    if met.count < Self.most { met.append((Array(written), value)) }
    return value
  }

  /// Longer lists are not worth looking through.
  private static let most = 32
}

extension Questionnaire {
  /// Every item an indicator or a unit reads, by index.
  var readByResults: Set<Int> {
    let formulas =
      results.indicators.flatMap(\.formulas)
      + results.units.flatMap { [$0.identity] + $0.prefer }
    return read(by: formulas).union(results.indicators.compactMap(\.by))
  }

  /// By item: the one of the same name in another version, where both hold the same type in the same
  /// repeat.
  func twins(in other: Questionnaire) -> [Int?] {
    items.map { item in
      guard let twin = other[item.name],
        twin.question?.kind.valueType == item.question?.kind.valueType,
        twin.repeats.map({ other.items[$0].name }) == item.repeats.map({ items[$0].name })
      else { return nil }
      return twin.index
    }
  }
}
